// The settings pane of one record type, at the right edge.

import { freshId, h, icon, render } from "./dom.js";
import { isModern, push, toggle } from "./controls.js";
import { attributes, forUpdates, joinColumns, leftOut, readRecordType, removeRecordType, saveRecordType, splitColumns, title, updatable, viewReference, views } from "./record_types.js";

const LIMIT = 5;

/** Opens the pane for `row`; `done(saved)` is called when it is closed. */
export async function openPane(host, row, { labels, generation }, done) {
  const table = row.msdyn_entitytype?.logicalname ?? "";
  const [fresh, choices, columns, tellable] = await Promise.all([
    readRecordType(row.msdyn_entitylinkchatconfigurationid, generation), views(table), attributes(table), isModern() ? updatable(table) : false,
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
  const choice = (label, column, disabled) =>
    toggle({ label, words, ariaWords, disabled, checked: wanted[column] === true, onchange: (on) => {
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
      refused(error);
    }
  }

  async function removeRow() {
    try {
      await removeRecordType(row.msdyn_entitylinkchatconfigurationid, fresh["@odata.etag"]);
      close(true);
    } catch (error) {
      refused(error);
    }
  }

  function refused(error) {
    message = error.status === 412 ? labels.stale : error.status === 403 ? labels.noPermission : `${labels.failed} ${error.message}`;
    draw();
  }

  function noteView() {
    const standard = table === "incident" ? labels.caseIntro : labels.quickFind;
    const select = h("select", { id: anchors.msdyn_contextviewid ?? "contextView", onchange: () => {
      wanted.msdyn_contextviewid = select.value || null;
      draw();
    } }, h("option", { value: "" }, standard), choices.map((view) => h("option", { value: viewReference(view.savedqueryid) }, view.name)));
    const value = wanted.msdyn_contextviewid ?? "";
    const known = value === "" || [...select.options].some((option) => option.value === value);
    if (!known) select.append(h("option", { value }, "---"));
    select.value = value;
    const view = choices.find((each) => viewReference(each.savedqueryid) === value);
    return h("div", { class: "set" }, h("label", { for: select.id }, labels.view), select,
      leftOut(view, columns).map((column) => h("p", { class: "caption", role: "note", "data-id": "unsupported-field" }, `${labels.notSupported} ${title(column)}`)));
  }

  function keyUpdates() {
    const chosen = splitColumns(wanted.msdyn_filteringattributes);
    const offered = forUpdates(columns);
    const keep = (list) => {
      wanted.msdyn_filteringattributes = joinColumns(list);
      draw();
    };
    const list = freshId("suggestions");
    const input = h("input", { type: "text", id: "keyUpdateInput", list, "aria-label": labels.suggested, disabled: chosen.length >= LIMIT, onchange: () => {
      const name = input.value.trim();
      if (offered.some((column) => column.LogicalName === name) && !chosen.includes(name)) keep([...chosen, name]);
    } });
    return h("div", { class: "set" }, h("span", {}, labels.suggested), input,
      h("datalist", { id: list }, offered.map((column) => h("option", { value: column.LogicalName }, title(column)))),
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
        isModern() ? choice(labels.keyUpdates, "msdyn_isenabledforbot", !tellable) : null,
        isModern() && !tellable ? h("p", { class: "caption", role: "note" }, labels.noKeyUpdates) : null,
        isModern() && wanted.msdyn_isenabledforbot ? keyUpdates() : null,
        h("h3", {}, labels.disconnecting),
        choice(labels.ownerCan, "msdyn_recordownercanunlink"),
        choice(labels.connectorCan, "msdyn_recentchatlinkercanunlink")),
      h("footer", {}, push({ label: labels.save, primary: true, onclick: save }), push({ label: labels.cancel, onclick: () => close(false) }),
        push({ label: labels.remove, onclick: removeRow, attributes: { "data-id": "removeRecordType" } })));
  }
  draw();
  host.append(root);
  root.querySelector("button")?.focus();
  return () => root.remove();
}
