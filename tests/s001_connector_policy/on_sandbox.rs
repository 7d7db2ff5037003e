//! As a plan against the sandbox tenant: found, changed, proven, taken back; and what it does where the service behaves
//! otherwise.

use latchkey::domain::connector_policy::{
    Advanced, Fix, Judgement, Known, Place, Policy, Reach, SALESFORCE, Standing, Verdict,
};
use latchkey::domain::organization::SignedInUser;
use latchkey::domain::reading::Reading;
use latchkey::http::{LocalFuture, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{Command, Handle, JournalStore, World, drive};
use latchkey::plan::grants::Grants;
use latchkey::plan::model::{PLAN_VERSION, PageAct, Plan, Target};
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::{Choice, Run};
use latchkey::plan::start::Approval;
use latchkey::plan::undo::undo_plan;
use latchkey::recipes::data_policy::{Tenant, step, target};
use latchkey::recipes::tenant;
use latchkey::services::Transport;
use latchkey::services::bearer::{Cloud, CloudError};
use latchkey::services::power_platform::{Environment, connector_policies, data_policies, environments};
use latchkey::text::Text;
use serde_json::{Value, json};

use super::org_in_process::{Org, block_on};

const BAP: &str = "api.bap.microsoft.com";
const API: &str = "api.powerplatform.com";

/// One service's host, for reading.
struct At<'a>(&'a Org, &'static str);

impl Transport for At<'_> {
    fn host(&self) -> &str {
        self.1
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { self.0.call(self.1, &request) })
    }

    fn batch(&self, _: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        panic!("no batches here")
    }
}

/// The tenant as the world of a run.
struct Admin<'a>(&'a Org);

impl World for Admin<'_> {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        Box::pin(async move { self.0.call(&target.host, &request) })
    }
    fn page_read<'a>(&'a self, _: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        panic!("no page is read")
    }
    fn page_press<'a>(&'a self, _: &'a str, _: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        panic!("nothing is pressed")
    }
    fn grant(&self, _: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        Box::pin(async { Ok(()) })
    }
    fn guide(&self, _: Option<&str>) {}
    fn journal(&self) -> &dyn JournalStore {
        World::journal(self.0)
    }
    fn now(&self) -> Millis {
        self.0.now.get()
    }
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        World::sleep(self.0, millis)
    }
}

/// What was read of the tenant.
struct Seen {
    viva: Option<Environment>,
    environments: Vec<Environment>,
    policies: Vec<Policy>,
    advanced: Vec<Advanced>,
}

impl Seen {
    fn read(org: &Org) -> Result<Self, CloudError> {
        let (bap, api) = (At(org, BAP), At(org, API));
        let (bap, api) = (Cloud::new(&bap, org), Cloud::new(&api, org));
        let environments = block_on(bap.all(&environments()))?;
        let viva = environments.iter().find(|one| one.is_viva()).cloned();
        let place = viva
            .as_ref()
            .map_or(Place::StillToCome, |viva| Place::Environment(&viva.name));
        let mut policies = Vec::new();
        for outline in block_on(bap.all(&data_policies::policies()))? {
            if outline.scope.reach(place) != Reach::No {
                policies.push(block_on(bap.get(&data_policies::policy(&outline.name)))?);
            }
        }
        let mut advanced = Vec::new();
        if let Some(viva) = &viva {
            let mut assigned = block_on(api.all(&connector_policies::of_environment(&viva.name)))?;
            if let Some(group) = viva.group() {
                assigned.extend(block_on(api.all(&connector_policies::of_group(group)))?);
            }
            for one in assigned {
                advanced.push(block_on(api.get(&connector_policies::policy(&one.policy_id)))?);
            }
        }
        Ok(Self {
            viva,
            environments,
            policies,
            advanced,
        })
    }

    fn judgement(&self) -> Judgement {
        let place = self
            .viva
            .as_ref()
            .map_or(Place::StillToCome, |viva| Place::Environment(&viva.name));
        let known = Known {
            policies: &self.policies,
            unread: &[],
            advanced: Some(&self.advanced),
        };
        Judgement::of(known, place, SALESFORCE, None)
    }

    /// The plan that lets the connector through every policy that blocks it.
    fn plan(&self, org: &Org) -> Plan {
        let admin = SignedInUser {
            id: "1".into(),
            name: "Ingrid Solheim".into(),
            upn: "admin@contoso.com".into(),
        };
        let first = &self.environments[0];
        let tenant = first.properties.tenant_id.clone().unwrap();
        let mut steps = Vec::new();
        for policy in &self.policies {
            let verdict = Verdict::of(policy, SALESFORCE, None);
            if let Some(fix) = Fix::of(policy, &verdict, None) {
                steps.push(
                    step(
                        policy,
                        &verdict,
                        SALESFORCE,
                        &fix,
                        (1, Text::new("policy-reason-blocked")),
                    )
                    .unwrap(),
                );
            }
        }
        Plan {
            version: PLAN_VERSION,
            recipe: "readiness".into(),
            title: Text::new("policy-whole").name("policy", "x"),
            undoes: None,
            made_at: org.now.get(),
            targets: vec![
                vouching(org),
                target(&Tenant {
                    id: &tenant,
                    name: "Contoso",
                    admin: &admin,
                    host: BAP,
                    environment: &first.name,
                }),
            ],
            steps,
            slots: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// The tenant as a target, which vouches for a service that tells none.
fn vouching(org: &Org) -> Target {
    let graph = At(org, "graph.microsoft.com");
    match block_on(tenant::read(&Cloud::new(&graph, org))) {
        Reading::Complete(own) => tenant::target(&own),
        other => panic!("{other:?}"),
    }
}

/// Applies a plan; what it asks is answered by leaving things as they are.
fn run(org: &Org, plan: Plan, id: &str) -> Run {
    let approval = Approval {
        digest: plan.digest(),
        typed_names: plan.names_to_type(),
    };
    let run = Run::begin(plan, &approval, id.to_owned(), org.now.get()).unwrap();
    let handle = Handle::new();
    let inner = handle.clone();
    block_on(drive(run, &Admin(org), &handle, move |progress| {
        if matches!(progress.phase, Phase::Asking { .. }) {
            inner.tell(Command::Choose(Choice::Leave));
        }
    }))
    .unwrap()
}

fn is_done(run: &Run) -> bool {
    run.progress()
        .steps
        .iter()
        .all(|step| matches!(step.state, StepState::Done { already: false, .. }))
}

fn policies(org: &Org) -> Value {
    let mut all = org.state()["powerplatform"]["policies"].clone();
    for policy in all.as_array_mut().unwrap() {
        let definition = policy["policyDefinition"].as_object_mut().unwrap();
        definition.retain(|name, _| !["etag", "lastModifiedTime", "lastModifiedBy"].contains(&name.as_str()));
    }
    all
}

fn put(org: &Org, document: &Value) {
    let mut request = Request::json(latchkey::http::Method::Put, "/state", document);
    request.headers.insert("content-type".into(), "application/json".into());
    assert_eq!(org.call(latchkey_sandbox::CONTROL_HOST, &request).unwrap().status, 200);
}

#[test]
fn s001_17_the_blocking_policy_is_found_changed_proven_and_put_back() {
    for dialects in [
        &["viva=trial", "dlp-etag=enforced"][..],
        &["viva=production", "vivaname=upper", "dlp-etag=ignored"],
        // Before it exists, what would reach it is judged.
        &["viva=absent"],
    ] {
        let org = Org::new("admin@contoso.com", dialects, "");
        let before = policies(&org);
        let seen = Seen::read(&org).unwrap();
        assert_eq!(seen.viva.is_some(), !dialects.contains(&"viva=absent"));
        assert_eq!(
            seen.viva.as_ref().is_some_and(Environment::is_trial),
            dialects.contains(&"viva=trial")
        );
        let judgement = seen.judgement();
        assert_eq!(judgement.standing(), Standing::Blocked, "{dialects:?}");
        let plan = seen.plan(&org);
        assert_eq!(plan.steps.len(), 1);
        let done = run(&org, plan, "run-1");
        assert!(is_done(&done), "{:?}", done.progress());
        let after = Seen::read(&org).unwrap();
        assert_eq!(after.judgement().standing(), Standing::Open);
        assert_eq!(
            after.plan(&org).steps.len(),
            0,
            "g4: a second time there is nothing to do"
        );
        assert_eq!(policies(&org)[0], before[0], "a policy that is open is left alone");

        let back = undo_plan(&done.record(), org.now.get()).unwrap();
        let back = run(&org, back, "run-2");
        assert!(is_done(&back), "{:?}", back.progress());
        assert_eq!(policies(&org), before, "g6: to the former document");
    }
}

#[test]
fn g3_a_policy_somebody_else_changed_is_not_overwritten() {
    let org = Org::new("admin@contoso.com", &["viva=trial", "dlp-etag=ignored"], "");
    let plan = Seen::read(&org).unwrap().plan(&org);
    let mut all = org.state()["powerplatform"]["policies"].clone();
    all[2]["policyDefinition"]["displayName"] = json!("Renamed meanwhile");
    put(&org, &json!({"powerplatform": {"policies": all}}));
    let before = policies(&org);
    let left = run(&org, plan, "run-1");
    assert!(!is_done(&left));
    assert_eq!(policies(&org), before);
}

#[test]
fn s001_17_members_the_service_forgets_are_noticed() {
    let org = Org::new("admin@contoso.com", &["viva=trial", "dlp-unknown=dropped"], "");
    let mut all = org.state()["powerplatform"]["policies"].clone();
    all[2]["policyDefinition"]["later"] = json!({"a": 1});
    put(&org, &json!({"powerplatform": {"policies": all}}));
    let left = run(&org, Seen::read(&org).unwrap().plan(&org), "run-1");
    assert!(!is_done(&left), "the proof looks at every member");
    assert_eq!(
        Seen::read(&org).unwrap().judgement().standing(),
        Standing::Open,
        "though the connector is let through"
    );
}

#[test]
fn s001_17_an_advanced_connector_policy_of_the_environments_group_is_read_and_blocks() {
    let org = Org::new("admin@contoso.com", &["viva=trial"], "");
    let mut all = org.state()["powerplatform"].clone();
    all["policies"] = json!([]);
    all["environments"][2]["properties"]["parentEnvironmentGroup"] =
        json!({"id": "00000000-0000-0000-0000-00000000000a"});
    all["ruleBasedPolicies"] = json!([{"id": "p1", "name": "Baseline", "ruleSets": [
        {"id": "ConnectorManagement", "version": "1.0", "inputs": {"AllowedConnectorList": []}}]}]);
    all["ruleAssignments"] = json!([{"policyId": "p1", "resourceType": "EnvironmentGroup", "resourceId": "00000000-0000-0000-0000-00000000000A"}]);
    put(&org, &json!({"powerplatform": all}));
    let seen = Seen::read(&org).unwrap();
    assert_eq!(
        (seen.advanced.len(), seen.judgement().standing()),
        (1, Standing::Blocked)
    );
}

#[test]
fn s001_17_who_may_not_read_the_policies_is_told_so_and_none_are_made_up() {
    let org = Org::new("agent@contoso.com", &["viva=trial"], "");
    let at = At(&org, API);
    let refused = block_on(Cloud::new(&at, &org).all(&connector_policies::of_group("g"))).unwrap_err();
    assert!(matches!(refused, CloudError::Denied { .. }), "{refused}");
    let org = Org::new("admin@contoso.com", &["viva=trial", "directoryrole=none"], "");
    let plan = {
        let global = Org::new("admin@contoso.com", &["viva=trial"], "");
        Seen::read(&global).unwrap().plan(&global)
    };
    let before = policies(&org);
    assert!(!is_done(&run(&org, plan, "run-1")));
    assert_eq!(policies(&org), before);
}
