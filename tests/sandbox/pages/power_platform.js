// The Power Platform admin center: environments, application users, security roles, one role. Addresses are the real
// ones: in settings and roles the first id is the organisation's, not the environment's.

import { freshId, h, render, sleep } from "./dom.js";
import { labelsFor } from "./portal_labels.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
const labels = labelsFor(boot.locale, boot.generation);
document.documentElement.lang = boot.locale;
const { organization, environment } = boot;

async function dataverse(method, path, body) {
  const answer = await fetch(`/gateway/dataverse/${method}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ path, body }) });
  const json = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(json?.error?.message ?? labels.failed);
  return json;
}
const rows = async (path) => (await dataverse("GET", path)).value;

const PAGES = [
  [/^\/(manage\/)?environments\/?$/, environments],
  [/^\/(manage\/)?environments\/(environment\/)?([^/]+)\/hub$/, hub],
  [/^\/(manage\/)?environments\/([^/]+)\/appusers$/, appUsers],
  [/^\/(manage\/)?environments\/([^/]+)\/([^/]+)\/users$/, users],
  [/^\/(manage\/)?environments\/([^/]+)\/securityroles$/, roles],
  [/^\/(manage\/)?environments\/([^/]+)\/securityroles\/([^/]+)\/roleeditor$/, role],
];

const link = (href, text, more) => h("a", { href, onclick: (event) => {
  event.preventDefault();
  history.pushState({}, "", href);
  show();
}, ...more }, text);
const sheet = (title, ...content) => h("div", { class: "page", role: "main" }, h("nav", { class: "crumbs" }, link("/environments", labels.environments), " › ", link(`/environments/${environment}/hub`, "Contoso Service")), h("h1", {}, title), ...content);
const table = (heads, lines) => h("table", { class: "rows", role: "grid" }, h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", {}, lines.map((line) => h("tr", { role: "row" }, line.map((cell) => h("td", {}, cell))))));

async function environments() {
  return sheet(labels.environments, table([labels.name], [[link(`/environments/${environment}/hub`, "Contoso Service")]]));
}

async function hub() {
  return sheet("Contoso Service", h("div", { class: "commands", role: "menubar" }, h("button", { type: "button", role: "menuitem" }, labels.settings)),
    h("h2", {}, labels.usersPermissions), h("ul", { class: "list" },
      h("li", {}, link(`/environments/${organization}/${environment}/users`, labels.users)), h("li", {}, link(`/environments/${organization}/appusers`, labels.appUsers)), h("li", {}, link(`/environments/${organization}/securityroles`, labels.roles))));
}

const EXPAND = "$expand=systemuserroles_association($select=roleid,name),businessunitid($select=name)";

async function people(title, filter) {
  const found = await rows(`systemusers?$select=fullname,domainname,applicationid,isdisabled&${EXPAND}&$filter=${filter}&$orderby=fullname`);
  let chosen = null;
  const bar = h("div", { class: "commands", role: "menubar" });
  const paint = () => bar.replaceChildren(
    h("button", { type: "button", role: "menuitem", onclick: (event) => event.isTrusted && location.reload() }, labels.newAppUser),
    ...(chosen ? [h("button", { type: "button", role: "menuitem", onclick: () => editRoles(chosen) }, labels.editRoles)] : []));
  paint();
  const pick = (user) => h("input", { type: "checkbox", "aria-label": user.fullname, onchange: (event) => {
    chosen = event.target.checked ? user : null;
    paint();
  } });
  return sheet(title, bar, table(["", labels.name, labels.businessUnit, labels.roles, labels.state], found.map((user) => [
    pick(user), h("span", {}, user.fullname), user.businessunitid?.name ?? "", user.systemuserroles_association.map(({ name }) => name).join(", "), labels.states[user.isdisabled ? 1 : 0]])));
}
function appUsers() {
  return people(labels.appUsers, "applicationid ne null");
}
function users() {
  return people(labels.users, "applicationid eq null and isdisabled eq false");
}

/** The pane where a user's roles are ticked and saved. */
async function editRoles(user) {
  const own = user.systemuserroles_association.map(({ roleid }) => roleid);
  const all = await rows(`roles?$select=roleid,name&$filter=_businessunitid_value eq ${user._businessunitid_value ?? user.businessunitid.businessunitid}&$orderby=name`);
  const wanted = new Set(own);
  const close = () => {
    pane.remove();
    show();
  };
  const save = async () => {
    const address = `systemusers(${user.systemuserid})/systemuserroles_association`;
    try {
      for (const id of wanted) if (!own.includes(id)) await dataverse("POST", `${address}/$ref`, { "@odata.id": `${boot.org}/api/data/v9.0/roles(${id})` });
      for (const id of own) if (!wanted.has(id)) await dataverse("DELETE", `${address}(${id})/$ref`);
      close();
    } catch (error) {
      pane.firstElementChild.append(h("p", { role: "alert", class: "error" }, error.message));
    }
  };
  const pane = h("div", { class: "popup" }, h("div", { role: "dialog", "aria-label": labels.editRoles }, h("h2", {}, labels.editRoles),
    all.map(({ roleid, name }) => {
      const id = freshId("checkbox-");
      return h("div", {}, h("input", { type: "checkbox", id, checked: wanted.has(roleid), onchange: (event) => (event.target.checked ? wanted.add(roleid) : wanted.delete(roleid)) }), h("label", { for: id }, name));
    }),
    h("div", { class: "commands" }, h("button", { type: "button", class: "push primary", onclick: save }, labels.save), h("button", { type: "button", class: "push", onclick: close }, labels.cancel))));
  document.body.append(pane);
}

async function roles() {
  const found = await rows("roles?$select=roleid,name&$filter=_parentroleid_value eq null and issytemgenerated eq false&$expand=businessunitid($select=name)&$orderby=name");
  return sheet(labels.roles, table([labels.role, labels.businessUnit], found.map((each) => [link(`/environments/${organization}/securityroles/${each.roleid}/roleeditor`, each.name), each.businessunitid?.name ?? ""])));
}

async function role() {
  const id = location.pathname.split("/").at(-2);
  const [row, held] = await Promise.all([dataverse("GET", `roles(${id})?$select=name,isinherited`), dataverse("GET", `RetrieveRolePrivilegesRole(RoleId=${id})`)]);
  let inherited = row.isinherited;
  const select = freshId("dropdown-");
  const save = async () => {
    try {
      if (inherited !== row.isinherited) await dataverse("PATCH", `roles(${id})`, { isinherited: inherited });
      history.pushState({}, "", `/environments/${organization}/securityroles`);
      show();
    } catch (error) {
      document.querySelector(".page").append(h("p", { role: "alert", class: "error" }, error.message));
    }
  };
  return sheet(row.name, h("div", { class: "commands", role: "menubar" }, h("button", { type: "button", role: "menuitem", onclick: save }, labels.saveClose)),
    h("label", { for: select }, labels.inheritance),
    h("select", { id: select, onchange: (event) => (inherited = Number(event.target.value)) }, labels.inheritances.map((text, value) => h("option", { value: String(value), selected: value === row.isinherited }, text))),
    h("div", { role: "tablist" }, h("button", { type: "button", role: "tab", "aria-selected": "true" }, labels.tables)), h("p", { class: "quiet" }, labels.showAll),
    table([labels.privileges, ""], held.RolePrivileges.map(({ PrivilegeName, Depth }) => [PrivilegeName, Depth])));
}

let turn = 0;
async function show() {
  const mine = (turn += 1);
  const page = PAGES.find(([pattern]) => pattern.test(location.pathname))?.[1] ?? environments;
  const content = await page().catch((error) => sheet(labels.failed, h("p", { role: "alert", class: "error" }, error.message)));
  await sleep(150);
  if (mine !== turn) return;
  render(document.body, h("header", { class: "bar" }, h("strong", {}, "Power Platform admin center")), content);
}
addEventListener("popstate", show);
await show();
