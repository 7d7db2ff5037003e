//! The interface: Yew components over a [`backend::Backend`], one view per recipe and the shared shell.

pub mod backend;
