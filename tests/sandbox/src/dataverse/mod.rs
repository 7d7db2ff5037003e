//! The organisation: its tables, rows, people, rights, functions and actions.

mod actions;
pub mod cast;
mod csdl;
mod declare;
pub mod describe;
mod functions;
mod metadata;
pub mod roles;
pub mod rules;
pub mod schema;
pub mod security;
pub mod settings;
pub mod store;
