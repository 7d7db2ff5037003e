//! Typed clients of the services, one folder each, over the trait [`Transport`].

pub mod dataverse;
pub mod transport;

pub use transport::Transport;
