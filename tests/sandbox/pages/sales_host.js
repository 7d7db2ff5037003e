// Outlook and Teams, as far as the Sales app needs them: a rail of apps, and the app in a frame of another origin.

import { h, render, sleep } from "./dom.js";
import { labelsFor } from "./sales_labels.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
const labels = labelsFor(boot.locale);
document.documentElement.lang = boot.locale;

function open() {
  const address = new URL(`https://${boot.frame}`);
  address.port = location.port;
  address.search = new URLSearchParams({ as: boot.upn, host: boot.teams ? "teams" : "outlook" });
  const attributes = boot.teams ? { "data-tid": "embeddedPageContainerIframe", name: "embedded-page-container" } : { name: "embedded-app" };
  main.replaceChildren(h("iframe", { src: address, title: labels.app, ...attributes }));
}

const item = (name, press, id) => h("button", { type: "button", class: "rail-item", "data-tid": id, onclick: press }, name);
const main = h("div", { class: "stage", role: "main" }, h("p", { class: "quiet" }, labels.loading));
render(document.body,
  h("header", { class: "bar" }, h("strong", {}, boot.teams ? "Microsoft Teams" : "Outlook")),
  h("div", { class: "host" },
    h("nav", { class: "rail" }, labels.apps.map((name, at) => item(name, () => main.replaceChildren(h("p", { class: "quiet" }, name)), `app-${at}`)), item(labels.app, open, `app-${boot.app}`)),
    main));
await sleep(200);
open();
