//! The sales agent's connection to Salesforce against the sandbox tenant (S000): found under every name, proven right by
//! right, turned on, made anew and off by the admin's hand and shown in Salesforce, taken back, refused; and the writes
//! that let people use an app (S001).
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

#[allow(dead_code, reason = "each test crate uses its own part")]
mod memory_journal;

use std::cell::{Cell, RefCell};

use bytes::Bytes;
use latchkey::domain::salesforce::connection::State;
use latchkey::domain::salesforce::names::Kind;
use latchkey::domain::salesforce::proof::FieldStanding;
use latchkey::domain::salesforce::setup::{Page, address};
use latchkey::http::{LocalFuture, Method, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{Handle, JournalStore, World, drive};
use latchkey::plan::grants::Grants;
use latchkey::plan::model::{Action, PLAN_VERSION, PageAct, Plan, Risk, Service, Step, Target, Undo};
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::Run;
use latchkey::plan::start::Approval;
use latchkey::plan::undo::{can_take_back, undo_plan};
use latchkey::recipes::disconnect::Context;
use latchkey::recipes::salesforce::{access, target};
use latchkey::recipes::salesforce_connection::planning::offered;
use latchkey::recipes::salesforce_connection::{
    Asker, Choices, Observed, PlanError, Wanted, export, observe, plan, readiness,
};
use latchkey::recipes::{RECIPES, Readiness};
use latchkey::services::Transport;
use latchkey::services::patience::Sleep;
use latchkey::services::salesforce::{Salesforce, SalesforceError, composite, rows};
use latchkey::text::Text;
use latchkey_sandbox::sales::FRAME;
use latchkey_sandbox::salesforce::HOST;
use latchkey_sandbox::{CONTROL_HOST, Config, Sandbox};
use memory_journal::{Journal, block_on};
use serde_json::{Value, json};

/// The Salesforce organization as one user sees it, and the admin who works on the settings page while a run waits.
struct Org {
    sandbox: Sandbox,
    upn: &'static str,
    /// What the admin does on the page, once the run waits for it.
    by_hand: RefCell<Vec<Request>>,
    now: Cell<Millis>,
    /// Requests to Salesforce so far.
    requests: Cell<usize>,
    journal: Journal,
}

fn answer_of(sandbox: &Sandbox, host: &str, token: &str, request: &Request) -> Response {
    let mut call = http::Request::builder()
        .method(request.method.as_str())
        .uri(request.path.as_str())
        .header("host", host)
        .header("authorization", token);
    for (name, value) in &request.headers {
        call = call.header(name, value);
    }
    let body = Bytes::from(request.body.clone().unwrap_or_default());
    let answer = sandbox.handle(call.body(body).unwrap()).unwrap();
    Response {
        status: answer.status().as_u16(),
        headers: answer
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect(),
        body: String::from_utf8(answer.body().to_vec()).unwrap(),
    }
}

impl Org {
    fn new(dialects: &[&str]) -> Self {
        let mut config = Config::default();
        for dialect in dialects {
            config.set_dialect(dialect).unwrap();
        }
        let org = Self {
            sandbox: Sandbox::new(config).unwrap(),
            upn: "admin@contoso.com",
            by_hand: RefCell::default(),
            now: Cell::new(1_795_269_720_000),
            requests: Cell::new(0),
            journal: Journal::default(),
        };
        org.put(&json!({"connection": {"delay_s": 0}}));
        org
    }

    fn call(&self, host: &str, request: &Request) -> Response {
        answer_of(&self.sandbox, host, &format!("Bearer sandbox:{}", self.upn), request)
    }

    fn put(&self, salesforce: &Value) {
        let request = Request::json(Method::Put, "/state", &json!({ "salesforce": salesforce }));
        let answer = self.call(CONTROL_HOST, &request);
        assert!(answer.is_success(), "{}", answer.body);
    }

    fn state(&self) -> Value {
        let answer = self.call(CONTROL_HOST, &Request::get("/state"));
        let state: Value = serde_json::from_str(&answer.body).unwrap();
        state["salesforce"].clone()
    }

    /// On the settings page, as the page's own script does it.
    fn press(&self, request: &Request) {
        let answer = self.call(FRAME, request);
        assert!(answer.is_success(), "{}", answer.body);
    }

    fn connect(&self) {
        self.press(&switched(true));
    }

    /// Whoever asks, as a sign-in tells it: the newest identity URL.
    fn asker(&self) -> Asker {
        let sleep: &dyn Sleep = self;
        let told = block_on(Salesforce::new(self, sleep).get(&rows::resources())).unwrap();
        let (organization, user) = latchkey::services::salesforce::sign_in::session::identity(&told.identity).unwrap();
        Asker {
            organization,
            user,
            seen: None,
        }
    }

    fn try_read(&self, asker: Asker) -> Result<Observed, SalesforceError> {
        let context = Context {
            now: self.now.get(),
            sleep: self,
        };
        block_on(observe(self, context, asker))
    }

    fn read(&self) -> Observed {
        self.try_read(self.asker()).unwrap()
    }

    fn plan(&self, wanted: Wanted) -> Result<Plan, PlanError> {
        plan(
            &self.read(),
            Choices {
                wanted: Some(wanted),
                by_hand: false,
            },
            self.now.get(),
        )
    }

    /// Applies a plan; meanwhile the admin does this on the page.
    fn apply(&self, plan: Plan, by_hand: Vec<Request>) -> Run {
        *self.by_hand.borrow_mut() = by_hand;
        let approval = Approval {
            digest: plan.digest(),
            typed_names: plan.names_to_type(),
        };
        let run = Run::begin(plan, &approval, "run".to_owned(), self.now.get()).unwrap();
        let run = block_on(drive(run, self, &Handle::new(), |progress| {
            assert!(!matches!(progress.phase, Phase::Asking { .. }), "{progress:?}");
        }))
        .unwrap();
        let progress = run.progress();
        assert_eq!(progress.phase, Phase::Done, "{progress:?}");
        let done = |step: &latchkey::plan::progress::StepProgress| matches!(step.state, StepState::Done { .. });
        assert!(progress.steps.iter().all(done));
        run
    }
}

fn switched(on: bool) -> Request {
    Request::json(Method::Put, "/api/connection", &json!({ "access": on }))
}

fn reconnected() -> Request {
    Request::json(Method::Post, "/api/connection/reconnect", &json!({}))
}

impl Transport for Org {
    fn host(&self) -> &str {
        HOST
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.requests.set(self.requests.get() + 1);
        Box::pin(async move { Ok(self.call(HOST, &request)) })
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        match composite::compose(&paths) {
            Ok(request) => Transport::send(self, request),
            Err(error) => Box::pin(async move { Err(error) }),
        }
    }
}

impl Sleep for Org {
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.now.set(self.now.get() + millis);
        Box::pin(async {})
    }
}

impl World for Org {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        assert_eq!((target.service, target.host.as_str()), (Service::Salesforce, HOST));
        Transport::send(self, request)
    }
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        panic!("this recipe reads no page: {locator}")
    }
    fn page_press<'a>(&'a self, locator: &'a str, _: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        panic!("this recipe presses nothing: {locator}")
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
        // While the run waits the admin works.
        for request in self.by_hand.take() {
            self.press(&request);
        }
        Sleep::sleep(self, millis)
    }
}

fn texts(plan: &Plan) -> Vec<String> {
    plan.notes.iter().map(|note| note.id.to_string()).collect()
}

#[test]
fn s000_03_without_a_connection_there_is_nothing_but_the_offer_to_make_one() {
    let org = Org::new(&[]);
    let observed = org.read();
    assert_eq!(observed.state(), Some(State::None));
    assert!(observed.apps_unread.is_empty(), "{:?}", observed.apps_unread);
    assert_eq!((observed.proof.as_ref(), observed.now()), (None, None));
    assert_eq!(offered(&observed), [Wanted::Connect]);
    assert_eq!(observed.admin.upn, "admin@contoso.com");
    let lines = readiness(&observed);
    assert_eq!((lines.len(), lines[0].readiness), (1, Readiness::Blocked));
    assert_eq!(org.plan(Wanted::TurnOff), Err(PlanError::NotConnected));
    assert_eq!(org.plan(Wanted::Reconnect), Err(PlanError::NotConnected));
}

#[test]
fn s000_06_to_s000_17_access_is_turned_on_by_hand_and_proven_in_salesforce_under_every_name() {
    for (dialect, app, is_external) in [
        ("appnames=2025", "Copilot for Sales connected app", false),
        ("appnames=2026", "M365 Copilot Sales connected app", false),
        ("appnames=external", "M365 Copilot Sales external client app", true),
    ] {
        let org = Org::new(&[dialect]);
        let plan = org.plan(Wanted::Connect).unwrap();
        let (connects, checks) = plan.steps.split_last().unwrap();
        assert!(checks.iter().all(Step::is_check));
        assert!(matches!(connects.change.action, Action::Guide { .. }));
        assert!(
            plan.writes().is_empty() && plan.presses().is_empty(),
            "nothing is written by Latchkey"
        );
        let run = org.apply(plan, vec![switched(true)]);
        let observed = org.read();
        assert_eq!(observed.state(), Some(State::Connected), "{dialect}");
        let components = observed.components.value().unwrap();
        let apps = components.apps.as_ref().unwrap();
        assert_eq!((apps[0].name.as_str(), apps[0].is_external), (app, is_external));
        assert!(components.user().unwrap().name.ends_with("integration user"));
        assert!(components.set().unwrap().label.ends_with("permission set"));
        // It can be taken back.
        assert_eq!(can_take_back(&run.record()), (1, 1));
    }
}

#[test]
fn s000_24_to_s000_43_the_rights_of_a_new_connection_are_exactly_the_promised_ones_in_two_composite_calls() {
    let org = Org::new(&[]);
    org.connect();
    let asker = org.asker();
    org.requests.set(0);
    let observed = org.try_read(asker).unwrap();
    assert_eq!(org.requests.get(), 3, "who asks, and two composite calls");
    assert_eq!(observed.requests, 3);
    let reading = observed.proof.as_ref().unwrap();
    assert!(reading.is_complete());
    let proof = reading.value().unwrap();
    assert_eq!((proof.objects.len(), proof.fields.len()), (5, 15));
    assert_eq!(
        (proof.missing(), proof.has_unknown(), proof.has_more()),
        (0, false, false),
        "{proof:?}"
    );
    let lines = readiness(&observed);
    assert!(lines.iter().all(|line| line.readiness == Readiness::Ready), "{lines:?}");
    // The profile counts as well as the permission set.
    assert_eq!(observed.sets.len(), 2);
    assert_eq!(observed.sets.iter().filter(|set| set.is_profile).count(), 1);
}

#[test]
fn s000_29_fields_no_permission_can_be_set_for_are_readable_without_a_row() {
    let org = Org::new(&["permissionable=implicit"]);
    org.connect();
    let observed = org.read();
    let proof = observed.proof.as_ref().unwrap().value().unwrap();
    assert_eq!((proof.missing(), proof.has_unknown()), (0, false), "{proof:?}");
    let implicit = proof
        .fields
        .iter()
        .filter(|line| line.standing == FieldStanding::Implicit);
    assert!(implicit.count() > 0);
}

#[test]
fn s000_18_rights_taken_away_or_added_are_told_one_by_one_and_as_drift() {
    let org = Org::new(&[]);
    org.connect();
    let before = org.read();
    let mut state = org.state();
    let objects = state["ObjectPermissions"].as_array_mut().unwrap();
    let set = before.components.value().unwrap().set().unwrap().id.clone();
    for row in objects.iter_mut().filter(|row| row["ParentId"] == json!(set)) {
        match row["SobjectType"].as_str().unwrap() {
            "Lead" => row["PermissionsEdit"] = json!(false),
            "Account" => row["PermissionsEdit"] = json!(true),
            _ => {}
        }
    }
    let fields = state["FieldPermissions"].as_array_mut().unwrap();
    fields.retain(|row| row["ParentId"] != json!(set) || row["Field"] != "Lead.Rating");
    org.put(&json!({"ObjectPermissions": state["ObjectPermissions"], "FieldPermissions": state["FieldPermissions"]}));
    let asker = Asker {
        seen: before.now(),
        ..org.asker()
    };
    let after = org.try_read(asker).unwrap();
    let proof = after.proof.as_ref().unwrap().value().unwrap();
    assert_eq!(proof.missing(), 2);
    assert!(proof.has_more());
    let drift = after.drift().unwrap();
    assert!(!drift.is_remade);
    assert_eq!(drift.lost, ["Lead.Rating", "Lead:PermissionsEdit"]);
    assert_eq!(drift.gained, ["Account:PermissionsEdit"]);
    let lines = readiness(&after);
    assert_eq!(lines[0].readiness, Readiness::Blocked);
    let says = Text::new("salesforce-ready-missing-more");
    assert_eq!(lines[0].statement, says.number("more", 1).number("count", 2));
    let csv = export::csv(&after, "now");
    assert!(csv.contains("Lead.Rating,PermissionsRead,,missing"), "{csv}");
    assert!(export::json(&after).to_string().contains("integration user"));
}

#[test]
fn s000_22_reconnect_is_disruptive_and_done_once_the_parts_are_other_ones() {
    for removal in ["userremoval=deleted", "userremoval=inactive"] {
        let org = Org::new(&[removal]);
        org.connect();
        let before = org.read();
        let plan = org.plan(Wanted::Reconnect).unwrap();
        let (made_anew, checks) = plan.steps.split_last().unwrap();
        assert!(checks.iter().all(Step::is_check));
        assert_eq!(made_anew.risk, Risk::Disruptive);
        assert!(matches!(made_anew.undo, Undo::None { .. }));
        assert!(texts(&plan).contains(&"salesforce-note-reconnect".to_owned()));
        org.apply(plan, vec![reconnected()]);
        let after = org.read();
        assert_eq!(after.state(), Some(State::Connected));
        let user = |observed: &Observed| observed.components.value().unwrap().user().unwrap().id.clone();
        assert_ne!(user(&before), user(&after));
        let asker = Asker {
            seen: before.now(),
            ..org.asker()
        };
        assert!(org.try_read(asker).unwrap().drift().unwrap().is_remade);
    }
}

#[test]
fn s000_10_to_s000_12_turning_off_leaves_neither_app_nor_active_user_and_can_be_taken_back() {
    for dialects in [
        ["userremoval=deleted", "setremoval=deleted"],
        ["userremoval=inactive", "setremoval=kept"],
    ] {
        let org = Org::new(&dialects);
        org.connect();
        let plan = org.plan(Wanted::TurnOff).unwrap();
        let acts = || plan.steps.iter().filter(|step| !step.is_check());
        assert_eq!(acts().count(), 2, "access off, and the app gone");
        assert!(acts().all(|step| step.risk == Risk::Disruptive));
        assert!(texts(&plan).contains(&"salesforce-note-off".to_owned()));
        let run = org.apply(plan, vec![switched(false)]);
        let observed = org.read();
        assert_eq!(observed.state(), Some(State::None));
        let left = observed.components.value().unwrap().left().len();
        assert_eq!(left > 0, dialects[0] == "userremoval=inactive", "{left}");
        // Taking it back is turning access on again.
        let back = undo_plan(&run.record(), org.now.get()).unwrap();
        org.apply(back, vec![switched(true)]);
        assert_eq!(org.read().state(), Some(State::Connected));
    }
}

#[test]
fn s000_13_what_another_tenant_made_is_suspected_and_nothing_is_done() {
    let org = Org::new(&["secondtenant=present"]);
    // One connection, of whichever tenant: Salesforce does not tell.
    assert_eq!(org.read().state(), Some(State::Connected));
    let mut state = org.state();
    let users = state["User"].as_array_mut().unwrap();
    let other = users.iter().find(|user| {
        user["Name"]
            .as_str()
            .is_some_and(|name| name.contains("integration user"))
    });
    let mut other = other.unwrap().clone();
    other["Id"] = json!("005xx0000000009AAA");
    other["Username"] = json!("second@salesagent.contoso.com");
    users.push(other);
    org.put(&json!({"User": state["User"]}));
    let observed = org.read();
    assert_eq!(observed.state(), Some(State::SecondTenant));
    assert_eq!(offered(&observed), []);
    assert_eq!(observed.proof, None, "whose rights would they be");
    for wanted in [Wanted::Connect, Wanted::Reconnect, Wanted::TurnOff] {
        assert_eq!(org.plan(wanted), Err(PlanError::SecondTenant));
    }
    let lines = readiness(&observed);
    assert_eq!(lines[0].readiness, Readiness::Blocked);
}

#[test]
fn s000_08_a_part_that_is_missing_is_named() {
    let org = Org::new(&[]);
    org.connect();
    let state = org.state();
    let apps: Vec<Value> = state["ConnectedApplication"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|app| !app["Name"].as_str().unwrap().contains("Copilot"))
        .cloned()
        .collect();
    org.put(&json!({"ConnectedApplication": apps}));
    let observed = org.read();
    assert_eq!(
        observed.state(),
        Some(State::Partly {
            missing: vec![Kind::App]
        })
    );
    assert_eq!(offered(&observed), [Wanted::Reconnect, Wanted::TurnOff]);
}

#[test]
fn g10_who_may_not_read_is_told_so_and_nothing_is_called_none() {
    let mut org = Org::new(&[]);
    org.connect();
    let asker = org.asker();
    org.upn = "agent@contoso.com";
    assert_eq!(org.try_read(asker.clone()), Err(SalesforceError::ApiDisabled));
    org.upn = "nobody@contoso.com";
    assert!(matches!(
        org.try_read(asker.clone()),
        Err(SalesforceError::SignedOut { .. })
    ));
    // Somebody else's token than the one that signed in.
    org.upn = "owen.admin@contoso.com";
    assert!(matches!(org.try_read(asker), Err(SalesforceError::Unexpected { .. })));
}

#[test]
fn s001_15_s001_24_s001_29_what_lets_people_in_is_written_once_and_taken_back_exactly() {
    let org = Org::new(&[]);
    let client = Salesforce::new(&org, &org);
    let observed = org.read();
    let app = block_on(client.all(&rows::connected_app("Microsoft Power Platform"))).unwrap();
    let set = block_on(client.all(&rows::sets_like("Sales Coaching"))).unwrap();
    let user = block_on(client.all(&rows::users_like("Quinn%"))).unwrap();
    let (app, set, user) = (&app[0], &set[0], &user[0]);
    let made = [
        access::grant_app((&set.id, &set.label), (&app.id, &app.name)),
        access::enable_api((&set.id, &set.label)),
        access::assign((&user.id, &user.name), (&set.id, &set.label)),
    ];
    let steps: Vec<Step> = made.iter().map(|made| made.step.clone()).collect();
    let plan = Plan {
        version: PLAN_VERSION,
        recipe: "readiness".to_owned(),
        title: Text::new("salesforce-connection"),
        undoes: None,
        made_at: org.now.get(),
        targets: vec![target::target(
            &observed.organization,
            &observed.admin,
            observed.identity.as_deref(),
        )],
        steps,
        slots: made.iter().filter_map(|made| made.slot.clone()).collect(),
        notes: Vec::new(),
    };
    let before = org.state();
    let run = org.apply(plan.clone(), Vec::new());
    let granted = block_on(client.all(&rows::app_grants(&app.id))).unwrap();
    assert!(granted.iter().any(|grant| grant.parent == set.id));
    let held = block_on(client.all(&rows::held_by(&[&user.id], &["PermissionsApiEnabled"]))).unwrap();
    assert!(
        held.iter()
            .any(|row| row.set.id == set.id && !row.set.system.is_empty())
    );
    // A second time everything is already so (G4).
    let again = org.apply(plan, Vec::new());
    let already =
        |step: &latchkey::plan::progress::StepProgress| matches!(step.state, StepState::Done { already: true, .. });
    assert!(again.progress().steps.iter().all(already));
    let back = undo_plan(&run.record(), org.now.get()).unwrap();
    org.apply(back, Vec::new());
    for set in ["SetupEntityAccess", "PermissionSetAssignment", "PermissionSet"] {
        assert_eq!(before[set], org.state()[set], "{set}");
    }
}

#[test]
fn s000_14_each_part_has_its_page_in_setup() {
    let at = |page, id| address(HOST, page, id);
    let setup = "https://contoso.my.salesforce.com/lightning/setup";
    assert_eq!(
        at(Page::PermissionSets, Some("0PSxx0000000001")),
        format!("{setup}/PermSets/page?address=%2F0PSxx0000000001GAA")
    );
    assert_eq!(at(Page::Users, None), format!("{setup}/ManageUsers/home"));
    assert_eq!(
        at(Page::ConnectedApps, Some("0H4xx0000000001CAA")),
        format!("{setup}/ConnectedApplication/home")
    );
    // No id of another shape gets into an address.
    assert_eq!(
        at(Page::Users, Some("javascript:1")),
        format!("{setup}/ManageUsers/home")
    );
}

#[test]
fn s000_01_the_recipe_has_words_for_everything_it_says() {
    let english = include_str!("../www/messages/en.ftl");
    let has = |id: &str| english.lines().any(|line| line.starts_with(&format!("{id} =")));
    assert!(RECIPES.iter().any(|recipe| recipe.id == "salesforce-connection"));
    let org = Org::new(&[]);
    org.connect();
    for wanted in [Wanted::Reconnect, Wanted::TurnOff] {
        let plan = org.plan(wanted).unwrap();
        for step in &plan.steps {
            for text in [&step.title, &step.reason] {
                assert!(has(&text.id), "{}", text.id);
            }
        }
        assert!(plan.notes.iter().all(|note| has(&note.id)));
    }
    let lines = readiness(&org.read());
    assert!(lines.iter().all(|line| has(&line.statement.id)));
}

#[test]
fn s000_13_where_apps_cannot_be_read_nothing_is_called_none_or_whole() {
    let org = Org::new(&["externalapps=hidden"]);
    let observed = org.read();
    assert_eq!(
        (observed.state(), observed.apps_unread.len()),
        (Some(State::Unclear), 1)
    );
    assert_eq!(offered(&observed), []);
    assert_eq!(org.plan(Wanted::Connect), Err(PlanError::AppsUnread));
    let lines = readiness(&observed);
    assert_eq!(lines[0].readiness, Readiness::Unknown);
    assert!(lines[0].evidence.is_some());
    // A connected app that is there is: the other kind changes nothing about it.
    org.connect();
    assert_eq!(org.read().state(), Some(State::Connected));

    // One of the kind that cannot be read.
    let org = Org::new(&["externalapps=hidden", "appnames=external"]);
    org.connect();
    let observed = org.read();
    assert_eq!((observed.state(), observed.now()), (Some(State::Unclear), None));
    assert_eq!(
        readiness(&observed).first().map(|line| line.readiness),
        Some(Readiness::Unknown)
    );
    assert_eq!(offered(&observed), [Wanted::Reconnect, Wanted::TurnOff]);
    assert_eq!(org.plan(Wanted::Connect), Err(PlanError::Connected));
}

#[test]
fn s000_18_and_s001_15_what_is_not_in_force_gives_nothing_and_more_is_seen_of_what_is() {
    let org = Org::new(&[]);
    org.connect();
    let before = org.state();
    let set = org.read().components.value().unwrap().set().unwrap().id.clone();
    let changed = |object: &str, column: &str, key: &str, value: Value| {
        let mut rows = before[object].clone();
        for row in rows
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .filter(|row| row[key] == json!(set))
        {
            row[column] = value.clone();
        }
        org.put(&json!({ object: rows }));
        let observed = org.read();
        org.put(&json!({ object: before[object] }));
        observed
    };
    let missing = |observed: &Observed| observed.proof.as_ref().unwrap().value().unwrap().missing();
    // Ended, or only in force once a session activates it.
    let ended = changed("PermissionSetAssignment", "IsActive", "PermissionSetId", json!(false));
    let dormant = changed("PermissionSet", "HasActivationRequired", "Id", json!(true));
    for observed in [ended, dormant] {
        assert!(missing(&observed) > 0);
        assert!(matches!(observed.state(), Some(State::Partly { .. })));
    }
    // More than is promised, on the whole organization and on every field.
    let manages = changed("PermissionSet", "PermissionsManageDataIntegrations", "Id", json!(true));
    let all_fields = changed("ObjectPermissions", "PermissionsViewAllFields", "ParentId", json!(true));
    for observed in [manages, all_fields] {
        assert_eq!(missing(&observed), 0);
        assert_eq!(readiness(&observed)[0].readiness, Readiness::Attention);
    }
}
