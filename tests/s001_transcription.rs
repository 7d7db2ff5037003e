//! The meeting policy's Transcription, turned on and taken back: through the policy's API, and on a page (S001-09 to
//! S001-11); what the set-up policies say (S001-07, S001-08); and who is in a group.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod org_in_process;

use std::cell::RefCell;

use latchkey::domain::organization::SignedInUser;
use latchkey::domain::reading::Reading;
use latchkey::http::{LocalFuture, Method, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{Command, Handle, JournalStore, World, drive};
use latchkey::plan::grants::Grants;
use latchkey::plan::model::{PLAN_VERSION, PageAct, Plan, Service, Step, Target};
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::{Choice, Run};
use latchkey::plan::start::{Approval, RefusedToStart};
use latchkey::plan::undo::undo_plan;
use latchkey::portal::teams_admin;
use latchkey::recipes::tenant::{Tenant as Own, read, target};
use latchkey::recipes::transcription;
use latchkey::services::Transport;
use latchkey::services::bearer::{Cloud, CloudError};
use latchkey::services::entra::Resource;
use latchkey::services::graph::{groups, tenant, users};
use latchkey::services::teams::{self, SALES_APP};
use latchkey::text::Text;
use org_in_process::{Org, block_on};
use serde_json::{Value, json};

const GRAPH: &str = "graph.microsoft.com";
const API: &str = "api.interfaces.records.teams.microsoft.com";
const PATH: &str = "configurations/TeamsMeetingPolicy/configuration/Global";

/// One service's host; every request to it carries what the service's every request does.
struct At<'a>(&'a Org, &'static str, Resource);

impl Transport for At<'_> {
    fn host(&self) -> &str {
        self.1
    }

    fn send(&self, mut request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        for (name, value) in self.2.headers() {
            request = request.header(name, *value);
        }
        Box::pin(async move { self.0.call(self.1, &request) })
    }

    fn batch(&self, _: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        panic!("no batches here")
    }
}

/// The page as far as it is shown: the switch and whether there is something to save; `None` is the list.
type Shown = Option<(bool, bool)>;

/// The tenant with the Teams admin center open on the organization-wide policy.
struct Tenant {
    org: Org,
    shown: RefCell<Shown>,
    /// Whether the page goes back to the list once it has saved.
    leaves: bool,
    /// Whether what is saved is kept.
    keeps: bool,
}

impl Tenant {
    fn new(dialects: &[&str]) -> Self {
        let tenant = Self {
            org: Org::new("admin@contoso.com", dialects, ""),
            shown: RefCell::new(None),
            leaves: dialects.contains(&"teams-save=leaves"),
            keeps: true,
        };
        tenant.open();
        tenant
    }

    /// What the page's own scripts ask its server.
    fn page(&self, method: &str, body: Value) -> Value {
        let request = Request::json(
            Method::Post,
            format!("/gateway/teams/{method}"),
            &json!({"path": PATH, "body": body}),
        );
        let answer = self.org.call(teams_admin::HOST, &request).unwrap();
        assert_eq!(answer.status, 200, "{}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    fn stored(&self) -> bool {
        self.page("GET", Value::Null)["AllowTranscription"] == true
    }

    fn open(&self) {
        *self.shown.borrow_mut() = Some((self.stored(), false));
    }

    /// The tenant and who is signed in, as Graph tells them.
    fn own(&self) -> Own {
        let at = At(&self.org, GRAPH, Resource::Graph);
        match block_on(read(&Cloud::new(&at, &self.org))) {
            Reading::Complete(own) => own,
            other => panic!("{other:?}"),
        }
    }

    fn plan(&self, steps: Vec<Step>, targets: Vec<Target>) -> Plan {
        Plan {
            version: PLAN_VERSION,
            recipe: "readiness".into(),
            title: Text::new("transcription-step"),
            undoes: None,
            made_at: self.org.now.get(),
            targets,
            steps,
            slots: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Carries a plan out; what it asks is answered by leaving things as they are.
    fn run(&self, plan: Plan, id: &str) -> Run {
        let approval = Approval {
            digest: plan.digest(),
            typed_names: plan.names_to_type(),
        };
        let run = Run::begin(plan, &approval, id.to_owned(), self.org.now.get()).unwrap();
        let handle = Handle::new();
        let inner = handle.clone();
        block_on(drive(run, self, &handle, move |progress| match progress.phase {
            Phase::Asking { .. } => inner.tell(Command::Choose(Choice::Leave)),
            Phase::Held { .. } => inner.tell(Command::Cancel),
            _ => {}
        }))
        .unwrap()
    }

    fn back(&self, run: &Run) -> Run {
        self.run(undo_plan(&run.record(), self.org.now.get()).unwrap(), "run-2")
    }
}

impl World for Tenant {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        let at = match target.service {
            Service::Teams => At(&self.org, API, Resource::Teams),
            _ => At(&self.org, GRAPH, Resource::Graph),
        };
        assert_eq!(target.host, at.host());
        Box::pin(async move { at.send(request).await })
    }
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        let shown = *self.shown.borrow();
        let read = match (locator, shown) {
            (teams_admin::MEETING_POLICIES, _) => Ok(json!({"there": true})),
            (teams_admin::GLOBAL_ROW, shown) => Ok(json!({"there": shown.is_none()})),
            (teams_admin::TRANSCRIPTION, None) => Ok(json!({"there": false})),
            (teams_admin::SAVE, Some(_)) => Ok(json!({"there": true})),
            (teams_admin::SAVE, None) => Ok(json!({"there": false})),
            (teams_admin::GLOBAL, shown) => Ok(json!({"there": shown.is_some()})),
            (teams_admin::UNSAVED, shown) => Ok(json!({"there": shown.is_some_and(|(_, unsaved)| unsaved)})),
            (teams_admin::TRANSCRIPTION, Some((on, _))) => Ok(json!({"there": true, "checked": on})),
            _ => Err(TransportError::NotFound {
                control: locator.to_owned(),
            }),
        };
        Box::pin(async { read })
    }
    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        let shown = *self.shown.borrow();
        match (locator, act, shown) {
            (teams_admin::MEETING_POLICIES, PageAct::Press, _) => *self.shown.borrow_mut() = None,
            (teams_admin::GLOBAL_ROW, PageAct::Press, None) => self.open(),
            (teams_admin::TRANSCRIPTION, PageAct::Set { checked }, Some(_)) => {
                *self.shown.borrow_mut() = Some((*checked, *checked != self.stored()));
            }
            (teams_admin::SAVE, PageAct::Press, Some((on, true))) => {
                if self.keeps {
                    self.page("PUT", json!({"AllowTranscription": on}));
                }
                *self.shown.borrow_mut() = (!self.leaves).then_some((on, false));
            }
            other => panic!("{other:?}"),
        }
        self.page_read(locator)
    }
    fn grant(&self, _: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        Box::pin(async { Ok(()) })
    }
    fn guide(&self, _: Option<&str>) {}
    fn journal(&self) -> &dyn JournalStore {
        World::journal(&self.org)
    }
    fn now(&self) -> Millis {
        self.org.now.get()
    }
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        World::sleep(&self.org, millis)
    }
}

fn admin() -> SignedInUser {
    SignedInUser {
        id: "1".into(),
        name: "Ingrid Solheim".into(),
        upn: "admin@contoso.com".into(),
    }
}

fn is_done(run: &Run) -> bool {
    run.progress()
        .steps
        .iter()
        .all(|step| matches!(step.state, StepState::Done { .. }))
}

#[test]
fn s001_11_transcription_is_turned_on_through_the_api_read_back_and_taken_back() {
    for dialects in [&["teams-key=none"][..], &["teams-key=needed"]] {
        let tenant = Tenant::new(dialects);
        let at = At(&tenant.org, API, Resource::Teams);
        let policy = block_on(Cloud::new(&at, &tenant.org).get(&teams::meeting_policy(teams::GLOBAL))).unwrap();
        assert_eq!(
            (policy.identity.as_str(), policy.allow_transcription),
            ("Global", Some(false))
        );
        let teams = transcription::target(("t", "Contoso"), API, &admin());
        let targets = vec![target(&tenant.own()), teams];
        let run = tenant.run(tenant.plan(vec![transcription::by_api(&policy)], targets), "run-1");
        assert!(is_done(&run) && tenant.stored(), "{:?}", run.progress());
        let back = tenant.back(&run);
        assert!(is_done(&back) && !tenant.stored(), "{:?}", back.progress());
    }
}

#[test]
fn g2_a_service_that_tells_no_tenant_is_written_to_only_under_the_lock_of_the_tenant_and_its_user() {
    let tenant = Tenant::new(&[]);
    let at = At(&tenant.org, API, Resource::Teams);
    let policy = block_on(Cloud::new(&at, &tenant.org).get(&teams::meeting_policy(teams::GLOBAL))).unwrap();
    let teams = || transcription::target(("t", "Contoso"), API, &admin());
    let steps = || vec![transcription::by_api(&policy)];
    // Alone it is no plan.
    let plan = tenant.plan(steps(), vec![teams()]);
    let approval = Approval {
        digest: plan.digest(),
        typed_names: plan.names_to_type(),
    };
    let refused = Run::begin(plan, &approval, "run-0".to_owned(), tenant.org.now.get());
    assert!(matches!(refused, Err(RefusedToStart::NoLock { target }) if target == "teams"));
    // Planned in another tenant, or by another account of this one, nothing is sent here.
    let own = tenant.own();
    let elsewhere = Own {
        id: "99999999-0000-4000-8000-000000000000".into(),
        ..own.clone()
    };
    let mut other_user = own.clone();
    other_user.admin.id = "99999999-0000-4000-8000-000000000001".into();
    for planned_as in [elsewhere, other_user] {
        let run = tenant.run(tenant.plan(steps(), vec![target(&planned_as), teams()]), "run-1");
        assert!(!is_done(&run) && !tenant.stored(), "{:?}", run.progress());
    }
    // What is done is taken back under the same lock.
    let run = tenant.run(tenant.plan(steps(), vec![target(&own), teams()]), "run-2");
    let back = undo_plan(&run.record(), tenant.org.now.get()).unwrap();
    assert_eq!(back.targets, run.record().header.plan.targets);
}

#[test]
fn s001_11_transcription_is_turned_on_on_the_page_saved_and_seen_and_taken_back() {
    for dialects in [&["teams-save=stays"][..], &["teams-save=leaves"]] {
        let tenant = Tenant::new(dialects);
        let plan = tenant.plan(transcription::by_page(), vec![transcription::page(&admin())]);
        let run = tenant.run(plan, "run-1");
        assert!(is_done(&run) && tenant.stored(), "{dialects:?} {:?}", run.progress());
        let back = tenant.back(&run);
        assert!(is_done(&back) && !tenant.stored(), "{dialects:?} {:?}", back.progress());
    }
}

#[test]
fn s001_11_what_the_page_says_it_saved_and_did_not_keep_is_noticed() {
    let mut tenant = Tenant::new(&["teams-save=stays"]);
    tenant.keeps = false;
    let plan = tenant.plan(transcription::by_page(), vec![transcription::page(&admin())]);
    let run = tenant.run(plan, "run-1");
    let progress = run.progress();
    assert!(
        matches!(progress.steps[1].state, StepState::Done { .. }),
        "{progress:?}"
    );
    assert!(
        !matches!(progress.steps[5].state, StepState::Done { .. }),
        "{progress:?}"
    );
    assert!(!tenant.stored());
}

#[test]
fn s001_10_whatever_policy_is_shown_the_organization_wide_one_is_opened_and_without_a_list_nothing_is_done() {
    let tenant = Tenant::new(&[]);
    let steps = transcription::by_page();
    let order: Vec<&str> = steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(
        order[..3],
        ["transcription:list", "transcription:open", "transcription"]
    );
    // The plan begins on the list, whatever the page shows.
    *tenant.shown.borrow_mut() = None;
    let run = tenant.run(tenant.plan(steps, vec![transcription::page(&admin())]), "run-1");
    assert!(is_done(&run) && tenant.stored(), "{:?}", run.progress());
}

#[test]
fn s001_11_where_the_api_lets_nobody_in_that_is_told_and_not_taken_for_off() {
    for (upn, dialects) in [
        ("admin@contoso.com", &["teams-api=closed"][..]),
        ("agent@contoso.com", &[]),
    ] {
        let org = Org::new(upn, dialects, "");
        let at = At(&org, API, Resource::Teams);
        let refused = block_on(Cloud::new(&at, &org).get(&teams::meeting_policy(teams::GLOBAL))).unwrap_err();
        assert!(matches!(refused, CloudError::Denied { .. }), "{refused}");
        assert!(format!("{:?}", refused.explain()).contains("graph-role-teams-administrator"));
    }
}

#[test]
fn s001_07_and_08_a_set_up_policy_tells_what_it_installs_pins_and_lacks() {
    let org = Org::new("admin@contoso.com", &[], "");
    let at = At(&org, API, Resource::Teams);
    let cloud = Cloud::new(&at, &org);
    let read = || block_on(cloud.get(&teams::app_setup_policies())).unwrap();
    let global = &read()[0];
    assert!(!global.installs(SALES_APP) && !global.pins(SALES_APP) && global.missing_pins().is_empty());
    let mut all = org.state()["teams"].clone();
    all["appSetupPolicies"] = json!([all["appSetupPolicies"][0], {"Identity": "Tag:Sellers", "AllowUserPinning": true,
        "AppPresetList": [{"Id": SALES_APP.to_uppercase()}], "PinnedAppBarApps": [{"Id": SALES_APP}, {"Id": teams::DEFAULT_PINS[0]}]}]);
    let put = Request::json(Method::Put, "/state", &json!({"teams": all}));
    assert_eq!(org.call(latchkey_sandbox::CONTROL_HOST, &put).unwrap().status, 200);
    let sellers = &read()[1];
    assert_eq!((sellers.name(), sellers.allow_user_pinning), ("Sellers", Some(true)));
    assert!(sellers.installs(SALES_APP) && sellers.pins(SALES_APP));
    assert_eq!(sellers.missing_pins(), teams::DEFAULT_PINS[1..]);
}

#[test]
fn s001_04_an_audience_is_read_whole_from_a_group_or_by_licence() {
    let org = Org::new("admin@contoso.com", &[], "");
    let at = At(&org, "graph.microsoft.com", Resource::Graph);
    let cloud = Cloud::new(&at, &org);
    let found = block_on(cloud.all(&groups::starting("Sales p"))).unwrap();
    assert_eq!(found.len(), 1);
    let members = block_on(cloud.all(&groups::members(&found[0].id))).unwrap();
    assert!(
        members.len() > 3,
        "those of the group within it as well: {}",
        members.len()
    );
    assert!(
        members
            .iter()
            .all(|member| member.mail.is_some() && member.account_enabled.is_some())
    );
    let skus = block_on(cloud.all(&tenant::subscribed_skus())).unwrap();
    let copilot = skus
        .iter()
        .find(|sku| sku.part_number == "Microsoft_365_Copilot")
        .unwrap();
    let holders = block_on(cloud.all(&users::holders(&copilot.sku_id))).unwrap();
    assert_eq!(holders.len(), usize::try_from(copilot.consumed).unwrap());
    let known = block_on(cloud.all(&users::known_as("agent@contoso.com"))).unwrap();
    assert_eq!(known.len(), 1);
}
