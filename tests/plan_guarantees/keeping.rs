//! Evidence, history and journal: what is kept, and for how long.

use super::*;

#[test]
fn g12_the_evidence_holds_who_when_where_before_after_proof_and_digest() {
    let plan = two();
    let mut world = World::new(tenant(0));
    let record = world.apply(&plan, RUN);
    let proof = evidence(&record);
    assert_eq!(proof.digest, plan.digest());
    assert!(proof.digest_holds && proof.ended_at.is_some());
    assert_eq!(proof.targets[0].user.upn, "admin@contoso.com");
    assert_eq!(proof.steps[0].before[0].value, json!(false));
    let StepState::Done { evidence, .. } = &proof.steps[0].outcome else {
        panic!()
    };
    assert_eq!(evidence[0].value, json!(true));
    assert_eq!(proof.requests as usize, world.requests.len());
    let mut forged = record;
    forged.header.plan.steps.pop();
    assert!(!latchkey::plan::evidence::evidence(&forged).digest_holds);
    assert_eq!(
        RunEvidence::from_json(&json::parse(&proof.export()).unwrap()).unwrap(),
        proof
    );
}

#[test]
fn g12_the_history_keeps_its_bounds_and_never_drops_an_unfinished_run() {
    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Killed { carried_out: true })];
    let plan = two();
    let run = Run::begin(plan.clone(), &approval(&plan), "unfinished".into(), 0).unwrap();
    world.until_killed(run);
    for number in 0..KEEP_RUNS + 5 {
        world.now += 1000;
        world.apply(&plan, &format!("r{number:03}"));
    }
    let driven = Driven::new(world.tenant.clone());
    *driven.journal.entries.borrow_mut() = world.journal.clone();
    driven::block_on(async {
        keep_within_bounds(&driven.journal).await.unwrap();
        let history = read(&driven.journal).await.unwrap();
        assert_eq!(history.runs.len(), KEEP_RUNS);
        assert_eq!(history.runs.last().unwrap().record.header.run_id, "unfinished");
        assert_eq!(history.runs[0].record.header.run_id, format!("r{:03}", KEEP_RUNS + 4));
        clear_finished(&driven.journal).await.unwrap();
        let left = read(&driven.journal).await.unwrap();
        assert_eq!(left.runs.len(), 1);
        assert_eq!(left.runs[0].standing, Standing::Interrupted);
    });
}

#[test]
fn g1_the_history_keeps_its_bytes_and_drops_the_oldest_first() {
    let mut plan = two();
    plan.steps[0].reason = Text::new("test-reason").name("why", "y".repeat(600_000));
    let mut world = World::new(tenant(0));
    for number in 0..12 {
        world.now += 1000;
        world.apply(&plan, &format!("r{number:03}"));
    }
    let driven = Driven::new(world.tenant.clone());
    *driven.journal.entries.borrow_mut() = world.journal.clone();
    driven::block_on(async {
        let all = read(&driven.journal).await.unwrap();
        keep_within_bounds(&driven.journal).await.unwrap();
        let kept = read(&driven.journal).await.unwrap();
        let sum = |history: &latchkey::plan::history::History| history.runs.iter().map(|past| past.bytes).sum::<u64>();
        assert!(sum(&all) > KEEP_BYTES && sum(&kept) <= KEEP_BYTES);
        // The newest, and as many as fit.
        assert_eq!(kept.runs[..], all.runs[..kept.runs.len()]);
        assert!(sum(&kept) + all.runs[kept.runs.len()].bytes > KEEP_BYTES);
    });
}

#[test]
fn a_run_of_a_newer_latchkey_is_named_and_kept() {
    let mut world = World::new(tenant(0));
    world.apply(&two(), RUN);
    let driven = Driven::new(world.tenant);
    *driven.journal.entries.borrow_mut() = world.journal;
    driven.journal.entries.borrow_mut().get_mut("run/r1").unwrap()["plan"]["version"] = json!(99);
    driven::block_on(async {
        clear_finished(&driven.journal).await.unwrap();
        let history = read(&driven.journal).await.unwrap();
        assert!(history.runs.is_empty() && history.unreadable[0].newer);
    });
}
