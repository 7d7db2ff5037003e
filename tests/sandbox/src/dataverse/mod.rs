//! The organisation: its tables, rows, people, rights, functions and actions.

mod actions;
pub mod cast;
pub mod components;
mod csdl;
mod declare;
pub mod describe;
pub mod directory;
mod functions;
mod metadata;
mod publishing;
pub mod roles;
pub mod rules;
pub mod schema;
pub mod security;
pub mod settings;
pub mod solutions;
pub mod store;
