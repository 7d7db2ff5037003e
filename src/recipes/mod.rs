//! One file or folder per article: observe, compare, plan.

pub mod disconnect;
