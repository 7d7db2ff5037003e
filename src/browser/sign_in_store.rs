//! Where a sign-in is kept: in the browser's session storage, which is memory, is shared by every panel, is gone with
//! the browser, and which content scripts cannot read (its access level is left at trusted contexts). The client id,
//! which is no secret, is kept with the other settings.

use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use super::api::{self, from_js, to_js};
use crate::domain::guid::guid;
use crate::json::{FromJson, ToJson};
use crate::services::entra::Resource;
use crate::services::entra::session::{PREFIX, Session, session_key, token_key};
use crate::services::entra::token::AccessToken;
use crate::services::salesforce::sign_in::session::session_key as salesforce_key;
use crate::services::salesforce::sign_in::{self as salesforce, Client};

/// The key of the client id among the panel's settings.
const CLIENT_ID: &str = "clientId";

/// The client id from Settings.
pub async fn client_id() -> Option<String> {
    let stored = api::stored(CLIENT_ID).await.ok().and_then(from_js)?;
    guid(stored.get(CLIENT_ID)?.as_str()?)
}

/// Remembers a client id; whether it could.
pub async fn set_client_id(client_id: &str) -> bool {
    let items = Value::Object(Map::from_iter([(CLIENT_ID.to_owned(), client_id.into())]));
    api::store(&to_js(&items)).await.is_ok()
}

/// Forgets the client id; whether it could.
pub async fn forget_client_id() -> bool {
    api::unstore(&to_js(&Value::Array(vec![CLIENT_ID.into()])))
        .await
        .is_ok()
}

/// Whose next window may ask who signs in: by itself each takes whoever it took last. Not under [`PREFIX`]: it outlives
/// the sign-in that was forgotten.
#[derive(Clone, Copy)]
pub enum Asks {
    /// Entra's, which account.
    Entra,
    /// Salesforce's, which user.
    Salesforce,
}

impl Asks {
    const fn key(self) -> &'static str {
        match self {
            Self::Entra => "choose-account",
            Self::Salesforce => "choose-user",
        }
    }
}

/// Whether it does.
pub async fn is_to_choose(who: Asks) -> bool {
    get::<bool>(who.key()).await.unwrap_or(false)
}

/// Whether it will.
pub async fn set_to_choose(who: Asks, choose: bool) {
    put(who.key().to_owned(), Value::Bool(choose)).await;
}

/// The key of Salesforce's external client app among the panel's settings.
pub const SALESFORCE: &str = "salesforce";

/// Salesforce's external client app from Settings.
pub async fn salesforce_client() -> Option<Client> {
    let stored = api::stored(SALESFORCE).await.ok().and_then(from_js)?;
    Client::from_json(stored.get(SALESFORCE)?).ok()
}

/// Remembers it; whether it could.
pub async fn set_salesforce_client(client: &Client) -> bool {
    let items = Value::Object(Map::from_iter([(SALESFORCE.to_owned(), client.to_json())]));
    api::store(&to_js(&items)).await.is_ok()
}

/// The session of a Salesforce host.
pub async fn salesforce_session(host: &str) -> Option<salesforce::Session> {
    get(&salesforce_key(host)).await
}

/// Keeps it.
pub async fn keep_salesforce_session(session: &salesforce::Session) {
    put(salesforce_key(&session.client.host), session.to_json()).await;
}

/// Forgets the session of a Salesforce host.
pub async fn forget_salesforce(host: &str) {
    let key = Value::String(salesforce_key(host));
    // Refused only when the browser is closing, and then it is gone as well.
    let _ = api::let_go(&to_js(&Value::Array(vec![key]))).await;
}

async fn get<T: FromJson>(key: &str) -> Option<T> {
    let held = api::held(&JsValue::from_str(key)).await.ok().and_then(from_js)?;
    T::from_json(held.get(key)?).ok()
}

async fn put(key: String, value: Value) {
    let items = Value::Object(Map::from_iter([(key, value)]));
    // A full session storage costs another sign-in, no more.
    let _ = api::hold(&to_js(&items)).await;
}

/// The sign-in of a tenant.
pub async fn session(tenant: &str) -> Option<Session> {
    get(&session_key(tenant)).await
}

/// The token of a tenant's resource; it may have ended.
pub async fn token(tenant: &str, resource: Resource) -> Option<AccessToken> {
    get(&token_key(tenant, resource)).await
}

/// Keeps a sign-in.
pub async fn keep_session(tenant: &str, session: &Session) {
    put(session_key(tenant), session.to_json()).await;
}

/// Keeps a token.
pub async fn keep_token(tenant: &str, resource: Resource, token: &AccessToken) {
    put(token_key(tenant, resource), token.to_json()).await;
}

/// Forgets a tenant's sign-in, or all of them.
pub async fn forget(tenant: Option<&str>) {
    let prefix = tenant.map_or_else(|| PREFIX.to_owned(), session_key);
    let held = api::held(&JsValue::NULL).await.ok().and_then(from_js);
    let keys = held.as_ref().and_then(Value::as_object).into_iter().flatten();
    let ours: Vec<Value> = keys
        .map(|(key, _)| key)
        .filter(|key| key.starts_with(&prefix))
        .map(|key| key.as_str().into())
        .collect();
    // Refused only when the browser is closing, and then they are gone as well.
    let _ = api::let_go(&to_js(&Value::Array(ours))).await;
}
