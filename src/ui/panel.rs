//! What the panel knows and how it changes: one reducer, handed to every view through one context.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::backend::Backend;
use super::route::{Asked, Route};
use crate::http::Millis;
use crate::plan::drive::Handle;
use crate::plan::history;
use crate::plan::journal::RunRecord;
use crate::plan::model::Plan;
use crate::plan::progress::Progress;
use crate::recipes::disconnect::{self, Choices, Effect, Observed};
use crate::text::Text;
use crate::words::{Language, Words};

/// Why nothing, or nothing new, could be read, split by what the admin can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Sign in on the org's page.
    SignedOut(Text),
    /// Somebody with more rights has to help.
    NoPermission(Text),
    /// The network, the service or the page does not answer: try again.
    Offline(Text),
    /// Anything else.
    Failed(Text),
}

/// A run as it is shown while this panel drives it, or watches another panel drive it.
#[derive(Debug, Clone)]
pub struct Live {
    /// What runs.
    pub plan: Rc<Plan>,
    /// How it stands.
    pub progress: Progress,
    /// The line to it; `None` while another panel drives it.
    pub handle: Option<Handle>,
    /// Whether the plan that takes it back is shown as soon as it is over.
    pub undo_after: Rc<Cell<bool>>,
    /// The run as the journal has it, once it is over.
    pub record: Option<Rc<RunRecord>>,
}

impl Live {
    /// Whether another panel drives it.
    pub const fn is_watched(&self) -> bool {
        self.handle.is_none() && self.record.is_none()
    }
}

/// What the history view has read.
#[derive(Debug, Clone, PartialEq)]
pub enum History {
    /// Not yet.
    Unread,
    /// The journal's runs.
    Read(Rc<history::History>),
    /// It could not be.
    Failed(Text),
}

/// Everything the views show.
#[derive(Debug, Clone)]
pub struct State {
    /// Counts every change: two states with the same number are the same.
    revision: u64,
    /// The language spoken.
    pub language: Language,
    /// The view.
    pub route: Route,
    /// The record type the page asked for.
    pub record_type: Option<String>,
    /// What the address asks to be done once everything is read.
    pub asked: Option<Asked>,
    /// Whether a reading is under way.
    pub is_reading: bool,
    /// Why the last reading came to nothing.
    pub trouble: Option<Trouble>,
    /// What was last read, in whole or in part.
    pub observed: Option<Rc<Observed>>,
    /// What the admin wants to be different.
    pub choices: Rc<Choices>,
    /// What that would mean.
    pub effect: Rc<Effect>,
    /// How many requests carrying them out takes, if nothing goes wrong.
    pub requests: u32,
    /// How many users have each role, by root id; only roles whose users were fully read.
    pub role_users: Rc<BTreeMap<String, u64>>,
    /// The plan in preview.
    pub preview: Option<Rc<Plan>>,
    /// Whether Apply was pressed and the first request is still to come.
    pub is_starting: bool,
    /// Why a plan was not made, or not begun.
    pub refused: Option<Text>,
    /// The run under way or just over.
    pub live: Option<Rc<Live>>,
    /// Runs of the journal.
    pub history: History,
    /// An interrupted run found at the start.
    pub interrupted: Option<Rc<RunRecord>>,
}

/// What can happen.
#[derive(Debug)]
pub enum Action {
    /// Another language.
    Speak(Language),
    /// Another view.
    Go(Route),
    /// An address from outside the panel.
    Follow(String),
    /// A reading began.
    ReadingBegan,
    /// A part, or all of it, is there.
    Read(Rc<Observed>),
    /// The reading is over; what went wrong, if anything did.
    ReadingOver(Option<Trouble>),
    /// What the address asked for is being done.
    FollowedUp,
    /// The admin wants these differences.
    Choose(Choices),
    /// The admin wants none.
    Discard,
    /// A plan to look at.
    Preview(Rc<Plan>),
    /// Back from the plan without applying it.
    CancelPreview,
    /// Apply was pressed.
    Starting,
    /// No plan could be made, or it was not begun.
    Refused(Text),
    /// A run is driven, or watched.
    Running(Live),
    /// It moved on.
    Progressed(Progress),
    /// It is over.
    RunOver(Rc<RunRecord>),
    /// The run's view is left.
    LeaveRun,
    /// The journal was read.
    HistoryRead(Rc<history::History>),
    /// The journal could not be read.
    HistoryFailed(Text),
    /// A run was found that was cut off.
    Interrupted(Rc<RunRecord>),
}

impl State {
    /// The state a panel opens with.
    pub fn new(language: Language, address: &str) -> Self {
        let (route, record_type, asked) = Route::parse(address);
        Self {
            revision: 0,
            language,
            route,
            record_type,
            asked,
            is_reading: false,
            trouble: None,
            observed: None,
            choices: Rc::default(),
            effect: Rc::default(),
            requests: 0,
            role_users: Rc::default(),
            preview: None,
            is_starting: false,
            refused: None,
            live: None,
            history: History::Unread,
            interrupted: None,
        }
    }

    /// Whether a plan may rest on what was read: everything the choices touch was read completely.
    pub fn may_plan(&self) -> bool {
        let Some(observed) = &self.observed else {
            return false;
        };
        let toggles = !self.choices.changes_toggles() || observed.record_types.is_complete();
        let roles = !self.choices.changes_roles()
            || (observed.privilege.is_complete()
                && observed.roles.is_complete()
                && observed.users.is_complete()
                && observed.assignments.is_complete());
        toggles && roles
    }

    /// Whether a run is under way in this panel.
    pub fn is_running(&self) -> bool {
        self.live.as_ref().is_some_and(|live| !live.progress.phase.is_over())
    }

    fn weigh(&mut self) {
        if let Some(observed) = &self.observed {
            self.effect = Rc::new(disconnect::effect(observed, &self.choices));
            // Of a plan that cannot be made yet only the size is known.
            self.requests = disconnect::plan(observed, &self.choices, observed.read_at).map_or_else(
                |_| u32::try_from(self.choices.requests()).unwrap_or(u32::MAX),
                |plan| plan.requests(),
            );
        }
    }

    fn count_role_users(&mut self) {
        let Some(observed) = &self.observed else {
            return;
        };
        self.role_users = match observed.assignments.value() {
            Some(assignments) if observed.assignments.is_complete() => Rc::new(
                assignments
                    .counts()
                    .into_iter()
                    .map(|(role, users)| (role.to_owned(), users))
                    .collect(),
            ),
            _ => Rc::default(),
        };
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::Speak(language) => self.language = language,
            Action::Go(route) => {
                self.route = route;
                self.refused = None;
            }
            Action::Follow(address) => {
                let (route, record_type, asked) = Route::parse(&address);
                self.route = route;
                self.record_type = record_type;
                self.asked = asked;
            }
            Action::ReadingBegan => self.is_reading = true,
            Action::Read(observed) => {
                if !observed.is_still_reading() || !self.has_all() {
                    self.choices = Rc::new(self.choices.rebased(&observed));
                    self.observed = Some(observed);
                    self.weigh();
                    self.count_role_users();
                }
            }
            Action::ReadingOver(trouble) => {
                self.is_reading = false;
                self.trouble = trouble;
            }
            Action::FollowedUp => self.asked = None,
            Action::Choose(choices) => {
                self.choices = Rc::new(choices);
                self.refused = None;
                self.weigh();
            }
            Action::Discard => {
                self.choices = Rc::default();
                self.refused = None;
                self.weigh();
            }
            Action::Preview(plan) => {
                self.preview = Some(plan);
                self.refused = None;
                self.is_starting = false;
                self.live = None;
                self.route = Route::Plan;
            }
            Action::CancelPreview => {
                let undo = self.preview.take().is_some_and(|plan| plan.undoes.is_some());
                self.refused = None;
                self.route = if undo { Route::History } else { Route::Disconnect };
            }
            Action::Starting => {
                self.is_starting = true;
                self.refused = None;
            }
            Action::Refused(why) => {
                self.is_starting = false;
                self.refused = Some(why);
            }
            Action::Running(live) => {
                self.is_starting = false;
                self.preview = None;
                self.interrupted = None;
                self.route = Route::Plan;
                self.live = Some(Rc::new(live));
            }
            Action::Progressed(progress) => {
                if let Some(live) = &mut self.live {
                    Rc::make_mut(live).progress = progress;
                }
            }
            Action::RunOver(record) => {
                if let Some(live) = &mut self.live {
                    let live = Rc::make_mut(live);
                    live.record = Some(record);
                    live.handle = None;
                }
                self.history = History::Unread;
            }
            Action::LeaveRun => {
                self.live = None;
                self.route = Route::Disconnect;
            }
            Action::HistoryRead(runs) => self.history = History::Read(runs),
            Action::HistoryFailed(why) => self.history = History::Failed(why),
            Action::Interrupted(run) => {
                self.interrupted = Some(run);
                // Shown to the end as another panel's, which is gone.
                if self.live.take_if(|live| live.is_watched()).is_some() && self.route == Route::Plan {
                    self.route = Route::Overview;
                }
            }
        }
    }

    fn has_all(&self) -> bool {
        self.observed
            .as_ref()
            .is_some_and(|observed| !observed.is_still_reading())
    }
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.revision += 1;
        next.change(action);
        Rc::new(next)
    }
}

/// What every view is handed: the words, the world, and the state with the door to change it.
#[derive(Clone)]
pub struct Panel {
    /// Speaks the reader's language.
    pub words: Rc<Words>,
    /// The world.
    pub backend: Rc<dyn Backend>,
    /// The state.
    pub state: UseReducerHandle<State>,
}

impl PartialEq for Panel {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.words, &other.words) && self.state == other.state
    }
}

impl Panel {
    /// Changes the state.
    pub fn send(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// What a button does that only changes the state.
    pub fn on(&self, action: impl Fn() -> Action + 'static) -> Callback<MouseEvent> {
        let dispatcher = self.state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action()))
    }

    /// Changes the choices, if there is something to choose from.
    pub fn choose(&self, change: impl FnOnce(&Observed, &mut Choices)) {
        if let Some(observed) = &self.state.observed {
            let mut choices = (*self.state.choices).clone();
            change(observed, &mut choices);
            self.send(Action::Choose(choices));
        }
    }

    /// A moment in the reader's language.
    pub fn time(&self, at: Millis) -> String {
        self.backend.format_time(self.words.language().tag(), at)
    }
}

/// The context every view stands in. Outside the panel there is none, and nothing to show.
#[hook]
pub fn use_panel() -> Panel {
    #[allow(
        clippy::expect_used,
        reason = "a view outside the panel is a mistake of the programmer"
    )]
    use_context::<Panel>().expect("every view stands inside the panel")
}
