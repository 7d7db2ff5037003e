//! The traits a run needs from the world, and the loop that carries out what a run asks for.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;
use std::task::{Poll, Waker};

use serde_json::Value;

use super::grants::Grants;
use super::journal::Entry;
use super::model::{PageAct, Target};
use super::progress::Progress;
use super::run::{Choice, Effect, Fed, Run, Secret};
use crate::http::{ANSWER_LIMIT, LocalFuture, Method, Millis, Request, Response, TransportError};

/// Why the journal could not be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// Not enough room.
    #[error("the journal needs {needed} bytes and {free} are free")]
    Full {
        /// Bytes needed.
        needed: u64,
        /// Bytes free.
        free: u64,
    },
    /// Another panel holds the lease of this target.
    #[error("another panel is running a plan on this target")]
    LeaseHeld,
    /// The writer cannot be reached.
    #[error("the journal cannot be reached: {0}")]
    Unreachable(String),
}

/// The durable journal. One writer; a resolved write survives a killed browser.
pub trait JournalStore {
    /// Takes the lease of a target for as long as this panel lives, or fails with [`JournalError::LeaseHeld`].
    fn acquire(&self, target: &str) -> LocalFuture<'_, Result<(), JournalError>>;
    /// Gives the lease back.
    fn release(&self, target: &str) -> LocalFuture<'_, ()>;
    /// Checks that `bytes` more can be written.
    fn reserve(&self, bytes: u64) -> LocalFuture<'_, Result<(), JournalError>>;
    /// Writes all entries, durably, or none.
    fn write(&self, entries: Vec<Entry>) -> LocalFuture<'_, Result<(), JournalError>>;
    /// Reads every entry whose key begins with `prefix`, ordered by key.
    fn read(&self, prefix: &str) -> LocalFuture<'_, Result<Vec<Entry>, JournalError>>;
}

/// The world a run acts on. Single-threaded; the browser implements it, tests fake it.
pub trait World {
    /// Sends one request to a target of the plan.
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>>;
    /// Reads a control of the portal page.
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>>;
    /// Does something with a control of the portal page, and reads it back.
    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>>;
    /// Lets exactly this through to the targets from now on; called whenever a slot's value is known, which the
    /// requests that use it wait for. A failure is told by the next request.
    fn grant(&self, grants: Grants) -> LocalFuture<'_, Result<(), TransportError>>;
    /// Highlights a control for a guided step, or takes the highlight away.
    fn guide(&self, locator: Option<&str>);
    /// The journal.
    fn journal(&self) -> &dyn JournalStore;
    /// The time.
    fn now(&self) -> Millis;
    /// Sleeps; may be dropped before it is over.
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()>;
}

/// What the admin, or the page, tells a run from outside while it is driven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Send nothing until [`Command::GoOn`].
    Pause,
    /// Go on after a pause, or after what held the run was put right.
    GoOn,
    /// End as soon as what was sent is settled; a second time, at once. A read that is under way is not waited for.
    Cancel,
    /// Answer to a step that was not done.
    Choose(Choice),
    /// A guided step is done: look now.
    AdminDone,
    /// The portal page navigated: check the targets again.
    Navigated,
    /// What the admin gives for a slot ([`Run::supply`]).
    Supply {
        /// The slot.
        slot: String,
        /// The value.
        value: Secret,
    },
    /// The admin has stored a secret that was made ([`Run::handed_over`]).
    HandedOver {
        /// The slot.
        slot: String,
    },
}

impl Command {
    /// Whether it is heard while something is on its way.
    const fn steers(&self) -> bool {
        matches!(self, Self::Pause | Self::GoOn | Self::Cancel | Self::Navigated)
    }
}

/// The line to a driven run; clones speak to the same run.
#[derive(Clone, Default)]
pub struct Handle(Rc<Line>);

impl fmt::Debug for Handle {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Handle")
    }
}

#[derive(Default)]
struct Line {
    queue: RefCell<VecDeque<Command>>,
    asked: RefCell<VecDeque<(String, Show)>>,
    waker: RefCell<Option<Waker>>,
}

/// What was waited for, or came first.
enum Awaited {
    Fed(Fed),
    Steered(Command),
    Over,
}

/// How long a run waits for what is on its way, in milliseconds. What carries it has a limit of its own, which ends it
/// first, and may ask twice where a token has run out; this one holds whatever that is.
const UNDER_WAY: u64 = 2 * ANSWER_LIMIT;

/// What a secret that was made is given to.
type Show = Box<dyn FnOnce(Option<Secret>)>;

impl Handle {
    /// A new line.
    pub fn new() -> Self {
        Self::default()
    }

    /// Tells the run. While something is on its way only what steers it is heard ([`Command::steers`]); the rest waits.
    pub fn tell(&self, command: Command) {
        self.0.queue.borrow_mut().push_back(command);
        self.wake();
    }

    /// Asks the run for a secret it made, to show it to the admin; `then` gets `None` if there is none any more.
    pub fn show_secret(&self, slot: &str, then: impl FnOnce(Option<Secret>) + 'static) {
        self.0.asked.borrow_mut().push_back((slot.to_owned(), Box::new(then)));
        self.wake();
    }

    fn wake(&self) {
        let waker = self.0.waker.borrow_mut().take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    fn asked(&self) -> Option<(String, Show)> {
        self.0.asked.borrow_mut().pop_front()
    }

    fn take(&self) -> Option<Command> {
        self.0.queue.borrow_mut().pop_front()
    }

    /// The first command that is heard while something is on its way.
    fn steering(&self) -> Option<Command> {
        let mut queue = self.0.queue.borrow_mut();
        let at = queue.iter().position(Command::steers)?;
        queue.remove(at)
    }

    /// Waits for what is on its way, until it is there, the admin steers, or its time is over. That begins when it is not
    /// there at once.
    async fn awaited<'w>(
        &self,
        fed: &mut LocalFuture<'_, Fed>,
        limit: &mut Option<LocalFuture<'w, ()>>,
        world: &'w dyn World,
    ) -> Awaited {
        std::future::poll_fn(|context| {
            if let Poll::Ready(fed) = fed.as_mut().poll(context) {
                return Poll::Ready(Awaited::Fed(fed));
            }
            if let Some(command) = self.steering() {
                return Poll::Ready(Awaited::Steered(command));
            }
            *self.0.waker.borrow_mut() = Some(context.waker().clone());
            let limit = limit.get_or_insert_with(|| world.sleep(UNDER_WAY));
            limit.as_mut().poll(context).map(|()| Awaited::Over)
        })
        .await
    }

    /// Waits for a command, or until `sleep` is over.
    async fn told_or(&self, mut sleep: Option<LocalFuture<'_, ()>>) {
        std::future::poll_fn(|context| {
            if !self.0.queue.borrow().is_empty() || !self.0.asked.borrow().is_empty() {
                return Poll::Ready(());
            }
            *self.0.waker.borrow_mut() = Some(context.waker().clone());
            sleep
                .as_mut()
                .map_or(Poll::Pending, |sleep| sleep.as_mut().poll(context))
        })
        .await;
    }
}

/// Carries out a run to its end and gives it back; dropped in between, the journal has all that is needed to resume.
///
/// `on_progress` is called whenever what is to be shown changed. The lease of every target is held meanwhile.
///
/// # Errors
/// [`JournalError::LeaseHeld`] if another panel is writing to one of the targets, and other journal errors before the
/// first entry; nothing was sent. Later ones stop the run with [`super::progress::Phase::Stopped`].
pub async fn drive(
    mut run: Run,
    world: &dyn World,
    handle: &Handle,
    on_progress: impl Fn(&Progress),
) -> Result<Run, JournalError> {
    let targets = &run.plan().targets;
    let mut leases: Vec<String> = targets.iter().map(|target| target.identity.clone()).collect();
    // In one order in every panel, so that no two wait for each other; several targets may be one and the same.
    leases.sort_unstable();
    leases.dedup();
    let mut held = Vec::new();
    for lease in leases {
        if let Err(error) = world.journal().acquire(&lease).await {
            release(world, held).await;
            return Err(error);
        }
        held.push(lease);
    }
    let mut shown = None;
    let mut show = |run: &Run| {
        let progress = run.progress();
        if shown.as_ref() != Some(&progress) {
            on_progress(&progress);
            shown = Some(progress);
        }
    };
    let mut fillings = run.fillings();
    loop {
        while let Some(command) = handle.take() {
            obey(&mut run, world.now(), command);
        }
        while let Some((slot, then)) = handle.asked() {
            then(run.show_secret(&slot));
        }
        let effect = run.next(world.now());
        if fillings != run.fillings() {
            fillings = run.fillings();
            // What comes of it the requests tell that stand on it.
            let _ = world.grant(run.grants()).await;
        }
        show(&run);
        match effect {
            Effect::Finished => break,
            Effect::Ask => {
                handle.told_or(None).await;
                continue;
            }
            Effect::WaitUntil(until) => {
                let wait = until.saturating_sub(world.now());
                handle.told_or(Some(world.sleep(wait))).await;
                continue;
            }
            Effect::Guide { locator, until, .. } => {
                world.guide(locator.as_deref());
                let wait = until.saturating_sub(world.now());
                handle.told_or(Some(world.sleep(wait))).await;
                world.guide(None);
                continue;
            }
            _ => {}
        }
        let (writes, lost) = unanswered(&run, &effect);
        let mut under_way = begun(world, &run, effect);
        let mut limit = None;
        let mut at_once = false;
        let fed = loop {
            match handle.awaited(&mut under_way, &mut limit, world).await {
                Awaited::Fed(fed) => break fed,
                Awaited::Over => break lost,
                Awaited::Steered(command) => {
                    // A read is not worth waiting for, and nor is anything else for whoever says so twice: what became of
                    // it is found out when the run is taken up or settled.
                    let ends = command == Command::Cancel && (run.cancelled || writes == Some(false));
                    at_once = ends && run.cancelled;
                    obey(&mut run, world.now(), command);
                    show(&run);
                    if ends && writes.is_some() {
                        break lost;
                    }
                }
            }
        };
        run.feed(world.now(), fed);
        if at_once {
            run.cancel(world.now());
        }
    }
    release(world, held).await;
    Ok(run)
}

/// Whether an effect may change something, `None` for one of the journal's; and what a run is told when nothing answers: of
/// a write, that what became of it is not known.
fn unanswered(run: &Run, effect: &Effect) -> (Option<bool>, Fed) {
    let silent = || JournalError::Unreachable("no answer".to_owned());
    match effect {
        Effect::Reserve { .. } => (None, Fed::Reserved(Err(silent()))),
        Effect::Http { target, request } => {
            let known = run.plan().targets.iter().find(|known| known.id == *target);
            let host = known.map(|known| known.host.clone()).unwrap_or_default();
            let writes = request.method != Method::Get;
            (Some(writes), Fed::Http(Err(TransportError::Unreachable { host })))
        }
        Effect::PageRead { .. } => (Some(false), Fed::Page(Err(TransportError::PageGone))),
        Effect::PagePress { .. } => (Some(true), Fed::Page(Err(TransportError::PageGone))),
        _ => (None, Fed::Persisted(Err(silent()))),
    }
}

/// Carries out an effect.
fn begun<'w>(world: &'w dyn World, run: &Run, effect: Effect) -> LocalFuture<'w, Fed> {
    match effect {
        Effect::Reserve { bytes } => Box::pin(async move { Fed::Reserved(world.journal().reserve(bytes).await) }),
        Effect::Persist(entries) => Box::pin(async move { Fed::Persisted(world.journal().write(entries).await) }),
        Effect::Http { target, request } => {
            let known = run.plan().targets.iter().find(|known| known.id == target).cloned();
            let request = run.bind(&request);
            Box::pin(async move {
                Fed::Http(match known {
                    Some(target) => world.send(&target, request).await,
                    None => Err(TransportError::NotSent { reason: target }),
                })
            })
        }
        Effect::PageRead { locator } => Box::pin(async move { Fed::Page(world.page_read(&locator).await) }),
        Effect::PagePress { locator, act } => {
            let act = run.bind_act(&act);
            Box::pin(async move { Fed::Page(world.page_press(&locator, &act).await) })
        }
        // Nothing is carried out of these: the run waits.
        Effect::Guide { .. } | Effect::WaitUntil(_) | Effect::Ask | Effect::Finished => {
            Box::pin(async { Fed::Navigated })
        }
    }
}

async fn release(world: &dyn World, leases: Vec<String>) {
    for lease in leases {
        world.journal().release(&lease).await;
    }
}

fn obey(run: &mut Run, now: Millis, command: Command) {
    match command {
        Command::Pause => run.pause(),
        Command::GoOn => run.resume_now(),
        Command::Cancel => run.cancel(now),
        Command::Choose(choice) => run.choose(now, choice),
        Command::AdminDone => run.admin_done(now),
        Command::Navigated => run.feed(now, Fed::Navigated),
        // What is wrong with it, the progress tells.
        Command::Supply { slot, value } => drop(run.supply(&slot, value.reveal().to_owned())),
        Command::HandedOver { slot } => run.handed_over(&slot, now),
    }
}
