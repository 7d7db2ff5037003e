// The controls of two generations: Fluent v8 (2023) and Fluent v9 (2026), with their real anatomy.

import { freshId, h, icon } from "./dom.js";

let generation = "2026";
export const setGeneration = (value) => (generation = value);
export const isModern = () => generation !== "2023";

/**
 * A switch. v8 is a button with `aria-checked` whose aria-label ends in the state word while the
 * text beside it says something else; v9 is a checkbox without `aria-checked`.
 * `onchange(wanted, event)` may return false to refuse.
 */
export function toggle({ label, checked, words, onchange, disabled, ariaWords, anchor }) {
  return isModern()
    ? fluent9({ label, checked, words, onchange, disabled, anchor })
    : fluent8({ label, checked, words, ariaWords: ariaWords ?? words, onchange, disabled, anchor });
}

function fluent8({ label, checked, words, ariaWords, onchange, disabled, anchor }) {
  const id = anchor ?? freshId("Toggle");
  const state = h("label", { class: "ms-Toggle-stateText", id: `${id}-stateText` });
  const button = h("button", {
    type: "button",
    id,
    class: "ms-Toggle-background",
    role: "switch",
    disabled,
    onclick: (event) => {
      const wanted = button.getAttribute("aria-checked") !== "true";
      if (onchange(wanted, event) !== false) show(wanted);
    },
  }, h("span", { class: "ms-Toggle-thumb" }));
  const root = h("div", {}, h("label", { class: "ms-Toggle-label", id: `${id}-label`, for: id }, label),
    h("div", { class: "ms-Toggle-innerContainer" }, button, state));
  const show = (on) => {
    root.className = `ms-Toggle ${on ? "is-checked" : ""} ${disabled ? "is-disabled" : "is-enabled"} root`;
    button.setAttribute("aria-checked", String(on));
    button.setAttribute("aria-label", `${label}: ${on ? ariaWords.on : ariaWords.off}`);
    state.textContent = on ? words.on : words.off;
  };
  show(checked);
  return root;
}

function fluent9({ label, checked, words, onchange, disabled, anchor }) {
  const id = anchor ?? freshId("switch-r");
  const state = h("span", { class: "state" }, checked ? words.on : words.off);
  const input = h("input", {
    type: "checkbox",
    role: "switch",
    id,
    class: "fui-Switch__input",
    checked,
    disabled,
    onclick: (event) => {
      if (onchange(input.checked, event) === false) event.preventDefault();
      else state.textContent = input.checked ? words.on : words.off;
    },
  });
  return h("div", { class: "field" },
    h("div", { class: "fui-Switch" }, input, h("div", { class: "fui-Switch__indicator", "aria-hidden": "true" }),
      h("label", { class: "fui-Switch__label", for: id }, label)), state);
}

/** A command of the page's own command bar. */
export function command({ name, label, onclick, disabled, attributes, anchor }) {
  const button = h("button", {
    type: "button",
    role: "menuitem",
    id: anchor,
    class: isModern() ? "fui-Button fui-MenuButton command" : "ms-Button ms-Button--commandBar ms-CommandBarItem-link command",
    "aria-label": label,
    disabled,
    onclick,
    ...attributes,
  }, icon(name), h("span", { class: isModern() ? "fui-Button__content" : "ms-Button-label" }, label));
  return isModern() ? h("li", { role: "presentation" }, button) : h("div", { class: "ms-OverflowSet-item", role: "none" }, button);
}

export function commandBar(label, commands) {
  return isModern()
    ? h("ul", { class: "commands", role: "menubar", "aria-label": label, "data-id": "CommandBar" }, commands)
    : h("div", { class: "ms-FocusZone ms-CommandBar commands", role: "menubar", "aria-label": label },
        h("div", { class: "ms-OverflowSet ms-CommandBar-primaryCommand" }, commands));
}

export function push({ label, onclick, primary, attributes, disabled }) {
  const look = isModern() ? "fui-Button push" : `ms-Button ms-Button--${primary ? "primary" : "default"} push`;
  return h("button", { type: "button", class: `${look} ${primary ? "primary" : ""}`, onclick, disabled, ...attributes }, label);
}

/**
 * A modal dialog as the portal makes them: the shell is hidden from assistive technology, the focus
 * is held inside, and moving it out (also into somebody else's frame) closes nothing by itself but
 * is counted in `data-focus-lost`.
 */
export function dialog({ id, title, body, buttons, onclose }) {
  const shell = document.getElementById("ApplicationShell");
  const opener = document.activeElement;
  const heading = freshId("dialogTitleText_");
  const close = () => {
    root.remove();
    shell?.removeAttribute("aria-hidden");
    opener?.focus?.();
    onclose?.();
  };
  const root = h("section", { id: `DialogContainer__${id}_popupContainer`, class: isModern() ? "scrim" : "scrim ms-Layer" },
    h("div", { role: "dialog", "aria-modal": "true", "aria-labelledby": heading, class: isModern() ? "fui-DialogSurface box" : "ms-Dialog box", id: `modalDialogRoot_${id}` },
      h("header", {}, h("h2", { id: heading }, title),
        h("button", { type: "button", class: "plain", "data-id": "dialogCloseIconButton", "aria-label": "✕", onclick: close }, icon("close"))),
      h("div", { class: "body" }, body), h("footer", {}, buttons(close))));
  const focusables = () => [...root.querySelectorAll("button, input, select, a[href]")].filter((each) => !each.disabled);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Tab") return;
    const list = focusables();
    const edge = event.shiftKey ? list[0] : list[list.length - 1];
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? list[list.length - 1] : list[0]).focus();
  });
  root.addEventListener("focusout", (event) => {
    if (!root.isConnected || root.contains(event.relatedTarget)) return;
    root.dataset.focusLost = String(Number(root.dataset.focusLost ?? 0) + 1);
  });
  shell?.setAttribute("aria-hidden", "true");
  document.body.append(root);
  (focusables()[1] ?? focusables()[0])?.focus();
  return { root, close };
}
