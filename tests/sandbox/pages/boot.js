// Starts the app: who is signed in, in which language, which app, and then the page of the address.

import { ApiError, all, signedIn } from "./api.js";
import { h, render } from "./dom.js";
import { setGeneration } from "./controls.js";
import { labelsFor, language } from "./labels.js";
import { complete, onNavigation, parameters, route } from "./router.js";
import { mountShell } from "./shell.js";
import { siteMapOf } from "./site_map.js";
import { collaboration } from "./collaboration.js";
import { profiles } from "./profiles.js";
import { setDialects } from "./record_types.js";
import { list, record } from "./records.js";
import { teamsChat } from "./teams_chat.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
setGeneration(boot.generation);
setDialects(boot.dialects);

async function context() {
  const user = await signedIn();
  const lang = language(user.lcid, boot.locale);
  const [apps, organizations] = await Promise.all([
    all("appmodules?$select=appmoduleid,name,uniquename").catch(() => []), all("organizations?$select=name").catch(() => []),
  ]);
  const asked = parameters().appid?.replace(/[{}]/g, "").toLowerCase();
  const admin = apps.find((app) => /admin/i.test(app.uniquename));
  const app = apps.find((each) => each.appmoduleid === asked) ?? admin ?? apps[0];
  const labels = labelsFor(lang, boot.generation);
  return {
    user, lang, labels, generation: boot.generation, appId: app?.appmoduleid, app: app?.uniquename, own: app && app !== admin,
    appName: app && app !== admin ? app.name : labels.appName,
    organization: organizations[0]?.name ?? "",
  };
}

function show(host, current) {
  const now = route();
  const { labels } = current;
  document.title = `${labels.appName} - ${now.page === "teams-chat" ? labels.pageTitle : labels.home} - Dynamics 365`;
  if (now.page === "teams-chat") return teamsChat(host, current);
  if (now.page === "collaboration") collaboration(host, current);
  else if (now.page === "profiles") profiles(host, current);
  else if (now.page === "record") record(host, current, now);
  else if (now.page === "list") list(host, current, now);
  else render(host, h("div", { class: "page" }, h("h1", {}, now.page === "home" ? labels.home : now.name), h("p", { class: "caption" }, now.page === "home" ? current.organization : labels.unavailable)));
  return () => {};
}

function failed(error) {
  const signedOut = error instanceof ApiError && error.status === 401;
  document.getElementById("app-loading-indicator")?.remove();
  document.getElementById("errorPopup-container").replaceChildren(
    h("div", { role: "alert", class: "ms-MessageBar ms-MessageBar--error", "data-id": "warningNotification" }, signedOut ? "Sign in again." : `The app could not start: ${error.message}`));
}

try {
  const current = await context();
  document.documentElement.setAttribute("lang", current.lang);
  if (current.appId) complete({ appid: current.appId });
  if (current.own) current.siteMap = await siteMapOf(current.appId).catch(() => null);
  const host = mountShell(current);
  document.getElementById("app-loading-indicator").remove();
  let leave = show(host, current);
  onNavigation(() => {
    leave();
    host.replaceChildren();
    leave = show(host, current);
  });
} catch (error) {
  failed(error);
}
