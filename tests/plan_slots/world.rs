//! Runs a plan against the directory, dies when told to, and is taken up again from what the journal has.

use std::collections::BTreeMap;

use latchkey::http::{Method, Millis, TransportError};
use latchkey::plan::grants::Grants;
use latchkey::plan::history::{History, assemble};
use latchkey::plan::journal::{Entry, RunRecord};
use latchkey::plan::model::{PageAct, Plan};
use latchkey::plan::progress::{Phase, Progress};
use latchkey::plan::run::{Choice, Effect, Fed, Run};
use latchkey::plan::start::Approval;
use serde_json::Value;

use crate::cloud::Cloud;

/// When the process dies: before the n-th effect on the world, or after it and before its answer is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kill {
    pub at: usize,
    pub carried_out: bool,
}

pub struct World {
    pub cloud: Cloud,
    pub journal: BTreeMap<String, Value>,
    pub now: Millis,
    pub kills: Vec<Kill>,
    /// Whether the page is gone with the panel.
    pub reloads: bool,
    /// Effects so far, over all lives of the run.
    pub effects: usize,
    /// What is typed or chosen when it is asked for, by slot.
    pub gives: Vec<(&'static str, String)>,
    /// Secrets the admin was shown.
    pub seen: Vec<String>,
    /// Everything that was shown of the run, as it could be printed.
    pub shown: Vec<Progress>,
    /// Lost answers: the effect's number, and whether it was carried out.
    pub lost: Vec<Kill>,
    /// Effects at which the page navigates.
    pub navigates: Vec<usize>,
    pub choices: Vec<Choice>,
    pub lives: usize,
    pub asked: usize,
    /// Where the admin presses Stop, and the time and the requests then.
    pub stops_at: Option<fn(&Progress) -> bool>,
    pub stopped: Option<(Millis, u32)>,
}

pub const RUN: &str = "r1";

pub fn begin(plan: &Plan, run_id: &str) -> Run {
    let approval = Approval {
        digest: plan.digest(),
        typed_names: Vec::new(),
    };
    Run::begin(plan.clone(), &approval, run_id.into(), 1_000_000).unwrap()
}

impl World {
    pub fn new() -> Self {
        Self {
            cloud: Cloud::default(),
            journal: BTreeMap::new(),
            now: 1_000_000,
            kills: vec![],
            reloads: false,
            effects: 0,
            gives: vec![],
            seen: vec![],
            shown: vec![],
            lost: vec![],
            navigates: vec![],
            choices: vec![],
            lives: 0,
            asked: 0,
            stops_at: None,
            stopped: None,
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
        let found = self.history().runs.into_iter();
        found
            .map(|past| past.record)
            .find(|record| record.header.run_id == run_id)
    }

    /// Runs a plan to its end, taking it up again after every death.
    pub fn apply(&mut self, plan: &Plan, run_id: &str) -> RunRecord {
        loop {
            let run = match self.record(run_id) {
                None => begin(plan, run_id),
                Some(record) => Run::resume(record).unwrap(),
            };
            if let Some(run) = self.until_killed(run) {
                return run.record();
            }
        }
    }

    pub fn settle(&mut self, run_id: &str) -> RunRecord {
        let run = Run::settle(self.record(run_id).unwrap()).unwrap();
        self.until_killed(run).expect("nothing kills it").record()
    }

    /// `None` if the process died.
    pub fn until_killed(&mut self, mut run: Run) -> Option<Run> {
        self.lives += 1;
        let mut granted = run.grants();
        let mut fillings = run.fillings();
        for _ in 0..3000 {
            let effect = run.next(self.now);
            if fillings != run.fillings() {
                fillings = run.fillings();
                granted = run.grants();
            }
            let progress = run.progress();
            if self.stopped.is_none() && self.stops_at.is_some_and(|stops| stops(&progress)) {
                self.stopped = Some((self.now, progress.requests));
                run.cancel(self.now);
                continue;
            }
            if self.shown.last() != Some(&progress) {
                self.shown.push(progress);
            }
            let number = self.effects;
            let kill = self.kills.iter().find(|kill| kill.at == number).copied();
            let counts = !matches!(effect, Effect::Finished | Effect::Ask | Effect::WaitUntil(_));
            if counts {
                self.effects += 1;
                if kill.is_some_and(|kill| !kill.carried_out) {
                    self.die();
                    return None;
                }
                if self.navigates.contains(&number) {
                    self.cloud.reload();
                    run.feed(self.now, Fed::Navigated);
                }
            }
            let lost = self.lost.iter().find(|lost| lost.at == number).copied();
            let fed = match effect {
                Effect::Finished => return Some(run),
                Effect::Ask => {
                    self.answer(&mut run);
                    continue;
                }
                Effect::WaitUntil(until) | Effect::Guide { until, .. } => {
                    assert!(until > self.now);
                    self.now = until;
                    continue;
                }
                Effect::Reserve { .. } => Fed::Reserved(Ok(())),
                Effect::Persist(entries) => {
                    for entry in entries {
                        match entry.value {
                            Some(value) => self.journal.insert(entry.key, value),
                            None => self.journal.remove(&entry.key),
                        };
                    }
                    Fed::Persisted(Ok(()))
                }
                Effect::Http { request, target } => {
                    assert_eq!(target, "graph");
                    let request = run.bind(&request);
                    if request.method != Method::Get {
                        let allowed = granted.writes.iter().any(|write| write.allows(&target, &request));
                        assert!(allowed, "not granted: {request:?}");
                    }
                    let unreachable = || TransportError::Unreachable {
                        host: "graph.test".into(),
                    };
                    match lost {
                        Some(Kill { carried_out: false, .. }) => Fed::Http(Err(unreachable())),
                        Some(_) => {
                            self.cloud.handle(&request);
                            Fed::Http(Err(unreachable()))
                        }
                        None => Fed::Http(Ok(self.cloud.handle(&request))),
                    }
                }
                Effect::PageRead { locator } => Fed::Page(Ok(self.cloud.read_page(&locator))),
                Effect::PagePress { locator, act } => {
                    let act = run.bind_act(&act);
                    assert!(is_granted(&granted, &locator, &act), "not granted: {locator}");
                    // A page that is being loaded anew is not there to be acted on.
                    let is_loading = self.navigates.contains(&number);
                    if is_loading || lost.is_some_and(|lost| !lost.carried_out) {
                        Fed::Page(Err(TransportError::PageGone))
                    } else {
                        let answer = self.cloud.act(&locator, &act);
                        Fed::Page(if lost.is_some() {
                            Err(TransportError::PageGone)
                        } else {
                            Ok(answer)
                        })
                    }
                }
            };
            if kill.is_some() && counts {
                self.die();
                return None;
            }
            self.now += 10;
            run.feed(self.now, fed);
        }
        panic!("the run does not end: {:?}", run.progress());
    }

    fn die(&mut self) {
        if self.reloads {
            self.cloud.reload();
        }
    }

    fn answer(&mut self, run: &mut Run) {
        match run.progress().phase {
            Phase::Asking { .. } => {
                self.asked += 1;
                let choice = if self.choices.is_empty() {
                    Choice::Leave
                } else {
                    self.choices.remove(0)
                };
                run.choose(self.now, choice);
            }
            Phase::Held { .. } => run.resume_now(),
            Phase::Lacking => {
                let lacking = run.lacks().into_iter().map(str::to_owned).collect::<Vec<_>>();
                assert!(!lacking.is_empty());
                for slot in lacking {
                    let given = self.gives.iter().find(|(known, _)| *known == slot);
                    run.supply(&slot, given.expect("something is given").1.clone()).unwrap();
                }
            }
            Phase::HandingOver { slot } => {
                let secret = run.show_secret(&slot).expect("it is there to be handed over");
                self.seen.push(secret.reveal().to_owned());
                run.handed_over(&slot, self.now);
                assert_eq!(run.show_secret(&slot), None, "shown after it was stored");
            }
            other => panic!("asked while {other:?}"),
        }
    }
}

fn is_granted(granted: &Grants, locator: &str, act: &PageAct) -> bool {
    granted
        .presses
        .iter()
        .any(|(known, allowed)| known == locator && allowed == act)
}
