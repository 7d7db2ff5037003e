//! What plans cost in requests, against the sandbox in process: a role's change, and undo beside apply at 200 steps.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a measurement that cannot be taken ends the benchmark"
)]

#[path = "../tests/org_in_process/mod.rs"]
mod org_in_process;

use std::time::Instant;

use latchkey::plan::undo::undo_plan;
use latchkey::recipes::disconnect::{Choices, plan};
use org_in_process::Org;

/// Requests of applying a plan that gives the right to so many roles, and of taking it back; the milliseconds of both;
/// and whether the tenant then is what it was.
fn measure(roles: usize) -> (usize, usize, f64, bool) {
    let org = Org::new("admin@contoso.com", &[], "users=300,roles=260,teams=20");
    let start = org.state();
    let observed = org.read().unwrap();
    let mut choices = Choices::default();
    let without = observed.roles.value().unwrap().iter();
    let without = without.filter(|role| !role.gives_right() && role.is_changeable());
    for role in without.take(roles) {
        choices.set_role(&observed, &role.id, true);
    }
    let began = Instant::now();
    let before = org.requests.get();
    let forward = plan(&observed, &choices, 1).unwrap();
    assert_eq!(forward.steps.len(), roles);
    let run = org.apply(forward, "run-1");
    let applied = org.requests.get() - before;
    org.apply(undo_plan(&run.record(), org.now.get()).unwrap(), "run-2");
    let undone = org.requests.get() - before - applied;
    let millis = began.elapsed().as_secs_f64() * 1000.0;
    (applied, undone, millis, org.state() == start)
}

fn main() {
    let (one, one_back, _, _) = measure(1);
    let (two, two_back, _, _) = measure(2);
    let (apply, undo, millis, equal) = measure(200);
    println!(
        "{}",
        serde_json::json!({
            "role_requests": two - one, "role_undo_requests": two_back - one_back,
            "apply_requests": apply, "undo_requests": undo, "apply_and_undo_ms": millis, "state_equal": equal
        })
    );
}
