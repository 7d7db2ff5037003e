// The address grammar of a model-driven app, and navigation inside one page by the history API.

const KEPT = ["appid", "flags", "forceuci", "navbar", "cmdbar", "ribbondebug", "monitor"];
const SPELLING = { appid: "appid", flags: "flags", forceuci: "forceUCI", controlname: "controlName" };
const listeners = new Set();

export const TEAMS_CHAT = "MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin";
/** The control behind the Collaboration page is not public; this name stands in for it. */
export const COLLABORATION = "MscrmControls.ServiceAdminCenter.Collaboration";

/** So does this one for the page of the profiles. */
export const PROFILES = "MscrmControls.ServiceAdminCenter.Profiles";

/** The parameters of the current address, names in lower case: order and case vary in the field. */
export function parameters() {
  const found = {};
  for (const [name, value] of new URLSearchParams(location.search)) found[name.toLowerCase()] ??= value;
  return found;
}

/** `flags=late:8000;rerender:200`: how a test asks for slower or busier rendering. */
export function flag(name) {
  for (const part of (parameters().flags ?? "").split(";")) {
    const [key, ...value] = part.split(":");
    if (key === name) return value.join(":");
  }
  return null;
}

/** The address of a page of this app, with the parameters that survive navigation. */
export function address(page) {
  const query = new URLSearchParams();
  const now = parameters();
  for (const name of KEPT) if (now[name] !== undefined) query.set(SPELLING[name] ?? name, now[name]);
  for (const [name, value] of Object.entries(page)) query.set(name, value);
  return `/main.aspx?${query}`;
}

/** What is shown now, in one word per page. */
export function route() {
  const now = parameters();
  const type = (now.pagetype ?? "").toLowerCase();
  if (type === "control" && now.controlname?.toLowerCase() === TEAMS_CHAT.toLowerCase()) return { page: "teams-chat" };
  if (type === "control" && now.controlname === COLLABORATION) return { page: "collaboration" };
  if (type === "control" && now.controlname === PROFILES) return { page: "profiles" };
  if (type === "entityrecord" || type === "entity")
    return { page: "record", table: now.etn, id: (now.id ?? "").replace(/[{}]/g, "").toLowerCase() };
  if (type === "entitylist" || type === "view") return { page: "list", table: now.etn };
  if (type === "" || type === "dashboard") return { page: "home" };
  return { page: "other", name: now.controlname ?? now.name ?? type };
}

export function navigate(page) {
  history.pushState(null, "", address(page));
  for (const listener of listeners) listener();
}

/** Adds what routing adds to an address that was typed without it. */
export function complete(additions) {
  const url = new URL(location.href);
  url.pathname = "/main.aspx";
  const now = parameters();
  for (const [name, value] of Object.entries(additions)) if (now[name.toLowerCase()] === undefined) url.searchParams.set(name, value);
  if (url.href !== location.href) history.replaceState(null, "", url);
}

export function onNavigation(listener) {
  listeners.add(listener);
  if (listeners.size === 1) addEventListener("popstate", () => listeners.forEach((each) => each()));
}
