// Signing in, proving and consenting are a person's: a click that no person made does nothing.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (!event.isTrusted) {
    document.body.dataset.ignored = Number(document.body.dataset.ignored ?? 0) + 1;
    return;
  }
  const form = document.querySelector("form");
  form.elements.choice.value = button.value;
  form.submit();
});
