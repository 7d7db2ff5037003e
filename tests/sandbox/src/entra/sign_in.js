// Signing in, proving and consenting are a person's: a click that no person made does nothing.
for (const button of document.querySelectorAll("button")) {
  button.addEventListener("click", (event) => {
    if (!event.isTrusted) {
      document.body.dataset.ignored = Number(document.body.dataset.ignored ?? 0) + 1;
      return;
    }
    const form = document.querySelector("form");
    form.elements.choice.value = button.value;
    form.submit();
  });
}
