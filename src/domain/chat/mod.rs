//! Teams chat in Customer Service: what the article "Configure Microsoft Teams chat in Customer Service" means, as pure
//! data and rules (S003-01 to S003-59, S003-82 to S003-106; the disconnect table is [`super::disconnect`]).
//!
//! The map, in the order of the article:
//!
//! | Module | What it answers | Rules |
//! |---|---|---|
//! | [`availability`] | which products and apps have Teams chat, and where it is on by default | S003-01 to S003-07 |
//! | [`consent`] | what the app may do with Teams data, and for what | S003-08 to S003-13 |
//! | [`pane_access`] | who reaches the productivity pane, and whether Teams is in it | S003-14 to S003-21, S003-38 to S003-41 |
//! | [`site_map`] | the settings page in a custom app's site map | S003-25 to S003-28 |
//! | [`site_map_difference`] | what differs between two site maps | S003-25 to S003-28 |
//! | [`setting`] | the master switch: all apps, selected apps, off, per layer | S003-31 to S003-36 |
//! | [`record_type`] | the configuration of one record type, and which tables can become one | S003-42 to S003-46, S003-56 to S003-59, S003-82 to S003-86 |
//! | [`context_card`] | what the card of a newly connected chat will show | S003-46 to S003-53 |
//! | [`key_updates`] | which columns can be followed | S003-87 to S003-100 |
//!
//! [`blueprint`] carries all choices from one environment to another. [`table`] is the metadata they all look at, [`xml`] the reader of layouts, queries and site maps.

pub mod availability;
pub mod blueprint;
pub mod consent;
pub mod context_card;
pub mod key_updates;
pub mod pane_access;
pub mod record_type;
pub mod setting;
pub mod site_map;
pub mod site_map_difference;
pub mod table;
pub mod xml;

/// Something a rule rests on was not read: the answer is neither yes nor no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not read")]
pub struct Unread;
