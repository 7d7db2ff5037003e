// Presses on a page of a few lines: only what an approved plan was granted, into the state it was granted, read back.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const PANEL = "chrome-extension://latchkey/panel.html";

class Element {
  constructor(attributes = {}, reacts = () => {}) {
    Object.assign(this, { attributes, reacts, clicks: 0, textContent: "", tagName: "BUTTON", labels: [] });
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  matches(css) {
    return css === ":checked" ? this.on === true : this.attributes["aria-disabled"] === "true";
  }
  querySelectorAll(css) {
    return this.below?.[css] ?? [];
  }
  click() {
    this.clicks++;
    this.reacts(this);
  }
}

const flips = (it) => (it.attributes["aria-checked"] = String(it.attributes["aria-checked"] !== "true"));
const late = (it) => setTimeout(() => flips(it), 5);
const aSwitch = (on, reacts = flips, more = {}) => new Element({ role: "switch", "aria-checked": String(on), ...more }, reacts);
const locator = (more = {}) => ({ id: "page.switch", hand: false, strategies: [{ by: "css", css: "x" }], least: 1, most: 1, ...more });

/** The panel's end of a port to a page on which the selector `x` finds these. */
function port(found, sender = { id: "latchkey", url: PANEL }) {
  const root = new Element();
  root.below = { x: found };
  class Document {
    get documentElement() {
      return root;
    }
  }
  const heard = { connect: [], message: [], disconnect: [] };
  const on = (list) => ({ addListener: (listener) => list.push(listener) });
  const runtime = { id: "latchkey", getURL: (path) => `chrome-extension://latchkey/${path}`, onConnect: on(heard.connect) };
  load("hands.js", { Document, Element, document: new Document(), chrome: { runtime }, location: new URL("https://contoso.crm4.dynamics.com/main.aspx"), setTimeout });
  const waiting = new Map();
  const end = { name: "verbs", sender, onMessage: on(heard.message), onDisconnect: on(heard.disconnect), postMessage: (said) => waiting.get(said.id)(said), disconnect: () => (end.closed = true) };
  heard.connect.forEach((listener) => listener(end));
  let id = 0;
  const ask = (call) => new Promise((answer) => (waiting.set(++id, answer), heard.message.forEach((listener) => listener({ id, ...call })))).then(({ id: _, ...said }) => JSON.parse(JSON.stringify(said)));
  const press = (checked) => ask({ verb: "press", locator: "page.switch", checked });
  const grant = (checked, more) => ask({ verb: "grant", writes: [], presses: [{ locator: locator(more), checked }] });
  return { ask, press, grant, end, close: () => heard.disconnect.forEach((listener) => listener()) };
}

const refusal = (reason) => ({ error: { notSent: { reason } } });
const checked = (said) => said.ok?.elements?.[0]?.checked;

test("a granted switch is pressed once, and what is there afterwards is read back", async () => {
  for (const reacts of [flips, late]) {
    const it = aSwitch(false, reacts);
    const { grant, press } = port([it]);
    assert.deepEqual(await grant(true), { ok: null });
    const said = await press(true);
    assert.equal(checked(said), true);
    assert.deepEqual([said.ok.id, said.ok.hit, said.ok.count, it.clicks], ["page.switch", 0, 1, 1]);
    assert.equal(checked(await press(true)), true, "already so");
    assert.equal(it.clicks, 1);
  }
});

test("a native check box is read by :checked", async () => {
  const it = Object.assign(new Element({}, (it) => (it.on = !it.on)), { type: "checkbox", tagName: "INPUT", on: true, value: "" });
  const { grant, press } = port([it]);
  await grant(false);
  assert.equal(checked(await press(false)), false);
  assert.equal(it.clicks, 1);
});

test("nothing is pressed that was not granted, or into another state than granted", async () => {
  const it = aSwitch(false);
  const { ask, grant, press, close } = port([it]);
  assert.deepEqual(await press(true), refusal("not granted"));
  await grant(false);
  assert.deepEqual(await press(true), refusal("not granted"));
  assert.deepEqual(await ask({ verb: "press", locator: "page.other", checked: false }), refusal("not granted"));
  await grant(true);
  await ask({ verb: "grant", writes: [], presses: [] });
  assert.deepEqual(await press(true), refusal("not granted"), "taken back");
  await grant(true);
  close();
  assert.deepEqual(await press(true), refusal("not granted"), "gone with its port");
  assert.equal(it.clicks, 0);
});

test("what the admin's own hand is needed for is never pressed, granted or not", async () => {
  const it = aSwitch(false);
  const { grant, press } = port([it]);
  await grant(true, { hand: true });
  assert.deepEqual(await press(true), refusal("needs the admin's hand"));
  assert.equal(it.clicks, 0);
});

test("what is not found once, is no switch or is disabled is not pressed", async () => {
  for (const [found, reason, more] of [
    [[], "not found"],
    [[aSwitch(false), aSwitch(false)], "not found"],
    [[aSwitch(false), aSwitch(false)], "not found", { most: 2 }],
    [[new Element({ role: "button" })], "no switch"],
    [[aSwitch(false, flips, { "aria-disabled": "true" })], "disabled"],
  ]) {
    const { grant, press } = port(found);
    await grant(true, more);
    assert.deepEqual(await press(true), refusal(reason));
    assert.ok(found.every(({ clicks }) => clicks === 0));
  }
});

test("a press the page ignores is read back as it is", async () => {
  const { grant, press } = port([aSwitch(false, () => {})]);
  await grant(true);
  assert.equal(checked(await press(true)), false);
});

test("only the panel is served", () => {
  for (const sender of [{ id: "another", url: PANEL }, { id: "latchkey", url: "https://contoso.crm4.dynamics.com/panel.html" }, { id: "latchkey", url: "chrome-extension://latchkey/other.html" }])
    assert.ok(port([], sender).end.closed);
});
