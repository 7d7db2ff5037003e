// The web components Partner Center's pages are made of here: each draws into an open shadow root of its own. That
// there are such roots, `he-shell` and its slots are known; the rest is made up.

import { freshId, h } from "./dom.js";

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
  :host { display: block; color: #242424; font: 14px/20px "Segoe UI", system-ui, sans-serif; }
  * { box-sizing: border-box; font: inherit; }
  h1 { font-size: 20px; line-height: 28px; margin: 0; font-weight: 600; } h2 { font-size: 16px; margin: 0; font-weight: 600; }
  .shell { display: grid; grid-template: auto 1fr / minmax(0, 220px) minmax(0, 1fr); min-block-size: 100vh; }
  header { grid-column: 1 / -1; background: #2b2b2b; color: #fff; padding: 14px 16px; }
  main { padding: 16px; } .stack { display: grid; gap: 12px; align-content: start; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .card { background: #fff; border: 1px solid #e0e0e0; padding: 16px; }
  button { min-block-size: 32px; padding-inline: 12px; border: 1px solid #8a8886; background: #fff; cursor: pointer; }
  button.accent { background: #0067b8; border-color: #0067b8; color: #fff; }
  a { color: #0067b8; }
  input, select, [role=combobox] { inline-size: 100%; min-block-size: 32px; border: 1px solid #8a8886; padding-inline: 8px; background: #fff; text-align: start; }
  [role=listbox] { border: 1px solid #8a8886; background: #fff; margin: 0; padding: 4px; list-style: none; }
  [role=option] { padding: 4px 8px; cursor: pointer; } [role=option][aria-selected=true] { background: #ebf3fc; }
  [role=dialog] { position: fixed; inset-block: 0; inset-inline-end: 0; inline-size: min(480px, 100vw); background: #fff; box-shadow: 0 0 16px rgb(0 0 0 / 0.3); padding: 24px; overflow: auto; z-index: 5; }
  .error, [role=alert] { color: #b10e1c; } dt { font-weight: 600; } dd { margin: 0 0 8px; }
  @media (max-width: 640px) { .shell { grid-template: auto auto 1fr / minmax(0, 1fr); } }
`);

/** An element that draws itself by throwing its old content away; `draw()` answers the children. */
export class Component extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [SHEET];
  }
  connectedCallback() {
    this.redraw();
  }
  redraw() {
    const held = this.shadowRoot.activeElement?.id;
    this.shadowRoot.replaceChildren(...[this.draw()].flat(9).filter(Boolean));
    if (held) this.shadowRoot.getElementById(held)?.focus();
  }
}

/** `make("he-button", { label })`: an element with properties set before it is drawn. */
export const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.flat(9).filter(Boolean));
  return element;
};

class Shell extends Component {
  draw() {
    return h("div", { class: "shell" }, h("header", {}, this.heading), h("nav", {}, h("slot", { name: "aside" })), h("main", {}, h("slot", {})));
  }
}

class Button extends Component {
  draw() {
    return h("button", { type: "button", class: `button ${this.accent ? "accent" : ""}`, part: "control", onclick: (event) => this.press(event) }, this.label);
  }
}

/** A field whose value is what its `input` events said, as in a framework with state of its own. */
class TextField extends Component {
  #id = freshId("control-");
  draw() {
    return h("div", { class: "stack" }, h("label", { for: this.#id }, this.label),
      h("input", { id: this.#id, type: this.secret ? "password" : "text", autocomplete: "off", value: this.model[this.member] ?? "", "aria-invalid": this.wrong ? "true" : null,
        oninput: (event) => (this.model[this.member] = event.target.value) }));
  }
}

class Select extends Component {
  #id = freshId("select-");
  draw() {
    const chosen = this.model[this.member] ?? "";
    return h("div", { class: "stack" }, h("label", { for: this.#id }, this.label),
      h("select", { id: this.#id, onchange: (event) => {
        this.model[this.member] = event.target.value;
        this.changed();
      } }, [["", ""], ...this.choices].map(([value, label]) => h("option", { value, selected: value === chosen }, label))));
  }
}

/** A drop-down of its own making: a button that opens a list. */
class Combobox extends Component {
  #ids = [freshId("combo-"), freshId("listbox-"), freshId("label-")];
  #open = false;
  draw() {
    const [button, list, label] = this.#ids;
    const chosen = this.choices.find(([value]) => value === this.model[this.member]);
    const pick = (value) => {
      this.model[this.member] = value;
      this.#open = false;
      this.redraw();
      this.changed();
    };
    const toggle = () => {
      this.#open = !this.#open;
      this.redraw();
    };
    return [
      h("span", { id: label }, this.label),
      h("button", { type: "button", id: button, role: "combobox", "aria-haspopup": "listbox", "aria-expanded": String(this.#open), "aria-controls": list, "aria-labelledby": label, onclick: toggle }, chosen?.[1] ?? ""),
      this.#open && h("ul", { id: list, role: "listbox", "aria-labelledby": label }, this.choices.map(([value, text]) =>
        h("li", { role: "option", tabindex: "0", "aria-selected": String(value === chosen?.[0]), onclick: () => pick(value), onkeydown: (event) => event.key === "Enter" && pick(value) }, text))),
    ];
  }
}

class Dialog extends Component {
  draw() {
    const id = freshId("dialog-");
    return h("div", { role: "dialog", "aria-modal": "true", "aria-labelledby": id, class: "stack" }, h("h2", { id }, this.heading), h("slot", {}), h("div", { class: "row" }, h("slot", { name: "footer" })));
  }
}

for (const [tag, kind] of [["he-shell", Shell], ["he-button", Button], ["he-text-field", TextField], ["he-select", Select], ["he-combobox", Combobox], ["he-dialog", Dialog]])
  customElements.define(tag, kind);
