//! What the page refuses is told in its own words and tried again when the admin says so; what was left to the admin is not
//! told as not done.

use super::*;

#[test]
fn s000_20_to_s000_22_the_pages_error_ends_the_wait_in_its_own_words_and_reconnect_is_offered() {
    let tenant = Tenant::default();
    tenant.refuses.set(true);
    let began = tenant.now.get();
    let progress = tenant.apply(tenant.plan(Wanted::Connect, false));
    assert_eq!(progress.phase, Phase::Ended);
    assert!(why(&progress).contains("A connection already exists"), "{progress:?}");
    assert!(tenant.now.get() - began < 60_000, "long before the wait is over");
    let observed = tenant.observed(false);
    assert_eq!(observed.page.shown().unwrap().alerts.len(), 1);
    assert_eq!(offered(&observed), [Wanted::Reconnect, Wanted::TurnOff]);

    // The page's error of before does not end what Reconnect begins.
    let plan = tenant.plan(Wanted::Reconnect, false);
    tenant.refuses.set(false);
    assert_eq!(ids(&plan), ["users:still", "page:unsaved", "access:again"]);
    assert_eq!(plan.steps[2].risk, Risk::Disruptive);
    // It is done on the page and shows in Salesforce: both are written to.
    assert!(plan.targets.len() == 2 && plan.targets.iter().all(|target| plan.acts_on(target)));
    let mut in_production = plan.clone();
    in_production.targets[0].kind = EnvironmentKind::Production;
    assert_eq!(in_production.names_to_type(), ["Contoso"]);
    let progress = tenant.apply(plan);
    assert_eq!(progress.phase, Phase::Done, "{progress:?}");
    assert!(tenant.user.get() > 0);
}

#[test]
fn s000_21_a_save_the_page_refuses_ends_in_the_pages_words_and_trying_again_presses_it_again() {
    let tenant = Tenant::default();
    tenant.does_not_save.set(true);
    let plan = tenant.plan(Wanted::Connect, false);
    let save = plan.steps.iter().position(|step| step.id == "page:save").unwrap();
    let said = RefCell::new(Vec::new());
    let run = tenant.driven(plan, |handle, progress| {
        if let Phase::Asking { .. } = progress.phase {
            said.borrow_mut().push(why(progress));
            // Whatever was wrong is put right the third time.
            tenant.does_not_save.set(said.borrow().len() < 2);
            let is_enough = said.borrow().len() > 2;
            handle.tell(Command::Choose(if is_enough { Choice::Leave } else { Choice::Retry }));
        }
    });
    assert_eq!(run.progress().phase, Phase::Done, "{:?}", run.progress());
    assert!(matches!(
        run.progress().steps[save].state,
        StepState::Done { already: false, .. }
    ));
    assert_eq!(said.borrow().len(), 2);
    assert!(
        said.borrow().iter().all(|why| why.contains("Something went wrong.")),
        "{said:?}"
    );
    let pressed = tenant.pressed.borrow();
    assert_eq!(pressed.iter().filter(|locator| *locator == at::UNSAVED).count(), 3);
}

#[test]
fn s000_22_a_reconnect_the_page_refused_is_pressed_again_once_the_admin_says_so() {
    let tenant = Tenant::default();
    tenant.apply(tenant.plan(Wanted::Connect, false));
    tenant.refuses.set(true);
    let run = tenant.driven(tenant.plan(Wanted::Reconnect, false), |handle, progress| {
        if let Phase::Asking { .. } = progress.phase {
            let is_first = tenant.refuses.replace(false);
            // What it said of the first try stays for a minute.
            tenant.lingers.set(60_000);
            tenant.stays.set(tenant.now.get() + 60_000);
            handle.tell(Command::Choose(if is_first { Choice::Retry } else { Choice::Leave }));
        }
    });
    assert_eq!(run.progress().phase, Phase::Done, "{:?}", run.progress());
    assert_eq!(tenant.user.get(), 2);
    let pressed = tenant.pressed.borrow();
    assert_eq!(pressed.iter().filter(|locator| *locator == at::RECONNECT).count(), 2);
}

#[test]
fn s000_22_a_refused_reconnect_whose_page_is_gone_is_not_waited_for_when_it_is_tried_again() {
    let tenant = Tenant::default();
    tenant.apply(tenant.plan(Wanted::Connect, false));
    tenant.refuses.set(true);
    let plan = tenant.plan(Wanted::Reconnect, false);
    let asked = Cell::new(0);
    let began = tenant.now.get();
    let run = tenant.driven(plan, |handle, progress| {
        if let Phase::Asking { .. } = progress.phase {
            asked.set(asked.get() + 1);
            // The app is at its start again, where no error stands.
            tenant.refuses.set(false);
            tenant.opened.set(0);
            handle.tell(Command::Choose(if asked.get() == 1 {
                Choice::Retry
            } else {
                Choice::Leave
            }));
        }
    });
    assert_eq!(run.progress().phase, Phase::Ended);
    assert!(
        why(&run.progress()).contains("run-outcome-unknown"),
        "{:?}",
        run.progress()
    );
    assert!(tenant.now.get() - began < 5 * 60_000);
    assert_eq!(asked.get(), 2);
}

#[test]
fn s000_22_an_error_that_stood_there_before_reconnect_ends_it_only_if_it_is_said_again() {
    let began = |tenant: &Tenant| {
        tenant.refuses.set(true);
        tenant.apply(tenant.plan(Wanted::Connect, false));
        tenant.lingers.set(60_000);
        // What was saved stays, whatever was refused.
        tenant.user.set(1);
        tenant.made.set(1);
        tenant.plan(Wanted::Reconnect, false)
    };
    // It stays for a minute, while the product reconnects.
    let tenant = Tenant::default();
    let plan = began(&tenant);
    assert_eq!(
        plan.steps.last().unwrap().change.patience.as_ref().unwrap().stood.len(),
        1
    );
    tenant.refuses.set(false);
    tenant.stays.set(Millis::MAX);
    let progress = tenant.apply(plan);
    assert_eq!(progress.phase, Phase::Done, "{progress:?}");
    assert_eq!(tenant.user.get(), 2);

    // Refused in the same words, which never went: the wait ends with them.
    let tenant = Tenant::default();
    let plan = began(&tenant);
    let at = tenant.now.get();
    let progress = tenant.apply(plan);
    assert!(why(&progress).contains("A connection already exists"), "{progress:?}");
    assert!(tenant.now.get() - at >= 20 * 60_000, "not before the wait is over");

    // Refused in other words: at once.
    let tenant = Tenant::default();
    let mut plan = began(&tenant);
    for step in &mut plan.steps {
        if let Some(patience) = &mut step.change.patience {
            patience.stood = vec!["Further custom fields have been added.".to_owned()];
        }
    }
    let at = tenant.now.get();
    let progress = tenant.apply(plan);
    assert!(why(&progress).contains("A connection already exists"), "{progress:?}");
    assert!(tenant.now.get() - at < 60_000);
}

#[test]
fn s000_10_what_the_admin_may_have_done_by_hand_before_stop_is_not_told_as_not_done() {
    let stopped = || {
        let tenant = Tenant::default();
        tenant.apply(tenant.plan(Wanted::Connect, false));
        let run = tenant.driven(tenant.plan(Wanted::TurnOff, true), |handle, progress| {
            if matches!(progress.phase, Phase::WaitingForAdmin { .. }) {
                handle.tell(Command::Cancel);
            }
        });
        let progress = run.progress();
        assert_eq!(progress.phase, Phase::Ended);
        let off = progress.steps.iter().position(|step| step.id == "access:off").unwrap();
        assert!(
            matches!(progress.steps[off].state, StepState::NotYetShown { .. }),
            "{progress:?}"
        );
        assert!(is_unsettled(&run.record()));
        (tenant, run.record(), off)
    };
    let settled = |tenant: &Tenant, record: RunRecord| {
        let run = Run::settle(record).unwrap();
        block_on(drive(run, tenant, &Handle::new(), |_| {})).unwrap()
    };

    // They had: it shows a while later.
    let (tenant, record, off) = stopped();
    tenant.user.set(0);
    let run = settled(&tenant, record);
    assert!(
        matches!(run.progress().steps[off].state, StepState::Done { .. }),
        "{:?}",
        run.progress()
    );

    // They had not: that is said only once it would show.
    let (tenant, record, off) = stopped();
    let run = settled(&tenant, record);
    assert!(is_unsettled(&run.record()), "{:?}", run.progress());
    tenant.now.set(tenant.now.get() + 60 * 60_000);
    let run = settled(&tenant, run.record());
    assert!(!is_unsettled(&run.record()), "{:?}", run.progress());
    assert!(
        why(&run.progress()).contains("run-not-carried-out"),
        "{:?}",
        run.progress().steps[off]
    );
}
