//! The readiness report on the sandbox tenant, in process: what is read of each system, what the report says of it, and
//! what a plan puts right and takes back.
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

use latchkey::domain::connector_policy::Group;
use latchkey::domain::deployment::Choice;
use latchkey::domain::deployment::steps::Source;
use latchkey::domain::reading::Reading;
use latchkey::domain::salesforce::app_policy::PermittedUsers;
use latchkey::http::{LocalFuture, Method, Request, Response, TransportError};
use latchkey::json::{FromJson, ToJson};
use latchkey::plan::drive::{Handle, JournalStore, World, drive};
use latchkey::plan::grants::Grants;
use latchkey::plan::model::{PageAct, Plan, Risk, Service, Target};
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::Run;
use latchkey::plan::start::Approval;
use latchkey::plan::undo::undo_plan;
use latchkey::recipes::deployment::choices::{Remembered, Tick};
use latchkey::recipes::deployment::directory::find_groups;
use latchkey::recipes::deployment::explain_undo;
use latchkey::recipes::deployment::observed::Viva;
use latchkey::recipes::deployment::policies::ways;
use latchkey::recipes::deployment::refusal::refused;
use latchkey::recipes::deployment::salesforce_points::candidates;
use latchkey::recipes::deployment::seating::{given, lacking};
use latchkey::recipes::deployment::welcome::{Part, brief, left_out, parts};
use latchkey::recipes::deployment::{
    Choices, Line, Observed, PlanError, Repair, observe, plan, read_advanced, read_directory, read_platform,
    read_salesforce, read_teams, read_viva, report,
};
use latchkey::recipes::disconnect::Context;
use latchkey::recipes::readiness::Readiness;
use latchkey::services::Transport;
use latchkey::services::entra::scope;
use latchkey::services::salesforce::rows::SetupEntityAccess;
use latchkey::services::salesforce::sign_in::session::identity;
use latchkey::services::salesforce::{Salesforce, rows};
use latchkey::text::Text;
use latchkey_sandbox::salesforce::HOST as SALESFORCE;
use org_in_process::{Org, block_on};
use serde_json::{Value, json};

const GRAPH: &str = "graph.microsoft.com";
const BAP: &str = "api.bap.microsoft.com";
const API: &str = "api.powerplatform.com";
const VIVA: &str = "msdynviva.crm4.dynamics.com";
const TEAMS: &str = "api.interfaces.records.teams.microsoft.com";

/// One service as the admin sees it.
struct Cloud<'a>(&'a Tenant, &'static str);

impl Transport for Cloud<'_> {
    fn host(&self) -> &str {
        self.1
    }
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            assert_eq!(request.method, Method::Get, "a report writes nothing: {request:?}");
            let mut request = request;
            if self.0.without.borrow().is_some_and(|part| request.path.contains(part)) {
                return Ok(forbidden());
            }
            if self.1 == TEAMS {
                request = request.header("x-authz-scope", "tenant");
            }
            if self.0.further.get().is_some() && request.path.contains("further-") {
                let empty = if self.1 == SALESFORCE { "records" } else { "value" };
                return Ok(Response {
                    status: 200,
                    headers: Default::default(),
                    body: going_on(self.0, json!({empty: []})).to_string(),
                });
            }
            let mut answer = self.0.org.call(self.1, &request)?;
            if self.0.further.get().is_some() && request.path.contains("transitiveMembers") {
                answer.body = going_on(self.0, serde_json::from_str(&answer.body).unwrap()).to_string();
            }
            Ok(answer)
        })
    }
    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let without = *self.0.without.borrow();
            if without.is_some_and(|part| paths.iter().any(|path| path.contains(part))) {
                return Ok(forbidden());
            }
            let request = if self.1 == SALESFORCE {
                latchkey::services::salesforce::composite::compose(&paths).unwrap()
            } else {
                latchkey::services::bearer::batch::compose(&paths, "/v1.0/").unwrap()
            };
            let mut answer = self.0.org.call(self.1, &request)?;
            if self.0.further.get().is_some() && self.1 == SALESFORCE {
                let mut body: Value = serde_json::from_str(&answer.body).unwrap();
                for part in body["compositeResponse"].as_array_mut().unwrap() {
                    if part["body"]["records"][0]["attributes"]["type"] == "User" {
                        part["body"] = going_on(self.0, part["body"].take());
                    }
                }
                answer.body = body.to_string();
            }
            Ok(answer)
        })
    }
}

fn forbidden() -> Response {
    Response {
        status: 403,
        headers: Default::default(),
        body: r#"{"error":{"code":"Forbidden","message":"no"}}"#.to_owned(),
    }
}

struct Tenant {
    org: Org,
    choices: Choices,
    /// Part of the addresses the admin may not read.
    without: RefCell<Option<&'static str>>,
    /// Lists of people go on and on: how many further pages were asked for.
    further: Cell<Option<usize>>,
}

/// A list that goes on: one more page of it.
fn going_on(tenant: &Tenant, mut page: Value) -> Value {
    let at = tenant.further.get().unwrap() + 1;
    tenant.further.set(Some(at));
    if page.get("records").is_some() {
        page["done"] = json!(false);
        page["totalSize"] = json!(1_000_000);
        page["nextRecordsUrl"] = json!(format!("/services/data/v66.0/query/further-{at}"));
    } else {
        page["@odata.nextLink"] = json!(format!("https://{GRAPH}/v1.0/groups/further-{at}"));
    }
    page
}

impl Tenant {
    fn new(dialects: &[&str]) -> Self {
        Self {
            org: Org::new("admin@contoso.com", dialects, ""),
            choices: Choices::default(),
            without: RefCell::default(),
            further: Cell::default(),
        }
    }

    fn context(&self) -> Context<'_> {
        Context {
            now: self.org.now.get(),
            sleep: &self.org,
        }
    }

    fn group(&self, name: &str) -> Choice {
        let found = block_on(find_groups(&Cloud(self, GRAPH), self.context(), name)).unwrap();
        let group = found
            .into_iter()
            .find(|group| group.display_name.as_deref() == Some(name))
            .unwrap();
        Choice::Group {
            id: group.id,
            name: name.to_owned(),
        }
    }

    fn read(&self) -> Observed {
        let mut observed = block_on(observe(&self.org, self.context())).unwrap();
        let audience = self.choices.audience.as_ref();
        observed.take_directory(block_on(read_directory(&Cloud(self, GRAPH), self.context(), audience)));
        observed.take_platform(block_on(read_platform(&Cloud(self, BAP), self.context())));
        if let Some(viva) = observed.environment().cloned() {
            let (read, requests) = block_on(read_advanced(&Cloud(self, API), self.context(), &viva));
            observed.take_advanced(read, requests);
            assert_eq!(viva.host(), Some(VIVA));
            let (own, graph) = (Cloud(self, VIVA), Cloud(self, GRAPH));
            observed.take_viva(block_on(read_viva(&own, &graph, self.context())));
        }
        observed.take_teams(block_on(read_teams(&Cloud(self, TEAMS), self.context())));
        observed
    }

    fn run(&self, plan: Plan, id: &str) -> Run {
        let approval = Approval {
            digest: plan.digest(),
            typed_names: plan.names_to_type(),
        };
        let run = Run::begin(plan, &approval, id.to_owned(), self.org.now.get()).unwrap();
        let run = block_on(drive(run, self, &Handle::new(), |progress| {
            assert!(!matches!(progress.phase, Phase::Asking { .. }), "{progress:?}");
        }))
        .unwrap();
        let progress = run.progress();
        assert_eq!(progress.phase, Phase::Done, "{progress:?}");
        let by_it = |step: &latchkey::plan::progress::StepProgress| {
            matches!(step.state, StepState::Done { already: false, .. })
        };
        assert!(progress.steps.iter().all(by_it), "{progress:?}");
        run
    }
}

impl World for Tenant {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        assert_ne!(target.service, Service::Page);
        let request = match target.service {
            Service::Teams => request.header("x-authz-scope", "tenant"),
            _ => request,
        };
        Box::pin(async move { self.org.call(&target.host, &request) })
    }
    fn page_read<'a>(&'a self, _: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        Box::pin(async { Ok(json!({})) })
    }
    fn page_press<'a>(&'a self, _: &'a str, _: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        Box::pin(async { panic!("this recipe presses nothing") })
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

fn line<'a>(lines: &'a [Line], id: &str) -> &'a Line {
    lines.iter().find(|line| line.point.id == id).unwrap()
}

fn shown(lines: &[Line], id: &str) -> (Readiness, String) {
    let line = line(lines, id);
    (line.readiness, line.statement.id.to_string())
}

fn tick(point: &'static str, at: latchkey::http::Millis) -> Tick {
    Tick {
        point,
        at,
        of: "what stood there".to_owned(),
    }
}

#[test]
fn s001_01_the_report_takes_few_requests_and_writes_nothing() {
    let mut tenant = Tenant::new(&[]);
    tenant.choices.audience = Some(tenant.group("Sales pilot"));
    let before = tenant.org.state();
    tenant.org.requests.set(0);
    let observed = tenant.read();
    let requests = tenant.org.requests.get();
    assert!(requests <= 40, "{requests}");
    let at = tenant.org.now.get();
    assert_eq!(observed.read_last(), (at, u32::try_from(requests).unwrap()));
    // What is read again stands in the place of what was there, with its time and its requests.
    tenant.org.now.set(at + 60_000);
    let mut later = observed.clone();
    later.take_teams(block_on(read_teams(&Cloud(&tenant, TEAMS), tenant.context())));
    assert_eq!(later.read_last(), (at + 60_000, observed.read_last().1));
    later.teams = None;
    assert_eq!(later.read_last().0, at);
    assert_eq!(tenant.org.state(), before);
    let lines = report(&observed, &tenant.choices);
    for line in &lines {
        // What was not read says so, and none of it is green.
        let is_read = line.read_at.is_some() && line.readiness != Readiness::Unknown;
        assert!(is_read || line.readiness == Readiness::Unknown, "{line:?}");
    }
    for unread in ["api-enabled", "app-listed", "timeout", "outlook", "administrators"] {
        assert_eq!(line(&lines, unread).readiness, Readiness::Unknown, "{unread}");
    }
}

#[test]
fn s001_02_03_the_admin_s_own_roles_are_told() {
    let mut told = Vec::new();
    for dialect in ["directoryrole=global", "directoryrole=platform"] {
        let tenant = Tenant::new(&[dialect]);
        let lines = report(&tenant.read(), &tenant.choices);
        told.push(["role-global", "role-teams", "role-power-platform"].map(|id| line(&lines, id).readiness));
    }
    use Readiness::{Attention, Ready};
    assert_eq!(told, [[Ready, Ready, Ready], [Attention, Attention, Ready]]);
}

#[test]
fn s001_04_the_audience_is_said_first_in_any_of_three_ways() {
    let mut tenant = Tenant::new(&[]);
    let lines = report(&tenant.read(), &tenant.choices);
    assert_eq!(
        shown(&lines, "licence"),
        (Readiness::Unknown, "deploy-unknown-audience".into())
    );
    tenant.choices.audience = Some(Choice::LicenceHolders);
    let lines = report(&tenant.read(), &tenant.choices);
    assert_eq!(
        shown(&lines, "licence"),
        (Readiness::Ready, "deploy-licence-all".into())
    );

    // Through groups within it, each once.
    tenant.choices.audience = Some(tenant.group("Sales pilot"));
    let observed = tenant.read();
    let Some(Reading::Complete(audience)) = observed.people() else {
        panic!("{:?}", observed.people());
    };
    let inner = tenant.group("Sellers");
    let upns: Vec<&str> = audience.people.iter().map(|person| person.upn.as_str()).collect();
    for upn in ["emoji@contoso.com", "quinn@contoso.com", "sales.lead@contoso.com"] {
        assert_eq!(upns.iter().filter(|known| **known == upn).count(), 1, "{upns:?}");
    }
    tenant.choices.audience = Some(inner);
    let fewer = tenant.read();
    assert!(fewer.people().unwrap().value().unwrap().people.len() < upns.len());
    let lines = report(&observed, &tenant.choices);
    let licence = line(&lines, "licence");
    // Two seats are free, and more have none.
    assert_eq!(licence.readiness, Readiness::Blocked);
    assert!(licence.names.len() > 2, "{licence:?}");
    assert_eq!(licence.repair, Some(Repair::Licences));

    let names = ["agent@contoso.com", "nobody@contoso.com"].map(str::to_owned);
    tenant.choices.audience = Some(Choice::List(names.to_vec()));
    let directory = tenant.read().directory.unwrap();
    let people = directory.people.unwrap();
    let audience = people.value().unwrap();
    assert_eq!(
        (audience.people.len(), audience.nobody.as_slice()),
        (1, &["nobody@contoso.com".to_owned()][..])
    );
}

#[test]
fn s001_04_nobody_is_counted_or_given_a_licence_who_was_read_for_another_audience() {
    let mut tenant = Tenant::new(&[]);
    let pilot = tenant.group("Sales pilot");
    tenant.choices.audience = Some(pilot.clone());
    // The answer about the pilot comes after somebody else was said.
    let mut observed = read_with_salesforce(&tenant);
    let late = observed.clone();
    let list = Choice::List(vec!["admin@contoso.com".to_owned()]);
    tenant.choices.audience = Some(list.clone());
    tenant.choices.take_in(&observed);
    for repair in [Repair::Licences, Repair::Grant] {
        tenant.choices.repairs = vec![repair];
        let planned = plan(&observed, &tenant.choices, 0);
        assert!(matches!(planned, Err(PlanError::Incomplete { .. })), "{planned:?}");
    }
    assert!(observed.is_of_another(Some(&list)));
    observed.settle(Some(&list));
    assert!(!observed.is_of_another(Some(&list)));
    assert_eq!(observed.people(), None);
    // Who will use it was said: that is not what these lines wait for.
    let says = |observed: &Observed, choices: &Choices| {
        let lines = report(observed, choices);
        let first = line(&lines, "people").statement.clone();
        for id in ["records", "api-enabled", "permitted-users"] {
            assert_eq!(shown(&lines, id), (Readiness::Unknown, first.id.to_string()), "{id}");
        }
        (first, shown(&lines, "licence").1)
    };
    let (people, licence) = says(&observed, &tenant.choices);
    assert_eq!([&*people.id, &licence], ["deploy-unknown-people"; 2]);
    let (people, licence) = says(&observed, &Choices::default());
    assert_eq!([&*people.id, &licence], ["deploy-unknown-audience"; 2]);
    let mut unread = observed.clone();
    unread.directory = None;
    let signed_out =
        |source: Source| Text::new("deploy-unknown-signed-out").message("source", Text::new(source.name()));
    assert_eq!(says(&unread, &tenant.choices).0, signed_out(Source::Graph));
    // Where Salesforce tells nothing at all, they say why, as the lines beside them.
    let why = Text::new("salesforce-error-api-disabled");
    let salesforce = unread.salesforce.as_mut().unwrap();
    salesforce.organization = Reading::Unreadable(why.clone());
    salesforce.own = Reading::Unreadable(why.clone());
    salesforce.users = Reading::Unreadable(why.clone());
    let app = std::mem::replace(&mut salesforce.app, Reading::Unreadable(why.clone()));
    let lines = report(&unread, &tenant.choices);
    for id in ["people", "records", "api-enabled"] {
        assert_eq!(line(&lines, id).statement, why, "{id}");
    }
    unread.salesforce.as_mut().unwrap().app = app;
    assert_eq!(says(&unread, &tenant.choices).0, signed_out(Source::Graph));
    // It is read for whom it was said, first here, then in Salesforce.
    assert_eq!(observed.to_read(Some(&list)), Some(Source::Graph));
    observed.take_directory(tenant.read().directory.unwrap());
    assert_eq!(observed.to_read(Some(&list)), Some(Source::Salesforce));
    observed.settle(Some(&list));
    assert_eq!(observed.people().unwrap().value().unwrap().people.len(), 1);
    observed.take_salesforce(late.salesforce.unwrap());
    observed.settle(Some(&list));
    assert_eq!(observed.salesforce.as_ref().unwrap().sellers, None);
    observed.take_salesforce(read_with_salesforce(&tenant).salesforce.unwrap());
    observed.settle(Some(&list));
    assert_eq!(observed.to_read(Some(&list)), None);
    // Nobody says anything any more: nobody is counted.
    observed.settle(None);
    assert_eq!((observed.people(), observed.to_read(None)), (None, None));
    // Where the people cannot be read, Salesforce is not asked for them again and again.
    observed.directory.as_mut().unwrap().people = Some(Reading::Unreadable(Text::new("x")));
    assert_eq!(observed.to_read(Some(&list)), None);
}

#[test]
fn s001_04_licences_are_assigned_by_plan_usage_location_first_and_taken_back() {
    let mut tenant = Tenant::new(&[]);
    let names = ["norole@contoso.com", "agent@contoso.com"].map(str::to_owned);
    tenant.choices.audience = Some(Choice::List(names.to_vec()));
    let observed = tenant.read();
    tenant.choices.set_repair(Repair::Licences, true);
    assert_eq!(plan(&observed, &tenant.choices, 0), Err(PlanError::NoLocation));
    tenant.choices.take_in(&observed);
    assert_eq!(tenant.choices.location, "DK");
    let planned = plan(&observed, &tenant.choices, tenant.org.now.get()).unwrap();
    let ids: Vec<&str> = planned.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(ids, ["licence:0", "location:1", "licence:1"]);
    assert_eq!(planned.steps[2].needs, ["location:1"]);
    // Only what is written to is a target, and the tenant's name is typed.
    assert_eq!(planned.targets.len(), 1);
    assert_eq!(planned.names_to_type(), ["Contoso"]);

    let before = tenant.org.state();
    let run = tenant.run(planned, "run-1");
    let lines = report(&tenant.read(), &tenant.choices);
    assert_eq!(
        shown(&lines, "licence"),
        (Readiness::Ready, "deploy-licence-all".into())
    );

    let undo = undo_plan(&run.record(), tenant.org.now.get()).unwrap();
    tenant.run(undo, "run-2");
    let mut expected = before;
    let users = expected["graph"]["users"].as_array_mut().unwrap();
    let norole = users
        .iter_mut()
        .find(|user| user["userPrincipalName"] == "norole@contoso.com")
        .unwrap();
    // Other licences may need it by then.
    norole["usageLocation"] = json!("DK");
    assert_eq!(tenant.org.state()["graph"], expected["graph"]);
}

#[test]
fn s001_04_who_gets_the_free_seats_is_chosen_and_who_goes_without_is_named() {
    let mut tenant = Tenant::new(&[]);
    tenant.choices.audience = Some(tenant.group("Sales pilot"));
    let observed = tenant.read();
    tenant.choices.take_in(&observed);
    let (given, without) = given(&tenant.choices, &observed);
    let free = tenant.choices.sku(&observed).unwrap().free;
    assert_eq!(given.len(), usize::try_from(free).unwrap());
    assert!(without.len() > 1, "{without:?}");
    let (first, last) = (given[0].clone(), without[without.len() - 1].clone());

    tenant.choices.set_repair(Repair::Licences, true);
    tenant.choices.hold(&observed);
    // No more than seats are free.
    tenant.choices.seat(&observed, &last.id, true);
    let licensed = |plan: &Plan| -> Vec<String> {
        let steps = plan.steps.iter().filter(|step| step.id.starts_with("licence:"));
        steps.map(|step| format!("{:?}", step.title)).collect()
    };
    let planned = plan(&observed, &tenant.choices, 0).unwrap();
    assert_eq!(licensed(&planned).len(), usize::try_from(free).unwrap());
    // One for another.
    tenant.choices.seat(&observed, &first.id, false);
    tenant.choices.seat(&observed, &last.id, true);
    let planned = plan(&observed, &tenant.choices, tenant.org.now.get()).unwrap();
    let titles = licensed(&planned).join(" ");
    assert!(titles.contains(&last.upn) && !titles.contains(&first.upn), "{titles}");
    let note = planned
        .notes
        .iter()
        .find(|note| note.id == "deploy-note-seats")
        .unwrap();
    assert!(format!("{note:?}").contains(&first.upn), "{note:?}");
    // What is free costs nothing more: the plan says no word of a charge for it.
    assert!(planned.notes.iter().any(|note| note.id == "deploy-note-cost"));
    assert!(
        planned.steps.iter().all(|step| step.risk == Risk::Reversible),
        "{planned:?}"
    );

    // Nobody else comes into the plan afterwards.
    tenant.run(planned, "run-1");
    tenant.choices.take_in(&tenant.read());
    assert!(tenant.choices.repairs.is_empty(), "{:?}", tenant.choices);
    // Nobody ticked is nothing to do.
    tenant.choices.set_repair(Repair::Licences, true);
    for person in lacking(&observed).unwrap() {
        tenant.choices.seat(&observed, &person.id, false);
    }
    assert!(!tenant.choices.wants(Repair::Licences));
}

#[test]
fn s001_17_the_group_is_the_admins_choice_its_preset_has_a_reason_and_what_is_touched_is_named() {
    let mut tenant = Tenant::new(&["viva=trial"]);
    tenant.choices.set_repair(Repair::DataPolicies, true);
    let observed = tenant.read();
    let ways = ways(&observed, observed.platform.as_ref().unwrap());
    let preset = ways[0].preset().unwrap();
    let lines = report(&observed, &tenant.choices);
    let evidence = &line(&lines, "data-policies").evidence;
    let touched: Vec<&Text> = evidence
        .iter()
        .filter(|text| text.id == "deploy-policy-line-reach")
        .collect();
    assert_eq!(touched.len(), ways.len(), "each policy is said once: {evidence:?}");
    let touched = format!("{touched:?}");
    assert!(touched.contains(&ways[0].policy.outline.display_name), "{touched}");
    assert!(!ways[0].touches.is_empty());
    assert!(
        ways[0].touches.iter().take(5).all(|name| touched.contains(name)),
        "{touched}"
    );
    let planned = plan(&observed, &tenant.choices, 0).unwrap();
    let why = if preset.is_beside_dataverse {
        "policy-reason-beside-dataverse"
    } else {
        "policy-reason-preset"
    };
    assert_eq!(planned.steps[0].reason.id, why);
    assert!(planned.notes.iter().any(|note| note.id == "deploy-note-policy-touches"));

    let other = match preset.group {
        Group::Business => Group::NonBusiness,
        _ => Group::Business,
    };
    tenant.choices.group = Some(other);
    let planned = plan(&observed, &tenant.choices, tenant.org.now.get()).unwrap();
    assert_eq!(planned.steps[0].reason.id, "policy-reason-chosen");
    assert_eq!(planned.steps[0].delta[0].to, other.text());
    tenant.run(planned, "run-1");
    let lines = report(&tenant.read(), &tenant.choices);
    assert_eq!(line(&lines, "data-policies").readiness, Readiness::Ready);
    let state = tenant.org.state();
    let listed = |policy: &Value| {
        let groups = policy["policyDefinition"]["connectorGroups"].as_array().unwrap();
        let group = groups.iter().find(|group| group["classification"] == other.wire());
        group.is_some_and(|group| group["connectors"].to_string().contains("shared_salesforce"))
    };
    assert!(
        state["powerplatform"]["policies"]
            .as_array()
            .unwrap()
            .iter()
            .any(listed)
    );
}

#[test]
fn s001_21_an_app_that_is_blocked_is_not_called_uninstalled() {
    for dialect in ["powerplatformapp=uninstalled", "powerplatformapp=blocked"] {
        let tenant = Tenant::new(&[dialect]);
        let lines = report(&read_with_salesforce(&tenant), &tenant.choices);
        let listed = line(&lines, "app-listed");
        assert_eq!(
            shown(&lines, "app-listed"),
            (Readiness::Blocked, "deploy-app-not-listed".to_owned())
        );
        // No API tells which: both ways are.
        assert!(listed.evidence.iter().any(|text| text.id == "deploy-app-install"));
        assert!(
            listed.place.ends_with("/lightning/setup/ConnectedAppsUsage/home"),
            "{}",
            listed.place
        );
    }
}

#[test]
fn s001_17_33_what_stands_behind_the_power_platform_sends_one_to_it_first() {
    let tenant = Tenant::new(&[]);
    let mut observed = block_on(observe(&tenant.org, tenant.context())).unwrap();
    let lines = report(&observed, &tenant.choices);
    for id in ["data-policies", "advanced-policies", "administrators", "environment"] {
        let said = format!("{:?}", line(&lines, id).statement);
        assert!(said.contains("deploy-source-power-platform"), "{id}: {said}");
    }
    // Setup of the organization that is set, before anybody signed in to it.
    observed.my_domain = Some(SALESFORCE.to_owned());
    for line in report(&observed, &tenant.choices) {
        if line.point.source == Source::Salesforce {
            assert!(
                line.place
                    .starts_with(&format!("https://{SALESFORCE}/lightning/setup/")),
                "{}",
                line.place
            );
        }
    }
}

#[test]
fn s001_30_to_32_msdyn_viva_is_told_missing_on_trial_or_there() {
    let mut told = Vec::new();
    for dialect in ["viva=absent", "viva=trial", "viva=production"] {
        let tenant = Tenant::new(&[dialect]);
        told.push(shown(&report(&tenant.read(), &tenant.choices), "environment"));
    }
    assert_eq!(
        told,
        [
            (Readiness::Attention, "deploy-environment-none".to_owned()),
            (Readiness::Attention, "deploy-environment-trial".to_owned()),
            (Readiness::Ready, "deploy-environment-there".to_owned()),
        ]
    );
}

/// The platform's documents of this kind, changed.
fn with_platform(tenant: &Tenant, kind: &str, change: impl FnOnce(&mut Vec<Value>)) {
    let mut documents = tenant.org.state()["powerplatform"][kind].clone();
    change(documents.as_array_mut().unwrap());
    let put = Request::json(Method::Put, "/state", &json!({"powerplatform": {kind: documents}}));
    let answer = tenant.org.call(latchkey_sandbox::CONTROL_HOST, &put).unwrap();
    assert_eq!(answer.status, 200, "{}", answer.body);
}

fn place_of_viva(environments: &[Value]) -> usize {
    let is_viva = |one: &Value| one["properties"]["displayName"] == "msdyn_viva";
    environments.iter().position(is_viva).unwrap()
}

/// Every data policy is for this environment alone.
fn only_for(tenant: &Tenant, environment: &str) {
    with_platform(tenant, "policies", |policies| {
        for policy in policies {
            let definition = &mut policy["policyDefinition"];
            definition["environmentType"] = json!("OnlyEnvironments");
            definition["environments"] = json!([{
                "id": format!("/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/{environment}"),
                "name": environment,
            }]);
        }
    });
}

#[test]
fn s001_16_17_environments_that_could_not_be_read_make_no_data_policy_green() {
    let tenant = Tenant::new(&["viva=trial"]);
    let viva = tenant.read().environment().unwrap().name.clone();
    only_for(&tenant, &viva);
    let blocked = report(&tenant.read(), &tenant.choices);
    assert_eq!(line(&blocked, "data-policies").readiness, Readiness::Blocked);

    *tenant.without.borrow_mut() = Some("/environments?");
    let observed = tenant.read();
    assert_eq!(observed.environment(), None);
    let lines = report(&observed, &tenant.choices);
    let policies = line(&lines, "data-policies");
    // Every policy that may be for it is named, and none is changed.
    assert_eq!(
        (policies.readiness, policies.repair),
        (Readiness::Unknown, None),
        "{policies:?}"
    );
    assert_eq!(policies.names.len(), 3, "{policies:?}");
    assert!(!policies.evidence.iter().any(|text| text.id == "deploy-policies-before"));
    for id in ["environment", "advanced-policies", "administrators"] {
        assert_eq!(line(&lines, id).readiness, Readiness::Unknown, "{id}");
        assert!(!line(&lines, id).statement.id.ends_with("-before"), "{id}");
    }
    // Without any policy it is as little known.
    with_platform(&tenant, "policies", Vec::clear);
    let lines = report(&tenant.read(), &tenant.choices);
    assert_eq!(
        shown(&lines, "data-policies"),
        (Readiness::Unknown, "deploy-policies-unplaced".to_owned())
    );
}

#[test]
fn s001_30_32_another_environment_of_that_name_is_not_taken_for_the_sales_agents() {
    let mut tenant = Tenant::new(&["viva=trial"]);
    with_platform(&tenant, "environments", |environments| {
        let mut own = environments[place_of_viva(environments)].clone();
        own["name"] = json!("11111111-2222-3333-4444-555555555555");
        own["properties"]["environmentSku"] = json!("Developer");
        own["properties"].as_object_mut().unwrap().remove("provisioningState");
        environments.insert(0, own);
    });
    only_for(&tenant, "11111111-2222-3333-4444-555555555555");
    let observed = tenant.read();
    let lines = report(&observed, &tenant.choices);
    let environment = line(&lines, "environment");
    assert_eq!(environment.readiness, Readiness::Unknown, "{environment:?}");
    assert_eq!(environment.names.len(), 2, "{environment:?}");
    for id in ["data-policies", "advanced-policies", "administrators"] {
        let line = line(&lines, id);
        assert_eq!((line.readiness, line.repair), (Readiness::Unknown, None), "{line:?}");
    }
    for repair in [Repair::DataPolicies, Repair::Administrators] {
        tenant.choices.repairs = vec![repair];
        assert!(plan(&observed, &tenant.choices, 0).is_err(), "{repair:?}");
    }
    // Alone it is not the sales agent's either.
    with_platform(&tenant, "environments", |environments| {
        environments.retain(|one| one["properties"]["environmentSku"] != "Trial");
    });
    let lines = report(&tenant.read(), &tenant.choices);
    assert_eq!(line(&lines, "environment").readiness, Readiness::Unknown);
    assert_eq!(line(&lines, "data-policies").repair, None);
}

#[test]
fn s001_30_a_state_or_kind_that_is_not_told_is_not_there() {
    for member in ["provisioningState", "environmentSku"] {
        let tenant = Tenant::new(&["viva=production"]);
        assert_eq!(
            line(&report(&tenant.read(), &tenant.choices), "environment").readiness,
            Readiness::Ready
        );
        with_platform(&tenant, "environments", |environments| {
            let at = place_of_viva(environments);
            environments[at]["properties"].as_object_mut().unwrap().remove(member);
        });
        assert_eq!(
            shown(&report(&tenant.read(), &tenant.choices), "environment"),
            (Readiness::Unknown, "deploy-environment-untold".to_owned()),
            "{member}"
        );
    }
}

/// With somebody chosen who was made System Administrator by hand.
fn with_somebody_to_dismiss() -> (Tenant, Observed) {
    let mut tenant = Tenant::new(&["viva=trial"]);
    let observed = tenant.read();
    let (_, others) = observed.viva.as_ref().unwrap().parted().unwrap();
    tenant.choices.dismiss(&others[0].id.clone(), true);
    tenant.choices.set_repair(Repair::Administrators, true);
    (tenant, observed)
}

#[test]
fn s001_33_34_who_administers_msdyn_viva_is_told_apart_and_reviewed_by_plan() {
    let (mut tenant, observed) = with_somebody_to_dismiss();
    let lines = report(&observed, &tenant.choices);
    let review = line(&lines, "administrators");
    assert_eq!(review.readiness, Readiness::Attention);
    assert_eq!(review.names, ["Owen Pritchard (owen.admin@contoso.com)"]);
    let said: Vec<&str> = review.evidence.iter().map(|text| &*text.id).collect();
    assert!(said.contains(&"deploy-administrators-came") && said.contains(&"deploy-administrators-apps"));
    // The page of its users, by both ids.
    let own = &observed.viva.as_ref().unwrap().organization.value().unwrap().0.id;
    let viva = &observed.environment().unwrap().name;
    assert!(
        review
            .place
            .ends_with(&format!("/manage/environments/{own}/{viva}/users")),
        "{}",
        review.place
    );
    let before = tenant.org.state();
    let planned = plan(&observed, &tenant.choices, tenant.org.now.get()).unwrap();
    assert_eq!(planned.steps.len(), 1);
    let run = tenant.run(planned, "run-1");
    let after = tenant.read();
    let lines = report(&after, &tenant.choices);
    assert_eq!(line(&lines, "administrators").readiness, Readiness::Ready);
    assert_eq!(line(&lines, "administrators").repair, None);
    tenant.run(undo_plan(&run.record(), tenant.org.now.get()).unwrap(), "run-2");
    let pairs = |state: &Value| {
        let links = state["viva"]["systemuserrolescollection"].as_array().unwrap();
        let pair = |link: &Value| format!("{} {}", link["systemuserid"], link["roleid"]);
        let mut pairs: Vec<String> = links.iter().map(pair).collect();
        pairs.sort_unstable();
        pairs
    };
    assert_eq!(pairs(&tenant.org.state()), pairs(&before));
    assert_eq!(tenant.org.state()["dataverse"], before["dataverse"]);
    // The admin's own review counts, and what was read stands beneath it.
    tenant.choices.tick("administrators", Some(1), Some(&observed));
    let lines = report(&observed, &tenant.choices);
    assert_eq!(line(&lines, "administrators").readiness, Readiness::Ready);
    assert_eq!(line(&lines, "administrators").names.len(), 1);
    // It is of those who were there, remembered as well: somebody who is added is not reviewed by it.
    let kept = Remembered::from_json(&Remembered::of(&tenant.choices).to_json()).unwrap();
    let mut more = observed.clone();
    let Reading::Complete(all) = &mut more.viva.as_mut().unwrap().administrators else {
        panic!("administrators that were read");
    };
    all.reverse();
    assert_eq!(kept.checked, tenant.choices.checked);
    assert!(line(&report(&more, &tenant.choices), "administrators").is_ticked);
    // As long as nobody is signed in there, it says when that was, and is green for nobody.
    let mut unread = observed.clone();
    unread.viva = None;
    let lines = report(&unread, &tenant.choices);
    let review = line(&lines, "administrators");
    assert_eq!(
        (review.readiness, review.is_ticked),
        (Readiness::Unknown, false),
        "{review:?}"
    );
    assert!(
        review
            .evidence
            .contains(&Text::new("deploy-reviewed-before").day("day", 1)),
        "{review:?}"
    );
    let mut added = more.viva.as_ref().unwrap().administrators.value().unwrap()[0].clone();
    added.id = "added".to_owned();
    let Reading::Complete(all) = &mut more.viva.as_mut().unwrap().administrators else {
        panic!("administrators that were read");
    };
    all.push(added);
    let lines = report(&more, &tenant.choices);
    assert_eq!(line(&lines, "administrators").readiness, Readiness::Attention);
    // A tick from before anything was read is of nobody.
    tenant.choices.tick("administrators", Some(1), Some(&unread));
    let lines = report(&observed, &tenant.choices);
    assert_eq!(line(&lines, "administrators").readiness, Readiness::Attention);
}

#[test]
fn g11_nobody_is_locked_out_of_msdyn_viva() {
    let (mut tenant, mut observed) = with_somebody_to_dismiss();
    let viva = observed.viva.clone().unwrap();
    // Who administers by a role of the tenant is not dismissed, nor is who plans it.
    let (came, _) = viva.parted().unwrap();
    let own = viva.own().unwrap().id.clone();
    assert!(came.iter().any(|one| one.id == own));
    let chosen = tenant.choices.dismissed.clone();
    tenant.choices.dismissed = came.iter().map(|one| one.id.clone()).collect();
    assert_eq!(plan(&observed, &tenant.choices, 0), Err(PlanError::Nobody));
    // Without a role of the tenant the admin is one of the others, and stays.
    let unlisted = observed.viva.as_mut().unwrap();
    unlisted.of_tenant = Reading::Complete(Vec::new());
    tenant.choices.dismissed.extend(chosen.clone());
    let planned = plan(&observed, &tenant.choices, 0).unwrap();
    assert_eq!(planned.steps.len(), 1);
    assert!(!planned.steps[0].id.contains(&own));
    let lines = report(&observed, &tenant.choices);
    assert_eq!(line(&lines, "administrators").names.len(), 3);
    // Whose only role it is keeps it.
    for one in match &mut observed.viva.as_mut().unwrap().administrators {
        Reading::Complete(all) => all,
        other => panic!("{other:?}"),
    } {
        one.other = None;
    }
    tenant.choices.dismissed.clone_from(&chosen);
    assert_eq!(plan(&observed, &tenant.choices, 0), Err(PlanError::Nobody));
    // Who came by a role of the tenant is not known: nobody is dismissed, and nobody is called a stranger.
    observed.viva.as_mut().unwrap().of_tenant = Reading::Unreadable(latchkey::text::Text::new("x"));
    assert!(matches!(
        plan(&observed, &tenant.choices, 0),
        Err(PlanError::Incomplete { .. })
    ));
    let lines = report(&observed, &tenant.choices);
    assert_eq!(
        line(&lines, "administrators").statement.id,
        "deploy-administrators-found"
    );
    assert_eq!(line(&lines, "administrators").repair, None);
}

#[test]
fn s001_34_administrators_that_may_not_all_have_been_shown_are_not_reviewed() {
    let (mut tenant, observed) = with_somebody_to_dismiss();
    let changed = |change: &dyn Fn(&mut Viva)| {
        let mut observed = observed.clone();
        change(observed.viva.as_mut().unwrap());
        observed
    };
    // As Dataverse answers who may not read the rows: nobody.
    let empty = changed(&|viva| viva.administrators = Reading::Complete(Vec::new()));
    let lines = report(&empty, &tenant.choices);
    let review = line(&lines, "administrators");
    assert_eq!(
        (review.readiness, review.repair),
        (Readiness::Unknown, None),
        "{review:?}"
    );
    assert!(
        review
            .evidence
            .iter()
            .any(|text| text.id == "deploy-administrators-not-all")
    );
    // Nor is it told without knowing who asks.
    let nobody = changed(&|viva| {
        viva.organization = Reading::Unreadable(Text::new("x"));
        let own = viva.parted().unwrap().0.into_iter().cloned().collect();
        viva.administrators = Reading::Complete(own);
    });
    let lines = report(&nobody, &tenant.choices);
    assert_eq!(line(&lines, "administrators").readiness, Readiness::Unknown);
    // Whoever cannot be found in the directory is neither called a stranger nor dismissed.
    let mut unlisted = observed.clone();
    if let Reading::Complete(all) = &mut unlisted.viva.as_mut().unwrap().administrators {
        for one in all.iter_mut() {
            one.object = None;
        }
    }
    let lines = report(&unlisted, &tenant.choices);
    let review = line(&lines, "administrators");
    assert_eq!(
        (&*review.statement.id, review.repair),
        ("deploy-administrators-found", None),
        "{review:?}"
    );
    let planned = plan(&unlisted, &tenant.choices, 0);
    assert!(matches!(planned, Err(PlanError::Incomplete { .. })), "{planned:?}");
    tenant.choices.take_in(&unlisted);
    assert!(tenant.choices.repairs.is_empty());
}

#[test]
fn g11_who_loses_their_own_right_in_between_dismisses_nobody() {
    let (tenant, observed) = with_somebody_to_dismiss();
    let planned = plan(&observed, &tenant.choices, tenant.org.now.get()).unwrap();
    let own = observed.viva.as_ref().unwrap().own().unwrap().id.clone();
    let mut links = tenant.org.state()["viva"]["systemuserrolescollection"].clone();
    // A role is left, so that the admin still may read.
    let customizer = links.as_array().unwrap().len();
    links
        .as_array_mut()
        .unwrap()
        .retain(|link| link["systemuserid"] != json!(own));
    assert!(links.as_array().unwrap().len() < customizer);
    let document = json!({"viva": {"systemuserrolescollection": links}});
    let put = Request::json(Method::Put, "/state", &document);
    assert_eq!(
        tenant.org.call(latchkey_sandbox::CONTROL_HOST, &put).unwrap().status,
        200
    );
    let before = tenant.org.state();
    let approval = Approval {
        digest: planned.digest(),
        typed_names: planned.names_to_type(),
    };
    let run = Run::begin(planned, &approval, "run-1".to_owned(), tenant.org.now.get()).unwrap();
    let handle = Handle::new();
    let told = handle.clone();
    let run = block_on(drive(run, &tenant, &handle, |progress| {
        if matches!(progress.phase, Phase::Asking { .. }) {
            told.tell(latchkey::plan::drive::Command::Cancel);
        }
    }))
    .unwrap();
    assert_ne!(run.progress().phase, Phase::Done);
    assert_eq!(tenant.org.state()["viva"], before["viva"]);
}

#[test]
fn s001_34_a_token_for_another_organization_does_not_hold_at_msdyn_viva_and_none_is_there_without_it() {
    for (dialect, status) in [("viva=absent", 404), ("viva=trial", 401)] {
        let tenant = Tenant::new(&[dialect]);
        let mut request = http::Request::builder()
            .uri("/api/data/v9.2/WhoAmI")
            .header("host", VIVA);
        request = request.header("authorization", "Bearer nothing");
        let answer = tenant
            .org
            .sandbox
            .handle(request.body(Default::default()).unwrap())
            .unwrap();
        assert_eq!(answer.status().as_u16(), status, "{dialect}");
    }
}

#[test]
fn what_is_remembered_is_who_and_what_was_ticked_and_no_more() {
    let mut tenant = Tenant::new(&[]);
    for audience in [
        None,
        Some(Choice::LicenceHolders),
        Some(Choice::List(vec!["a@contoso.com".to_owned()])),
        Some(tenant.group("Sales pilot")),
    ] {
        tenant.choices = Choices {
            audience,
            checked: vec![tick("outlook", 7)],
            licence: Some("x".to_owned()),
            location: "DK".to_owned(),
            dismissed: vec!["y".to_owned()],
            ..Choices::default()
        };
        let kept = Remembered::of(&tenant.choices).to_json();
        assert!(!kept.to_string().contains("DK"));
        assert_eq!(Remembered::from_json(&kept).unwrap(), Remembered::of(&tenant.choices));
    }
    // A point of another version is left out, and a tick that does not say what it was about.
    let odd = json!({"audience": 3, "checked": [
        ["gone", 1, "x"], "x", ["outlook", "y", "x"], ["outlook", 1, null], ["timeout", 1],
    ]});
    assert_eq!(Remembered::from_json(&odd).unwrap(), Remembered::default());
}

#[test]
fn s001_40_what_was_not_read_is_left_out_of_the_message_and_said_to_be() {
    let mut tenant = Tenant::new(&[]);
    tenant.choices.audience = Some(Choice::List(vec!["manager@contoso.com".to_owned()]));
    let read = read_with_salesforce(&tenant);
    let said = |observed: &Observed| format!("{:?}", parts(observed));
    let left = |observed: &Observed| {
        let left = left_out(observed);
        left.iter()
            .map(|(fact, why)| format!("{fact:?} {why:?}"))
            .collect::<Vec<String>>()
    };
    assert_eq!(left(&read), Vec::<String>::new());
    assert!(said(&read).contains("Contoso") && said(&read).contains(SALESFORCE));

    let mut unread = read.clone();
    unread.directory.as_mut().unwrap().tenant = Reading::Unreadable(Text::new("cloud-error-throttled"));
    unread.salesforce.as_mut().unwrap().organization = Reading::Unreadable(Text::new("cloud-error-throttled"));
    unread.admin.name.clear();
    assert!(!said(&unread).contains("deploy-welcome-sign-in-at") && !said(&unread).contains("deploy-welcome-from"));
    assert!(said(&unread).contains("deploy-welcome-dear-all"));
    let left_then = left(&unread);
    assert_eq!(left_then.len(), 3, "{left_then:?}");
    for (at, fact, why) in [
        (0, "deploy-fact-tenant", true),
        (1, "deploy-fact-salesforce", true),
        (2, "deploy-fact-sender", false),
    ] {
        assert!(left_then[at].contains(fact), "{left_then:?}");
        assert_eq!(left_then[at].contains("cloud-error-throttled"), why, "{left_then:?}");
    }
    // The address of a mail may be too long for all of it: what is said stays, and one link stands for the articles.
    let (whole, short) = (parts(&read), brief(parts(&read)));
    let links = |parts: &[Part]| parts.iter().filter(|part| matches!(part, Part::Link(..))).count();
    assert_eq!(short.len() - links(&short), whole.len() - links(&whole));
    assert_eq!(links(&short), links(&whole) - 6 + 1);
    let short = format!("{short:?}");
    assert!(
        short.contains("deploy-welcome-articles") && !short.contains("connect-contact"),
        "{short}"
    );

    // Where nobody signed in it is left out as well.
    (unread.directory, unread.salesforce) = (None, None);
    assert_eq!(left(&unread).len(), 3);
    assert!(!said(&unread).contains("deploy-welcome-sign-in-at"));
}

#[test]
fn a_plan_begun_elsewhere_is_made_again_once_what_it_rests_on_was_read() {
    let mut tenant = Tenant::new(&["viva=trial"]);
    tenant.choices.audience = Some(Choice::List(vec!["norole@contoso.com".to_owned()]));
    let observed = tenant.read();
    tenant.choices.take_in(&observed);
    tenant.choices.checked = vec![tick("outlook", 7)];
    let somebody = observed.viva.as_ref().unwrap().parted().unwrap().1[0].id.clone();
    tenant.choices.dismiss(&somebody, true);
    for repair in [Repair::DataPolicies, Repair::Licences, Repair::Administrators] {
        tenant.choices.set_repair(repair, true);
    }
    let wanted = plan(&observed, &tenant.choices, 5).unwrap();
    let carried = Choices::unpacked(&tenant.choices.packed()).unwrap();
    // Ticks are remembered by themselves.
    assert!(carried.checked.is_empty());
    let mut choices = Choices {
        checked: vec![tick("visible", 9)],
        audience: carried.audience.clone(),
        ..Choices::default()
    };
    for unread in ["directory", "platform", "viva"] {
        let mut part = observed.clone();
        match unread {
            "directory" => part.directory = None,
            "platform" => part.platform = None,
            _ => part.viva = None,
        }
        assert!(!choices.carry(&carried, &part), "{unread}");
        assert!(choices.repairs.is_empty(), "{unread}");
    }
    assert!(choices.carry(&carried, &observed));
    assert_eq!(choices.checked, [tick("visible", 9)]);
    assert_eq!(plan(&observed, &choices, 5).unwrap(), wanted);
    // What came from outside and is not understood asks for nothing.
    for odd in [
        &b"\xff"[..],
        b"",
        b"[]",
        b"{}",
        br#"{"repairs":["everything"]}"#,
        br#"{"repairs":[]}"#,
        b"7",
    ] {
        assert_eq!(Choices::unpacked(odd), None, "{odd:?}");
    }
}

#[test]
fn s001_05_41_what_is_checked_by_hand_says_so_and_the_hours_are_counted_from_then() {
    let mut tenant = Tenant::new(&[]);
    let mut observed = tenant.read();
    let deployed = observed.read_at;
    assert_eq!(
        shown(&report(&observed, &tenant.choices), "visible").1,
        "deploy-visible-not-deployed"
    );
    tenant.choices.tick("outlook", Some(deployed), Some(&observed));
    for (hours, says) in [
        (0, "deploy-visible-first-day"),
        (24, "deploy-visible-second-day"),
        (48, "deploy-visible-late"),
    ] {
        observed.read_at = deployed + hours * 3_600_000;
        let lines = report(&observed, &tenant.choices);
        assert_eq!(shown(&lines, "visible"), (Readiness::Unknown, says.to_owned()));
        assert_eq!(
            shown(&lines, "outlook"),
            (Readiness::Ready, "deploy-checked-by-hand".to_owned())
        );
    }
    // Another tenant's add-in is not deployed by that.
    let mut other = observed.clone();
    other.organization.tenant_id = Some("another".to_owned());
    let lines = report(&other, &tenant.choices);
    assert_eq!(shown(&lines, "visible").1, "deploy-visible-not-deployed");
    assert_eq!(line(&lines, "outlook").readiness, Readiness::Unknown);
    // What was read is not overruled by hand.
    tenant.choices.tick("environment", Some(deployed), Some(&observed));
    assert_eq!(tenant.choices.checked.len(), 1);
    tenant.choices.checked = vec![tick("environment", deployed)];
    let lines = report(&observed, &tenant.choices);
    assert_eq!(line(&lines, "environment").readiness, Readiness::Attention);
}

#[test]
fn s001_07_28_a_tick_counts_for_what_it_was_about_and_for_nothing_that_was_read_amiss() {
    let mut tenant = Tenant::new(&[]);
    let mut observed = tenant.read();
    observed.my_domain = Some(SALESFORCE.to_owned());
    let is_ticked = |choices: &Choices, observed: &Observed, id: &str| {
        let lines = report(observed, choices);
        let line = line(&lines, id);
        assert_eq!(
            line.is_ticked,
            line.statement.id == "deploy-checked-by-hand",
            "{line:?}"
        );
        assert!(!line.is_ticked || line.readiness == Readiness::Ready, "{line:?}");
        line.is_ticked
    };
    // While nobody was signed in to Salesforce.
    for id in ["timeout", "refresh-token", "api-enabled"] {
        tenant.choices.tick(id, Some(1), Some(&observed));
        assert!(is_ticked(&tenant.choices, &observed, id), "{id}");
    }
    let mut sandbox = observed.clone();
    sandbox.my_domain = Some("contoso--test.sandbox.my.salesforce.com".to_owned());
    let read = read_with_salesforce(&tenant);
    for id in ["timeout", "refresh-token", "api-enabled"] {
        assert!(
            !is_ticked(&tenant.choices, &sandbox, id),
            "{id} of another organization"
        );
        assert!(!is_ticked(&tenant.choices, &read, id), "{id} of what was read since");
    }
    // What no API tells, of this app alone; what stood there stays beneath.
    tenant.choices.tick("timeout", Some(2), Some(&read));
    assert!(is_ticked(&tenant.choices, &read, "timeout"));
    let lines = report(&read, &tenant.choices);
    assert_eq!(line(&lines, "timeout").evidence, [Text::new("deploy-unknown-page")]);
    let mut another = read.clone();
    if let Reading::Complete(Some(app)) = &mut another.salesforce.as_mut().unwrap().app {
        app.id = "0H4000000000000CAA".to_owned();
    }
    assert!(!is_ticked(&tenant.choices, &another, "timeout"));
    // What failed, or nobody has asked for yet, is not ticked over.
    *tenant.without.borrow_mut() = Some("/");
    let failed = tenant.read();
    for id in [
        "teams-install",
        "transcription",
        "licence",
        "data-policies",
        "environment",
        "people",
    ] {
        let lines = report(&failed, &tenant.choices);
        let before = line(&lines, id);
        if before.readiness == Readiness::Unknown && before.statement.id != "deploy-unknown-signed-out" {
            assert_eq!(before.about, None, "{before:?}");
            tenant.choices.tick(id, Some(3), Some(&failed));
            assert!(!is_ticked(&tenant.choices, &failed, id), "{id}");
        }
    }
    let lines = report(&failed, &tenant.choices);
    assert_eq!(line(&lines, "transcription").readiness, Readiness::Unknown);
    assert_eq!(line(&lines, "transcription").about, None);
}

#[test]
fn s001_16_17_data_policies_are_judged_let_through_by_plan_and_taken_back() {
    for dialects in [
        &["viva=trial"][..],
        &["viva=absent"],
        &["viva=trial", "dlp-etag=enforced"],
    ] {
        let mut tenant = Tenant::new(dialects);
        let observed = tenant.read();
        let lines = report(&observed, &tenant.choices);
        let policies = line(&lines, "data-policies");
        assert_eq!(
            (policies.readiness, policies.repair),
            (Readiness::Blocked, Some(Repair::DataPolicies)),
            "{dialects:?}: {policies:?}"
        );
        tenant.choices.set_repair(Repair::DataPolicies, true);
        let planned = plan(&observed, &tenant.choices, tenant.org.now.get()).unwrap();
        assert_eq!(planned.steps.len(), 1, "{dialects:?}");
        let before = tenant.org.state();
        let run = tenant.run(planned, "run-1");
        let observed = tenant.read();
        let lines = report(&observed, &tenant.choices);
        assert_eq!(
            line(&lines, "data-policies").readiness,
            Readiness::Ready,
            "{dialects:?}"
        );
        tenant.choices.take_in(&observed);
        assert!(tenant.choices.repairs.is_empty());
        let undo = undo_plan(&run.record(), tenant.org.now.get()).unwrap();
        tenant.run(undo, "run-2");
        let lines = report(&tenant.read(), &tenant.choices);
        assert_eq!(line(&lines, "data-policies").readiness, Readiness::Blocked);
        let policies = |state: &Value| {
            let mut policies = state["powerplatform"]["policies"].clone();
            for policy in policies.as_array_mut().unwrap() {
                let definition = policy["policyDefinition"].as_object_mut().unwrap();
                for own in ["etag", "lastModifiedTime", "lastModifiedBy"] {
                    definition.remove(own);
                }
            }
            policies
        };
        assert!(policies(&before).as_array().is_some_and(|all| all.len() == 3));
        let (before, after) = (policies(&before), policies(&tenant.org.state()));
        for (before, after) in before.as_array().unwrap().iter().zip(after.as_array().unwrap()) {
            assert_eq!(
                before["customConnectorUrlPatternsDefinition"],
                after["customConnectorUrlPatternsDefinition"]
            );
            assert_eq!(
                before["policyDefinition"]["displayName"],
                after["policyDefinition"]["displayName"]
            );
        }
    }
}

#[test]
fn s001_17_30_nothing_seen_is_not_nothing_there_for_who_does_not_see_all() {
    let tenant = Tenant::new(&["directoryrole=application", "viva=absent"]);
    let observed = tenant.read();
    let lines = report(&observed, &tenant.choices);
    assert_eq!(line(&lines, "data-policies").readiness, Readiness::Unknown);
    assert_eq!(
        shown(&lines, "environment"),
        (Readiness::Unknown, "deploy-environment-not-all".to_owned())
    );
    // Nor where nobody knows what they see.
    let mut unread = observed;
    unread.directory = None;
    let lines = report(&unread, &tenant.choices);
    assert_eq!(line(&lines, "environment").readiness, Readiness::Unknown);
}

#[test]
fn s001_07_08_11_teams_policies_are_told_and_transcription_is_turned_on_and_off_again() {
    let mut tenant = Tenant::new(&[]);
    let observed = tenant.read();
    let lines = report(&observed, &tenant.choices);
    for id in ["teams-install", "teams-pin"] {
        assert_ne!(line(&lines, id).readiness, Readiness::Unknown, "{:?}", line(&lines, id));
    }
    let transcription = line(&lines, "transcription");
    assert_eq!(
        (transcription.readiness, transcription.repair),
        (Readiness::Blocked, Some(Repair::Transcription))
    );
    tenant.choices.set_repair(Repair::Transcription, true);
    let planned = plan(&observed, &tenant.choices, tenant.org.now.get()).unwrap();
    // Teams tells neither tenant nor user: the tenant itself vouches for both.
    let services: Vec<Service> = planned.targets.iter().map(|target| target.service).collect();
    assert_eq!(services, [Service::Graph, Service::Teams]);
    let before = tenant.org.state();
    let run = tenant.run(planned, "run-1");
    let lines = report(&tenant.read(), &tenant.choices);
    assert_eq!(line(&lines, "transcription").readiness, Readiness::Ready);
    tenant.run(undo_plan(&run.record(), tenant.org.now.get()).unwrap(), "run-2");
    assert_eq!(tenant.org.state()["teams"], before["teams"]);
}

#[test]
fn s001_07_11_a_system_that_refused_everything_says_so_and_asks_nobody_for_the_role_they_hold() {
    let told = |tenant: &Tenant| {
        let observed = tenant.read();
        let lines = report(&observed, &tenant.choices);
        let says = line(&lines, "transcription").statement.clone();
        assert_eq!(line(&lines, "teams-install").readiness, Readiness::Unknown);
        assert!(refused(&observed, Source::Teams).is_some());
        for other in [Source::Graph, Source::PowerPlatform, Source::Dataverse] {
            assert_eq!(refused(&observed, other), None, "{other:?}");
        }
        says
    };
    let holds_the_role = Tenant::new(&["teams-api=closed"]);
    let says = told(&holds_the_role);
    assert_eq!(says.id, "deploy-teams-app-refused");
    assert_eq!(refused(&holds_the_role.read(), Source::Teams), Some(says));
    let lacks_it = Tenant::new(&["teams-api=closed", "directoryrole=platform"]);
    let says = format!("{:?}", told(&lacks_it));
    assert!(
        says.contains("deploy-teams-refused") && says.contains("user_impersonation"),
        "{says}"
    );
    assert_eq!(refused(&Tenant::new(&[]).read(), Source::Teams), None);
}

#[test]
fn s001_07_11_where_teams_refuses_the_app_the_admins_own_look_counts() {
    for dialects in [
        &["teams-api=closed"][..],
        &["teams-api=closed", "directoryrole=platform"],
    ] {
        let mut tenant = Tenant::new(dialects);
        let observed = tenant.read();
        for id in ["teams-install", "teams-pin", "transcription"] {
            let lines = report(&observed, &tenant.choices);
            assert_eq!(line(&lines, id).readiness, Readiness::Unknown, "{id}");
            let refused = line(&lines, id).statement.clone();
            tenant.choices.tick(id, Some(1), Some(&observed));
            let lines = report(&observed, &tenant.choices);
            let line = line(&lines, id);
            assert!(line.is_ticked && line.readiness == Readiness::Ready, "{line:?}");
            assert_eq!((line.source(), &line.evidence[0]), (Source::Hand, &refused));
        }
        // That is no look at what Teams tells once it lets the app in.
        let told = Tenant::new(&[]).read();
        let lines = report(&told, &tenant.choices);
        assert_eq!(line(&lines, "transcription").readiness, Readiness::Blocked);
    }
}

#[test]
fn s001_04_a_permission_is_asked_for_with_what_the_report_needs_it_for() {
    for scope in [scope::USERS, scope::DIRECTORY, scope::POWER_PLATFORM] {
        assert_ne!(scope.why(Some("readiness")), scope.reason);
        assert_eq!(scope.why(Some("lead-management")), scope.reason);
        assert_eq!(scope.why(None), scope.reason);
    }
    assert_eq!(scope::TEAMS.why(Some("readiness")), scope::TEAMS.reason);
}

/// The notes of a plan, by their ids.
fn notes(plan: &Plan) -> Vec<&str> {
    plan.notes.iter().map(|note| note.id.as_ref()).collect()
}

#[test]
fn s001_11_17_34_a_plan_and_its_undo_say_what_they_mean_and_whom_that_reaches() {
    let cases = [
        (
            Repair::Transcription,
            &["deploy-note-transcription"][..],
            &["deploy-undo-note-transcription"][..],
        ),
        (
            Repair::DataPolicies,
            &["deploy-note-policy-touches", "deploy-note-policies"],
            &["deploy-undo-note-policies", "deploy-note-policy-touches"],
        ),
        (
            Repair::Administrators,
            &["deploy-note-administrators"],
            &["deploy-undo-note-administrators"],
        ),
    ];
    for (repair, means, undone) in cases {
        let (mut tenant, observed) = with_somebody_to_dismiss();
        tenant.choices.repairs.clear();
        tenant.choices.set_repair(repair, true);
        let planned = plan(&observed, &tenant.choices, tenant.org.now.get()).unwrap();
        assert_eq!(notes(&planned), means, "{repair:?}");
        let first = planned.clone();
        let run = tenant.run(planned, "run-1");
        let mut undo = undo_plan(&run.record(), tenant.org.now.get()).unwrap();
        explain_undo(&mut undo, &first);
        assert_eq!(notes(&undo), undone, "{repair:?}");
        tenant.run(undo, "run-2");
    }
}

#[test]
fn s001_04_a_permission_that_is_known_to_lack_is_said_before_the_plan_is_applied() {
    let mut tenant = Tenant::new(&[]);
    tenant.choices.audience = Some(tenant.group("Sellers"));
    let mut observed = tenant.read();
    tenant.choices.set_repair(Repair::Licences, true);
    tenant.choices.take_in(&observed);
    let now = tenant.org.now.get();
    let is_said = |observed: &Observed| {
        let planned = plan(observed, &tenant.choices, now).unwrap();
        notes(&planned).contains(&"deploy-note-unconsented")
    };
    assert!(!is_said(&observed));
    observed.unconsented = Some(Text::new("sign-in-error-consent"));
    assert!(is_said(&observed));
}

/// What Salesforce tells, with the audience the directory told.
fn read_with_salesforce(tenant: &Tenant) -> Observed {
    let mut observed = tenant.read();
    let cloud = Cloud(tenant, SALESFORCE);
    let told = block_on(Salesforce::new(&cloud, &tenant.org).get(&rows::resources())).unwrap();
    let (organization, user) = identity(&told.identity).unwrap();
    let who = (organization.as_str(), user.as_str());
    let read = block_on(read_salesforce(&cloud, tenant.context(), who, observed.audience()));
    assert!(read.requests <= 12, "{}", read.requests);
    observed.take_salesforce(read);
    observed
}

#[test]
fn s001_12_to_15_sellers_are_found_in_salesforce_and_what_they_lack_is_listed() {
    let mut tenant = Tenant::new(&[]);
    let names = ["manager", "agent", "quinn", "sales.lead", "norole"].map(|local| format!("{local}@contoso.com"));
    tenant.choices.audience = Some(Choice::List(names.to_vec()));
    let lines = report(&read_with_salesforce(&tenant), &tenant.choices);
    assert_eq!(line(&lines, "customize-right").readiness, Readiness::Ready);
    let people = line(&lines, "people");
    assert_eq!(people.readiness, Readiness::Attention);
    // One is there twice by mail, one not at all; three are found by federation id, user name and mail.
    assert_eq!(people.names.len(), 2, "{people:?}");
    assert!(
        people.names.iter().any(|name| name.contains("norole@contoso.com")),
        "{people:?}"
    );
    let twice = people
        .names
        .iter()
        .find(|name| name.contains("quinn.test@contoso.sales"));
    assert!(
        twice.is_some_and(|name| name.contains("quinn@contoso.com")),
        "{people:?}"
    );
    let api = line(&lines, "api-enabled");
    assert_eq!(api.readiness, Readiness::Blocked, "{api:?}");
    assert!(
        api.names.iter().any(|name| name.contains("agent@contoso.com")),
        "{api:?}"
    );
}

#[test]
fn s001_04_12_to_29_nobody_is_not_everybody_nor_are_some_of_those_who_were_named() {
    let of_everybody = ["licence", "people", "records", "api-enabled", "permitted-users"];
    let list = |names: &[&str]| Choice::List(names.iter().map(|name| format!("{name}@contoso.com")).collect());
    let mut tenant = Tenant::new(&[]);
    let mut says = |names: &[&str]| {
        tenant.choices.audience = Some(list(names));
        report(&read_with_salesforce(&tenant), &tenant.choices)
    };
    // Nobody of the audience is in Salesforce: nobody has a grant.
    let lines = says(&["norole"]);
    for id in ["records", "api-enabled", "permitted-users"] {
        assert_eq!(shown(&lines, id), (Readiness::Unknown, "deploy-people-none".to_owned()));
    }
    // Nobody at all.
    let lines = says(&["nobody", "nobody.else"]);
    for id in of_everybody {
        let line = line(&lines, id);
        assert_eq!(
            (line.readiness, &*line.statement.id),
            (Readiness::Attention, "deploy-audience-empty"),
            "{id}"
        );
        assert_eq!(line.names, ["nobody@contoso.com", "nobody.else@contoso.com"], "{id}");
    }
    // One of three.
    let lines = says(&["manager", "nobody", "nobody.else"]);
    for id in ["licence", "people", "records"] {
        let line = line(&lines, id);
        assert_eq!(
            (line.readiness, &*line.statement.id),
            (Readiness::Attention, "deploy-audience-not-all"),
            "{id}"
        );
        assert_eq!(line.names, ["nobody@contoso.com", "nobody.else@contoso.com"], "{id}");
    }
    let lines = says(&["manager"]);
    for id in ["licence", "people", "records"] {
        assert_eq!(line(&lines, id).readiness, Readiness::Ready, "{id}");
    }
}

#[test]
fn s001_14_15_24_who_was_not_found_in_salesforce_or_not_for_certain_makes_no_line_green() {
    let mut tenant = Tenant::new(&[]);
    let mut says = |names: &[&str]| {
        let names = names.iter().map(|local| format!("{local}@contoso.com"));
        tenant.choices.audience = Some(Choice::List(names.collect()));
        let mut observed = read_with_salesforce(&tenant);
        // Every set of whoever was found is let use the app.
        let salesforce = observed.salesforce.as_mut().unwrap();
        salesforce.policy.permitted = Some(PermittedUsers::AdminApproved);
        let sellers = salesforce.sellers.as_ref().unwrap().value().unwrap();
        let sets = sellers.iter().flat_map(|seller| &seller.person.sets);
        let grants = sets.map(|set| SetupEntityAccess {
            id: String::new(),
            parent: set.id.clone(),
        });
        salesforce.grants = Reading::Complete(grants.collect());
        report(&observed, &tenant.choices)
    };
    let lines = says(&["manager"]);
    for id in ["records", "api-enabled", "permitted-users"] {
        assert_eq!(line(&lines, id).readiness, Readiness::Ready, "{id}");
    }
    let of_found = ["deploy-records-all", "deploy-api-all", "deploy-permitted-approved"];
    for (id, of_found) in ["records", "api-enabled", "permitted-users"].into_iter().zip(of_found) {
        for (names, missing) in [
            (&["manager", "norole"][..], &["norole"][..]),
            (&["manager", "quinn"], &["quinn"]),
            (&["manager", "norole", "quinn"], &["norole", "quinn"]),
        ] {
            let lines = says(names);
            let line = line(&lines, id);
            assert_eq!(line.readiness, Readiness::Attention, "{line:?}");
            assert_eq!(line.names.len(), missing.len(), "{line:?}");
            for missing in missing {
                let mail = format!("{missing}@contoso.com");
                assert!(line.names.iter().any(|name| name.contains(&mail)), "{line:?}");
            }
            assert!(line.evidence.iter().any(|text| text.id == of_found), "{line:?}");
        }
    }
}

/// The directory's rows of this set, changed.
fn with_directory(tenant: &Tenant, set: &str, change: impl Fn(&mut Value)) {
    let mut rows = tenant.org.state()["graph"][set].clone();
    rows.as_array_mut().unwrap().iter_mut().for_each(change);
    let put = Request::json(Method::Put, "/state", &json!({"graph": {set: rows}}));
    let answer = tenant.org.call(latchkey_sandbox::CONTROL_HOST, &put).unwrap();
    assert_eq!(answer.status, 200, "{}", answer.body);
}

const COPILOT: &str = "Microsoft_365_Copilot";

#[test]
fn s001_04_a_licence_that_is_not_in_force_or_without_its_plan_is_none() {
    let mut tenant = Tenant::new(&[]);
    let names = ["admin@contoso.com", "manager@contoso.com"].map(str::to_owned);
    tenant.choices.audience = Some(Choice::List(names.to_vec()));
    let licence = |tenant: &Tenant| line(&report(&tenant.read(), &tenant.choices), "licence").clone();
    assert_eq!(licence(&tenant).readiness, Readiness::Ready);
    let skus = tenant.org.state()["graph"]["subscribedSkus"].clone();
    let copilot = skus
        .as_array()
        .unwrap()
        .iter()
        .find(|sku| sku["skuPartNumber"] == COPILOT);
    let copilot = copilot.unwrap();
    let (sku, plan_id) = (
        copilot["skuId"].clone(),
        copilot["servicePlans"][0]["servicePlanId"].clone(),
    );

    with_directory(&tenant, "users", |user| {
        if user["userPrincipalName"] == "manager@contoso.com" {
            for given in user["assignedLicenses"].as_array_mut().unwrap() {
                if given["skuId"] == sku {
                    given["disabledPlans"] = json!([plan_id]);
                }
            }
        }
    });
    let off = licence(&tenant);
    // Another licence would change nothing of it, so that none is planned.
    assert_eq!(
        (off.readiness, &*off.statement.id, off.repair),
        (Readiness::Attention, "deploy-licence-off", None),
        "{off:?}"
    );
    assert!(
        off.names.len() == 1 && off.names[0].contains("manager@contoso.com"),
        "{off:?}"
    );

    for (status, readiness) in [
        ("Warning", Readiness::Attention),
        ("Suspended", Readiness::Blocked),
        ("Deleted", Readiness::Blocked),
        ("LockedOut", Readiness::Blocked),
    ] {
        with_directory(&tenant, "subscribedSkus", |row| {
            if row["skuId"] == sku {
                row["capabilityStatus"] = json!(status);
            }
        });
        let told = licence(&tenant);
        assert_eq!(told.readiness, readiness, "{status}: {told:?}");
        if readiness == Readiness::Blocked {
            assert_eq!(told.statement.id, "deploy-licence-lapsed", "{status}");
            assert_eq!(
                (told.names.as_slice(), told.repair),
                (&["Microsoft 365 Copilot".to_owned()][..], None)
            );
        }
    }
    // Who has a licence that has lapsed has none.
    tenant.choices.audience = Some(Choice::LicenceHolders);
    let observed = tenant.read();
    assert!(observed.people().unwrap().value().unwrap().people.is_empty());
}

#[test]
fn s001_20_to_29_the_connected_app_is_judged_and_a_grant_made_by_plan_and_taken_back() {
    let mut tenant = Tenant::new(&[]);
    tenant.choices.audience = Some(tenant.group("Sales pilot"));
    let observed = read_with_salesforce(&tenant);
    tenant.choices.take_in(&observed);
    let lines = report(&observed, &tenant.choices);
    // What no API tells is never green.
    for id in ["ip-relaxation", "timeout"] {
        assert_eq!(line(&lines, id).readiness, Readiness::Unknown);
    }
    assert_eq!(line(&lines, "app-listed").readiness, Readiness::Ready);
    let permitted = line(&lines, "permitted-users");
    assert_eq!(
        (permitted.readiness, permitted.repair),
        (Readiness::Blocked, Some(Repair::Grant)),
        "{permitted:?}"
    );
    // One that lets in some of them.
    let all = candidates(&observed);
    let set = all.iter().find(|one| one.lets_in < permitted.names.len()).unwrap();
    tenant.choices.set = Some(set.id.clone());
    tenant.choices.set_repair(Repair::Grant, true);
    let planned = plan(&observed, &tenant.choices, tenant.org.now.get()).unwrap();
    let grants = |state: Value| state["salesforce"]["SetupEntityAccess"].clone();
    let before = grants(tenant.org.state());
    assert!(before.is_array());
    // What it is, and how many hold it in all, as Salesforce counts them.
    let state = tenant.org.state();
    let held = state["salesforce"]["PermissionSetAssignment"].as_array().unwrap();
    let users = state["salesforce"]["User"].as_array().unwrap();
    let is_active = |id: &Value| users.iter().any(|user| user["Id"] == *id && user["IsActive"] == true);
    let held = held
        .iter()
        .filter(|row| row["PermissionSetId"] == *set.id && is_active(&row["AssigneeId"]))
        .count();
    assert!(held > 0, "{set:?}");
    assert_eq!(set.holders, Some(held), "{set:?}");
    assert!(set.holders >= Some(set.lets_in), "{set:?}");
    let step = &planned.steps[0];
    let says = if set.is_profile {
        "deploy-step-grant-profile"
    } else {
        "deploy-step-grant-set"
    };
    assert_eq!(
        (step.title.id.as_ref(), step.reason.id.as_ref()),
        (says, "deploy-reason-grant")
    );
    // Who is still not let in is named.
    let note = planned.notes.iter().find(|note| note.id == "deploy-note-not-let-in");
    let note = format!("{note:?}");
    let salesforce = observed.salesforce.as_ref().unwrap();
    let mut left = 0;
    for seller in salesforce.sellers.as_ref().unwrap().value().unwrap() {
        let person = &seller.person;
        let name = format!("{} ({})", person.name, person.username);
        let is_left = permitted.names.contains(&name) && person.sets.iter().all(|held| held.id != set.id);
        assert_eq!(note.contains(&name), is_left, "{name}: {note}");
        left += usize::from(is_left);
    }
    assert_eq!(left, permitted.names.len() - set.lets_in);

    let run = tenant.run(planned, "run-1");
    let read = read_with_salesforce(&tenant);
    let after = report(&read, &tenant.choices);
    assert!(line(&after, "permitted-users").names.len() < permitted.names.len());
    assert_eq!(
        line(&after, "permitted-users").repair,
        Some(Repair::Grant),
        "some still lack one"
    );
    // Another set that could be let in by was chosen by nobody.
    tenant.choices.take_in(&read);
    assert!(tenant.choices.repairs.is_empty(), "{:?}", tenant.choices);
    let preset = tenant.choices.let_in_by(&read).unwrap();
    assert!(tenant.choices.set.is_none() && preset.id != set.id, "{preset:?}");
    tenant.run(undo_plan(&run.record(), tenant.org.now.get()).unwrap(), "run-2");
    assert_eq!(grants(tenant.org.state()), before);
}

#[test]
fn s001_24_what_lets_in_most_is_preset_until_the_admin_chooses() {
    let mut tenant = Tenant::new(&[]);
    tenant.choices.audience = Some(tenant.group("Sales pilot"));
    let whole = read_with_salesforce(&tenant);
    tenant.choices.take_in(&whole);
    let all = candidates(&whole);
    assert!(all.len() > 2, "{all:?}");
    let by = |choices: &Choices, observed: &Observed| choices.let_in_by(observed).unwrap().id;
    assert_eq!(by(&tenant.choices, &whole), all[0].id);
    // The last of them was the only one for a while, as what the others hold was granted.
    let mut between = whole.clone();
    let last = all.last().unwrap().clone();
    let salesforce = between.salesforce.as_mut().unwrap();
    let sellers = salesforce.sellers.take().unwrap().map(|sellers| {
        let mut sellers = sellers;
        for seller in &mut sellers {
            seller.person.sets.retain(|held| held.id == last.id);
        }
        sellers.retain(|seller| !seller.person.sets.is_empty());
        sellers
    });
    salesforce.sellers = Some(sellers);
    tenant.choices.take_in(&between);
    assert_eq!(by(&tenant.choices, &between), last.id);
    tenant.choices.take_in(&whole);
    assert_eq!(by(&tenant.choices, &whole), all[0].id, "nobody chose the other");
    // What is in a plan is so by name, and what was chosen stays as long as it is there.
    tenant.choices.set_repair(Repair::Grant, true);
    tenant.choices.hold(&whole);
    assert_eq!(tenant.choices.set.as_ref(), Some(&all[0].id));
    tenant.choices.take_in(&between);
    assert!(
        !tenant.choices.wants(Repair::Grant),
        "another does not come in its place"
    );
    tenant.choices.set = Some(last.id.clone());
    tenant.choices.take_in(&whole);
    assert_eq!(by(&tenant.choices, &whole), last.id);
}

#[test]
fn s001_12_to_29_what_could_not_be_read_is_not_told_as_missing() {
    let mut tenant = Tenant::new(&[]);
    let names = ["manager", "agent"].map(|local| format!("{local}@contoso.com"));
    tenant.choices.audience = Some(Choice::List(names.to_vec()));
    let before = read_with_salesforce(&tenant);
    // Salesforce lets nobody in by its API.
    *tenant.without.borrow_mut() = Some("/services/data/");
    let salesforce = before.salesforce.as_ref().unwrap();
    let organization = salesforce.organization.value().unwrap().id.clone();
    let who = (organization.as_str(), salesforce.own.value().unwrap().id.as_str());
    let cloud = Cloud(&tenant, SALESFORCE);
    let read = block_on(read_salesforce(&cloud, tenant.context(), who, before.audience()));
    let mut observed = before.clone();
    observed.take_salesforce(read);
    let salesforce = observed.salesforce.as_ref().unwrap();
    let why = refused(&observed, Source::Salesforce).unwrap();
    assert!(
        matches!(&salesforce.own, Reading::Unreadable(own) if *own == why),
        "{salesforce:?}"
    );
    let lines = report(&observed, &tenant.choices);
    for id in [
        "customize-right",
        "people",
        "app-listed",
        "permitted-users",
        "ip-relaxation",
        "refresh-token",
        "timeout",
    ] {
        let line = line(&lines, id);
        assert_eq!((line.readiness, &line.statement), (Readiness::Unknown, &why), "{id}");
        assert_eq!(line.about, None, "{id}");
    }
    // One that was looked for and is not there has to come first.
    let mut without = before;
    without.salesforce.as_mut().unwrap().app = Reading::Complete(None);
    assert_eq!(
        shown(&report(&without, &tenant.choices), "timeout").1,
        "deploy-app-first"
    );
}

#[test]
fn s001_04_who_could_not_be_read_in_the_directory_is_not_nobody() {
    let mut tenant = Tenant::new(&[]);
    let names = ["manager", "nobody"].map(|local| format!("{local}@contoso.com"));
    tenant.choices.audience = Some(Choice::List(names.to_vec()));
    *tenant.without.borrow_mut() = Some("manager");
    let observed = read_with_salesforce(&tenant);
    // One answer of two: who was not asked for is none of those who are nobody.
    let Some(Reading::Partial { value, missing }) = observed.people() else {
        panic!("{:?}", observed.people());
    };
    assert!(value.people.is_empty() && !missing.is_empty());
    assert_eq!(value.nobody, ["nobody@contoso.com"]);
    let lines = report(&observed, &tenant.choices);
    for id in ["people", "records", "api-enabled", "permitted-users"] {
        assert_eq!(
            shown(&lines, id),
            (Readiness::Unknown, "deploy-partial".to_owned()),
            "{id}"
        );
    }
    // None of them.
    *tenant.without.borrow_mut() = Some("/v1.0/users?");
    let observed = read_with_salesforce(&tenant);
    let Some(Reading::Unreadable(why)) = observed.people() else {
        panic!("{:?}", observed.people());
    };
    let lines = report(&observed, &tenant.choices);
    for id in ["licence", "people", "records", "api-enabled", "permitted-users"] {
        let line = line(&lines, id);
        assert_eq!((line.readiness, &line.statement), (Readiness::Unknown, why), "{id}");
    }
}

#[test]
fn s001_17_26_28_what_was_not_read_has_no_time_and_what_was_ticked_is_the_admins_word() {
    let mut tenant = Tenant::new(&[]);
    let read = read_with_salesforce(&tenant);
    let lines = report(&read, &tenant.choices);
    for id in ["ip-relaxation", "timeout"] {
        assert_eq!(
            (line(&lines, id).read_at, line(&lines, id).source()),
            (None, Source::Salesforce),
            "{id}"
        );
    }
    assert!(line(&lines, "refresh-token").read_at.is_some());
    let mut before = read.clone();
    before.platform.as_mut().unwrap().advanced = None;
    let lines = report(&before, &tenant.choices);
    assert_eq!(line(&lines, "advanced-policies").read_at, None);
    assert!(line(&lines, "data-policies").read_at.is_some());
    tenant.choices.tick("timeout", Some(7), Some(&read));
    let lines = report(&read, &tenant.choices);
    let ticked = line(&lines, "timeout");
    assert_eq!((ticked.source(), ticked.read_at), (Source::Hand, Some(7)));
    assert_eq!(line(&lines, "ip-relaxation").source(), Source::Salesforce);
}

#[test]
fn s001_04_12_a_list_that_goes_on_and_on_is_read_in_part_and_makes_nothing_green() {
    let mut tenant = Tenant::new(&[]);
    tenant.choices.audience = Some(tenant.group("Sales pilot"));
    tenant.further.set(Some(0));
    tenant.org.requests.set(0);
    let directory = block_on(read_directory(
        &Cloud(&tenant, GRAPH),
        tenant.context(),
        tenant.choices.audience.as_ref(),
    ));
    assert!(directory.requests <= 45, "{}", directory.requests);
    let Some(Reading::Partial { value, missing }) = &directory.people else {
        panic!("{:?}", directory.people);
    };
    assert!(!value.people.is_empty());
    assert_eq!(missing[0].id, "dataverse-missing-too-long");

    // Salesforce's users likewise: who is whom among those that were not read nobody knows.
    tenant.further.set(None);
    let mut observed = tenant.read();
    tenant.further.set(Some(0));
    let cloud = Cloud(&tenant, SALESFORCE);
    let told = block_on(Salesforce::new(&cloud, &tenant.org).get(&rows::resources())).unwrap();
    let (organization, user) = identity(&told.identity).unwrap();
    let who = (organization.as_str(), user.as_str());
    let read = block_on(read_salesforce(&cloud, tenant.context(), who, observed.audience()));
    assert!(read.requests <= 40, "{}", read.requests);
    assert!(matches!(&read.users, Reading::Partial { value, .. } if !value.is_empty()));
    assert!(matches!(read.own, Reading::Complete(_)), "{:?}", read.own);
    observed.take_salesforce(read);
    let lines = report(&observed, &tenant.choices);
    for id in ["people", "records", "api-enabled"] {
        let line = line(&lines, id);
        assert_eq!(line.readiness, Readiness::Unknown, "{line:?}");
        let says = |text: &Text| text.id == "dataverse-missing-too-long";
        assert!(says(&line.statement) || line.evidence.iter().any(says), "{line:?}");
    }
}

#[test]
fn s001_04_12_to_15_an_audience_that_was_not_read_whole_makes_nothing_green() {
    let mut tenant = Tenant::new(&[]);
    tenant.choices.audience = Some(Choice::LicenceHolders);
    let mut observed = read_with_salesforce(&tenant);
    let of_everybody = ["licence", "people", "records", "api-enabled", "permitted-users"];
    let before = report(&observed, &tenant.choices);
    assert_eq!(line(&before, "licence").readiness, Readiness::Ready);
    let directory = observed.directory.as_mut().unwrap();
    let Some(Reading::Complete(value)) = directory.people.take() else {
        panic!("an audience that was read");
    };
    let missing = vec![Text::new("cloud-error-throttled")];
    directory.people = Some(Reading::Partial { value, missing });
    let after = report(&observed, &tenant.choices);
    for id in of_everybody {
        let (before, after) = (line(&before, id), line(&after, id));
        assert_ne!(after.readiness, Readiness::Ready, "{id}");
        if before.readiness == Readiness::Ready {
            assert_eq!(after.statement.id, "deploy-partial", "{id}");
            assert_eq!(after.evidence, [Text::new("cloud-error-throttled")], "{id}");
        }
    }
}

#[test]
fn s001_04_a_group_that_came_with_an_address_has_the_name_the_directory_tells_by_its_id() {
    let mut tenant = Tenant::new(&[]);
    let Choice::Group { id, name: own } = tenant.group("Sales pilot") else {
        panic!("no group")
    };
    let address = format!(r#"{{"audience":{{"group":"{id}","name":"Everybody trusted"}},"repairs":["licences"]}}"#);
    let carried = Choices::unpacked(address.as_bytes()).unwrap();
    tenant.choices.audience = carried.audience.clone();
    let observed = tenant.read();
    let named = Some(Choice::Group { id, name: own });
    assert_eq!(observed.directory.as_ref().unwrap().audience, named);
    assert_ne!(carried.audience, named);
    // The plan is made for it under that name.
    tenant.choices.audience = named.clone();
    assert!(tenant.choices.carry(&carried, &observed));
    assert_eq!(tenant.choices.audience, named);
    // And so it is where this panel's own address carries it.
    assert_eq!(
        Choices::unpacked(&tenant.choices.packed()).unwrap().audience,
        carried.audience
    );
}
