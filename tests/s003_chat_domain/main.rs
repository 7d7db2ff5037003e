//! Teams chat's rules, each test named after the rule it proves; the outside world is not in it.
//!
//! With `LATCHKEY_FIXTURES` naming a folder of recordings, the rules are held against real data as well.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

mod apps;
mod blueprint;
mod blueprint_file;
mod card;
mod pane;
mod real;
mod record_types;
mod setting;
mod site_map;
mod updates;
mod xml;
