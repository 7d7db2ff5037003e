//! Time and chance.

use futures_util::future::{Either, select};

use crate::http::{LocalFuture, Millis};

/// Milliseconds since the Unix epoch.
pub fn now() -> Millis {
    // A clock before 1970 reads as 1970.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let millis = js_sys::Date::now() as Millis;
    millis
}

/// Sleeps; at most about 24 days at a time, as timers do.
pub async fn sleep(millis: u64) {
    let millis = u32::try_from(millis).unwrap_or(u32::MAX).min(i32::MAX.unsigned_abs());
    gloo_timers::future::TimeoutFuture::new(millis).await;
}

/// What comes of something, unless it takes longer than `limit` in milliseconds; then it is waited for no more.
pub async fn within<T>(limit: u64, it: LocalFuture<'_, T>) -> Option<T> {
    match select(it, Box::pin(sleep(limit))).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}

/// A random GUID in lower case, from the browser's own generator.
pub fn new_guid(window: &web_sys::Window) -> Option<String> {
    window.crypto().ok().map(|crypto| crypto.random_uuid())
}
