// The worker against a browser of a few lines: introductions, the lease, the journal.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const ID = "latchkey";
const PANEL = `chrome-extension://${ID}/panel.html`;

function event() {
  const heard = [];
  return { addListener: (listener) => heard.push(listener), fire: (...said) => heard.map((listener) => listener(...said)) };
}

function area(quota = 1000) {
  const kept = new Map();
  const size = () => [...kept].reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);
  return {
    kept,
    QUOTA_BYTES: quota,
    getBytesInUse: async () => size(),
    get: async (key) => Object.fromEntries([...kept].filter(([name]) => key === null || name === key)),
    remove: async (keys) => [keys].flat().forEach((key) => kept.delete(key)),
    set: async (items) => {
      const before = new Map(kept);
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
      if (size() > quota) {
        kept.clear();
        before.forEach((value, key) => kept.set(key, value));
        throw new Error("quota");
      }
    },
  };
}

/** A browser; `stores` survive a worker that went to sleep. */
function start(stores = { local: area(), session: area() }, documents = new Set(), origins = []) {
  const opened = [];
  const registered = [];
  const api = {
    action: { onClicked: event() },
    permissions: { onAdded: event(), onRemoved: event(), getAll: async () => ({ origins }) },
    runtime: {
      id: ID, onConnect: event(), onInstalled: event(), onMessage: event(), getURL: (path) => `chrome-extension://${ID}/${path}`,
      getManifest: () => ({ content_scripts: [{ matches: [] }] }),
      getContexts: async ({ documentIds }) => documentIds.filter((id) => documents.has(id)).map((documentId) => ({ documentId })),
    },
    scripting: { unregisterContentScripts: async () => {}, registerContentScripts: async (scripts) => void registered.push(...scripts), executeScript: async () => {} },
    storage: stores,
    tabs: { create: async (tab) => void opened.push(tab), query: async () => [] },
  };
  load("worker.js", { chrome: api });
  const tell = (message, sender) => {
    let said;
    api.runtime.onMessage.fire(message, { id: ID, ...sender }, (answer) => (said = answer));
    return said;
  };
  /** What is answered in its own time. */
  const later = (message, sender) =>
    new Promise((done) => api.runtime.onMessage.fire(message, { id: ID, ...sender }, (answer) => done(JSON.parse(JSON.stringify(answer)))));
  const panel = (documentId, sender = {}) => {
    documents.add(documentId);
    const waiting = new Map();
    let next = 0;
    const port = {
      name: "journal", closed: false, onMessage: event(), onDisconnect: event(), sender: { id: ID, url: PANEL, documentId, ...sender },
      postMessage: (message) => waiting.get(message.id)(message), disconnect: () => (port.closed = true),
    };
    api.runtime.onConnect.fire(port);
    return {
      port,
      ask: (message) => new Promise((answer) => (waiting.set(++next, answer), port.onMessage.fire({ id: next, ...message }))).then(({ id, ...rest }) => JSON.parse(JSON.stringify(rest))),
      close: () => (documents.delete(documentId), port.onDisconnect.fire()),
    };
  };
  return { api, registered, stores, documents, opened, tell, later, panel };
}

const content = { url: "https://contoso.crm4.dynamics.com/main.aspx", frameId: 0, tab: { id: 7 } };
const frame = { url: `${PANEL}#x`, frameId: 3, tab: { id: 7 } };
const NONCE = "7a1b0c7e-5c0b-4d0e-9f3e-1c2d3e4f5a6b";

test("a nonce introduces one frame of its own tab, once", () => {
  const { tell } = start();
  assert.ok(tell({ introduce: NONCE }, content).introduced);
  assert.equal(tell({ claim: NONCE }, frame).tabId, 7);
  assert.equal(tell({ claim: NONCE }, frame).tabId, null);
});

test("a frame of another tab gets nothing, and the nonce is spent", () => {
  const { tell } = start();
  tell({ introduce: NONCE }, content);
  assert.equal(tell({ claim: NONCE }, { ...frame, tab: { id: 8 } }).tabId, null);
  assert.equal(tell({ claim: NONCE }, frame).tabId, null);
});

test("only the content script introduces and only the panel claims", () => {
  const { tell } = start();
  assert.equal(tell({ introduce: NONCE }, { ...content, frameId: 2 }), undefined);
  assert.equal(tell({ introduce: NONCE }, frame), undefined);
  assert.equal(tell({ introduce: NONCE }, { ...content, id: "another" }), undefined);
  tell({ introduce: NONCE }, content);
  assert.equal(tell({ claim: NONCE }, content), undefined);
  for (const message of [null, 5, "x", {}, { introduce: "short" }, { open: "javascript:alert(1)" }, { open: "//evil" }]) assert.equal(tell(message, content), undefined);
});

test("buttons come to the portals that were granted, one tenant's host as well as all, and to no other host", async () => {
  const portals = ["https://partner.microsoft.com/*", "https://contoso.brightpattern.com/*", "https://*.crm.dynamics.cn/*"];
  const others = ["https://graph.microsoft.com/*", "https://login.microsoftonline.com/*", "https://contoso.crm4.dynamics.com/*", "https://evilbrightpattern.com/*"];
  const { api, registered } = start(undefined, undefined, [...portals, ...others]);
  api.permissions.onAdded.fire({ origins: portals });
  await new Promise((go) => setTimeout(go, 20));
  assert.deepEqual(JSON.parse(JSON.stringify(registered)), [{ id: "granted", matches: portals, js: ["content.js"], runAt: "document_idle" }]);
});

test("a portal's button leads a side panel that is open beside it already to that portal's recipe", async () => {
  const { api, tell, opened } = start();
  const [shown, told] = [[], []];
  api.sidePanel = { setOptions: (options) => void shown.push(options), open: async () => {} };
  api.runtime.sendMessage = async (message) => void told.push(JSON.parse(JSON.stringify(message)));
  const button = (url) => ({ url, frameId: 0, tab: { id: 7, url } });
  const after = () => new Promise((go) => setTimeout(go, 5));
  // The page was left meanwhile, so it does not know of the panel.
  tell({ open: "/" }, button("https://contoso.lightning.force.com/lightning/setup/home"));
  await after();
  assert.equal(shown[0].path, "panel.html?tab=7#/salesforce-connection/");
  assert.deepEqual(told, [{ follow: "/salesforce-connection/", tab: 7 }]);
  // It does: nothing is opened, in a browser that could open nothing here either.
  tell({ open: "/", beside: true }, button("https://partner.microsoft.com/dashboard/"));
  tell({ open: "/disconnect-rights/Case", beside: true }, button("https://contoso.crm4.dynamics.com/main.aspx"));
  tell({ open: "/", beside: true }, button("https://contoso.crm4.dynamics.com/main.aspx"));
  await after();
  assert.deepEqual(told.slice(1), [{ follow: "/lead-management/", tab: 7 }, { follow: "/disconnect-rights/Case", tab: 7 }]);
  assert.equal(shown.length, 1);
  assert.deepEqual(opened, []);
});

const panelTab = (id) => ({ url: `${PANEL}?ticket=x#/review/00`, frameId: 0, tab: { id } });

test("a ticket is for the tab that comes with it first, for as long as the browser runs", async () => {
  const first = start();
  const { ticket } = await first.later({ issue: true }, panelTab(1));
  assert.match(ticket, /^[0-9a-f-]{36}$/);
  assert.deepEqual(await first.later({ redeem: ticket }, panelTab(2)), { redeemed: true });
  assert.deepEqual(await first.later({ redeem: ticket }, panelTab(3)), { redeemed: false });
  // Loaded anew, after the worker slept.
  const second = start(first.stores, first.documents);
  assert.deepEqual(await second.later({ redeem: ticket }, panelTab(2)), { redeemed: true });
  assert.deepEqual(await second.later({ redeem: ticket }, panelTab(3)), { redeemed: false });
});

test("of two tabs that come with one ticket at once, one is let in", async () => {
  const { later } = start();
  const { ticket } = await later({ issue: true }, panelTab(1));
  const both = await Promise.all([2, 3].map((id) => later({ redeem: ticket }, panelTab(id))));
  assert.deepEqual(both.map(({ redeemed }) => redeemed), [true, false]);
});

test("nobody but the extension's own pages is given a ticket, and none is made up", async () => {
  const { tell, later } = start();
  for (const sender of [content, { ...panelTab(1), id: "another" }, { ...panelTab(1), url: "chrome-extension://latchkey/other.html" }, { ...content, url: "https://contoso.crm4.dynamics.com/panel.html" }]) {
    assert.equal(tell({ issue: true }, sender), undefined);
    assert.equal(tell({ redeem: NONCE }, sender), undefined);
  }
  assert.deepEqual(await later({ redeem: NONCE }, panelTab(1)), { redeemed: false });
  assert.equal(tell({ redeem: "short" }, panelTab(1)), undefined);
  assert.equal(tell({ redeem: NONCE }, frame), undefined, "a frame has its nonce");
});

test("a tab the worker opens has a ticket, and a page's buttons ask for views, never for plans", async () => {
  const { tell, later, opened } = start();
  for (const open of ["/review/7b7d", "/undo/run-1", "/review/disconnect-rights/7b7d", "/disconnect-rights", "/disconnect-rights/a/b", "/history"]) assert.equal(tell({ open }, content), undefined, open);
  for (const open of ["/", "/disconnect-rights/", "/disconnect-rights/Case%20(2)"]) assert.ok(tell({ open }, content).opened, open);
  await new Promise((go) => setTimeout(go, 20));
  assert.equal(opened.length, 3);
  const [, ticket, route] = opened[2].url.match(/&ticket=([0-9a-f-]{36})#(.*)$/);
  assert.equal(route, "/disconnect-rights/Case%20(2)");
  assert.deepEqual(await later({ redeem: ticket }, panelTab(9)), { redeemed: true });
});

test("the journal is for the panel only", () => {
  const { panel } = start();
  assert.ok(panel("d", { url: "chrome-extension://latchkey/other.html" }).port.closed);
  assert.ok(panel("d", { url: "https://contoso.crm4.dynamics.com/panel.html" }).port.closed);
  assert.ok(panel("d", { id: "another" }).port.closed);
  assert.ok(!panel("d").port.closed);
});

const header = (target, more = {}) => ({ plan: { targets: [{ identity: target }] }, endedAt: null, ...more });
const write = (...entries) => ({ op: "write", entries: entries.map(([key, value]) => ({ key, value })) });
const keys = async (panel) => (await panel.ask({ op: "read", prefix: "run/" })).ok.map(({ key }) => key);

test("g1: a write keeps all of its keys or none, and what is written is read back in order", async () => {
  const { panel, stores } = start();
  const one = panel("one");
  await one.ask({ op: "acquire", target: "org" });
  assert.deepEqual(await one.ask(write(["run/a/1", { x: 1 }], ["run/a", header("org")])), { ok: null });
  assert.deepEqual(await keys(one), ["run/a", "run/a/1"]);
  const big = await one.ask(write(["run/b", header("org")], ["run/b/1", "x".repeat(2000)]));
  assert.ok(big.error.full.needed > big.error.full.free);
  assert.ok(!stores.local.kept.has("run/b"));
  await one.ask(write(["run/a/1", null]));
  assert.deepEqual(await keys(one), ["run/a"]);
});

test("g1: only the panel that holds a run's lease writes the run", async () => {
  const { panel } = start();
  const [one, two] = [panel("one"), panel("two")];
  assert.ok((await one.ask(write(["run/a", header("org")]))).error.unreachable, "nobody holds it");
  await one.ask({ op: "acquire", target: "org" });
  assert.deepEqual(await one.ask(write(["run/a", header("org")])), { ok: null });
  assert.deepEqual(await two.ask(write(["run/a/1", 1])), { error: "leaseHeld" });
  assert.deepEqual(await two.ask(write(["run/b", header("org")])), { error: "leaseHeld" });
  await two.ask({ op: "acquire", target: "other" });
  assert.deepEqual(await two.ask(write(["run/a", header("other")])), { error: "leaseHeld" }, "what is stored says whose run it is");
  assert.deepEqual(await two.ask(write(["run/b", header("other")], ["run/a/1", 1])), { error: "leaseHeld" }, "all or none");
  assert.deepEqual(await keys(one), ["run/a"]);
  await one.ask({ op: "release", target: "org" });
  assert.ok((await one.ask(write(["run/a/1", 1]))).error.unreachable, "it was given back");
  for (const strange of [1, null, {}, { plan: { targets: [] } }]) assert.ok((await one.ask(write(["run/c", strange]))).error.unreachable);
  assert.ok((await one.ask(write(["run/d/1", 1]))).error.unreachable, "a run begins with its header");
});

test("g1: any panel forgets runs that are over, and no panel one that is not", async () => {
  const { panel } = start();
  const [one, two] = [panel("one"), panel("two")];
  await one.ask({ op: "acquire", target: "org" });
  await one.ask(write(["run/a", header("org", { endedAt: 5 })], ["run/a/1", 1]));
  await one.ask(write(["run/b", header("org")], ["run/b/1", 1]));
  const forget = write(["run/a", null], ["run/a/1", null]);
  assert.deepEqual(await two.ask(forget), { error: "leaseHeld" }, "another panel may be settling it");
  one.close();
  assert.ok((await two.ask(write(["run/b", null], ["run/b/1", null]))).error.unreachable);
  assert.ok((await two.ask(write(["run/a/1", 2]))).error.unreachable, "forgotten, not changed");
  assert.deepEqual(await two.ask(forget), { ok: null });
  assert.deepEqual(await keys(two), ["run/b", "run/b/1"]);
});

test("g1: space is refused before the first write", async () => {
  const one = start().panel("one");
  assert.deepEqual(await one.ask({ op: "reserve", bytes: 10 }), { ok: null });
  assert.equal((await one.ask({ op: "reserve", bytes: 5000 })).error.full.needed, 5000);
});

test("the journal's keys are its own: no setting is written or read through it", async () => {
  const { panel, stores } = start();
  stores.local.kept.set("language", "da");
  const one = panel("one");
  for (const key of ["language", "run/../x", "run/a/b/c", "__proto__", ""]) assert.ok((await one.ask({ op: "write", entries: [{ key, value: 1 }] })).error.unreachable, key);
  assert.deepEqual(await one.ask({ op: "read", prefix: "" }), { ok: [] });
  for (const message of [{}, { op: "clear" }, { op: "write", entries: {} }, { op: "reserve", bytes: -1 }]) assert.ok((await one.ask(message)).error.unreachable);
});

test("one lease per target, for as long as its panel lives", async () => {
  const { panel } = start();
  const [one, two] = [panel("one"), panel("two")];
  assert.deepEqual(await one.ask({ op: "acquire", target: "org" }), { ok: null });
  assert.deepEqual(await one.ask({ op: "acquire", target: "org" }), { ok: null });
  assert.deepEqual(await two.ask({ op: "acquire", target: "org" }), { error: "leaseHeld" });
  assert.deepEqual(await two.ask({ op: "acquire", target: "other" }), { ok: null });
  one.close();
  assert.deepEqual(await two.ask({ op: "acquire", target: "org" }), { ok: null });
});

test("a lease outlives the worker's sleep, but not its panel", async () => {
  const first = start();
  await first.panel("one").ask({ op: "acquire", target: "org" });
  const second = start(first.stores, first.documents);
  const two = second.panel("two");
  assert.deepEqual(await two.ask({ op: "acquire", target: "org" }), { error: "leaseHeld" });
  assert.deepEqual(await second.panel("one").ask({ op: "acquire", target: "org" }), { ok: null });
  first.documents.delete("one");
  const third = start(first.stores, first.documents);
  assert.deepEqual(await third.panel("two").ask({ op: "acquire", target: "org" }), { ok: null });
});

test("whenever the worker wakes, content scripts are kept from what is stored", () => {
  const asked = [];
  const closing = (answer) => ({ ...area(), setAccessLevel: (level) => (asked.push({ ...level }), answer) });
  start({ local: closing(Promise.resolve()), session: area() });
  start({ local: closing(Promise.reject(new Error("not here"))), session: area() });
  assert.deepEqual(asked, Array(2).fill({ accessLevel: "TRUSTED_CONTEXTS" }));
});
