// The settings pane of one record type, at the right edge.

import { freshId, h, icon, render } from "./dom.js";
import { isModern, push, toggle } from "./controls.js";
import { attributes, readRecordType, saveRecordType, views } from "./settings.js";

const LIMIT = 5;

/** Opens the pane for `row`; `done(saved)` is called when it is closed. */
export async function openPane(host, row, { labels, generation }, done) {
  const table = row.msdyn_entitytype?.logicalname ?? "";
  const [fresh, choices, columns] = await Promise.all([
    readRecordType(row.msdyn_entitylinkchatconfigurationid, generation), views(table), isModern() ? attributes(table) : [],
  ]);
  const wanted = { ...fresh };
  const words = { on: labels.yes, off: labels.no };
  const ariaWords = { on: labels.on, off: labels.off };
  const heading = freshId("paneHeading");
  let message = null;
  const root = h("aside", { role: "dialog", "aria-labelledby": heading, class: isModern() ? "fui-InlineDrawer pane" : "ms-Panel is-open pane" });

  const close = (saved) => {
    root.remove();
    done(saved);
  };
  const choice = (label, column) =>
    toggle({ label, words, ariaWords, checked: wanted[column] === true, onchange: (on) => {
      wanted[column] = on;
      draw();
    }, anchor: anchors[column] });
  const anchors = Object.fromEntries(Object.keys(wanted).map((column) => [column, freshId(isModern() ? "switch-r" : "Toggle")]));

  async function save() {
    const changes = {};
    for (const [column, value] of Object.entries(wanted))
      if (column.startsWith("msdyn_") && column !== "msdyn_name" && !column.endsWith("id") && value !== fresh[column]) changes[column] = value;
    if (wanted.msdyn_contextviewid !== fresh.msdyn_contextviewid) changes.msdyn_contextviewid = wanted.msdyn_contextviewid;
    try {
      if (Object.keys(changes).length > 0) await saveRecordType(row.msdyn_entitylinkchatconfigurationid, changes, fresh["@odata.etag"]);
      close(true);
    } catch (error) {
      message = error.status === 412 ? labels.stale : error.status === 403 ? labels.noPermission : `${labels.failed} ${error.message}`;
      draw();
    }
  }

  function noteView() {
    const id = (wanted.msdyn_contextviewid ?? "").replace(/[{}]/g, "").toLowerCase();
    const standard = table === "incident" ? labels.caseIntro : labels.quickFind;
    const select = h("select", { id: anchors.msdyn_contextviewid ?? "contextView", onchange: () => (wanted.msdyn_contextviewid = select.value || null) },
      h("option", { value: "" }, standard), choices.map((view) => h("option", { value: view.savedqueryid }, view.name)));
    select.value = id;
    return h("div", { class: "set" }, h("label", { for: select.id }, labels.view), select);
  }

  function keyUpdates() {
    const chosen = (wanted.msdyn_filteringattributes ?? "").split(/[,;]/).map((each) => each.trim()).filter(Boolean);
    const keep = (list) => {
      wanted.msdyn_filteringattributes = list.join(",");
      draw();
    };
    const list = freshId("suggestions");
    const input = h("input", { type: "text", id: "keyUpdateInput", list, "aria-label": labels.suggested, disabled: chosen.length >= LIMIT, onchange: () => {
      const name = input.value.trim();
      if (columns.some((column) => column.LogicalName === name) && !chosen.includes(name)) keep([...chosen, name]);
    } });
    return h("div", { class: "set" }, h("span", {}, labels.suggested), input,
      h("datalist", { id: list }, columns.map((column) => h("option", { value: column.LogicalName }, column.DisplayName?.UserLocalizedLabel?.Label ?? ""))),
      h("ul", { class: "tags" }, chosen.map((name) => h("li", {}, name,
        h("button", { type: "button", class: "plain", "aria-label": `${labels.remove} ${name}`, onclick: () => keep(chosen.filter((each) => each !== name)) }, icon("close"))))));
  }

  function draw() {
    render(root,
      h("header", {}, h("h2", { id: heading }, row.title),
        h("button", { type: "button", class: "plain", "aria-label": labels.close, onclick: () => close(false) }, icon("close"))),
      h("div", { class: "body" },
        message ? h("div", { role: "alert", class: "ms-MessageBar ms-MessageBar--error" }, message) : null,
        choice(labels.includeNote, "msdyn_enablekickoffmessage"),
        wanted.msdyn_enablekickoffmessage ? noteView() : null,
        choice(labels.joinChat, "msdyn_usercanjoinchat"),
        isModern() ? choice(labels.keyUpdates, "msdyn_isenabledforbot") : null,
        isModern() && wanted.msdyn_isenabledforbot ? keyUpdates() : null,
        h("h3", {}, labels.disconnecting),
        choice(labels.ownerCan, "msdyn_recordownercanunlink"),
        choice(labels.connectorCan, "msdyn_recentchatlinkercanunlink")),
      h("footer", {}, push({ label: labels.save, primary: true, onclick: save }), push({ label: labels.cancel, onclick: () => close(false) })));
  }
  draw();
  host.append(root);
  root.querySelector("button")?.focus();
  return () => root.remove();
}
