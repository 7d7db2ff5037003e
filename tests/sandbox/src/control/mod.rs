//! The control host: state, request log, faults, latency.

pub mod faults;
pub mod log;
pub mod state;
