//! Latchkey: sets up Microsoft Dynamics 365 from inside the portals an administrator already has open.
//!
//! The map of the house. Dependencies point down only:
//! `ui → recipes → plan, services, portal → domain`; [`text`], [`http`], [`json`] and [`sorted`] are leaves everyone may use, [`words`] speaks the former;
//! `browser` plugs in at the top through traits and is the only module that names `web-sys` or `js-sys`.

pub mod domain;
pub mod http;
pub mod json;
pub mod plan;
pub mod portal;
pub mod recipes;
pub mod services;
pub mod sorted;
pub mod text;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
