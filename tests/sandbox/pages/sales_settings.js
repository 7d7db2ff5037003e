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
    if (wanted === told.access) wanted = null;
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

const save = () => act(() => call("PUT", "connection", { access: wanted ?? told.access }));
const reconnect = () => act(() => call("POST", "connection/reconnect", {}));
const button = (label, onclick, more) => h("button", { type: "button", class: "fui-Button push", onclick, ...more }, label);

function choose(access) {
  wanted = access === told.access ? null : access;
  message = null;
  if (!access && boot.dialects.turnoff === "at-once") save();
  else setTimeout(draw);
}

function salesforce() {
  if (!told) return h("p", { class: "quiet" }, labels.loading);
  const on = wanted ?? told.access;
  return h("section", { class: "sheet", "aria-label": labels.salesforce }, h("h2", {}, labels.salesforce), h("p", {}, labels.intro),
    toggle({ label: labels.turnOn, checked: on, words: { on: labels.on, off: labels.off }, disabled: told.busy, onchange: choose }),
    told.trouble && h("div", { class: "fui-MessageBar error", role: "alert" }, labels.trouble[told.trouble]),
    told.busy && h("div", { class: "fui-Spinner", role: "status" }, labels.busy),
    told.app && h("section", { "aria-label": labels.details }, h("h3", {}, labels.details),
      h("dl", {}, h("dt", {}, labels.appName), h("dd", {}, told.app), h("dt", {}, labels.userName), h("dd", {}, told.user))),
    h("div", { class: "commands" }, button(labels.save, save, { class: "fui-Button push primary", disabled: wanted === null || told.busy }),
      told.access && !told.busy && button(labels.reconnect, reconnect)),
    message && h("p", { role: message.wrong ? "alert" : "status", class: message.wrong ? "error" : "quiet" }, message.text));
}

function connectors() {
  return h("div", { class: "sheet" }, h("h1", {}, labels.connectors), h("h2", {}, labels.agentConnections),
    h("ul", { class: "list" }, h("li", {}, button(labels.salesforce, () => {
      item = "salesforce";
      draw();
      watch();
    }, { "aria-expanded": String(item === "salesforce") }))),
    item === "salesforce" && salesforce());
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
