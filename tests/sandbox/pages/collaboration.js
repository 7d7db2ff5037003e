// The Collaboration page: one card per feature, each with its Manage button.

import { h, render } from "./dom.js";
import { push } from "./controls.js";
import { PROFILES, TEAMS_CHAT, navigate } from "./router.js";

export function collaboration(host, { labels }) {
  const card = (testId, title, text, onclick) =>
    h("section", { class: "card" }, h("h2", {}, title), h("p", { class: "caption" }, text),
      push({ label: labels.manage, onclick, attributes: { "data-test-id": testId, "aria-label": `${labels.manageSettings} ${title}` } }));
  render(host, h("div", { class: "page" }, h("h1", { "data-id": "header_title" }, labels.collaboration),
    card("Embedded-Chat-manage", labels.embeddedChat, labels.embeddedChatText, () => navigate({ pagetype: "control", controlName: TEAMS_CHAT })),
    card("Agent-Experience-Profile-manage", labels.profiles, labels.experience,
      () => navigate({ pagetype: "control", controlName: PROFILES }))));
}
