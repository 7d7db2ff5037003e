//! Signing in to Salesforce with the customer's own external client app: web server flow with PKCE and no secret
//! (Salesforce, "OAuth 2.0 Web Server Flow"), scope `api` alone and no refresh token, so that nothing outlives the
//! session.

pub mod attempt;
pub mod error;
pub mod session;

pub use attempt::{Attempt, Client};
pub use error::SalesforceSignInError;
pub use session::{Session, SignedIn};

/// The organization's host, from what somebody typed or copied from the address bar: `contoso.my.salesforce.com`, also
/// where it was that of a Lightning page. Only hosts of My Domain; `None` for any other.
pub fn my_domain(typed: &str) -> Option<String> {
    let typed = typed.trim().to_ascii_lowercase();
    let place = typed.strip_prefix("https://").unwrap_or(&typed);
    let host = place.split(['/', '?', '#']).next()?;
    let name = host
        .strip_suffix(".my.salesforce.com")
        .or_else(|| host.strip_suffix(".my.salesforce-setup.com"))
        .or_else(|| host.strip_suffix(".lightning.force.com"))?;
    let plain =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (name.len() <= 100 && name.split('.').all(plain)).then(|| format!("{name}.my.salesforce.com"))
}

/// A consumer key as Salesforce makes them; `None` for what can be none.
pub fn consumer_key(typed: &str) -> Option<String> {
    let key = typed.trim();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    ((15..=256).contains(&key.len()) && key.bytes().all(plain)).then(|| key.to_owned())
}
