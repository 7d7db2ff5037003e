//! Pages that are closed, drawn late, loaded anew, or that take a press from a person's hand only.

use latchkey::http::{Millis, Response, TransportError};
use latchkey::plan::journal::RunRecord;
use latchkey::plan::model::*;
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::{Effect, Fed, Run};
use latchkey::plan::undo::{CannotUndo, can_take_back, undo_plan};
use latchkey::text::Text;
use serde_json::{Value, json};

use crate::plans::{change, is, plan, step};
use crate::world::{RUN, begin};

/// A portal's page: a button opens a form of one input, which another saves.
#[derive(Default)]
struct Portal {
    is_closed: bool,
    /// Looks at the page that find nothing, as long as it draws.
    draws: usize,
    /// Whether a press by script does nothing.
    is_by_hand: bool,
    form: Option<String>,
    saved: Option<String>,
    /// Every request and look, and every press.
    asked: usize,
    pressed: Vec<String>,
    now: Millis,
}

/// A page a run acts on, beside a service that says who the administrator is.
trait Shown {
    /// The control by which the page is known.
    const KNOWN_BY: &'static str;

    fn read(&mut self, locator: &str) -> Result<Value, TransportError>;
    fn act(&mut self, locator: &str, act: &PageAct);
    fn is_closed(&self) -> bool;
    /// Every request and look so far.
    fn asked(&mut self) -> &mut usize;
    fn now(&mut self) -> &mut Millis;

    /// A look at the page, where it is open.
    fn look(&mut self, locator: &str) -> Result<Value, TransportError> {
        *self.asked() += 1;
        if self.is_closed() {
            return Err(TransportError::NoPage {
                host: "portal.test".into(),
            });
        }
        self.read(locator)
    }

    /// One effect; `false` where nothing goes on by itself.
    fn step(&mut self, run: &mut Run) -> bool {
        let fed = match run.next(*self.now()) {
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(_) => Fed::Persisted(Ok(())),
            Effect::Http { .. } => {
                *self.asked() += 1;
                Fed::Http(Ok(Response {
                    status: 200,
                    headers: Default::default(),
                    body: json!({"id": "admin"}).to_string(),
                }))
            }
            Effect::PageRead { locator } => Fed::Page(self.look(&locator)),
            Effect::PagePress { locator, act } => {
                let there = self.look(Self::KNOWN_BY);
                if there.is_ok() {
                    self.act(&locator, &act);
                }
                Fed::Page(there)
            }
            Effect::WaitUntil(until) | Effect::Guide { until, .. } => {
                *self.now() = until;
                return true;
            }
            Effect::Ask | Effect::Finished => return false,
        };
        run.feed(*self.now(), fed);
        true
    }
}

fn page(locator: &str, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Page {
            locator: locator.into(),
        },
        conditions,
    }
}

fn pressing(id: &str, needs: &[&str], shows: &str, from: bool, undo: Undo) -> Step {
    let act = Action::Page {
        locator: id.into(),
        act: PageAct::Press,
    };
    let there = |there: bool| page(shows, vec![is("/there", json!(there))]);
    step(id, "portal", needs, change(there(from), act, there(!from)), undo)
}

/// Opens the form, fills it in, saves it.
fn form() -> Plan {
    let nothing = || Undo::Nothing {
        why: Text::new("test-nothing"),
    };
    let stays = Undo::None {
        why: Text::new("test-one-way"),
    };
    let fills = Action::Page {
        locator: "field".into(),
        act: PageAct::Fill { text: "x".into() },
    };
    let guard = page("field", vec![is("/there", json!(true))]);
    let proof = page("field", vec![is("/value", json!("x"))]);
    let fill = step("fill", "portal", &["open"], change(guard, fills, proof), nothing());
    let mut plan = plan(
        vec![],
        vec![
            pressing("open", &[], "form", false, nothing()),
            fill,
            pressing("save", &["fill"], "form", true, stays),
        ],
    );
    plan.targets[1].lock[0].probe = page("open", vec![is("/there", json!(true))]);
    plan
}

impl Shown for Portal {
    const KNOWN_BY: &'static str = "open";

    fn read(&mut self, locator: &str) -> Result<Value, TransportError> {
        if self.draws > 0 {
            self.draws -= 1;
            return Err(TransportError::NotFound {
                control: "Connect".into(),
            });
        }
        Ok(match locator {
            "form" => json!({"there": self.form.is_some()}),
            "field" => json!({"there": self.form.is_some(), "value": self.form.clone().unwrap_or_default()}),
            _ => json!({"there": true}),
        })
    }

    fn act(&mut self, locator: &str, act: &PageAct) {
        match act {
            PageAct::Fill { text } => self.form = Some(text.clone()),
            PageAct::Press if self.is_by_hand => self.pressed.push(locator.to_owned()),
            _ => {
                self.pressed.push(locator.to_owned());
                self.press(locator);
            }
        }
    }

    fn is_closed(&self) -> bool {
        self.is_closed
    }

    fn asked(&mut self) -> &mut usize {
        &mut self.asked
    }

    fn now(&mut self) -> &mut Millis {
        &mut self.now
    }
}

impl Portal {
    fn press(&mut self, locator: &str) {
        if locator == "open" {
            self.form = Some(String::new());
        } else {
            self.saved = self.form.take();
        }
    }

    /// Until nothing goes on by itself, or the admin is waited for.
    fn go(&mut self, run: &mut Run) -> Phase {
        for _ in 0..2000 {
            if matches!(run.progress().phase, Phase::WaitingForAdmin { .. }) || !self.step(run) {
                return run.progress().phase;
            }
        }
        panic!("it does not end: {:?}", run.progress());
    }

    fn until(&mut self, run: &mut Run, is_there: impl Fn(&Self, &Run) -> bool) {
        for _ in 0..2000 {
            if is_there(self, run) {
                return;
            }
            assert!(self.step(run), "{:?}", run.progress());
        }
        panic!("it does not come to it: {:?}", run.progress());
    }
}

fn is_done(run: &Run, step: &str) -> bool {
    let steps = run.progress().steps;
    let now = steps.into_iter().find(|now| now.id == step).unwrap();
    matches!(now.state, StepState::Done { .. })
}

fn said(phase: &Phase) -> (String, Vec<String>) {
    let Phase::Held { why } = phase else {
        panic!("{phase:?}")
    };
    let names = why.args.values().map(|arg| format!("{arg:?}"));
    (why.id.to_string(), names.collect())
}

#[test]
fn g7_a_portal_whose_tab_is_closed_is_asked_for_by_name_after_a_few_looks_and_not_for_ever() {
    let mut portal = Portal::default();
    let mut run = begin(&form(), RUN);
    portal.until(&mut run, |_, run| is_done(run, "fill"));
    portal.is_closed = true;
    portal.form = None;
    let before = (portal.asked, portal.now);
    let phase = portal.go(&mut run);
    let (id, names) = said(&phase);
    assert_eq!(id, "run-page-closed");
    assert!(names.iter().any(|name| name.contains("portal")), "{names:?}");
    assert!(portal.asked - before.0 < 30, "{} requests", portal.asked - before.0);
    assert!(portal.now - before.1 >= 15_000, "the looks are not spread");
    // Going on without it comes to the same, and costs no more.
    let before = portal.asked;
    run.resume_now();
    assert_eq!(said(&portal.go(&mut run)).0, "run-page-closed");
    assert!(portal.asked - before < 30);
    // Open again, the form is opened and filled in anew before it is saved.
    portal.is_closed = false;
    run.resume_now();
    assert_eq!(portal.go(&mut run), Phase::Done);
    assert_eq!(portal.saved.as_deref(), Some("x"));
    assert_eq!(portal.pressed, ["open", "open", "save"]);
}

#[test]
fn g2_a_page_that_is_still_drawn_holds_the_run_and_ends_it_not() {
    let mut portal = Portal::default();
    let mut run = begin(&form(), RUN);
    portal.until(&mut run, |_, run| is_done(run, "open"));
    portal.draws = 1000;
    run.feed(portal.now, Fed::Navigated);
    let (id, _) = said(&portal.go(&mut run));
    assert_eq!(id, "run-page-unreadable");
    portal.draws = 2;
    portal.form = None;
    run.resume_now();
    assert_eq!(portal.go(&mut run), Phase::Done);
    assert_eq!(portal.saved.as_deref(), Some("x"));
}

#[test]
fn g8_a_run_taken_up_on_a_page_loaded_anew_opens_again_what_was_open() {
    for lost in ["open", "fill"] {
        let mut portal = Portal::default();
        let mut run = begin(&form(), RUN);
        portal.until(&mut run, |_, run| is_done(run, lost));
        while portal.form.is_some() && matches!(run.next(portal.now), Effect::Persist(_)) {
            portal.step(&mut run);
        }
        let record: RunRecord = run.record();
        portal.form = None;
        let mut again = Run::resume(record).unwrap();
        assert_eq!(portal.go(&mut again), Phase::Done, "after {lost}");
        assert_eq!(portal.saved.as_deref(), Some("x"), "after {lost}");
        let saves = portal.pressed.iter().filter(|pressed| *pressed == "save");
        assert_eq!(saves.count(), 1);
    }
}

#[test]
fn g5_a_press_the_page_does_not_take_is_asked_of_the_admin_and_goes_on_once_it_shows() {
    let mut portal = Portal::default();
    let mut run = begin(&form(), RUN);
    portal.until(&mut run, |_, run| is_done(run, "fill"));
    portal.is_by_hand = true;
    let began = portal.now;
    let waits = |phase: &Phase, times: u32| match phase {
        Phase::WaitingForAdmin { step, misses, .. } => step == "save" && *misses == times,
        _ => false,
    };
    let phase = portal.go(&mut run);
    assert!(waits(&phase, 0), "{phase:?}");
    assert!(portal.now - began <= 20_000, "asked after {} ms", portal.now - began);
    // Too early: it says what is looked for, and asks on.
    run.admin_done(portal.now);
    portal.until(&mut run, |_, run| waits(&run.progress().phase, 1));
    let Phase::WaitingForAdmin { missed, .. } = run.progress().phase else {
        panic!("{:?}", run.progress().phase)
    };
    assert_eq!(missed.len(), 1);
    assert_eq!(
        (&missed[0].planned_from, &missed[0].now),
        (&json!(false), &Some(json!(true)))
    );
    portal.press("save");
    portal.until(&mut run, |_, run| run.progress().phase == Phase::Done);
    assert_eq!(portal.saved.as_deref(), Some("x"));
    assert_eq!(portal.pressed, ["open", "save"], "pressed once by script");
}

#[test]
fn g8_a_press_left_to_the_admin_is_settled_before_the_run_ends() {
    let mut portal = Portal::default();
    let mut run = begin(&form(), RUN);
    portal.until(&mut run, |_, run| is_done(run, "fill"));
    portal.is_by_hand = true;
    portal.go(&mut run);
    run.cancel(portal.now);
    portal.step(&mut run);
    assert_eq!(portal.go(&mut run), Phase::Ended);
    let record = run.record();
    let save = record.steps.iter().find(|record| record.step == "save").unwrap();
    assert!(matches!(save.state, StepState::NotYetShown { .. }), "{:?}", save.state);
    assert!(record.header.ended_at.is_some());
}

#[test]
fn what_nobody_has_is_named_and_the_history_tells_what_an_interrupted_run_had_sent() {
    let mut world = crate::world::World::new();
    let whole = crate::plans::whole();
    world.kills = vec![crate::world::Kill {
        at: crate::effects(&whole, &[]) - 12,
        carried_out: false,
    }];
    assert!(world.until_killed(begin(&whole, RUN)).is_none());
    let record = world.record(RUN).unwrap();
    assert!(super::is_done(&record, "credential"), "{:?}", super::states(&record));
    let lost: Vec<&str> = record.undelivered().into_iter().map(|slot| slot.id.as_str()).collect();
    assert_eq!(lost, ["client-secret"]);
    assert!(record.header.requests > 3, "{}", record.header.requests);
    world.kills.clear();
    let done = world.apply(&whole, RUN);
    assert!(done.undelivered().is_empty());
    crate::assert_whole(&world, "taken up");
}

/// A page of Setup: it shows a value, and a button opens its form, which another saves.
#[derive(Default)]
struct Setup {
    is_closed: bool,
    form: Option<String>,
    saved: String,
    asked: usize,
    now: Millis,
}

/// Opens the form, chooses, saves; taken back in the same order.
fn setup_plan() -> Plan {
    let there = |locator: &str| page(locator, vec![is("/there", json!(true))]);
    let press = |id: &str| Action::Page {
        locator: id.into(),
        act: PageAct::Press,
    };
    let choose = |from: &str, to: &str| {
        let act = Action::Page {
            locator: "choice".into(),
            act: PageAct::Choose { option: to.into() },
        };
        let chosen = |what: &str| page("choice", vec![is("/chosen", json!(what))]);
        change(chosen(from), act, chosen(to))
    };
    let pressed = |guard, id: &str, proof| Change {
        patience: Some(Patience {
            alert: Some("alert".into()),
            ..Patience::of(30_000)
        }),
        ..change(guard, press(id), proof)
    };
    let opens = || pressed(there("edit"), "edit", there("save"));
    let saves = |what: &str| {
        let chosen = page("choice", vec![is("/chosen", json!(what))]);
        pressed(chosen, "save", page("cell", vec![is("/text", json!(what))]))
    };
    let back = |change| Undo::After(Box::new(change));
    let mut plan = plan(
        vec![],
        vec![
            step("open", "portal", &[], opens(), back(opens())),
            step(
                "choose",
                "portal",
                &["open"],
                choose("old", "new"),
                back(choose("new", "old")),
            ),
            step("save", "portal", &["choose"], saves("new"), back(saves("old"))),
        ],
    );
    plan.targets[1].lock[0].probe = page("page", vec![is("/there", json!(true))]);
    plan
}

impl Shown for Setup {
    const KNOWN_BY: &'static str = "page";

    fn read(&mut self, locator: &str) -> Result<Value, TransportError> {
        Ok(match (locator, &self.form) {
            ("page", _) => json!({"there": true}),
            ("alert", _) => json!({"there": false, "all": []}),
            ("save", form) => json!({"there": form.is_some()}),
            ("edit", form) => json!({"there": form.is_none()}),
            ("choice", Some(chosen)) => json!({"there": true, "chosen": chosen}),
            ("cell", None) => json!({"there": true, "text": self.saved}),
            _ => return Err(TransportError::NotFound { control: String::new() }),
        })
    }

    fn act(&mut self, locator: &str, act: &PageAct) {
        match (act, locator) {
            (PageAct::Choose { option }, _) => self.form = self.form.as_ref().map(|_| option.clone()),
            (_, "edit") => self.form = Some(self.saved.clone()),
            _ => self.saved = self.form.take().unwrap_or_default(),
        }
    }

    fn is_closed(&self) -> bool {
        self.is_closed
    }

    fn asked(&mut self) -> &mut usize {
        &mut self.asked
    }

    fn now(&mut self) -> &mut Millis {
        &mut self.now
    }
}

/// The run until the page was closed at its n-th request, opened again at its start, and gone on with.
fn closed_at(closed: usize) -> (Setup, Run, usize) {
    let mut setup = Setup {
        saved: "old".into(),
        ..Setup::default()
    };
    let mut run = begin(&setup_plan(), RUN);
    while setup.asked < closed && setup.step(&mut run) {}
    setup.is_closed = true;
    setup.form = None;
    while setup.step(&mut run) {}
    setup.is_closed = false;
    let began = setup.asked;
    run.resume_now();
    for _ in 0..3000 {
        if matches!(run.progress().phase, Phase::WaitingForAdmin { .. }) || !setup.step(&mut run) {
            break;
        }
    }
    let asked = setup.asked - began;
    (setup, run, asked)
}

#[test]
fn g8_a_page_closed_at_any_instant_is_opened_and_filled_in_again_and_not_looked_at_for_ever() {
    let mut asks = Vec::new();
    for closed in 0..20 {
        let (setup, run, asked) = closed_at(closed);
        assert!(asked < 60, "{asked} requests after {closed}");
        match run.progress().phase {
            Phase::Done => assert_eq!(setup.saved, "new", "{closed}"),
            // Whether a lost press was taken nobody can tell.
            Phase::Asking { step } => asks.push(step),
            phase => panic!("{closed}: {phase:?}"),
        }
    }
    assert_eq!(asks, ["save"], "only Save is not pressed twice");
}

fn unsaved(run: &Run) -> Vec<String> {
    let steps = run.progress().steps.into_iter();
    let unsaved = steps.filter(|step| matches!(step.state, StepState::Unsaved { .. }));
    unsaved.map(|step| step.id).collect()
}

#[test]
fn g5_what_is_not_seen_to_be_unsaved_when_the_run_ends_is_not_called_so() {
    for is_closed in [false, true] {
        let mut setup = Setup {
            saved: "old".into(),
            ..Setup::default()
        };
        let mut run = begin(&setup_plan(), RUN);
        while !is_done(&run, "choose") {
            assert!(setup.step(&mut run));
        }
        // The admin saves it by hand, or closes the page, before the run ends.
        setup.saved = setup.form.take().unwrap();
        setup.is_closed = is_closed;
        run.cancel(setup.now);
        while setup.step(&mut run) {}
        assert_eq!(run.progress().phase, Phase::Ended);
        assert!(unsaved(&run).is_empty(), "{is_closed}: {:?}", run.progress());
        assert_eq!(undo_plan(&run.record(), setup.now).unwrap().steps.len(), 2);
    }
}

#[test]
fn g6_a_form_that_was_opened_and_left_is_nothing_to_take_back() {
    let mut setup = Setup {
        saved: "old".into(),
        ..Setup::default()
    };
    let mut run = begin(&setup_plan(), RUN);
    while !is_done(&run, "open") {
        assert!(setup.step(&mut run));
    }
    setup.is_closed = true;
    run.cancel(setup.now);
    while setup.step(&mut run) {}
    assert_eq!(unsaved(&run), ["open"]);
    assert_eq!(can_take_back(&run.record()), (0, 0));
}

#[test]
fn g8_a_run_cut_off_after_it_looked_for_what_is_not_saved_goes_on() {
    let mut setup = Setup {
        saved: "old".into(),
        ..Setup::default()
    };
    let mut run = begin(&setup_plan(), RUN);
    while !is_done(&run, "choose") {
        assert!(setup.step(&mut run));
    }
    run.cancel(setup.now);
    while setup.step(&mut run) {}
    assert_eq!(unsaved(&run), ["open", "choose"]);
    let mut record = run.record();
    record.header.ended_at = None;
    record.steps.retain(|step| step.step != "save");
    let mut again = Run::resume(record).unwrap();
    while setup.step(&mut again) {}
    assert_eq!((again.progress().phase, setup.saved.as_str()), (Phase::Done, "new"));
}

#[test]
fn g6_what_was_chosen_and_not_saved_is_nothing_to_take_back() {
    let mut setup = Setup {
        saved: "old".into(),
        ..Setup::default()
    };
    let mut run = begin(&setup_plan(), RUN);
    while !is_done(&run, "choose") {
        assert!(setup.step(&mut run));
    }
    run.cancel(setup.now);
    while setup.step(&mut run) {}
    assert_eq!((run.progress().phase, setup.saved.as_str()), (Phase::Ended, "old"));
    let record = run.record();
    assert_eq!(unsaved(&run), ["open", "choose"]);
    assert_eq!(can_take_back(&record), (0, 0));
    assert!(matches!(undo_plan(&record, setup.now), Err(CannotUndo::NothingChanged)));

    // What was saved is taken back as before.
    let (_, run, _) = closed_at(9);
    assert_eq!(can_take_back(&run.record()), (3, 3));
    assert_eq!(undo_plan(&run.record(), 0).unwrap().steps.len(), 3);
}
