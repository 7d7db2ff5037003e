//! Signing in to Salesforce: the window, the redirect, the token. One session serves every panel of this browser.

use serde_json::json;
use web_sys::Window;

use super::api::{self, to_js};
use super::sign_in::{NoEnd, launch, random};
use super::sign_in_store::{self as store, Asks};
use super::{clock, fetch};
use crate::http::{Request, TransportError};
use crate::services::salesforce::ROOT;
use crate::services::salesforce::sign_in::session::answered;
use crate::services::salesforce::sign_in::{Attempt, Client, SalesforceSignInError, Session};

/// The app that is set, whose host the browser lets us reach.
async fn client() -> Result<Client, SalesforceSignInError> {
    let client = store::salesforce_client()
        .await
        .ok_or(SalesforceSignInError::NoClient)?;
    let host = &client.host;
    let asked = to_js(&json!({ "origins": [format!("https://{host}/*")] }));
    let has = api::has_permissions(&asked).await;
    if has.ok().and_then(|has| has.as_bool()).unwrap_or(false) {
        Ok(client)
    } else {
        Err(SalesforceSignInError::HostNotAllowed { host: host.clone() })
    }
}

/// The session there is.
///
/// # Errors
/// What stands in the way; nobody is asked anything.
pub async fn session() -> Result<Session, SalesforceSignInError> {
    let client = client().await?;
    let session = store::salesforce_session(&client.host).await;
    session
        .filter(|session| session.client == client)
        .ok_or(SalesforceSignInError::Expired)
}

/// A token the service did not take is forgotten: nothing fetches another one without the admin.
pub async fn ended(session: &Session) {
    store::forget_salesforce(&session.client.host).await;
}

/// Signs in with a window, which only a person's click may bring about. `choose` asks who, as does every window after
/// a sign-in was forgotten, until somebody is signed in.
///
/// # Errors
/// Why not.
pub async fn sign_in(window: &Window, choose: bool) -> Result<Session, SalesforceSignInError> {
    let client = client().await?;
    let choose = choose || store::is_to_choose(Asks::Salesforce).await;
    let came = in_window(window, client, choose).await;
    if came.is_ok() {
        store::set_to_choose(Asks::Salesforce, false).await;
    }
    came
}

async fn in_window(window: &Window, client: Client, choose: bool) -> Result<Session, SalesforceSignInError> {
    let host = client.host.clone();
    let offline = || SalesforceSignInError::Offline { host: host.clone() };
    let unexpected = |what| SalesforceSignInError::Unexpected { what };
    let redirect = api::redirect_address().map_err(|_| unexpected("no redirect address"))?;
    let random = random(window).ok_or_else(|| unexpected("no chance"))?;
    let attempt = Attempt::new(client, redirect, &random);
    let ended = launch(window, &attempt.url(choose), true).await;
    let ended_at = match ended {
        Ok(ended_at) => ended_at,
        Err(NoEnd::Offline) => return Err(offline()),
        Err(NoEnd::NotLoaded) => {
            // The list of versions takes no token: if it answers, the page was refused.
            let there = fetch::send(&host, &Request::get(ROOT.trim_end_matches('/')), None).await;
            return Err(if there.is_ok() {
                SalesforceSignInError::PageRefused
            } else {
                offline()
            });
        }
        Err(NoEnd::LeftOff) => return Err(SalesforceSignInError::Cancelled),
    };
    let code = attempt.code(&ended_at)?;
    let answer = match fetch::send(&host, &attempt.redeem(&code), None).await {
        Ok(answer) => answer,
        Err(TransportError::Unreachable { .. }) => return Err(offline()),
        Err(_) => return Err(unexpected("an answer that is no token")),
    };
    let session = answered(&answer, attempt.client(), clock::now())?;
    store::keep_salesforce_session(&session).await;
    Ok(session)
}
