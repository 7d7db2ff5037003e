// A record's form and a table's list: enough of both to be navigated to.

import { get } from "./api.js";
import { h, icon, render } from "./dom.js";
import { isModern } from "./controls.js";
import { navigate } from "./router.js";

const TABLES = {
  incident: { set: "incidents", key: "incidentid", name: "title", columns: ["title", "ticketnumber"] },
  account: { set: "accounts", key: "accountid", name: "name", columns: ["name", "accountnumber"] },
  contact: { set: "contacts", key: "contactid", name: "fullname", columns: ["fullname", "emailaddress1"] },
  systemuser: { set: "systemusers", key: "systemuserid", name: "fullname", columns: ["fullname", "domainname"] },
};

const bar = (where, items) => h("ul", { "data-lp-id": `commandbar-${where}`, "data-id": "CommandBar", role: "menubar", class: "commands" }, items);

const item = (table, where, id, name, label, onclick) =>
  h("li", { role: "presentation" }, h("button", { type: "button", role: "menuitem", class: "command",
    "data-id": `${table}|NoRelationship|${where}|Mscrm.${where}.${table}.${id}`, "aria-label": label, onclick }, icon(name), h("span", {}, label)));

export async function record(host, { labels }, { table, id }) {
  const known = TABLES[table];
  const row = await get(`${known?.set ?? `${table}s`}(${id})`).catch((error) => ({ failure: error.message }));
  const draw = () => render(host,
    bar(`Form:${table}`, [item(table, "Form", "Save", "save", labels.save, draw), item(table, "Form", "Refresh", "refresh", labels.refresh, () => record(host, { labels }, { table, id }))]),
    h("div", { class: "page", "data-id": "editFormRoot" }, h("div", { "data-id": "form-header" }, h("h1", { "data-id": "header_title" }, row[known?.name] ?? row.failure ?? id)),
      h("ul", { role: "tablist", id: "tablist", "data-id": "tablist" }, h("li", { role: "tab", "data-id": "tablist-SUMMARY_TAB", "aria-selected": "true" }, labels.summary)),
      h("section", { class: "card", "data-id": "SUMMARY_TAB_section" }, (known?.columns ?? []).map((column) =>
        h("div", { class: "set", "data-id": `${column}-FieldSectionItemContainer` }, h("label", { id: `id-${crypto.randomUUID()}-${column}-field-label` }, column),
          h("input", { type: "text", readonly: true, "data-id": `${column}.fieldControl-text-box-text`, value: row[column] ?? "---" }))))),
    isModern() ? h("button", { type: "button", class: "sidepane", id: "sidepane-tab-button-AppSidePane_MscrmControls.OfficeProductivity.CollabControl",
      "data-id": "sidepane-tab-button-AppSidePane_MscrmControls.OfficeProductivity.CollabControl", "aria-label": labels.chatPane }, icon("help")) : null);
  draw();
}

export async function list(host, { labels }, { table }) {
  const known = TABLES[table];
  const page = known
    ? await get(`${known.set}?$select=${known.columns.join(",")}&$top=50`).catch((error) => ({ value: [], failure: error.message }))
    : { value: [] };
  const open = (row) => navigate({ pagetype: "entityrecord", etn: table, id: row[known.key] });
  const draw = () => render(host,
    bar(`HomePageGrid:${table}`, [item(table, "HomepageGrid", "NewRecord", "add", labels.newRecord, draw), item(table, "HomepageGrid", "Refresh", "refresh", labels.refresh, () => list(host, { labels }, { table }))]),
    h("div", { class: "page" }, h("h1", { "data-id": "header_title" }, table), page.failure ? h("div", { role: "alert", class: "ms-MessageBar ms-MessageBar--error" }, page.failure) : null,
      h("div", { role: "grid", class: "card ag-center-cols-container", "data-id": "entity_control-powerapps_onegrid_control_container" }, page.value.map((row, index) =>
        h("div", { role: "row", "row-index": index }, known.columns.map((column, place) => h("div", { role: "gridcell", "data-id": `cell-${index}-${place}` },
          place === 0 ? h("button", { type: "button", class: "link", onclick: () => open(row) }, row[column] ?? "---") : row[column] ?? "")))))));
  draw();
}
