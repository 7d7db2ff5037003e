//! Sends reads: at most four at a time, waiting as long as the service asks, following every page.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::marker::PhantomData;
use std::task::{Poll, Waker};

use futures_util::future::join_all;
use serde_json::Value;

use super::batch;
use super::error::DataverseError;
use super::odata::next_path;
use crate::http::{Request, Response};
use crate::json::{self, FromJson, Members, Misread};
use crate::services::Transport;
use crate::services::patience::{Sleep, wait_after};

/// Reads in flight at the same time; halved whenever the service asks to slow down.
const MOST_IN_FLIGHT: usize = 4;
/// A list of more pages of 5000 rows is shown as partial.
const MOST_PAGES: usize = 200;

/// One typed read: what it is for (a message id), where, and what the answer holds.
#[derive(Debug)]
pub struct Read<T> {
    what: &'static str,
    path: String,
    answer: PhantomData<fn() -> T>,
}

impl<T> Read<T> {
    /// `what` is the id of a message such as `dataverse-what-roles`.
    pub const fn new(what: &'static str, path: String) -> Self {
        Self {
            what,
            path,
            answer: PhantomData,
        }
    }

    /// Path and query.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// A page of a list; rows that are not of the expected shape are counted, not fatal.
#[derive(Debug)]
pub struct Page<T> {
    rows: Vec<T>,
    unreadable: u64,
    next: Option<String>,
}

impl<T> Page<T> {
    /// The readable rows of this page alone.
    pub fn into_rows(self) -> Vec<T> {
        self.rows
    }

    /// The rows, if they are all there are and all could be read: what is not among them is absent.
    ///
    /// # Errors
    /// [`DataverseError::Unexpected`] about `what`.
    pub fn whole(self, what: &'static str) -> Result<Vec<T>, DataverseError> {
        if self.unreadable == 0 && self.next.is_none() {
            return Ok(self.rows);
        }
        let detail = "a list that is not whole".to_owned();
        Err(DataverseError::Unexpected { what, detail })
    }
}

impl<T: FromJson> FromJson for Page<T> {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let mut rows = Vec::new();
        let (next, unreadable) = page(value, &mut |row| match T::from_json(row) {
            Ok(row) => {
                rows.push(row);
                true
            }
            Err(_) => false,
        })?;
        Ok(Self { rows, unreadable, next })
    }
}

/// Reads a page, whatever its rows are: the next link, and how many rows `read` could not.
fn page(value: &Value, read: &mut dyn FnMut(&Value) -> bool) -> Result<(Option<String>, u64), Misread> {
    let members = Members::of(value)?;
    let next = members.get_or_default("@odata.nextLink")?;
    let mut unreadable = 0;
    for row in members.list("value")? {
        unreadable += u64::from(!read(row));
    }
    Ok((next, unreadable))
}

/// A list as far as it could be read.
#[derive(Debug)]
pub struct Listing<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Rows of an unexpected shape, left out.
    pub unreadable: u64,
    /// Why there may be more, if there may.
    pub stopped: Option<Stopped>,
}

/// Why a list was not read to its end.
#[derive(Debug)]
pub enum Stopped {
    /// A page could not be read.
    Failed(DataverseError),
    /// There are more pages than are followed.
    TooLong,
}

impl<T> Listing<T> {
    /// The same list with every row as something else.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Listing<U> {
        Listing {
            rows: self.rows.into_iter().map(f).collect(),
            unreadable: self.unreadable,
            stopped: self.stopped,
        }
    }

    /// Whether every row was read.
    pub const fn is_complete(&self) -> bool {
        self.unreadable == 0 && self.stopped.is_none()
    }
}

/// The client of one organization, for one reading of it.
pub struct Dataverse<'a> {
    transport: &'a dyn Transport,
    sleep: &'a dyn Sleep,
    gate: Gate,
    requests: Cell<u32>,
}

impl<'a> Dataverse<'a> {
    /// Over this transport.
    pub fn new(transport: &'a dyn Transport, sleep: &'a dyn Sleep) -> Self {
        Self {
            transport,
            sleep,
            gate: Gate::new(MOST_IN_FLIGHT),
            requests: Cell::new(0),
        }
    }

    /// Requests sent so far.
    pub fn requests(&self) -> u32 {
        self.requests.get()
    }

    /// One read.
    pub async fn get<T: FromJson>(&self, read: &Read<T>) -> Result<T, DataverseError> {
        decode(self.answer(&read.path, read.what).await, read.what)
    }

    /// A list with all its pages.
    pub async fn all<T: FromJson>(&self, read: &Read<Page<T>>) -> Result<Listing<T>, DataverseError> {
        let first = self.get(read).await?;
        Ok(self.rest(first, read).await)
    }

    /// What follows a first page that is already there.
    pub async fn rest<T: FromJson>(&self, first: Page<T>, read: &Read<Page<T>>) -> Listing<T> {
        let Page {
            mut rows,
            mut unreadable,
            next,
        } = first;
        let mut take = |answer: Result<Value, DataverseError>| {
            let page: Page<T> = decode(answer, read.what)?;
            rows.extend(page.rows);
            unreadable += page.unreadable;
            Ok(page.next)
        };
        let stopped = self.follow(next, &read.path, read.what, &mut take).await;
        Listing {
            rows,
            unreadable,
            stopped,
        }
    }

    /// Follows links from page to page, whatever the rows are, and says why it stopped before the last.
    async fn follow(
        &self,
        mut link: Option<String>,
        first: &str,
        what: &'static str,
        take: &mut dyn FnMut(Result<Value, DataverseError>) -> Result<Option<String>, DataverseError>,
    ) -> Option<Stopped> {
        let mut followed = vec![first.to_owned()];
        for _ in 1..MOST_PAGES {
            // A link back to a page that was read would be followed round and round, and its rows counted twice.
            let next = next_path(&link?).filter(|next| !followed.contains(next));
            let Some(next) = next else {
                return Some(Stopped::Failed(DataverseError::Unexpected {
                    what,
                    detail: "a next link that leads nowhere".to_owned(),
                }));
            };
            match take(self.answer(&next, what).await) {
                Ok(following) => link = following,
                Err(error) => return Some(Stopped::Failed(error)),
            }
            followed.push(next);
        }
        link.map(|_| Stopped::TooLong)
    }

    async fn answer(&self, path: &str, what: &'static str) -> Result<Value, DataverseError> {
        let answer = self.send(Sending::Get(path), what).await?;
        parsed(&answer, what)
    }

    /// Many reads in one request.
    pub fn batch(&self) -> Batch<'_, 'a> {
        Batch {
            client: self,
            reads: Vec::new(),
        }
    }

    async fn send(&self, sending: Sending<'_>, what: &'static str) -> Result<Response, DataverseError> {
        let host = self.transport.host();
        for tried in 1.. {
            let pass = self.gate.enter().await;
            self.requests.set(self.requests.get().saturating_add(1));
            let answer = match sending {
                Sending::Get(path) => self.transport.send(read_request(path)).await,
                Sending::Batch(paths) => self.transport.batch(paths.to_vec()).await,
            };
            drop(pass);
            let answer = answer.map_err(|error| DataverseError::from_transport(error, host))?;
            let Some(error) = DataverseError::of(&answer, host, what) else {
                return Ok(answer);
            };
            let wait = match error {
                DataverseError::Throttled { .. } => wait_after(&answer, tried).ok_or(error)?,
                _ => return Err(error),
            };
            self.gate.halve();
            let _pause = self.gate.pause();
            self.sleep.sleep(wait).await;
        }
        // The loop only ends by returning.
        Err(DataverseError::Throttled { retry_after_ms: 0 })
    }
}

#[derive(Clone, Copy)]
enum Sending<'a> {
    Get(&'a str),
    Batch(&'a [String]),
}

/// The headers every read carries (Web API, "Compose HTTP requests").
pub fn read_request(path: &str) -> Request {
    Request::get(path)
        .header("accept", "application/json")
        .header("odata-maxversion", "4.0")
        .header("odata-version", "4.0")
}

fn parsed(answer: &Response, what: &'static str) -> Result<Value, DataverseError> {
    json::parse(&answer.body).map_err(|misread| unexpected(&misread, what))
}

fn decode<T: FromJson>(answer: Result<Value, DataverseError>, what: &'static str) -> Result<T, DataverseError> {
    T::from_json(&answer?).map_err(|misread| unexpected(&misread, what))
}

fn unexpected(misread: &Misread, what: &'static str) -> DataverseError {
    DataverseError::Unexpected {
        what,
        detail: misread.to_string(),
    }
}

/// Reads to be sent together.
pub struct Batch<'b, 'a> {
    client: &'b Dataverse<'a>,
    reads: Vec<(&'static str, String)>,
}

/// Where in the answers the answer of one read is.
#[derive(Debug)]
pub struct Slot<T> {
    index: usize,
    what: &'static str,
    answer: PhantomData<fn() -> T>,
}

/// The answers of a [`Batch`].
pub struct Answers {
    answers: Vec<Result<Response, DataverseError>>,
}

impl Batch<'_, '_> {
    /// Adds a read.
    pub fn add<T>(&mut self, read: &Read<T>) -> Slot<T> {
        self.reads.push((read.what, read.path.clone()));
        Slot {
            index: self.reads.len() - 1,
            what: read.what,
            answer: PhantomData,
        }
    }

    /// Sends them. What the batch does not answer (refused, throttled, cut off) is read one by one.
    pub async fn send(self) -> Answers {
        let Self { client, reads } = self;
        let paths: Vec<String> = reads.iter().map(|(_, path)| path.clone()).collect();
        if paths.is_empty() {
            return Answers { answers: Vec::new() };
        }
        let mut parts = match client.send(Sending::Batch(&paths), "dataverse-what-batch").await {
            Ok(answer) => batch::parse(&answer).unwrap_or_default().into_iter(),
            Err(error) if !error.is_refusal() => {
                return Answers {
                    answers: reads.iter().map(|_| Err(error.clone())).collect(),
                };
            }
            Err(_) => Vec::new().into_iter(),
        };
        let host = client.transport.host();
        let answers = reads.iter().map(|(what, path)| {
            let part = parts.next();
            async move {
                match part.as_ref().map(|part| DataverseError::of(part, host, what)) {
                    Some(None) => part.ok_or(DataverseError::NotFound { what }),
                    Some(Some(error)) if !matches!(error, DataverseError::Throttled { .. }) => Err(error),
                    _ => client.send(Sending::Get(path), what).await,
                }
            }
        });
        Answers {
            answers: join_all(answers).await,
        }
    }
}

impl Answers {
    /// The answer of one read.
    pub fn get<T: FromJson>(&self, slot: &Slot<T>) -> Result<T, DataverseError> {
        decode(self.value(slot.index, slot.what), slot.what)
    }

    fn value(&self, index: usize, what: &'static str) -> Result<Value, DataverseError> {
        match self.answers.get(index) {
            Some(Ok(answer)) => parsed(answer, what),
            Some(Err(error)) => Err(error.clone()),
            None => Err(DataverseError::Unexpected {
                what,
                detail: "a slot of another batch".to_owned(),
            }),
        }
    }
}

/// Lets a limited number of reads through, and none while the service asks for a pause.
struct Gate {
    limit: Cell<usize>,
    busy: Cell<usize>,
    pauses: Cell<usize>,
    waiting: RefCell<Vec<Waker>>,
}

struct Pass<'a>(&'a Gate);
struct Pause<'a>(&'a Gate);

impl Gate {
    const fn new(limit: usize) -> Self {
        Self {
            limit: Cell::new(limit),
            busy: Cell::new(0),
            pauses: Cell::new(0),
            waiting: RefCell::new(Vec::new()),
        }
    }

    async fn enter(&self) -> Pass<'_> {
        poll_fn(|context| {
            if self.pauses.get() == 0 && self.busy.get() < self.limit.get() {
                self.busy.set(self.busy.get() + 1);
                Poll::Ready(Pass(self))
            } else {
                self.waiting.borrow_mut().push(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }

    fn halve(&self) {
        self.limit.set((self.limit.get() / 2).max(1));
    }

    fn pause(&self) -> Pause<'_> {
        self.pauses.set(self.pauses.get() + 1);
        Pause(self)
    }

    fn wake(&self) {
        let waiting = std::mem::take(&mut *self.waiting.borrow_mut());
        waiting.into_iter().for_each(Waker::wake);
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        self.0.busy.set(self.0.busy.get().saturating_sub(1));
        self.0.wake();
    }
}

impl Drop for Pause<'_> {
    fn drop(&mut self) {
        self.0.pauses.set(self.0.pauses.get().saturating_sub(1));
        self.0.wake();
    }
}
