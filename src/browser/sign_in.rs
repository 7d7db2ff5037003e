//! Signing in: the window, the redirect, the tokens. One sign-in per tenant serves every panel of this browser.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::json;
use wasm_bindgen_futures::JsFuture;
use web_sys::Window;

use super::api::{self, to_js};
use super::sign_in_store::{self as store, Asks};
use super::transport::PortTransport;
use super::{clock, fetch};
use crate::domain::guid::guid;
use crate::http::{Request, TransportError};
use crate::json::{self, FromJson};
use crate::services::Transport;
use crate::services::dataverse::client::read_request;
use crate::services::dataverse::identity::{current_organization_path, who_am_i_path};
use crate::services::dataverse::wire::CurrentOrganization;
use crate::services::entra::authorize::{Attempt, Client, Prompt, RANDOM};
use crate::services::entra::session::{Session, SignedIn};
use crate::services::entra::token::{self, AccessToken, Tokens};
use crate::services::entra::{Cloud, Resource, Scope, SignInError, challenge, scope};

/// How long an attempt without a window may take, in milliseconds; Entra may load a page or two on the way.
const SILENT_MS: u32 = 10_000;

/// What Entra answers to anybody (OpenID Connect Discovery 1.0, 4), for finding out whether it answers at all.
const METADATA: &str = "/common/v2.0/.well-known/openid-configuration";

/// The sign-in of one panel's tenant.
pub struct SignIn {
    window: Window,
    org: Rc<PortTransport>,
    tenant: RefCell<Option<String>>,
    /// The host of the environment whose Dataverse is asked besides; empty as long as none is known.
    environment: RefCell<String>,
}

impl SignIn {
    /// For the organization of this panel.
    pub fn new(window: Window, org: Rc<PortTransport>) -> Self {
        Self {
            window,
            org,
            tenant: RefCell::default(),
            environment: RefCell::default(),
        }
    }

    /// The organization's cloud.
    pub fn cloud(&self) -> Option<Cloud> {
        Cloud::of_org(self.org.host())
    }

    /// From now on this environment's Dataverse can be signed in to: a host of the organization's own cloud, so that no
    /// token is asked for anything else. Whether it is one.
    pub fn know_environment(&self, host: &str) -> bool {
        let is_ours = Cloud::of_org(host).is_some() && Cloud::of_org(host) == self.cloud();
        if is_ours {
            host.clone_into(&mut self.environment.borrow_mut());
        }
        is_ours
    }

    /// Who would sign in where.
    async fn client(&self) -> Result<Client, SignInError> {
        let client_id = store::client_id().await.ok_or(SignInError::NoClient)?;
        let cloud = self.cloud().ok_or(SignInError::TenantUnknown)?;
        let redirect = api::redirect_address().map_err(|_| SignInError::Unexpected {
            what: "no redirect address",
        })?;
        Ok(Client {
            cloud,
            tenant: self.tenant(cloud).await?,
            client_id,
            redirect,
            environment: self.environment.borrow().clone(),
        })
    }

    /// The tenant the organization is in: told by itself, else by its challenge to somebody without a sign-in.
    async fn tenant(&self, cloud: Cloud) -> Result<String, SignInError> {
        let known = self.tenant.borrow().clone();
        if let Some(known) = known {
            return Ok(known);
        }
        let told = match self.org.send(read_request(&current_organization_path())).await {
            Ok(answer) if answer.is_success() => json::parse(&answer.body)
                .and_then(|body| CurrentOrganization::from_json(&body))
                .ok()
                .and_then(|current| guid(&current.detail.tenant_id?)),
            _ => None,
        };
        let found = match told {
            Some(tenant) => Some(tenant),
            None => {
                let answer = fetch::send(self.org.host(), &Request::get(who_am_i_path()), None).await;
                let answer = answer.ok().filter(|answer| answer.status == 401);
                answer.and_then(|answer| challenge::tenant(answer.header("www-authenticate")?, cloud))
            }
        };
        self.tenant.borrow_mut().clone_from(&found);
        found.ok_or(SignInError::TenantUnknown)
    }

    /// Whether the browser lets us reach Entra and these.
    async fn reachable(&self, client: &Client, resources: &[Resource]) -> Result<(), SignInError> {
        let cloud = client.cloud;
        let mut hosts = vec![cloud.login()];
        for resource in resources {
            hosts.push(match resource {
                Resource::Environment if client.environment.is_empty() => {
                    return Err(SignInError::Unexpected { what: "no environment" });
                }
                Resource::Environment => &client.environment,
                resource => cloud.host(*resource),
            });
        }
        for host in hosts {
            let asked = to_js(&json!({ "origins": [format!("https://{host}/*")] }));
            let has = api::has_permissions(&asked).await;
            if !has.ok().and_then(|has| has.as_bool()).unwrap_or(false) {
                return Err(SignInError::HostNotAllowed { host: host.to_owned() });
            }
        }
        Ok(())
    }

    /// Who is signed in for these; a sign-in that is there fetches the tokens that are missing, and nobody is asked.
    ///
    /// # Errors
    /// What stands in the way.
    pub async fn signed_in_as(&self, wanted: &[Scope]) -> Result<SignedIn, SignInError> {
        let client = self.client().await?;
        self.reachable(&client, &scope::resources(wanted)).await?;
        self.session(&client).await?;
        self.all_tokens(wanted).await?;
        let session = self.session(&client).await?;
        let tokens = held(&client).await;
        Ok(SignedIn::of(&session, &tokens))
    }

    /// The id of the account that is signed in.
    ///
    /// # Errors
    /// [`SignInError::Expired`] if none is.
    pub async fn account(&self) -> Result<String, SignInError> {
        let client = self.client().await?;
        Ok(self.session(&client).await?.account.id)
    }

    async fn session(&self, client: &Client) -> Result<Session, SignInError> {
        let session = store::session(&client.tenant).await.ok_or(SignInError::Expired)?;
        if session.holds(&client.client_id, clock::now()) {
            return Ok(session);
        }
        ended(client).await;
        Err(SignInError::Expired)
    }

    /// A token for a resource that allows these, held or refreshed; `refused` is one the service would not take.
    ///
    /// # Errors
    /// What stands in the way; nobody is asked anything.
    pub async fn token(
        &self,
        resource: Resource,
        wanted: &[Scope],
        refused: Option<&AccessToken>,
    ) -> Result<AccessToken, SignInError> {
        let client = self.client().await?;
        self.reachable(&client, &[resource]).await?;
        let session = self.session(&client).await?;
        // Another account's is none: another panel may have signed somebody else in.
        let held = store::token(&client.tenant, resource).await;
        let held = held.filter(|held| held.account == session.account.id);
        if let Some(held) = &held
            && held.serves(wanted, clock::now())
            && refused != Some(held)
        {
            return Ok(held.clone());
        }
        // What it allowed before it is to allow again.
        let before = held.map(|held| held.scopes).unwrap_or_default();
        let asked = scope::of(resource, &[wanted, &scope::known(resource, &before)].concat());
        if asked.is_empty() {
            return Err(SignInError::Expired);
        }
        self.refreshed(&client, session, resource, &asked).await
    }

    async fn refreshed(
        &self,
        client: &Client,
        session: Session,
        resource: Resource,
        asked: &[Scope],
    ) -> Result<AccessToken, SignInError> {
        let request = token::refresh(client, &session.refresh, asked);
        let tokens = match self.tokens(client, &request, None).await {
            Ok(tokens) => tokens,
            Err(SignInError::Expired) => {
                // What fetches tokens has ended as well.
                ended(client).await;
                return Err(SignInError::Expired);
            }
            Err(error) => return Err(error),
        };
        if tokens.account.id != session.account.id {
            return Err(SignInError::Unexpected {
                what: "another account",
            });
        }
        // Meanwhile another panel may have forgotten the sign-in, or signed somebody else in: then nothing is kept.
        let now = store::session(&client.tenant).await;
        if now.is_none_or(|now| now.account.id != tokens.account.id) {
            return Err(SignInError::Expired);
        }
        self.keep(client, resource, &session.refreshed(&tokens), &tokens).await;
        if asked.iter().all(|scope| scope.is_in(&tokens.access.scopes)) {
            Ok(tokens.access)
        } else {
            Err(SignInError::ConsentRequired)
        }
    }

    async fn keep(&self, client: &Client, resource: Resource, session: &Session, tokens: &Tokens) {
        store::keep_session(&client.tenant, session).await;
        store::keep_token(&client.tenant, resource, &tokens.access).await;
    }

    async fn tokens(&self, client: &Client, request: &Request, nonce: Option<&str>) -> Result<Tokens, SignInError> {
        let host = client.cloud.login();
        match fetch::send(host, request, None).await {
            Ok(answer) => token::answered(&answer, client, nonce, clock::now()),
            Err(TransportError::Unreachable { host }) => Err(SignInError::Offline { host }),
            Err(_) => Err(SignInError::Unexpected {
                what: "an answer that is no token",
            }),
        }
    }

    /// Signs in for all of these: with what is held, else with the session the browser has with Entra, else with a
    /// window, which only a person's click may bring about. `choose` asks which account; so does the first window after
    /// a sign-in was forgotten or came to nothing.
    ///
    /// # Errors
    /// Why not.
    pub async fn sign_in(&self, wanted: &[Scope], choose: bool) -> Result<SignedIn, SignInError> {
        let client = self.client().await?;
        self.reachable(&client, &scope::resources(wanted)).await?;
        let choose = choose || store::is_to_choose(Asks::Entra).await;
        if !choose {
            match self.signed_in_as(wanted).await {
                Ok(signed_in) => return Ok(signed_in),
                Err(error) if error.wants_window() => {}
                Err(error) => return Err(error),
            }
        }
        let before = self.session(&client).await.ok().filter(|_| !choose);
        // What features that went before were allowed is kept.
        let mut all = wanted.to_vec();
        for (resource, token) in held(&client).await.iter().filter(|_| !choose) {
            all.extend(scope::known(*resource, &token.scopes));
        }
        if all.is_empty() {
            all.push(scope::PROFILE);
        }
        let silent = if choose || before.is_some() {
            // Nothing is to be had without a window: another account is wanted, or somebody's consent.
            Err(SignInError::Expired)
        } else {
            self.attempt(&client, &all, Prompt::None, None).await
        };
        match silent {
            Ok(()) => {}
            Err(error) if error.wants_window() => {
                let prompt = if choose {
                    Prompt::SelectAccount
                } else {
                    Prompt::Ordinary
                };
                let came = self.attempt(&client, &all, prompt, before.as_ref()).await;
                let is_offline = matches!(came, Err(SignInError::Offline { .. }));
                store::set_to_choose(Asks::Entra, came.is_err() && !is_offline).await;
                came?;
            }
            Err(error) => return Err(error),
        }
        self.signed_in_as(&all).await
    }

    async fn all_tokens(&self, wanted: &[Scope]) -> Result<(), SignInError> {
        for resource in Resource::ALL {
            let of = scope::of(resource, wanted);
            if !of.is_empty() {
                self.token(resource, &of, None).await?;
            }
        }
        Ok(())
    }

    /// Once to Entra and back. `before` is who is signed in already: another account is refused, since what was read and
    /// planned is theirs.
    async fn attempt(
        &self,
        client: &Client,
        wanted: &[Scope],
        prompt: Prompt,
        before: Option<&Session>,
    ) -> Result<(), SignInError> {
        let resource = wanted.first().map_or(Resource::Graph, |scope| scope.resource);
        let random = random(&self.window).ok_or(SignInError::Unexpected { what: "no chance" })?;
        let attempt = Attempt::new(client.clone(), wanted.to_vec(), &random);
        let hint = before.map(|session| session.account.upn.as_str());
        let interactive = prompt != Prompt::None;
        let host = client.cloud.login();
        let offline = || SignInError::Offline { host: host.to_owned() };
        let ended_at = match launch(&self.window, &attempt.url(prompt, hint), interactive).await {
            Ok(ended_at) => ended_at,
            Err(NoEnd::Offline) => return Err(offline()),
            Err(NoEnd::NotLoaded) => {
                let there = fetch::send(host, &Request::get(METADATA), None).await;
                return Err(if there.is_ok() {
                    SignInError::PageRefused
                } else {
                    offline()
                });
            }
            Err(NoEnd::LeftOff) if interactive => return Err(SignInError::Cancelled),
            Err(NoEnd::LeftOff) => return Err(SignInError::Expired),
        };
        let code = attempt.code(&ended_at)?;
        let request = token::redeem(&attempt, &code, resource);
        let tokens = self.tokens(client, &request, Some(attempt.nonce())).await?;
        if let Some(before) = before.filter(|before| before.account.id != tokens.account.id) {
            return Err(SignInError::WrongAccount {
                account: Some(before.account.upn.clone()),
            });
        }
        let session = Session::begun(&tokens, &client.client_id, clock::now());
        let session = session.ok_or(SignInError::Unexpected {
            what: "no refresh token",
        })?;
        store::forget(Some(&client.tenant)).await;
        self.keep(client, resource, &session, &tokens).await;
        Ok(())
    }
}

/// Fresh random bytes for an attempt's secrets.
pub(super) fn random<const COUNT: usize>(window: &Window) -> Option<[[u8; RANDOM]; COUNT]> {
    let mut random = [[0; RANDOM]; COUNT];
    let crypto = window.crypto().ok()?;
    for bytes in &mut random {
        crypto.get_random_values_with_u8_array(bytes).ok()?;
    }
    Some(random)
}

/// Why a window came to no end that can be read.
pub(super) enum NoEnd {
    /// There is no network.
    Offline,
    /// The page could not be loaded, or came with a status of 400 or more: its own words on that are gone with it.
    NotLoaded,
    /// Nobody went to the end.
    LeftOff,
}

/// Where the window ended.
pub(super) async fn launch(window: &Window, url: &str, interactive: bool) -> Result<String, NoEnd> {
    if !window.navigator().on_line() {
        return Err(NoEnd::Offline);
    }
    let plain = json!({"url": url, "interactive": interactive});
    let patient = json!({
        "url": url, "interactive": interactive,
        "abortOnLoadForNonInteractive": false, "timeoutMsForNonInteractive": SILENT_MS,
    });
    // Firefox refuses what it does not know, at once.
    let launched = if interactive {
        api::launch_web_auth_flow(&to_js(&plain))
    } else {
        api::launch_web_auth_flow(&to_js(&patient)).or_else(|_| api::launch_web_auth_flow(&to_js(&plain)))
    };
    let ended = match launched {
        Ok(promise) => JsFuture::from(promise).await,
        Err(thrown) => Err(thrown),
    };
    match ended {
        Ok(address) => address.as_string().ok_or(NoEnd::LeftOff),
        // Chromium's words; all other words are that nobody went to the end.
        Err(why) if said(&why).contains("could not be loaded") => Err(NoEnd::NotLoaded),
        Err(_) => Err(NoEnd::LeftOff),
    }
}

/// Forgets a sign-in that has ended, but not what it was for.
async fn ended(client: &Client) {
    let tokens = held(client).await;
    store::forget(Some(&client.tenant)).await;
    for (resource, token) in tokens {
        store::keep_token(&client.tenant, resource, &token.ended()).await;
    }
}

/// The tokens held, ended or not. An environment's only where it is known which one: it cannot be asked for again.
async fn held(client: &Client) -> Vec<(Resource, AccessToken)> {
    let mut tokens = Vec::new();
    for resource in Resource::ALL {
        if resource == Resource::Environment && client.environment.is_empty() {
            continue;
        }
        if let Some(token) = store::token(&client.tenant, resource).await {
            tokens.push((resource, token));
        }
    }
    tokens
}

/// The message of something thrown.
fn said(thrown: &wasm_bindgen::JsValue) -> String {
    let message = js_sys::Reflect::get(thrown, &"message".into());
    message.ok().and_then(|message| message.as_string()).unwrap_or_default()
}
