//! Sign-in with Microsoft Entra ID: authorization code with PKCE, then one access token per resource out of one refresh
//! token. Everything here is pure; the browser opens the window and carries the requests.

pub mod authorize;
pub mod challenge;
pub mod claims;
pub mod cloud;
pub mod error;
pub mod scope;
pub mod session;
pub mod token;

pub use cloud::{Cloud, Resource};
pub use error::SignInError;
pub use scope::Scope;
