// What the classic pages do beside their forms: buttons that lead somewhere, and buttons that are a person's.
for (const button of document.querySelectorAll("input[type=button]")) {
  button.addEventListener("click", (event) => {
    if (button.classList.contains("needsPerson") && !event.isTrusted) {
      document.body.dataset.ignored = Number(document.body.dataset.ignored ?? 0) + 1;
      return;
    }
    if (button.dataset.href) location.assign(button.dataset.href);
    else button.form?.submit();
  });
}
