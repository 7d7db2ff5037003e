//! Each target is locked over its own transport, and nowhere else is anything done.

use super::*;

#[test]
fn g2_every_target_is_locked_over_its_own_transport() {
    let mut world = World::new();
    world.apply(&whole(), RUN);
    let mut run = begin(&whole(), RUN);
    let mut reads = Vec::new();
    loop {
        let effect = run.next(0);
        let fed = match &effect {
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(_) => Fed::Persisted(Ok(())),
            Effect::Http { target, request } => {
                reads.push(format!("{target} {}", request.path));
                assert_eq!(request.headers.get("consistency"), None, "Dataverse's own header");
                Fed::Http(Ok(Response {
                    status: 200,
                    headers: Default::default(),
                    body: json!({"id": "admin"}).to_string(),
                }))
            }
            Effect::PageRead { locator } => {
                reads.push(locator.clone());
                break;
            }
            other => panic!("{other:?}"),
        };
        run.feed(0, fed);
    }
    assert_eq!(reads, ["graph /me", "form.ok"]);
    // Another page: nothing is written.
    run.feed(0, Fed::Page(Ok(json!({"there": false}))));
    while let Effect::Persist(_) = run.next(0) {
        run.feed(0, Fed::Persisted(Ok(())));
    }
    assert_eq!(run.next(0), Effect::Finished);
    assert!(matches!(run.progress().phase, Phase::Stopped { .. }));
}

#[test]
fn g2_a_page_of_the_same_portal_on_another_host_is_not_acted_on() {
    let step = fill("form.name", "x", is("/value", json!("x")), &[]);
    let mut plan = plan(vec![], vec![step]);
    plan.targets[1].lock[0].probe.conditions = vec![is("/host", json!("portal.test"))];
    let mut run = begin(&plan, RUN);
    let mut now = 0;
    let mut hosts = ["portal.test"].into_iter();
    for _ in 0..100 {
        let fed = match run.next(now) {
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(_) => Fed::Persisted(Ok(())),
            Effect::Http { .. } => Fed::Http(Ok(Response {
                status: 200,
                headers: Default::default(),
                body: json!({"id": "admin"}).to_string(),
            })),
            // The tab that was locked is closed, and another tenant's is found instead.
            Effect::PageRead { .. } => {
                let host = hosts.next().unwrap_or("other.test");
                Fed::Page(Ok(json!({"there": true, "filled": false, "value": "", "host": host})))
            }
            Effect::WaitUntil(until) => {
                now = until;
                continue;
            }
            Effect::Finished => break,
            other => panic!("{other:?}"),
        };
        run.feed(now, fed);
    }
    assert!(
        matches!(run.progress().phase, Phase::Stopped { .. }),
        "{:?}",
        run.progress().phase
    );
}
