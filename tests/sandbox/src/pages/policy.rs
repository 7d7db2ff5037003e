//! The Content Security Policy of the org's documents, as an organisation can set it.

use super::Csp;

/// The directives of the setting "on" with the product's default directives
/// (Power Platform admin guide, content security policy, 2025-06-24).
const DEFAULT: &str = "script-src * 'unsafe-inline' 'unsafe-eval'; worker-src 'self' blob:; \
    style-src * 'unsafe-inline'; font-src * data:; frame-ancestors 'self' https://*.powerapps.com;";

/// The strict mode of the same guide. The platform's own hosts are left out: the sandbox serves
/// everything from the org's origin, so what remains is the tightest form of the policy.
const STRICT: &str = "default-src 'self'; script-src 'self'; worker-src 'self' blob:; \
    style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' blob: data:; \
    connect-src 'self' blob: data: wss:; frame-src 'self' blob:; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'self' https://*.powerapps.com";

/// The value of the policy header, or `None` where the organisation never switched it on.
pub(super) fn header(csp: Csp) -> Option<&'static str> {
    match csp {
        Csp::None => None,
        Csp::Default => Some(DEFAULT),
        Csp::Strict => Some(STRICT),
    }
}
