//! What takes time: reading, making and running plans, the journal. Each task tells the state what came of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use serde_json::Value;
use yew::platform::spawn_local;

use super::backend::Backend;
use super::chat::edit::Edit;
use super::lead;
use super::panel::{Action, Live, Panel, recipe_of};
use super::part::{Trouble, Which};
use super::route::Asked;
use super::say::words;
use crate::http::{LocalFuture, Millis, Request, Response, TransportError};
use crate::plan::drive::{Handle, JournalError, JournalStore, World, drive};
use crate::plan::evidence::evidence;
use crate::plan::grants::{Grants, WriteGrant};
use crate::plan::history::{self, History, Past, Standing};
use crate::plan::journal::RunRecord;
use crate::plan::model::{PageAct, Plan, Service, Target};
use crate::plan::progress::{Phase, Progress, SlotProgress, SlotState, StepProgress, StepState};
use crate::plan::run::{Run, Secret, journal_text};
use crate::plan::start::{Approval, RefusedToStart};
use crate::plan::undo::{CannotUndo, undo_plan};
use crate::recipes::disconnect::{self, Context, ObserveError};
use crate::recipes::lead_management::{self, Lookup, OfferPage, read_directory, read_offer};
use crate::recipes::teams_chat::{self, Section};
use crate::services::dataverse::{DataverseError, Sleep};
use crate::services::salesforce::SalesforceError;
use crate::text::Text;
use crate::words::Language;

/// How often a run of another panel is looked at.
const WATCH_MS: u64 = 2000;

/// Speaks another language from now on, in every panel; where its texts cannot be read the present one stays.
pub fn speak(panel: &Panel, language: Language) {
    let panel = panel.clone();
    spawn_local(async move {
        panel.send(match words(&panel.backend, language).await {
            Some(words) => {
                panel.backend.choose_language(language.tag());
                Action::Speak(words)
            }
            None => Action::CannotSpeak(language),
        });
    });
}

/// The world as a run and a reading know it.
struct Outside {
    backend: Rc<dyn Backend>,
    journal: Rc<dyn JournalStore>,
    /// What the run may do now, to be granted again to a page that follows another.
    granted: RefCell<Grants>,
    /// The plan's targets, each with the service that is written to.
    targets: Vec<(String, Service)>,
}

impl Outside {
    fn new(backend: &Rc<dyn Backend>) -> Self {
        Self {
            backend: backend.clone(),
            journal: backend.journal(),
            granted: RefCell::default(),
            targets: Vec::new(),
        }
    }

    /// For a run of this plan.
    fn of(backend: &Rc<dyn Backend>, plan: &Plan) -> Self {
        let targets = plan.targets.iter();
        Self {
            targets: targets.map(|target| (target.id.clone(), target.service)).collect(),
            ..Self::new(backend)
        }
    }

    /// Grants every service and every page its part of what the run may do.
    fn grant_again(&self) -> LocalFuture<'_, Result<(), TransportError>> {
        let granted = self.granted.borrow();
        let to = |service: Service| {
            let is_to = |write: &&WriteGrant| {
                self.targets
                    .iter()
                    .any(|(id, of)| *of == service && *id == write.target)
            };
            granted.writes.iter().filter(is_to).cloned().collect::<Vec<_>>()
        };
        for service in [
            Service::Graph,
            Service::PowerPlatform,
            Service::Teams,
            Service::Salesforce,
        ] {
            self.backend.grant_cloud(service, to(service));
        }
        self.backend.grant(to(Service::Dataverse), granted.presses.clone())
    }
}

impl Outside {
    /// A page that is gone lost its grant, and the one that follows gets the same: the run hears of it and recognises
    /// its targets before it sends anything more. A page that is not there yet fails this too, and is asked again.
    async fn heard<T>(&self, answer: Result<T, TransportError>) -> Result<T, TransportError> {
        if matches!(answer, Err(TransportError::PageGone | TransportError::NoPage { .. })) {
            let _ = self.grant_again().await;
        }
        answer
    }
}

impl Sleep for Outside {
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.backend.sleep(millis)
    }
}

impl World for Outside {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        let transport = self.backend.cloud(target.service);
        if target.service != Service::Dataverse && transport.host() != target.host {
            // Of another cloud than this panel's organization.
            let reason = format!("nothing reaches {}", target.host);
            return Box::pin(async move { Err(TransportError::NotSent { reason }) });
        }
        Box::pin(async move { self.heard(transport.send(request).await).await })
    }

    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        Box::pin(async move { self.heard(self.backend.page_read(locator).await).await })
    }

    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        Box::pin(async move { self.heard(self.backend.page_press(locator, act).await).await })
    }

    fn grant(&self, grants: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        *self.granted.borrow_mut() = grants;
        self.grant_again()
    }

    fn guide(&self, locator: Option<&str>) {
        self.backend.highlight(locator);
    }

    fn journal(&self) -> &dyn JournalStore {
        &*self.journal
    }

    fn now(&self) -> Millis {
        self.backend.now()
    }

    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.backend.sleep(millis)
    }
}

/// Reads everything a recipe stands on, showing each part as soon as it is there.
pub fn read(panel: &Panel, which: Which) {
    let panel = panel.clone();
    panel.send(Action::ReadingBegan(which));
    spawn_local(async move { read_now(&panel, which).await });
}

async fn read_now(panel: &Panel, which: Which) {
    let trouble = match which {
        Which::DisconnectRights => read_disconnect(panel).await.err(),
        Which::TeamsChat => read_chat(panel).await.err(),
        Which::BrightPattern => read_bright(panel).await.err(),
        Which::LeadManagement => read_lead(panel).await.err(),
        Which::SalesforceConnection => read_salesforce(panel).await.err(),
        Which::Deployment => read_deployment(panel).await.err(),
    };
    panel.send(Action::ReadingOver(which, trouble));
}

async fn read_disconnect(panel: &Panel) -> Result<(), Trouble> {
    let outside = Outside::new(&panel.backend);
    let org = panel.backend.org();
    let context = Context {
        now: panel.backend.now(),
        sleep: &outside,
    };
    let shown = panel.state.dispatcher();
    let mut part = |observed: &disconnect::Observed| shown.dispatch(Action::Read(Rc::new(observed.clone())));
    let observed = disconnect::observe_in_parts(&*org, context, &mut part).await;
    panel.send(Action::Read(Rc::new(observed.map_err(|error| trouble(&error))?)));
    Ok(())
}

async fn read_bright(panel: &Panel) -> Result<(), Trouble> {
    let observed = super::bright::reading::read(panel).await;
    let observed = observed.map_err(|error| trouble(&error))?;
    panel.send(Action::ReadBright(Box::new(observed)));
    Ok(())
}

async fn read_salesforce(panel: &Panel) -> Result<(), Trouble> {
    let read = super::salesforce::reading::read(panel).await;
    let observed = read.map_err(|error| {
        let why = error.explain();
        match error {
            SalesforceError::ApiDisabled | SalesforceError::Denied { .. } => Trouble::NoPermission(why),
            SalesforceError::Transport(_) | SalesforceError::Busy { .. } => Trouble::Offline(why),
            _ => Trouble::Failed(why),
        }
    })?;
    panel.send(Action::ReadSalesforce(Box::new(observed)));
    Ok(())
}

async fn read_deployment(panel: &Panel) -> Result<(), Trouble> {
    let observed = super::deployment::reading::read(panel).await;
    panel.send(Action::ReadDeployment(Rc::new(
        observed.map_err(|error| trouble(&error))?,
    )));
    Ok(())
}

async fn read_chat(panel: &Panel) -> Result<(), Trouble> {
    let outside = Outside::new(&panel.backend);
    let org = panel.backend.org();
    let context = Context {
        now: panel.backend.now(),
        sleep: &outside,
    };
    let observed = teams_chat::observe(&*org, context).await;
    let mut observed = observed.map_err(|error| trouble(&error))?;
    // What is open is read again with it: choices may rest on it.
    for section in panel.state.chat.opened() {
        let part = teams_chat::read_section(&*org, context, &observed, &section).await;
        observed.add(part);
    }
    // Who has signed in before sees the consents again with it.
    let before = panel.state.chat.observed.as_ref();
    if before.is_some_and(|before| before.consents.is_some()) {
        let graph = panel.backend.cloud(Service::Graph);
        let (consents, own) = teams_chat::read_directory(&*graph, context, &observed.admin).await;
        (observed.consents, observed.global_administrator) = (Some(consents), Some(own));
    }
    panel.send(Action::ReadChat(Rc::new(observed)));
    Ok(())
}

async fn read_lead(panel: &Panel) -> Result<(), Trouble> {
    let outside = Outside::new(&panel.backend);
    let org = panel.backend.org();
    let context = Context {
        now: panel.backend.now(),
        sleep: &outside,
    };
    let lead = &panel.state.lead;
    let name = lead.unique_name();
    let observed = lead_management::observe(&*org, context, name.as_deref()).await;
    let mut observed = observed.map_err(|error| trouble(&error))?;
    // Who has signed in before sees the directory again with it.
    if lead.observed.as_ref().is_some_and(|before| before.directory.is_some()) {
        observed.directory = Some(directory_of(panel, context, &observed).await);
    }
    observed.offer = offer_page(panel).await;
    let seed = panel.backend.new_guid().replace('-', "");
    panel.send(Action::ReadLead(Rc::new(observed), seed));
    Ok(())
}

async fn offer_page(panel: &Panel) -> OfferPage {
    let backend = panel.backend.clone();
    read_offer(&move |locator| {
        let backend = backend.clone();
        Box::pin(async move { backend.page_read(locator).await })
    })
    .await
}

/// Looks at the publishing portal's page again.
pub fn look_at_offer(panel: &Panel) {
    let panel = panel.clone();
    spawn_local(async move {
        let page = offer_page(&panel).await;
        panel.send(Action::Lead(lead::part::Edit::Page(page)));
    });
}

async fn directory_of(
    panel: &Panel,
    context: Context<'_>,
    observed: &lead_management::Observed,
) -> lead_management::observed::Directory {
    let choices = panel.state.lead.choices.clone();
    let lookup = Lookup {
        app: &choices.app_name,
        upn: &choices.upn,
    };
    let graph = panel.backend.cloud(Service::Graph);
    read_directory(&*graph, context, observed, lookup).await
}

/// Reads the directory for the lead management view, once somebody has signed in to it.
pub fn read_lead_directory(panel: &Panel) {
    let Some(observed) = panel.state.lead.observed.clone() else {
        return;
    };
    panel.send(Action::Lead(lead::part::Edit::ReadingDirectory));
    let panel = panel.clone();
    spawn_local(async move {
        let outside = Outside::new(&panel.backend);
        let context = Context {
            now: panel.backend.now(),
            sleep: &outside,
        };
        let directory = directory_of(&panel, context, &observed).await;
        panel.send(Action::Lead(lead::part::Edit::Directory(Rc::new(directory))));
    });
}

/// Reads a part of the Teams chat view that is opened.
pub fn read_section(panel: &Panel, section: Section) {
    let Some(observed) = panel.state.chat.observed.clone() else {
        return;
    };
    panel.send(Action::Chat(Edit::Reading(section.clone())));
    let panel = panel.clone();
    spawn_local(async move {
        let outside = Outside::new(&panel.backend);
        let org = panel.backend.org();
        let context = Context {
            now: panel.backend.now(),
            sleep: &outside,
        };
        let part = teams_chat::read_section(&*org, context, &observed, &section).await;
        panel.send(Action::Chat(Edit::Took(Rc::new(part))));
    });
}

/// Reads who holds the permissions to Teams data, and the admin's own role, once somebody has signed in to Microsoft
/// Graph.
pub fn read_consent(panel: &Panel) {
    panel.send(Action::Chat(Edit::ReadingConsent));
    let panel = panel.clone();
    spawn_local(async move {
        let outside = Outside::new(&panel.backend);
        let graph = panel.backend.cloud(Service::Graph);
        let context = Context {
            now: panel.backend.now(),
            sleep: &outside,
        };
        let Some(observed) = panel.state.chat.observed.clone() else {
            return;
        };
        let read = teams_chat::read_directory(&*graph, context, &observed.admin).await;
        panel.send(Action::Chat(Edit::Consent(Rc::new(read))));
    });
}

fn trouble(error: &ObserveError) -> Trouble {
    let why = error.explain();
    match error {
        ObserveError::SignedOut { .. } => Trouble::SignedOut(why),
        ObserveError::NoAccess { .. } => Trouble::NoPermission(why),
        ObserveError::Unreadable {
            why: DataverseError::Transport(_) | DataverseError::Throttled { .. },
            ..
        } => Trouble::Offline(why),
        ObserveError::Unreadable { .. } => Trouble::Failed(why),
    }
}

/// Applies an approved plan, with what the admin gave for it, by slot.
pub fn apply(panel: &Panel, plan: &Rc<Plan>, typed_name: Option<String>, given: Vec<(String, Secret)>) {
    let approval = Approval {
        digest: plan.digest(),
        typed_name,
    };
    panel.send(Action::Starting);
    let (panel, plan) = (panel.clone(), plan.clone());
    spawn_local(async move {
        let begun = Run::begin(
            (*plan).clone(),
            &approval,
            panel.backend.new_guid(),
            panel.backend.now(),
        );
        match begun {
            Ok(mut run) => {
                for (slot, value) in given {
                    if let Some(slot) = plan.slots.iter().find(|known| known.id == slot) {
                        panel.files.keep_for(slot, &value);
                    }
                    // What is refused after all, the run asks for.
                    let _ = run.supply(&slot, value.reveal().to_owned());
                }
                // Making room is a courtesy: the run itself checks that there is enough.
                let _ = history::keep_within_bounds(&*panel.backend.journal()).await;
                run_to_end(&panel, run, false).await;
            }
            Err(error) => panel.send(Action::Refused(refused(&error))),
        }
    });
}

/// Takes up an interrupted run, or only finds out what became of it, and then shows the plan that takes it back.
pub fn take_up(panel: &Panel, record: &RunRecord, only_settle: bool, then_undo: bool) {
    if panel.state.is_starting || panel.state.is_running() {
        return;
    }
    panel.send(Action::Starting);
    let (panel, run_id) = (panel.clone(), record.header.run_id.clone());
    spawn_local(async move {
        let record = match journalled(&panel, &run_id).await {
            Ok(record) => record,
            Err(why) => return panel.send(Action::Refused(why)),
        };
        let run = if only_settle {
            Run::settle(record)
        } else {
            Run::resume(record)
        };
        match run {
            Ok(run) => run_to_end(&panel, run, then_undo).await,
            Err(error) => panel.send(Action::Refused(refused(&error))),
        }
    });
}

/// A run as the journal has it now: another panel may have gone on with it since it was shown.
async fn journalled(panel: &Panel, run_id: &str) -> Result<RunRecord, Text> {
    let read = history::read(&*panel.backend.journal()).await;
    let runs = read.map_err(|error| journal_text(&error))?.runs;
    runs.into_iter()
        .map(|past| past.record)
        .find(|record| record.header.run_id == run_id)
        .ok_or_else(|| Text::new("undo-run-gone"))
}

/// Grants exactly the plan's writes and presses, drives the run, takes the grant back, reads again.
async fn run_to_end(panel: &Panel, mut run: Run, then_undo: bool) {
    let plan = Rc::new(run.plan().clone());
    for slot in plan.asks() {
        if let Some(content) = panel.files.of(slot) {
            let _ = run.supply(&slot.id, content.reveal().to_owned());
        }
    }
    let outside = Outside::of(&panel.backend, &plan);
    if let Err(error) = outside.grant(run.grants()).await {
        panel.send(Action::Refused(
            DataverseError::from_transport(error, panel.backend.org().host()).explain(),
        ));
        return;
    }
    let handle = Handle::new();
    let began = Cell::new(false);
    let undo_after = Rc::new(Cell::new(then_undo));
    let result = drive(run, &outside, &handle, |progress: &Progress| {
        if began.replace(true) {
            panel.send(Action::Progressed(progress.clone()));
        } else {
            panel.send(Action::Running(Live {
                plan: plan.clone(),
                progress: progress.clone(),
                handle: Some(handle.clone()),
                undo_after: undo_after.clone(),
                record: None,
            }));
        }
    })
    .await;
    // Without a grant nothing can be written: if this fails the port is gone, and its grant with it.
    let _ = outside.grant(Grants::default()).await;
    match result {
        Ok(run) => {
            let record = run.record();
            panel.send(Action::RunOver(Rc::new(record.clone())));
            let which = recipe_of(&plan);
            panel.send(Action::ReadingBegan(which));
            read_now(panel, which).await;
            if undo_after.get() {
                show_undo(panel, &record.header.run_id).await;
            }
        }
        Err(JournalError::LeaseHeld) => {
            panel.send(Action::Refused(Text::new("run-lease-held")));
            look_for_unfinished(panel).await;
        }
        Err(error) => panel.send(Action::Refused(journal_text(&error))),
    }
}

/// Finds, at the start, a run another panel is driving, or one that was cut off.
pub fn find_unfinished(panel: &Panel) {
    let panel = panel.clone();
    spawn_local(async move { look_for_unfinished(&panel).await });
}

async fn look_for_unfinished(panel: &Panel) {
    let journal = panel.backend.journal();
    let Ok(read) = history::read(&*journal).await else {
        return;
    };
    let host = panel.backend.org().host().to_owned();
    let unfinished = read.runs.into_iter().find(|past| {
        let targets = &past.record.header.plan.targets;
        // A run that touches no organization of Dynamics 365 belongs to every panel.
        let is_elsewhere = targets.iter().all(|target| target.service != Service::Dataverse);
        past.standing == Standing::Interrupted && (is_elsewhere || targets.iter().any(|target| target.host == host))
    });
    if let Some(past) = unfinished {
        follow(panel, &past.record).await;
    }
}

/// Shows a run that is not over, from the journal, for as long as another panel drives it; then how it ended, or that
/// it was cut off.
async fn follow(panel: &Panel, record: &RunRecord) {
    let Some(lease) = record.header.plan.targets.first().map(|target| &target.identity) else {
        return;
    };
    let journal = panel.backend.journal();
    let mut shown = false;
    loop {
        // Asked before the journal is read: a run is over there before its panel gives the lease back.
        let driven = match journal.acquire(lease).await {
            Ok(()) => {
                journal.release(lease).await;
                false
            }
            Err(JournalError::LeaseHeld) => true,
            Err(_) => return,
        };
        let Ok(read) = history::read(&*journal).await else {
            return;
        };
        let same = |past: &Past| past.record.header.run_id == record.header.run_id;
        let Some(past) = read.runs.into_iter().find(same) else {
            return;
        };
        let progress = seen(&past);
        let is_over = progress.phase.is_over();
        if !is_over && !driven {
            panel.send(Action::Interrupted(Rc::new(past.record)));
            return;
        }
        if shown {
            panel.send(Action::Progressed(progress));
        } else {
            panel.send(Action::Running(Live {
                plan: Rc::new(past.record.header.plan.clone()),
                progress,
                handle: None,
                undo_after: Rc::default(),
                record: None,
            }));
            shown = true;
        }
        if is_over {
            let which = recipe_of(&past.record.header.plan);
            panel.send(Action::RunOver(Rc::new(past.record)));
            panel.send(Action::ReadingBegan(which));
            read_now(panel, which).await;
            return;
        }
        panel.backend.sleep(WATCH_MS).await;
    }
}

/// A run as its journal shows it.
fn seen(past: &Past) -> Progress {
    let header = &past.record.header;
    let steps: Vec<StepProgress> = header
        .plan
        .steps
        .iter()
        .map(|step| StepProgress {
            id: step.id.clone(),
            state: past
                .record
                .steps
                .iter()
                .find(|record| record.step == step.id)
                .map_or(StepState::Waiting, |record| record.state.clone()),
        })
        .collect();
    let is_done = |step: &StepProgress| matches!(step.state, StepState::Done { .. });
    let found = header.plan.slots.iter().filter_map(|slot| {
        Some(SlotProgress {
            id: slot.id.clone(),
            state: SlotState::Known {
                value: past.record.found(&slot.id)?.to_owned(),
            },
        })
    });
    Progress {
        run_id: header.run_id.clone(),
        phase: match header.ended_at {
            None => Phase::Running,
            Some(_) if steps.iter().all(is_done) => Phase::Done,
            Some(_) => Phase::Ended,
        },
        steps,
        requests: header.requests,
        slots: found.collect(),
    }
}

/// Reads the journal for the history view.
pub fn read_history(panel: &Panel) {
    let panel = panel.clone();
    spawn_local(async move {
        match history::read(&*panel.backend.journal()).await {
            Ok(read) => panel.send(Action::HistoryRead(Rc::new(read))),
            Err(error) => panel.send(Action::HistoryFailed(journal_text(&error))),
        }
    });
}

/// Forgets every finished run, and with it the way to take it back.
pub fn clear_history(panel: &Panel) {
    let panel = panel.clone();
    spawn_local(async move {
        match history::clear_finished(&*panel.backend.journal()).await {
            Ok(()) => read_history(&panel),
            Err(error) => panel.send(Action::HistoryFailed(journal_text(&error))),
        }
    });
}

/// Saves the whole history as a file.
pub fn export_history(panel: &Panel, read: &History) {
    panel
        .backend
        .download("latchkey-history.json", "application/json", &history::export(read));
}

/// Shows the plan that takes a run back. The journal is read first: what was taken back already is left out.
pub fn preview_undo(panel: &Panel, record: &RunRecord) {
    undo_by_id(panel, record.header.run_id.clone());
}

fn undo_by_id(panel: &Panel, run_id: String) {
    let panel = panel.clone();
    spawn_local(async move { show_undo(&panel, &run_id).await });
}

async fn show_undo(panel: &Panel, run_id: &str) {
    let now = panel.backend.now();
    let record = match journalled(panel, run_id).await {
        Ok(record) => record,
        Err(why) => return panel.send(Action::Refused(why)),
    };
    panel.send(match undo_plan(&record, now) {
        Ok(plan) => Action::PreviewUndo {
            plan,
            read_then: panel.time(record.header.plan.made_at),
            first: Box::new(record),
        },
        Err(error) => Action::Refused(cannot_undo(&error)),
    });
}

/// Saves the record of a run.
pub fn save_evidence(panel: &Panel, record: &RunRecord) {
    let name = format!("latchkey-evidence-{}.json", record.header.run_id);
    panel
        .backend
        .download(&name, "application/json", &evidence(record).export());
}

/// Where the frame may be covered nothing is applied: the same plan is made again in a tab of its own.
pub fn open_plan_in_tab(panel: &Panel, plan: &Plan) {
    let address = match &plan.undoes {
        Some(run_id) => Asked::Undo(run_id.clone()),
        None => {
            let which = recipe_of(plan);
            let choices = panel.state.part(which).packed();
            Asked::Review { which, choices }
        }
    };
    panel.backend.open_in_tab(&address.address());
}

/// See [`open_plan_in_tab`].
pub fn open_undo_in_tab(panel: &Panel, record: &RunRecord) {
    panel
        .backend
        .open_in_tab(&Asked::Undo(record.header.run_id.clone()).address());
}

/// Does what the address the panel was opened at asks for, once everything is read.
pub fn follow_up(panel: &Panel, asked: &Asked) {
    match asked {
        Asked::Review { which, choices } => panel.send(Action::Unpack {
            which: *which,
            choices: choices.clone(),
            now: panel.backend.now(),
        }),
        Asked::Undo(run_id) => undo_by_id(panel, run_id.clone()),
    }
}

fn refused(error: &RefusedToStart) -> Text {
    match error {
        RefusedToStart::NewerVersion { .. } => Text::new("start-newer-version"),
        RefusedToStart::NotApproved => Text::new("start-not-approved"),
        RefusedToStart::NameNotTyped { name } => Text::new("start-name-not-typed").name("name", name),
        RefusedToStart::Empty => Text::new("start-empty"),
        RefusedToStart::Duplicate { .. }
        | RefusedToStart::Unknown { .. }
        | RefusedToStart::Cyclic { .. }
        | RefusedToStart::Misplaced { .. }
        | RefusedToStart::Unfilled { .. }
        | RefusedToStart::NoRemoval { .. }
        | RefusedToStart::NoLock { .. } => Text::new("start-malformed").name("detail", error.to_string()),
    }
}

fn cannot_undo(error: &CannotUndo) -> Text {
    Text::new(match error {
        CannotUndo::NotOver => "undo-not-over",
        CannotUndo::Unsettled { .. } => "undo-unsettled",
        CannotUndo::NothingChanged => "undo-nothing-changed",
        CannotUndo::AlreadyUndone => "undo-already-undone",
        CannotUndo::NoWayBack { .. } => "undo-no-way-back",
    })
}
