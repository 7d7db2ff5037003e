// What the classic pages do beside their forms: buttons that lead somewhere, and buttons that are a person's.
document.addEventListener("click", (event) => {
  const button = event.target.closest("input[type=button]");
  if (!button) return;
  if (button.classList.contains("needsPerson") && !event.isTrusted) {
    document.body.dataset.ignored = Number(document.body.dataset.ignored ?? 0) + 1;
    return;
  }
  if (button.dataset.href) location.assign(button.dataset.href);
  else button.form?.submit();
});
