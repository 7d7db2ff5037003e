//! Who may disconnect a Teams chat: from the injected button to proof and undo.

use anyhow::Result;

use super::Stage;
use crate::dock;
use crate::driver::{click, shown};
use crate::sandbox::TEAMS_CHAT;

pub(super) async fn perform(stage: &mut Stage) -> Result<()> {
    let start = stage.sandbox.state().await?;

    stage.driver.goto(TEAMS_CHAT).await?;
    let button = shown(&stage.driver, "#latchkey-open").await?;
    let name = button.text().await?;
    stage
        .done(
            "The Teams chat settings carry Latchkey's button",
            &format!("it reads \"{name}\""),
        )
        .await?;

    click(&stage.driver, "#latchkey-open").await?;
    dock::enter(&stage.driver).await?;
    shown(&stage.driver, "#app").await?;
    stage
        .done(
            "The button opens the panel beside the page",
            "the panel's frame is shown",
        )
        .await?;

    stage.expect_state(&start, "before anything was applied").await
}
