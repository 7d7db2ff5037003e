//! The policies of *Microsoft Power Platform* on its page in Salesforce's Setup (S001-22 to S001-28): what of the report
//! stands on that page, and the plan that opens the form, chooses, saves, reads and takes it back. Salesforce's API is the
//! sandbox's; the page is this test's, told in what locators find on it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod org_in_process;

use std::cell::{Cell, RefCell};

use latchkey::domain::salesforce::app_policy::Policy;
use latchkey::http::{LocalFuture, Request, Response, TransportError};
use latchkey::plan::drive::{Command, Handle, JournalStore, World, drive};
use latchkey::plan::grants::Grants;
use latchkey::plan::model::{PageAct, Plan, Service, Target};
use latchkey::plan::progress::{Phase, Progress, StepState};
use latchkey::plan::run::{Choice, Run};
use latchkey::plan::start::Approval;
use latchkey::plan::undo::undo_plan;
use latchkey::portal::salesforce_setup as at;
use latchkey::recipes::deployment::setup_page::{SetupPage, read_setup};
use latchkey::recipes::deployment::{
    Choices, Line, Observed, PlanError, Repair, observe, plan, read_salesforce, report,
};
use latchkey::recipes::disconnect::Context;
use latchkey::recipes::readiness::Readiness;
use latchkey::recipes::salesforce_connection::Pages;
use latchkey::services::Transport;
use latchkey::services::salesforce::sign_in::session::identity;
use latchkey::services::salesforce::{Salesforce, rows};
use latchkey_sandbox::salesforce::HOST as SALESFORCE;
use org_in_process::{Org, block_on};
use serde_json::{Value, json};

/// What the page says of the policies at first: IP Relaxation, Refresh Token Policy, Timeout Value.
const AT_FIRST: [&str; 3] = [
    "Enforce IP restrictions",
    "Expire refresh token if not used for 90 Day(s)",
    "2 hours",
];
const WANTED: [&str; 3] = ["Relax IP restrictions", "Refresh token is valid until revoked", "None"];
const REFRESHES: [&str; 4] = [
    "Refresh token is valid until revoked",
    "Immediately expire refresh token",
    "Expire refresh token if not used for 90 Day(s)",
    "Expire refresh token after 90 Day(s)",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    App,
    Form,
    Denied,
}

/// The organization, and the page of its app in a tab.
struct Tenant {
    org: Org,
    open: Cell<Open>,
    host: Cell<&'static str>,
    app: RefCell<String>,
    permitted: Cell<&'static str>,
    saved: RefCell<[String; 3]>,
    form: RefCell<[String; 3]>,
    /// Whether the form may be opened; whether it is refused when it is saved, and what it then says.
    may: Cell<bool>,
    refuses: Cell<bool>,
    alert: Cell<Option<&'static str>>,
    /// Presses after which the page is loaded anew under the port.
    saves: Cell<usize>,
}

struct Api<'a>(&'a Org);

impl Transport for Api<'_> {
    fn host(&self) -> &str {
        SALESFORCE
    }
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { self.0.call(SALESFORCE, &request) })
    }
    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        let request = latchkey::services::salesforce::composite::compose(&paths).unwrap();
        Box::pin(async move { self.0.call(SALESFORCE, &request) })
    }
}

fn owned(texts: [&str; 3]) -> [String; 3] {
    texts.map(str::to_owned)
}

impl Tenant {
    fn new() -> Self {
        let tenant = Self {
            org: Org::new("admin@contoso.com", &[], ""),
            open: Cell::new(Open::App),
            host: Cell::new(SALESFORCE),
            app: RefCell::default(),
            permitted: Cell::new("All users may self-authorize"),
            saved: RefCell::new(owned(AT_FIRST)),
            form: RefCell::new(owned(AT_FIRST)),
            may: Cell::new(true),
            refuses: Cell::default(),
            alert: Cell::default(),
            saves: Cell::default(),
        };
        let app = tenant
            .observed()
            .salesforce
            .unwrap()
            .app
            .value()
            .cloned()
            .flatten()
            .unwrap();
        *tenant.app.borrow_mut() = app.id.chars().take(15).collect();
        tenant
    }

    fn context(&self) -> Context<'_> {
        Context {
            now: self.org.now.get(),
            sleep: &self.org,
        }
    }

    fn observed(&self) -> Observed {
        let mut observed = block_on(observe(&self.org, self.context())).unwrap();
        let api = Api(&self.org);
        let told = block_on(Salesforce::new(&api, &self.org).get(&rows::resources())).unwrap();
        let (organization, user) = identity(&told.identity).unwrap();
        let mut read = block_on(read_salesforce(&api, self.context(), (&organization, &user), None));
        let app = read.app.value().and_then(Option::as_ref);
        read.setup = block_on(read_setup(self, SALESFORCE, app, self.org.now.get()));
        observed.take_salesforce(read);
        observed
    }

    fn lines(&self) -> Vec<Line> {
        report(&self.observed(), &Choices::default())
    }

    fn look(&self, locator: &str) -> Result<Value, TransportError> {
        let open = self.open.get();
        let gone = || TransportError::NoPage {
            host: SALESFORCE.to_owned(),
        };
        let is = |is: bool| json!({"there": is});
        let cell = |text: &str, known: &[(&str, &str)]| {
            let key = known.iter().find(|(name, _)| *name == text).map(|(_, key)| *key);
            let mut read = json!({"there": true, "text": text});
            if let Some(key) = key {
                read["is"] = json!(key);
            }
            read
        };
        const IPS: [(&str, &str); 2] = [(WANTED[0], at::RELAX), (AT_FIRST[0], "ENFORCE")];
        const NONE: [(&str, &str); 1] = [(WANTED[2], at::NO_TIMEOUT)];
        let (saved, form) = (self.saved.borrow(), self.form.borrow());
        let mut read = match (open, locator) {
            (Open::Nothing, _) => return Err(gone()),
            (_, at::PAGE) => is(true),
            (_, at::APP) => is(open != Open::Denied),
            (_, at::EDIT) => is(open == Open::App && self.may.get()),
            (_, at::SAVE) => is(open == Open::Form),
            (_, at::ALERT) => match self.alert.get() {
                Some(says) => json!({"there": true, "all": [{"text": says}]}),
                None => json!({"there": false, "all": []}),
            },
            (Open::App, at::PERMITTED) => cell(
                self.permitted.get(),
                &[
                    ("All users may self-authorize", at::SELF_AUTHORIZE),
                    ("Admin approved users are pre-authorized", at::PREAUTHORIZED),
                ],
            ),
            (Open::App, at::IP) => cell(&saved[0], &IPS),
            (Open::App, at::REFRESH) => cell(&saved[1], &[(WANTED[1], at::UNTIL_REVOKED)]),
            (Open::App, at::TIMEOUT) => cell(&saved[2], &NONE),
            (Open::Form, at::IP_CHOICE) => json!({"there": true, "chosen": cell(&form[0], &IPS)["is"]}),
            (Open::Form, at::TIMEOUT_CHOICE) if form[2] == WANTED[2] => {
                json!({"there": true, "chosen": at::NO_TIMEOUT})
            }
            (Open::Form, at::TIMEOUT_CHOICE) => json!({"there": true, "chosen": form[2]}),
            (Open::Form, radio) => match at::REFRESH_CHOICES.iter().position(|known| *known == radio) {
                Some(kind) => json!({"there": true, "checked": form[1] == REFRESHES[kind]}),
                None => is(false),
            },
            _ => is(false),
        };
        read["host"] = json!(self.host.get());
        read["open"] = json!(*self.app.borrow());
        Ok(read)
    }

    fn act(&self, locator: &str, act: &PageAct) {
        let mut form = self.form.borrow_mut();
        match (locator, act) {
            (at::EDIT, PageAct::Press) if self.may.get() => {
                form.clone_from(&self.saved.borrow());
                self.open.set(Open::Form);
            }
            (at::EDIT, PageAct::Press) => {
                self.open.set(Open::Denied);
                self.alert.set(Some("You do not have the level of access necessary."));
            }
            (at::SAVE, PageAct::Press) if self.refuses.get() => {
                form.clone_from(&self.saved.borrow());
                self.alert.set(Some("Error: Invalid Data."));
            }
            (at::SAVE, PageAct::Press) => {
                self.saves.set(self.saves.get() + 1);
                self.saved.borrow_mut().clone_from(&form);
                self.open.set(Open::App);
            }
            (at::IP_CHOICE, PageAct::Choose { option }) if option == at::RELAX => form[0] = WANTED[0].to_owned(),
            (at::IP_CHOICE, PageAct::Choose { option }) if option == "ENFORCE" => form[0] = AT_FIRST[0].to_owned(),
            (at::TIMEOUT_CHOICE, PageAct::Choose { option }) if option == at::NO_TIMEOUT => {
                form[2] = WANTED[2].to_owned();
            }
            (at::TIMEOUT_CHOICE, PageAct::Choose { option }) => form[2].clone_from(option),
            (radio, PageAct::Set { checked: true }) => {
                let kind = at::REFRESH_CHOICES.iter().position(|known| *known == radio).unwrap();
                form[1] = REFRESHES[kind].to_owned();
            }
            _ => panic!("{locator} {act:?}"),
        }
    }

    fn plan(&self, policies: &[Policy]) -> Result<Plan, PlanError> {
        let mut choices = Choices::default();
        for policy in policies {
            choices.set_repair(Repair::Policy(*policy), true);
        }
        plan(&self.observed(), &choices, self.org.now.get())
    }

    fn run(&self, plan: Plan, id: &str) -> Run {
        let approval = Approval {
            digest: plan.digest(),
            typed_names: plan.names_to_type(),
        };
        let run = Run::begin(plan, &approval, id.to_owned(), self.org.now.get()).unwrap();
        let handle = Handle::new();
        let told = handle.clone();
        block_on(drive(run, self, &handle, |progress| {
            if matches!(progress.phase, Phase::Asking { .. }) {
                told.tell(Command::Choose(Choice::Leave));
            }
            assert!(!matches!(progress.phase, Phase::Held { .. }), "{progress:?}");
        }))
        .unwrap()
    }
}

impl Pages for Tenant {
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        World::page_read(self, locator)
    }
    fn frames(&self) -> LocalFuture<'_, Option<Vec<String>>> {
        Box::pin(async { None })
    }
}

impl World for Tenant {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        assert_eq!(target.service, Service::Salesforce);
        Box::pin(async move { self.org.call(&target.host, &request) })
    }
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        Box::pin(async move { self.look(locator) })
    }
    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        Box::pin(async move {
            self.act(locator, act);
            match act {
                // The page goes with its port.
                PageAct::Press => Err(TransportError::PageGone),
                _ => self.look(locator),
            }
        })
    }
    fn grant(&self, _: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        Box::pin(async { Ok(()) })
    }
    fn guide(&self, _: Option<&str>) {}
    fn journal(&self) -> &dyn JournalStore {
        World::journal(&self.org)
    }
    fn now(&self) -> latchkey::http::Millis {
        self.org.now.get()
    }
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        World::sleep(&self.org, millis)
    }
}

const ALL: [Policy; 3] = [Policy::Ip, Policy::Refresh, Policy::Timeout];
const LINES: [&str; 3] = ["ip-relaxation", "refresh-token", "timeout"];

fn line<'a>(lines: &'a [Line], id: &str) -> &'a Line {
    lines.iter().find(|line| line.point.id == id).unwrap()
}

fn says(line: &Line, id: &str) -> bool {
    line.statement.id == id || line.evidence.iter().any(|text| text.id == id)
}

fn why(progress: &Progress) -> String {
    let failed = progress.steps.iter().find_map(|step| match &step.state {
        StepState::Failed { why } => Some(format!("{why:?}")),
        _ => None,
    });
    failed.unwrap_or_default()
}

#[test]
fn s001_26_28_what_only_the_page_tells_is_unknown_without_it_and_read_from_it() {
    let tenant = Tenant::new();
    tenant.open.set(Open::Nothing);
    let lines = tenant.lines();
    for id in ["ip-relaxation", "timeout"] {
        let line = line(&lines, id);
        assert_eq!((line.readiness, line.repair), (Readiness::Unknown, None), "{id}");
        assert!(line.place.contains("forceAppDetail.apexp"), "{}", line.place);
    }
    tenant.open.set(Open::App);
    tenant.org.requests.set(0);
    let lines = tenant.lines();
    assert!(tenant.org.requests.get() <= 40);
    for (id, policy) in LINES.into_iter().zip(ALL) {
        let line = line(&lines, id);
        assert_ne!(line.readiness, Readiness::Ready, "{id}");
        assert_eq!(line.repair, Some(Repair::Policy(policy)), "{id}");
        assert!(says(line, "deploy-setup-by-page"), "{line:?}");
        assert_eq!(line.read_at, Some(tenant.org.now.get()), "{id}");
    }
    *tenant.saved.borrow_mut() = owned(WANTED);
    let lines = tenant.lines();
    for id in ["ip-relaxation", "timeout"] {
        assert_eq!(line(&lines, id).readiness, Readiness::Ready, "{id}");
    }
}

#[test]
fn s001_22_another_app_another_organization_or_an_open_form_says_nothing() {
    let tenant = Tenant::new();
    *tenant.saved.borrow_mut() = owned(WANTED);
    let is_unknown = |why: &str| {
        let lines = tenant.lines();
        let line = line(&lines, "ip-relaxation");
        assert_eq!(line.readiness, Readiness::Unknown, "{why}");
        assert!(says(line, why), "{why}: {line:?}");
    };
    tenant.host.set("fabrikam.my.salesforce.com");
    is_unknown("deploy-setup-other");
    tenant.host.set("contoso.my.salesforce-setup.com");
    assert!(matches!(
        tenant.observed().salesforce.unwrap().setup,
        SetupPage::Shown(_)
    ));
    let app = tenant.app.replace("0H4xx0000009999".to_owned());
    is_unknown("deploy-setup-other");
    *tenant.app.borrow_mut() = app;
    tenant.open.set(Open::Denied);
    is_unknown("deploy-setup-other");
    tenant.open.set(Open::Form);
    is_unknown("deploy-setup-editing");
}

#[test]
fn s001_23_27_where_page_and_api_do_not_agree_neither_is_believed() {
    let tenant = Tenant::new();
    let of = |id: &str| line(&tenant.lines(), id).clone();
    assert!(!says(&of("refresh-token"), "deploy-setup-contradicts"));
    tenant.saved.borrow_mut()[1] = WANTED[1].to_owned();
    let refresh = of("refresh-token");
    assert_eq!(refresh.readiness, Readiness::Unknown);
    assert!(says(&refresh, "deploy-setup-contradicts") && says(&refresh, "deploy-setup-contradiction"));
    let by_api = tenant.observed().salesforce.unwrap().policy.permitted;
    for says_page in [
        "All users may self-authorize",
        "Admin approved users are pre-authorized",
    ] {
        tenant.permitted.set(says_page);
        let is_same = (by_api == Some(latchkey::domain::salesforce::app_policy::PermittedUsers::SelfAuthorize))
            == (says_page == "All users may self-authorize");
        assert_eq!(
            says(&of("permitted-users"), "deploy-setup-contradicts"),
            !is_same,
            "{says_page}"
        );
    }
}

#[test]
fn s001_27_a_contradiction_or_an_unclear_answer_is_not_ticked_over() {
    let tenant = Tenant::new();
    tenant.saved.borrow_mut()[1] = WANTED[1].to_owned();
    tenant.saved.borrow_mut()[2] = "Someday".to_owned();
    let mut choices = Choices::default();
    let observed = tenant.observed();
    for id in ["refresh-token", "timeout"] {
        // Ticked as long as nobody was signed in, and once more as it stands.
        let mut before = observed.clone();
        before.my_domain = Some(SALESFORCE.to_owned());
        before.salesforce = None;
        for about in [&before, &observed] {
            choices.tick(id, Some(1), Some(about));
            let lines = report(&observed, &choices);
            let line = line(&lines, id);
            assert_eq!(
                (line.readiness, line.about.clone()),
                (Readiness::Unknown, None),
                "{line:?}"
            );
            assert!(!line.evidence.is_empty(), "what each says stays");
        }
    }
}

#[test]
fn s001_26_27_28_each_policy_is_chosen_saved_read_and_taken_back() {
    let tenant = Tenant::new();
    let plan = tenant.plan(&ALL).unwrap();
    assert!(plan.writes().is_empty(), "nothing but the page is acted on");
    assert_eq!(plan.targets.len(), 2, "the organization, and the page");
    assert!(plan.steps.iter().all(|step| step.unproven.is_some()));
    let run = tenant.run(plan, "fix");
    let progress = run.progress();
    assert_eq!(progress.phase, Phase::Done, "{progress:?}");
    assert_eq!(*tenant.saved.borrow(), owned(WANTED));
    assert_eq!(tenant.saves.get(), 3, "each is saved by itself, once");

    let back = undo_plan(&run.record(), tenant.org.now.get()).unwrap();
    assert!(back.notes.is_empty(), "{:?}", back.notes);
    let run = tenant.run(back, "undo");
    assert_eq!(run.progress().phase, Phase::Done, "{:?}", run.progress());
    assert_eq!(*tenant.saved.borrow(), owned(AT_FIRST));
    assert_eq!(tenant.saves.get(), 6);
}

/// What the first conflict of a run shows: its labels, and what is there now.
fn conflict(progress: &Progress) -> Option<(String, Option<Value>)> {
    progress.steps.iter().find_map(|step| match &step.state {
        StepState::Conflict { moved } => moved.first().map(|one| (one.label.id.to_string(), one.now.clone())),
        _ => None,
    })
}

#[test]
fn s001_26_g6_a_form_that_is_open_beforehand_is_a_conflict_and_what_is_chosen_in_it_is_not_saved() {
    let in_the_way = Some(("deploy-setup-edit".to_owned(), Some(json!(false))));
    let tenant = Tenant::new();
    let plan = tenant.plan(&[Policy::Ip]).unwrap();
    // Somebody has Edit Policies open and has chosen another Timeout, unsaved.
    tenant.open.set(Open::Form);
    tenant.form.borrow_mut()[2] = WANTED[2].to_owned();
    let progress = tenant.run(plan.clone(), "open-form").progress();
    assert_ne!(progress.phase, Phase::Done, "{progress:?}");
    assert_eq!(conflict(&progress), in_the_way, "{progress:?}");
    assert_eq!((tenant.saves.get(), &*tenant.saved.borrow()), (0, &owned(AT_FIRST)));

    // The same before it is taken back, and before that is taken back.
    tenant.open.set(Open::App);
    let mut run = tenant.run(plan, "fix");
    let relaxed = [WANTED[0], AT_FIRST[1], AT_FIRST[2]];
    for (times, before, after) in [(1, relaxed, AT_FIRST), (2, AT_FIRST, relaxed), (3, relaxed, AT_FIRST)] {
        assert_eq!(run.progress().phase, Phase::Done, "{:?}", run.progress());
        assert_eq!(*tenant.saved.borrow(), owned(before));
        let back = undo_plan(&run.record(), tenant.org.now.get()).unwrap();
        tenant.form.borrow_mut().clone_from(&tenant.saved.borrow());
        tenant.form.borrow_mut()[2] = WANTED[2].to_owned();
        tenant.open.set(Open::Form);
        let progress = tenant.run(back.clone(), &format!("back-{times}-open")).progress();
        assert_eq!(conflict(&progress), in_the_way, "{progress:?}");
        assert_eq!(*tenant.saved.borrow(), owned(before), "nothing is saved");
        assert_eq!(tenant.saves.get(), times);

        tenant.open.set(Open::App);
        run = tenant.run(back, &format!("back-{times}"));
        assert_eq!(*tenant.saved.borrow(), owned(after), "as the page that shows it says");
        assert_eq!(tenant.saves.get(), times + 1, "each way is saved");
    }
}

#[test]
fn s001_26_g6_the_undo_of_a_run_that_left_the_form_open_saves_nothing_either() {
    let tenant = Tenant::new();
    tenant.refuses.set(true);
    let run = tenant.run(tenant.plan(&[Policy::Ip]).unwrap(), "refused");
    assert_eq!(*tenant.saved.borrow(), owned(AT_FIRST));
    tenant.alert.set(None);
    tenant.refuses.set(false);
    tenant.form.borrow_mut()[2] = WANTED[2].to_owned();
    if let Ok(back) = undo_plan(&run.record(), tenant.org.now.get()) {
        tenant.run(back, "undo");
    }
    assert_eq!(*tenant.saved.borrow(), owned(AT_FIRST));
}

#[test]
fn s001_27_a_choice_that_cannot_be_told_apart_has_no_way_back_and_the_plan_says_so() {
    let tenant = Tenant::new();
    tenant.saved.borrow_mut()[1] = "Expire someday".to_owned();
    assert_eq!(
        line(&tenant.lines(), "refresh-token").repair,
        None,
        "nobody knows what it is"
    );
    // Whoever asks all the same is told.
    let run = tenant.run(tenant.plan(&[Policy::Refresh]).unwrap(), "fix");
    assert_eq!(run.progress().phase, Phase::Done);
    let back = undo_plan(&run.record(), tenant.org.now.get());
    assert!(format!("{back:?}").contains("deploy-undo-refresh"), "{back:?}");
}

#[test]
fn s001_26_what_the_page_refuses_ends_the_step_in_the_pages_own_words_and_changes_nothing() {
    let tenant = Tenant::new();
    tenant.may.set(false);
    let lines = tenant.lines();
    assert!(says(line(&lines, "ip-relaxation"), "deploy-setup-may-not"));
    assert_eq!(line(&lines, "ip-relaxation").repair, None);
    assert!(matches!(tenant.plan(&ALL), Err(PlanError::Incomplete { .. })));
    tenant.may.set(true);

    // Refused when it is saved.
    tenant.refuses.set(true);
    let progress = tenant
        .run(tenant.plan(&[Policy::Ip, Policy::Timeout]).unwrap(), "refused")
        .progress();
    assert_eq!(progress.phase, Phase::Ended);
    assert!(why(&progress).contains("Invalid Data"), "{progress:?}");
    assert_eq!(*tenant.saved.borrow(), owned(AT_FIRST));
    assert_eq!(tenant.saves.get(), 0);

    // Another organization's page in its place is not acted on.
    tenant.refuses.set(false);
    tenant.alert.set(None);
    tenant.open.set(Open::App);
    let plan = tenant.plan(&[Policy::Ip]).unwrap();
    *tenant.app.borrow_mut() = "0H4xx0000009999".to_owned();
    let approval = Approval {
        digest: plan.digest(),
        typed_names: plan.names_to_type(),
    };
    let run = Run::begin(plan, &approval, "other".to_owned(), tenant.org.now.get()).unwrap();
    let handle = Handle::new();
    let told = handle.clone();
    let held = Cell::new(false);
    let run = block_on(drive(run, &tenant, &handle, |progress| match progress.phase {
        Phase::Held { .. } => {
            held.set(true);
            told.tell(Command::Cancel);
        }
        Phase::Asking { .. } => told.tell(Command::Choose(Choice::Leave)),
        _ => {}
    }));
    assert!(run.is_err() || held.get() || run.unwrap().progress().phase != Phase::Done);
    assert_eq!(*tenant.saved.borrow(), owned(AT_FIRST));
}

/// A radio button only tells that it is not chosen, and so nothing of a third kind that somebody chose since.
#[test]
fn g6_an_undo_of_the_refresh_policy_leaves_what_somebody_else_chose_since() {
    let tenant = Tenant::new();
    let run = tenant.run(tenant.plan(&[Policy::Refresh]).unwrap(), "first");
    assert_eq!(run.progress().phase, Phase::Done, "{:?}", run.progress());
    tenant.saved.borrow_mut()[1] = "Immediately expire refresh token".to_owned();
    let undo = tenant.run(undo_plan(&run.record(), 0).unwrap(), "undo");
    assert_eq!(
        tenant.saved.borrow()[1],
        "Immediately expire refresh token",
        "somebody else's choice is taken back: {:?}",
        undo.progress()
    );
}

#[test]
fn g3_a_refresh_policy_that_moved_since_the_plan_was_made_is_a_conflict() {
    let tenant = Tenant::new();
    let plan = tenant.plan(&[Policy::Refresh]).unwrap();
    tenant.saved.borrow_mut()[1] = "Immediately expire refresh token".to_owned();
    let run = tenant.run(plan, "first");
    assert_eq!(
        tenant.saved.borrow()[1],
        "Immediately expire refresh token",
        "written over: {:?}",
        run.progress()
    );
}

/// Salesforce does not tell whether the organization is a sandbox (`IsSandbox` withheld: unknown counts as
/// production), and something of the tenant is put right in the same plan. The page of the app does tell whose it is.
#[test]
fn g2_the_organization_whose_kind_is_unknown_is_typed_beside_the_tenant() {
    use latchkey::domain::organization::EnvironmentKind;
    let tenant = Tenant::new();
    let mut plan = tenant.plan(&[Policy::Ip]).unwrap();
    for target in &mut plan.targets {
        target.kind = EnvironmentKind::Unknown;
    }
    let organization = plan.targets[0].name.clone();
    assert_eq!(plan.names_to_type(), [organization.as_str()], "alone it is");
    // As a licence is given to somebody of the tenant.
    let mut entra = plan.targets[0].clone();
    entra.id = "entra".to_owned();
    entra.service = Service::Graph;
    entra.name = "The tenant".to_owned();
    let mut licence = plan.steps[0].clone();
    licence.id = "licence:1".to_owned();
    licence.target = entra.id.clone();
    plan.targets.insert(0, entra);
    plan.steps.insert(0, licence);
    assert_eq!(plan.names_to_type(), ["The tenant", organization.as_str()]);
}
