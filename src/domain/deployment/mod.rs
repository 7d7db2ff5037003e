//! Deploying the sales agent to people (S001): who is to use it, which Salesforce user each of them is, and whether there
//! are licences enough; and the article's steps as data.

mod audience;
mod pairing;
mod seats;
pub mod steps;

pub use audience::{Audience, Choice, Person};
pub use pairing::{By, Pair, Pairing, Seller, pair};
pub use seats::{Given, Licence, Seats, ServicePlan};
