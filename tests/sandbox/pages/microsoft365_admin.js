// The Microsoft 365 admin center: Agents > All agents and Settings > Integrated apps, by hash routes as the real one, and
// the deployment of an agent. Deploying asks for permissions: what does so takes a person's own click.

import { h, render, sleep } from "./dom.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
document.documentElement.lang = boot.locale;
const EN = {
  title: "Microsoft 365 admin center", agents: "Agents", allAgents: "All agents", settings: "Settings", integrated: "Integrated apps", name: "Name", publisher: "Publisher", status: "Status", deployed: "Deployed", available: "Available", deploy: "Deploy", getApps: "Get apps",
  users: "Select users", everybody: "Entire organization", next: "Next", permissions: "Accept permissions", review: "Review & finish", finish: "Finish deployment", done: "Done", home: "Home", failed: "Something went wrong.", wait: "It can take up to 24 hours until the app shows.",
};
const FR = {
  ...EN, title: "Centre d’administration Microsoft 365", allAgents: "Tous les agents", settings: "Paramètres", integrated: "Applications intégrées", name: "Nom", publisher: "Éditeur", status: "État", deployed: "Déployé", available: "Disponible", deploy: "Déployer", getApps: "Obtenir des applications",
  users: "Sélectionner des utilisateurs", everybody: "Toute l’organisation", next: "Suivant", permissions: "Accepter les autorisations", review: "Vérifier et terminer", finish: "Terminer le déploiement", done: "Terminé", home: "Accueil", failed: "Une erreur s’est produite.", wait: "L’application peut mettre jusqu’à 24 heures à s’afficher.",
};
const DA = {
  ...EN, title: "Microsoft 365 Administration", agents: "Agenter", allAgents: "Alle agenter", settings: "Indstillinger", integrated: "Integrerede apps", name: "Navn", publisher: "Udgiver", status: "Status", deployed: "Udrullet", available: "Tilgængelig", deploy: "Udrul", getApps: "Hent apps",
  users: "Vælg brugere", everybody: "Hele organisationen", next: "Næste", permissions: "Acceptér tilladelser", review: "Gennemse og afslut", finish: "Afslut udrulning", done: "Udført", home: "Startside", failed: "Noget gik galt.", wait: "Der kan gå op til 24 timer, før appen vises.",
};
const JA = {
  ...EN, title: "Microsoft 365 管理センター", agents: "エージェント", allAgents: "すべてのエージェント", settings: "設定", integrated: "統合アプリ", name: "名前", publisher: "発行元", status: "状態", deployed: "展開済み", available: "利用可能", deploy: "展開", getApps: "アプリの取得",
  users: "ユーザーの選択", everybody: "組織全体", next: "次へ", permissions: "アクセス許可を受け入れる", review: "確認して完了", finish: "展開の完了", done: "完了", home: "ホーム", failed: "問題が発生しました。", wait: "アプリが表示されるまで最大 24 時間かかることがあります。",
};
const labels = { en: EN, fr: FR, da: DA, ja: JA }[boot.locale] ?? EN;
const key = document.cookie.split("; ").find((pair) => pair.startsWith("s.AjaxSessionKey="))?.split("=")[1] ?? "";

async function service(method, path, body) {
  const headers = { AjaxSessionKey: key, "x-adminapp-request": location.hash.slice(1), "Content-Type": "application/json" };
  const answer = await fetch(`/fd/addins/api/${path}`, { method, headers, body: body && JSON.stringify(body) });
  const json = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(json?.error?.message ?? labels.failed);
  return json;
}

const button = (label, onclick, more) => h("button", { type: "button", class: "ms-Button push", onclick, ...more }, label);
/** What consents or deploys counts only a person's own click. */
const own = (label, act) => button(label, (event) => event.isTrusted && act(), { class: "ms-Button ms-Button--primary push primary" });

async function list(title, path, command) {
  const { apps } = await service("GET", path);
  return h("main", { class: "page" }, h("h1", {}, title), h("div", { class: "commands", role: "menubar" }, command),
    h("table", { class: "rows", role: "grid" }, h("thead", {}, h("tr", {}, [labels.name, labels.publisher, labels.status].map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, apps.map((app) => h("tr", { role: "row", "data-status": app.status }, h("td", { role: "gridcell" }, h("a", { href: `#/agents/all/${app.id}` }, app.name)), h("td", { role: "gridcell" }, app.publisher), h("td", { role: "gridcell" }, app.status === "Deployed" ? labels.deployed : labels.available))))));
}

async function details(id) {
  const app = (await service("GET", "agents")).apps.find((each) => each.id === id);
  if (!app) throw new Error(labels.failed);
  return h("main", { class: "page" }, h("h1", {}, app.name), h("p", {}, app.status === "Deployed" ? labels.deployed : labels.available),
    h("div", { class: "commands" }, app.status !== "Deployed" && own(labels.deploy, () => wizard(app))));
}

/** The wizard: users, permissions, review, done. */
function wizard(app) {
  let accepted = false;
  const box = h("div", { class: "popup" });
  const step = (title, ...content) => box.replaceChildren(h("div", { role: "dialog", "aria-label": title }, h("h2", {}, title), content));
  const error = h("div", {});
  const users = () => step(labels.users, h("label", {}, h("input", { type: "radio", name: "who", checked: true }), labels.everybody), button(labels.next, permissions));
  const permissions = () => step(labels.permissions, own(labels.permissions, () => {
    accepted = true;
    permissions();
  }), button(labels.next, review, { disabled: !accepted }));
  const review = () => step(labels.review, error, own(labels.finish, async () => {
    try {
      await service("POST", "availableAgents", { id: app.id, accepted, users: "everybody" });
      step(labels.done, h("p", { role: "status" }, labels.wait), button(labels.done, () => {
        box.remove();
        show();
      }));
    } catch (wrong) {
      error.replaceChildren(h("div", { role: "alert", class: "error" }, wrong.message));
    }
  }));
  users();
  document.body.append(box);
}

const PAGES = [
  [/^#\/agents\/all\/?$/, () => list(labels.allAgents, "agents?workloads=SharedAgent&scopes=Shared&limit=200", [])],
  [/^#\/agents\/all\/([^/]+)$/, details],
  [/^#\/Settings\/IntegratedApps\/?$/i, () => list(labels.integrated, "apps?workloads=AzureActiveDirectory,WXPO,MetaOS,SharePoint", own(labels.getApps, () => (location.hash = "#/agents/all")))],
];
const home = async () => h("main", { class: "page" }, h("h1", {}, labels.home));
const entry = (hash, text, more) => h("li", {}, h("a", { href: hash, ...more }, text));
const menu = () => h("nav", { "data-hint": "ReactLeftNav" }, h("ul", {}, entry("#/homepage", labels.home),
  h("li", {}, h("button", { type: "button", "data-automation-id": "LeftNavAgentsNodeNavToggler", "aria-expanded": "true" }, labels.agents), h("ul", {}, entry("#/agents/all", labels.allAgents))),
  h("li", {}, h("button", { type: "button", "data-automation-id": "LeftNavSettingsWithSetupNavToggler", "aria-expanded": "true" }, labels.settings), h("ul", {}, entry("#/Settings/IntegratedApps", labels.integrated)))));

let turn = 0;
async function show() {
  const mine = (turn += 1);
  const [pattern, page] = PAGES.find(([known]) => known.test(location.hash)) ?? [/^/, home];
  const content = await page(pattern.exec(location.hash)[1]).catch((error) => h("main", { class: "page" }, h("h1", {}, labels.failed), h("div", { role: "alert", class: "error" }, error.message)));
  await sleep(250);
  if (mine !== turn) return;
  render(document.body, h("header", { class: "bar" }, h("strong", {}, labels.title)), h("div", { class: "split" }, menu(), content));
}
addEventListener("hashchange", show);
await show();
