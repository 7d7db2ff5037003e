//! Whose connection it is: another tenant’s is neither done, changed nor taken back, and other settings are left alone.

use super::*;

#[test]
fn s000_13_an_undo_on_the_page_stops_where_another_has_connected_since() {
    let tenant = Tenant::default();
    let run = tenant.run(tenant.plan(Wanted::Connect, false));
    let mut back = undo_plan(&run.record(), 0).unwrap();
    explain_undo(&mut back, Some(&tenant.observed(true)), Choices::default());
    tenant.of_another(9);
    tenant.pressed.borrow_mut().clear();
    let progress = tenant.apply(back);
    assert_ne!(progress.phase, Phase::Done, "{progress:?}");
    assert!(tenant.pressed.borrow().is_empty());
    assert_eq!(tenant.user.get(), 9);
}

#[test]
fn s000_09_a_page_that_names_what_salesforce_does_not_have_is_anothers_and_nothing_is_done_there() {
    // Signed in to a Salesforce sandbox without a connection; the page is about production.
    let tenant = Tenant::default();
    tenant.opened.set(3);
    tenant.access.set(true);
    tenant.switch.set(true);
    let names = |user: &str| format!("Connection details App Copilot for Sales connected app Integration user {user}");
    *tenant.details.borrow_mut() = Some(names("Copilot for Sales integration user"));
    let refused = |tenant: &Tenant, is_connected: bool, by_hand: bool| {
        let observed = tenant.observed(is_connected);
        assert!(observed.is_elsewhere());
        assert_eq!(offered(&observed), []);
        for wanted in [Wanted::Connect, Wanted::Reconnect, Wanted::TurnOff] {
            let wanted = Some(wanted);
            let plan = plan(&observed, Choices { wanted, by_hand }, 0);
            assert_eq!(plan, Err(PlanError::Elsewhere));
        }
    };
    refused(&tenant, false, false);
    refused(&tenant, false, true);
    tenant.switch.set(false);
    tenant.access.set(false);
    refused(&tenant, false, false);
    // Salesforce has a connection of other names.
    tenant.switch.set(true);
    tenant.access.set(true);
    *tenant.details.borrow_mut() = Some(names("M365 Copilot Sales integration user"));
    refused(&tenant, true, false);
    // Nor is it called connected: the one or the other is not this connection.
    let line = &readiness(&tenant.observed(true))[0];
    assert_eq!(
        (line.readiness, line.statement.id.as_ref()),
        (Readiness::Attention, "salesforce-state-elsewhere")
    );
    // Of the same names: as good as before.
    *tenant.details.borrow_mut() = None;
    tenant.user.set(1);
    assert!(!tenant.observed(true).is_elsewhere());
}

#[test]
fn g2_whose_settings_a_page_shows_it_does_not_tell_so_that_a_name_is_typed_for_a_sandbox_too() {
    let tenant = Tenant::default();
    let plan = tenant.plan(Wanted::Connect, false);
    assert_eq!(plan.targets[0].kind, EnvironmentKind::Sandbox);
    assert_eq!(plan.names_to_type(), [FRAME]);
    assert_eq!(
        tenant.plan(Wanted::Connect, true).names_to_type(),
        [""; 0],
        "by hand there is no page among the targets"
    );
}

#[test]
fn s000_13_a_connection_where_the_page_has_access_off_is_suspected_to_be_anothers() {
    let tenant = Tenant::default();
    tenant.opened.set(3);
    tenant.user.set(1);
    let observed = tenant.observed(true);
    assert_eq!(observed.page.shown().unwrap().access, Some(false));
    assert_eq!(
        (observed.state(), observed.is_off_on_page()),
        (Some(State::SecondTenant), true)
    );
    assert_eq!(offered(&observed), []);
    let choices = Choices {
        wanted: Some(Wanted::TurnOff),
        by_hand: true,
    };
    assert_eq!(plan(&observed, choices, 0), Err(PlanError::PageOff));
    assert_eq!(readiness(&observed)[0].readiness, Readiness::Blocked);
    // A switch that is not saved tells nothing yet.
    tenant.access.set(true);
    let observed = tenant.observed(true);
    assert_eq!(
        (observed.state(), observed.is_off_on_page()),
        (Some(State::Connected), false)
    );
}

#[test]
fn s000_13_what_another_tenant_did_since_the_reading_is_found_before_anything_is_pressed() {
    // (a) It connects after the plan is made, then while the way to the switch is gone.
    let tenant = Tenant::default();
    let plan = tenant.plan(Wanted::Connect, false);
    tenant.of_another(9);
    let progress = tenant.apply(plan);
    assert!(tenant.pressed.borrow().is_empty(), "{:?}", tenant.pressed.borrow());
    assert!(is_conflict(&progress, 0), "{progress:?}");

    for (at, on) in [(at::SALESFORCE, false), (at::ACCESS, true)] {
        let tenant = Tenant::default();
        tenant.meanwhile.set(Some(at));
        let run = tenant.run(tenant.plan(Wanted::Connect, false));
        assert_eq!(tenant.switch.get(), on, "{at}");
        assert!(
            !tenant.access.get(),
            "nothing is saved after {at}: {:?}",
            run.progress()
        );
        let way_back = undo_plan(&run.record(), 0);
        assert!(
            way_back.is_err(),
            "another's connection is nothing to take back: {way_back:?}"
        );
    }

    // (b) It has made the connection anew, or turned it off, since it was read.
    for wanted in [Wanted::Reconnect, Wanted::TurnOff] {
        for by_hand in [false, true] {
            for user in [9, 0] {
                let tenant = Tenant::default();
                tenant.apply(tenant.plan(Wanted::Connect, false));
                let plan = tenant.plan(wanted, by_hand);
                tenant.pressed.borrow_mut().clear();
                tenant.of_another(user);
                let progress = tenant.apply(plan);
                assert!(tenant.pressed.borrow().is_empty(), "{:?}", tenant.pressed.borrow());
                assert!(is_conflict(&progress, 0), "{progress:?}");
            }
        }
    }
}

#[test]
fn g6_only_the_connection_this_run_made_is_turned_off_again() {
    let tenant = Tenant::default();
    tenant.is_quick.set(true);
    let run = tenant.run(tenant.plan(Wanted::Connect, false));
    let back = undo_plan(&run.record(), 0).unwrap();
    tenant.of_another(9);
    let progress = tenant.apply(back.clone());
    assert!(is_conflict(&progress, 0), "{progress:?}");
    // Turned off by somebody else is not undone either.
    tenant.of_another(0);
    let progress = tenant.apply(back);
    assert!(is_conflict(&progress, 0), "{progress:?}");
}

#[test]
fn s000_13_by_hand_too_another_tenants_connection_is_neither_done_nor_an_undo() {
    // It connects before what was planned by hand is applied.
    let tenant = Tenant::default();
    let plan = tenant.plan(Wanted::Connect, true);
    assert_eq!(ids(&plan), ["users:still", "access:on"]);
    tenant.of_another(9);
    let run = tenant.run(plan);
    assert!(is_conflict(&run.progress(), 0), "{:?}", run.progress());
    assert_eq!(run.progress().steps[1].state, StepState::Skipped);
    assert!(undo_plan(&run.record(), 0).is_err());

    // It connects after access was turned off, which is then taken back.
    let tenant = Tenant::default();
    tenant.apply(tenant.plan(Wanted::Connect, false));
    let run = tenant.run(tenant.plan(Wanted::TurnOff, false));
    assert_eq!(run.progress().phase, Phase::Done);
    let back = undo_plan(&run.record(), 0).unwrap();
    assert_eq!(ids(&back), ["undo:access:off"]);
    tenant.of_another(9);
    let undo = tenant.run(back);
    assert!(is_conflict(&undo.progress(), 0), "{:?}", undo.progress());
    assert_eq!(undo.progress().phase, Phase::Ended);
}

#[test]
fn s000_05_only_what_stands_under_the_name_salesforce_is_looked_at_and_pressed() {
    for id in [at::ACCESS, at::RECONNECT, at::DETAILS] {
        let locator = latchkey::portal::locators::find(id).unwrap();
        assert_eq!(locator.titled, ["Salesforce"], "{id}");
        assert!(locator.within.is_some(), "{id}");
    }
    // Another source's settings are open: the way leads to Salesforce's all the same.
    let tenant = Tenant::default();
    tenant.opened.set(2);
    for (wanted, access) in [
        (Wanted::Connect, false),
        (Wanted::TurnOff, true),
        (Wanted::Reconnect, true),
    ] {
        tenant.user.set(u32::from(access));
        let plan = tenant.plan(wanted, false);
        let (first, _) = &plan.presses()[0];
        assert_eq!(first, at::SALESFORCE, "{wanted:?}");
    }
    // They come into sight with the switch set: nothing is saved.
    let tenant = Tenant::default();
    tenant.seen.set(Some(2));
    let progress = tenant.apply(tenant.plan(Wanted::Connect, false));
    assert!(tenant.switch.get() && !tenant.access.get());
    assert!(
        !tenant.pressed.borrow().contains(&at::UNSAVED.to_owned()),
        "{progress:?}"
    );
}

#[test]
fn s000_10_where_salesforce_has_nothing_the_page_is_acted_on_only_where_it_says_that_it_failed() {
    let tenant = Tenant::default();
    tenant.opened.set(3);
    tenant.access.set(true);
    tenant.switch.set(true);
    let wants = |by_hand| Choices {
        wanted: Some(Wanted::TurnOff),
        by_hand,
    };
    // It may be about another organization.
    let observed = tenant.observed(false);
    assert!(observed.is_on_unmade() && !observed.has_failed());
    assert_eq!(offered(&observed), []);
    for wanted in [Wanted::Connect, Wanted::Reconnect, Wanted::TurnOff] {
        let choices = Choices {
            wanted: Some(wanted),
            by_hand: false,
        };
        assert_eq!(plan(&observed, choices, 0), Err(PlanError::OnUnmade));
    }
    assert!(readiness(&observed)[0].evidence.is_some(), "why nothing is offered");
    // The page says so: it is turned off there, which nothing in Salesforce is taken to show.
    tenant.refuses.set(true);
    *tenant.alert.borrow_mut() = Some("A connection already exists.".to_owned());
    let observed = tenant.observed(false);
    assert_eq!(offered(&observed), [Wanted::Reconnect, Wanted::TurnOff]);
    assert_eq!(plan(&observed, wants(true), 0), Err(PlanError::OnUnmade));
    let plan = plan(&observed, wants(false), 0).unwrap();
    assert_eq!(
        ids(&plan),
        [
            "users:still",
            "page:unsaved",
            "page:access",
            "page:switched",
            "page:save"
        ]
    );
    tenant.refuses.set(false);
    let run = tenant.run(plan);
    assert_eq!(run.progress().phase, Phase::Done, "{:?}", run.progress());
    assert!(!tenant.access.get());
    assert!(undo_plan(&run.record(), 0).is_err(), "there was nothing to bring back");
}

#[test]
fn g10_an_answer_that_is_not_whole_or_contradicts_itself_is_not_taken_for_no_user() {
    let row = json!({"Id": "005xx0000000009AAA"});
    for none in [
        json!({"totalSize": 0, "done": false, "records": []}),
        json!({"totalSize": 0, "done": true, "records": [row]}),
    ] {
        let tenant = Tenant::default();
        let plan = tenant.plan(Wanted::Connect, false);
        *tenant.none.borrow_mut() = Some(none.clone());
        let progress = tenant.apply(plan);
        assert!(tenant.pressed.borrow().is_empty(), "{none}: {progress:?}");
        let is_done = matches!(progress.steps[0].state, StepState::Done { .. });
        assert!(!is_done, "{none}");
    }
}

#[test]
fn s000_13_after_a_pause_salesforce_is_looked_at_again_before_anything_more_is_pressed() {
    let tenant = Tenant::default();
    let is_paused = Cell::new(false);
    let run = tenant.driven(tenant.plan(Wanted::Connect, false), |handle, progress| {
        match progress.phase {
            Phase::Paused => {
                tenant.of_another(9);
                handle.tell(Command::GoOn);
            }
            Phase::Asking { .. } => handle.tell(Command::Choose(Choice::Leave)),
            _ if tenant.opened.get() == 3 && !is_paused.replace(true) => handle.tell(Command::Pause),
            _ => {}
        }
    });
    assert!(is_paused.get() && !tenant.switch.get());
    assert!(is_conflict(&run.progress(), 0), "{:?}", run.progress());
}

#[test]
fn s000_04_settings_in_sight_more_than_once_are_acted_on_nowhere() {
    let tenant = Tenant::default();
    tenant.several.set(true);
    let observed = tenant.observed(false);
    assert_eq!(observed.page, SettingsPage::Several);
    assert!(tenant.plan(Wanted::Connect, false).presses().is_empty(), "by hand");
    // A second one that comes into sight during a run stops it.
    tenant.several.set(false);
    let plan = tenant.plan(Wanted::Connect, false);
    tenant.several.set(true);
    let held = RefCell::new(None);
    tenant.driven(plan, |handle, progress| {
        if let Phase::Held { why } = &progress.phase {
            *held.borrow_mut() = Some(why.clone());
            handle.tell(Command::Cancel);
        }
    });
    assert_eq!(held.take().unwrap().id, "run-many-pages");
    assert!(tenant.pressed.borrow().is_empty());
}
