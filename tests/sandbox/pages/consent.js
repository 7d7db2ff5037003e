// Stands in for the tenant's consent window: only a person's own click accepts.

document.getElementById("accept").addEventListener("click", (event) => {
  if (!event.isTrusted) return;
  window.opener?.postMessage("consent-accepted", location.origin);
  window.close();
});
document.getElementById("cancel").addEventListener("click", () => window.close());
