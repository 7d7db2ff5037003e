//! Typed clients of the services, one folder each, over the trait [`Transport`].

pub mod bearer;
pub mod dataverse;
pub mod entra;
pub mod graph;
pub mod patience;
pub mod power_platform;
pub mod salesforce;
pub mod teams;
pub mod transport;

pub use transport::Transport;
