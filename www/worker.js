// The extension's background: opens panels, puts the content script on granted hosts, introduces docked panels,
// and is the only writer of the journal. It carries no request and no answer of any portal.
// Listeners stand at the top level, or a waking worker would miss the event that woke it.
"use strict";

const api = globalThis.browser ?? globalThis.chrome;
const PANEL = "panel.html";

// ───────────────────────── panels

/** What a portal's page is for; elsewhere the panel begins with its overview. */
const HOMES = [
  ["partner.microsoft.com", "/lead-management/"],
  [".brightpattern.com", "/bright-pattern/"],
  ["admin.teams.microsoft.com", "/readiness/"],
  ["admin.cloud.microsoft", "/readiness/"],
  ["admin.microsoft.com", "/readiness/"],
  ["outlook.office.com", "/salesforce-connection/"],
  ["outlook.cloud.microsoft", "/salesforce-connection/"],
  ["teams.microsoft.com", "/salesforce-connection/"],
  ["teams.cloud.microsoft", "/salesforce-connection/"],
  [".lightning.force.com", "/salesforce-connection/"],
  [".my.salesforce-setup.com", "/salesforce-connection/"],
];

/** Where the panel goes for a button of `tab`. */
function routeFor(tab, asked) {
  const host = tab.url?.split("/")[2]?.split(":")[0] ?? "";
  return asked === "/" ? (HOMES.find(([portal]) => (portal[0] === "." ? host.endsWith(portal) : host === portal))?.[1] ?? asked) : asked;
}

/** A side panel that is open beside `tab` already goes there; nobody else listens. */
function lead(tab, follow) {
  if (follow !== "/") api.runtime.sendMessage({ follow, tab: tab.id }).catch(() => {});
}

/** Opens the panel beside `tab` where the browser has a place for it, else in a tab of its own. */
async function openPanel(tab, asked = "/") {
  const route = routeFor(tab, asked);
  const address = (more) => `${PANEL}?tab=${tab.id}${more}#${route}`;
  try {
    if (api.sidePanel?.open) {
      // Not awaited: `open` has to be called while the click still counts.
      api.sidePanel.setOptions({ tabId: tab.id, path: address(""), enabled: true });
      await api.sidePanel.open({ tabId: tab.id });
      return lead(tab, route);
    }
    if (api.sidebarAction?.open) {
      return await api.sidebarAction.open();
    }
  } catch {
    // No click, or no side panel in this window: the tab below always works.
  }
  const { ticket } = await issue();
  await api.tabs.create({ url: api.runtime.getURL(address(`&ticket=${ticket}`)), index: tab.index + 1, openerTabId: tab.id });
}

api.action.onClicked.addListener((tab) => openPanel(tab));

// ───────────────────────── introductions

/** Nonce → tab. A docked panel that can name one was put there by the content script of that tab. */
const introductions = new Map();

const fromPanel = (sender) => sender.id === api.runtime.id && sender.url?.split(/[?#]/)[0] === api.runtime.getURL(PANEL);
const fromContent = (sender) => sender.id === api.runtime.id && sender.frameId === 0 && sender.tab !== undefined && !fromPanel(sender);
const isNonce = (value) => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);
/** What a button of a page may ask for: a view, never a plan. A hundred characters of a title are nine hundred written as
 * an address. */
const isRoute = (value) => typeof value === "string" && value.length <= 1000 && /^\/((?!review|undo)[a-z-]+\/[\w=&%.~!'()*-]*)?$/.test(value);

// ───────────────────────── tickets

// A page can open the panel at any address in a tab of its own. Such a tab only shows: what may apply a plan was opened
// by the extension, and its address has a ticket no page knows. Kept for as long as the browser runs: ticket → the tab
// that came with it first, which may be loaded anew.

async function issue() {
  const ticket = crypto.randomUUID();
  await api.storage.session.set({ [`ticket/${ticket}`]: 0 });
  return { ticket };
}

async function redeem(ticket, tab) {
  const key = `ticket/${ticket}`;
  const held = (await api.storage.session.get(key))[key];
  if (held === 0) await api.storage.session.set({ [key]: tab });
  return { redeemed: tab !== undefined && (held === 0 || held === tab) };
}

/** What is answered to a message, or will be; `undefined` for one nobody here answers. */
function answer(message, sender) {
  if (message === null || typeof message !== "object") return undefined;
  if (fromContent(sender)) {
    if (isNonce(message.introduce)) {
      introductions.set(message.introduce, sender.tab.id);
      return { introduced: true };
    }
    if (isRoute(message.open)) {
      if (message.beside === true) lead(sender.tab, routeFor(sender.tab, message.open));
      else openPanel(sender.tab, message.open);
      return { opened: true };
    }
  }
  if (fromPanel(sender) && isNonce(message.claim)) {
    const tabId = introductions.get(message.claim);
    introductions.delete(message.claim); // handed out once, whoever asks
    return { tabId: tabId !== undefined && tabId === sender.tab?.id ? tabId : null };
  }
  if (fromPanel(sender) && message.issue === true) return issue();
  // A frame has no use for one.
  if (fromPanel(sender) && sender.frameId === 0 && isNonce(message.redeem)) return inTurn(() => redeem(message.redeem, sender.tab?.id));
  return undefined;
}

api.runtime.onMessage.addListener((message, sender, respond) => {
  const said = answer(message, sender);
  if (said instanceof Promise) {
    // What cannot be told is not so: no ticket, nothing redeemed.
    said.then(respond, () => respond({}));
    return true;
  }
  if (said !== undefined) respond(said);
  return false;
});

// ───────────────────────── content scripts

const declared = () => api.runtime.getManifest().content_scripts.flatMap((script) => script.matches);

/** Tabs that were open before the extension came get the content script too. */
async function injectInto(patterns) {
  if (patterns.length === 0) return;
  for (const tab of await api.tabs.query({ url: patterns })) {
    api.scripting.executeScript({ target: { tabId: tab.id }, files: ["content.js"] }).catch(() => {
      // A tab that shows an error page or is asleep; it gets the script when it loads.
    });
  }
}

/** The optional hosts whose pages get buttons; to any other only requests go. `src/portal/page.rs` tests that both sides
 *  agree. */
const PORTALS = /*portals*/ [
  "*.crm.microsoftdynamics.us",
  "*.crm.appsplatform.us",
  "*.crm.dynamics.cn",
  "partner.microsoft.com",
  "admin.powerplatform.microsoft.com",
  "entra.microsoft.com",
  "portal.azure.com",
  "admin.teams.microsoft.com",
  "admin.cloud.microsoft",
  "admin.microsoft.com",
  "*.brightpattern.com",
  "outlook.office.com",
  "outlook.cloud.microsoft",
  "teams.microsoft.com",
  "teams.cloud.microsoft",
  "*.lightning.force.com",
  "*.my.salesforce-setup.com"
] /*end*/;
/** Whether a granted host is this one, or of these: one tenant's is asked for, not everybody's. */
const covers = (hosts, host) => host === hosts || (hosts[0] === "*" && host.endsWith(hosts.slice(1)));

/** Registers the content script on exactly the portals granted now. */
async function followGrants() {
  const granted = (await api.permissions.getAll()).origins ?? [];
  const matches = granted.filter((origin) => PORTALS.some((hosts) => covers(hosts, origin.replace(/^https:..|[/][*]$/g, ""))));
  await api.scripting.unregisterContentScripts({ ids: ["granted"] }).catch(() => {});
  if (matches.length > 0) {
    await api.scripting.registerContentScripts([{ id: "granted", matches, js: ["content.js"], runAt: "document_idle" }]);
  }
  return matches;
}

api.runtime.onInstalled.addListener(({ reason }) => {
  followGrants();
  if (reason === "install") injectInto(declared());
});
api.permissions.onAdded.addListener(({ origins = [] }) => {
  followGrants().then((matches) => injectInto(matches.filter((match) => origins.includes(match))));
});
api.permissions.onRemoved.addListener(() => {
  followGrants();
});

// ───────────────────────── the journal

// Content scripts would be let in, and use none of it: a page that took one over would read what was done and written.
// Firefox does not know this; its content scripts can only be kept out by not giving them anything that reads.
api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => {});

const QUOTA = api.storage.local.QUOTA_BYTES ?? 10485760;
const JOURNAL_KEY = /^run\/[\w-]{1,64}(\/\d{1,6})?$/;

/** Target → the port of the panel that runs a plan on it. */
const leases = new Map();
/** Everything that is kept, one after the other. */
let queue = Promise.resolve();

function inTurn(work) {
  const done = queue.then(work);
  queue = done.catch(() => {});
  return done;
}

class Refused extends Error {
  constructor(error) {
    super("refused");
    this.error = error;
  }
}

const bytesUsed = () =>
  api.storage.local.getBytesInUse
    ? api.storage.local.getBytesInUse(null)
    : api.storage.local.get(null).then((all) => new TextEncoder().encode(JSON.stringify(all)).length);

async function reserve(bytes) {
  const free = Math.max(0, QUOTA - (await bytesUsed()));
  if (bytes > free) throw new Refused({ full: { needed: bytes, free } });
}

const runOf = (key) => key.split("/")[1];

/** A run is written by the panel that holds the leases of its targets; one that is over may be forgotten by any panel
 *  while no other holds them. What is stored says which targets they are, or the entry that begins the run. */
async function check(entries, port) {
  const mine = port.sender.documentId ?? port;
  for (const run of new Set(entries.map(({ key }) => runOf(key)))) {
    const head = `run/${run}`;
    const told = entries.filter(({ key }) => runOf(key) === run);
    const header = (await api.storage.local.get(head))[head] ?? told.find(({ key }) => key === head)?.value;
    const targets = (header?.plan?.targets ?? []).map(({ identity }) => identity);
    const holders = await Promise.all(targets.map(holder));
    if (holders.some((held) => held !== undefined && held !== mine)) throw new Refused("leaseHeld");
    const forgotten = header?.endedAt != null && told.every(({ value }) => value == null);
    if (!forgotten && (targets.length === 0 || holders.includes(undefined))) throw new Refused({ unreachable: `no lease for ${head}` });
  }
}

async function write(entries, port) {
  const kept = {};
  const dropped = [];
  for (const { key } of entries) if (!JOURNAL_KEY.test(key)) throw new Refused({ unreachable: `not a journal key: ${key}` });
  await check(entries, port);
  for (const { key, value } of entries) {
    if (value === null || value === undefined) dropped.push(key);
    else kept[key] = value;
  }
  try {
    await api.storage.local.set(kept); // all keys or none
  } catch (cause) {
    const needed = new TextEncoder().encode(JSON.stringify(kept)).length;
    const free = Math.max(0, QUOTA - (await bytesUsed()));
    throw new Refused(free < needed ? { full: { needed, free } } : { unreachable: String(cause) });
  }
  if (dropped.length > 0) await api.storage.local.remove(dropped);
}

async function read(prefix) {
  const all = await api.storage.local.get(null);
  return Object.keys(all)
    .filter((key) => key.startsWith(prefix) && JOURNAL_KEY.test(key))
    .sort()
    .map((key) => ({ key, value: all[key] }));
}

/** A lease survives the worker's sleep in session storage; it counts while its panel's document exists. */
async function holder(target) {
  const live = leases.get(target);
  if (live) return live.sender.documentId ?? live;
  const key = `lease/${target}`;
  const stored = (await api.storage.session.get(key))[key];
  if (!stored || !api.runtime.getContexts) return undefined;
  const [context] = await api.runtime.getContexts({ documentIds: [stored] });
  return context && stored;
}

async function acquire(target, port) {
  const mine = port.sender.documentId ?? port;
  const held = await holder(target);
  if (held !== undefined && held !== mine) throw new Refused("leaseHeld");
  leases.set(target, port);
  if (port.sender.documentId) await api.storage.session.set({ [`lease/${target}`]: port.sender.documentId });
}

async function release(target, port) {
  if (leases.get(target) !== port) return;
  leases.delete(target);
  await api.storage.session.remove(`lease/${target}`);
}

/** Carries out one message of the journal port. */
function perform(message, port) {
  const text = (value) => typeof value === "string" && value.length <= 300;
  switch (message?.op) {
    case "acquire":
      if (text(message.target)) return acquire(message.target, port);
      break;
    case "release":
      if (text(message.target)) return release(message.target, port);
      break;
    case "reserve":
      if (Number.isSafeInteger(message.bytes) && message.bytes >= 0) return reserve(message.bytes);
      break;
    case "write":
      if (Array.isArray(message.entries) && message.entries.every((entry) => typeof entry?.key === "string")) return write(message.entries, port);
      break;
    case "read":
      if (text(message.prefix)) return read(message.prefix);
      break;
  }
  throw new Refused({ unreachable: "not a journal message" });
}

api.runtime.onConnect.addListener((port) => {
  if (port.name !== "journal" || !fromPanel(port.sender)) return port.disconnect();
  let open = true;
  port.onMessage.addListener((message) => {
    const id = message?.id;
    if (!Number.isSafeInteger(id)) return;
    queue = queue.then(async () => {
      let said;
      try {
        said = { id, ok: (await perform(message, port)) ?? null };
      } catch (cause) {
        said = { id, error: cause instanceof Refused ? cause.error : { unreachable: String(cause) } };
      }
      if (open) port.postMessage(said);
    });
  });
  port.onDisconnect.addListener(() => {
    open = false;
    queue = queue.then(async () => {
      for (const [target, held] of leases) if (held === port) await release(target, port);
    });
  });
});
