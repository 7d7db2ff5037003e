//! Taking back: what has a way back, in which order, and what is said of the rest.

use super::*;

#[test]
fn g6_what_has_no_way_back_is_left_out_and_named() {
    let mut plan = two();
    plan.steps[1].undo = Undo::None {
        why: Text::new("test-one-way"),
    };
    let mut world = World::new(tenant(0));
    let record = world.apply(&plan, RUN);
    let undo = undo_plan(&record, 5).unwrap();
    assert_eq!(undo.steps.len(), 1);
    assert_eq!(undo.notes[0].id, "undo-left-no-way-back");
    assert_eq!(undo.undoes.as_deref(), Some(RUN));
    assert_eq!(
        world.history().runs[0].standing,
        Standing::UndoPossible { steps: 1, of: 2 }
    );
    world.apply(&undo, "u1");
    let past = world
        .history()
        .runs
        .into_iter()
        .find(|past| past.record.header.run_id == RUN)
        .unwrap();
    assert_eq!(past.standing, Standing::Undone { by: "u1".into() });
}

#[test]
fn g6_what_is_left_otherwise_than_it_was_is_said_so_and_not_promised_again() {
    let mut plan = two();
    plan.steps[1].delta = vec![Delta {
        label: Text::new("test-user"),
        from: Text::new("test-absent"),
        to: Text::new("test-there"),
    }];
    let back = plan.steps[1].undo.change().unwrap().clone();
    let left = Text::new("test-blocked");
    plan.steps[1].undo = Undo::Partly {
        change: Box::new(back),
        left: left.clone(),
    };
    let mut world = World::new(tenant(0));
    let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
    let back = &undo.steps[0];
    assert_eq!(
        (back.delta[0].from.id.as_ref(), &back.delta[0].to),
        ("test-there", &left)
    );
    assert_eq!(back.reason.id, "undo-reason-partly");
    assert_eq!(way_back(&plan.steps[1]), WayBack::Partly);
    // All of the run's changes are taken back, as far as they can be.
    let done = world.apply(&undo, "u1");
    assert!(
        done.steps
            .iter()
            .all(|step| matches!(step.state, StepState::Done { .. }))
    );
    assert_eq!(
        undo_plan(&world.record(RUN).unwrap(), 6),
        Err(CannotUndo::AlreadyUndone)
    );
    let again = undo_plan(&world.record("u1").unwrap(), 7).unwrap();
    assert_eq!((again.steps.len(), again.notes.len()), (1, 1));
    // A plan that is kept says the same.
    assert_eq!(Plan::from_json(&plan.to_json()).unwrap(), plan);
}

#[test]
fn g6_a_step_with_nothing_to_take_back_is_no_change_that_stays() {
    let mut plan = two();
    for step in &mut plan.steps {
        step.undo = Undo::Nothing {
            why: Text::new("test-reads"),
        };
    }
    let mut world = World::new(tenant(0));
    let record = world.apply(&plan, RUN);
    assert_eq!(undo_plan(&record, 5), Err(CannotUndo::NothingChanged));
    assert_eq!(world.history().runs[0].standing, Standing::NothingChanged);
    assert_eq!(stays(plan.steps.iter()), []);
    assert_eq!(way_back(&plan.steps[0]), WayBack::Nothing);
    // What is filled in on a page is gone with the page; what is pressed there is no filling in.
    let act = |act| Action::Page {
        locator: "page".to_owned(),
        act,
    };
    plan.steps[0].change.action = act(PageAct::Fill { text: "a".to_owned() });
    assert_eq!(way_back(&plan.steps[0]), WayBack::Unsaved);
    plan.steps[0].change.action = act(PageAct::Press);
    assert_eq!(way_back(&plan.steps[0]), WayBack::Nothing);
}

#[test]
fn g6_how_much_can_be_taken_back_is_told_by_the_way_back() {
    let plan = two();
    let step = &plan.steps[0];
    assert_eq!(way_back(step), WayBack::Whole);
    let mut one_way = step.clone();
    one_way.undo = Undo::None {
        why: Text::new("test-one-way"),
    };
    assert_eq!(way_back(&one_way), WayBack::None);
    assert_eq!(
        stays([step, &one_way].into_iter()),
        [(&one_way, Some(&Text::new("test-one-way")))]
    );
    let mut lasting = step.clone();
    lasting.risk = Risk::Irreversible;
    assert_eq!(way_back(&lasting), WayBack::Partly);
    // Taking back what removed a secret makes another secret.
    let mut removes = step.clone();
    let mut makes = removes.undo.change().unwrap().clone();
    let Action::Http(write) = &mut makes.action else {
        panic!()
    };
    write.takes = vec![Take {
        slot: "key".to_owned(),
        pointer: "/keyId".to_owned(),
    }];
    removes.undo = Undo::Change(Box::new(makes));
    assert_eq!(way_back(&removes), WayBack::Partly);
}

#[test]
fn g6_steps_are_taken_back_in_reverse_with_their_needs_turned_round() {
    let mut plan = two();
    plan.steps[1].needs = vec![plan.steps[0].id.clone()];
    let mut world = World::new(tenant(0));
    let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
    assert_eq!(undo.steps[0].id, format!("undo:{RIGHT:?}"));
    assert_eq!(undo.steps[1].needs, vec![undo.steps[0].id.clone()]);
}

#[test]
fn g6_what_publishes_is_taken_back_after_what_it_published_both_ways() {
    let mut plan = two();
    plan.steps[1].needs = vec![plan.steps[0].id.clone()];
    let Undo::Change(change) = plan.steps[1].undo.clone() else {
        panic!()
    };
    plan.steps[1].undo = Undo::After(change);
    let ids: Vec<String> = plan.steps.iter().map(|step| step.id.clone()).collect();
    let mut world = World::new(tenant(0));
    let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
    let publishing = undo.step(&format!("undo:{}", ids[1])).unwrap();
    assert_eq!(publishing.needs, [format!("undo:{}", ids[0])]);
    assert!(undo.step(&format!("undo:{}", ids[0])).unwrap().needs.is_empty());
    let again = undo_plan(&world.apply(&undo, "u1"), 6).unwrap();
    assert_eq!(again.step(&ids[1]).unwrap().needs, [ids[0].clone()]);
}

#[test]
fn g6_what_one_request_did_is_taken_back_part_by_part_and_is_back_with_the_last_of_them() {
    let mut plan = two();
    let (second, mut first) = (plan.steps.remove(1), plan.steps.remove(0));
    let Undo::Change(back) = first.undo.clone() else {
        panic!()
    };
    let Undo::Change(second_back) = second.undo.clone() else {
        panic!()
    };
    let part = |id: &str, back: Change, again: Change| Part {
        id: id.to_owned(),
        title: Text::new("test-part"),
        delta: vec![],
        back,
        again,
    };
    // The second part is not as the run left it: somebody has taken it since.
    first.undo = Undo::Each(vec![
        part("a", *back, first.change.clone()),
        part("b", *second_back, second.change),
    ]);
    plan.steps.push(first);
    let step = plan.steps[0].id.clone();
    let mut world = World::new(tenant(0));
    let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
    let ids: Vec<&str> = undo.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(ids, [format!("undo:{step}/b"), format!("undo:{step}/a")]);
    let mut only_a = undo.clone();
    only_a.steps.remove(0);
    world.apply(&only_a, "u1");
    let of = |world: &World, id: &str| {
        let mut runs = world.history().runs.into_iter();
        runs.find(|past| past.record.header.run_id == id).unwrap()
    };
    assert_eq!(of(&world, RUN).standing, Standing::UndoPossible { steps: 1, of: 1 });
    let rest = undo_plan(&of(&world, RUN).record, 6).unwrap();
    assert_eq!(rest.steps.len(), 1);
    // It is so already, so it is back.
    world.apply(&rest, "u2");
    assert_eq!(undo_plan(&of(&world, RUN).record, 7), Err(CannotUndo::AlreadyUndone));
    let again = undo_plan(&of(&world, "u1").record, 8).unwrap();
    assert_eq!(again.steps[0].id, format!("{step}/a"));
}

#[test]
fn g6_an_interrupted_run_is_settled_before_it_is_undone() {
    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Killed { carried_out: true })];
    let plan = two();
    let run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
    assert!(world.until_killed(run).is_none());
    assert_eq!(world.history().runs[0].standing, Standing::Interrupted);
    assert_eq!(undo_plan(&world.record(RUN).unwrap(), 5), Err(CannotUndo::NotOver));
    let record = world.settle(RUN);
    assert!(matches!(state(&record, 0), StepState::Done { already: false, .. }));
    assert_eq!(undo_plan(&record, 5).unwrap().steps.len(), 1);
    assert_eq!(world.tenant.cells[&RIGHT], Value::Null);
}
