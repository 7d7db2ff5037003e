// The Entra admin center, which the Azure portal shows too: its app registrations page as far as it is public, a
// command bar of Fluent v8 above a list. What stands in the list is the directory's business: nothing is read here.

import { h, render, sleep } from "./dom.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
const LABELS = {
  en: ["App registrations", "New registration", "Refresh"], fr: ["Enregistrements d'applications", "Nouvel enregistrement", "Actualiser"],
  da: ["Appregistreringer", "Ny registrering", "Opdater"], ja: ["アプリの登録", "新規登録", "更新"],
};
const [title, create, refresh] = LABELS[boot.locale] ?? LABELS.en;
document.documentElement.lang = boot.locale;

const item = (label) => h("div", { class: "ms-OverflowSet-item", role: "none" }, h("button", { type: "button", role: "menuitem", class: "ms-Button ms-Button--commandBar push" }, label));
const draw = () => render(document.body, h("header", { class: "bar" }, h("strong", {}, "Microsoft Entra")),
  h("main", { class: "page" }, h("h1", {}, title), h("div", { class: "ms-OverflowSet commands", role: "menubar" }, [create, refresh].map(item))));

await sleep(300);
draw();
// The blade is drawn once more when the directory has answered; whatever else stood in it is gone then.
await sleep(600);
draw();
