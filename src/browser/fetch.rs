//! Requests straight from the panel to a cloud service: no cookies, no redirects, no cache, answers bounded.

use gloo_net::http::{Method as Verb, RequestBuilder, Response as Fetched};
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestRedirect, ResponseType,
};

use crate::http::{ANSWER_LIMIT, Method, Request, Response, TransportError};
use crate::services::bearer::sending::LIMIT;
use crate::services::entra::token::Secret;

/// Aborts a request that nobody waits for any more.
struct Waited(AbortController);

impl Drop for Waited {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sends a request to a host, with a token if there is one. Dropped, it is aborted; what the service has of it by then, it
/// may carry out all the same.
///
/// # Errors
/// [`TransportError::Unreachable`], also where the whole answer is not there within [`ANSWER_LIMIT`];
/// [`TransportError::Redirected`], [`TransportError::TooLarge`], or [`TransportError::NotSent`] for what no request can be
/// made of.
pub async fn send(host: &str, request: &Request, token: Option<&Secret>) -> Result<Response, TransportError> {
    let no_request = || TransportError::NotSent {
        reason: "no request".to_owned(),
    };
    let not_sent = |_| no_request();
    let method = match request.method {
        Method::Get => Verb::GET,
        Method::Post => Verb::POST,
        Method::Patch => Verb::PATCH,
        Method::Put => Verb::PUT,
        Method::Delete => Verb::DELETE,
    };
    let waited = Waited(AbortController::new().map_err(|_| no_request())?);
    let over = [waited.0.signal(), AbortSignal::timeout_with_f64(ANSWER_LIMIT as f64)];
    let over = AbortSignal::any(&over.into_iter().collect::<Array>());
    let mut builder = RequestBuilder::new(&format!("https://{host}{}", request.path))
        .method(method)
        .redirect(RequestRedirect::Manual)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(&over));
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    if request.body.is_some() && !request.headers.contains_key("content-type") {
        builder = builder.header("content-type", "application/json");
    }
    if let Some(token) = token {
        builder = builder.header("authorization", &format!("Bearer {}", token.reveal()));
    }
    let built = match &request.body {
        Some(body) => builder.body(body.as_str()).map_err(not_sent)?,
        None => builder.build().map_err(not_sent)?,
    };
    let unreachable = || TransportError::Unreachable { host: host.to_owned() };
    // Why is not told: a refused connection, a name that is not known, a host that may not be reached look alike.
    let answer = built.send().await.map_err(|_| unreachable())?;
    if answer.type_() == ResponseType::Opaqueredirect {
        return Err(TransportError::Redirected);
    }
    let headers = answer.headers().entries().collect();
    Ok(Response {
        status: answer.status(),
        headers,
        body: body(&answer).await?.ok_or_else(unreachable)?,
    })
}

/// The body as text; `None` if it broke off.
async fn body(answer: &Fetched) -> Result<Option<String>, TransportError> {
    let Some(stream) = answer.body() else {
        return Ok(Some(String::new()));
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes: Vec<u8> = Vec::new();
    loop {
        let Ok(piece) = JsFuture::from(reader.read()).await else {
            return Ok(None);
        };
        let member = |name: &str| Reflect::get(&piece, &name.into()).unwrap_or_default();
        if member("done").is_truthy() {
            return Ok(Some(String::from_utf8_lossy(&bytes).into_owned()));
        }
        if let Ok(part) = member("value").dyn_into::<Uint8Array>() {
            bytes.extend(part.to_vec());
        }
        if bytes.len() as u64 > LIMIT {
            // Nothing more is taken, whatever becomes of the stream.
            let _ = reader.cancel();
            return Err(TransportError::TooLarge { limit: LIMIT });
        }
    }
}
