// Acts on a page of a few lines: only what an approved plan was granted, as it was granted, read back.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const PANEL = "chrome-extension://latchkey/panel.html";

/** An element of a page of a few lines: selectors are the keys of `below`, and `is` those it matches itself. */
class Element {
  constructor(attributes = {}, reacts = () => {}, more = {}) {
    Object.assign(this, { attributes, reacts, clicks: 0, heard: [], textContent: "", tagName: "BUTTON", labels: [], is: [], below: {} }, more);
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  hasAttribute(name) {
    return name in this.attributes;
  }
  matches(css) {
    if (css === ":checked") return this.on === true;
    if (css.startsWith(":disabled")) return this.attributes["aria-disabled"] === "true";
    if (css.startsWith(":checked,")) return this.on === true || this.attributes["aria-selected"] === "true";
    if (css.startsWith("button,")) return this.tagName === "BUTTON" && !this.attributes.role;
    return this.is.includes(css);
  }
  querySelectorAll(css) {
    return css === "*" ? (this.inside ?? []) : (this.below[css] ?? []);
  }
  getRootNode() {
    return this.home ?? this;
  }
  get shadowRoot() {
    return this.attributes.shadow;
  }
  dispatchEvent(event) {
    this.heard.push(event.type);
  }
  click() {
    this.clicks++;
    this.reacts(this);
  }
}
class DocumentFragment {
  constructor(below) {
    Object.assign(this, { nodeType: 11, below });
  }
  querySelectorAll(css) {
    return this.below[css] ?? [];
  }
}
/** Of `owner`, the form it belongs to, wherever that stands. */
class HTMLButtonElement extends Element {
  get form() {
    return this.owner ?? null;
  }
}
class HTMLInputElement extends Element {
  get form() {
    return this.owner ?? null;
  }
  set value(text) {
    this.kept = text;
    this.reacts(this);
  }
  get value() {
    return this.kept ?? "";
  }
}
class HTMLTextAreaElement extends HTMLInputElement {
  set value(text) {
    this.kept = text;
  }
  get value() {
    return this.kept ?? "";
  }
}
class HTMLSelectElement extends Element {
  set selectedIndex(index) {
    this.at = index;
  }
  get selectedOptions() {
    return this.options.slice(this.at, this.at + 1);
  }
  get value() {
    return this.options[this.at]?.value ?? "";
  }
}

const flips = (it) => (it.attributes["aria-checked"] = String(it.attributes["aria-checked"] !== "true"));
const late = (it) => setTimeout(() => flips(it), 5);
const aSwitch = (on, reacts = flips, more = {}) => new Element({ role: "switch", "aria-checked": String(on), ...more }, reacts);
const anInput = (more = {}) => new HTMLInputElement({}, undefined, { tagName: "INPUT", type: "text", ...more });
const anOption = (name, more = {}, reacts = () => {}) => new Element({ role: "option", ...more }, reacts, { tagName: "DIV", textContent: name });
const locator = (more = {}) => ({ id: "page.thing", hand: false, secret: false, deep: false, strategies: [{ by: "css", css: "x" }], least: 1, most: 1, ...more });

/** The panel's end of a port to a page on which the selector `x` finds these. */
function port(found, { sender = { id: "latchkey", url: PANEL }, inside = [], below = {} } = {}) {
  const root = new Element();
  Object.assign(root, { below: { x: found, ...below }, inside });
  class Document {
    get documentElement() {
      return root;
    }
  }
  const heard = { connect: [], message: [], disconnect: [] };
  const on = (list) => ({ addListener: (listener) => list.push(listener) });
  const runtime = { id: "latchkey", getURL: (path) => `chrome-extension://latchkey/${path}`, onConnect: on(heard.connect) };
  const CSS = { escape: (id) => id };
  const world = { Document, DocumentFragment, Element, HTMLButtonElement, HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, Event, FocusEvent: Event, KeyboardEvent: Event, CSS, setTimeout };
  load("hands.js", { ...world, document: new Document(), chrome: { runtime }, location: new URL("https://contoso.crm4.dynamics.com/main.aspx") });
  const waiting = new Map();
  const end = { name: "verbs", sender, onMessage: on(heard.message), onDisconnect: on(heard.disconnect), postMessage: (said) => waiting.get(said.id)(said), disconnect: () => (end.closed = true) };
  heard.connect.forEach((listener) => listener(end));
  let id = 0;
  const ask = (call) => new Promise((answer) => (waiting.set(++id, answer), heard.message.forEach((listener) => listener({ id, ...call })))).then(({ id: _, ...said }) => JSON.parse(JSON.stringify(said)));
  const act = (what) => ask({ verb: "act", locator: "page.thing", act: what });
  const grant = (what, more) => ask({ verb: "grant", writes: [], acts: [{ locator: locator(more), act: what }] });
  const see = async (more) => (await ask({ verb: "snapshot", locators: [locator(more)] })).ok[0];
  return { ask, act, grant, see, end, close: () => heard.disconnect.forEach((listener) => listener()) };
}

const set = (checked) => ({ do: "set", checked });
const press = { do: "press" };
const choose = (option) => ({ do: "choose", option });
const fill = (text) => ({ do: "fill", text });
const hashed = async (text) => ({ do: "fill", digest: Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toString("hex") });
const refusal = (reason) => ({ error: { notSent: { reason } } });
const first = (said) => said.ok?.elements?.[0];

test("a granted switch is pressed once, and what is there afterwards is read back", async () => {
  for (const reacts of [flips, late]) {
    const it = aSwitch(false, reacts);
    const { grant, act } = port([it]);
    assert.deepEqual(await grant(set(true)), { ok: null });
    const said = await act(set(true));
    assert.equal(first(said).checked, true);
    assert.deepEqual([said.ok.id, said.ok.hit, said.ok.count, it.clicks], ["page.thing", 0, 1, 1]);
    assert.equal(first(await act(set(true))).checked, true, "already so");
    assert.equal(it.clicks, 1);
  }
});

test("a native check box is read by :checked", async () => {
  const it = new Element({}, (it) => (it.on = !it.on), { type: "checkbox", tagName: "INPUT", on: true, value: "" });
  const { grant, act } = port([it]);
  await grant(set(false));
  assert.equal(first(await act(set(false))).checked, false);
  assert.equal(it.clicks, 1);
});

test("a field is filled through its prototype, told of it, and read back", async () => {
  for (const it of [anInput(), new HTMLTextAreaElement({}, undefined, { tagName: "TEXTAREA", type: "textarea" })]) {
    const { grant, act } = port([it]);
    await grant(await hashed("https://a"));
    const seen = first(await act(fill("https://a")));
    assert.deepEqual([seen.filled, seen.value, it.kept], [true, "https://a", "https://a"]);
    assert.deepEqual(it.heard, ["focusin", "input", "change", "focusout"]);
    await act(fill("https://a"));
    assert.equal(it.heard.length, 4, "already so");
  }
});

test("g9: what was put into a password field or a secret one is never read back, nor by any other look at it", async () => {
  for (const [it, more] of [[anInput({ type: "password" }), {}], [anInput(), { secret: true }]]) {
    const { grant, act, see } = port([it]);
    await grant(await hashed("planted-secret"), more);
    const said = await act(fill("planted-secret"));
    assert.deepEqual([first(said).filled, first(said).value, it.kept], [true, null, "planted-secret"]);
    assert.doesNotMatch(JSON.stringify([said, await see(more)]), /planted/);
  }
});

test("g9: what stands in a text area is not its name, however it got there", async () => {
  const it = new HTMLTextAreaElement({}, undefined, { tagName: "TEXTAREA", type: "textarea", textContent: "planted-secret" });
  it.kept = "planted-secret";
  assert.doesNotMatch(JSON.stringify(await port([it]).see({ secret: true })), /planted/);
  // Nor is it found by that.
  const named = { strategies: [{ by: "name", css: "x", names: ["planted-secret"] }], least: 0 };
  assert.equal((await port([it]).see(named)).count, 0);
});

test("g9: a secret goes into no field beside its label that the page calls something else", async () => {
  const near = { secret: true, strategies: [{ by: "near", css: "x", names: ["Client Secret"] }] };
  for (const [called, fills] of [[{ labels: [{ textContent: "Name" }] }, false], [{ attributes: { "aria-label": "Search" } }, false], [{}, true], [{ labels: [{ textContent: "Client secret:" }] }, true]]) {
    const it = anInput(called);
    const label = new Element({}, undefined, { tagName: "SPAN", textContent: "Client Secret" });
    label.parentElement = new Element({}, undefined, { below: { x: [it] } });
    const { grant, act } = port([], { below: { "label,span,legend,p,td,th,div,h1,h2,h3": [label] } });
    await grant(await hashed("planted-secret"), near);
    const said = await act(fill("planted-secret"));
    assert.equal(it.kept, fills ? "planted-secret" : undefined, JSON.stringify(called));
    if (!fills) assert.deepEqual(said, refusal("not found"));
  }
});

test("no other text is filled in than was granted", async () => {
  const it = anInput();
  const { grant, act } = port([it]);
  await grant(await hashed("one"));
  assert.deepEqual(await act(fill("other")), refusal("not granted"));
  assert.equal(it.kept, undefined);
});

test("what is no field, or cannot be written, is not filled", async () => {
  for (const [it, reason] of [[aSwitch(false), "no field"], [anInput({ type: "checkbox" }), "no field"], [anInput({ readOnly: true }), "disabled"], [anInput({ attributes: { "aria-disabled": "true" } }), "disabled"]]) {
    const { grant, act } = port([it]);
    await grant(await hashed("x"));
    assert.deepEqual(await act(fill("x")), refusal(reason));
  }
});

test("an option of a select is chosen by name or value, or by what the locator calls it", async () => {
  const options = [["", "Choose"], ["1", "Azure Active Directory"], ["2", "Office 365"]].map(([value, textContent], index) => new Element({}, undefined, { tagName: "OPTION", value, textContent, index }));
  const entra = { options: [{ key: "entra", names: ["Microsoft Entra ID", "Azure Active Directory"] }] };
  for (const [option, more, chosen] of [["office 365", {}, "Office 365"], ["2", {}, "Office 365"], ["entra", entra, "entra"]]) {
    const it = new HTMLSelectElement({}, undefined, { tagName: "SELECT", options, at: 0 });
    const { grant, act } = port([it]);
    await grant(choose(option), more);
    assert.equal(first(await act(choose(option))).chosen, chosen);
    assert.deepEqual(it.heard, ["input", "change"]);
  }
  const { grant, act } = port([new HTMLSelectElement({}, undefined, { tagName: "SELECT", options, at: 0 })]);
  await grant(choose("Nothing"));
  assert.deepEqual(await act(choose("Nothing")), refusal("no such option"));
});

test("one of a group is chosen", async () => {
  const picks = (it) => (it.on = true);
  for (const more of [{ attributes: { role: "radiogroup" } }, { attributes: { role: "listbox" } }, { tagName: "FIELDSET" }]) {
    const options = [anOption("One"), anOption("Two", {}, picks)];
    const below = { "[role=option],[role=radio],[type=radio]": options, "[type=radio],[role=radio]": options };
    const { grant, act } = port([new Element({}, undefined, { tagName: "DIV", below, ...more })]);
    await grant(choose("Two"));
    assert.equal(first(await act(choose("Two"))).chosen, "Two");
    assert.deepEqual(options.map(({ clicks }) => clicks), [0, 1]);
  }
});

test("a combo box is opened, waited for, and its option chosen", async () => {
  const it = new Element({ role: "combobox", "aria-controls": "list" }, () => setTimeout(() => (list.below["[role=option]"] = [anOption("Two", {}, () => (it.textContent = "Two"))]), 20), { tagName: "BUTTON", textContent: "One" });
  const list = new Element();
  it.below["#list"] = [list];
  const { grant, act } = port([it]);
  await grant(choose("Two"));
  assert.equal(first(await act(choose("Two"))).chosen, "Two");
  assert.equal(it.clicks, 1);
});

/** A combo box that names no list: a press on it brings one, later; another list stands on the page. */
function nameless({ expanded = "false" } = {}) {
  const lists = [];
  const choose = (name) => anOption(name, {}, () => (it.textContent = name));
  const list = (...names) => new Element({ role: "listbox" }, undefined, { below: { "[role=option]": names.map(choose) } });
  const [other, own] = [list("Two", "Three"), list("Two")];
  lists.push(other, ...(expanded === "true" ? [own] : []));
  const it = new Element({ role: "combobox", "aria-expanded": expanded }, () => {
    const isOpen = it.attributes["aria-expanded"] !== "true";
    it.attributes["aria-expanded"] = String(isOpen);
    setTimeout(() => lists.splice(0, 9, ...(isOpen ? [other, own] : [other])), 20);
  }, { tagName: "BUTTON", textContent: "One" });
  const clicked = () => [other, own].map((list) => list.below["[role=option]"].map(({ clicks }) => clicks));
  return { it, below: { "[role=listbox]": lists }, clicked };
}

test("an option is only chosen from the list the press has opened", async () => {
  for (const expanded of ["false", "true"]) {
    const { it, below, clicked } = nameless({ expanded });
    const { grant, act } = port([it], { below });
    await grant(choose("Two"));
    assert.equal(first(await act(choose("Two"))).chosen, "Two", expanded);
    assert.deepEqual(clicked(), [[0, 0], [1]], expanded);
  }
  const { it, below, clicked } = nameless();
  const { grant, act } = port([it], { below });
  await grant(choose("Three"));
  assert.deepEqual(await act(choose("Three")), refusal("no such option"), "another list has it");
  assert.deepEqual(clicked(), [[0, 0], [0]]);
  assert.deepEqual(it.heard, ["keydown"]);
});

test("a choice that still waits for its list is not made once its port or its grant is gone", async () => {
  for (const end of [({ close }) => close(), ({ ask }) => ask({ verb: "grant", writes: [], acts: [] })]) {
    const { it, below, clicked } = nameless();
    const page = port([it], { below });
    await page.grant(choose("Two"));
    const said = page.act(choose("Two"));
    await new Promise((go) => setTimeout(go, 5));
    assert.equal(it.clicks, 1, "the list is on its way");
    end(page);
    assert.deepEqual(await said, refusal("not granted"));
    assert.deepEqual(clicked(), [[0, 0], [0]]);
  }
});

test("a plain button is pressed, and nothing that is none or opens a window", async () => {
  const it = new Element();
  const { grant, act } = port([it]);
  await grant(press);
  assert.equal((await act(press)).ok.count, 1);
  assert.equal(it.clicks, 1);
  for (const other of [new Element({}, undefined, { tagName: "DIV" }), new Element({ target: "_blank" }, undefined, { tagName: "A" }), new Element({}, undefined, { is: ["[formtarget],form[target] *,a[target] *,a[download] *"] })]) {
    const { grant, act } = port([other]);
    await grant(press);
    assert.deepEqual(await act(press), refusal("no button"));
    assert.equal(other.clicks, 0);
  }
});

test("no button of a form that opens a window is pressed, wherever the form stands, nor anything under a base that does", async () => {
  const form = new Element({}, undefined, { tagName: "FORM" });
  const elsewhere = new Element({ target: "_blank" }, undefined, { tagName: "FORM", hasAttribute: () => false });
  const base = { "base[target]": [new Element()] };
  const link = { tagName: "A", is: ["button,", "a,a *"], matches: (css) => css.startsWith("button,") || css === "a,a *" };
  for (const [more, page, pressed] of [
    [{ owner: form }, {}, true],
    [{ owner: elsewhere }, {}, false],
    [{ owner: elsewhere, tagName: "INPUT", type: "submit", matches: (css) => css.startsWith("button,") }, {}, false],
    [{ owner: form }, base, false],
    [{}, base, true],
    [link, {}, true],
    [link, base, false],
  ]) {
    const it = new Element({}, undefined, more);
    const { grant, act } = port([it], { below: page });
    await grant(press);
    const said = await act(press);
    assert.equal(it.clicks, pressed ? 1 : 0, JSON.stringify(Object.keys(more)));
    if (!pressed) assert.deepEqual(said, refusal("no button"));
  }
});

test("nothing is done that was not granted, or otherwise than granted", async () => {
  const it = aSwitch(false);
  const { ask, grant, act, close } = port([it]);
  assert.deepEqual(await act(set(true)), refusal("not granted"));
  await grant(set(false));
  for (const other of [set(true), press, choose("x"), fill("x")]) assert.deepEqual(await act(other), refusal("not granted"));
  assert.deepEqual(await ask({ verb: "act", locator: "page.other", act: set(false) }), refusal("not granted"));
  await grant(set(true));
  await ask({ verb: "grant", writes: [], acts: [] });
  assert.deepEqual(await act(set(true)), refusal("not granted"), "taken back");
  await grant(set(true));
  close();
  assert.deepEqual(await act(set(true)), refusal("not granted"), "gone with its port");
  assert.equal(it.clicks, 0);
});

test("what the admin's own hand is needed for is never touched, granted or not", async () => {
  for (const what of [set(true), press, choose("x")]) {
    const it = aSwitch(false);
    const { grant, act } = port([it]);
    await grant(what, { hand: true });
    assert.deepEqual(await act(what), refusal("needs the admin's hand"));
    assert.equal(it.clicks, 0);
  }
});

test("what is not found once, is no switch or is disabled is not pressed", async () => {
  for (const [found, reason, more] of [
    [[], "not found"],
    [[aSwitch(false), aSwitch(false)], "not found"],
    [[aSwitch(false), aSwitch(false)], "not found", { most: 2 }],
    [[new Element({ role: "button" })], "no switch"],
    [[aSwitch(false, flips, { "aria-disabled": "true" })], "disabled"],
  ]) {
    const { grant, act } = port(found);
    await grant(set(true), more);
    assert.deepEqual(await act(set(true)), refusal(reason));
    assert.ok(found.every(({ clicks }) => clicks === 0));
  }
});

test("of several, those out of sight do not count, and how many are left is told", async () => {
  const hidden = aSwitch(false);
  hidden.checkVisibility = () => false;
  assert.deepEqual((({ hit, count }) => [hit, count])(await port([hidden, aSwitch(true)]).see()), [0, 1]);
  assert.deepEqual((({ hit, count }) => [hit, count])(await port([aSwitch(true), aSwitch(true)]).see()), [null, 2]);
});

test("s000-05: a control is found and pressed only in the place of its title, however the place is titled", async () => {
  const HEADING = ":is(h1,h2,h3,h4,h5,h6,[role=heading]):not(:is(a,button,li,[role=listitem],[role=row],[role=option]) *)";
  const heading = (textContent) => new Element({}, undefined, { tagName: "H2", textContent });
  const place = (titled, it, more = {}) => new Element(more, undefined, { tagName: "SECTION", below: { x: [it], [HEADING]: titled.map(heading) } });
  const within = { within: "section", titled: ["Salesforce"] };
  for (const ours of [(it) => place(["Salesforce", "Access"], it), (it) => place([], it, { "aria-label": "Salesforce" })]) {
    const [other, it] = [aSwitch(false), aSwitch(false)];
    const both = port([other, it], { below: { section: [place(["Fabrikam", "Salesforce"], other), ours(it)] } });
    await both.grant(set(true), within);
    assert.equal((await both.act(set(true))).ok.elements[0].checked, true);
    assert.deepEqual([other.clicks, it.clicks], [0, 1]);
  }
  // The other one's alone, and one that says nothing: nothing is found.
  for (const theirs of [(it) => place(["Fabrikam"], it), (it) => place([], it), (it) => place(["Salesforce"], it, { "aria-label": "Fabrikam" })]) {
    const it = aSwitch(false);
    const { grant, act } = port([it], { below: { section: [theirs(it)] } });
    await grant(set(true), within);
    assert.deepEqual(await act(set(true)), refusal("not found"));
    assert.equal(it.clicks, 0);
  }
});

test("what stands beside a label outside the place is not in it", async () => {
  const it = aSwitch(false);
  const label = new Element({}, undefined, { tagName: "SPAN", textContent: "Turn on access" });
  const labels = "label,span,legend,p,td,th,div,h1,h2,h3";
  const place = new Element({ "aria-label": "Salesforce" }, undefined, { below: { [labels]: [label] } });
  place.parentElement = new Element({}, undefined, { below: { x: [it] } });
  label.parentElement = place;
  const near = { strategies: [{ by: "near", css: "x", names: ["Turn on access"] }], within: "section", least: 0 };
  assert.equal((await port([], { below: { section: [place] } }).see(near)).count, 0);
});

test("open shadow roots are looked into where a locator says so, however deep they are", async () => {
  const it = aSwitch(true);
  const inner = new Element({ shadow: new DocumentFragment({ x: [it] }) });
  const outer = new Element({ shadow: new DocumentFragment({ "*": [inner] }) });
  assert.equal((await port([], { inside: [outer] }).see()).count, 0);
  assert.equal((await port([], { inside: [outer] }).see({ deep: true })).elements[0].checked, true);
});

test("what a text of the page means is told in the locator's own words, else as it stands there", async () => {
  const options = [{ key: "ok", names: ["Connection succeeded"] }];
  const says = (textContent) => new Element({}, undefined, { tagName: "DIV", textContent });
  assert.equal((await port([says("\u2713 Connection  SUCCEEDED.")]).see({ options })).elements[0].means, "ok");
  assert.equal((await port([says("AADSTS7000215")]).see({ options })).elements[0].means, "AADSTS7000215");
  assert.equal((await port([says("x")]).see()).elements[0].means, null);
});

test("a text that denies it, or says two things, is not taken for either", async () => {
  const options = [{ key: "ok", names: ["Successfully connected", "réussie", "接続に成功しました"] }, { key: "bad", names: ["Validation failed"] }];
  const means = async (textContent) => (await port([new Element({}, undefined, { tagName: "DIV", textContent })]).see({ options })).elements[0].means;
  for (const denied of ["Unsuccessfully connected", "Successfully connected before. Validation failed", "接続に成功しませんでした"]) assert.equal(await means(denied), denied);
  for (const said of ["\u2713Successfully connected", "OK: réussie", "今回は接続に成功しました"]) assert.equal(await means(said), "ok");
});

test("a row is named by its first cell and tells its cells apart", async () => {
  const cell = (textContent) => new Element({}, undefined, { tagName: "TD", textContent });
  const below = { "td,th,[role=gridcell],[role=cell],[role=rowheader]": [cell(" Contoso "), cell("Microsoft Dynamics 365")] };
  const row = new Element({}, undefined, { tagName: "TR", textContent: "ContosoMicrosoft Dynamics 365", is: ["tr,[role=row]"], below });
  const { name, text } = (await port([row]).see()).elements[0];
  assert.deepEqual([name, text], ["Contoso", "Contoso\tMicrosoft Dynamics 365"]);
});

test("a press the page ignores is read back as it is", async () => {
  const { grant, act } = port([aSwitch(false, () => {})]);
  await grant(set(true));
  assert.equal(first(await act(set(true))).checked, false);
});

test("only the panel is served", () => {
  for (const sender of [{ id: "another", url: PANEL }, { id: "latchkey", url: "https://contoso.crm4.dynamics.com/panel.html" }, { id: "latchkey", url: "chrome-extension://latchkey/other.html" }])
    assert.ok(port([], { sender }).end.closed);
});
