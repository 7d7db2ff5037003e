// A record's form and a table's list: enough of both to be navigated to.

import { get } from "./api.js";
import { freshId, h, icon, render } from "./dom.js";
import { isModern } from "./controls.js";
import { connectable } from "./record_types.js";
import { navigate } from "./router.js";
import { chatIsOn } from "./settings.js";

/** The side pane of the chats, by the name it has in the product. */
const CHATS = "AppSidePane_MscrmControls.OfficeProductivity.CollabControl";

const TABLES = {
  incident: { set: "incidents", key: "incidentid", name: "title", columns: ["title", "ticketnumber"] },
  account: { set: "accounts", key: "accountid", name: "name", columns: ["name", "accountnumber"] },
  contact: { set: "contacts", key: "contactid", name: "fullname", columns: ["fullname", "emailaddress1"] },
  knowledgearticle: { set: "knowledgearticles", key: "knowledgearticleid", name: "title", columns: ["title", "articlepublicnumber"] },
  email: { set: "emails", key: "activityid", name: "subject", columns: ["subject", "createdon"] },
  msdyn_workorder: { set: "msdyn_workorders", key: "msdyn_workorderid", name: "msdyn_name", columns: ["msdyn_name", "createdon"] },
  contoso_claim: { set: "contoso_claims", key: "contoso_claimid", name: "contoso_name", columns: ["contoso_name", "createdon"] },
  systemuser: { set: "systemusers", key: "systemuserid", name: "fullname", columns: ["fullname", "domainname"] },
};

const bar = (where, items) => h("ul", { "data-lp-id": `commandbar-${where}`, "data-id": "CommandBar", role: "menubar", class: "commands" }, items);

const item = (table, where, id, name, label, onclick) =>
  h("li", { role: "presentation" }, h("button", { type: "button", role: "menuitem", class: "command",
    "data-id": `${table}|NoRelationship|${where}|Mscrm.${where}.${table}.${id}`, "aria-label": label, onclick }, icon(name), h("span", {}, label)));

export async function record(host, current, { table, id }) {
  const { labels, app } = current;
  const known = TABLES[table];
  const [row, on, listed] = await Promise.all([
    get(`${known?.set ?? `${table}s`}(${id})`).catch((error) => ({ failure: error.message })), chatIsOn(app).catch(() => false), connectable(table),
  ]);
  let shown = false;
  const draw = () => render(host,
    bar(`Form:${table}`, [item(table, "Form", "Save", "save", labels.save, draw), item(table, "Form", "Refresh", "refresh", labels.refresh, () => record(host, current, { table, id }))]),
    h("div", { class: "page", "data-id": "editFormRoot" }, h("div", { "data-id": "form-header" }, h("h1", { "data-id": "header_title" }, row[known?.name] ?? row.failure ?? id)),
      h("ul", { role: "tablist", id: "tablist", "data-id": "tablist" }, h("li", { role: "tab", "data-id": "tablist-SUMMARY_TAB", "aria-selected": "true" }, labels.summary)),
      h("section", { class: "card", "data-id": "SUMMARY_TAB_section" }, (known?.columns ?? []).map((column) =>
        h("div", { class: "set", "data-id": `${column}-FieldSectionItemContainer` }, h("label", { id: `id-${crypto.randomUUID()}-${column}-field-label` }, column),
          h("input", { type: "text", readonly: true, "data-id": `${column}.fieldControl-text-box-text`, value: row[column] ?? "---" }))))),
    on && listed ? chatPane() : null);
  // The pane's tab stands at the edge whenever chat is on in this app for this table; its content comes when it is opened.
  const chatPane = () => [
    h("button", { type: "button", class: "sidepane", role: "tab", id: `sidepane-tab-button-${CHATS}`, "data-id": `sidepane-tab-button-${CHATS}`,
      "aria-label": labels.chatPane, "aria-selected": String(shown), onclick: () => {
        shown = !shown;
        draw();
      } }, icon("help")),
    shown ? h("aside", { class: isModern() ? "fui-InlineDrawer pane" : "ms-Panel is-open pane", "data-id": CHATS, "aria-labelledby": headingId },
      h("header", {}, h("h2", { id: headingId }, labels.chatPane)), h("div", { class: "body" }, h("p", {}, labels.noChats))) : null,
  ];
  const headingId = freshId("paneHeading");
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
