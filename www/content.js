// Hands and eyes on a portal page: injects the buttons, holds the dock, and carries out a closed set of verbs
// for the panel. It knows no recipe. The page is hostile: nothing it says is trusted, only trusted clicks count,
// and everything is reached through prototypes, because named elements can shadow members of `document`.
(() => {
  "use strict";
  const TEXTS = __LATCHKEY_TEXTS__;

  // Pages that get buttons, and where. `src/portal/page.rs` tests that both sides agree.
  const PAGES = /*pages*/ [
    {
      "page": "teams-chat",
      "when": { "pagetype": "control", "controlname": "mscrmcontrols.teamscollaborationadmin.teamscollaborationadmin" },
      "buttons": [
        {
          "id": "latchkey-open",
          "text": "content-button",
          "route": "/",
          "bar": ["#mainContent .ms-CommandBar-primaryCommand", "#mainContent [data-id='CommandBar']", "#mainContent [role='menubar']"]
        },
        {
          "id": "latchkey-who",
          "text": "content-who",
          "route": "/disconnect/",
          "pane": [".ms-Panel.is-open", ".fui-InlineDrawer", ".fui-OverlayDrawer", "[role='dialog']"]
        }
      ]
    }
  ] /*end*/;

  // ───────────────────────── what may be asked: pure, shared with the tests

  const LIMIT = 25165824; // bytes of one answer
  const HEADERS = ["accept", "content-type", "prefer", "if-match", "if-none-match", "odata-version", "odata-maxversion", "consistency"];
  const METHODS = ["POST", "PATCH", "PUT", "DELETE"];

  class Refused extends Error {}
  const refuse = (reason) => {
    throw new Refused(reason);
  };

  const is = (type) => (value) => typeof value === type || refuse("shape");
  const flag = is("boolean");
  const text = (limit) => (value) => (typeof value === "string" && value.length <= limit) || refuse("shape");
  const whole = (least, most) => (value) => (Number.isInteger(value) && value >= least && value <= most) || refuse("shape");
  const one = (values) => (value) => values.includes(value) || refuse("shape");
  const maybe = (check) => (value) => value == null || check(value);
  const list = (check, most) => (value) => (Array.isArray(value) && value.length <= most && value.every(check)) || refuse("shape");
  const shape = (fields) => (value) =>
    value !== null && typeof value === "object" && Object.keys(fields).every((name) => fields[name](Object.hasOwn(value, name) ? value[name] : undefined))
      ? true
      : refuse("shape");
  const headers = (value) => {
    if (value === null || typeof value !== "object") refuse("shape");
    for (const [name, said] of Object.entries(value)) {
      if (!HEADERS.includes(name)) refuse(`header ${name.slice(0, 50)}`);
      text(2000)(said);
    }
    return true;
  };
  const path = text(65536);
  const LOCATOR = shape({
    id: text(100),
    hand: flag,
    within: maybe(text(500)),
    strategies: list(
      shape({ by: one(["css", "name", "near", "at"]), css: text(500), names: maybe(list(text(300), 60)), index: maybe(whole(0, 99)), of: maybe(whole(1, 99)) }),
      9,
    ),
    least: whole(0, 999),
    most: whole(0, 999),
  });
  const VERBS = {
    __proto__: null,
    page: {},
    snapshot: { locators: list(LOCATOR, 60) },
    get: { path, headers },
    batch: { paths: list(path, 1000) },
    grant: { writes: list(shape({ method: one(METHODS), path, digest: text(64) }), 9999), presses: list(LOCATOR, 60) },
    write: { method: one(METHODS), path, headers, body: maybe(text(LIMIT)) },
    press: { locator: text(100) },
    highlight: { locator: LOCATOR },
    unhighlight: {},
    dock: { side: maybe(one(["left", "right"])), collapsed: maybe(flag), width: maybe(whole(1, 9999)) },
    close: {},
  };

  /** A call, checked field by field; throws `Refused`. */
  function decode(message) {
    shape({ id: whole(0, 2 ** 32 - 1), verb: is("string") })(message);
    shape(VERBS[message.verb] ?? refuse("verb"))(message);
    return message;
  }

  /** Path and query of a Web API address on `origin`, after the parser has had its say about dots and slashes. */
  function resolve(asked, origin) {
    if (asked[0] !== "/") refuse("path");
    let url, plain;
    try {
      url = new URL(asked, origin);
      plain = decodeURIComponent(url.pathname);
    } catch {
      refuse("path");
    }
    if (url.origin !== origin || url.hash || !/^\/api\/data\/v9\.\d+\//.test(url.pathname) || /[\\/]\.\.?([\\/]|$)/.test(plain)) refuse("path");
    return url.pathname + url.search;
  }

  /** The `$batch` of these reads: its path, headers and body. Nothing but GETs can be in it. */
  function compose(paths, origin, boundary) {
    const parts = paths.map(
      (each) =>
        `--${boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n` +
        `GET ${resolve(each, origin)} HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n`,
    );
    return {
      path: `${resolve(paths[0] ?? refuse("path"), origin).match(/^\/api\/data\/v9\.\d+\//)[0]}$batch`,
      headers: {
        accept: "application/json",
        "content-type": `multipart/mixed; boundary="${boundary}"`,
        prefer: "odata.continue-on-error",
        "odata-version": "4.0",
        "odata-maxversion": "4.0",
      },
      body: `${parts.join("")}--${boundary}--\r\n`,
    };
  }

  /** Names are compared so: what looks the same is the same. */
  const fold = (name) =>
    name.normalize("NFKC").toLowerCase().replace(/[’‘`´]/g, "'").replace(/\s+/g, " ").replace(/\s*[:.]?\s*$/, "").trim();
  /** `Label: On` is `Label`, whatever the word for "on". */
  const named = (name, wanted) => {
    const said = fold(name);
    return wanted.some((each) => said === each || (said.startsWith(each) && /^ ?: ?[^:]{1,20}$/.test(said.slice(each.length))));
  };

  /** The row of `PAGES` an address belongs to; parameter names and values in any case. */
  function recognise(href) {
    const said = {};
    for (const [name, value] of new URL(href).searchParams) said[name.toLowerCase()] ??= value.toLowerCase();
    return PAGES.find(({ when }) => Object.keys(when).every((name) => Object.hasOwn(said, name) && said[name] === when[name]));
  }

  if (typeof document === "undefined") {
    globalThis.latchkey = { Refused, PAGES, compose, decode, fold, named, recognise, resolve };
    return;
  }
  if (Document.prototype.querySelector.call(document, "html") === null) return;

  // ───────────────────────── the page, past anything it has clobbered

  const api = globalThis.browser?.runtime ? globalThis.browser : globalThis.chrome;
  const page = (name) => Reflect.get(Document.prototype, name, document);
  const make = (tag, space = "http://www.w3.org/1999/xhtml") => Document.prototype.createElementNS.call(document, space, tag);
  const all = (css, root) => [...(root ? Element.prototype.querySelectorAll.call(root, css) : Document.prototype.querySelectorAll.call(document, css))];
  const first = (selectors) => {
    for (const css of selectors) for (const found of all(css)) return found;
  };
  const dress = (element, style) => Object.assign(element.style, style);
  const root = page("documentElement");
  const say = (id) => (TEXTS[(root.lang || "en").slice(0, 2).toLowerCase()] ?? TEXTS.en)[id];
  /** False once the extension was updated or removed: this copy can reach nothing of it any more. */
  const alive = () => {
    try {
      return Boolean(api.runtime.id);
    } catch {
      return false;
    }
  };

  // ───────────────────────── locators

  const nameOf = (element) => {
    const refer = element.getAttribute("aria-labelledby");
    return (
      element.getAttribute("aria-label") ||
      (refer && refer.split(/\s+/).map((id) => all(`#${CSS.escape(id)}`)[0]?.textContent ?? "").join(" ")) ||
      [...(element.labels ?? [])].map((label) => label.textContent).join(" ") ||
      element.textContent.trim() ||
      element.getAttribute("title") ||
      ""
    ).slice(0, 500);
  };

  const STRATEGIES = {
    __proto__: null,
    css: ({ css }, scope) => all(css, scope),
    name: ({ css, names }, scope) => all(css, scope).filter((element) => named(nameOf(element), names.map(fold))),
    near({ css, names }, scope) {
      const wanted = names.map(fold);
      for (const label of all("label,span,legend,p,td,th,div,h1,h2,h3", scope)) {
        if (label.textContent.length > 400 || !named(label.textContent, wanted)) continue;
        for (let up = label, steps = 0; up && steps < 4; up = up.parentElement, steps++) {
          const found = all(css, up);
          if (found.length > 0) return found;
        }
      }
      return [];
    },
    at({ css, index, of }, scope) {
      const found = all(css, scope);
      return found.length === of ? found.slice(index, index + 1) : [];
    },
  };

  /** Which strategy hit first with as many elements as expected, and what it hit. */
  function locate({ within, strategies, least, most }) {
    const scopes = within ? all(within) : [root];
    for (const [hit, strategy] of strategies.entries()) {
      let found = [];
      try {
        found = [...new Set(scopes.flatMap((scope) => STRATEGIES[strategy.by]({ names: [], index: 0, ...strategy }, scope)))];
      } catch {
        // A selector this browser does not know hits nothing.
      }
      if (found.length > 0 && found.length >= least && found.length <= most) return { hit, found };
    }
    return { hit: null, found: [] };
  }

  const seen = (element) => ({
    name: nameOf(element),
    text: element.textContent.trim().slice(0, 500),
    checked: /^(switch|checkbox|radio)$/.test(element.getAttribute("role") ?? element.type) ? element.matches(":checked") || element.getAttribute("aria-checked") === "true" : null,
    value: /^(INPUT|SELECT)$/.test(element.tagName) && element.type !== "password" ? element.value.slice(0, 500) : null,
    disabled: element.matches(":disabled,[aria-disabled=true]"),
  });

  // ───────────────────────── requests: same origin only

  async function send(method, asked, sent, body) {
    let answer;
    try {
      answer = await fetch(asked, { method, headers: sent, body: body ?? undefined, credentials: "same-origin", redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect") return { error: "redirected" };
      const pieces = [];
      let size = 0;
      if (answer.body) {
        for (const reader = answer.body.getReader(); ; ) {
          const { done, value } = await reader.read();
          if (done) break;
          size += value.length;
          if (size > LIMIT) {
            reader.cancel();
            return { error: { tooLarge: { limit: LIMIT } } };
          }
          pieces.push(value);
        }
      }
      return { ok: { status: answer.status, headers: Object.fromEntries(answer.headers), body: await new Blob(pieces).text() } };
    } catch {
      return { error: { unreachable: { host: location.host } } };
    }
  }

  async function digest(body) {
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body ?? ""));
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // ───────────────────────── verbs, one port at a time

  let glow; // the highlight; an animation leaves no trace on the element

  function serve(port) {
    let writes = new Set();
    let presses = new Map();
    const key = (method, asked, hash) => `${method} ${resolve(asked, location.origin)} ${hash}`;
    const does = {
      page: () => ({ href: location.href, language: root.lang || null }),
      snapshot: ({ locators }) =>
        locators.map((locator) => {
          const { hit, found } = locate(locator);
          return { id: locator.id, hit, count: found.length, elements: found.slice(0, 100).map(seen) };
        }),
      get: (call) => send("GET", resolve(call.path, location.origin), call.headers),
      batch({ paths }) {
        const batch = compose(paths, location.origin, `batch_${crypto.randomUUID()}`);
        return send("POST", batch.path, batch.headers, batch.body);
      },
      grant(call) {
        writes = new Set(call.writes.map((each) => key(each.method, each.path, each.digest)));
        presses = new Map(call.presses.map((locator) => [locator.id, locator]));
      },
      async write(call) {
        // No Content-Type of ours is added: what is sent is what was shown.
        if (!writes.has(key(call.method, call.path, await digest(call.body)))) refuse("not granted");
        return send(call.method, resolve(call.path, location.origin), call.headers, call.body);
      },
      press(call) {
        const locator = presses.get(call.locator) ?? refuse("not granted");
        if (locator.hand) refuse("needs the admin's hand");
        const { hit, found } = locate(locator);
        if (hit === null || found.length !== 1 || seen(found[0]).disabled) refuse("not found");
        found[0].click();
      },
      highlight({ locator }) {
        does.unhighlight();
        const [element] = locate(locator).found;
        if (!element) refuse("not found");
        element.scrollIntoView({ block: "center" });
        glow = element.animate({ outline: ["3px solid #0f6cbd", "3px solid #0f6cbd"], outlineOffset: ["2px", "2px"] }, { duration: 1e9 });
      },
      unhighlight() {
        glow?.cancel();
      },
      dock: (call) => dock && arrange(call),
      close: () => shut(true),
    };
    port.onMessage.addListener(async (message) => {
      let said;
      try {
        const call = decode(message);
        const result = await does[call.verb](call);
        said = result?.error || result?.ok ? result : { ok: result ?? null };
      } catch (cause) {
        said = { error: { notSent: { reason: cause instanceof Refused ? cause.message : "failed" } } };
      }
      try {
        port.postMessage({ id: message?.id, ...said });
      } catch {
        // The panel is gone.
      }
    });
    if (dock) dock.port = port;
    port.onDisconnect.addListener(does.unhighlight);
  }

  api.runtime.onConnect.addListener((port) => {
    const panel = api.runtime.getURL("panel.html");
    if (port.name === "verbs" && port.sender?.id === api.runtime.id && port.sender.url?.split(/[?#]/)[0] === panel) serve(port);
    else port.disconnect();
  });

  // ───────────────────────── the dock

  let dock = null;

  function arrange({ side, collapsed, width }) {
    const now = dock.now;
    Object.assign(now, side && { side }, collapsed != null && { collapsed }, width && { width });
    const wide = now.collapsed ? 28 : Math.max(320, Math.min(now.width, innerWidth));
    dress(dock.host, { left: now.side === "left" ? "0" : "auto", right: now.side === "left" ? "auto" : "0", width: `${wide}px` });
    dock.frame.style.display = now.collapsed ? "none" : "block";
    dock.edge.style.display = now.collapsed ? "block" : "none";
    dock.edge.textContent = now.side === "left" ? "›" : "‹";
    pressed();
  }

  const pressed = () => {
    for (const { button } of placed.values()) button.setAttribute("aria-expanded", String(dock !== null && !dock.now.collapsed));
  };

  function shut(refocus) {
    const was = dock;
    dock = null;
    was?.host.remove();
    glow?.cancel();
    pressed();
    if (refocus && was?.opener.isConnected) was.opener.focus();
  }

  /** Docks the panel; a panel already there is told to go to `route`. */
  async function open(route, opener, side) {
    if (dock?.host.isConnected) {
      arrange({ collapsed: false });
      if (route !== "/") dock.port?.postMessage({ event: "open", route });
      return;
    }
    const nonce = crypto.randomUUID();
    await api.runtime.sendMessage({ introduce: nonce });
    const host = make("div");
    host.id = "latchkey-dock";
    host.setAttribute("role", "region");
    host.setAttribute("aria-label", say("content-dock"));
    dress(host, { all: "initial", position: "fixed", top: "0", bottom: "0", zIndex: "2147483647", boxShadow: "0 0 8px rgb(0 0 0 / .2), 0 16px 32px rgb(0 0 0 / .2)" });
    const frame = make("iframe");
    frame.title = say("content-dock");
    frame.src = `${api.runtime.getURL("panel.html")}#nonce=${nonce}&${route}`;
    dress(frame, { width: "100%", height: "100%", border: "0" });
    const edge = make("button");
    edge.setAttribute("aria-label", say("content-expand"));
    dress(edge, { width: "100%", height: "100%", border: "0", font: "20px system-ui", background: "Canvas", color: "CanvasText" });
    edge.addEventListener("click", () => arrange({ collapsed: false }));
    const shadow = host.attachShadow({ mode: "closed" });
    shadow.append(edge, frame);
    dock = { host, frame, edge, opener, port: null, now: { side, collapsed: false, width: 480 } };
    arrange({});
    page("body").append(host);
    // A portal dialog keeps its focus.
    frame.addEventListener("load", () => first(["[aria-modal=true]", "#ApplicationShell[aria-hidden=true]"]) || frame.focus(), { once: true });
  }

  // ───────────────────────── buttons

  const placed = new Map();

  function mark() {
    const svg = (tag, attributes) => {
      const element = make(tag, "http://www.w3.org/2000/svg");
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    const line = { fill: "none", stroke: "#fff", "stroke-width": "1.6", "stroke-linecap": "round" };
    const picture = svg("svg", { viewBox: "0 0 20 20", width: "16", height: "16", "aria-hidden": "true" });
    picture.append(
      svg("rect", { width: "20", height: "20", rx: "4", fill: "#0f6cbd" }),
      svg("circle", { cx: "7", cy: "10", r: "3", ...line }),
      svg("path", { d: "M10 10h6.5M13.5 10v2.5M16.2 10v3.5", ...line }),
    );
    dress(picture, { width: "16px", height: "16px", flex: "none", margin: "0 4px", verticalAlign: "text-bottom" });
    return picture;
  }

  /** Where a button goes, and the neighbour whose look it takes; nothing until the page is ready for it. */
  function place(spot) {
    const box = first(spot.bar ?? spot.pane);
    if (!box) return undefined;
    const neighbours = all("button", box).filter((button) => !button.id.startsWith("latchkey-"));
    if (spot.bar) return neighbours.length > 0 && { into: box, like: neighbours.find((button) => !button.disabled) ?? neighbours[0] };
    const switches = all("[role=switch]", box);
    if (switches.length < 2) return undefined;
    let into = switches[0];
    while (into && !into.contains(switches.at(-1))) into = into.parentElement;
    const title = all("h1,h2,[role=heading]", box)[0]?.textContent.trim() ?? "";
    return { into, like: neighbours.filter((button) => button.getAttribute("role") !== "switch").at(-1), title };
  }

  function build(spot) {
    const button = make("button");
    button.type = "button";
    button.id = spot.id;
    const label = make("span");
    button.append(mark(), label);
    let wrapper = button;
    const entry = { button, label, wrapper, focused: false, title: "" };
    button.addEventListener("click", (event) => {
      if (!event.isTrusted) return; // a script of the page
      if (!alive()) return tell();
      const route = spot.route + (spot.pane ? encodeURIComponent(entry.title) : "");
      if (/\.crm\d*\.dynamics\.com$/.test(location.hostname) && api.runtime.getURL("").startsWith("chrome-")) open(route, button, spot.pane ? "left" : "right");
      else api.runtime.sendMessage({ open: route });
    });
    button.addEventListener("focus", () => (entry.focused = true));
    button.addEventListener("blur", () => queueMicrotask(() => (entry.focused &&= !button.isConnected)));
    return entry;
  }

  /** Puts every button of this page where it belongs; called on every change, so it must be cheap and never throw. */
  function settle() {
    const spots = recognise(location.href)?.buttons ?? [];
    for (const [id, entry] of placed) {
      if (!spots.some((spot) => spot.id === id)) {
        entry.wrapper.remove();
        placed.delete(id);
      }
    }
    for (const spot of spots) {
      const where = place(spot);
      if (!where) continue;
      const entry = placed.get(spot.id) ?? build(spot);
      const words = alive() ? say(spot.text) : say("content-updated");
      if (entry.label.textContent !== words) entry.label.textContent = words;
      entry.title = where.title ?? "";
      if (entry.wrapper.parentNode === where.into) continue;
      const twin = all(`#${spot.id}`).find((element) => element !== entry.button);
      if (twin?.isConnected) continue; // another copy of this script was first
      if (--patience < 0) return;
      placed.set(spot.id, entry);
      const item = spot.bar && where.like.parentElement !== where.into ? make(where.into.tagName === "UL" ? "li" : "div") : null;
      if (item) {
        item.className = where.like.parentElement.className;
        item.setAttribute("role", "none");
        item.append(entry.button);
      } else if (spot.pane) dress(entry.button, { display: "inline-flex", alignItems: "center", margin: "12px 0" });
      entry.wrapper = item ?? entry.button;
      dress(entry.wrapper, { flex: "none" });
      entry.button.className = where.like?.className ?? "";
      if (spot.bar) entry.button.setAttribute("role", where.like.getAttribute("role") ?? "button");
      entry.label.className = all("span", where.like).at(-1)?.className ?? "";
      where.into.append(entry.wrapper);
      if (entry.focused) entry.button.focus();
      pressed();
    }
  }

  /** The extension was updated: what is left of it here can only say so. */
  function tell() {
    if (dock) shut(false);
    settle();
    for (const { label } of placed.values()) label.setAttribute("aria-live", "polite");
  }

  // ───────────────────────── what happens on the page

  let patience = 30; // insertions per beat: a page that keeps throwing the button out wins until the next one
  let watching = false;
  let route = null;
  let known = null;
  const observer = new MutationObserver(settle);

  function look() {
    if (location.href === known) return;
    known = location.href;
    const wanted = recognise(known) !== undefined;
    if (wanted && !watching) observer.observe(root, { childList: true, subtree: true });
    if (!wanted && watching) observer.disconnect();
    watching = wanted;
    settle();
  }

  globalThis.navigation?.addEventListener?.("currententrychange", look);
  addEventListener("popstate", look);
  const routes = new MutationObserver(look);
  setInterval(() => {
    if (page("visibilityState") !== "visible") return;
    patience = 30;
    const provider = first(["#navigationcontextprovider"]);
    if (provider && provider !== route) routes.observe((route = provider), { attributes: true, attributeFilter: ["route"] });
    look();
    if (watching) settle();
    if (!alive()) tell();
  }, 750);
  look();
})();
