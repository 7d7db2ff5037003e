//! Which portal page this is, what is on it, and the closed set of verbs a content script carries out.

pub mod bright_pattern;
pub mod context;
pub mod labels;
pub mod locator;
pub mod locators;
pub mod microsoft365;
pub mod page;
mod partner_center;
pub mod sales_settings;
pub mod salesforce_setup;
pub mod teams_admin;
pub mod verbs;

pub use context::PageContext;
pub use locator::{Health, Locator};
pub use page::Page;
