//! A stand-in for the outside world: one tenant, on loopback, under the real host names.

pub mod pages;
