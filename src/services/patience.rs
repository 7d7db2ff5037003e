//! How long a busy service is waited for: as long as it asks for, a few times.

use crate::http::{LocalFuture, Response, TransportError};

/// Times a read is sent before a busy service is reported.
const TRIES: u32 = 5;
/// A longer wait is reported instead of waited for, in milliseconds.
pub const LONGEST_WAIT_MS: u64 = 60_000;

/// Waits. Time is always passed in.
pub trait Sleep {
    /// Resolves after so many milliseconds; may be dropped before it is over.
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()>;
}

/// `Retry-After` in milliseconds; every service Latchkey speaks to sends seconds.
pub fn retry_after(answer: &Response) -> Option<u64> {
    let seconds: u64 = answer.header("retry-after")?.trim().parse().ok()?;
    Some(seconds.saturating_mul(1000))
}

/// The milliseconds to wait after an answer that says the service is busy, sent for the `tried`th time (from 1); `None`
/// if that is to be reported instead.
pub fn wait_after(answer: &Response, tried: u32) -> Option<u64> {
    let wait = retry_after(answer).unwrap_or_else(|| 1000_u64 << tried.min(6));
    (tried < TRIES && wait <= LONGEST_WAIT_MS).then_some(wait)
}

/// Sends until the answer is another than busy, or no more is to be waited; gives the last answer, whatever it says.
///
/// # Errors
/// What a transport fails by, at once.
pub async fn patiently<'a>(
    sleep: &dyn Sleep,
    send: &dyn Fn() -> LocalFuture<'a, Result<Response, TransportError>>,
    is_busy: &dyn Fn(&Response) -> bool,
) -> Result<Response, TransportError> {
    let mut tried = 0;
    loop {
        let answer = send().await?;
        tried += 1;
        match wait_after(&answer, tried) {
            Some(wait) if is_busy(&answer) => sleep.sleep(wait).await,
            _ => return Ok(answer),
        }
    }
}
