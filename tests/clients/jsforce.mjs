// jsforce against the sandbox: run as `cases.mjs` says.

import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { client, origin, refused, run, send, test } from "./cases.mjs";

const { Connection, OAuth2 } = client("jsforce");

const as = (user, more) => new Connection({ instanceUrl: origin, accessToken: `sandbox:${user}`, version: "66.0", ...more });
const salesforce = as("admin@contoso.com");
const mark = `J${randomBytes(4).toString("hex")}`;

test("who is signed in, and the limits of the day", async () => {
  const identity = await salesforce.request("/services/oauth2/userinfo");
  assert.equal(identity.preferred_username, "admin@contoso.com");
  const limits = await salesforce.limits();
  assert.ok(limits.DailyApiRequests.Remaining <= limits.DailyApiRequests.Max);
  assert.match(String(salesforce.limitInfo.apiUsage.limit), /^\d+$/);
});

test("a query with relationships and a semi-join", async () => {
  const soql = "SELECT Id, Profile.Name, Profile.UserLicense.Name FROM User WHERE IsActive = true AND Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.PermissionsModifyAllData = true)";
  const found = await salesforce.query(soql);
  assert.ok(found.done && found.totalSize === found.records.length && found.totalSize >= 2);
  assert.ok(found.records.every((user) => user.Profile.Name === "System Administrator" && user.Profile.UserLicense.Name === "Salesforce"));
});

test("a query of its own making, sorted, with limit and skip", async () => {
  const found = await salesforce.sobject("PermissionSet").find({ IsOwnedByProfile: false, Label: { $like: "%A%" } }, ["Id", "Label"]).sort({ Label: 1 }).limit(3).skip(1);
  const labels = found.map(({ Label }) => Label);
  assert.deepEqual(labels, [...labels].sort((a, b) => a.localeCompare(b)));
  assert.equal(await salesforce.sobject("PermissionSet").count({ IsOwnedByProfile: true }), 7);
});

test("an answer that comes in parts is fetched to its end", async () => {
  const state = JSON.parse((await send("GET", "/state")).text);
  const users = state.salesforce.User;
  const user = (number) => ({ Username: `bulk${number}@contoso.example`, LastName: "Bulk", Name: `Bulk ${number}`, Email: "bulk@contoso.example", ProfileId: users[0].ProfileId });
  const all = [...users, ...Array.from({ length: 450 }, (_, number) => user(number))];
  assert.equal((await send("PUT", "/state", { body: JSON.stringify({ salesforce: { User: all } }) })).status, 200);
  const found = await salesforce.query("SELECT Id FROM User", { headers: { "Sforce-Query-Options": "batchSize=200" }, autoFetch: true, maxFetch: 9999 });
  assert.equal(new Set(found.records.map(({ Id }) => Id)).size, all.length);
  assert.equal((await send("PUT", "/state", { body: JSON.stringify({ salesforce: { User: users } }) })).status, 200);
});

test("describe: the object, and all of them", async () => {
  const described = await salesforce.sobject("Lead").describe();
  const permissionable = Object.fromEntries(described.fields.map(({ name, permissionable: is }) => [name, is]));
  assert.deepEqual([permissionable.Email, permissionable.LastName], [true, false]);
  const names = (await salesforce.describeGlobal()).sobjects.map(({ name }) => name);
  assert.ok(names.includes("ConnectedApplication") && names.includes("SetupEntityAccess"));
});

test("a permission set lives: made, read, changed, assigned, deleted", async () => {
  const sets = salesforce.sobject("PermissionSet");
  const made = await sets.create({ Name: mark, Label: mark });
  assert.ok(made.success);
  assert.equal((await sets.retrieve(made.id)).Label, mark);
  await sets.update({ Id: made.id, PermissionsApiEnabled: true });
  const user = (await salesforce.sobject("User").findOne({ Username: "agent@contoso.com" }, "Id")).Id;
  const held = await salesforce.sobject("PermissionSetAssignment").create({ AssigneeId: user, PermissionSetId: made.id });
  const again = await refused(() => salesforce.sobject("PermissionSetAssignment").create({ AssigneeId: user, PermissionSetId: made.id }));
  assert.equal(again.errorCode, "DUPLICATE_VALUE");
  await salesforce.sobject("PermissionSetAssignment").destroy(held.id);
  await sets.destroy(made.id);
  assert.equal((await refused(() => sets.retrieve(made.id))).errorCode, "NOT_FOUND");
});

test("many records at once, some of them refused", async () => {
  const sets = salesforce.sobject("PermissionSet");
  const made = await sets.create([{ Name: `${mark}a`, Label: "a" }, { Name: "9", Label: "b" }, { Name: `${mark}c`, Label: "c" }], { allOrNone: false });
  assert.deepEqual(made.map(({ success }) => success), [true, false, true]);
  const gone = await sets.destroy([made[0].id, made[2].id]);
  assert.ok(gone.every(({ success }) => success));
});

test("a composite request", async () => {
  const base = "/services/data/v66.0";
  const answer = await salesforce.requestPost(`${base}/composite`, {
    allOrNone: true,
    compositeRequest: [
      { method: "POST", url: `${base}/sobjects/PermissionSet`, referenceId: "made", body: { Name: `${mark}x`, Label: "x" } },
      { method: "DELETE", url: `${base}/sobjects/PermissionSet/@{made.id}`, referenceId: "gone" },
    ],
  });
  assert.deepEqual(answer.compositeResponse.map(({ httpStatusCode }) => httpStatusCode), [201, 204]);
});

test("errors have their codes", async () => {
  const code = async (run) => (await refused(run)).errorCode;
  assert.equal(await code(() => salesforce.query("SELECT Nothing FROM User")), "INVALID_FIELD");
  assert.equal(await code(() => salesforce.query("SELECT Id FROM Nothing")), "INVALID_TYPE");
  assert.equal(await code(() => salesforce.query("SELECT Id User")), "MALFORMED_QUERY");
  assert.equal(await code(() => as("nobody@contoso.com").query("SELECT Id FROM User")), "INVALID_SESSION_ID");
  assert.equal(await code(() => as("agent@contoso.com").query("SELECT Id FROM User")), "API_DISABLED_FOR_ORG");
});

test("a busy day's limit is an error with its code", async () => {
  const body = JSON.stringify({ match: { path: "/services/data/v66.0/limits" }, status: 403, body: [{ message: "TotalRequests Limit exceeded.", errorCode: "REQUEST_LIMIT_EXCEEDED" }] });
  assert.equal((await send("POST", "/faults", { body })).status, 200);
  assert.equal((await refused(() => salesforce.limits())).errorCode, "REQUEST_LIMIT_EXCEEDED");
  assert.ok(await salesforce.limits());
});

test("signing in with PKCE, renewing, revoking", async () => {
  const host = "contoso.my.salesforce.com";
  const redirectUri = "https://himfhejemmfmemhhpmpbjkdgnldlglej.chromiumapp.org/";
  const clientId = "3MVG9latchkeyContoso.ExternalClientApp_7f3c9e2a5b1d4c68a0e9";
  const oauth2 = new OAuth2({ loginUrl: origin, clientId, redirectUri, useVerifier: true });
  const address = new URL(oauth2.getAuthorizationUrl({ scope: "api refresh_token", state: "s" }));
  assert.equal(address.searchParams.get("code_challenge"), createHash("sha256").update(oauth2.codeVerifier).digest("base64url"));
  address.searchParams.set("code_challenge_method", "S256");
  const form = (fields) => ({ host, body: String(new URLSearchParams(fields)), headers: { "content-type": "application/x-www-form-urlencoded", cookie: fields.cookie ?? "" } });
  const flow = ({ text }) => text.match(/name="flow" value="([^"]+)"/)[1];
  const page = await send("GET", address.pathname + address.search, { host });
  const approval = await send("POST", "/login", form({ flow: flow(page), choice: "admin@contoso.com" }));
  const cookie = approval.headers["set-cookie"][0].split(";")[0];
  const allowed = { ...form({ flow: flow(approval), choice: "allow" }) };
  allowed.headers.cookie = cookie;
  const back = await send("POST", "/setup/secur/RemoteAccessAuthorizationPage.apexp", allowed);
  const code = new URL(back.headers.location).searchParams.get("code");
  const connection = new Connection({ oauth2, version: "66.0" });
  const user = await connection.authorize(code);
  assert.match(user.id, /^005.{15}$/);
  assert.equal(connection.instanceUrl, origin);
  assert.equal((await connection.identity()).username, "admin@contoso.com");
  const before = connection.accessToken;
  connection.accessToken = "expired";
  assert.ok((await connection.query("SELECT Id FROM Organization")).totalSize === 1);
  assert.notEqual(connection.accessToken, before);
  const { refreshToken } = connection;
  await connection.logout(true);
  assert.match((await refused(() => oauth2.refreshToken(refreshToken))).message, /expired access\/refresh token/);
});

await run();
