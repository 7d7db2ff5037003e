// The Teams chat page of the admin center: a control page in the top frame, rendered late and again
// on every change, keeping no child it did not make itself.

import { freshId, h, icon, render, sleep } from "./dom.js";
import { command, commandBar, dialog, isModern, push, toggle } from "./controls.js";
import { openPane } from "./record_pane.js";
import { addRecordType, freeTables, readRecordTypes } from "./record_types.js";
import { PROFILES, flag, navigate } from "./router.js";
import { readMaster, saveMaster } from "./settings.js";

/** Shows the page in `host`; the function it returns ends it. */
export function teamsChat(host, context) {
  const { labels, generation } = context;
  const anchors = { master: freshId(isModern() ? "switch-r" : "Toggle"), sync: freshId(isModern() ? "switch-r" : "Toggle"), save: freshId("id__"), refresh: freshId("id__") };
  const radios = freshId("ChoiceGroup");
  const control = h("div", { class: "customControl MscrmControls TeamsCollaborationAdmin", "data-id": "MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin_container" });
  let state = { phase: "loading" };
  let wanted = null;
  let closePane = null;
  let ended = false;
  const words = { on: labels.yes, off: labels.no };
  const ariaWords = { on: labels.on, off: labels.off };

  const dirty = () =>
    wanted !== null && (wanted.on !== state.master.on || wanted.sync !== state.master.sync || (wanted.on && wanted.everywhere !== state.master.everywhere) ||
      wanted.on && !wanted.everywhere && [...new Set([...wanted.chosen, ...state.master.chosen])].some((app) => wanted.chosen.has(app) !== state.master.chosen.has(app)));

  async function load() {
    try {
      const [master, rows] = await Promise.all([readMaster(), readRecordTypes(generation)]);
      state = { phase: "ready", master, rows };
      wanted = { on: master.on, everywhere: master.everywhere, chosen: new Set([...master.chosen, ...master.firstChoice]), sync: master.sync, consented: !master.needsConsent };
    } catch (error) {
      state = { phase: "failed", message: error.status === 403 ? labels.noPermission : `${labels.failed} ${error.message}` };
      wanted = null;
    }
    draw();
  }

  async function save() {
    try {
      await saveMaster(state.master, wanted);
      await load();
      state.notice = labels.saved;
    } catch (error) {
      state.error = error.status === 403 ? labels.noPermission : `${labels.failed} ${error.message}`;
    }
    draw();
  }

  /** The first switch-on opens a window that asks for consent; a scripted click can do neither. */
  function switchMaster(on, event) {
    if (on && !wanted.consented) {
      if (!event.isTrusted) return false;
      const popup = window.open("/consent.aspx", "consent", "width=520,height=640");
      if (popup === null) return false;
      addEventListener("message", function accepted(answer) {
        if (answer.origin !== location.origin || answer.source !== popup || answer.data !== "consent-accepted") return;
        removeEventListener("message", accepted);
        wanted.consented = true;
        wanted.on = true;
        draw();
      });
      return false;
    }
    if (!on && state.master.on && wanted.on) {
      confirmOff();
      return false;
    }
    wanted.on = on;
    draw();
  }

  /** Turning off is asked once more, in a dialog. */
  function confirmOff() {
    dialog({
      id: "TurnOff",
      title: labels.turnOffTitle,
      body: [h("p", {}, labels.turnOffText)],
      buttons: (close) => [
        push({ label: labels.turnOff, primary: true, attributes: { "data-id": "confirmButton" }, onclick: () => {
          close();
          wanted.on = false;
          draw();
        } }),
        push({ label: labels.cancel, attributes: { "data-id": "cancelButton" }, onclick: close }),
      ],
    });
  }

  async function open(row) {
    closePane?.();
    closePane = await openPane(host, row, context, (saved) => {
      closePane = null;
      if (saved) load();
      else draw();
    });
    draw();
  }

  async function addTypes() {
    const taken = new Set(state.rows.map((row) => row.msdyn_entitytype?.logicalname));
    const tables = await freeTables(taken);
    const list = freshId("tables");
    const input = h("input", { type: "text", list, id: freshId("combo"), role: "combobox", "aria-label": labels.chooseRecordType, "aria-expanded": "false" });
    dialog({
      id: "AddRecordTypes",
      title: labels.allowTitle,
      body: [h("label", { for: input.id }, labels.chooseRecordType), input,
        h("datalist", { id: list }, tables.map((table) => h("option", { value: table.name }))), h("p", { role: "alert", class: "error" })],
      buttons: (close) => [
        push({ label: labels.save, primary: true, attributes: { "data-id": "confirmButton" }, onclick: async (event) => {
          const table = tables.find((each) => each.name.toLowerCase() === input.value.trim().toLowerCase());
          if (!table) return input.focus();
          try {
            await addRecordType(table);
            close();
            await load();
          } catch (error) {
            event.target.closest("section").querySelector(".error").textContent = `${labels.failed} ${error.message}`;
          }
        } }),
        push({ label: labels.cancel, attributes: { "data-id": "cancelButton" }, onclick: close }),
      ],
    });
  }

  function scope() {
    const radio = (everywhere, label) => {
      const id = `${radios}-${everywhere ? "all" : "selected"}`;
      return h("div", { class: "ms-ChoiceField" }, h("input", { type: "radio", name: radios, id, checked: wanted.everywhere === everywhere, disabled: !wanted.on, onchange: () => {
        wanted.everywhere = everywhere;
        draw();
      } }), h("label", { for: id }, label));
    };
    return h("div", { class: "set", role: "radiogroup", "aria-label": labels.apps }, radio(true, labels.scopeAll), radio(false, labels.scopeSelected),
      wanted.on && !wanted.everywhere ? h("ul", { class: "apps" }, state.master.apps.map((app) => {
        const id = `app-${app.appmoduleid}`;
        const box = h("input", { type: "checkbox", id, checked: wanted.chosen.has(app.uniquename), onchange: () => {
          if (box.checked) wanted.chosen.add(app.uniquename);
          else wanted.chosen.delete(app.uniquename);
          draw();
        } });
        return h("li", {}, box, h("label", { for: id }, app.name));
      })) : null);
  }

  function recordTypes() {
    const body = state.rows.map((row) => h("tr", {},
      h("th", { scope: "row" }, h("button", { type: "button", class: "link", id: `row-${row.msdyn_entitylinkchatconfigurationid}`, onclick: () => open(row) }, row.title)),
      h("td", {}, row.msdyn_enablekickoffmessage ? labels.on : labels.off), h("td", {}, row.msdyn_usercanjoinchat ? labels.on : labels.off)));
    return h("section", { class: "card" }, h("h2", {}, labels.connectChats),
      h("table", { class: isModern() ? "fui-Table" : "ms-DetailsList" }, h("thead", {}, h("tr", {}, [labels.recordType, labels.includeNote, labels.joinChat].map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, body)),
      h("button", { type: "button", class: "command", id: "addRecordTypes", onclick: addTypes }, icon("add"), h("span", {}, labels.addRecordTypes)));
  }

  function ready() {
    return [
      h("section", { class: "card" }, h("h1", { "data-id": "header_title" }, labels.pageTitle), h("p", { class: "caption" }, labels.pageText),
        toggle({ label: labels.turnOn, words, ariaWords, checked: wanted.on, onchange: switchMaster, anchor: anchors.master }),
        state.master.modern ? scope() : null,
        toggle({ label: labels.sync, words, ariaWords: words, checked: wanted.sync, anchor: anchors.sync, onchange: (on) => {
          wanted.sync = on;
          draw();
        } }),
        h("div", { class: "set" }, h("span", {}, labels.specificUsers), push({ label: labels.manage, onclick: () => navigate({ pagetype: "control", controlName: PROFILES }) }))),
      recordTypes(),
      h("section", { class: "card" }, h("h2", {}, labels.moreSettings), h("p", {}, labels.setWho),
        h("a", { href: `https://admin.powerplatform.microsoft.com/manage/environments/${state.master.organizationId}/securityroles`, target: "_blank", rel: "noopener" }, labels.editInRoles)),
    ];
  }

  function draw() {
    if (ended) return;
    const busy = state.phase === "loading";
    const saveTest = isModern() ? { "data-test-id": "save-button" } : { "data-testid": "save-button" };
    render(control,
      commandBar(labels.commands, [
        command({ name: "save", label: labels.save, onclick: save, disabled: !dirty(), attributes: saveTest, anchor: anchors.save }),
        command({ name: "refresh", label: labels.refresh, onclick: load, disabled: busy, anchor: anchors.refresh }),
      ]),
      h("div", { class: "page" },
        state.notice ? h("div", { class: "ms-MessageBar ms-MessageBar--success", role: "status" }, state.notice) : null,
        state.error ? h("div", { class: "ms-MessageBar ms-MessageBar--error", role: "alert" }, state.error) : null,
        state.phase === "failed" ? h("div", { class: "ms-MessageBar ms-MessageBar--error", role: "alert" }, state.message) : null,
        busy ? h("p", { class: "caption", "data-id": "progress" }, labels.loading) : null,
        state.phase === "ready" ? ready() : null));
  }

  (async () => {
    await sleep(Number(flag("late") ?? 300 + Math.random() * 500));
    if (ended) return;
    render(host, control);
    draw();
    await load();
    const every = Number(flag("rerender") ?? 0);
    while (every > 0 && !ended) {
      await sleep(every);
      draw();
    }
  })();

  return () => {
    ended = true;
    closePane?.();
  };
}
