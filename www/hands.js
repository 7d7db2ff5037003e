// Hands and eyes for the panel: a closed set of verbs over a port the panel opens. Put into a tab only when a panel
// connects to it. It knows no recipe. The page is hostile: everything is reached through prototypes, because named
// elements can shadow members of `document`, and nothing is accepted but calls from this extension's own panel.
(() => {
  "use strict";

  // ───────────────────────── what may be asked: pure, shared with the tests

  const LIMIT = 25165824; // bytes of one answer
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
    grant: { writes: list(shape({ method: one(METHODS), path, digest: text(64) }), 9999), presses: list(shape({ locator: LOCATOR, checked: flag }), 60) },
    write: { method: one(METHODS), path, headers, body: maybe(text(LIMIT)) },
    press: { locator: text(100), checked: flag },
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

  if (typeof document === "undefined") {
    globalThis.latchkey = { Refused, compose, decode, fold, named, resolve, writeKey };
    return;
  }

  const api = globalThis.chrome; // what the browser itself defines here, no element's name can stand in for
  // A symbol, because an element's id can stand in for any other name.
  const shared = (globalThis[Symbol.for("latchkey")] ??= {});
  if (shared.hands?.()) return; // this tab has them, from a version of the extension that still runs
  shared.hands = () => Boolean(api.runtime?.id);

  const root = Reflect.get(Document.prototype, "documentElement", document);
  const all = (css, scope = root) => [...Element.prototype.querySelectorAll.call(scope, css)];

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

  const sight = ({ id }, { hit, found }) => ({ id, hit, count: found.length, elements: found.slice(0, 100).map(seen) });

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
    const does = {
      page: () => ({ href: location.href, language: root.lang || null }),
      snapshot: ({ locators }) => locators.map((locator) => sight(locator, locate(locator))),
      get: (call) => send("GET", resolve(call.path, location.origin), call.headers),
      batch({ paths }) {
        const batch = compose(paths, location.origin, `batch_${crypto.randomUUID()}`);
        return send("POST", batch.path, batch.headers, batch.body);
      },
      grant(call) {
        writes = new Set(call.writes.map((each) => writeKey(each.method, each.path, location.origin, each.digest)));
        presses = new Map(call.presses.map(({ locator, checked }) => [`${checked} ${locator.id}`, locator]));
      },
      async write(call) {
        // The digest first: what counts is what is granted once it is known.
        const wanted = writeKey(call.method, call.path, location.origin, await digest(call.body));
        if (!writes.has(wanted)) refuse("not granted");
        // No Content-Type of ours is added: what is sent is what was shown.
        return send(call.method, resolve(call.path, location.origin), call.headers, call.body);
      },
      async press({ locator: id, checked }) {
        const locator = presses.get(`${checked} ${id}`) ?? refuse("not granted");
        if (locator.hand) refuse("needs the admin's hand");
        const { hit, found } = locate(locator);
        if (hit === null || found.length !== 1) refuse("not found");
        const before = seen(found[0]);
        if (before.checked === null) refuse("no switch");
        if (before.checked !== checked) {
          if (before.disabled) refuse("disabled");
          found[0].click();
          // The page draws the new state in its own time; whether it lasts is for the proof to say.
          await new Promise((go) => setTimeout(go, 50));
        }
        return sight(locator, locate(locator));
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
    shared.port = port;
    port.onDisconnect.addListener(() => {
      // What still waits for its digest is not sent either.
      writes = new Set();
      presses = new Map();
      if (shared.port === port) shared.port = null;
      does.unhighlight();
    });
  }

  api.runtime.onConnect.addListener((port) => {
    const panel = api.runtime.getURL("panel.html");
    if (port.name === "verbs" && port.sender?.id === api.runtime.id && port.sender.url?.split(/[?#]/)[0] === panel) serve(port);
    else port.disconnect();
  });
})();
