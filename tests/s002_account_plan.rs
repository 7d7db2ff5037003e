//! From what was read to the plan that makes a Bright Pattern account (S002): what is refused, what is done in which
//! order, what of it can be taken back, and that no secret is anywhere in it.
#![cfg(test)]

mod fake_org;

use std::cell::RefCell;
use std::collections::BTreeMap;

use fake_org::FakeOrg;
use latchkey::domain::integration_account::{Account, UrlTrouble};
use latchkey::domain::organization::{EnvironmentKind, Organization, SignedInUser};
use latchkey::domain::reading::Reading;
use latchkey::http::{LocalFuture, Response, TransportError};
use latchkey::json::{self, ToJson};
use latchkey::plan::journal::{RunHeader, RunRecord, StepRecord};
use latchkey::plan::model::{Action, PageAct, Plan, Service, Shape, SlotKind, Undo};
use latchkey::plan::progress::StepState;
use latchkey::plan::undo::undo_plan;
use latchkey::portal::bright_pattern as at;
use latchkey::portal::locators;
use latchkey::recipes::bright_pattern::choices::NameTrouble;
use latchkey::recipes::bright_pattern::observed::{FieldTrouble, TenantTrouble};
use latchkey::recipes::bright_pattern::{
    App, Choices, Field, Observed, Pages, PlanError, Portal, SecretFrom, Shown, explain_undo, observe, plan, readiness,
};
use latchkey::recipes::tenant::Tenant;
use latchkey::recipes::{RECIPES, Readiness};
use latchkey::services::graph::applications::{
    Application, DYNAMICS_CRM, RequiredResourceAccess, ResourceAccess, ServicePrincipal, USER_IMPERSONATION, Web,
};
use latchkey::services::graph::grants::PermissionGrant;
use latchkey::text::Text;
use serde_json::{Value, json};

const TENANT: &str = "7a1b0c7e-5c0b-4d0e-9f3e-1c2d3e4f5a6b";
const CLIENT: &str = "11111111-5c0b-4d0e-9f3e-1c2d3e4f5a6b";
const HOST: &str = "contoso.brightpattern.com";

fn organization() -> Organization {
    Organization {
        id: "o".to_owned(),
        name: "Contoso Service".to_owned(),
        host: "contoso.crm4.dynamics.com".to_owned(),
        environment_id: None,
        tenant_id: Some(TENANT.to_owned()),
        kind: EnvironmentKind::Production,
        version: None,
    }
}

fn account(name: &str, is_default: Option<bool>) -> Account {
    Account {
        name: name.to_owned(),
        kind: "Microsoft Dynamics 365".to_owned(),
        is_default,
    }
}

fn observed() -> Observed {
    Observed {
        organization: organization(),
        admin: SignedInUser {
            id: "u".to_owned(),
            name: "Alex Hartmann".to_owned(),
            upn: "admin@contoso.com".to_owned(),
        },
        read_at: 1,
        requests: 3,
        login: Some("login.microsoftonline.com"),
        challenge: Reading::Complete(TENANT.to_owned()),
        portal: Portal::Shown(Shown {
            host: HOST.to_owned(),
            accounts: Reading::Complete(vec![account("Old", Some(true)), account("Other", Some(false))]),
            there: vec![at::MENU, at::ADD],
            filled: Vec::new(),
        }),
        app: None,
    }
}

fn shown(change: impl FnOnce(&mut Shown)) -> Observed {
    let mut observed = observed();
    if let Portal::Shown(shown) = &mut observed.portal {
        change(shown);
    }
    observed
}

fn choices() -> Choices {
    Choices {
        name: " Contoso CRM ".to_owned(),
        client_id: CLIENT.to_uppercase(),
        ..Choices::default()
    }
}

fn principal(id: &str, app_id: &str) -> ServicePrincipal {
    ServicePrincipal {
        id: id.to_owned(),
        app_id: app_id.to_owned(),
        display_name: None,
        account_enabled: Some(true),
    }
}

/// An app that has nothing of what the account needs.
fn bare() -> App {
    App {
        client_id: CLIENT.to_owned(),
        application: Reading::Complete(Some(Application {
            id: "object".to_owned(),
            app_id: CLIENT.to_owned(),
            display_name: "Bright".to_owned(),
            unique_name: None,
            sign_in_audience: None,
            created: None,
            web: Some(Web {
                redirect_uris: vec!["https://other.example/auth".to_owned()],
            }),
            required: vec![RequiredResourceAccess {
                resource_app_id: "graph".to_owned(),
                access: vec![ResourceAccess {
                    id: "read".to_owned(),
                    kind: "Scope".to_owned(),
                }],
            }],
            passwords: Vec::new(),
            certificates: Vec::new(),
        })),
        principal: Reading::Complete(Some(principal("sp", CLIENT))),
        resource: Reading::Complete(Some(principal("crm", DYNAMICS_CRM))),
        grants: Reading::Complete(Vec::new()),
        tenant: Reading::Complete(Tenant {
            id: TENANT.to_owned(),
            name: "Contoso".to_owned(),
            host: "graph.microsoft.com".to_owned(),
            domains: Vec::new(),
            country: None,
            admin: SignedInUser {
                id: "g".to_owned(),
                name: "Ingrid Solheim".to_owned(),
                upn: "ingrid@contoso.com".to_owned(),
            },
        }),
    }
}

/// An app that lacks nothing.
fn ready() -> App {
    let mut app = bare();
    if let Reading::Complete(Some(application)) = &mut app.application {
        application.web = Some(Web {
            redirect_uris: vec![format!("https://{HOST}/admin/msdynamicscallback.html")],
        });
        application.required.push(RequiredResourceAccess {
            resource_app_id: DYNAMICS_CRM.to_owned(),
            access: vec![ResourceAccess {
                id: USER_IMPERSONATION.to_owned(),
                kind: "Scope".to_owned(),
            }],
        });
    }
    app.grants = Reading::Complete(vec![grant("AllPrincipals", "openid user_impersonation")]);
    app
}

fn grant(consent: &str, scope: &str) -> PermissionGrant {
    PermissionGrant {
        id: "g".to_owned(),
        client_id: "sp".to_owned(),
        consent_type: consent.to_owned(),
        resource_id: "crm".to_owned(),
        scope: scope.to_owned(),
    }
}

fn ids(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| step.id.as_str()).collect()
}

fn acts(plan: &Plan) -> BTreeMap<String, PageAct> {
    plan.presses().into_iter().collect()
}

#[test]
fn s002_03_to_s002_17_the_account_is_opened_filled_consented_tested_and_saved_in_this_order() {
    let mut wanted = choices();
    wanted.is_default = true;
    let plan = plan(&observed(), &wanted, 1_000).unwrap();
    assert_eq!(
        ids(&plan),
        [
            "account:add",
            "account:new-type",
            "account:open",
            "account:type",
            "account:name",
            "account:default-account",
            "account:authorization-url",
            "account:token-url",
            "account:api-url",
            "account:client-id",
            "account:client-secret-emptied",
            "account:client-secret",
            "account:refresh-token",
            "account:test",
            "account:apply",
        ]
    );
    let acts = acts(&plan);
    let fills = |text: &str| PageAct::Fill { text: text.to_owned() };
    assert_eq!(acts[at::ADD], PageAct::Press);
    assert_eq!(acts[at::PICKER], acts[at::TYPE]);
    assert_eq!(acts[at::PICKER_OK], PageAct::Press);
    assert_eq!(
        acts[at::TYPE],
        PageAct::Choose {
            option: "Microsoft Dynamics 365".to_owned()
        }
    );
    assert_eq!(acts[at::NAME], fills("Contoso CRM"));
    assert_eq!(acts[at::DEFAULT], PageAct::Set { checked: true });
    let login = format!("https://login.microsoftonline.com/{TENANT}/oauth2");
    assert_eq!(acts[at::AUTHORIZATION], fills(&format!("{login}/authorize")));
    assert_eq!(acts[at::TOKEN], fills(&format!("{login}/token")));
    assert_eq!(acts[at::API], fills("https://contoso.crm4.dynamics.com/api/data/v9.0"));
    assert_eq!(acts[at::CLIENT_ID], fills(CLIENT));
    assert_eq!(acts[at::CLIENT_SECRET], fills("~client-secret~"));
    assert_eq!((&acts[at::TEST], &acts[at::APPLY]), (&PageAct::Press, &PageAct::Press));
    // Everything rests on the properties being open; saving rests on every field.
    assert!(
        plan.steps
            .iter()
            .skip(3)
            .all(|step| step.needs.iter().any(|need| need == "account:open"))
    );
    let apply = plan.step("account:apply").unwrap();
    assert!(
        apply.needs.contains(&"account:refresh-token".to_owned()) && !apply.needs.contains(&"account:test".to_owned())
    );
}

#[test]
fn s002_03_open_properties_are_used_and_without_an_add_button_the_admin_opens_them() {
    let open = shown(|shown| shown.there = vec![at::AUTHORIZATION]);
    assert_eq!(ids(&plan(&open, &choices(), 1).unwrap())[0], "account:type");
    let without = shown(|shown| shown.there = vec![at::MENU]);
    let planned = plan(&without, &choices(), 1).unwrap();
    assert!(matches!(&planned.steps[0].change.action, Action::Guide { .. }));
    assert!(!acts(&planned).contains_key(at::ADD));
}

#[test]
fn s002_06_a_taken_name_makes_no_plan_and_an_unread_list_says_so() {
    let mut taken = choices();
    taken.name = " OLD".to_owned();
    assert_eq!(plan(&observed(), &taken, 1), Err(PlanError::Name(NameTrouble::Taken)));
    taken.name = "  ".to_owned();
    assert_eq!(plan(&observed(), &taken, 1), Err(PlanError::Name(NameTrouble::Empty)));
    let unread = shown(|shown| shown.accounts = Reading::Unreadable(Text::new("bright-accounts-not-shown")));
    let planned = plan(&unread, &choices(), 1).unwrap();
    assert!(planned.notes.iter().any(|note| note.id == "bright-note-unlisted"));
}

#[test]
fn s002_07_who_loses_the_default_is_said_beforehand_and_only_if_it_is_taken() {
    let says = |wanted: &Choices| {
        let planned = plan(&observed(), wanted, 1).unwrap();
        let note = planned
            .notes
            .iter()
            .find(|note| note.id == "bright-note-default")
            .cloned();
        note.map(|note| json::text(&note.to_json()))
    };
    let mut wanted = choices();
    assert_eq!(says(&wanted), None);
    wanted.is_default = true;
    assert!(says(&wanted).unwrap().contains("Old"));
}

#[test]
fn s002_08_s002_10_without_one_tenant_that_all_agree_on_nothing_is_filled_in() {
    let mut other = observed();
    other.challenge = Reading::Complete("00000000-5c0b-4d0e-9f3e-1c2d3e4f5a6b".to_owned());
    assert!(matches!(
        plan(&other, &choices(), 1),
        Err(PlanError::Tenant(TenantTrouble::Disagree { .. }))
    ));
    assert_eq!(readiness(&other)[0].readiness, Readiness::Blocked);
    // One of the two is enough.
    other.organization.tenant_id = None;
    other.challenge = Reading::Complete(TENANT.to_owned());
    assert!(plan(&other, &choices(), 1).is_ok());
    other.challenge = Reading::Unreadable(Text::new("bright-challenge-other"));
    assert!(matches!(
        plan(&other, &choices(), 1),
        Err(PlanError::Tenant(TenantTrouble::Unknown(_)))
    ));
    let mut nowhere = observed();
    nowhere.organization.host = "crm.contoso.com".to_owned();
    assert_eq!(plan(&nowhere, &choices(), 1), Err(PlanError::NoCloud));
}

#[test]
fn s002_12_without_a_client_id_or_a_page_there_is_no_plan() {
    let mut without = choices();
    without.client_id = "contoso".to_owned();
    assert_eq!(plan(&observed(), &without, 1), Err(PlanError::NoClientId));
    let mut closed = observed();
    closed.portal = Portal::NotShown;
    assert_eq!(plan(&closed, &choices(), 1), Err(PlanError::NoPage));
}

#[test]
fn s002_13_g9_a_made_secret_is_a_slot_and_its_way_back_is_its_key_id() {
    let mut seen = observed();
    seen.app = Some(ready());
    let mut wanted = choices();
    wanted.secret = SecretFrom::Made;
    // 2026-11-22
    let planned = plan(&seen, &wanted, 1_795_305_600_000).unwrap();
    let made = planned.step("app:secret").unwrap();
    let Action::Http(write) = &made.change.action else {
        panic!("made by Graph")
    };
    assert_eq!(write.request.path, "/v1.0/applications/object/addPassword");
    assert!(write.request.body.as_deref().unwrap().contains("2027-11-22T00:00:00Z"));
    let taken: Vec<(&str, &str)> = write
        .takes
        .iter()
        .map(|take| (take.slot.as_str(), take.pointer.as_str()))
        .collect();
    assert_eq!(
        taken,
        [("client-secret", "/secretText"), ("client-secret-key-id", "/keyId")]
    );
    assert!(!write.repeatable, "twice makes two");
    let kinds: Vec<&SlotKind> = planned.slots.iter().map(|slot| &slot.kind).collect();
    assert_eq!(kinds, [&SlotKind::ClientSecret, &SlotKind::Found(Shape::Guid)]);
    let Undo::Change(back) = &made.undo else {
        panic!("removed by key id")
    };
    let Action::Http(back) = &back.action else {
        panic!("by Graph")
    };
    assert!(
        back.request.path.ends_with("/removePassword")
            && back.request.body.as_deref().unwrap().contains("~client-secret-key-id~")
    );
    let fill = planned.step("account:client-secret").unwrap();
    assert!(fill.needs.contains(&"app:secret".to_owned()));
    let targets: Vec<Service> = planned.targets.iter().map(|target| target.service).collect();
    assert_eq!(targets, [Service::Page, Service::Graph]);
    // As whom it is written is who is signed in to Graph, not who is in Dynamics 365; the lock tells both of them again.
    assert_eq!(planned.targets[1].user.upn, "ingrid@contoso.com");
    assert_eq!(planned.targets[1].lock.len(), 2);
    let mut elsewhere = seen.clone();
    let tenant = &mut elsewhere.app.as_mut().unwrap().tenant;
    *tenant = std::mem::replace(tenant, Reading::Unreadable(Text::new("cloud-error-throttled"))).map(|own| Tenant {
        id: "00000000-5c0b-4d0e-9f3e-1c2d3e4f5a6b".to_owned(),
        ..own
    });
    let refused = |seen: &Observed, made: &Choices| plan(seen, made, 1).unwrap_err();
    assert_eq!(refused(&elsewhere, &wanted), PlanError::OtherTenant);
    // Typed, there is one slot, one target and nothing of Graph.
    let typed = plan(&seen, &choices(), 1).unwrap();
    assert_eq!(
        (typed.slots.len(), typed.targets.len(), typed.writes().len()),
        (1, 1, 0)
    );
}

#[test]
fn s002_14_s002_15_the_refresh_token_is_the_admins_own_hand() {
    let planned = plan(&observed(), &choices(), 1).unwrap();
    let step = planned.step("account:refresh-token").unwrap();
    assert!(
        matches!(&step.change.action, Action::Guide { locator: Some(locator), .. } if locator == at::REFRESH_BUTTON)
    );
    for locator in [at::REFRESH_BUTTON, at::REFRESH_TOKEN] {
        assert!(
            locators::find(locator).unwrap().hand,
            "{locator} is never pressed or filled"
        );
    }
    assert!(
        planned
            .presses()
            .iter()
            .all(|(locator, _)| !locators::find(locator).unwrap().hand)
    );
}

#[test]
fn s002_02_s002_15_the_app_gets_what_it_lacks_keeps_the_rest_and_can_be_taken_back() {
    let mut seen = observed();
    seen.app = Some(bare());
    let mut wanted = choices();
    wanted.prepare_app = true;
    let planned = plan(&seen, &wanted, 1).unwrap();
    assert_eq!(ids(&planned)[..3], ["app:reply", "app:permission", "app:grant"]);
    let body = |id: &str| -> Value {
        let Action::Http(write) = &planned.step(id).unwrap().change.action else {
            panic!("{id} is written")
        };
        json::parse(write.request.body.as_deref().unwrap()).unwrap()
    };
    assert_eq!(
        body("app:reply")["web"]["redirectUris"],
        json!([
            "https://other.example/auth",
            format!("https://{HOST}/admin/msdynamicscallback.html")
        ])
    );
    let permissions = body("app:permission");
    assert_eq!(permissions["requiredResourceAccess"][0]["resourceAppId"], "graph");
    assert_eq!(
        permissions["requiredResourceAccess"][1]["resourceAccess"][0]["id"],
        USER_IMPERSONATION
    );
    assert_eq!(
        body("app:grant"),
        json!({"clientId": "sp", "consentType": "AllPrincipals", "resourceId": "crm", "scope": "user_impersonation"})
    );
    for id in ["app:reply", "app:permission", "app:grant"] {
        assert!(matches!(planned.step(id).unwrap().undo, Undo::Change(_)), "{id}");
    }
    // What it has is not asked for again.
    seen.app = Some(ready());
    assert_eq!(ids(&plan(&seen, &wanted, 1).unwrap())[0], "account:add");
}

#[test]
fn s002_08_to_s002_12_what_stands_in_an_open_form_is_held_against_what_it_can_be() {
    let login = "https://login.microsoftonline.com";
    let api = |version: &str| format!("https://{}/api/data/{version}", observed().organization.host);
    let troubles = |filled: &[(Field, String)]| shown(|shown| shown.filled = filled.to_vec()).troubles();
    let right = [
        (Field::Authorization, format!("{login}/{TENANT}/oauth2/authorize")),
        (Field::Token, format!("{login}/{TENANT}/oauth2/token")),
        (Field::Api, api("v9.0")),
        (Field::ClientId, TENANT.to_owned()),
    ];
    assert_eq!(troubles(&right), []);
    let wrong = [
        (Field::Authorization, format!("{login}/{TENANT}/oauth2/v2.0/authorize")),
        (Field::Token, format!("{login}/{TENANT}/oauth2/authorize")),
        (Field::Api, api("v9.2")),
        (Field::ClientId, "contoso".to_owned()),
    ];
    let found = [
        (Field::Authorization, FieldTrouble::Url(UrlTrouble::V2)),
        (Field::Token, FieldTrouble::Url(UrlTrouble::Swapped)),
        (Field::Api, FieldTrouble::Url(UrlTrouble::OtherVersion)),
        (Field::ClientId, FieldTrouble::NoId),
    ];
    assert_eq!(troubles(&wrong), found);
    let seen = shown(|shown| shown.filled = wrong.to_vec());
    let lines = readiness(&seen);
    let told: Vec<&str> = lines.iter().filter_map(|line| line.id.strip_prefix("form:")).collect();
    assert_eq!(told, ["authorization-url", "token-url", "api-url", "client-id"]);
    // Another tenant than the environment's.
    let other = TENANT.replace(|letter: char| letter.is_ascii_digit(), "1");
    let other = [(Field::Token, format!("{login}/{other}/oauth2/token"))];
    assert_eq!(
        troubles(&other),
        [(Field::Token, FieldTrouble::Url(UrlTrouble::OtherTenant))]
    );
}

#[test]
fn s002_01_the_plan_names_the_environment_the_account_leads_to_and_its_kind() {
    let planned = plan(&observed(), &choices(), 1).unwrap();
    let said = json::text(&planned.notes[0].to_json());
    let organization = observed().organization;
    assert_eq!(planned.notes[0].id, "bright-note-environment");
    assert!(said.contains(&organization.name) && said.contains(&organization.host) && said.contains("kind-"));
}

#[test]
fn s002_15_an_unread_or_foreign_grant_is_never_written_over() {
    let mut wanted = choices();
    wanted.prepare_app = true;
    let refused = |change: fn(&mut App)| {
        let mut seen = observed();
        let mut app = bare();
        change(&mut app);
        seen.app = Some(app);
        plan(&seen, &wanted, 1).unwrap_err()
    };
    let unread = |app: &mut App| app.grants = Reading::Unreadable(Text::new("bright-ready-grant-unknown"));
    assert!(matches!(refused(unread), PlanError::Incomplete { .. }));
    let other = |app: &mut App| app.grants = Reading::Complete(vec![grant("AllPrincipals", "openid")]);
    assert_eq!(refused(other), PlanError::OtherGrant);
    assert_eq!(
        refused(|app| app.application = Reading::Complete(None)),
        PlanError::NoApp
    );
    assert_eq!(
        refused(|app| app.principal = Reading::Complete(None)),
        PlanError::NoPrincipal
    );
    assert_eq!(
        refused(|app| app.resource = Reading::Complete(None)),
        PlanError::NoDynamics
    );
    // Not looked at is not "lacks nothing".
    assert!(matches!(
        plan(&observed(), &wanted, 1),
        Err(PlanError::Incomplete { .. })
    ));
    // One user's own consent is none for the organisation.
    let mut seen = observed();
    seen.app = Some(App {
        grants: Reading::Complete(vec![grant("Principal", "user_impersonation")]),
        ..ready()
    });
    assert_eq!(ids(&plan(&seen, &wanted, 1).unwrap())[0], "app:grant");
}

#[test]
fn s002_16_s002_17_the_pages_own_words_prove_the_test_and_the_list_proves_the_account() {
    let planned = plan(&observed(), &choices(), 1).unwrap();
    let proof = |id: &str| json::text(&planned.step(id).unwrap().change.proof.to_json());
    assert!(proof("account:test").contains(at::TEST_RESULT) && proof("account:test").contains("succeeded"));
    assert!(proof("account:apply").contains(at::ACCOUNTS) && proof("account:apply").contains("Contoso CRM"));
    // Said beforehand what cannot be taken back.
    assert!(planned.notes.iter().any(|note| note.id == "bright-note-undo"));
    assert!(matches!(planned.step("account:apply").unwrap().undo, Undo::None { .. }));
}

#[test]
fn every_message_of_the_plan_and_the_readiness_exists_and_every_locator_too() {
    let english = include_str!("../www/messages/en.ftl");
    let has = |id: &str| english.lines().any(|line| line.starts_with(&format!("{id} =")));
    let mut seen = observed();
    seen.app = Some(bare());
    let wanted = Choices {
        secret: SecretFrom::Made,
        prepare_app: true,
        is_default: true,
        ..choices()
    };
    let planned = plan(&seen, &wanted, 1).unwrap();
    let written = json::text(&planned.to_json());
    let mut found = 0;
    for part in written.split("\"id\":\"").skip(1) {
        let id = part.split('"').next().unwrap();
        if id.starts_with("bright-") && id != "bright-pattern" {
            found += 1;
            assert!(has(id), "{id}");
        }
    }
    assert!(found > 40, "{found}");
    for line in readiness(&seen).into_iter().chain(readiness(&observed())) {
        assert!(has(&line.statement.id) && line.evidence.is_none_or(|text| has(&text.id)));
    }
    let recipe = RECIPES.iter().find(|recipe| recipe.id == "bright-pattern").unwrap();
    for locator in recipe.locators.iter().copied().chain(Field::ALL.map(Field::locator)) {
        assert!(locators::find(locator).is_some(), "{locator}");
        assert!(recipe.locators.contains(&locator), "{locator}");
    }
}

#[test]
fn choices_from_an_address_are_outside_text() {
    let wanted = Choices {
        is_default: true,
        ..choices()
    };
    assert_eq!(Choices::unpacked(&wanted.packed()), Some(wanted));
    let long = format!(
        r#"{{"name":"{}","default":false,"clientId":"","secret":"typed","prepareApp":false}}"#,
        "x".repeat(201)
    );
    for wrong in ["", "{}", "null", r#"{"name":1}"#, &long] {
        assert_eq!(Choices::unpacked(wrong.as_bytes()), None, "{wrong}");
    }
}

/// A page that shows what stands here, by locator.
struct Page {
    things: BTreeMap<&'static str, Value>,
    challenge: Result<Response, TransportError>,
    asked: RefCell<Vec<String>>,
}

impl Pages for Page {
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        self.asked.borrow_mut().push(locator.to_owned());
        let read = self.things.get(locator).cloned();
        Box::pin(async move {
            read.ok_or(TransportError::NoPage {
                host: "brightpattern.com".to_owned(),
            })
        })
    }
    fn challenge(&self) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async { self.challenge.clone() })
    }
}

fn challenge(header: &str) -> Result<Response, TransportError> {
    Ok(Response {
        status: 401,
        headers: [("www-authenticate".to_owned(), header.to_owned())].into(),
        body: String::new(),
    })
}

fn seen_on(page: &Page) -> Observed {
    let org = FakeOrg::new();
    let context = latchkey::recipes::disconnect::Context { now: 5, sleep: &org };
    fake_org::run(observe(&org, page, context)).unwrap()
}

#[test]
fn s002_10_the_page_the_list_and_the_challenge_are_read_and_what_is_not_shown_is_unread() {
    let row = |name: &str, text: &str| json!({"name": name, "text": text, "disabled": false});
    let page = Page {
        things: BTreeMap::from([
            (at::PAGE, json!({"there": true, "host": HOST})),
            (at::ADD, json!({"there": true})),
            (at::APPLY, json!({"there": false})),
            (
                at::ACCOUNTS,
                json!({"there": true, "all": [
                    row("Old", "Old\tMicrosoft Dynamics 365\tYes"),
                    row("Zendesk", "Zendesk\tZendesk\t"),
                ]}),
            ),
        ]),
        challenge: challenge(&format!(
            "Bearer authorization_uri=https://login.microsoftonline.com/{TENANT}/oauth2/authorize"
        )),
        asked: RefCell::default(),
    };
    let seen = seen_on(&page);
    assert_eq!(seen.challenge, Reading::Complete(TENANT.to_owned()));
    let shown = seen.shown().unwrap();
    assert_eq!(
        (shown.host.as_str(), shown.there.as_slice()),
        (HOST, [at::ADD].as_slice())
    );
    let accounts = shown.accounts.value().unwrap();
    assert_eq!(accounts[0], account("Old", Some(true)));
    assert_eq!(
        (accounts[1].kind.as_str(), accounts[1].is_default),
        ("Zendesk", Some(false))
    );
    assert!(
        page.asked
            .borrow()
            .iter()
            .all(|locator| locators::find(locator).is_some())
    );

    let nothing = Page {
        things: BTreeMap::new(),
        challenge: challenge("Bearer"),
        asked: RefCell::default(),
    };
    let seen = seen_on(&nothing);
    assert_eq!(seen.portal, Portal::NotShown);
    assert!(matches!(seen.challenge, Reading::Unreadable(_)));

    let unlisted = Page {
        things: BTreeMap::from([
            (at::PAGE, json!({"there": true, "host": HOST})),
            (at::ACCOUNTS, json!({"there": false, "all": []})),
        ]),
        ..nothing
    };
    let seen = seen_on(&unlisted);
    assert!(
        matches!(seen.shown().unwrap().accounts, Reading::Unreadable(_)),
        "no list is not an empty one"
    );
}

#[test]
fn s002_12_the_app_is_named_wherever_it_is_changed_and_one_the_tenant_does_not_know_makes_no_plan() {
    let mut observed = observed();
    observed.app = Some(bare());
    let wanted = Choices {
        prepare_app: true,
        secret: SecretFrom::Made,
        ..choices()
    };
    let made = plan(&observed, &wanted, 5).unwrap();
    let names = |text: &Text| format!("{text:?}").contains("\"Bright\"");
    let of_app: Vec<_> = made.steps.iter().filter(|step| step.id.starts_with("app:")).collect();
    assert_eq!(of_app.len(), 4);
    for step in of_app {
        assert!(names(&step.title), "{:?}", step.title);
    }
    let note = made.notes.iter().find(|note| note.id == "bright-note-app").unwrap();
    assert!(names(note) && format!("{note:?}").contains(CLIENT), "{note:?}");

    let notes = |observed: &Observed| plan(observed, &choices(), 5).unwrap().notes;
    observed.app = None;
    assert!(notes(&observed).iter().any(|note| note.id == "bright-note-app-unread"));
    // Registered in another tenant, it is known here by its service principal alone.
    let mut foreign = bare();
    foreign.application = Reading::Complete(None);
    observed.app = Some(foreign.clone());
    assert!(notes(&observed).iter().any(|note| note.id == "bright-note-app-unread"));
    foreign.principal = Reading::Complete(None);
    observed.app = Some(foreign);
    assert_eq!(plan(&observed, &choices(), 5), Err(PlanError::NoApp));
}

/// The record of a run of which every step was shown to have changed something.
fn applied(plan: &Plan) -> RunRecord {
    let steps = plan.steps.iter().map(|step| StepRecord {
        state: StepState::Done {
            already: false,
            evidence: Vec::new(),
            at: 6,
        },
        sent: true,
        found: plan
            .slots
            .iter()
            .filter(|slot| matches!(slot.kind, SlotKind::Found(_)))
            .map(|slot| (slot.id.clone(), "22222222-5c0b-4d0e-9f3e-1c2d3e4f5a6b".to_owned()))
            .collect(),
        ..StepRecord::waiting(&step.id)
    });
    RunRecord {
        steps: steps.collect(),
        header: RunHeader {
            run_id: "run-1".to_owned(),
            digest: plan.digest(),
            plan: plan.clone(),
            started_at: 5,
            ended_at: Some(9),
            undone_by: None,
            requests: 1,
            not_before: 0,
        },
        taken_back: Vec::new(),
    }
}

#[test]
fn s002_17_undo_says_first_that_the_saved_account_stops_working() {
    let mut observed = observed();
    observed.app = Some(bare());
    let wanted = Choices {
        prepare_app: true,
        secret: SecretFrom::Made,
        ..choices()
    };
    let mut record = applied(&plan(&observed, &wanted, 5).unwrap());
    let undone = |record: &RunRecord| {
        let mut back = undo_plan(record, 10).unwrap();
        explain_undo(&mut back, record);
        back.notes
    };
    let notes = undone(&record);
    let first = notes.first().unwrap();
    assert_eq!(first.id, "bright-stays-account");
    assert!(format!("{first:?}").contains("Contoso CRM"), "{first:?}");
    assert!(
        !format!("{notes:?}").contains("bright-undo-account"),
        "said once: {notes:?}"
    );
    // Where nothing was saved, nothing stops.
    record.steps.retain(|step| step.step != "account:apply");
    assert!(undone(&record).iter().all(|note| note.id != "bright-stays-account"));
}
