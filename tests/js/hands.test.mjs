// The verbs from the content script's side: the same examples as `tests/verbs.rs`, and whatever else might arrive.
import assert from "node:assert/strict";
import test from "node:test";
import { examples, load } from "./load.mjs";

const { Refused, compose, decode, fold, hostOf, named, resolve, writeKey } = load("hands.js").latchkey;
const ORG = "https://contoso.crm4.dynamics.com";
const refused = (call) => {
  try {
    decode(call);
  } catch (cause) {
    assert.ok(cause instanceof Refused, `${cause?.stack} for ${JSON.stringify(call)}`);
    return cause.message;
  }
  return null;
};

test("every example call is accepted as it is", () => {
  for (const call of examples("calls")) assert.deepEqual(decode(call), call);
});

test("every example of a refused call is refused for its reason", () => {
  for (const { why, call } of examples("refused")) assert.ok(refused(call)?.startsWith(why), JSON.stringify(call));
});

test("impersonation and other foreign headers are refused in any spelling", () => {
  for (const name of ["mscrmcallerid", "MSCRMCallerID", "callerobjectid", "CallerObjectId", "authorization", "cookie", "x-ms-anything", "Accept"])
    assert.match(refused({ id: 1, verb: "get", path: "/api/data/v9.2/WhoAmI", headers: { [name]: "x" } }), /^header/);
});

test("a header's value cannot hold another header", () => {
  for (const value of ["a\r\nCallerObjectId: 1", "a\nb", "a\0", "bl\u00e5", "\u2028", "\ud800"])
    assert.equal(refused({ id: 1, verb: "get", path: "/api/data/v9.2/WhoAmI", headers: { prefer: value } }), "header prefer", JSON.stringify(value));
  assert.equal(refused({ id: 1, verb: "get", path: "/api/data/v9.2/WhoAmI", headers: { prefer: 'odata.include-annotations="*"' } }), null);
});

test("headers named like members of every object are foreign headers", () => {
  for (const name of ["__proto__", "constructor", "toString"])
    assert.match(refused(JSON.parse(`{"id":1,"verb":"get","path":"/api/data/v9.2/WhoAmI","headers":{"${name}":"x"}}`)), /^header/);
});

test("only pages of an organization carry requests", () => {
  for (const origin of ["https://make.powerapps.com", "https://crm4.dynamics.com.evil.example", "http://contoso.crm4.dynamics.com", "https://contoso.crm4.dynamics.com:8443", "https://evilcrm4.dynamics.com", "null"])
    assert.throws(() => resolve("/api/data/v9.2/WhoAmI", origin), Refused, origin);
  for (const host of ["contoso.crm.dynamics.com", "contoso.crm22.dynamics.com", "contoso.crm.microsoftdynamics.us", "contoso.crm.appsplatform.us", "contoso.crm.dynamics.cn"])
    assert.equal(resolve("/api/data/v9.2/WhoAmI", `https://${host}`), "/api/data/v9.2/WhoAmI");
});

test("no batch is ever a write, however it is spelt", () => {
  assert.equal(writeKey("POST", "/api/data/v9.2/x/../roles", ORG, "d"), "POST /api/data/v9.2/roles d");
  for (const path of ["/api/data/v9.2/$batch", "/api/data/v9.2/%24batch", "/api/data/v9.2/%24Batch?x", "/api/data/v9.2/x/../$batch", "/api/data/v9.2/$batch/"])
    assert.throws(() => writeKey("POST", path, ORG, "d"), Refused, path);
});

test("a path is resolved before it is checked", () => {
  assert.equal(resolve("/api/data/v9.2/roles?$select=name", ORG), "/api/data/v9.2/roles?$select=name");
  assert.equal(resolve("/api/data/v9.2/x/../roles", ORG), "/api/data/v9.2/roles");
  for (const path of [
    "https://evil.example/api/data/v9.2/roles", "//evil.example/api/data/v9.2/roles", "/\\evil.example/api/data/v9.2/", "api/data/v9.2/roles", "", "/",
    "/api/data/v9.2/../../../main.aspx", "/api/data/v9.2/%2e%2e/%2e%2e/x", "/api/data/v9.2/..%2f..%2fmain.aspx", "/api/data/v9.2/%2e%2e%5cx", "/api/data/v8.2/roles",
    "/api/data/v9.2x/roles", "/api/data/v9.2", "/main.aspx", "/api/data/v9.2/roles#x", "/api/data/v9.2/%zz",
    "/api/data/v9.2/%252e%252e/x", "/api/data/v9.2/..%252fmain.aspx", "/\t/evil.example/api/data/v9.2/", "/\n\\evil.example/api/data/v9.2/x", "/@evil.example/api/data/v9.2/",
  ])
    assert.throws(() => resolve(path, ORG), Refused, path);
});

test("a batch holds reads and nothing else, in lines that end as the service wants", () => {
  const { path, headers, body } = compose(["/api/data/v9.2/roles", "/api/data/v9.2/WhoAmI\r\nDELETE /api/data/v9.2/roles(1)"], ORG, "batch_1");
  assert.equal(path, "/api/data/v9.2/$batch");
  assert.equal(headers.prefer, "odata.continue-on-error");
  assert.ok(!/[^\r]\n/.test(body));
  const lines = body.split("\r\n").filter((line) => / HTTP\/1\.1$/.test(line));
  assert.equal(lines.length, 2);
  assert.ok(lines.every((line) => line.startsWith("GET /api/data/v9.2/")));
  assert.ok(body.endsWith("--batch_1--\r\n"));
  assert.throws(() => compose([], ORG, "b"), Refused);
  assert.throws(() => compose(["/main.aspx"], ORG, "b"), Refused);
});

test("names are compared without case, kind of space and apostrophe, and without the state they end in", () => {
  const wanted = ["Turn on Microsoft Teams chats inside Dynamics 365", "Le propriétaire de l’enregistrement"].map(fold);
  for (const name of [
    "Turn on Microsoft Teams chats inside Dynamics 365: Off", "TURN ON  Microsoft Teams chats inside Dynamics 365", "Le propriétaire de l'enregistrement\u00a0: Activé",
  ])
    assert.ok(named(name, wanted), name);
  for (const name of ["Turn on Microsoft Teams chats", "Turn on Microsoft Teams chats inside Dynamics 365 (Preview)", ""]) assert.ok(!named(name, wanted), name);
});

test("whatever arrives is a call or is refused, and nothing else happens", () => {
  let seed = 20261121;
  const random = (most) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % most;
  const words = ["page", "snapshot", "get", "batch", "grant", "write", "act", "dock", "close", "__proto__", "constructor", "hasOwnProperty", "toString", "", "/api/data/v9.2/x", "PATCH", "css"];
  const keys = ["id", "verb", "locators", "strategies", "path", "headers", "paths", "writes", "acts", "act", "do", "options", "locator", "by", "css", "names", "least", "most", "hand", "method", "body", "digest", "__proto__", "constructor", "side", "width"];
  const make = (depth) => {
    switch (random(depth > 0 ? 9 : 6)) {
      case 0: return null;
      case 1: return random(2) === 0;
      case 2: return random(1 << 30) - (1 << 29);
      case 3: return undefined;
      case 4: case 5: return words[random(words.length)];
      case 6: return Array.from({ length: random(4) }, () => make(depth - 1));
      default: return JSON.parse(`{${Array.from({ length: random(6) }, () => `${JSON.stringify(keys[random(keys.length)])}:${JSON.stringify(make(depth - 1)) ?? "null"}`).join(",")}}`);
    }
  };
  const corpus = examples("calls");
  let accepted = 0;
  for (let round = 0; round < 20000; round++) {
    let call = make(4);
    if (round % 2 === 0) {
      // A good call with one thing wrong, or not.
      call = structuredClone(corpus[random(corpus.length)]);
      const holders = [];
      const walk = (value) => {
        if (value !== null && typeof value === "object") {
          holders.push(value);
          Object.values(value).forEach(walk);
        }
      };
      walk(call);
      const holder = holders[random(holders.length)];
      const fields = Object.keys(holder);
      if (fields.length > 0) holder[fields[random(fields.length)]] = make(2);
    }
    if (refused(call) === null) {
      accepted++;
      assert.ok(Number.isInteger(call.id) && typeof call.verb === "string" && Object.hasOwn(call, "verb"));
    }
  }
  assert.ok(accepted > 0, "the fuzz never made a good call: it tests nothing");
  assert.equal({}.polluted, undefined);
});

test("a frame whose address is none hides no other, and only pages on the web are named", () => {
  assert.equal(hostOf("https://sales.example.com/settings?x"), "sales.example.com");
  for (const src of ["https://[", "https://", "", "about:blank", "javascript:1", "http://sales.example.com/", "blob:https://sales.example.com/1"]) assert.equal(hostOf(src), "", src);
});
