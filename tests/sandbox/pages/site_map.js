// An app's own site map, as published: what its navigation shows.

import { all, get } from "./api.js";

const SITE_MAP = 62;

/** The groups and items of an app's site map, in the order and shape the shell draws them in; null without one. */
export async function siteMapOf(app) {
  const { value } = await get(`RetrieveAppComponents(AppModuleId=${app})`);
  const id = value.find((component) => component.componenttype === SITE_MAP)?.objectid;
  if (!id) return null;
  const [row] = await all(`sitemaps?$select=sitemapxml&$filter=sitemapid eq ${id}`);
  const xml = new DOMParser().parseFromString(row?.sitemapxml ?? "<SiteMap/>", "text/xml");
  return [...xml.querySelectorAll("Group")].map((group) => [named(group), [...group.querySelectorAll("SubArea")].map((sub) => {
    const place = sub.getAttribute("Id");
    return [named(sub), target(sub), place, place];
  })]);
}

const named = (element) =>
  element.querySelector(":scope > Titles > Title[LCID='1033']")?.getAttribute("Title") ?? element.getAttribute("Title") ?? element.getAttribute("Id");

function target(sub) {
  const entity = sub.getAttribute("Entity");
  if (entity) return { pagetype: "entitylist", etn: entity };
  const [, query] = (sub.getAttribute("Url") ?? "").split("?");
  return Object.fromEntries(new URLSearchParams(query ?? "pagetype=dashboard"));
}
