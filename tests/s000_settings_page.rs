//! The Sales agent's settings page driven by a plan (S000-04 to S000-12, S000-20 to S000-22): the way to the switch, saved
//! by a button or by the page itself, waited for in Salesforce, ended by the page's own error; without the page, guided.
#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

#[allow(dead_code, reason = "each test crate uses its own part")]
mod memory_journal;

use std::cell::{Cell, RefCell};

use latchkey::domain::organization::{EnvironmentKind, Organization, SignedInUser};
use latchkey::domain::reading::Reading;
use latchkey::domain::salesforce::connection::{App, Components, PermissionSet, State, User};
use latchkey::http::{LocalFuture, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{Command, Handle, JournalStore, World, drive};
use latchkey::plan::grants::Grants;
use latchkey::plan::history::is_unsettled;
use latchkey::plan::journal::RunRecord;
use latchkey::plan::model::{Action, PageAct, Plan, Risk, Service, Target, Undo};
use latchkey::plan::progress::{Phase, Progress, StepState};
use latchkey::plan::run::{Choice, Run};
use latchkey::plan::start::Approval;
use latchkey::plan::undo::{CannotUndo, can_take_back, undo_plan};
use latchkey::portal::sales_settings as at;
use latchkey::recipes::Readiness;
use latchkey::recipes::salesforce_connection::planning::offered;
use latchkey::recipes::salesforce_connection::settings_page::{Pages, SettingsPage};
use latchkey::recipes::salesforce_connection::{
    Choices, Observed, PlanError, Wanted, explain_undo, plan, read_page, readiness,
};
use memory_journal::{Journal, block_on};
use serde_json::{Value, json};

const FRAME: &str = "sales.latchkey-frame.test";
const USER: &str = "005xx0000000001AAA";

/// The page and Salesforce behind it: what is switched and saved shows there after a while.
#[derive(Default)]
struct Tenant {
    /// How far the page was opened: the app, Settings, Connectors, Salesforce.
    opened: Cell<usize>,
    /// How access was saved, and how the switch stands.
    access: Cell<bool>,
    switch: Cell<bool>,
    /// Whether the page saves the switch by itself.
    saves: Cell<bool>,
    /// What the page says went wrong, and whether it says so of the next connection.
    alert: RefCell<Option<String>>,
    refuses: Cell<bool>,
    /// Whether **Save** comes to nothing, as the page says.
    does_not_save: Cell<bool>,
    /// How long what it said before stays after a press, and until when it does.
    lingers: Cell<Millis>,
    stays: Cell<Millis>,
    /// Whether the page is gone.
    gone: Cell<bool>,
    /// Whether it is in sight more than once.
    several: Cell<bool>,
    /// What the page names under **Connection details**, whatever Salesforce has.
    details: RefCell<Option<String>>,
    /// Which user Salesforce has; which it will have, and when.
    user: Cell<u32>,
    coming: Cell<Option<(u32, Millis)>>,
    made: Cell<u32>,
    /// Whether it shows at once, and how often the user is found without its permission set at first.
    is_quick: Cell<bool>,
    bare: Cell<u32>,
    now: Cell<Millis>,
    pressed: RefCell<Vec<String>>,
    /// Whether the admin has changed something else on the page, and not saved it.
    other_change: Cell<bool>,
    /// How often the switch is still seen once it was pressed; then another data source's settings are open.
    seen: Cell<Option<u32>>,
    /// What Salesforce answers instead of that it has no row.
    none: RefCell<Option<Value>>,
    /// After which press another tenant connects.
    meanwhile: Cell<Option<&'static str>>,
    journal: Journal,
}

impl Tenant {
    fn begin(&self, on: bool) {
        self.access.set(on);
        self.stays.set(self.now.get() + self.lingers.get());
        if self.lingers.get() == 0 {
            *self.alert.borrow_mut() = None;
        }
        if self.refuses.get() {
            *self.alert.borrow_mut() = Some("A connection already exists. Select Reconnect.".to_owned());
            return;
        }
        self.made.set(self.made.get() + 1);
        let user = if on { self.made.get() } else { 0 };
        let wait = if self.is_quick.get() { 0 } else { 90_000 };
        self.coming.set(Some((user, self.now.get() + wait)));
    }

    fn look(&self, locator: &str) -> Value {
        let opened = self.opened.get();
        let mut read = match locator {
            at::PAGE | at::SETTINGS => json!({"there": true}),
            at::CONNECTORS => json!({"there": opened >= 1}),
            at::SALESFORCE => json!({"there": opened >= 2}),
            at::ACCESS if opened >= 3 && self.is_seen() => json!({"there": true, "checked": self.switch.get()}),
            at::UNSAVED => {
                json!({"there": self.other_change.get() || opened >= 3 && self.switch.get() != self.access.get()})
            }
            at::RECONNECT => json!({"there": opened >= 3 && self.access.get()}),
            at::DETAILS if opened >= 3 && self.details.borrow().is_some() => {
                json!({"there": true, "text": *self.details.borrow()})
            }
            at::DETAILS if opened >= 3 && self.user.get() > 0 => {
                json!({"there": true, "text": "Connection details App Copilot for Sales connected app Integration user Copilot for Sales integration user"})
            }
            at::ALERT => match &*self.alert.borrow() {
                Some(alert) if opened >= 3 && (self.refuses.get() || self.now.get() < self.stays.get()) => {
                    json!({"there": true, "all": [{"text": alert}]})
                }
                _ => json!({"there": false, "all": []}),
            },
            _ => json!({"there": false}),
        };
        read["host"] = json!(FRAME);
        read
    }

    /// Whether Salesforce's switch is; told once more.
    fn is_seen(&self) -> bool {
        match self.seen.get() {
            Some(left) if self.switch.get() != self.access.get() => {
                self.seen.set(Some(left.saturating_sub(1)));
                left > 0
            }
            _ => true,
        }
    }

    fn act(&self, locator: &str, act: &PageAct) {
        self.pressed.borrow_mut().push(locator.to_owned());
        if self.meanwhile.get() == Some(locator) {
            self.of_another(9);
        }
        match (locator, act) {
            (at::SETTINGS, _) => self.opened.set(1),
            (at::CONNECTORS, _) => self.opened.set(2),
            (at::SALESFORCE, _) => self.opened.set(3),
            (at::ACCESS, PageAct::Set { checked }) => {
                self.switch.set(*checked);
                if self.saves.get() {
                    self.begin(*checked);
                }
            }
            (at::UNSAVED, _) if self.does_not_save.get() => {
                self.stays.set(Millis::MAX);
                *self.alert.borrow_mut() = Some("Something went wrong.".to_owned());
            }
            (at::UNSAVED, _) => self.begin(self.switch.get()),
            (at::RECONNECT, _) => self.begin(true),
            _ => panic!("{locator} {act:?}"),
        }
    }

    fn answer(&self, request: &Request) -> Value {
        if let Some((user, at)) = self.coming.get()
            && at <= self.now.get()
        {
            self.user.set(user);
            self.coming.set(None);
        }
        let path = request.path.replace('+', "%20");
        let user = self.user.get();
        let is_assigned = path.contains("PermissionSetAssignment");
        let rows = if is_assigned && user > 0 && self.bare.get() > 0 {
            self.bare.set(self.bare.get() - 1);
            Vec::new()
        } else if is_assigned || path.contains("FROM%20User") {
            let id = if user == 1 {
                USER.to_owned()
            } else {
                format!("005xx000000000{user}AAA")
            };
            let row = json!({"Id": id, "AssigneeId": id, "PermissionSetId": "0PSxx0000000001AAA"});
            if user > 0 { vec![row] } else { Vec::new() }
        } else if path.contains("ConnectedApplication") {
            if user > 0 {
                vec![json!({"Id": "0H4xx0000000001AAA"})]
            } else {
                Vec::new()
            }
        } else {
            return json!({"Id": "00Dxx0000000001AAA", "Name": "Contoso"});
        };
        match &*self.none.borrow() {
            Some(instead) if rows.is_empty() => instead.clone(),
            _ => json!({"totalSize": rows.len(), "done": true, "records": rows}),
        }
    }

    fn observed(&self, is_connected: bool) -> Observed {
        let named = |what: &str| format!("Copilot for Sales {what}");
        let components = Components {
            apps: Some(Vec::new()),
            users: Vec::new(),
            sets: Vec::new(),
            assigned: Vec::new(),
        };
        let set = "0PSxx0000000001AAA".to_owned();
        let connected = Components {
            apps: Some(vec![App {
                id: "0H4xx0000000001AAA".to_owned(),
                name: named("connected app"),
                is_external: false,
            }]),
            users: vec![User {
                id: USER.to_owned(),
                name: named("integration user"),
                username: "a@b.c".to_owned(),
                is_active: true,
            }],
            sets: vec![PermissionSet {
                id: set.clone(),
                label: named("permission set"),
            }],
            assigned: vec![(USER.to_owned(), set)],
        };
        Observed {
            organization: Organization {
                id: "00Dxx0000000001AAA".to_owned(),
                name: "Contoso".to_owned(),
                host: "contoso.my.salesforce.com".to_owned(),
                environment_id: None,
                tenant_id: None,
                kind: EnvironmentKind::Sandbox,
                version: None,
            },
            admin: SignedInUser {
                id: "005".to_owned(),
                name: "Alex".to_owned(),
                upn: "admin@contoso.com".to_owned(),
            },
            identity: None,
            read_at: 0,
            requests: 2,
            components: Reading::Complete(if is_connected { connected } else { components }),
            apps_unread: Vec::new(),
            sets: Vec::new(),
            proof: None,
            seen: None,
            page: block_on(read_page(self)),
        }
    }

    fn plan(&self, wanted: Wanted, by_hand: bool) -> Plan {
        let choices = Choices {
            wanted: Some(wanted),
            by_hand,
        };
        plan(&self.observed(self.user.get() > 0), choices, self.now.get()).unwrap()
    }

    /// Salesforce as another tenant leaves it.
    fn of_another(&self, user: u32) {
        self.made.set(user);
        self.user.set(user);
    }

    /// Applies a plan; what is asked about is left as it is.
    fn apply(&self, plan: Plan) -> Progress {
        self.run(plan).progress()
    }

    fn run(&self, plan: Plan) -> Run {
        self.driven(plan, |handle, progress| match progress.phase {
            Phase::Asking { .. } => handle.tell(Command::Choose(Choice::Leave)),
            Phase::Held { .. } => panic!("{progress:?}"),
            _ => {}
        })
    }

    fn driven(&self, plan: Plan, told: impl Fn(&Handle, &Progress)) -> Run {
        let approval = Approval {
            digest: plan.digest(),
            typed_names: plan.names_to_type(),
        };
        let run = Run::begin(plan, &approval, "run".to_owned(), self.now.get()).unwrap();
        let handle = Handle::new();
        block_on(drive(run, self, &handle, |progress| told(&handle, progress))).unwrap()
    }
}

impl Pages for Tenant {
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        World::page_read(self, locator)
    }
    fn frames(&self) -> LocalFuture<'_, Option<Vec<String>>> {
        Box::pin(async { Some(vec![FRAME.to_owned()]) })
    }
}

impl World for Tenant {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        assert_eq!(target.service, Service::Salesforce);
        let body = self.answer(&request).to_string();
        Box::pin(async move {
            Ok(Response {
                status: 200,
                headers: [].into_iter().collect(),
                body,
            })
        })
    }
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        let read = if self.gone.get() {
            Err(TransportError::PageGone)
        } else if self.several.get() {
            Err(TransportError::ManyPages { host: FRAME.to_owned() })
        } else {
            Ok(self.look(locator))
        };
        Box::pin(async move { read })
    }
    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        self.act(locator, act);
        Box::pin(async move { Ok(self.look(locator)) })
    }
    fn grant(&self, _: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        Box::pin(async { Ok(()) })
    }
    fn guide(&self, _: Option<&str>) {}
    fn journal(&self) -> &dyn JournalStore {
        &self.journal
    }
    fn now(&self) -> Millis {
        self.now.get()
    }
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.now.set(self.now.get() + millis.max(1));
        // The page may be closed once it has done its part.
        if self.coming.get().is_some() && self.saves.get() {
            self.gone.set(true);
        }
        Box::pin(async {})
    }
}

fn ids(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| step.id.as_str()).collect()
}

fn why(progress: &Progress) -> String {
    let failed = progress.steps.iter().find_map(|step| match &step.state {
        StepState::Failed { why } => Some(format!("{why:?}")),
        _ => None,
    });
    failed.unwrap_or_default()
}

#[test]
fn s000_04_to_s000_09_access_is_switched_on_and_saved_on_the_page_and_waited_for_in_salesforce() {
    let tenant = Tenant::default();
    let plan = tenant.plan(Wanted::Connect, false);
    assert_eq!(
        ids(&plan),
        [
            "users:still",
            "page:unsaved",
            "page:settings",
            "page:connectors",
            "page:salesforce",
            "page:access",
            "page:switched",
            "page:save",
            "access:on"
        ]
    );
    assert!(plan.writes().is_empty(), "nothing but the page is acted on");
    assert_eq!(plan.steps[8].change.action, Action::Await);
    assert_eq!(plan.targets[1].host, FRAME);
    let progress = tenant.apply(plan);
    assert_eq!(progress.phase, Phase::Done, "{progress:?}");
    let way = [at::SETTINGS, at::CONNECTORS, at::SALESFORCE, at::ACCESS, at::UNSAVED];
    assert_eq!(*tenant.pressed.borrow(), way, "each once, Save too");
    // Open already, the way is not gone again; and what the page shows is held against Salesforce.
    let observed = tenant.observed(true);
    let shown = observed.page.shown().unwrap();
    assert_eq!(shown.access, Some(true));
    let named = |user: &str| shown.names("Copilot for Sales connected app", user);
    assert_eq!(named("Copilot for Sales integration user"), Some(true));
    assert_eq!(named("M365 Copilot Sales integration user"), Some(false));
    assert_eq!(
        ids(&tenant.plan(Wanted::TurnOff, false)),
        [
            "users:still",
            "apps:still:0H4xx0000000001AAA",
            "page:unsaved",
            "page:access",
            "page:switched",
            "page:save",
            "access:off",
            "app:gone:0H4xx0000000001AAA"
        ]
    );
}

#[test]
fn s000_08_a_user_that_is_there_before_its_permission_set_was_brought_about_and_is_no_conflict() {
    for bare in 1..4 {
        let tenant = Tenant::default();
        tenant.is_quick.set(true);
        tenant.bare.set(bare);
        let progress = tenant.apply(tenant.plan(Wanted::Connect, false));
        let state = &progress.steps[8].state;
        assert!(
            matches!(state, StepState::Done { already: false, .. }),
            "{bare}: {progress:?}"
        );
        assert_eq!(tenant.bare.get(), 0);
    }
}

#[test]
fn s000_08_what_shows_at_once_was_brought_about_all_the_same_and_can_be_taken_back() {
    let tenant = Tenant::default();
    tenant.is_quick.set(true);
    let run = tenant.run(tenant.plan(Wanted::Connect, false));
    let made = |progress: &Progress| matches!(progress.steps[8].state, StepState::Done { already: false, .. });
    assert!(made(&run.progress()), "{:?}", run.progress());
    let back = undo_plan(&run.record(), tenant.now.get()).unwrap();
    assert_eq!(ids(&back).len(), 1, "access is turned off again, by hand");
}

#[test]
fn s000_10_an_undo_is_done_on_the_page_where_it_is_in_sight_and_says_what_it_brings() {
    for wanted in [Wanted::Connect, Wanted::TurnOff] {
        let tenant = Tenant::default();
        if wanted == Wanted::TurnOff {
            tenant.apply(tenant.plan(Wanted::Connect, false));
        }
        let run = tenant.run(tenant.plan(wanted, false));
        let by_hand = {
            let mut back = undo_plan(&run.record(), 0).unwrap();
            let by_hand = Choices {
                wanted: None,
                by_hand: true,
            };
            explain_undo(&mut back, Some(&tenant.observed(tenant.user.get() > 0)), by_hand);
            back
        };
        assert_eq!(by_hand.steps.len(), 1);
        assert!(matches!(by_hand.steps[0].change.action, Action::Guide { .. }));

        tenant.pressed.borrow_mut().clear();
        let mut back = undo_plan(&run.record(), 0).unwrap();
        let observed = tenant.observed(tenant.user.get() > 0);
        explain_undo(&mut back, Some(&observed), Choices::default());
        let last = if wanted == Wanted::Connect {
            "undo:access:on"
        } else {
            "undo:access:off"
        };
        assert_eq!(
            ids(&back),
            [
                "users:still",
                "page:unsaved",
                "page:access",
                "page:switched",
                "page:save",
                last
            ]
        );
        assert_eq!(back.targets.len(), 2, "Salesforce and the page");
        let risk = if wanted == Wanted::Connect {
            Risk::Disruptive
        } else {
            Risk::Reversible
        };
        assert!(
            back.steps
                .iter()
                .filter(|step| step.id == last)
                .all(|step| step.risk == risk)
        );
        let means = if wanted == Wanted::Connect {
            "salesforce-note-off"
        } else {
            "salesforce-note-connect"
        };
        assert_eq!(back.notes[0].id, means);
        let progress = tenant.apply(back);
        assert_eq!(progress.phase, Phase::Done, "{progress:?}");
        assert_eq!(*tenant.pressed.borrow(), [at::ACCESS, at::UNSAVED]);
        assert_eq!(tenant.user.get() > 0, wanted == Wanted::TurnOff);
    }
}

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
fn s000_08_what_other_steps_brought_about_has_no_way_back_once_it_was_taken_back() {
    let tenant = Tenant::default();
    tenant.is_quick.set(true);
    let run = tenant.run(tenant.plan(Wanted::Connect, false));
    let back = undo_plan(&run.record(), tenant.now.get()).unwrap();
    assert!(
        matches!(back.steps[0].undo, Undo::None { .. }),
        "nobody would do what a step waits for: {:?}",
        back.steps[0].undo
    );
    let undone = tenant.driven(back, |_, progress| {
        if matches!(progress.phase, Phase::WaitingForAdmin { .. }) {
            tenant.user.set(0);
        }
    });
    assert_eq!(undone.progress().phase, Phase::Done);
    let again = undo_plan(&undone.record(), tenant.now.get());
    assert!(matches!(again, Err(CannotUndo::NoWayBack { .. })), "{again:?}");
    assert_eq!(can_take_back(&undone.record()), (0, 1));
}

#[test]
fn s000_08_stop_ends_the_wait_after_one_more_look() {
    let tenant = Tenant::default();
    let stopped = Cell::new(None);
    let run = tenant.driven(tenant.plan(Wanted::Connect, false), |handle, progress| {
        let waits = matches!(
            progress.steps[progress.steps.len() - 1].state,
            StepState::Proving { tries: 2.., .. }
        );
        if waits && stopped.get().is_none() {
            stopped.set(Some((tenant.now.get(), progress.requests)));
            handle.tell(Command::Cancel);
        }
    });
    let (at, requests) = stopped.get().unwrap();
    let progress = run.progress();
    assert_eq!(progress.phase, Phase::Ended);
    assert!(
        matches!(
            progress.steps[progress.steps.len() - 1].state,
            StepState::NotYetShown { .. }
        ),
        "{progress:?}"
    );
    // This world sleeps as soon as it is asked to.
    assert!(tenant.now.get() - at < 5000, "{} ms", tenant.now.get() - at);
    assert!(
        progress.requests - requests <= 2,
        "a look at Salesforce, and at what the page says"
    );
    assert!(run.record().header.ended_at.is_some());
}

#[test]
fn s000_10_to_s000_12_access_goes_off_whether_save_is_pressed_or_the_page_saves_by_itself_and_then_closes() {
    for saves in [false, true] {
        let tenant = Tenant::default();
        tenant.apply(tenant.plan(Wanted::Connect, false));
        tenant.saves.set(saves);
        tenant.pressed.borrow_mut().clear();
        let plan = tenant.plan(Wanted::TurnOff, false);
        let acts = || plan.steps.iter().filter(|step| !step.is_check());
        assert!(acts().all(|step| step.risk == Risk::Disruptive));
        let progress = tenant.apply(plan);
        assert_eq!(progress.phase, Phase::Done, "{progress:?}");
        assert_eq!(tenant.pressed.borrow().contains(&at::UNSAVED.to_owned()), !saves);
        assert_eq!(tenant.gone.get(), saves, "the wait for Salesforce needs no page");
        assert_eq!(tenant.user.get(), 0);
    }
}

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
fn s000_04_without_the_page_or_by_choice_the_steps_are_guided() {
    let tenant = Tenant::default();
    let guided = |plan: &Plan| matches!(plan.steps[1].change.action, Action::Guide { .. });
    let by_hand = tenant.plan(Wanted::Connect, true);
    assert!(guided(&by_hand) && by_hand.targets.len() == 1 && by_hand.presses().is_empty());
    tenant.gone.set(true);
    let observed = tenant.observed(false);
    assert_eq!(observed.page, SettingsPage::Found(vec![FRAME.to_owned()]));
    assert!(guided(&tenant.plan(Wanted::Connect, false)));
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
    assert!(
        matches!(progress.steps[0].state, StepState::Conflict { .. }),
        "{progress:?}"
    );

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
                assert!(
                    matches!(progress.steps[0].state, StepState::Conflict { .. }),
                    "{progress:?}"
                );
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

/// Whether somebody else has changed what this step rests on.
fn is_conflict(progress: &Progress, step: usize) -> bool {
    matches!(progress.steps[step].state, StepState::Conflict { .. })
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
    let plan = tenant.plan(Wanted::Connect, false);
    let approval = Approval {
        digest: plan.digest(),
        typed_names: plan.names_to_type(),
    };
    let run = Run::begin(plan, &approval, "run".to_owned(), 0).unwrap();
    let handle = Handle::new();
    let told = handle.clone();
    let is_paused = Cell::new(false);
    let run = block_on(drive(run, &tenant, &handle, |progress| match progress.phase {
        Phase::Paused => {
            tenant.of_another(9);
            told.tell(Command::GoOn);
        }
        Phase::Asking { .. } => told.tell(Command::Choose(Choice::Leave)),
        _ if tenant.opened.get() == 3 && !is_paused.replace(true) => told.tell(Command::Pause),
        _ => {}
    }));
    assert!(is_paused.get() && !tenant.switch.get());
    let progress = run.unwrap().progress();
    assert!(
        matches!(progress.steps[0].state, StepState::Conflict { .. }),
        "{progress:?}"
    );
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
    let approval = Approval {
        digest: plan.digest(),
        typed_names: plan.names_to_type(),
    };
    let run = Run::begin(plan, &approval, "run".to_owned(), 0).unwrap();
    let handle = Handle::new();
    let told = handle.clone();
    let held = RefCell::new(None);
    let _ = block_on(drive(run, &tenant, &handle, |progress| {
        if let Phase::Held { why } = &progress.phase {
            *held.borrow_mut() = Some(why.clone());
            told.tell(Command::Cancel);
        }
    }));
    assert_eq!(held.take().unwrap().id, "run-many-pages");
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
        let approval = Approval {
            digest: plan.digest(),
            typed_names: plan.names_to_type(),
        };
        let run = Run::begin(plan, &approval, "run".to_owned(), 0).unwrap();
        let handle = Handle::new();
        let run = block_on(drive(run, self, &handle, |progress| {
            if let Phase::Asking { step } = &progress.phase {
                handle.tell(Command::Choose(asked(step)));
            }
        }));
        run.unwrap().progress()
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
