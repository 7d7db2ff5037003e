// Starts the panel, and says so when it has stopped: after a panic nothing else of it can be trusted to.
import init from "./latchkey.js";

// Written in by the build from messages/*.ftl: language → id → text.
const TEXTS = __LATCHKEY_TEXTS__;
const stopped = document.getElementById("stopped");

function show(why) {
  // The panel names its language on the document as soon as it speaks; before that the browser's counts.
  const wanted = [document.documentElement.lang, ...navigator.languages].map((tag) => tag.split("-")[0]);
  const language = wanted.find((tag) => Object.hasOwn(TEXTS, tag)) ?? "en";
  document.documentElement.lang = language;
  stopped.querySelector("p").textContent = TEXTS[language][why];
  stopped.querySelector("button").textContent = TEXTS[language].reload;
  stopped.hidden = false;
  document.getElementById("app").hidden = true;
  stopped.querySelector("button").focus();
}

stopped.querySelector("button").addEventListener("click", () => location.reload());
addEventListener("latchkey-stopped", () => show("why"));
addEventListener("latchkey-speechless", () => show("speechless"));
init({ module_or_path: new URL("latchkey_bg.wasm", import.meta.url) }).catch((cause) => {
  console.error(cause);
  show("why");
});
