//! The interface: Yew components over a [`backend::Backend`], one view per recipe and the shared shell.

pub mod app;
pub mod backend;
mod bar;
mod disconnect;
mod history;
mod icon;
mod notice;
mod overview;
mod panel;
mod preview;
mod route;
mod run;
mod say;
mod settings;
mod shell;
mod step;
mod target;
mod tasks;
mod view;
