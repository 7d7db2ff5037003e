// Starts the panel, and says so when it has stopped: after a panic nothing else of it can be trusted to.
import init from "./latchkey.js";

const stopped = document.getElementById("stopped");

function show() {
  stopped.hidden = false;
  document.getElementById("app").hidden = true;
  stopped.querySelector("button").focus();
}

stopped.querySelector("button").addEventListener("click", () => location.reload());
addEventListener("latchkey-stopped", show);
init({ module_or_path: new URL("latchkey_bg.wasm", import.meta.url) }).catch((cause) => {
  console.error(cause);
  show();
});
