//! Typed clients of the services, one folder each, over the trait [`Transport`].

pub mod transport;

pub use transport::Transport;
