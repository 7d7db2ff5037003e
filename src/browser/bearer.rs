//! A cloud service with the admin's own token: fixed host, one root, reads, and exactly the writes a plan was granted.

use std::cell::RefCell;
use std::rc::Rc;

use super::sign_in::SignIn;
use super::{fetch, salesforce};
use crate::http::{LocalFuture, Request, Response, TransportError};
use crate::services::Transport;
use crate::services::bearer::grants::Granted;
use crate::services::bearer::{Grants, batch, sending};
use crate::services::entra::token::Secret;
use crate::services::entra::{Cloud, Resource, SignInError};
use crate::services::salesforce::sign_in::SalesforceSignInError;
use crate::services::salesforce::{ROOT, composite};

/// Whose tokens.
enum Source {
    /// Entra's, of one resource.
    Entra(Resource, Rc<SignIn>),
    /// Salesforce's own.
    Salesforce,
}

/// Requests to one cloud service.
pub struct BearerTransport {
    source: Source,
    /// Empty where the organization's cloud tells it.
    own_host: String,
    grants: RefCell<Grants>,
    /// Whose requests are let through while writes are: whoever asked first since they were granted.
    acting: RefCell<Acting>,
}

/// Who acts.
#[derive(Default)]
enum Acting {
    /// Nothing is written, so it may be anybody.
    #[default]
    Anybody,
    /// Whoever asks next.
    Next,
    /// The account with this id.
    Account(String),
}

impl BearerTransport {
    /// To the service of the organization's cloud, whichever organization that comes to be.
    pub fn new(resource: Resource, sign_in: Rc<SignIn>) -> Self {
        Self::with(Source::Entra(resource, sign_in), String::new())
    }

    /// To the Dataverse of an environment, by its own host.
    pub fn to_environment(host: String, sign_in: Rc<SignIn>) -> Self {
        Self::with(Source::Entra(Resource::Environment, sign_in), host)
    }

    /// To a Salesforce organization, by its own host.
    pub fn to_salesforce(host: String) -> Self {
        Self::with(Source::Salesforce, host)
    }

    fn with(source: Source, host: String) -> Self {
        Self {
            source,
            own_host: host,
            grants: RefCell::default(),
            acting: RefCell::default(),
        }
    }

    /// Lets exactly these writes through from now on.
    pub fn grant(&self, writes: Vec<Granted>) {
        *self.acting.borrow_mut() = if writes.is_empty() {
            Acting::Anybody
        } else {
            Acting::Next
        };
        *self.grants.borrow_mut() = Grants::of(writes);
    }

    /// Sends what was let through. A token the service does not take is fetched anew once, where that can be without the
    /// admin; the request it refused was not carried out.
    async fn carry(&self, request: &Request) -> Result<Response, TransportError> {
        self.same_account().await?;
        let Source::Entra(resource, sign_in) = &self.source else {
            let session = salesforce::session().await.map_err(refused_by_salesforce)?;
            self.same_account().await?;
            let answer = untold(
                fetch::send(self.host(), request, Some(&session.token)).await?,
                &session.token,
            );
            if answer.status == 401 {
                salesforce::ended(&session).await;
            }
            return Ok(answer);
        };
        let token = sign_in.token(*resource, &[], None).await.map_err(refused)?;
        self.same_account().await?;
        let mut request = request.clone();
        for (name, value) in resource.headers() {
            request = request.header(name, *value);
        }
        let answer = fetch::send(self.host(), &request, Some(&token.value)).await?;
        if answer.status != 401 {
            return Ok(untold(answer, &token.value));
        }
        let fresh = sign_in.token(*resource, &[], Some(&token)).await.map_err(refused)?;
        self.same_account().await?;
        let answer = fetch::send(self.host(), &request, Some(&fresh.value)).await?;
        Ok(untold(answer, &fresh.value))
    }

    /// Who is signed in.
    async fn account(&self) -> Result<String, TransportError> {
        match &self.source {
            Source::Entra(_, sign_in) => sign_in.account().await.map_err(refused),
            Source::Salesforce => {
                let session = salesforce::session().await.map_err(refused_by_salesforce)?;
                if session.client.host == self.own_host {
                    Ok(session.user)
                } else {
                    // Settings name another organization by now.
                    Err(TransportError::Redirected)
                }
            }
        }
    }

    /// One sign-in serves every panel, so another panel may have signed in somebody else while a plan is carried out.
    /// Then the one who approved it is gone like a page that is gone: the run recognises its targets again, as whom it
    /// writes among them, before anything more is sent.
    async fn same_account(&self) -> Result<(), TransportError> {
        let account = self.account().await?;
        let mut acting = self.acting.borrow_mut();
        match &*acting {
            Acting::Anybody => {}
            Acting::Next => *acting = Acting::Account(account),
            Acting::Account(known) if *known == account => {}
            Acting::Account(_) => {
                *acting = Acting::Next;
                return Err(TransportError::PageGone);
            }
        }
        Ok(())
    }
}

/// Whoever asks for a request learns that somebody has to sign in; why, the sign-in itself tells.
fn refused(error: SignInError) -> TransportError {
    match error {
        SignInError::Offline { host } => TransportError::Unreachable { host },
        SignInError::HostNotAllowed { host } => TransportError::NotSent {
            reason: format!("{host} is not allowed"),
        },
        _ => TransportError::Redirected,
    }
}

fn refused_by_salesforce(error: SalesforceSignInError) -> TransportError {
    match error {
        SalesforceSignInError::HostNotAllowed { host } => TransportError::NotSent {
            reason: format!("{host} is not allowed"),
        },
        _ => TransportError::Redirected,
    }
}

impl Transport for BearerTransport {
    fn host(&self) -> &str {
        match &self.source {
            // Nothing is sent anywhere for an organization of no known cloud: it has no sign-in.
            Source::Entra(resource, sign_in) if self.own_host.is_empty() => {
                sign_in.cloud().unwrap_or(Cloud::Public).host(*resource)
            }
            _ => &self.own_host,
        }
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let root = match &self.source {
            Source::Entra(resource, _) => resource.root(),
            Source::Salesforce => ROOT,
        };
        let may = sending::check(&request, root, &self.grants.borrow());
        Box::pin(async move {
            may?;
            self.carry(&request).await
        })
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        let composed = match &self.source {
            Source::Entra(resource @ Resource::Graph, _) => batch::compose(&paths, resource.root()),
            Source::Entra(..) => Err(TransportError::NotSent {
                reason: "no batches here".to_owned(),
            }),
            Source::Salesforce => composite::compose(&paths),
        };
        Box::pin(async move { self.carry(&composed?).await })
    }
}

/// An answer without the token it was asked with, which a service may quote.
fn untold(mut answer: Response, token: &Secret) -> Response {
    if !token.reveal().is_empty() && answer.body.contains(token.reveal()) {
        answer.body = answer.body.replace(token.reveal(), "•••");
    }
    answer
}
