//! Lead management against the sandbox tenant, in process: what is read, and the part of the plan in Dataverse.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod org_in_process;

use latchkey::domain::lead::Credential;
use latchkey::domain::lead::rights::Group;
use latchkey::domain::reading::Reading;
use latchkey::recipes::disconnect::Context;
use latchkey::recipes::lead_management::{Choices, Observed, PlanError, observe, plan, readiness};
use org_in_process::{Org, block_on};

fn read(org: &Org) -> Observed {
    let context = Context {
        now: org.now.get(),
        sleep: org,
    };
    block_on(observe(org, context, None)).unwrap()
}

#[test]
fn s004_readiness_of_a_new_organization_is_read_honestly() {
    let org = Org::new("admin@contoso.com", &[], "");
    let observed = read(&org);
    println!("{observed:#?}");
    assert!(observed.solutions.is_complete(), "{:?}", observed.solutions);
    assert_eq!(observed.role, Reading::Complete(None));
    assert_eq!(
        observed.privileges.value().map(Vec::len),
        Some(6),
        "{:?}",
        observed.privileges
    );
    assert!(observed.root_unit.value().unwrap().is_some());
    assert_eq!(observed.rights.for_group(Group::Solution), Some(true));
    assert_eq!(observed.rights.for_group(Group::Environment), Some(true));
    let lines = readiness(&observed);
    println!("{lines:#?}");
    assert!(!lines.is_empty());
    let choices = Choices::preset(&observed, "0badcafe");
    assert_eq!(choices.credential, Credential::Entra);
    assert_eq!(choices.groups, Group::ALL);
    assert_eq!(plan(&observed, &choices, org.now.get()), Err(PlanError::NoFile));
}
