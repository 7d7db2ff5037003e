//! Signing in to cloud services: what stands in the way, the button that goes on, and the section in Settings.

mod attempt;
mod registration;
mod salesforce;
mod section;
mod standing;

pub use salesforce::{NeedsSalesforce, NeedsSalesforceProps, SalesforceSection};
pub use section::Section;
pub use standing::{NeedsSignIn, NeedsSignInProps};
