// Stands in for the tenant's consent window: only a person's own click accepts. It is there before its buttons are.

document.addEventListener("click", (event) => {
  if (event.target.closest("#cancel")) window.close();
  if (!event.isTrusted || !event.target.closest("#accept")) return;
  window.opener?.postMessage("consent-accepted", location.origin);
  window.close();
});
