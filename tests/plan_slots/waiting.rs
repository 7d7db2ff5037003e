//! What takes long, comes through late, or is not patient for ever.

use super::*;

#[test]
fn g5_a_job_that_takes_long_is_waited_for_and_tells_how_far_it_is() {
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    let before = world.now;
    let record = world.apply(&import(), RUN);
    assert!(is_done(&record, "import"));
    assert!(world.now - before > 5 * 60_000, "no import is over in half a minute");
    assert_eq!(world.asked, 0);
    let percents: Vec<u32> = world
        .shown
        .iter()
        .filter_map(|progress| match progress.steps[1].state {
            StepState::Proving { percent, .. } => percent,
            _ => None,
        })
        .collect();
    assert!(percents.len() > 10 && percents.is_sorted(), "{percents:?}");
    // It gives up: said in the service's own words, and nobody waits for the rest of the half hour.
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    world.cloud.import_fails = true;
    let record = world.apply(&import(), RUN);
    let StepState::Failed { why } = &record.steps[1].state else {
        panic!("{:?}", states(&record))
    };
    assert_eq!(why.id, "run-service-gave-up");
    assert!(format!("{why:?}").contains("A component is missing."));
    assert!(record.header.ended_at.is_some());
}

#[test]
fn g2_an_answer_about_something_else_than_was_approved_is_not_built_on() {
    let mut plan = import();
    plan.steps[0].change.patience = Some(Patience {
        agrees: vec![is("/results/name", json!("what was shown"))],
        ..Patience::of(0)
    });
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    // Trying again does not go on with what was uploaded either: its id was not taken.
    world.choices = vec![Choice::Retry; 2];
    let record = world.apply(&plan, RUN);
    assert_eq!(world.cloud.uploads.len(), 3);
    let StepState::Failed { why } = &record.steps[0].state else {
        panic!("{:?}", states(&record))
    };
    assert_eq!(why.id, "run-answer-disagrees");
    assert_eq!(record.steps[1].state, StepState::Skipped);
}

#[test]
fn g5_stop_ends_a_long_wait_after_one_more_read_and_says_that_it_may_be_under_way() {
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    world.stops_at = Some(|progress| matches!(progress.steps[1].state, StepState::Proving { tries: 3.., .. }));
    let record = world.apply(&import(), RUN);
    assert!(
        matches!(record.steps[1].state, StepState::NotYetShown { .. }),
        "{:?}",
        states(&record)
    );
    let (at, requests) = world.stopped.unwrap();
    assert!(world.now - at < 1000, "{} ms", world.now - at);
    assert_eq!(record.header.requests - requests, 1);
    assert_eq!(world.shown.last().unwrap().phase, Phase::Ended);
    assert_eq!(world.asked, 0);
}

#[test]
fn g5_patience_has_an_end() {
    let mut plan = import();
    plan.steps[1].change.patience.as_mut().unwrap().millis = 60_000;
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    let before = world.now;
    let record = world.apply(&plan, RUN);
    assert!(
        matches!(record.steps[1].state, StepState::NotYetShown { .. }),
        "{:?}",
        states(&record)
    );
    assert!(world.now - before < 10 * 60_000);
}

#[test]
fn g8_what_an_earlier_step_made_may_take_a_while_to_come_through() {
    let mut world = World::new();
    world.cloud.replicates = 3;
    let record = world.apply(&shown(), RUN);
    assert!(is_done(&record, "credential"), "{:?}", states(&record));
    assert_eq!((world.asked, world.cloud.keys.len()), (0, 1));
    let mut world = World::new();
    world.cloud.replicates = 100;
    world.apply(&shown(), RUN);
    assert_eq!(world.asked, 1, "not for ever");
}

#[test]
fn g8_a_form_that_was_loaded_anew_is_filled_in_again_before_it_is_sent() {
    let all = effects(&whole(), &[]);
    for at in 0..all {
        let mut world = World::new();
        world.navigates = vec![at];
        world.choices = vec![Choice::Retry; 2];
        let record = world.apply(&whole(), RUN);
        assert_whole(&world, &format!("loaded anew at {at}: {:?}", states(&record)));
        assert_eq!(world.cloud.keys.len(), 1);
    }
}
