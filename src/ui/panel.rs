//! What the panel knows and how it changes: one reducer, handed to every view through one context.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::backend::Backend;
use super::bright;
use super::bright::part::BrightPart;
use super::chat;
use super::chat::edit::Edit;
use super::chat::part::ChatPart;
use super::deployment;
use super::deployment::part::DeploymentPart;
use super::disconnect::part::DisconnectPart;
use super::lead;
use super::lead::part::LeadPart;
use super::part::{Origin, Part, Trouble, Which};
use super::route::{Asked, Route};
use super::salesforce;
use super::salesforce::part::SalesforcePart;
use super::slots::Files;
use crate::http::Millis;
use crate::plan::drive::Handle;
use crate::plan::history;
use crate::plan::journal::RunRecord;
use crate::plan::model::{Plan, Service};
use crate::plan::progress::Progress;
use crate::recipes::bright_pattern;
use crate::recipes::deployment as recipes_deployment;
use crate::recipes::disconnect::{Choices, Observed};
use crate::recipes::lead_management;
use crate::recipes::salesforce_connection;
use crate::recipes::teams_chat;
use crate::text::Text;
use crate::words::{Language, Words};

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
#[derive(Clone)]
pub struct State {
    /// Counts every change: two states with the same number are the same.
    revision: u64,
    /// Speaks the reader's language.
    pub words: Rc<Words>,
    /// The language that was asked for and whose texts cannot be read.
    pub unreadable: Option<Language>,
    /// The view.
    pub route: Route,
    /// The record type the page asked for.
    pub record_type: Option<String>,
    /// What the address asks to be done once everything is read.
    pub asked: Option<Asked>,
    /// The recipe last looked at or changed.
    pub current: Which,
    /// Disconnect rights.
    pub disconnect: DisconnectPart,
    /// Teams chat.
    pub chat: ChatPart,
    /// The Bright Pattern account.
    pub bright: BrightPart,
    /// Lead management.
    pub lead: LeadPart,
    /// The connection to Salesforce.
    pub salesforce: SalesforcePart,
    /// The sales agent's deployment.
    pub deployment: DeploymentPart,
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
pub enum Action {
    /// Another language.
    Speak(Rc<Words>),
    /// The texts of another language could not be read.
    CannotSpeak(Language),
    /// Another view.
    Go(Route),
    /// An address from outside the panel.
    Follow(String),
    /// What the view shown stands on is to be read again.
    ReadAgain,
    /// The panel is bound to an organization from now on.
    OrganizationFound,
    /// A reading began.
    ReadingBegan(Which),
    /// A part of disconnect rights, or all of it, is there.
    Read(Rc<Observed>),
    /// The reading is over; what went wrong, if anything did.
    ReadingOver(Which, Option<Trouble>),
    /// What the address asked for is being done.
    FollowedUp,
    /// Teams chat was read.
    ReadChat(Rc<teams_chat::Observed>),
    /// The Bright Pattern account was read.
    ReadBright(Box<bright_pattern::Observed>),
    /// Something was done, or came of something, in its view.
    Bright(bright::part::Edit),
    /// Something was done, or came of something, in the Teams chat view.
    Chat(Edit),
    /// Lead management was read; what is new is named with this.
    ReadLead(Rc<lead_management::Observed>, String),
    /// Something was done, or came of something, in the lead management view.
    Lead(lead::part::Edit),
    /// The connection to Salesforce was read, or nobody is signed in there.
    ReadSalesforce(Box<Option<salesforce_connection::Observed>>),
    /// Something was done, or came of something, in its view.
    Salesforce(salesforce::part::Edit),
    /// Another account signs in to a service, or the one there was forgotten: what it could read is shown no more.
    AccountLeft(Service),
    /// What the report on the deployment stands on was read.
    ReadDeployment(Rc<recipes_deployment::Observed>),
    /// Something was done, or came of something, in the report's view.
    Deployment(deployment::part::Edit),
    /// The admin wants these differences in disconnect rights.
    Choose(Choices),
    /// A readiness line's fix is added to the choices, or taken out of them again.
    Fix {
        /// Whose line.
        which: Which,
        /// Which fix.
        key: String,
        /// Whether it is added.
        add: bool,
    },
    /// The admin wants what an address says, and to see its plan.
    Unpack {
        /// Whose choices.
        which: Which,
        /// They.
        choices: Vec<u8>,
        /// The time.
        now: Millis,
    },
    /// The admin wants to see the plan of the choices.
    Review(Which, Millis),
    /// The admin wants nothing to be different.
    Discard(Which),
    /// A plan to look at.
    Preview(Rc<Plan>),
    /// A plan that takes a run back, to be given its words and looked at.
    PreviewUndo {
        /// The plan.
        plan: Plan,
        /// The run.
        first: Box<RunRecord>,
        /// When that run's own plan was made, in the reader's language.
        read_then: String,
    },
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
    pub fn new(words: Rc<Words>, address: &str) -> Self {
        let (route, record_type, asked) = Route::parse(address);
        Self {
            revision: 0,
            words,
            unreadable: None,
            route,
            record_type,
            asked,
            current: match route {
                Route::Recipe(which) => which,
                _ => Which::default(),
            },
            disconnect: DisconnectPart::default(),
            chat: ChatPart::default(),
            bright: BrightPart::default(),
            lead: LeadPart::default(),
            salesforce: SalesforcePart::default(),
            deployment: DeploymentPart::default(),
            preview: None,
            is_starting: false,
            refused: None,
            live: None,
            history: History::Unread,
            interrupted: None,
        }
    }

    /// A recipe's part.
    pub fn part(&self, which: Which) -> &dyn Part {
        match which {
            Which::DisconnectRights => &self.disconnect,
            Which::TeamsChat => &self.chat,
            Which::BrightPattern => &self.bright,
            Which::LeadManagement => &self.lead,
            Which::SalesforceConnection => &self.salesforce,
            Which::Deployment => &self.deployment,
        }
    }

    fn part_mut(&mut self, which: Which) -> &mut dyn Part {
        match which {
            Which::DisconnectRights => &mut self.disconnect,
            Which::TeamsChat => &mut self.chat,
            Which::BrightPattern => &mut self.bright,
            Which::LeadManagement => &mut self.lead,
            Which::SalesforceConnection => &mut self.salesforce,
            Which::Deployment => &mut self.deployment,
        }
    }

    /// The recipes the view shown stands on.
    pub fn shown(&self) -> impl Iterator<Item = Which> + use<> {
        let (route, current) = (self.route, self.current);
        Which::ALL.into_iter().filter(move |which| match route {
            Route::Overview => which.is_read_at_once(),
            _ => *which == current,
        })
    }

    /// The recipe to be read next for the view shown: one after the other, so that the first is there soonest.
    pub fn to_read(&self) -> Option<Which> {
        let mut shown = self.shown();
        if self.is_reading() {
            return None;
        }
        shown.find(|which| !self.part(*which).standing().is_current)
    }

    /// Whether anything the view shown stands on is being read.
    pub fn is_reading(&self) -> bool {
        self.shown().any(|which| self.part(which).standing().is_reading)
    }

    /// Where the panel writes and as whom, as last read.
    pub fn origin(&self) -> Option<Origin<'_>> {
        let current = self.part(self.current).origin();
        current.or_else(|| Which::ALL.into_iter().find_map(|which| self.part(which).origin()))
    }

    /// The recipe whose changes wait: the current one, else the first that has some.
    pub fn changing(&self) -> Option<Which> {
        let has_changes = |which: &Which| self.part(*which).changes() > 0;
        match self.route {
            Route::Recipe(which) => Some(which).filter(has_changes),
            _ => Some(self.current)
                .filter(has_changes)
                .or_else(|| Which::ALL.into_iter().find(has_changes)),
        }
    }

    /// Whether a run is under way in this panel.
    pub fn is_running(&self) -> bool {
        self.live.as_ref().is_some_and(|live| !live.progress.phase.is_over())
    }

    /// The run this panel drives, as long as it is not over.
    pub fn driven(&self) -> Option<&Rc<Live>> {
        let live = self.live.as_ref()?;
        (live.handle.is_some() && !live.progress.phase.is_over()).then_some(live)
    }

    fn go(&mut self, route: Route) {
        self.route = route;
        if let Route::Recipe(which) = route {
            self.current = which;
        }
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::Speak(words) => {
                self.words = words;
                self.unreadable = None;
            }
            Action::CannotSpeak(language) => self.unreadable = Some(language),
            Action::Go(route) => {
                self.go(route);
                self.refused = None;
            }
            Action::Follow(address) => {
                let (route, record_type, asked) = Route::parse(&address);
                self.go(route);
                self.record_type = record_type;
                self.open_asked();
                self.asked = asked;
                // Whoever presses a button of the page looks at it: what stood in the way may be gone.
                for which in self.shown() {
                    let standing = self.part_mut(which).standing_mut();
                    standing.is_current &= standing.trouble.is_none();
                }
            }
            Action::OrganizationFound => {
                for which in Which::ALL {
                    self.part_mut(which).standing_mut().is_current = false;
                }
            }
            Action::ReadAgain => {
                for which in self.shown() {
                    self.part_mut(which).standing_mut().is_current = false;
                }
            }
            Action::ReadingBegan(which) => {
                let standing = self.part_mut(which).standing_mut();
                standing.is_reading = true;
                standing.is_current = true;
            }
            Action::Read(observed) => self.disconnect.take(observed),
            Action::ReadChat(observed) => {
                self.chat.take(observed);
                self.open_asked();
            }
            Action::ReadBright(observed) => self.bright.take(*observed),
            Action::Bright(edit) => {
                self.refused = None;
                self.bright.edit(edit);
            }
            Action::Chat(edit) => {
                self.refused = None;
                let titles = chat::titles(&self.words);
                self.chat.edit(edit, &titles);
            }
            Action::ReadLead(observed, seed) => self.lead.take(observed, &seed),
            Action::Lead(edit) => {
                self.refused = None;
                self.lead.edit(edit);
            }
            Action::ReadSalesforce(observed) => self.salesforce.take(*observed),
            Action::Salesforce(edit) => {
                self.refused = None;
                self.salesforce.edit(edit);
            }
            Action::AccountLeft(service) => {
                if service == Service::Salesforce {
                    self.salesforce.leave();
                }
                self.deployment.leave(service);
            }
            Action::ReadDeployment(observed) => self.deployment.take(observed),
            Action::Deployment(edit) => {
                self.refused = None;
                self.deployment.edit(edit);
            }
            Action::ReadingOver(which, trouble) => {
                let standing = self.part_mut(which).standing_mut();
                standing.is_reading = false;
                standing.trouble = trouble;
            }
            Action::FollowedUp => self.asked = None,
            Action::Choose(choices) => {
                self.disconnect.choose(choices);
                self.changed(Which::DisconnectRights);
            }
            Action::Fix { which, key, add } => {
                self.part_mut(which).fix(&key, add);
                self.changed(which);
            }
            Action::Discard(which) => {
                self.part_mut(which).discard();
                self.changed(which);
            }
            Action::Unpack { which, choices, now } => {
                if self.part_mut(which).unpack(&choices) {
                    self.change(Action::Review(which, now));
                }
            }
            Action::Review(which, now) => {
                let plan = self.part(which).plan(now);
                self.change(match plan {
                    Ok(plan) => Action::Preview(Rc::new(plan)),
                    Err(why) => Action::Refused(why),
                });
            }
            // Its question would be gone with its view.
            Action::Preview(_) if self.driven().is_some() => self.refused = Some(Text::new("run-comes-first")),
            Action::Preview(plan) => {
                self.current = recipe_of(&plan);
                self.preview = Some(plan);
                self.refused = None;
                self.is_starting = false;
                self.live = None;
                self.route = Route::Plan;
            }
            Action::PreviewUndo {
                mut plan,
                first,
                read_then,
            } => {
                self.part(recipe_of(&plan)).explain_undo(&mut plan, &first, &read_then);
                self.change(Action::Preview(Rc::new(plan)));
            }
            Action::CancelPreview => {
                let undo = self.preview.take().is_some_and(|plan| plan.undoes.is_some());
                self.refused = None;
                self.route = if undo {
                    Route::History
                } else {
                    Route::Recipe(self.current)
                };
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
                self.current = recipe_of(&live.plan);
                self.preview = None;
                self.interrupted = None;
                self.route = Route::Plan;
                self.live = Some(Rc::new(live));
            }
            Action::Progressed(progress) => {
                self.refused = None;
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
                // The recipes share what they write. The run's own is read again at once.
                let own = self.live.as_ref().map(|live| recipe_of(&live.plan));
                for which in Which::ALL {
                    if Some(which) != own {
                        self.part_mut(which).standing_mut().is_current = false;
                    }
                }
            }
            Action::LeaveRun => {
                self.live = None;
                self.route = Route::Recipe(self.current);
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

    /// The record type an address asks for is opened once it is known.
    fn open_asked(&mut self) {
        if let (Route::Recipe(Which::TeamsChat), Some(wanted)) = (self.route, &self.record_type) {
            self.chat.open_called(wanted);
        }
    }

    /// Choices were changed: an earlier refusal says nothing of them.
    fn changed(&mut self, which: Which) {
        self.current = which;
        self.refused = None;
    }
}

/// The recipe a plan is of; a journal may know others.
pub fn recipe_of(plan: &Plan) -> Which {
    Which::by_id(&plan.recipe).unwrap_or_default()
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
    /// Files the admin has chosen; no part of the state.
    pub files: Rc<Files>,
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
