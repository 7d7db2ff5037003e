//! **Save**: what is saved with it, what went with its page, and what is told of it.

use super::*;

#[test]
fn s000_07_what_else_is_not_saved_on_the_page_is_not_saved_with_the_switch() {
    let tenant = Tenant::default();
    let plan_made = tenant.plan(Wanted::Connect, false);
    tenant.other_change.set(true);
    let observed = tenant.observed(false);
    let choices = |by_hand| Choices {
        wanted: Some(Wanted::Connect),
        by_hand,
    };
    assert_eq!(plan(&observed, choices(false), 0), Err(PlanError::Unsaved));
    assert!(plan(&observed, choices(true), 0).is_ok(), "by hand the admin sees it");
    // Changed since the plan was made.
    let progress = tenant.apply(plan_made);
    assert!(is_conflict(&progress, 1), "{progress:?}");
    assert!(tenant.pressed.borrow().is_empty());
}

/// A page that is loaded anew under Save: before it took it, or right after.
struct Reloads<'a> {
    tenant: &'a Tenant,
    /// How often before it took it.
    loses: Cell<u32>,
}

impl World for Reloads<'_> {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        self.tenant.send(target, request)
    }
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        World::page_read(self.tenant, locator)
    }
    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        if locator != at::UNSAVED {
            return self.tenant.page_press(locator, act);
        }
        match self.loses.get().checked_sub(1) {
            Some(left) => {
                self.tenant.pressed.borrow_mut().push(locator.to_owned());
                self.loses.set(left);
            }
            None => self.tenant.act(locator, act),
        }
        self.tenant.opened.set(0);
        self.tenant.switch.set(self.tenant.access.get());
        Box::pin(async { Err(TransportError::PageGone) })
    }
    fn grant(&self, _: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        Box::pin(async { Ok(()) })
    }
    fn guide(&self, _: Option<&str>) {}
    fn journal(&self) -> &dyn JournalStore {
        &self.tenant.journal
    }
    fn now(&self) -> Millis {
        self.tenant.now.get()
    }
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        World::sleep(self.tenant, millis)
    }
}

impl Reloads<'_> {
    /// What comes of connecting; asked about a step, the run is told this.
    fn connected(&self, asked: impl Fn(&str) -> Choice) -> Progress {
        let plan = self.tenant.plan(Wanted::Connect, false);
        let run = self.tenant.driven_in(self, plan, |handle, progress| {
            if let Phase::Asking { step } = &progress.phase {
                handle.tell(Command::Choose(asked(step)));
            }
        });
        run.progress()
    }

    fn saves(&self) -> usize {
        let pressed = self.tenant.pressed.borrow();
        pressed.iter().filter(|locator| *locator == at::UNSAVED).count()
    }
}

fn is_done(progress: &Progress, id: &str) -> bool {
    let mut steps = progress.steps.iter();
    steps.any(|step| step.id == id && matches!(step.state, StepState::Done { .. }))
}

/// No Save button is in sight on the page that follows, since nothing is unsaved there: that is no proof that it was saved.
#[test]
fn g5_a_save_that_went_with_its_page_is_not_done() {
    for loses in [1, 2] {
        let tenant = Tenant::default();
        let loses = Cell::new(loses);
        let world = Reloads { tenant: &tenant, loses };
        let saves = world.loses.get() as usize + 1;
        let progress = world.connected(|_| Choice::Leave);
        assert_eq!(progress.phase, Phase::Done, "{progress:?}");
        assert!(tenant.access.get(), "the switch was set and saved once more");
        assert_eq!(world.saves(), saves);
    }
    // One that never takes it is not pressed for ever, and not called saved.
    let tenant = Tenant::default();
    let loses = Cell::new(u32::MAX);
    let world = Reloads { tenant: &tenant, loses };
    let asked = RefCell::new(Vec::new());
    let progress = world.connected(|step| {
        asked.borrow_mut().push(step.to_owned());
        Choice::Leave
    });
    assert!(!tenant.access.get() && !is_done(&progress, "page:save"), "{progress:?}");
    assert_eq!(*asked.borrow(), ["page:save"]);
    assert!(world.saves() < 6, "{}", world.saves());
}

#[test]
fn g5_a_page_that_is_loaded_anew_once_it_has_saved_shows_by_its_switch_that_it_did() {
    let tenant = Tenant::default();
    let loses = Cell::new(0);
    let world = Reloads { tenant: &tenant, loses };
    let progress = world.connected(|step| panic!("asks about {step}"));
    assert_eq!(progress.phase, Phase::Done, "{progress:?}");
    assert_eq!(world.saves(), 1);

    // Opened by the admin beforehand, nothing in the plan leads to the switch again: the admin is asked to open it.
    let tenant = Tenant::default();
    tenant.opened.set(3);
    let loses = Cell::new(0);
    let world = Reloads { tenant: &tenant, loses };
    let progress = world.connected(|step| {
        assert_eq!(step, "page:access");
        tenant.opened.set(3);
        Choice::Retry
    });
    assert_eq!(progress.phase, Phase::Done, "{progress:?}");
    assert_eq!(world.saves(), 1);
}

/// What the admin changes on the page while the run is paused between the switch and Save is saved with it.
#[test]
fn s000_07_what_else_was_changed_during_a_pause_is_not_saved_with_the_switch() {
    let tenant = Tenant::default();
    let plan = tenant.plan(Wanted::Connect, false);
    let switch = plan.steps.iter().position(|step| step.id == "page:access").unwrap();
    let paused = Cell::new(false);
    let run = tenant.driven(plan, |handle, progress| match progress.phase {
        Phase::Paused => {
            tenant.other_change.set(true);
            handle.tell(Command::GoOn);
        }
        Phase::Asking { .. } => handle.tell(Command::Choose(Choice::Leave)),
        Phase::Held { .. } | Phase::WaitingForAdmin { .. } => {
            handle.tell(Command::Cancel);
            handle.tell(Command::Cancel);
        }
        _ => {
            let is_set = matches!(progress.steps[switch].state, StepState::Done { .. });
            if is_set && !paused.replace(true) {
                handle.tell(Command::Pause);
            }
        }
    });
    assert!(
        !tenant.pressed.borrow().contains(&at::UNSAVED.to_owned()),
        "the admin's own change was saved: {:?}",
        run.progress()
    );
}

#[test]
fn s000_07_after_a_pause_save_is_pressed_once_the_admin_says_so() {
    for pauses in [false, true] {
        let tenant = Tenant::default();
        let plan = tenant.plan(Wanted::Connect, false);
        let (paused, asked) = (Cell::new(!pauses), Cell::new(0));
        let progress = tenant.driven(plan, |handle, progress| match &progress.phase {
            Phase::Paused => handle.tell(Command::GoOn),
            Phase::Asking { step } => {
                assert_eq!(step, "page:save");
                assert!(why(progress).contains("run-rested"), "{progress:?}");
                asked.set(asked.get() + 1);
                handle.tell(Command::Choose(Choice::Retry));
            }
            _ if is_done(progress, "page:access") && !paused.replace(true) => handle.tell(Command::Pause),
            _ => {}
        });
        assert_eq!(progress.progress().phase, Phase::Done);
        assert_eq!(asked.get(), u32::from(pauses), "and in no other run");
        assert!(tenant.access.get());
    }
}

/// The page saves the switch by itself (S000-10); Stop right after it. The connection is being taken apart, and the run
/// says so.
#[test]
fn g5_a_switch_the_page_saved_by_itself_is_not_called_unsaved_after_stop() {
    let tenant = Tenant::default();
    tenant.apply(tenant.plan(Wanted::Connect, false));
    tenant.saves.set(true);
    let plan = tenant.plan(Wanted::TurnOff, false);
    let switch = plan.steps.iter().position(|step| step.id == "page:access").unwrap();
    let stopped = Cell::new(false);
    let run = tenant.driven(plan, |handle, progress| {
        let is_set = matches!(progress.steps[switch].state, StepState::Done { .. });
        if is_set && !stopped.replace(true) {
            handle.tell(Command::Cancel);
        }
        if matches!(progress.phase, Phase::Asking { .. }) {
            handle.tell(Command::Choose(Choice::Leave));
        }
    });
    let record = run.record();
    assert!(!tenant.access.get(), "the page has saved it");
    let state = &record
        .steps
        .iter()
        .find(|step| step.step == "page:access")
        .unwrap()
        .state;
    assert!(matches!(state, StepState::Done { already: false, .. }), "{state:?}");
}

/// The record that is kept and handed on says what the panel says: not saved.
#[test]
fn g12_the_evidence_of_a_run_does_not_call_done_what_was_not_saved() {
    let tenant = Tenant::default();
    let plan = tenant.plan(Wanted::Connect, false);
    let switch = plan.steps.iter().position(|step| step.id == "page:access").unwrap();
    let run = tenant.driven(plan, |handle, progress| {
        if matches!(progress.steps[switch].state, StepState::Done { .. }) {
            handle.tell(Command::Cancel);
        }
    });
    let record = run.record();
    assert!(!tenant.access.get());
    assert_eq!(can_take_back(&record).0, 0);
    let told = &latchkey::plan::evidence::evidence(&record).steps[switch];
    assert!(matches!(told.outcome, StepState::Unsaved { .. }), "{:?}", told.outcome);
    let shown = &run.progress().steps[switch].state;
    assert_eq!(*shown, told.outcome, "the panel says the same");
}
