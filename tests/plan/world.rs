//! Runs a plan against the simulated tenant under faults, kills and foreign edits, and watches every request.

use std::collections::BTreeMap;

use latchkey::http::{Method, Millis, Request, Response, TransportError};
use latchkey::plan::drive::JournalError;
use latchkey::plan::history::{History, assemble};
use latchkey::plan::journal::{Entry, RunRecord};
use latchkey::plan::model::{Action, Plan};
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::{Choice, Effect, Fed, Run};
use latchkey::plan::start::Approval;
use serde_json::{Value, json};

use crate::tenant::{Cell, Tenant, error, ok};

/// What happens to one request.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    None,
    /// 429 with so many seconds.
    Throttled(u64),
    /// 503, carried out or not.
    Unavailable {
        carried_out: bool,
    },
    /// 500, carried out or not.
    Broken {
        carried_out: bool,
    },
    /// No answer, carried out or not.
    Lost {
        carried_out: bool,
    },
    PageGone {
        carried_out: bool,
    },
    /// The connection dies under it and the browser sends it again: it arrives twice, the second answer is seen.
    Resent,
    Slow(u64),
    WrongBody,
    Refused,
    SignedOut,
    TooLarge,
    /// The process dies before the request leaves, or before its answer is seen.
    Killed {
        carried_out: bool,
    },
    /// The page navigates while the request is on its way.
    Navigated,
}

/// What happens around the n-th request.
#[derive(Debug, Clone)]
pub struct Event {
    pub at: usize,
    pub fault: Fault,
    /// A cell somebody else changes right before the request arrives.
    pub foreign: Option<(Cell, Value)>,
}

pub struct World {
    pub tenant: Tenant,
    pub journal: BTreeMap<String, Value>,
    pub now: Millis,
    pub events: Vec<Event>,
    /// How the admin answers, one after the other, then leaves.
    pub choices: Vec<Choice>,
    /// The journal write at which the process dies, before or after it is durable.
    pub kill_at_persist: Option<(usize, bool)>,
    persists: usize,
    pub requests: Vec<Request>,
    pub writes: usize,
    not_before: Millis,
    pub waits: Vec<Millis>,
}

pub const RUN: &str = "r1";

pub fn approval(plan: &Plan) -> Approval {
    Approval {
        digest: plan.digest(),
        typed_names: Vec::new(),
    }
}

impl World {
    pub fn new(tenant: Tenant) -> Self {
        Self {
            tenant,
            journal: BTreeMap::new(),
            now: 1_000_000,
            events: vec![],
            choices: vec![],
            kill_at_persist: None,
            persists: 0,
            requests: vec![],
            writes: 0,
            not_before: 0,
            waits: vec![],
        }
    }

    pub fn history(&self) -> History {
        let entries: Vec<Entry> = self
            .journal
            .iter()
            .map(|(key, value)| Entry {
                key: key.clone(),
                value: Some(value.clone()),
            })
            .collect();
        let history = assemble(&entries);
        assert!(history.unreadable.is_empty(), "{:?}", self.journal);
        history
    }

    pub fn record(&self, run_id: &str) -> Option<RunRecord> {
        let found = self
            .history()
            .runs
            .into_iter()
            .find(|past| past.record.header.run_id == run_id);
        found.map(|past| past.record)
    }

    /// Runs a plan to its end, taking it up again after every kill.
    pub fn apply(&mut self, plan: &Plan, run_id: &str) -> RunRecord {
        loop {
            let run = match self.record(run_id) {
                None => Run::begin(plan.clone(), &approval(plan), run_id.into(), self.now).unwrap(),
                Some(record) => Run::resume(record).unwrap(),
            };
            if let Some(run) = self.until_killed(run) {
                return run.record();
            }
        }
    }

    /// Establishes what became of everything sent, without writing.
    pub fn settle(&mut self, run_id: &str) -> RunRecord {
        let writes = self.writes;
        loop {
            let run = Run::settle(self.record(run_id).unwrap()).unwrap();
            if let Some(run) = self.until_killed(run) {
                assert_eq!(self.writes, writes, "settling wrote something");
                return run.record();
            }
        }
    }

    /// `None` if the process was killed.
    pub fn until_killed(&mut self, mut run: Run) -> Option<Run> {
        for _ in 0..20_000 {
            let fed = match run.next(self.now) {
                Effect::Finished => return Some(run),
                Effect::Ask => {
                    match run.progress().phase {
                        Phase::Asking { .. } if self.choices.is_empty() => run.choose(self.now, Choice::Leave),
                        Phase::Asking { .. } => run.choose(self.now, self.choices[0]),
                        Phase::Held { .. } => run.resume_now(),
                        other => panic!("asked while {other:?}"),
                    }
                    if !self.choices.is_empty() {
                        self.choices.remove(0);
                    }
                    continue;
                }
                Effect::WaitUntil(until) | Effect::Guide { until, .. } => {
                    assert!(until > self.now, "waited for the past");
                    self.waits.push(until - self.now);
                    self.now = until;
                    continue;
                }
                Effect::Reserve { .. } => Fed::Reserved(Ok(())),
                Effect::Persist(entries) => {
                    self.persists += 1;
                    let kill = self.kill_at_persist.filter(|(at, _)| *at == self.persists);
                    if kill != Some((self.persists, false)) {
                        for entry in entries {
                            match entry.value {
                                Some(value) => self.journal.insert(entry.key, value),
                                None => self.journal.remove(&entry.key),
                            };
                        }
                    }
                    if let Some((_, durable)) = kill {
                        if !durable {
                            // What was never durable cannot be known afterwards.
                            self.not_before = 0;
                        }
                        return None;
                    }
                    Fed::Persisted(Ok::<(), JournalError>(()))
                }
                Effect::Http { request, .. } => {
                    self.watch(&run, &request);
                    let event = self
                        .events
                        .iter()
                        .find(|event| event.at == self.requests.len())
                        .cloned();
                    self.requests.push(request.clone());
                    if let Some((cell, value)) = event.as_ref().and_then(|event| event.foreign.clone())
                        && self.tenant.cells.get(&cell) != Some(&value)
                    {
                        self.tenant.set(&cell, value, false);
                    }
                    let fault = event.map_or(Fault::None, |event| event.fault);
                    if fault == Fault::Navigated {
                        run.feed(self.now, Fed::Navigated);
                    }
                    match self.answer(&request, &fault) {
                        Some(answer) => Fed::Http(answer),
                        None => return None,
                    }
                }
                other => panic!("not here: {other:?}"),
            };
            self.now += 10;
            run.feed(self.now, fed);
        }
        panic!("the run does not end: {:?}", run.progress());
    }

    fn answer(&mut self, request: &Request, fault: &Fault) -> Option<Result<Response, TransportError>> {
        let host = || "contoso.crm4.dynamics.com".to_owned();
        let carried_out = match fault {
            Fault::None | Fault::Slow(_) | Fault::WrongBody | Fault::TooLarge | Fault::Navigated | Fault::Resent => {
                true
            }
            Fault::Throttled(_) | Fault::Refused | Fault::SignedOut => false,
            Fault::Unavailable { carried_out }
            | Fault::Broken { carried_out }
            | Fault::Lost { carried_out }
            | Fault::PageGone { carried_out }
            | Fault::Killed { carried_out } => *carried_out,
        };
        let answer = carried_out.then(|| self.tenant.handle(request));
        Some(match fault {
            Fault::None | Fault::Navigated => Ok(answer?),
            Fault::Resent => Ok(self.tenant.handle(request)),
            Fault::Slow(millis) => {
                self.now += millis;
                Ok(answer?)
            }
            Fault::WrongBody => Ok(ok(&json!({"value": []}))),
            Fault::TooLarge => Err(TransportError::TooLarge { limit: 10 }),
            Fault::Throttled(seconds) => {
                self.not_before = self.now + seconds * 1000;
                let mut answer = error(429, "0x80072322", "Number of requests exceeded the limit of 6000");
                answer.headers.insert("retry-after".into(), seconds.to_string());
                Ok(answer)
            }
            Fault::Refused => Ok(error(
                403,
                "0x80040220",
                "Principal user is missing prvWriteRole privilege",
            )),
            Fault::SignedOut => Err(TransportError::Redirected),
            Fault::Unavailable { .. } => Ok(error(503, "", "busy")),
            Fault::Broken { .. } => Ok(error(500, "", "broken")),
            Fault::Lost { .. } => Err(TransportError::Unreachable { host: host() }),
            Fault::PageGone { .. } => Err(TransportError::PageGone),
            Fault::Killed { .. } => return None,
        })
    }

    /// What must be true of every single request, whatever happens.
    fn watch(&mut self, run: &Run, request: &Request) {
        assert!(self.now >= self.not_before, "G7: sent before Retry-After was over");
        if request.method == Method::Get {
            return;
        }
        self.writes += 1;
        let plan = run.plan();
        let (number, step) = plan
            .steps
            .iter()
            .enumerate()
            .find(|(_, step)| match &step.change.action {
                Action::Http(write) => {
                    let same = (&write.request.method, &write.request.path, &write.request.body);
                    same == (&request.method, &request.path, &request.body)
                }
                _ => false,
            })
            .expect("a write that is not in the plan");
        let run_id = run.record().header.run_id;
        let record = &self.journal[&format!("run/{run_id}/{number:04}")];
        assert_eq!(record["state"], "writing", "G1: sent before its intent was durable");
        assert!(!record["before"].as_array().unwrap().is_empty(), "G1: no pre-image");
        assert_eq!(record["sent"], true, "G1");
        let last = self.requests.last().unwrap();
        let guard = match &step.change.guard.read {
            latchkey::plan::model::Read::Http(read) => read.path.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            (last.method, &last.path),
            (Method::Get, &guard),
            "G3: the guard is not the last read before the write"
        );
        for need in &step.needs {
            let done = run
                .record()
                .steps
                .iter()
                .any(|record| record.step == *need && matches!(record.state, StepState::Done { .. }));
            assert!(done, "{} was written before {need} was done", step.id);
        }
    }
}
