// The Teams admin center: meeting policies with their switches, set-up policies for apps. Its addresses are the real
// ones as far as they are public (/policies/meetings, /policies/app-setup); so are the English and French names. Danish
// and Japanese are renderings of our own, and what a page is made of is invented: nothing in it may be relied on.

import { setGeneration, toggle } from "./controls.js";
import { freshId, h, render, sleep } from "./dom.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
document.documentElement.lang = boot.locale;
setGeneration(boot.generation);

const EN = {
  title: "Microsoft Teams admin center", meetings: "Meetings", meetingPolicies: "Meeting policies", manage: "Manage policies", groups: "Group policy assignment", global: "Global (Org-wide default)", scheduling: "Meeting scheduling",
  recording: "Recording & transcription", meetingRecording: "Meeting recording", transcription: "Transcription", outside: "Store recordings outside of your country or region", meetNow: "Meet now in channels", privateScheduling: "Private meeting scheduling",
  save: "Save", cancel: "Cancel", on: "On", off: "Off", name: "Name", custom: "Custom policy", yes: "Yes", no: "No", saved: "Your changes were saved.", failed: "Something went wrong.", apps: "Teams apps", setupPolicies: "Setup policies",
  add: "Add", uploads: "Upload custom apps", pinning: "User pinning", installed: "Installed apps", pinned: "Pinned apps", addApps: "Add apps", addInstalled: "Add installed apps", addPinned: "Add pinned apps", description: "Description",
  search: "Search by name", bar: "App bar", extensions: "Messaging extensions", group: "Group", rank: "Rank", policy: "Policy", apply: "Apply", dashboard: "Dashboard",
};
const FR = {
  ...EN, title: "Centre d’administration Microsoft Teams", meetings: "Réunions", meetingPolicies: "Politiques de réunion", manage: "Gérer les politiques", groups: "Attribution de stratégie de groupe", global: "Global (par défaut à l’échelle de l’organisation)",
  scheduling: "Planification de réunion", recording: "Enregistrement et transcription", meetingRecording: "Enregistrement de réunion", save: "Enregistrer", cancel: "Annuler", on: "Activé", off: "Désactivé", name: "Nom", custom: "Stratégie personnalisée",
  yes: "Oui", no: "Non", saved: "Vos modifications ont été enregistrées.", failed: "Une erreur s’est produite.", apps: "Applications Teams", setupPolicies: "Stratégies de configuration", add: "Ajouter", pinning: "Épinglage par l’utilisateur", installed: "Applications installées",
  pinned: "Applications épinglées", addApps: "Ajouter des applications", addInstalled: "Ajouter des applications installées", addPinned: "Ajouter des applications épinglées", search: "Rechercher par nom", bar: "Barre d’application", extensions: "Extensions de messagerie",
  group: "Groupe", rank: "Rang", policy: "Stratégie", apply: "Appliquer", dashboard: "Tableau de bord", outside: "Stocker les enregistrements en dehors de votre pays ou région", meetNow: "Réunions instantanées dans les canaux", privateScheduling: "Planification de réunion privée", uploads: "Charger des applications personnalisées",
};
const DA = {
  ...EN, title: "Microsoft Teams Administration", meetings: "Møder", meetingPolicies: "Mødepolitikker", manage: "Administrer politikker", groups: "Tildeling af gruppepolitik", global: "Global (standard for hele organisationen)", scheduling: "Mødeplanlægning",
  recording: "Optagelse og transskription", meetingRecording: "Mødeoptagelse", transcription: "Transskription", save: "Gem", cancel: "Annuller", on: "Til", off: "Fra", name: "Navn", custom: "Brugerdefineret politik", yes: "Ja", no: "Nej", saved: "Dine ændringer er gemt.",
  failed: "Noget gik galt.", apps: "Teams-apps", setupPolicies: "Konfigurationspolitikker", add: "Tilføj", pinning: "Fastgørelse af bruger", installed: "Installerede apps", pinned: "Fastgjorte apps", addApps: "Tilføj apps", addInstalled: "Tilføj installerede apps", addPinned: "Tilføj fastgjorte apps",
  search: "Søg efter navn", bar: "Applinje", extensions: "Meddelelsesudvidelser", group: "Gruppe", rank: "Rang", policy: "Politik", apply: "Anvend", dashboard: "Dashboard", description: "Beskrivelse", outside: "Gem optagelser uden for dit land eller område", meetNow: "Mød nu i kanaler", privateScheduling: "Privat mødeplanlægning", uploads: "Upload brugerdefinerede apps",
};
const JA = {
  ...EN, title: "Microsoft Teams 管理センター", meetings: "会議", meetingPolicies: "会議ポリシー", manage: "ポリシーの管理", groups: "グループ ポリシーの割り当て", global: "グローバル (組織全体の既定値)", scheduling: "会議のスケジュール設定", recording: "録音と文字起こし", meetingRecording: "会議のレコーディング",
  transcription: "文字起こし", save: "保存", cancel: "キャンセル", on: "オン", off: "オフ", name: "名前", custom: "カスタム ポリシー", yes: "はい", no: "いいえ", saved: "変更が保存されました。", failed: "問題が発生しました。", apps: "Teams アプリ", setupPolicies: "セットアップ ポリシー", add: "追加",
  pinning: "ユーザーによるピン留め", installed: "インストール済みアプリ", pinned: "ピン留めされたアプリ", addApps: "アプリの追加", addInstalled: "インストール済みアプリの追加", addPinned: "ピン留めされたアプリの追加", search: "名前で検索", bar: "アプリ バー", extensions: "メッセージング拡張機能", group: "グループ", rank: "ランク",
  policy: "ポリシー", apply: "適用", dashboard: "ダッシュボード", description: "説明", outside: "国または地域の外部にレコーディングを保存する", meetNow: "チャネルでの今すぐ会議", privateScheduling: "プライベート会議のスケジュール", uploads: "カスタム アプリのアップロード",
};
const labels = { en: EN, fr: FR, da: DA, ja: JA }[boot.locale] ?? EN;
const APPS = [["c92c289e-ceb4-4755-819d-0d1dffdab6fa", "Sales"], ["14d6962d-6eeb-4f48-8890-de55454bb136", "Activity"], ["86fcd49b-61a2-4701-b771-54728cd291fb", "Chat"], ["2a84919f-59d8-4441-a975-2a8c2643b741", "Teams"], ["ef56c0de-36fc-4ef8-b417-3d82ba9d073c", "Calendar"], ["20c3440d-c67e-4420-9f80-0e50c39693df", "Calls"]];
const appName = (id) => APPS.find(([known]) => known === id)?.[1] ?? id;

async function policy(method, path, body) {
  const answer = await fetch(`/gateway/teams/${method}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ path, body }) });
  const json = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(json?.error?.message ?? json?.Message ?? labels.failed);
  return json;
}
const nameOf = ({ Identity }) => (Identity === "Global" ? labels.global : Identity.replace(/^Tag:/, ""));
const link = (href, text) => h("a", { href, onclick: (event) => {
  event.preventDefault();
  go(href);
} }, text);
function go(href) {
  history.pushState({}, "", href);
  show();
}

function tabs() {
  const tab = (text, on) => h("button", { type: "button", role: "tab", "aria-selected": String(on) }, text);
  return h("div", { role: "tablist" }, tab(labels.manage, true), tab(labels.groups, false));
}

function list(title, policies, open, extra) {
  return h("main", { class: "page" }, h("h1", {}, title), tabs(), h("div", { class: "commands", role: "menubar" }, extra),
    h("div", { class: "ms-DetailsList", role: "grid" }, h("div", { role: "row", class: "field" }, [labels.name, labels.custom].map((head) => h("span", { role: "columnheader" }, head))),
      policies.map((each, at) => h("div", { role: "row", "aria-rowindex": String(at + 1), class: "field" }, h("span", { role: "gridcell" }, link(open(each), nameOf(each))), h("span", { role: "gridcell" }, each.Identity === "Global" ? labels.no : labels.yes)))));
}

async function meetings() {
  const policies = await policy("GET", "configurations/TeamsMeetingPolicy");
  return list(labels.meetingPolicies, policies, ({ Identity }) => `/policies/meetings/edit/${encodeURIComponent(Identity.replace(/^Tag:/, ""))}`, []);
}

/** Buttons at the foot of a policy; what can be saved is what was changed. */
function foot(save, back) {
  const keep = h("button", { type: "button", class: "ms-Button ms-Button--primary push primary", disabled: true, onclick: save }, h("span", { class: "ms-Button-label" }, labels.save));
  return [keep, h("div", { class: "commands" }, keep, h("button", { type: "button", class: "ms-Button push", onclick: () => go(back) }, labels.cancel))];
}

async function meeting(identity) {
  const path = `configurations/TeamsMeetingPolicy/configuration/${encodeURIComponent(identity)}`;
  const before = await policy("GET", path);
  const now = {};
  const [keep, buttons] = foot(async () => {
    keep.disabled = true;
    try {
      await policy("PUT", path, { ...now, ...(before.Key ? { Identity: before.Identity, Key: before.Key } : {}) });
      Object.assign(before, now);
      for (const name of Object.keys(now)) delete now[name];
      if (boot.dialects["teams-save"] === "leaves") go("/policies/meetings");
      said.replaceChildren(h("div", { role: "status" }, labels.saved));
    } catch (error) {
      keep.disabled = false;
      said.replaceChildren(h("div", { role: "alert", class: "error" }, error.message));
    }
  }, "/policies/meetings");
  const said = h("div", {});
  const switched = (member, label) => toggle({ label, checked: before[member] === true, words: { on: labels.on, off: labels.off }, onchange: (wanted) => {
    if (wanted === (before[member] === true)) delete now[member];
    else now[member] = wanted;
    keep.disabled = Object.keys(now).length === 0;
  } });
  const section = (title, switches) => h("section", {}, h("h2", { id: freshId("section-") }, title), switches);
  return h("main", { class: "page" }, h("nav", { class: "crumbs" }, link("/policies/meetings", labels.meetingPolicies), " \\ ", nameOf(before)), h("h1", {}, nameOf(before)),
    section(labels.scheduling, [switched("AllowMeetNow", labels.meetNow), switched("AllowPrivateMeetingScheduling", labels.privateScheduling)]),
    section(labels.recording, [switched("AllowCloudRecording", labels.meetingRecording), switched("AllowTranscription", labels.transcription), switched("AllowRecordingStorageOutsideRegion", labels.outside)]), said, buttons);
}

async function setups() {
  const policies = await policy("GET", "configurations/TeamsAppSetupPolicy");
  return list(labels.setupPolicies, policies, ({ Identity }) => `/policies/app-setup/edit/${encodeURIComponent(Identity.replace(/^Tag:/, ""))}`,
    h("button", { type: "button", role: "menuitem", class: "push", onclick: () => go("/policies/app-setup/new") }, labels.add));
}

async function setup(identity) {
  const fresh = identity === undefined;
  const path = `configurations/TeamsAppSetupPolicy${fresh ? "" : `/configuration/${encodeURIComponent(identity)}`}`;
  const global = (await policy("GET", "configurations/TeamsAppSetupPolicy")).find(({ Identity }) => Identity === "Global");
  const form = fresh ? { ...global, Identity: "", Description: "" } : await policy("GET", path);
  const error = h("div", {});
  const save = async () => {
    const { AllowUserPinning, AppPresetList, PinnedAppBarApps, Description, Identity, Key } = form;
    try {
      await policy(fresh ? "POST" : "PUT", path, { AllowUserPinning, AppPresetList, PinnedAppBarApps, Description, Identity, ...(Key ? { Key } : {}) });
      go("/policies/app-setup");
    } catch (wrong) {
      error.replaceChildren(h("div", { role: "alert", class: "error" }, wrong.message));
    }
  };
  const holder = (title, panel, member) => {
    const rows = h("ul", {});
    const paint = () => rows.replaceChildren(...form[member].map(({ Id }) => h("li", {}, appName(Id))));
    paint();
    return h("section", {}, h("h2", {}, title), h("button", { type: "button", class: "push", onclick: () => pick(panel, form[member].map(({ Id }) => Id), (id) => {
      form[member] = [...form[member], { Id: id, Order: form[member].length + 1 }];
      paint();
    }) }, labels.addApps), rows);
  };
  return h("main", { class: "page" }, h("h1", {}, fresh ? labels.add : nameOf(form)),
    fresh && h("input", { type: "text", "aria-label": labels.name, oninput: (event) => (form.Identity = event.target.value) }),
    h("input", { type: "text", "aria-label": labels.description, value: form.Description ?? "", oninput: (event) => (form.Description = event.target.value) }),
    toggle({ label: labels.pinning, checked: form.AllowUserPinning, words: { on: labels.on, off: labels.off }, onchange: (wanted) => {
      form.AllowUserPinning = wanted;
    } }),
    holder(labels.installed, labels.addInstalled, "AppPresetList"), holder(labels.pinned, labels.addPinned, "PinnedAppBarApps"), error,
    h("div", { class: "commands" }, h("button", { type: "button", class: "ms-Button ms-Button--primary push primary", onclick: save }, labels.save), h("button", { type: "button", class: "push", onclick: () => go("/policies/app-setup") }, labels.cancel)));
}

/** The panel where an app is searched for and added. */
function pick(title, held, add) {
  const found = h("ul", {});
  const chosen = [];
  const search = (text) => found.replaceChildren(...APPS.filter(([id, name]) => !held.includes(id) && text && name.toLowerCase().startsWith(text.toLowerCase())).map(([id, name]) => h("li", {}, name, h("button", { type: "button", class: "push", onclick: () => chosen.push(id) }, labels.add))));
  const panel = h("div", { class: "popup" }, h("div", { role: "dialog", "aria-label": title }, h("h2", {}, title), h("input", { type: "text", "aria-label": labels.search, oninput: (event) => search(event.target.value) }), found,
    h("button", { type: "button", class: "push primary", onclick: () => {
      for (const id of chosen) add(id);
      panel.remove();
    } }, labels.add)));
  document.body.append(panel);
}

const PAGES = [
  [/^\/policies\/meetings\/?$/, meetings], [/^\/policies\/meetings\/edit\/([^/]+)$/, meeting],
  [/^\/policies\/app-setup\/?$/, setups], [/^\/policies\/app-setup\/new$/, () => setup()], [/^\/policies\/app-setup\/edit\/([^/]+)$/, setup],
];
const home = async () => h("main", { class: "page" }, h("h1", {}, labels.dashboard));

const entry = (text, href) => h("li", {}, link(href, text));
const menu = () => h("nav", { class: "ms-Nav", "aria-label": labels.title }, h("ul", {}, entry(labels.dashboard, "/dashboard"), h("li", {}, h("strong", {}, labels.meetings), h("ul", {}, entry(labels.meetingPolicies, "/policies/meetings"))), h("li", {}, h("strong", {}, labels.apps), h("ul", {}, entry(labels.setupPolicies, "/policies/app-setup")))));

let turn = 0;
async function show() {
  const mine = (turn += 1);
  const [pattern, page] = PAGES.find(([known]) => known.test(location.pathname)) ?? [/^/, home];
  const [, identity] = pattern.exec(location.pathname);
  const content = await page(identity && decodeURIComponent(identity)).catch((error) => h("main", { class: "page" }, h("h1", {}, labels.failed), h("div", { role: "alert", class: "error" }, error.message)));
  await sleep(250);
  if (mine !== turn) return;
  render(document.body, h("header", { class: "bar" }, h("strong", {}, labels.title)), h("div", { class: "split" }, menu(), content));
}
addEventListener("popstate", show);
await show();
