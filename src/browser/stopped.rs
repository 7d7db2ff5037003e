//! A panic ends the panel: nothing of the instance can be trusted after it, so it does nothing more and says so.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Whether the panel has stopped.
pub fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// Installs the hook: marks the instance dead and tells `panel.js`, which shows the static notice.
pub fn watch() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            STOPPED.store(true, Ordering::Relaxed);
            // Only where, never what: a message could quote a record.
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            web_sys::console::error_1(&format!("Latchkey stopped at {place}").into());
            tell("latchkey-stopped");
        }));
    });
}

/// Tells `panel.js`, which shows the static notice.
pub fn tell(event: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(event)) {
        // Nothing is left to do if even this fails.
        let _ = window.dispatch_event(&event);
    }
}
