//! A run killed, cut off or taken back at every instant: it still ends whole, and nothing is made twice.

use latchkey::http::ANSWER_LIMIT;

use super::*;

#[test]
fn g8_killed_at_every_instant_the_plan_still_ends_whole_and_nothing_is_made_twice() {
    let all = effects(&whole(), &[]);
    assert!(all > 25, "{all}");
    for at in 0..all {
        for carried_out in [false, true] {
            for reloads in [false, true] {
                let mut world = World::new();
                world.kills = vec![Kill { at, carried_out }];
                world.reloads = reloads;
                world.choices = vec![Choice::Retry; 3];
                let record = world.apply(&whole(), RUN);
                let told = format!(
                    "killed at {at}, carried out: {carried_out}, page gone: {reloads}: {:?}",
                    states(&record)
                );
                assert!(world.lives == 2, "{told}");
                assert_whole(&world, &told);
                for secret in (0..9).map(|number| format!("S3cret\"{number}+/")) {
                    assert_secret(&world, &secret);
                }
            }
        }
    }
}

#[test]
fn g8_killed_twice_it_still_ends_whole() {
    let all = effects(&whole(), &[]);
    for first in (0..all).step_by(2) {
        for second in (first + 1..all + 25).step_by(5) {
            let mut world = World::new();
            world.kills = [first, second]
                .map(|at| Kill {
                    at,
                    carried_out: at % 3 != 0,
                })
                .to_vec();
            world.reloads = second % 2 == 0;
            world.choices = vec![Choice::Retry; 5];
            let record = world.apply(&whole(), RUN);
            assert_whole(
                &world,
                &format!("killed at {first} and {second}: {:?}", states(&record)),
            );
        }
    }
}

#[test]
fn g8_an_answer_that_is_lost_is_settled_by_the_proof_and_never_repeated_blindly() {
    let all = effects(&whole(), &[]);
    for at in 0..all {
        for carried_out in [false, true] {
            let mut world = World::new();
            world.lost = vec![Kill { at, carried_out }];
            world.choices = vec![Choice::Retry; 3];
            let record = world.apply(&whole(), RUN);
            assert_whole(
                &world,
                &format!("lost at {at}, carried out: {carried_out}: {:?}", states(&record)),
            );
        }
    }
}

#[test]
fn g6_killed_at_every_instant_what_was_done_can_be_settled_and_taken_back() {
    let plan = shown();
    let all = effects(&plan, &[]);
    for at in 0..all {
        for carried_out in [false, true] {
            let mut world = World::new();
            world.kills = vec![Kill { at, carried_out }];
            let told = format!("killed at {at}, carried out: {carried_out}");
            assert!(world.until_killed(begin(&plan, RUN)).is_none(), "{told}");
            if world.record(RUN).is_none() {
                assert!(world.cloud.apps.is_empty(), "{told}");
                continue;
            }
            // What was on its way can no longer land.
            world.now += ANSWER_LIMIT;
            let record = world.settle(RUN);
            match undo_plan(&record, 5) {
                Ok(undo) => {
                    let undone = world.apply(&undo, "u1");
                    assert!(
                        undone.steps.iter().all(|step| is_done(&undone, &step.step)),
                        "{told}: {undone:?}"
                    );
                }
                Err(why) => assert!(world.cloud.apps.is_empty(), "{told}: {why}"),
            }
            assert!(
                world.cloud.apps.is_empty() && world.cloud.keys.is_empty(),
                "{told}: {:?}",
                world.cloud
            );
        }
    }
}

#[test]
fn g8_an_undo_killed_at_every_instant_is_taken_up_again_with_what_was_found_and_ends_whole() {
    for plan in [shown(), ordered()] {
        let done = |kills: Vec<Kill>, reloads: bool| {
            let mut world = World::new();
            let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
            let begun = world.effects;
            world.kills = kills
                .into_iter()
                .map(|kill| Kill {
                    at: kill.at + begun,
                    ..kill
                })
                .collect();
            world.reloads = reloads;
            world.choices = vec![Choice::Retry; 3];
            let undone = world.apply(&undo, "u1");
            (world, undone, begun)
        };
        let (world, _, begun) = done(vec![], false);
        let all = world.effects - begun;
        assert!(all > 10, "{all}");
        for at in 0..all {
            for (carried_out, reloads) in [(false, false), (false, true), (true, false), (true, true)] {
                let (world, undone, _) = done(vec![Kill { at, carried_out }], reloads);
                let told = format!("killed at {at}, carried out: {carried_out}, page gone: {reloads}");
                assert_eq!(world.lives, 3, "{told}");
                assert!(
                    undone.steps.iter().all(|step| is_done(&undone, &step.step)),
                    "{told}: {:?}",
                    states(&undone)
                );
                let form = world.cloud.form.get("form.name").map_or("", String::as_str);
                assert!(
                    world.cloud.apps.is_empty() && world.cloud.keys.is_empty() && form.is_empty(),
                    "{told}: {:?}",
                    world.cloud
                );
                // In the order of the way back: the form first, then what it named.
                let at = |step: &str| undone.steps.iter().find(|one| one.step == step).unwrap().recorded_at;
                if plan.step("form.name").is_some() {
                    assert!(at("undo:form.name") < at("undo:app"), "{told}");
                }
            }
        }
    }
}

#[test]
fn g6_taking_back_speaks_of_what_was_found_and_taking_that_back_finds_anew() {
    let mut world = World::new();
    let record = world.apply(&shown(), RUN);
    let (app, key) = (world.cloud.apps[0].0.clone(), world.cloud.keys[0].0.clone());
    let undo = undo_plan(&record, 5).unwrap();
    let known = |plan: &Plan, id: &str| plan.slots.iter().find(|slot| slot.id == id).unwrap().kind.clone();
    let id_of = |value: &str| SlotKind::Known {
        value: value.to_owned(),
        shape: Shape::Guid,
    };
    assert_eq!(known(&undo, "app"), id_of(&app));
    assert_eq!(known(&undo, "key"), id_of(&key));
    assert_eq!(Plan::from_json(&undo.to_json()).unwrap(), undo);
    let undone = world.apply(&undo, "u1");
    assert!(world.cloud.apps.is_empty());
    let redo = undo_plan(&undone, 6).unwrap();
    assert_eq!(known(&redo, "app"), SlotKind::Found(Shape::Guid));
    let redone = world.apply(&redo, "u2");
    assert_eq!(world.cloud.apps.len(), 1);
    assert_ne!(world.cloud.apps[0].0, app);
    assert_eq!(world.seen.last(), world.cloud.keys.last().map(|key| &key.3));
    world.apply(&undo_plan(&redone, 7).unwrap(), "u3");
    assert!(world.cloud.apps.is_empty(), "the way back speaks of the first one");
}
