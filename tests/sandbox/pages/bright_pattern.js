// Bright Pattern's Contact Center Administrator: the list of integration accounts and the properties of one. Labels are
// those of its help pages: English, and Japanese for those that are published in Japanese.

import { freshId, h, render, sleep } from "./dom.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
document.documentElement.lang = boot.locale === "ja" ? "ja" : "en";
const EN = {
  title: "Contact Center Administrator", accounts: "Integration Accounts", menu: "Call Center Configuration", users: "Users & Teams", scenarios: "Scenarios", add: "Add", selectType: "Select integration account type", ok: "OK", cancel: "Cancel",
  type: "Type", name: "Name", isDefault: "Default account", authorizationUrl: "Authorization URL", tokenUrl: "Token URL", apiUrl: "API URL", clientId: "Client ID", clientSecret: "Client Secret",
  refreshToken: "Refresh token", test: "Test connection", apply: "Apply", reset: "Reset", connected: "Connection successful", failed: "Connection failed", saved: "Saved",
  required: "This field is required:", notUnique: "An integration account with this name already exists", none: "Select an account",
};
const JA = {
  ...EN, title: "コンタクトセンター管理者アプリケーション", accounts: "統合アカウント", type: "タイプ", name: "名前", isDefault: "既定のアカウント", authorizationUrl: "認証 URL", tokenUrl: "トークン URL", apply: "適用",
};
const labels = boot.locale === "ja" ? JA : EN;
const TYPES = [["msdynamics365", "Microsoft Dynamics 365"], ["salesforce", "Salesforce.com"], ["servicenow", "ServiceNow"], ["zendesk", "Zendesk"]];
const typeName = (type) => TYPES.find(([value]) => value === type)?.[1] ?? type;
const CALLBACK = `${location.origin}/admin/msdynamicscallback.html`;

let accounts = [];
let form = null; // the account being edited, as typed so far
let message = null;
let picking = false;

async function call(method, path, body) {
  const answer = await fetch(`/admin/service/${path}`, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
  const json = await answer.json().catch(() => ({}));
  return answer.ok ? { json } : { error: json.error ?? { message: labels.failed } };
}

async function load() {
  accounts = (await call("GET", "integrationaccounts")).json?.integrationaccounts ?? [];
}

const button = (label, onclick, more) => h("button", { type: "button", class: "gwt-Button push", onclick, ...more }, label);

/** A row as the framework makes them: a label that belongs to no field, in front of it. */
const row = (label, control) => h("div", { class: "property" }, h("div", { class: "gwt-Label" }, label), control);
const text = (member, more) => h("input", { type: "text", class: "gwt-TextBox", value: form[member] ?? "", id: `gwt-${member}-${boxes}`, oninput: (event) => (form[member] = event.target.value), ...more });
const boxes = freshId("uid");

function properties() {
  if (!form) return h("p", { class: "quiet" }, labels.none);
  const dynamics = form.type === "msdynamics365";
  return h("div", { class: "sheet" }, h("h2", {}, form.name || labels.accounts), h("div", { class: "properties" },
    row(labels.type, h("select", { class: "gwt-ListBox", onchange: (event) => {
      form.type = event.target.value;
      draw();
    } }, TYPES.map(([value, name]) => h("option", { value, selected: value === form.type }, name)))),
    row(labels.name, text("name")),
    row(labels.isDefault, h("span", { class: "gwt-CheckBox" }, h("input", { type: "checkbox", checked: form.isDefault === true, onchange: (event) => (form.isDefault = event.target.checked) }))),
    dynamics && [row(labels.authorizationUrl, text("authorizationUrl")), row(labels.tokenUrl, text("tokenUrl")), row(labels.apiUrl, text("apiUrl")), row(labels.clientId, text("clientId")),
      row(labels.clientSecret, text("clientSecret", { type: "password", autocomplete: "off" })),
      row(labels.refreshToken, h("div", { class: "commands" }, text("refreshToken", { type: "password", readonly: true }), button(labels.refreshToken, signIn)))]),
    h("div", { class: "commands" }, dynamics && button(labels.test, test), button(labels.apply, apply), button(labels.reset, () => open(accounts.find(({ id }) => id === form.id) ?? fresh(form.type)))),
    message && h("div", { class: `gwt-Label ${message.wrong ? "error" : ""}`, role: message.wrong ? "alert" : "status" }, message.text));
}

function draw() {
  render(document.body,
    h("div", { class: "bar" }, h("strong", {}, labels.title)),
    h("div", { class: "split" },
      h("ul", { class: "list", role: "tree", "aria-label": labels.menu }, [labels.users, labels.scenarios].map((name) => h("li", { role: "treeitem" }, name)),
        h("li", { role: "treeitem", tabindex: "0", "aria-selected": "true", onclick: () => load().then(draw) }, labels.accounts)),
      h("div", { class: "sheet" }, h("h2", {}, labels.accounts),
        h("div", { class: "commands" }, button("+", () => {
          picking = true;
          draw();
        }, { title: labels.add })),
        h("table", { class: "rows" }, h("thead", {}, h("tr", {}, [labels.name, labels.type, labels.isDefault].map((head) => h("th", { scope: "col" }, head)))),
          h("tbody", {}, accounts.map((account) => h("tr", { "aria-selected": String(account.id === form?.id), tabindex: "0", onclick: () => open(account), onkeydown: (event) => event.key === "Enter" && open(account) },
            [account.name, typeName(account.type), account.isDefault ? "✓" : ""].map((cell) => h("td", {}, cell))))))),
      properties()),
    picking && typePicker());
}

function typePicker() {
  let chosen = TYPES[0][0];
  const close = (done) => {
    picking = false;
    if (done) open(fresh(chosen));
    else draw();
  };
  return h("div", { class: "popup gwt-DialogBox" }, h("div", { role: "dialog", "aria-label": labels.selectType }, h("div", { class: "Caption" }, labels.selectType),
    h("select", { class: "gwt-ListBox", onchange: (event) => (chosen = event.target.value) }, TYPES.map(([value, name]) => h("option", { value }, name))),
    h("div", { class: "commands" }, button(labels.ok, () => close(true)), button(labels.cancel, () => close(false)))));
}

const fresh = (type) => ({ id: "", type, name: "", isDefault: false, authorizationUrl: "", tokenUrl: "", apiUrl: "", clientId: "", clientSecret: "", refreshToken: "" });

/** The properties come a little later than the click, and are drawn once more when they are complete. */
async function open(account) {
  form = { ...account };
  message = null;
  draw();
  await sleep(200);
  draw();
}

function say(textSaid, wrong) {
  message = { text: textSaid, wrong };
  draw();
}

/** Signs in at Microsoft in a window of its own: only a person's own click opens it. */
function signIn(event) {
  if (!event.isTrusted) return;
  const state = freshId("state");
  const query = new URLSearchParams({ client_id: form.clientId, response_type: "code", redirect_uri: CALLBACK, response_mode: "query", resource: form.apiUrl.split("/api/")[0], prompt: "consent", state });
  const opened = window.open(`${form.authorizationUrl}?${query}`, "_blank", "popup,width=520,height=640");
  const heard = async ({ origin, source, data }) => {
    if (origin !== location.origin || source !== opened || data?.state !== state) return;
    removeEventListener("message", heard);
    if (!data.code) return say(`${labels.failed}: ${data.error ?? ""}`, true);
    const { json, error } = await call("POST", "redeem", { account: form, code: data.code, redirectUri: CALLBACK });
    if (error) return say(`${labels.failed}: ${error.message}`, true);
    form.refreshToken = json.refreshToken;
    draw();
  };
  addEventListener("message", heard);
}

async function test() {
  const { error } = await call("POST", "test", form);
  if (error) say(`${labels.failed}: ${error.message}`, true);
  else say(labels.connected, false);
}

async function apply() {
  const { json, error } = await call("POST", "integrationaccounts", form);
  if (error) return say(error.code === "notUnique" ? labels.notUnique : `${labels.required} ${labels[error.message] ?? error.message}`, true);
  await load();
  form = { ...accounts.find(({ id }) => id === json.id) };
  say(labels.saved, false);
}

await sleep(250);
await load();
draw();
