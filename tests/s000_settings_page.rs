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
use latchkey::plan::model::{Action, PageAct, Plan, Risk, Service, Target};
use latchkey::plan::progress::{Phase, Progress, StepState};
use latchkey::plan::run::{Choice, Run};
use latchkey::plan::start::Approval;
use latchkey::plan::undo::undo_plan;
use latchkey::portal::sales_settings as at;
use latchkey::recipes::Readiness;
use latchkey::recipes::salesforce_connection::planning::offered;
use latchkey::recipes::salesforce_connection::settings_page::{Pages, SettingsPage};
use latchkey::recipes::salesforce_connection::{Choices, Observed, PlanError, Wanted, plan, read_page, readiness};
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
    /// Whether it shows at once.
    is_quick: Cell<bool>,
    now: Cell<Millis>,
    pressed: RefCell<Vec<String>>,
    /// After which press another tenant connects.
    meanwhile: Cell<Option<&'static str>>,
    journal: Journal,
}

impl Tenant {
    fn begin(&self, on: bool) {
        self.access.set(on);
        *self.alert.borrow_mut() = None;
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
            at::ACCESS if opened >= 3 => json!({"there": true, "checked": self.switch.get()}),
            at::UNSAVED => json!({"there": opened >= 3 && self.switch.get() != self.access.get()}),
            at::RECONNECT => json!({"there": opened >= 3 && self.access.get()}),
            at::DETAILS if opened >= 3 && self.details.borrow().is_some() => {
                json!({"there": true, "text": *self.details.borrow()})
            }
            at::DETAILS if opened >= 3 && self.user.get() > 0 => {
                json!({"there": true, "text": "Connection details App Copilot for Sales connected app Integration user Copilot for Sales integration user"})
            }
            at::ALERT => match &*self.alert.borrow() {
                Some(alert) if opened >= 3 => json!({"there": true, "all": [{"text": alert}]}),
                _ => json!({"there": false, "all": []}),
            },
            _ => json!({"there": false}),
        };
        read["host"] = json!(FRAME);
        read
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
        let rows = if path.contains("PermissionSetAssignment") || path.contains("FROM%20User") {
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
        json!({"totalSize": rows.len(), "done": true, "records": rows})
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
        let approval = Approval {
            digest: plan.digest(),
            typed_name: plan.name_to_type().map(str::to_owned),
        };
        let run = Run::begin(plan, &approval, "run".to_owned(), self.now.get()).unwrap();
        let handle = Handle::new();
        let told = handle.clone();
        let run = block_on(drive(run, self, &handle, |progress| match progress.phase {
            Phase::Asking { .. } => told.tell(Command::Choose(Choice::Leave)),
            Phase::Held { .. } => panic!("{progress:?}"),
            _ => {}
        }));
        run.unwrap()
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
            "page:settings",
            "page:connectors",
            "page:salesforce",
            "page:access",
            "page:save",
            "access:on"
        ]
    );
    assert!(plan.writes().is_empty(), "nothing but the page is acted on");
    assert_eq!(plan.steps[6].change.action, Action::Await);
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
            "page:access",
            "page:save",
            "access:off",
            "app:gone:0H4xx0000000001AAA"
        ]
    );
}

#[test]
fn s000_08_what_shows_at_once_was_brought_about_all_the_same_and_can_be_taken_back() {
    let tenant = Tenant::default();
    tenant.is_quick.set(true);
    let run = tenant.run(tenant.plan(Wanted::Connect, false));
    let made = |progress: &Progress| matches!(progress.steps[6].state, StepState::Done { already: false, .. });
    assert!(made(&run.progress()), "{:?}", run.progress());
    let back = undo_plan(&run.record(), tenant.now.get()).unwrap();
    assert_eq!(ids(&back).len(), 1, "access is turned off again, by hand");
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
    tenant.refuses.set(false);
    let plan = tenant.plan(Wanted::Reconnect, false);
    assert_eq!(ids(&plan), ["users:still", "access:again"]);
    assert_eq!(plan.steps[1].risk, Risk::Disruptive);
    let progress = tenant.apply(plan);
    assert_eq!(progress.phase, Phase::Done, "{progress:?}");
    assert!(tenant.user.get() > 0);
}

#[test]
fn s000_04_without_the_page_or_by_choice_the_steps_are_guided() {
    let tenant = Tenant::default();
    let guided = |plan: &Plan| matches!(plan.steps[0].change.action, Action::Guide { .. });
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
    assert_eq!(plan.name_to_type(), Some(FRAME));
    assert_eq!(
        tenant.plan(Wanted::Connect, true).name_to_type(),
        None,
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
                // By hand there is nothing left to do where it is off.
                let is_off = wanted == Wanted::TurnOff && by_hand && user == 0;
                let is_stopped = matches!(progress.steps[0].state, StepState::Conflict { .. });
                assert_eq!(is_stopped, !is_off, "{progress:?}");
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
    let progress = tenant.apply(back);
    assert!(
        matches!(progress.steps[0].state, StepState::Conflict { .. }),
        "{progress:?}"
    );
}

#[test]
fn s000_13_after_a_pause_salesforce_is_looked_at_again_before_anything_more_is_pressed() {
    let tenant = Tenant::default();
    let plan = tenant.plan(Wanted::Connect, false);
    let approval = Approval {
        digest: plan.digest(),
        typed_name: plan.name_to_type().map(str::to_owned),
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
        typed_name: plan.name_to_type().map(str::to_owned),
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
