// What is declared on portal pages: finds out where it is, injects the buttons, and holds the dock; `hands.js` follows
// once a panel connects. It knows no recipe. The page is hostile: only trusted clicks count, and everything is reached
// through prototypes, because named elements can shadow members of `document`.
(() => {
  "use strict";
  const TEXTS = __LATCHKEY_TEXTS__;

  // Pages that get buttons, and where. `src/portal/page.rs` tests that both sides agree.
  const PAGES = /*pages*/ [
    {
      "page": "portal",
      "when": { "org": "no" },
      "buttons": [{ "id": "latchkey-open", "text": "button", "route": "/" }]
    },
    {
      "page": "teams-chat",
      "when": { "pagetype": "control", "controlname": "mscrmcontrols.teamscollaborationadmin.teamscollaborationadmin" },
      "buttons": [
        {
          "id": "latchkey-open",
          "text": "button",
          "route": "/teams-chat/",
          "bar": ["#mainContent .ms-CommandBar-primaryCommand", "#mainContent [data-id='CommandBar']", "#mainContent [role='menubar']"]
        },
        {
          "id": "latchkey-who",
          "text": "who",
          "route": "/disconnect-rights/",
          "pane": [".ms-Panel.is-open", ".fui-InlineDrawer", ".fui-OverlayDrawer", "[role='dialog']"]
        }
      ]
    },
    {
      "page": "control",
      "when": { "pagetype": "control" },
      "buttons": [
        { "id": "latchkey-chat", "text": "button", "route": "/teams-chat/", "bar": [":has(> [data-test-id='Embedded-Chat-manage'])"] }
      ]
    }
  ] /*end*/;

  /** The row of `PAGES` an address belongs to; parameter names and values in any case. Any host that is none of an
   *  organization is a portal the admin has granted. */
  function recognise(href) {
    const said = { org: /^https:..[^/?#]*\.crm\d*\./.test(href) ? "" : "no" };
    for (const [name, value] of new URLSearchParams(href.replace(/^[^?]*|#.*$/g, ""))) said[name.toLowerCase()] ??= value.toLowerCase();
    return PAGES.find(({ when }) => Object.keys(when).every((name) => Object.hasOwn(said, name) && said[name] === when[name]));
  }

  if (typeof document === "undefined") {
    globalThis.latchkey = { PAGES, recognise };
    return;
  }

  // ───────────────────────── the page, past anything it has clobbered

  const api = globalThis.chrome; // what the browser itself defines here, no element's name can stand in for
  const shared = (globalThis[Symbol.for("latchkey")] ??= {}); // a symbol: an element's id can stand in for any name
  if (shared.eyes?.()) return; // declared and put in at installation: the second copy would not know the first one's dock
  const page = (name) => Reflect.get(Document.prototype, name, document);
  const make = (tag) => Document.prototype.createElement.call(document, tag);
  const all = (css, root) => [...(root ? Element.prototype.querySelectorAll.call(root, css) : Document.prototype.querySelectorAll.call(document, css))];
  const first = (selectors) => {
    for (const css of selectors) {
      const found = Document.prototype.querySelector.call(document, css);
      if (found) return found;
    }
  };
  const dress = (element, style) => Object.assign(element.style, style);
  const say = (id) => (TEXTS[(page("documentElement").lang || "en").slice(0, 2).toLowerCase()] ?? TEXTS.en)[id];
  /** False once the extension was updated or removed: this copy can reach nothing of it any more. */
  const alive = () => {
    try {
      return Boolean(api.runtime.id);
    } catch {
      return false;
    }
  };
  shared.eyes = alive;

  // ───────────────────────── the dock

  let dock = null;
  let opening = false;

  function arrange({ side, collapsed, width }) {
    if (!dock) return;
    const now = dock.now;
    Object.assign(now, side && { side }, collapsed != null && { collapsed }, width && { width });
    const wide = now.collapsed ? 28 : Math.max(320, Math.min(now.width, innerWidth));
    const left = now.side === "left";
    dress(dock.host, { left: left ? 0 : "auto", right: left ? "auto" : 0, width: `${wide}px` });
    dock.frame.hidden = !(dock.edge.hidden = !now.collapsed);
    dock.edge.textContent = left ? "›" : "‹";
    pressed();
  }

  const pressed = () => {
    for (const { button } of placed.values()) button.setAttribute("aria-expanded", String(dock !== null && !dock.now.collapsed));
  };

  function shut(refocus) {
    const was = dock;
    dock = shared.port = null;
    was?.host.remove();
    pressed();
    if (refocus && was?.opener.isConnected) was.opener.focus();
  }

  /** Docks the panel; a panel already there is told to go to `route`. */
  async function open(route, opener, side) {
    if (dock?.host.isConnected) {
      arrange({ collapsed: false });
      if (route !== "/") shared.port?.postMessage({ event: "open", route });
      return;
    }
    if (opening) return; // the second click of two
    opening = true;
    const nonce = crypto.randomUUID();
    try {
      await api.runtime.sendMessage({ introduce: nonce });
    } finally {
      opening = false;
    }
    const host = make("div");
    host.id = "latchkey-dock";
    host.setAttribute("role", "region");
    host.setAttribute("aria-label", say("button"));
    dress(host, { all: "initial", position: "fixed", top: 0, bottom: 0, zIndex: "2147483647", boxShadow: "0 0 8px rgb(0 0 0 / .2), 0 16px 32px rgb(0 0 0 / .2)" });
    const frame = make("iframe");
    frame.title = say("button");
    frame.src = `${api.runtime.getURL("panel.html")}#nonce=${nonce}&${route}`;
    dress(frame, { width: "100%", height: "100%", border: 0 });
    const edge = make("button");
    edge.setAttribute("aria-label", say("expand"));
    dress(edge, { width: "100%", height: "100%", border: 0, font: "20px system-ui", background: "Canvas", color: "CanvasText" });
    edge.addEventListener("click", () => arrange({ collapsed: false }));
    const shadow = host.attachShadow({ mode: "closed" });
    shadow.append(edge, frame);
    dock = { host, frame, edge, opener, now: { side, collapsed: false, width: 480 } };
    arrange({});
    page("body").append(host);
    // A portal dialog keeps its focus.
    frame.addEventListener("load", () => first(["[aria-modal=true]", "#ApplicationShell[aria-hidden=true]"]) || frame.focus(), { once: true });
  }

  // ───────────────────────── buttons

  const placed = new Map();
  Object.assign(shared, { arrange, shut });

  /** The key on its blue ground, of gradients: a picture of elements would cost the page more than all the rest. */
  function mark() {
    const stroke = "linear-gradient(#fff,#fff)";
    const picture = make("span");
    picture.style.cssText = `display:inline-block;width:16px;height:16px;flex:none;margin:0 4px;vertical-align:text-bottom;border-radius:3px;forced-color-adjust:none;background:radial-gradient(circle at 5.6px 8px,#fff0 1.5px,#fff 2px 2.8px,#fff0 3.3px),${stroke} 8px 7.4px/6px 1.3px,${stroke} 10.2px 8px/1.3px 2.1px,${stroke} 12.4px 8px/1.3px 2.9px #0f6cbd;background-repeat:no-repeat`;
    return picture;
  }

  /** Where in `box` a button goes, and the neighbour whose look it takes; nothing until the page is ready for it. */
  function place(spot, box) {
    const neighbours = all("button", box).filter((button) => !button.id.startsWith("latchkey-"));
    if (spot.bar) return neighbours.length > 0 && { into: box, like: neighbours.find((button) => !button.disabled) ?? neighbours[0] };
    if (!spot.pane) return { into: box };
    const switches = all("[role=switch]", box);
    if (switches.length < 2) return undefined;
    let into = switches[0];
    while (into && !into.contains(switches.at(-1))) into = into.parentElement;
    return { into, like: neighbours.filter((button) => button.getAttribute("role") !== "switch").at(-1) };
  }

  function build(spot) {
    const button = make("button");
    button.type = "button";
    button.id = spot.id;
    const label = make("span");
    button.append(mark(), label);
    const entry = { button, label, wrapper: button, focused: false };
    button.addEventListener("click", (event) => {
      if (!event.isTrusted) return; // a script of the page
      if (doubt()) return;
      const title = spot.pane && all("h1,h2,[role=heading]", entry.box)[0]?.textContent.trim().slice(0, 100).replace(/\p{Cs}/gu, "");
      const route = spot.route + encodeURIComponent(title || "");
      if (/\.crm\d*\.dynamics\.com$/.test(location.hostname) && api.runtime.getURL("").startsWith("chrome-")) open(route, button, spot.pane ? "left" : "right");
      // A panel that is no tab is the browser's side panel: it is open beside this page already.
      else api.runtime.sendMessage({ open: route, beside: shared.port && !shared.port.sender.tab });
    });
    button.addEventListener("pointerenter", doubt);
    button.addEventListener("focus", () => {
      entry.focused = true;
      doubt();
    });
    button.addEventListener("blur", () => queueMicrotask(() => (entry.focused &&= !button.isConnected)));
    return entry;
  }

  /** Whether a button is where it was put: all that is asked at most changes of a page. */
  const stands = (entry) => entry?.button.isConnected && entry.wrapper.parentNode === entry.into && entry.wrapper.contains(entry.button);

  /** Sees to every button of this page, at a beat or a change; a page that shadows its own members goes without. */
  function settle(beat) {
    try {
      for (const spot of here?.buttons ?? []) {
        const entry = placed.get(spot.id);
        const there = stands(entry);
        if (there && !beat) continue;
        const box = first(spot.bar ?? spot.pane ?? ["body"]);
        if (box && !(there && entry.box === box)) put(spot, box);
        else if (there) {
          reword(spot, entry);
          hover(entry);
        }
      }
    } catch {
      // The next change is another try.
    }
    if (!beat) watch();
  }

  /** Watches the whole page only while a bar is to come, or just after somebody did something that may open a pane;
   * else nothing but the places whose change can take a button away, so that a page at work pays for nothing. */
  function watch() {
    observer.disconnect();
    if (!here) return;
    const whole = Date.now() < until || here.buttons.some((spot) => spot.bar && !stands(placed.get(spot.id)));
    if (whole) return observer.observe(document, { childList: true, subtree: true });
    for (const { wrapper } of placed.values()) for (let up = wrapper; (up = up.parentNode); ) observer.observe(up, { childList: true });
  }

  function reword(spot, { label }) {
    const words = say(dead ? "updated" : spot.text);
    if (label.textContent !== words) label.textContent = words;
  }

  /** Keeps a button that found no room in its pane above the pane's lower edge, where it takes none. */
  function hover({ button, over }) {
    if (!over) return;
    dress(button, { position: "fixed", margin: 0, left: 0, top: 0 });
    const [from, to] = [button, over].map((it) => it.getBoundingClientRect());
    dress(button, { left: `${to.right - from.right - 20}px`, top: `${to.bottom - from.bottom - 4}px` });
  }

  /** Puts a button where it belongs in `box`. */
  function put(spot, box) {
    const where = place(spot, box);
    if (!where) return;
    const entry = placed.get(spot.id) ?? build(spot);
    reword(spot, entry);
    entry.box = box;
    if (entry.wrapper.parentNode === where.into && entry.wrapper.contains(entry.button)) return;
    const twin = all(`#${spot.id}`).find((element) => element !== entry.button);
    if (twin?.isConnected) return; // another copy of this script was first
    if (--patience < 0) return;
    placed.set(spot.id, entry);
    entry.wrapper.remove();
    const item = spot.bar && where.like.parentElement !== where.into ? make(where.into.tagName === "UL" ? "li" : "div") : null;
    if (item) {
      item.className = where.like.parentElement.className;
      item.setAttribute("role", "none");
      item.append(entry.button);
    } else if (spot.pane) dress(entry.button, { display: "inline-flex", alignItems: "center", margin: "12px 0", position: "" });
    else if (!spot.bar) entry.button.style.cssText = "position:fixed;right:16px;bottom:16px;z-index:999999;padding:8px;border:0;border-radius:4px;font:14px system-ui;background:#0f6cbd;color:#fff";
    entry.wrapper = item ?? entry.button;
    dress(entry.wrapper, { flex: "none" });
    entry.button.className = where.like?.className ?? "";
    if (spot.bar) entry.button.setAttribute("role", where.like.getAttribute("role") ?? "button");
    entry.label.className = (where.like && all("span", where.like).at(-1)?.className) ?? "";
    let pane = spot.pane && where.into;
    while (pane && !/auto|scroll/.test(getComputedStyle(pane).overflowY)) pane = pane.parentElement;
    const overflows = () => pane?.scrollHeight > pane?.clientHeight;
    const did = overflows();
    where.into.append(entry.wrapper);
    // A scrollbar would shift the pane.
    entry.over = !did && overflows() && pane;
    hover(entry);
    entry.into = where.into;
    if (entry.focused) entry.button.focus();
    pressed();
  }

  /** The extension was updated: what is left of it here can only say so. */
  function tell() {
    dead = true;
    if (dock) shut(false);
    settle(true);
    for (const { label } of placed.values()) label.setAttribute("aria-live", "polite");
  }

  /** Asked only where somebody is about to use what may be gone: the browser makes its answer anew for every page. */
  function doubt() {
    if (!alive()) tell();
    return dead;
  }

  // ───────────────────────── what happens on the page

  let patience = 30; // insertions per beat: a page that keeps throwing the button out wins until the next one
  let until = 0; // until when a pane may come of what somebody did
  let dead = false; // found to be of a version of the extension that is gone
  let here; // the row of `PAGES` this page is
  let known = null;
  const observer = new MutationObserver(() => settle());

  function look() {
    if (location.href === known) return;
    const was = here;
    here = recognise((known = location.href));
    if (here === was) return;
    for (const { wrapper } of placed.values()) wrapper.remove();
    placed.clear();
    settle();
  }

  function acted(event) {
    if (!here || !event.isTrusted) return;
    until = Date.now() + 3000;
    watch();
  }

  globalThis.navigation?.addEventListener?.("currententrychange", look);
  addEventListener("popstate", look);
  addEventListener("click", acted, true);
  addEventListener("keyup", acted, true);
  setInterval(() => {
    if (page("visibilityState") !== "visible") return;
    look();
    if (!here && !dock) return;
    patience = 30;
    settle(true);
    watch();
    if (dock) doubt();
  }, 750);
  look();
})();
