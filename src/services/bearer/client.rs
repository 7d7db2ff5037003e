//! Sends reads one after the other, waiting as long as the service asks; a list is whole, or says that it is not.

use std::marker::PhantomData;

use serde_json::Value;

use super::batch::{self, is_advanced};
use super::error::{CloudError, Needs};
use crate::domain::reading::Reading;
use crate::http::{Request, Response};
use crate::json::{self, FromJson, Members, Misread};
use crate::services::Transport;
use crate::services::patience::{LONGEST_WAIT_MS, Sleep, patiently};

/// Pages that are read of a list: a reading takes forty requests at most.
const MOST_PAGES: usize = 40;

/// One typed read: what it is for (a message id), where, and what it needs.
#[derive(Debug)]
pub struct Read<T> {
    what: &'static str,
    path: String,
    needs: Needs,
    answer: PhantomData<fn() -> T>,
}

impl<T> Read<T> {
    /// `what` is the id of a message such as `graph-what-application`.
    pub const fn new(what: &'static str, path: String, needs: Needs) -> Self {
        Self {
            what,
            path,
            needs,
            answer: PhantomData,
        }
    }

    /// The same where something else allows it too.
    pub const fn needing(mut self, needs: Needs) -> Self {
        self.needs = needs;
        self
    }

    /// Path and query.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// As a plan's probe sends it.
    pub fn request(&self) -> Request {
        read_request(&self.path)
    }
}

/// A page of a list.
#[derive(Debug)]
pub struct Rows<T> {
    rows: Vec<T>,
    next: Option<String>,
}

impl<T> Rows<T> {
    /// The rows of this page alone: for a list that is known to have one.
    pub fn into_first(self) -> Vec<T> {
        self.rows
    }
}

impl<T: FromJson> FromJson for Rows<T> {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        let next: Option<String> = members.get_or_default("@odata.nextLink")?;
        Ok(Self {
            rows: members.get("value")?,
            next: match next {
                Some(next) => Some(next),
                None => members.get_or_default("nextLink")?,
            },
        })
    }
}

/// The headers every read carries; a counting one also `ConsistencyLevel`.
pub fn read_request(path: &str) -> Request {
    let request = Request::get(path).header("accept", "application/json");
    if is_advanced(path) {
        request.header("consistencylevel", "eventual")
    } else {
        request
    }
}

/// The client of one service, for one reading of it.
pub struct Cloud<'a> {
    transport: &'a dyn Transport,
    sleep: &'a dyn Sleep,
}

impl<'a> Cloud<'a> {
    /// Over this transport.
    pub const fn new(transport: &'a dyn Transport, sleep: &'a dyn Sleep) -> Self {
        Self { transport, sleep }
    }

    /// The host it speaks to.
    pub fn host(&self) -> &str {
        self.transport.host()
    }

    /// One read.
    ///
    /// # Errors
    /// See [`CloudError`].
    pub async fn get<T: FromJson>(&self, read: &Read<T>) -> Result<T, CloudError> {
        decode(&self.value(&read.path, read.what, read.needs).await?, read.what)
    }

    /// One read of something that may not be there.
    ///
    /// # Errors
    /// See [`CloudError`]; never [`CloudError::NotFound`].
    pub async fn find<T: FromJson>(&self, read: &Read<T>) -> Result<Option<T>, CloudError> {
        match self.get(read).await {
            Ok(found) => Ok(Some(found)),
            Err(CloudError::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A whole list: what is not among its rows is not there.
    ///
    /// # Errors
    /// See [`CloudError`]; also if a page or a row cannot be read.
    pub async fn all<T: FromJson>(&self, read: &Read<Rows<T>>) -> Result<Vec<T>, CloudError> {
        match self.rows(read).await? {
            (rows, None) => Ok(rows),
            (_, Some(cut)) => Err(cut),
        }
    }

    /// A list as far as it is read: of one that is too long, its beginning.
    pub async fn reading<T: FromJson>(&self, read: &Read<Rows<T>>) -> Reading<Vec<T>> {
        Reading::of_list(self.rows(read).await, CloudError::explain)
    }

    /// The rows of a list, and why they are not all of them, if it is too long.
    async fn rows<T: FromJson>(&self, read: &Read<Rows<T>>) -> Result<(Vec<T>, Option<CloudError>), CloudError> {
        let (what, needs) = (read.what, read.needs);
        let Rows { mut rows, mut next } = self.get(read).await?;
        let mut followed = vec![read.path.clone()];
        for _ in 1..MOST_PAGES {
            let Some(link) = next else { break };
            // Followed twice it would be followed round and round.
            let path = path_of(&link).filter(|path| !followed.contains(path));
            let path = path.ok_or_else(|| unexpected("a next link that leads nowhere", what))?;
            let page: Rows<T> = decode(&self.value(&path, what, needs).await?, what)?;
            rows.extend(page.rows);
            next = page.next;
            followed.push(path);
        }
        Ok((rows, next.map(|_| CloudError::TooLong { what })))
    }

    /// Many reads of Graph in few requests, each with its own outcome, in their order. One that was throttled is read
    /// again by itself, no sooner than it was told.
    pub async fn many<T: FromJson>(&self, reads: &[Read<T>]) -> Vec<Result<T, CloudError>> {
        let mut answers = Vec::with_capacity(reads.len());
        for chunk in reads.chunks(batch::MOST_PARTS) {
            let paths: Vec<String> = chunk.iter().map(|read| read.path.clone()).collect();
            let sent = self.transport.batch(paths).await;
            let parts = match &sent {
                Ok(answer) if answer.is_success() => batch::parse(answer, chunk.len()),
                // Not answered as a batch: read one by one, where the same refusal is told for what it is.
                _ => chunk.iter().map(|_| None).collect(),
            };
            for (read, part) in chunk.iter().zip(parts) {
                let value = self.part(part, read.what, read.needs, &read.path).await;
                answers.push(value.and_then(|value| decode(&value, read.what)));
            }
        }
        answers
    }

    async fn part(
        &self,
        part: Option<Response>,
        what: &'static str,
        needs: Needs,
        path: &str,
    ) -> Result<Value, CloudError> {
        let Some(part) = part else {
            return self.value(path, what, needs).await;
        };
        match CloudError::of(&part, self.transport.host(), what, needs) {
            None => parsed(&part, what),
            Some(CloudError::Throttled { retry_after_ms }) if retry_after_ms <= LONGEST_WAIT_MS => {
                self.sleep.sleep(retry_after_ms).await;
                self.value(path, what, needs).await
            }
            Some(error) => Err(error),
        }
    }

    async fn value(&self, path: &str, what: &'static str, needs: Needs) -> Result<Value, CloudError> {
        let host = self.transport.host();
        let error_of = |answer: &Response| CloudError::of(answer, host, what, needs);
        let is_busy = |answer: &Response| matches!(error_of(answer), Some(CloudError::Throttled { .. }));
        let send = || self.transport.send(read_request(path));
        let answer = patiently(self.sleep, &send, &is_busy).await;
        let answer = answer.map_err(|error| CloudError::from_transport(error, host))?;
        error_of(&answer).map_or_else(|| parsed(&answer, what), Err)
    }
}

fn parsed(answer: &Response, what: &'static str) -> Result<Value, CloudError> {
    json::parse(&answer.body).map_err(|misread| unexpected(&misread.to_string(), what))
}

fn decode<T: FromJson>(value: &Value, what: &'static str) -> Result<T, CloudError> {
    T::from_json(value).map_err(|misread| unexpected(&misread.to_string(), what))
}

fn unexpected(detail: &str, what: &'static str) -> CloudError {
    CloudError::Unexpected {
        what,
        detail: detail.to_owned(),
    }
}

/// Path and query of a next link, whatever its authority: a transport speaks to its own host alone, and checks the path.
fn path_of(link: &str) -> Option<String> {
    let path = match link.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..))?,
        None => link,
    };
    Some(path.to_owned())
}
