// The shell of a model-driven app: top bar, signed-in user, site map, and the place for the page.

import { h, icon, render } from "./dom.js";
import { COLLABORATION, TEAMS_CHAT, address, flag, navigate, onNavigation, route } from "./router.js";

/** Sub-area ids of the admin center are not public: like the portal's they say nothing, and differ by generation. */
const AREAS = [
  [null, [["home", { pagetype: "dashboard" }, "HomePage_SubArea", "NewSubArea_0f3a11c2"]]],
  ["customerSupport", [
    ["userManagement", { pagetype: "entitylist", etn: "systemuser" }, "Users_SubArea", "NewSubArea_3cbd92e1"],
    ["cases", { pagetype: "entitylist", etn: "incident" }, "Cases_SubArea", "NewSubArea_9a27be40"],
    ["accounts", { pagetype: "entitylist", etn: "account" }, "Accounts_SubArea", "NewSubArea_5d1187aa"],
    ["queues", other("Queues"), "Queues_SubArea", "NewSubArea_71c04b5d"],
    ["routing", other("Routing"), "Routing_SubArea", "NewSubArea_ca6f0e12"],
  ]],
  ["experience", [
    ["workspaces", other("Workspaces"), "Workspaces_SubArea", "NewSubArea_64b0d3f8"],
    ["productivity", other("Productivity"), "Productivity_SubArea", "NewSubArea_b81e7c03"],
    ["collaboration", { pagetype: "control", controlName: COLLABORATION }, "Collaboration_SubArea", "NewSubArea_ebcf6d76"],
    ["knowledge", other("Knowledge"), "Knowledge_SubArea", "NewSubArea_1e95ad27"],
  ]],
  ["operations", [
    ["insights", other("Insights"), "Insights_SubArea", "NewSubArea_40cd6c9b"],
    ["calendar", other("Calendar"), "Calendar_SubArea", "NewSubArea_d9920c44"],
    ["scheduling", other("Scheduling"), "Scheduling_SubArea", "NewSubArea_86e1f5b7"],
  ]],
];

function other(name) {
  return { pagetype: "control", controlName: `MscrmControls.ServiceAdminCenter.${name}` };
}

/** Puts the shell into `#shell-container` and returns the host of the page. */
export function mountShell({ labels, user, appName, organization, generation, siteMap: own }) {
  const context = h("div", { id: "navigationcontextprovider", route: here() });
  const main = h("main", { id: "mainContent", tabindex: "-1", role: "main" });
  const navbar = h("nav", { "data-id": "navbar-container", class: "sitemap", "aria-label": labels.siteMap });
  const shell = h("div", { id: "ApplicationShell" }, topBar({ labels, user, appName, organization }),
    h("div", { class: "below" }, navbar, context));
  context.append(main);
  const draw = () => {
    context.setAttribute("route", here());
    render(navbar, siteMap(labels, generation, own));
  };
  onNavigation(draw);
  draw();
  document.getElementById("shell-container").replaceChildren(shell);
  document.body.append(h("div", { id: "__flyoutRootNode" }), h("div", { id: "__fluentPortalMountNode" }));
  return main;
}

const here = () => location.pathname + location.search;

function topBar({ labels, user, appName, organization }) {
  // A test can ask for a header that names somebody else than the Web API does.
  const name = flag("headeruser") ?? user.name;
  const initials = name.split(/\s+/).map((part) => part[0]).join("").slice(0, 2).toUpperCase();
  const trigger = h("button", {
    type: "button",
    id: "mectrl_main_trigger",
    class: "avatar",
    title: `${labels.accountManager} ${name}`,
    "aria-label": `${labels.accountManager} ${name}`,
    "aria-haspopup": "true",
    "aria-expanded": "false",
    onclick: () => {
      flyout.hidden = !flyout.hidden;
      trigger.setAttribute("aria-expanded", String(!flyout.hidden));
    },
  }, h("span", { id: "mectrl_headerPicture", "aria-hidden": "true" }, initials));
  const flyout = h("div", { id: "mectrl_body", class: "account", hidden: true },
    h("b", { id: "mectrl_currentAccount_primary" }, name),
    h("span", { id: "mectrl_currentAccount_secondary" }, user.upn),
    h("a", { id: "mectrl_body_signOut", href: "/signout.aspx" }, labels.signOut));
  const round = (id, name, label) =>
    h("button", { type: "button", id: `${id}Launcher/button`, "data-id": `${id}Launcher`, class: "plain", "aria-label": label }, icon(name));
  return h("header", { role: "banner", "data-id": "topBar", id: "topBar" },
    h("button", { type: "button", class: "plain", "data-id": "officewaffle", id: "O365_MainLink_NavMenu", "aria-label": labels.apps }, icon("grid")),
    h("a", { "data-id": "appBreadCrumb", href: address({ pagetype: "dashboard" }) }, h("span", { "data-id": "appBreadCrumbText" }, appName)),
    h("span", { class: "organization" }, organization),
    h("ul", { "data-id": "CommandBar", role: "menubar", class: "global", "aria-label": labels.globalCommands },
      h("li", { role: "none" }, round("search", "search", labels.search)),
      h("li", { role: "none" }, round("settings", "gear", labels.settings)),
      h("li", { role: "none" }, round("help", "help", labels.help))),
    trigger, flyout);
}

function siteMap(labels, generation, own) {
  const now = route();
  const isHere = (target) =>
    (target.pagetype === "dashboard" && now.page === "home") ||
    (target.controlName === COLLABORATION && (now.page === "collaboration" || now.page === "teams-chat")) ||
    (target.controlName !== undefined && now.name === target.controlName) ||
    (now.page === "teams-chat" && target.controlName === TEAMS_CHAT) ||
    (target.etn !== undefined && target.etn === now.table);
  const item = ([key, target, classic, modern]) => {
    const id = `sitemap-entity-${generation === "2023" ? classic : modern}`;
    const text = labels[key] ?? key;
    const go = () => navigate(target);
    return h("li", {
      id, "data-id": id, "data-lp-id": id, role: "treeitem", tabindex: "0", title: text, "aria-label": text,
      "data-text": text, "aria-selected": String(isHere(target)), onclick: go,
      onkeydown: (event) => (event.key === "Enter" || event.key === " ") && go(),
    }, h("span", { class: "text" }, text));
  };
  return [
    h("button", { type: "button", class: "plain", "data-lp-id": "sitemap-launcher", "data-id": "navbutton", "aria-label": labels.siteMap }, icon("menu")),
    h("div", { id: "siteMapPanelBodyDiv" }, h("ul", { role: "tree", "aria-label": labels.siteMap }, (own ?? AREAS).map(([group, items]) =>
      h("li", { role: group ? "treeitem" : "none", "aria-expanded": group ? "true" : null, class: "group" },
        group ? h("h3", {}, labels[group] ?? group) : null, h("ul", { role: "group", "aria-label": group ? (labels[group] ?? group) : labels.home }, items.map(item)))))),
  ];
}
