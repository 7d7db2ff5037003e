// The page of the agent experience profiles: the list, and one profile with what can be done in it.

import { all, patch, post } from "./api.js";
import { dialog, isModern, push, toggle } from "./controls.js";
import { freshId, h, render } from "./dom.js";

const TEAMS = "MscrmControls.OfficeProductivity.CollabControl";

const readProfiles = () =>
  all("msdyn_appconfigurations?$select=msdyn_name,msdyn_uniquename,msdyn_description,msdyn_productivitypaneuniquename,iscustomizable&$orderby=msdyn_profileorder" +
    "&$expand=msdyn_appconfiguration_systemuser($select=fullname),msdyn_msdyn_paneconfig_msdyn_appconfig($select=msdyn_uniquename)");

const readTabs = () =>
  all("msdyn_panetabconfigurations?$select=msdyn_name,msdyn_isenabled&$orderby=msdyn_order" +
    "&$expand=msdyn_ToolId($select=msdyn_name,msdyn_controlname),msdyn_ProductivityPaneId($select=msdyn_uniquename)");

/** Shows the page in `host`. */
export function profiles(host, { labels }) {
  let state = { phase: "loading" };
  let open = null;
  const words = { on: labels.on, off: labels.off };

  async function load() {
    try {
      const [rows, tabs] = await Promise.all([readProfiles(), readTabs()]);
      state = { phase: "ready", rows, tabs };
    } catch (error) {
      state = { phase: "failed", message: refusal(error) };
    }
    draw();
  }

  const refusal = (error) => (error.status === 403 ? labels.noPermission : `${labels.failed} ${error.message}`);

  async function change(work) {
    try {
      await work();
      await load();
    } catch (error) {
      state.error = refusal(error);
      draw();
    }
  }

  function add() {
    const [name, unique] = [h("input", { type: "text", id: freshId("name") }), h("input", { type: "text", id: freshId("unique") })];
    dialog({
      id: "NewProfile", title: labels.newProfile,
      body: [h("label", { for: name.id }, labels.name), name, h("label", { for: unique.id }, labels.uniqueName), unique],
      buttons: (close) => [
        push({ label: labels.save, primary: true, attributes: { "data-id": "confirmButton" }, onclick: () => {
          close();
          change(() => post("msdyn_appconfigurations", { msdyn_name: name.value.trim(), msdyn_uniquename: unique.value.trim() || null }));
        } }),
        push({ label: labels.cancel, attributes: { "data-id": "cancelButton" }, onclick: close }),
      ],
    });
  }

  /** A pane belongs to a profile by the relation, by its name, or by both. */
  function tabsOf(profile) {
    const panes = [profile.msdyn_productivitypaneuniquename, ...profile.msdyn_msdyn_paneconfig_msdyn_appconfig.map((pane) => pane.msdyn_uniquename)];
    return state.tabs.filter((tab) => panes.includes(tab.msdyn_ProductivityPaneId?.msdyn_uniquename));
  }

  function one(profile) {
    const fixed = profile.iscustomizable?.Value === false;
    const tabs = tabsOf(profile);
    const tool = (tab) => toggle({
      label: tab.msdyn_ToolId?.msdyn_controlname === TEAMS ? "Microsoft Teams" : tab.msdyn_ToolId?.msdyn_name ?? tab.msdyn_name,
      words, checked: tab.msdyn_isenabled, disabled: fixed, anchor: `tool-${tab.msdyn_panetabconfigurationid}`,
      onchange: (on) => void change(() => patch(`msdyn_panetabconfigurations(${tab.msdyn_panetabconfigurationid})`, { msdyn_isenabled: on }, tab["@odata.etag"])),
    });
    const section = (title, ...content) => h("section", { class: "card" }, h("h2", {}, title), content);
    return [
      h("h1", { "data-id": "header_title" }, profile.msdyn_name),
      fixed ? h("div", { class: "ms-MessageBar", role: "status" }, labels.fixedProfile) : null,
      section(labels.users, h("ul", {}, profile.msdyn_appconfiguration_systemuser.map((user) => h("li", {}, user.fullname))), push({ label: labels.addUsers, disabled: fixed })),
      section(labels.sessionTemplates, push({ label: labels.add, disabled: fixed })),
      section(labels.inbox),
      section(labels.productivityPane, tabs.length > 0 ? tabs.map(tool) : h("p", { class: "caption" }, labels.off)),
      section(labels.channelProviders),
      push({ label: labels.close, onclick: () => {
        open = null;
        draw();
      } }),
    ];
  }

  function listed() {
    return [
      h("h1", { "data-id": "header_title" }, labels.profiles),
      h("section", { class: "card" },
        h("table", { class: isModern() ? "fui-Table" : "ms-DetailsList" }, h("thead", {}, h("tr", {}, [labels.name, labels.uniqueName].map((name) => h("th", { scope: "col" }, name)))),
          h("tbody", {}, state.rows.map((row) => h("tr", {},
            h("th", { scope: "row" }, h("button", { type: "button", class: "link", id: `profile-${row.msdyn_appconfigurationid}`, onclick: () => {
              open = row.msdyn_appconfigurationid;
              draw();
            } }, row.msdyn_name)), h("td", {}, row.msdyn_uniquename))))),
        push({ label: labels.newProfile, onclick: add, attributes: { "data-id": "newProfile" } })),
    ];
  }

  function draw() {
    const profile = state.rows?.find((row) => row.msdyn_appconfigurationid === open);
    render(host, h("div", { class: "page" },
      state.error ? h("div", { class: "ms-MessageBar ms-MessageBar--error", role: "alert" }, state.error) : null,
      state.phase === "failed" ? h("div", { class: "ms-MessageBar ms-MessageBar--error", role: "alert" }, state.message) : null,
      state.phase === "loading" ? h("p", { class: "caption", "data-id": "progress" }, labels.loading) : null,
      state.phase !== "ready" ? null : profile ? one(profile) : listed()));
  }

  draw();
  load();
}
