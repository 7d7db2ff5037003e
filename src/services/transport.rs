//! The trait every service client speaks through; the browser, and tests, plug in beneath it.

use crate::http::{LocalFuture, Request, Response, TransportError};
use crate::text::Text;

/// Carries requests to one service as the signed-in admin.
pub trait Transport {
    /// The host the requests go to, for messages.
    fn host(&self) -> &str;

    /// Sends one request. Reads are always allowed; a write only if an approved plan granted exactly it.
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>>;

    /// Sends many reads as one OData `$batch` (`Prefer: odata.continue-on-error`); the answer is the multipart one.
    ///
    /// Takes paths, not a body: the other side composes the batch, so that nothing but reads can be in it.
    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>>;
}

/// What it means that a cloud service's answer never came, in words.
pub fn unanswered(error: &TransportError) -> Text {
    match error {
        TransportError::Unreachable { host } => Text::new("cloud-error-unreachable").name("host", host),
        TransportError::TooLarge { .. } => Text::new("cloud-error-too-large"),
        _ => Text::new("cloud-error-not-sent"),
    }
}
