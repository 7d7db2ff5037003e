// Where Microsoft's sign-in comes back to: hands the code to the window that opened this one.

const said = Object.fromEntries(new URLSearchParams(location.search));
document.body.textContent = said.error ?? "Microsoft Dynamics 365";
window.opener?.postMessage({ state: said.state, code: said.code, error: said.error_description ?? said.error }, location.origin);
window.close();
