//! The tenant with the publishing portal's page around it, and what an administrator wants of it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::org_in_process::{Org, block_on};
use base64::Engine;
pub use base64::engine::general_purpose::STANDARD;
use latchkey::domain::lead::Credential;
use latchkey::domain::lead::package;
use latchkey::domain::lead::rights::Group;
use latchkey::http::{LocalFuture, Method, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{Command, Handle, JournalStore, World, drive};
use latchkey::plan::grants::Grants;
use latchkey::plan::model::{PageAct, Plan, Service, Target};
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::{Choice, Run, Secret};
use latchkey::plan::start::Approval;
use latchkey::recipes::disconnect::Context;
use latchkey::recipes::lead_management::choices::{File, Road};
use latchkey::recipes::lead_management::{Choices, Lookup, Observed, observe, read_directory, read_offer};
use latchkey::services::Transport;
use latchkey::services::patience::Sleep;
use latchkey_sandbox::dataverse::solutions::made_up;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub const GRAPH: &str = "graph.microsoft.com";
pub const PARTNER: &str = "partner.microsoft.com";

/// The organization with its tenant's services and the publishing portal's page around it.
pub struct Tenant {
    pub org: Org,
    pub page: RefCell<Page>,
}

/// What Partner Center's page shows: as little of it as the locators tell.
pub struct Page {
    pub name: String,
    is_open: bool,
    fields: BTreeMap<String, String>,
    valid: Option<bool>,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            name: "Contoso Field Insights".to_owned(),
            is_open: false,
            fields: BTreeMap::new(),
            valid: None,
        }
    }
}

pub struct Graph<'a>(&'a Org);

impl Transport for Graph<'_> {
    fn host(&self) -> &str {
        GRAPH
    }
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { self.0.call(GRAPH, &request) })
    }
    fn batch(&self, _: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async {
            Err(TransportError::NotSent {
                reason: "no batch".into(),
            })
        })
    }
}

impl Tenant {
    pub fn new(dialects: &[&str]) -> Self {
        Self::of("admin@contoso.com", dialects)
    }

    pub fn of(upn: &'static str, dialects: &[&str]) -> Self {
        Self {
            org: Org::new(upn, dialects, ""),
            page: RefCell::default(),
        }
    }

    pub fn context(&self) -> Context<'_> {
        Context {
            now: self.org.now.get(),
            sleep: &self.org,
        }
    }

    pub fn read(&self, upn: &str) -> Observed {
        let mut observed = block_on(observe(&self.org, self.context(), None)).unwrap();
        let lookup = Lookup {
            app: "Marketplace lead writer",
            upn,
        };
        let directory = block_on(read_directory(&Graph(&self.org), self.context(), &observed, lookup));
        observed.directory = Some(directory);
        observed.offer = block_on(read_offer(&|locator| self.page_read(locator)));
        observed
    }

    pub fn offer(&self) -> String {
        let answer = self.org.call(PARTNER, &Request::get("/dashboard/api/offers")).unwrap();
        let offers: Value = serde_json::from_str(&answer.body).unwrap();
        offers["offers"][0]["id"].as_str().unwrap().to_owned()
    }

    pub fn portal(&self, method: Method, path: &str, body: &Value) -> Response {
        let path = format!("/dashboard/api/offers/{}{path}", self.offer());
        let request = Request::json(method, path, body).header("content-type", "application/json");
        self.org.call(PARTNER, &request).unwrap()
    }

    /// What the page shows for a locator.
    pub fn shows(&self, locator: &str) -> Value {
        let page = self.page.borrow();
        let part = locator.trim_start_matches("partner-center.");
        match part {
            "connect" => json!({"there": true}),
            "offer-name" => json!({"there": true, "text": page.name}),
            "offer-state" => json!({"there": true, "text": "Draft", "means": "draft"}),
            "connection-details" => json!({"there": page.is_open}),
            "validation" => match page.valid {
                Some(valid) => json!({"there": true, "means": if valid { "valid" } else { "invalid" }}),
                None => json!({"there": false}),
            },
            "destination" | "authentication" => {
                drop(page);
                json!({"there": true, "chosen": self.field(part)})
            }
            "client-secret" | "password" => {
                drop(page);
                json!({"there": true, "filled": !self.field(part).is_empty()})
            }
            _ if locator.starts_with("partner-center.") => {
                drop(page);
                let value = self.field(part);
                json!({"there": true, "filled": !value.is_empty(), "value": value})
            }
            _ => json!({}),
        }
    }

    pub fn field(&self, locator: &str) -> String {
        self.page.borrow().fields.get(locator).cloned().unwrap_or_default()
    }

    pub fn run(&self, plan: Plan, given: &[(&str, String)]) -> Run {
        let approval = Approval {
            digest: plan.digest(),
            typed_names: plan.names_to_type(),
        };
        let run = Run::begin(plan, &approval, "run-1".to_owned(), self.org.now.get()).unwrap();
        let handle = Handle::new();
        for (slot, value) in given {
            handle.tell(Command::Supply {
                slot: (*slot).to_owned(),
                value: Secret::new(value.clone()),
            });
        }
        let line = handle.clone();
        let began = self.org.now.get();
        block_on(drive(run, self, &handle, move |progress| match &progress.phase {
            Phase::WaitingForAdmin { .. } if self.org.now.get() > began + LONGEST => {
                line.tell(Command::Choose(Choice::GoOn));
            }
            Phase::Asking { .. } => line.tell(Command::Choose(Choice::Leave)),
            Phase::HandingOver { slot } => line.tell(Command::HandedOver { slot: slot.clone() }),
            Phase::Lacking => panic!("{progress:?}"),
            _ => {}
        }))
        .unwrap()
    }

    pub fn done(&self, plan: Plan, given: &[(&str, String)]) -> Run {
        let run = self.run(plan, given);
        let progress = run.progress();
        let open: Vec<_> = progress
            .steps
            .iter()
            .filter(|step| !matches!(step.state, StepState::Done { .. }))
            .collect();
        assert!(
            open.is_empty() && progress.phase == Phase::Done,
            "{:?} {open:#?}",
            progress.phase
        );
        run
    }
}

impl World for Tenant {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        Box::pin(async move {
            match target.service {
                Service::Dataverse => Transport::send(&self.org, request).await,
                _ => self.org.call(&target.host, &request),
            }
        })
    }

    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        let mut answer = self.shows(locator);
        answer["open"] = json!(format!("offers/{}", self.offer()));
        Box::pin(async move { Ok(answer) })
    }

    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        let part = locator.trim_start_matches("partner-center.").to_owned();
        match act {
            PageAct::Fill { text } | PageAct::Choose { option: text } => {
                self.page.borrow_mut().fields.insert(part, text.clone());
            }
            PageAct::Press => match part.as_str() {
                "connect" => self.page.borrow_mut().is_open = true,
                "ok" => {
                    let authentication = match self.field("authentication").as_str() {
                        "entra" => "azureAD",
                        _ => "office365",
                    };
                    let body = json!({
                        "leadDestination": self.field("destination"), "instanceUrl": self.field("url"),
                        "authentication": authentication, "applicationId": self.field("application-id"),
                        "directoryId": self.field("directory-id"), "applicationKey": self.field("client-secret"),
                        "username": self.field("user-name"), "password": self.field("password"),
                        "contactEmail": self.field("contact-email"),
                    });
                    let answer = self.portal(Method::Put, "/customer-leads", &body);
                    self.page.borrow_mut().is_open = !answer.is_success();
                }
                _ => {
                    let answer = self.portal(Method::Post, "/customer-leads/validate", &json!({}));
                    println!("validated: {} {}", answer.status, answer.body);
                    self.page.borrow_mut().valid = Some(answer.is_success());
                }
            },
            PageAct::Set { .. } => panic!("no switches here"),
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
        Sleep::sleep(&self.org, millis)
    }
}

pub fn zip() -> (File, String) {
    let bytes = made_up::lead_writer(&made_up::Recipe::default()).unwrap();
    let file = File {
        name: made_up::FILE.to_owned(),
        sha256: digest(&bytes),
        bytes: bytes.len() as u64,
        package: package::read(&bytes).unwrap(),
    };
    (file, STANDARD.encode(bytes))
}

/// Longer no guided step is waited for here.
pub const LONGEST: u64 = 600_000;
pub const SEED: &str = "0badcafe0badcafe";
pub const UPN: &str = "leadwriter@contoso.com";
pub const PASSWORD: &str = "Planted-Password-1";

/// Everything, by one of the two ways.
pub fn wishes(observed: &Observed, credential: Credential, road: Road) -> (Choices, Vec<(&'static str, String)>) {
    let (file, content) = zip();
    let mut choices = Choices::preset(observed, SEED);
    choices.credential = credential;
    choices.road = road;
    choices.file = Some(file);
    choices.upn = UPN.to_owned();
    if choices.location.is_empty() {
        choices.location = "DK".to_owned();
    }
    choices.groups = Group::ALL.to_vec();
    let mut given = vec![("solution-file", content)];
    if credential == Credential::Office365 {
        given.push(("password", PASSWORD.to_owned()));
    }
    (choices, given)
}

/// Lower-case hex SHA-256.
pub fn digest(bytes: &[u8]) -> String {
    latchkey::http::hex(&Sha256::digest(bytes))
}
