//! The sandbox tenant in process, as the world of a reading and of a run: no network, and a clock only sleeping moves.

#![allow(dead_code, reason = "each test crate uses its own part")]

#[path = "../memory_journal/mod.rs"]
mod memory_journal;

use std::cell::{Cell, RefCell};

use bytes::Bytes;
use latchkey::http::{LocalFuture, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{Handle, JournalStore, World, drive};
use latchkey::plan::grants::Grants;
use latchkey::plan::model::{PageAct, Plan, Target};
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::Run;
use latchkey::plan::start::Approval;
use latchkey::recipes::disconnect::{Context, ObserveError, Observed, observe};
use latchkey::services::Transport;
use latchkey::services::patience::Sleep;
use latchkey_sandbox::{CONTROL_HOST, Config, ORG_HOST, Sandbox};
use memory_journal::Journal;
pub use memory_journal::block_on;
use serde_json::{Value, json};

/// The org as one user sees it, the journal, and a clock that only sleeping moves.
pub struct Org {
    pub sandbox: Sandbox,
    upn: &'static str,
    /// What the admin does on the portal's page when guided: requests of the page itself.
    pub by_hand: RefCell<Vec<Request>>,
    /// Entity set this organization does not have.
    pub without: Option<&'static str>,
    pub now: Cell<Millis>,
    /// Requests sent so far, those of the control host left out.
    pub requests: Cell<usize>,
    journal: Journal,
}

impl Org {
    pub fn new(upn: &'static str, dialects: &[&str], scale: &str) -> Self {
        let mut config = Config::default();
        for dialect in dialects {
            config.set_dialect(dialect).unwrap();
        }
        config.set_scale(scale).unwrap();
        Self::of(upn, config)
    }

    pub fn of(upn: &'static str, config: Config) -> Self {
        Self {
            sandbox: Sandbox::new(config).unwrap(),
            upn,
            by_hand: RefCell::default(),
            without: None,
            now: Cell::new(1_795_269_720_000),
            requests: Cell::new(0),
            journal: Journal::default(),
        }
    }

    pub fn call(&self, host: &str, request: &Request) -> Result<Response, TransportError> {
        if host != CONTROL_HOST {
            self.requests.set(self.requests.get() + 1);
        }
        let mut call = http::Request::builder()
            .method(request.method.as_str())
            .uri(request.path.as_str())
            .header("host", host)
            .header("authorization", format!("Bearer sandbox:{}", self.upn));
        for (name, value) in &request.headers {
            call = call.header(name, value);
        }
        let call = call
            .body(Bytes::from(request.body.clone().unwrap_or_default()))
            .unwrap();
        let answer = self
            .sandbox
            .handle(call)
            .map_err(|_| TransportError::Unreachable { host: host.to_owned() })?;
        Ok(Response {
            status: answer.status().as_u16(),
            headers: answer
                .headers()
                .iter()
                .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
                .collect(),
            body: String::from_utf8(answer.body().to_vec()).unwrap(),
        })
    }

    fn path(&self, path: String) -> String {
        match self.without.filter(|set| path.contains(set)) {
            Some(_) => "/api/data/v9.2/nothingofthiskind".to_owned(),
            None => path,
        }
    }

    pub fn state(&self) -> Value {
        let answer = self.call(CONTROL_HOST, &Request::get("/state")).unwrap();
        serde_json::from_str(&answer.body).unwrap()
    }

    pub fn read(&self) -> Result<Observed, ObserveError> {
        let context = Context {
            now: self.now.get(),
            sleep: self,
        };
        block_on(observe(self, context))
    }

    /// Applies a plan to its end and gives back the run: every step was done by it.
    pub fn apply(&self, plan: Plan, id: &str) -> Run {
        let run = self.finish(plan, id);
        assert!(
            run.progress()
                .steps
                .iter()
                .all(|step| matches!(step.state, StepState::Done { already: false, .. }))
        );
        run
    }

    /// The same, with steps that were already so.
    pub fn finish(&self, plan: Plan, id: &str) -> Run {
        let approval = Approval {
            digest: plan.digest(),
            typed_names: plan.names_to_type(),
        };
        let run = Run::begin(plan, &approval, id.to_owned(), self.now.get()).unwrap();
        let run = block_on(drive(run, self, &Handle::new(), |progress| {
            assert!(!matches!(progress.phase, Phase::Asking { .. }), "{progress:?}");
        }))
        .unwrap();
        let progress = run.progress();
        assert_eq!(progress.phase, Phase::Done, "{progress:?}");
        run
    }
}

impl Transport for Org {
    fn host(&self) -> &str {
        ORG_HOST
    }

    fn send(&self, mut request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        request.path = self.path(request.path);
        Box::pin(async move { self.call(ORG_HOST, &request) })
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        let mut body = String::new();
        for path in paths {
            let path = self.path(path);
            body.push_str(&format!(
                "--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET {path} HTTP/1.1\r\nAccept: application/json\r\n\r\n"
            ));
        }
        body.push_str("--batch_1--\r\n");
        let mut request = Request::get("/api/data/v9.2/$batch")
            .header("content-type", "multipart/mixed; boundary=batch_1")
            .header("prefer", "odata.continue-on-error");
        request.method = latchkey::http::Method::Post;
        request.body = Some(body);
        Transport::send(self, request)
    }
}

impl Sleep for Org {
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.now.set(self.now.get() + millis);
        Box::pin(async {})
    }
}

impl World for Org {
    fn send<'a>(&'a self, _: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        Transport::send(self, request)
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
    fn guide(&self, locator: Option<&str>) {
        if locator.is_some() {
            for request in self.by_hand.take() {
                assert!(self.call(ORG_HOST, &request).unwrap().is_success());
            }
        }
    }
    fn journal(&self) -> &dyn JournalStore {
        &self.journal
    }
    fn now(&self) -> Millis {
        self.now.get()
    }
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        Sleep::sleep(self, millis)
    }
}
