//! Reads what the view stands on, showing each part as soon as it is there.

use std::rc::Rc;

use crate::recipes::disconnect;
use crate::ui::panel::{Action, Panel};
use crate::ui::part::Trouble;
use crate::ui::reading::{context, trouble};

/// Reads everything.
///
/// # Errors
/// Why nothing can be shown.
pub async fn read(panel: &Panel) -> Result<(), Trouble> {
    let org = panel.backend.org();
    let context = context(panel);
    let shown = panel.state.dispatcher();
    let mut part = |observed: &disconnect::Observed| shown.dispatch(Action::Read(Rc::new(observed.clone())));
    let observed = disconnect::observe_in_parts(&*org, context, &mut part).await;
    panel.send(Action::Read(Rc::new(observed.map_err(|error| trouble(&error))?)));
    Ok(())
}
