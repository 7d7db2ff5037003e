//! Sends reads, one by one or many in one composite call, and follows the pages of a list: all of them, or it is cut off.

use std::marker::PhantomData;

use serde_json::Value;

use super::composite;
use super::error::SalesforceError;
use crate::domain::reading::Reading;
use crate::http::{LocalFuture, Request, Response, TransportError};
use crate::json::{self, FromJson, Members, Misread};
use crate::services::Transport;
use crate::services::patience::{Sleep, patiently};

/// Pages that are read of a list, of up to 2000 rows each: a reading takes forty requests at most.
const MOST_PAGES: usize = 25;

/// One typed read: what it is for (a message id), and where.
#[derive(Debug)]
pub struct Ask<T> {
    what: &'static str,
    path: String,
    answer: PhantomData<fn() -> T>,
}

impl<T> Ask<T> {
    /// `what` is the id of a message such as `salesforce-what-apps`.
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

    /// As a plan's probe sends it.
    pub fn request(&self) -> Request {
        read_request(&self.path)
    }
}

/// A page of what a query finds.
#[derive(Debug)]
pub struct Records<T> {
    records: Vec<T>,
    next: Option<String>,
    /// How many rows all pages have together.
    total: usize,
}

impl<T: FromJson> FromJson for Records<T> {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        let next: Option<String> = members.get_or_default("nextRecordsUrl")?;
        let done: bool = members.get("done")?;
        if done == next.is_some() {
            return Err(Misread::new("a list with an end"));
        }
        Ok(Self {
            records: members.get("records")?,
            next,
            total: members.get("totalSize")?,
        })
    }
}

/// The headers every read carries.
pub fn read_request(path: &str) -> Request {
    Request::get(path).header("accept", "application/json")
}

/// The client, for one reading.
pub struct Salesforce<'a> {
    transport: &'a dyn Transport,
    sleep: &'a dyn Sleep,
}

impl<'a> Salesforce<'a> {
    /// Over this transport.
    pub const fn new(transport: &'a dyn Transport, sleep: &'a dyn Sleep) -> Self {
        Self { transport, sleep }
    }

    /// One read.
    ///
    /// # Errors
    /// See [`SalesforceError`].
    pub async fn get<T: FromJson>(&self, ask: &Ask<T>) -> Result<T, SalesforceError> {
        decode(&self.value(&ask.path, ask.what).await?, ask.what)
    }

    /// A whole list: what is not among its rows is not there.
    ///
    /// # Errors
    /// See [`SalesforceError`]; also if a page or a row cannot be read.
    pub async fn all<T: FromJson>(&self, ask: &Ask<Records<T>>) -> Result<Vec<T>, SalesforceError> {
        let first = self.value(&ask.path, ask.what).await?;
        whole(self.rest(&first, ask.what).await)
    }

    /// The rows of a list, and why they are not all of them, if it is too long.
    async fn rest<T: FromJson>(
        &self,
        first: &Value,
        what: &'static str,
    ) -> Result<(Vec<T>, Option<SalesforceError>), SalesforceError> {
        let Records {
            mut records,
            mut next,
            total,
        } = decode(first, what)?;
        let mut followed: Vec<String> = Vec::new();
        for _ in 1..MOST_PAGES {
            let Some(path) = next else { break };
            // Followed twice it would be followed round and round.
            if followed.contains(&path) {
                return Err(unexpected("a next link that leads nowhere", what));
            }
            let page: Records<T> = decode(&self.value(&path, what).await?, what)?;
            records.extend(page.records);
            next = page.next;
            followed.push(path);
        }
        match next {
            Some(_) => Ok((records, Some(SalesforceError::TooLong { what }))),
            None if records.len() != total => Err(unexpected("a list of other than its own size", what)),
            None => Ok((records, None)),
        }
    }

    /// Many reads at once, to be added one by one.
    pub const fn composite(&'a self) -> Composite<'a> {
        Composite {
            client: self,
            asked: Vec::new(),
        }
    }

    async fn value(&self, path: &str, what: &'static str) -> Result<Value, SalesforceError> {
        let answer = self.answer(&|| self.transport.send(read_request(path)), what).await?;
        parsed(&answer, what)
    }

    async fn answer<'f>(
        &self,
        send: &dyn Fn() -> LocalFuture<'f, Result<Response, TransportError>>,
        what: &'static str,
    ) -> Result<Response, SalesforceError> {
        let host = self.transport.host();
        let error_of = |answer: &Response| SalesforceError::of(answer, host, what);
        let is_busy = |answer: &Response| matches!(error_of(answer), Some(SalesforceError::Busy { .. }));
        let answer = patiently(self.sleep, send, &is_busy).await;
        let answer = answer.map_err(|error| SalesforceError::from_transport(error, host))?;
        error_of(&answer).map_or(Ok(answer), Err)
    }
}

/// Reads that go out together.
pub struct Composite<'a> {
    client: &'a Salesforce<'a>,
    asked: Vec<(&'static str, String)>,
}

/// Which of them.
#[derive(Debug)]
pub struct Part<T> {
    at: usize,
    answer: PhantomData<fn() -> T>,
}

impl<'a> Composite<'a> {
    /// One more.
    pub fn add<T>(&mut self, ask: &Ask<T>) -> Part<T> {
        self.asked.push((ask.what, ask.path.clone()));
        Part {
            at: self.asked.len() - 1,
            answer: PhantomData,
        }
    }

    /// Sends them: one request.
    ///
    /// # Errors
    /// Only what all of them failed by.
    pub async fn send(self) -> Result<Parts<'a>, SalesforceError> {
        let paths: Vec<String> = self.asked.iter().map(|(_, path)| path.clone()).collect();
        let count = paths.len();
        let client = self.client;
        let answer = client
            .answer(&|| client.transport.batch(paths.clone()), "salesforce-what-connection")
            .await?;
        Ok(Parts {
            client,
            asked: self.asked,
            answers: composite::parse(&answer, count),
        })
    }
}

/// What came of them.
pub struct Parts<'a> {
    client: &'a Salesforce<'a>,
    asked: Vec<(&'static str, String)>,
    answers: Vec<Option<Response>>,
}

impl Parts<'_> {
    fn value(&self, at: usize) -> Result<(Value, &'static str), SalesforceError> {
        let what = self
            .asked
            .get(at)
            .map_or("salesforce-what-connection", |(what, _)| *what);
        let Some(Some(answer)) = self.answers.get(at) else {
            return Err(unexpected("no answer in the composite", what));
        };
        match SalesforceError::of(answer, self.client.transport.host(), what) {
            Some(error) => Err(error),
            None => Ok((parsed(answer, what)?, what)),
        }
    }

    /// One of them.
    ///
    /// # Errors
    /// What it failed by.
    pub fn get<T: FromJson>(&self, part: &Part<T>) -> Result<T, SalesforceError> {
        let (value, what) = self.value(part.at)?;
        decode(&value, what)
    }

    /// A whole list; further pages are read by themselves.
    ///
    /// # Errors
    /// What it failed by.
    pub async fn all<T: FromJson>(&self, part: &Part<Records<T>>) -> Result<Vec<T>, SalesforceError> {
        whole(self.rest(part).await)
    }

    /// A list as far as it is read: of one that is too long, its beginning.
    pub async fn reading<T: FromJson>(&self, part: &Part<Records<T>>) -> Reading<Vec<T>> {
        Reading::of_list(self.rest(part).await, SalesforceError::explain)
    }

    async fn rest<T: FromJson>(
        &self,
        part: &Part<Records<T>>,
    ) -> Result<(Vec<T>, Option<SalesforceError>), SalesforceError> {
        let (value, what) = self.value(part.at)?;
        self.client.rest(&value, what).await
    }
}

/// A list that was cut off is none: what is missing may stand in the rest.
fn whole<T>(read: Result<(Vec<T>, Option<SalesforceError>), SalesforceError>) -> Result<Vec<T>, SalesforceError> {
    match read? {
        (rows, None) => Ok(rows),
        (_, Some(cut)) => Err(cut),
    }
}

fn parsed(answer: &Response, what: &'static str) -> Result<Value, SalesforceError> {
    json::parse(&answer.body).map_err(|misread| unexpected(&misread.to_string(), what))
}

fn decode<T: FromJson>(value: &Value, what: &'static str) -> Result<T, SalesforceError> {
    T::from_json(value).map_err(|misread| unexpected(&misread.to_string(), what))
}

fn unexpected(detail: &str, what: &'static str) -> SalesforceError {
    SalesforceError::Unexpected {
        what,
        detail: detail.to_owned(),
    }
}
