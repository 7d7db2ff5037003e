// The Lightning shell around Setup: a tree of nodes, and the classic page of one in a frame of another host, which
// comes late. Classes and the frame's name are the real ones; nodes are addressed by their names, never by labels.

import { freshId, h, render, sleep } from "./dom.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
const { words } = boot;
document.documentElement.lang = boot.locale;
document.body.append(h("div", { id: "auraLoadingBox", class: "auraLoadingBox oneLoadingBox" }, words.loading));

const TREE = [["ConnectedApplication", words.manage], ["ConnectedAppsUsage", words.usage], ["ManageExternalClientApplication", words.external]];

/** The classic page the address asks for: the node's own, or the one named. */
function framed() {
  const [, node, page] = location.pathname.match(/^\/lightning\/setup\/([^/]+)\/(home|page)/) ?? [];
  const address = page === "page" ? new URLSearchParams(location.search).get("address") : boot.nodes[node];
  if (!address || !address.startsWith("/") || address.startsWith("//")) return null;
  const url = new URL(address, boot.frame);
  if (boot.as) url.searchParams.set("as", boot.as);
  return { node, url };
}

const go = (node) => (event) => {
  event.preventDefault();
  history.pushState({}, "", `/lightning/setup/${node}/home${location.search.includes("as=") ? `?as=${boot.as}` : ""}`);
  show();
};
const leaf = (node, label, current) => h("li", { role: "treeitem", "data-node-id": node, "aria-selected": String(node === current) }, h("a", { href: `/lightning/setup/${node}/home`, onclick: go(node) }, label));

let turn = 0;
async function show() {
  const mine = (turn += 1);
  const page = framed();
  const stage = h("div", { class: "setupcontent" }, h("div", { class: "slds-spinner", role: "status" }, words.loading));
  render(document.body,
    h("div", { class: "desktop container forceStyle oneOne" },
      h("header", { class: "slds-global-header bar" }, h("strong", {}, "Salesforce"), h("span", {}, words.setup)),
      h("div", { class: "setupSplit" },
        h("nav", { class: "setupTree" }, h("input", { type: "search", placeholder: "Quick Find", "aria-label": "Quick Find" }),
          h("h2", {}, words.tools), h("h3", {}, words.apps), h("h4", {}, words.connectedApps), h("ul", { role: "tree" }, TREE.map(([node, label]) => leaf(node, label, page?.node)))),
        h("div", { id: "setupComponent", class: "setupComponent" }, stage))));
  if (!page) {
    stage.replaceChildren(h("h1", {}, words.setup));
    return;
  }
  await sleep(500);
  if (mine !== turn) return;
  // A classic page stands in an element of its own, in the light tree.
  const host = document.createElement("force-aloha-page");
  host.append(h("div", { class: "iframe-parent slds-template_iframe" }, h("iframe", { name: freshId("vfFrameId_1700000000"), title: words.setup, src: page.url.href, scrolling: "yes", allow: "geolocation *; microphone *; camera *" })));
  stage.replaceChildren(h("div", { class: "oneAlohaPage" }, host));
}
addEventListener("popstate", show);
await sleep(300);
await show();
