// Hands and eyes for the panel: a closed set of verbs over a port the panel opens. Put into a tab only when a panel
// connects to it. It knows no recipe. The page is hostile: everything is reached through prototypes, because named
// elements can shadow members of `document`, and nothing is accepted but calls from this extension's own panel.
(() => {
  "use strict";

  // ───────────────────────── what may be asked: pure, shared with the tests

  const LIMIT = 25165824; // bytes of one answer
  const ANSWER_LIMIT = 300000; // milliseconds until all of it has to be there, as in src/http.rs
  const HEADERS = ["accept", "content-type", "prefer", "if-match", "if-none-match", "odata-version", "odata-maxversion", "consistency"];
  const METHODS = ["POST", "PATCH", "PUT", "DELETE"];
  /** Only pages of an organization carry requests; on any other page there are eyes alone. */
  const ORG = /^https:\/\/[\w.-]+\.crm\d*\.(dynamics\.com|microsoftdynamics\.us|appsplatform\.us|dynamics\.cn)$/;

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
      // Nothing that could begin another header, or that a header cannot hold.
      if (/[^\x20-\x7e]/.test(said)) refuse(`header ${name}`);
    }
    return true;
  };
  const path = text(65536);
  const LOCATOR = shape({
    id: text(100),
    hand: flag,
    secret: flag,
    deep: flag,
    within: maybe(text(500)),
    titled: maybe(list(text(300), 60)),
    strategies: list(
      shape({ by: one(["css", "name", "near", "at"]), css: text(500), names: maybe(list(text(300), 60)), index: maybe(whole(0, 99)), of: maybe(whole(1, 99)) }),
      9,
    ),
    least: whole(0, 999),
    most: whole(0, 999),
    options: maybe(list(shape({ key: text(100), names: list(text(300), 60) }), 60)),
  });
  /** What is done to a control; a text to be filled in stands in a call, its digest in a grant. */
  const act = (fill) => (value) => {
    shape({ do: is("string") })(value);
    return shape({ __proto__: null, set: { checked: flag }, fill, choose: { option: text(300) }, press: {} }[value.do] ?? refuse("shape"))(value);
  };
  const VERBS = {
    __proto__: null,
    page: {},
    frames: {},
    snapshot: { locators: list(LOCATOR, 60) },
    get: { path, headers },
    batch: { paths: list(path, 1000) },
    grant: { writes: list(shape({ method: one(METHODS), path, digest: text(64) }), 9999), acts: list(shape({ locator: LOCATOR, act: act({ digest: text(64) }) }), 60) },
    write: { method: one(METHODS), path, headers, body: maybe(text(LIMIT)) },
    act: { locator: text(100), act: act({ text: text(20000) }) },
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
    if (!ORG.test(origin)) refuse("host");
    if (asked[0] !== "/") refuse("path");
    let url, plain;
    try {
      url = new URL(asked, origin);
      plain = decodeURIComponent(url.pathname);
    } catch {
      refuse("path");
    }
    if (url.origin !== origin || url.hash || !/^\/api\/data\/v9\.\d+\//.test(url.pathname) || /[\\/]\.\.?([\\/]|$)|%(2e|2f|5c)/i.test(plain)) refuse("path");
    return url.pathname + url.search;
  }

  /** A write by what must not change about it. No batch is one: what is in it could be anything. */
  function writeKey(method, asked, origin, hash) {
    const path = resolve(asked, origin);
    if (/\$batch/i.test(decodeURIComponent(path.split("?")[0]))) refuse("path");
    return `${method} ${path} ${hash}`;
  }

  /** An act by what must not change about it. */
  const actKey = (id, act, hash) => JSON.stringify([id, act.do, act.checked, act.option, act.do === "fill" && hash]);

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
  /** Whose page an address leads to; "" where it is none on the web. */
  const hostOf = (address) => {
    try {
      const { protocol, hostname } = new URL(address);
      return protocol === "https:" ? hostname : "";
    } catch {
      return "";
    }
  };
  /** `Label: On` is `Label`, whatever the word for "on". */
  const named = (name, wanted) => {
    const said = fold(name);
    return wanted.some((each) => said === each || (said.startsWith(each) && /^ ?: ?[^:]{1,20}$/.test(said.slice(each.length))));
  };

  if (typeof document === "undefined") {
    globalThis.latchkey = { Refused, compose, decode, fold, hostOf, named, resolve, writeKey };
    return;
  }

  const api = globalThis.chrome; // what the browser itself defines here, no element's name can stand in for
  // A symbol, because an element's id can stand in for any other name.
  const shared = (globalThis[Symbol.for("latchkey")] ??= {});
  if (shared.hands?.()) return; // this tab has them, from a version of the extension that still runs
  shared.hands = () => Boolean(api.runtime?.id);

  const root = Reflect.get(Document.prototype, "documentElement", document);
  const kinds = { __proto__: null, 9: () => Document, 11: () => DocumentFragment };
  const all = (css, scope = root) => [...(kinds[scope.nodeType]?.() ?? Element).prototype.querySelectorAll.call(scope, css)];
  /** The same, into open shadow roots as well: a selector ends at their edge. */
  const deep = (css, scope = root) => {
    const found = all(css, scope);
    for (const host of scope.nodeType === 11 ? all("*", scope) : [scope, ...all("*", scope)]) {
      const shadow = Reflect.get(Element.prototype, "shadowRoot", host);
      if (shadow) found.push(...deep(css, shadow));
    }
    return found;
  };

  // ───────────────────────── locators

  /** What the page calls it, apart from what stands in it. */
  const labelOf = (element) => {
    const refer = element.getAttribute("aria-labelledby");
    return (
      element.getAttribute("aria-label") ||
      (refer && refer.split(/\s+/).map((id) => all(`#${CSS.escape(id)}`, element.getRootNode())[0]?.textContent ?? "").join(" ")) ||
      [...(element.labels ?? [])].map((label) => label.textContent).join(" ")
    );
  };
  /** What was typed into a field is never its name. */
  const nameOf = (element) => (labelOf(element) || (!isField(element) && element.textContent.trim()) || element.getAttribute("title") || "").slice(0, 500);

  const STRATEGIES = {
    __proto__: null,
    css: ({ css }, scope, find) => find(css, scope),
    name: ({ css, names }, scope, find) => find(css, scope).filter((element) => named(nameOf(element), names.map(fold))),
    near({ css, names, secret }, scope, find) {
      const wanted = names.map(fold);
      // Into what the page calls something else no secret goes, however near it is.
      const fits = (element) => !secret || !labelOf(element) || named(labelOf(element), wanted);
      for (const label of find("label,span,legend,p,td,th,div,h1,h2,h3", scope)) {
        if (label.textContent.length > 400 || !named(label.textContent, wanted)) continue;
        for (let up = label, steps = 0; up && steps < 4; up = up === scope ? null : (up.parentElement ?? up.parentNode?.host), steps++) {
          const found = find(css, up);
          if (found.length > 0) return found.filter(fits);
        }
      }
      return [];
    },
    at({ css, index, of }, scope, find) {
      const found = find(css, scope);
      return found.length === of ? found.slice(index, index + 1) : [];
    },
  };

  const HEADING = ":is(h1,h2,h3,h4,h5,h6,[role=heading]):not(:is(a,button,li,[role=listitem],[role=row],[role=option]) *)";
  /** What a place of the page is called; a heading in an entry of a list is that entry's. */
  const titleOf = (place, find) => labelOf(place) || (find(HEADING, place)[0]?.textContent ?? "");

  /** Which strategy hit first with as many elements as expected, and what it hit; else how many too many there were. */
  function locate(locator) {
    const { within, titled, strategies, least, most, secret } = locator;
    const find = locator.deep ? deep : all;
    const places = within ? find(within) : [root];
    const scopes = titled?.length ? places.filter((place) => named(titleOf(place, find), titled.map(fold))) : places;
    let extra = 0;
    for (const [hit, strategy] of strategies.entries()) {
      let found = [];
      try {
        found = [...new Set(scopes.flatMap((scope) => STRATEGIES[strategy.by]({ names: [], index: 0, ...strategy, secret }, scope, find)))];
      } catch {
        // A selector this browser does not know hits nothing.
      }
      // Views that were left may still stand there, out of sight.
      if (found.length > most) found = found.filter((element) => element.checkVisibility?.() ?? true);
      if (found.length > 0 && found.length >= least && found.length <= most) return { hit, found, count: found.length };
      extra = Math.max(extra, found.length);
    }
    return { hit: null, found: [], count: extra };
  }

  const CHOSEN = ":checked,[aria-checked=true],[aria-selected=true]";
  const isGroup = (element) => /^(radiogroup|listbox)$/.test(element.getAttribute("role")) || (element.tagName === "FIELDSET" && all("[type=radio],[role=radio]", element).length > 0);
  const isCombo = (element) => element.getAttribute("role") === "combobox" || element.getAttribute("aria-haspopup") === "listbox";
  const isField = ({ tagName, type }) => tagName === "TEXTAREA" || (tagName === "INPUT" && !/^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/.test(type));
  /** The name of what is chosen in it; `null` where nothing can be. */
  const chosenIn = (element) => {
    if (element.tagName === "SELECT") return [...element.selectedOptions].map((option) => option.textContent.trim())[0] ?? "";
    if (isGroup(element)) return all("[role=option],[role=radio],[type=radio]", element).filter((option) => option.matches(CHOSEN)).map(nameOf)[0] ?? "";
    if (isCombo(element)) return element.tagName === "INPUT" ? element.value : element.textContent.trim();
    return null;
  };
  /** The names an option goes by on pages. */
  const namesOf = (option, { options }) => options?.find(({ key }) => key === option)?.names ?? [option];

  const seen = (element, { secret, options }) => {
    const isSecret = secret || element.type === "password";
    const holds = isField(element) || element.tagName === "SELECT";
    const chosen = isSecret ? null : chosenIn(element);
    // Of a row, each cell by itself: what stands in the first is its name.
    const cells = !element.matches("tr,[role=row]") ? [] : all("td,th,[role=gridcell],[role=cell],[role=rowheader]", element).map((cell) => cell.textContent.trim());
    const said = cells.length > 0 ? cells.join("\t") : element.textContent.trim();
    /** The one it speaks of; of two, neither. */
    const speaks = (test) => {
      const spoken = options.filter(({ names }) => names.map(fold).some(test));
      return spoken.length === 1 ? spoken[0].key : undefined;
    };
    /** Not within a word, which may be its opposite: "unsuccessful". */
    const says = (name) => fold(said).split(name).slice(0, -1).some((before) => !/\p{Script=Latin}$/u.test(before));
    return {
      name: (!element.getAttribute("aria-label") && cells[0]?.slice(0, 500)) || nameOf(element),
      text: isSecret ? "" : said.slice(0, 500),
      checked: /^(switch|checkbox|radio)$/.test(element.getAttribute("role") ?? element.type) ? element.matches(":checked") || element.getAttribute("aria-checked") === "true" : null,
      value: holds && !isSecret ? element.value.slice(0, 2000) : null,
      filled: holds ? element.value !== "" : null,
      chosen: chosen === null ? null : ((options?.length && speaks((name) => named(chosen, [name]))) || chosen.slice(0, 300)),
      means: options?.length && chosen === null && !isSecret ? (speaks(says) ?? said.slice(0, 500)) : null,
      disabled: element.matches(":disabled,[aria-disabled=true]"),
    };
  };

  const sight = (locator) => {
    const { hit, found, count } = locate(locator);
    return { id: locator.id, hit, count, elements: found.slice(0, 100).map((element) => seen(element, locator)) };
  };

  // ───────────────────────── acts: what a person would do, one control at a time

  const pause = (millis) => new Promise((go) => setTimeout(go, millis));
  const tell = (element, Kind, ...names) => names.forEach((name) => element.dispatchEvent(new Kind(name, { bubbles: true, composed: true })));
  /** Through the prototype: frameworks put a setter of their own on the element, and look for the difference. */
  const put = (element, Kind, member, value) => Object.getOwnPropertyDescriptor(Kind.prototype, member).set.call(element, value);
  const PRESSABLE = "button,summary,[type=button],[type=submit],:is(a,[role=button],[role=menuitem],[role=tab],[role=option],[role=treeitem],[role=link]):not([target],[download])";
  /** What sends its form into another window. */
  const ELSEWHERE = "[formtarget],form[target] *,a[target] *,a[download] *";
  /**
   * Whether pressing it may open a window: its form, which may stand elsewhere, says so, or the page does of every form
   * and link. Through the prototypes, as a form's fields may be named like what is asked of it.
   */
  const opensWindow = (element) => {
    const Kind = { __proto__: null, BUTTON: HTMLButtonElement, INPUT: HTMLInputElement }[element.tagName];
    const form = Kind && Object.getOwnPropertyDescriptor(Kind.prototype, "form").get.call(element);
    if (element.matches(ELSEWHERE) || (form && Element.prototype.hasAttribute.call(form, "target"))) return true;
    return Boolean(form || element.matches("a,a *")) && all("base[target]", root).length > 0;
  };

  const ACTS = {
    __proto__: null,
    set(element, { checked }, now) {
      if (now.checked === null) refuse("no switch");
      if (now.checked === checked) return;
      if (now.disabled) refuse("disabled");
      element.click();
    },
    fill(element, { text: wanted }, now) {
      if (!isField(element)) refuse("no field");
      if (element.value === wanted) return;
      if (now.disabled || element.readOnly) refuse("disabled");
      tell(element, FocusEvent, "focusin");
      put(element, element.tagName === "INPUT" ? HTMLInputElement : HTMLTextAreaElement, "value", wanted);
      tell(element, Event, "input", "change");
      tell(element, FocusEvent, "focusout");
    },
    async choose(element, { option }, now, locator, may) {
      if (now.chosen === null) refuse("no choice");
      if (now.chosen === option) return;
      if (now.disabled) refuse("disabled");
      const wanted = namesOf(option, locator).map(fold);
      const pick = (options) => options.find((each) => named(nameOf(each), wanted) && !each.matches(":disabled,[aria-disabled=true]"));
      if (element.tagName === "SELECT") {
        const it = [...element.options].find((each) => each.value === option) ?? pick([...element.options]) ?? refuse("no such option");
        put(element, HTMLSelectElement, "selectedIndex", it.index);
        return tell(element, Event, "input", "change");
      }
      if (isGroup(element)) return (pick(all("[role=option],[role=radio],[type=radio]", element)) ?? refuse("no such option")).click();
      const popup = () => {
        const id = element.getAttribute("aria-controls") || element.getAttribute("aria-owns");
        return id ? all(`#${CSS.escape(id)}`, element.getRootNode()) : [];
      };
      const shown = () => deep("[role=listbox]").filter((list) => list.checkVisibility?.() ?? true);
      let isOpen = element.getAttribute("aria-expanded") === "true";
      // Which list an open one has nobody can say if it does not: it is closed, and opened again.
      if (isOpen && popup().length === 0) {
        element.click();
        await pause(50);
        isOpen = false;
      }
      const before = shown();
      if (!isOpen) element.click();
      const end = (reason) => {
        element.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
        refuse(reason);
      };
      for (let tries = 0; tries < 40; tries++) {
        if (!may()) end("not granted");
        // The list it names, else those that came of the press: no option of another list is its own.
        const own = popup();
        const lists = own.length > 0 ? own : shown().filter((list) => !before.includes(list));
        const it = pick(lists.flatMap((list) => all("[role=option]", list)));
        if (it) return it.click();
        await pause(50);
      }
      end("no such option");
    },
    press(element, _, now) {
      if (!element.matches(PRESSABLE) || opensWindow(element)) refuse("no button");
      if (now.disabled) refuse("disabled");
      element.click();
    },
  };

  // ───────────────────────── requests: same origin only

  async function send(method, asked, sent, body) {
    let answer;
    try {
      answer = await fetch(asked, { method, headers: sent, body: body ?? undefined, credentials: "same-origin", redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(ANSWER_LIMIT) });
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

  /** The frames of other hosts that are in sight, the largest first. */
  const frames = () =>
    all("iframe")
      .filter((frame) => frame.checkVisibility?.() ?? true)
      .map((frame) => ({ host: hostOf(Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "src").get.call(frame)), size: frame.clientWidth * frame.clientHeight }))
      .filter(({ host, size }) => size > 0 && host && host !== location.hostname)
      .sort((one, other) => other.size - one.size)
      .slice(0, 20)
      .map(({ host }) => ({ host }));

  // ───────────────────────── verbs, one port at a time

  let glow; // the highlight; an animation leaves no trace on the element

  function serve(port) {
    let writes = new Set();
    let acts = new Map();
    const does = {
      page: () => ({
        href: location.href,
        language: root.lang || null,
        document: String(performance.timeOrigin),
        reloaded: performance.getEntriesByType("navigation")[0]?.type === "reload",
      }),
      frames,
      snapshot: ({ locators }) => locators.map(sight),
      get: (call) => send("GET", resolve(call.path, location.origin), call.headers),
      batch({ paths }) {
        const batch = compose(paths, location.origin, `batch_${crypto.randomUUID()}`);
        return send("POST", batch.path, batch.headers, batch.body);
      },
      grant(call) {
        writes = new Set(call.writes.map((each) => writeKey(each.method, each.path, location.origin, each.digest)));
        acts = new Map(call.acts.map(({ locator, act }) => [actKey(locator.id, act, act.digest), locator]));
      },
      async write(call) {
        // The digest first: what counts is what is granted once it is known.
        const wanted = writeKey(call.method, call.path, location.origin, await digest(call.body));
        if (!writes.has(wanted)) refuse("not granted");
        // No Content-Type of ours is added: what is sent is what was shown.
        return send(call.method, resolve(call.path, location.origin), call.headers, call.body);
      },
      async act({ locator: id, act }) {
        // The digest first: what counts is what is granted once it is known.
        const hash = act.do === "fill" && (await digest(act.text));
        const key = actKey(id, act, hash);
        const locator = acts.get(key) ?? refuse("not granted");
        if (locator.hand) refuse("needs the admin's hand");
        const { hit, found } = locate(locator);
        if (hit === null || found.length !== 1) refuse("not found");
        await ACTS[act.do](found[0], act, seen(found[0], locator), locator, () => acts.has(key));
        // The page draws the new state in its own time; whether it lasts is for the proof to say.
        await pause(50);
        return sight(locator);
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
      dock: (call) => shared.arrange?.(call),
      close: () => shared.shut?.(true),
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
    if (port.name === "watch") {
      // By the clock its beginning is told by: what this is loaded anew as was called for before.
      const left = ({ isTrusted }) => isTrusted && port.postMessage({ event: "left", at: String(performance.timeOrigin + performance.now()) });
      addEventListener("pagehide", left, true);
      port.onDisconnect.addListener(() => removeEventListener("pagehide", left, true));
    } else shared.port = port;
    port.onDisconnect.addListener(() => {
      // What still waits for its digest is not sent either.
      writes = new Set();
      acts = new Map();
      if (shared.port === port) shared.port = null;
      does.unhighlight();
    });
  }

  api.runtime.onConnect.addListener((port) => {
    const panel = api.runtime.getURL("panel.html");
    if (/^(verbs|watch)$/.test(port.name) && port.sender?.id === api.runtime.id && port.sender.url?.split(/[?#]/)[0] === panel) serve(port);
    else port.disconnect();
  });
})();
