// The Sales app: its tabs, and under Settings the agents' connections. All of its markup is made up.

import { setGeneration, toggle } from "./controls.js";
import { h, render, sleep } from "./dom.js";
import { labelsFor } from "./sales_labels.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
const labels = labelsFor(boot.locale);
document.documentElement.lang = boot.locale;
setGeneration(boot.generation);

let tab = "home";
let section = null;
let item = null;
let told = null; // what the server said last
let wanted = null; // the switch as set, not yet saved
let message = null;

async function call(method, path, body) {
  const answer = await fetch(`/api/${path}`, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(labels.failed);
  return answer.json();
}

/** Asks again for as long as something is under way. */
async function watch() {
  for (;;) {
    const before = JSON.stringify(told);
    told = await call("GET", "connection");
    if (wanted === source().access) wanted = null;
    if (JSON.stringify(told) !== before) draw();
    await sleep(told.busy ? 1000 : 5000);
    if (item === null) return;
  }
}

async function act(run) {
  try {
    told = await run();
    wanted = null;
    message = { text: labels.saved };
  } catch (error) {
    message = { text: error.message, wrong: true };
  }
  draw();
}

/** The source whose settings are open, as the server tells it; another one is there at once. */
const source = () => (item === "other" ? { access: told.other, app: told.other && `${labels.other} app`, user: `${labels.other} user` } : told);
const save = () => act(() => call("PUT", item === "other" ? "other" : "connection", { access: wanted ?? source().access }));
const reconnect = () => act(() => call("POST", item === "other" ? "other/reconnect" : "connection/reconnect", {}));
const button = (label, onclick, more) => h("button", { type: "button", class: "fui-Button push", onclick, ...more }, label);

function choose(access) {
  wanted = access === source().access ? null : access;
  message = null;
  if (!access && boot.dialects.turnoff === "at-once") save();
  else setTimeout(draw);
}

/** The settings of the source that is open; how they say whose they are nobody has published. */
function pane() {
  if (!told) return h("p", { class: "quiet" }, labels.loading);
  const it = source();
  const name = labels[item];
  const on = wanted ?? it.access;
  const said = boot.dialects.sourcepane;
  return h(said === "plain" ? "div" : "section", { class: "sheet", "aria-label": said === "region" ? name : null }, said !== "plain" && h("h2", {}, name), h("p", {}, labels.intro),
    toggle({ label: labels.turnOn, checked: on, words: { on: labels.on, off: labels.off }, disabled: it.busy, onchange: choose }),
    it.trouble && h("div", { class: "fui-MessageBar error", role: "alert" }, labels.trouble[it.trouble]),
    it.busy && h("div", { class: "fui-Spinner", role: "status" }, labels.busy),
    it.app && h("section", { "aria-label": labels.details }, h("h3", {}, labels.details),
      h("dl", {}, h("dt", {}, labels.appName), h("dd", {}, it.app), h("dt", {}, labels.userName), h("dd", {}, it.user))),
    h("div", { class: "commands" }, button(labels.save, save, { class: "fui-Button push primary", disabled: wanted === null || it.busy }),
      it.access && !it.busy && button(labels.reconnect, reconnect)),
    message && h("p", { role: message.wrong ? "alert" : "status", class: message.wrong ? "error" : "quiet" }, message.text));
}

function connectors() {
  const open = (name) => () => {
    const isWatched = item !== null;
    item = name;
    wanted = message = null;
    draw();
    if (!isWatched) watch();
  };
  const listed = boot.dialects.datasources === "several" ? ["other", "salesforce"] : ["salesforce"];
  return h("div", { class: "sheet" }, h("h1", {}, labels.connectors), h("h2", {}, labels.agentConnections),
    h("ul", { class: "list" }, listed.map((name) => h("li", {}, button(labels[name], open(name), { "aria-expanded": String(item === name) })))),
    item && pane());
}

function settings() {
  const named = boot.dialects.connectors === "absent" ? labels.sections : [...labels.sections, labels.connectors];
  const pick = (name) => {
    section = name;
    item = null;
    draw();
  };
  return h("div", { class: "settings" },
    h("nav", { "aria-label": labels.title }, h("h1", {}, labels.title), h("ul", { class: "list" }, named.map((name) => h("li", {}, button(name, () => pick(name), { "aria-current": section === name ? "page" : null }))))),
    section === labels.connectors ? connectors() : h("p", { class: "quiet" }, labels.nothing));
}

function draw() {
  const tabs = [["home", labels.home], ...(boot.administers ? [["settings", labels.settings]] : [])];
  render(document.body, h("div", { class: "page" },
    h("div", { role: "tablist", class: "commands" }, tabs.map(([id, name]) => h("button", { type: "button", role: "tab", class: "fui-Tab", "aria-selected": String(tab === id), onclick: () => {
      tab = id;
      draw();
    } }, name))),
    tab === "settings" ? settings() : h("p", {}, labels.hello)));
}

await sleep(300);
draw();
