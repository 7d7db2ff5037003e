//! Holders of the right among 10,000 users, 500 roles and 200 teams, from loaded data: milliseconds, the best of 20.

#[path = "../tests/made_up/mod.rs"]
mod made_up;

use std::collections::BTreeSet;
use std::time::Instant;

fn main() {
    let assignments = made_up::assignments(10_000, 500, 200, &made_up::spread(10_000, 500, 200));
    let ids: Vec<String> = (0..60).map(|role| made_up::id("role", role * 8)).collect();
    let holding: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    let mut best = f64::MAX;
    let mut holders = 0;
    for _ in 0..20 {
        let began = Instant::now();
        holders = std::hint::black_box(assignments.holders(&holding)).len();
        best = best.min(began.elapsed().as_secs_f64() * 1000.0);
    }
    println!("{}", serde_json::json!({"holders_ms": best, "holders": holders}));
}
