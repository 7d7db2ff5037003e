//! What `./build.sh run --headless` performs: one journey per recipe, through the buttons a person clicks.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use thirtyfour::WebDriver;

use crate::chromium::{Chromium, Options};
use crate::driver::{DriverProcess, LOOK, by_test_id, screenshot, shown};
use crate::looks::whole;
use crate::sandbox::Sandbox;
use crate::until;

pub mod bright_pattern;
pub mod disconnect;
pub mod lead_management;
pub mod readiness;
pub mod salesforce_connection;
pub mod teams_chat;
pub mod told;

/// A journey under way: where it happens, and what it tells.
pub struct Stage {
    /// The page the person looks at.
    pub driver: WebDriver,
    /// The tenant.
    pub sandbox: Sandbox,
    /// The browser.
    pub browser: Chromium,
    name: String,
    steps: usize,
}

impl Stage {
    /// Tells that a step is done, with what shows it, and keeps a screenshot of the whole view it is shown in.
    ///
    /// # Errors
    /// When the screenshot cannot be taken.
    pub async fn done(&mut self, step: &str, evidence: &str) -> Result<()> {
        self.steps += 1;
        let file = whole(&self.driver, &format!("{}-{:02}", self.name, self.steps)).await?;
        println!(
            "  {:>2}. {step}\n      {evidence}\n      {}",
            self.steps,
            file.display()
        );
        Ok(())
    }

    /// Fails unless the tenant now is what `expected` says; names the first difference.
    ///
    /// # Errors
    /// When it is not, or cannot be read.
    pub async fn expect_state(&self, expected: &Value, when: &str) -> Result<()> {
        let state = self.sandbox.state().await?;
        match difference(expected, &state, "") {
            None => Ok(()),
            Some(difference) => bail!("{when}, the tenant is not as expected: {difference}"),
        }
    }
}

/// Waits until a run is done; fails where it ends otherwise, or stops for something else than the admin's own part.
async fn over(stage: &Stage) -> Result<()> {
    loop {
        // Drawn anew between the two looks it is another element.
        let phase = until("how the run stands", || async {
            let status = by_test_id(&stage.driver, "run-status").await?;
            Ok(status.attr("data-phase").await?)
        })
        .await?;
        match phase.as_str() {
            "done" => return Ok(()),
            // A person has to come into the environment first, and the page shows what to do.
            "locking" | "running" | "throttled" | "waitingForAdmin" => tokio::time::sleep(LOOK).await,
            _ => bail!(
                "the run is {phase}: {}",
                shown(&stage.driver, "main").await?.text().await?
            ),
        }
    }
}

/// Where two documents differ first, in words; `None` where they are equal.
pub fn difference(expected: &Value, found: &Value, at: &str) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected
            .keys()
            .chain(found.keys().filter(|key| !expected.contains_key(*key)))
            .find_map(|key| {
                let null = Value::Null;
                difference(
                    expected.get(key).unwrap_or(&null),
                    found.get(key).unwrap_or(&null),
                    &format!("{at}/{key}"),
                )
            }),
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => expected
            .iter()
            .zip(found)
            .enumerate()
            .find_map(|(index, (expected, found))| difference(expected, found, &format!("{at}/{index}"))),
        (Value::Array(expected), Value::Array(found)) => Some(format!(
            "{at} has {} entries instead of {}",
            found.len(),
            expected.len()
        )),
        _ => (expected != found).then(|| format!("{at} is {found} instead of {expected}")),
    }
}

type Performance<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A recipe's journey.
pub struct Journey {
    /// The recipe's id.
    pub recipe: &'static str,
    /// Which of the article's ways it goes, where it is performed once for each; none otherwise.
    way: &'static str,
    /// Optional hosts it works with, which a person would allow when asked.
    hosts: &'static [&'static str],
    /// Those the person says yes to on the way.
    asked: &'static [&'static str],
    perform: for<'a> fn(&'a mut Stage) -> Performance<'a>,
}

/// Every journey there is.
pub const JOURNEYS: &[Journey] = &[
    Journey {
        recipe: "disconnect-rights",
        way: "",
        hosts: &[],
        asked: &[],
        perform: |stage| Box::pin(disconnect::perform(stage)),
    },
    Journey {
        recipe: "teams-chat",
        way: "",
        hosts: &[],
        asked: &[],
        perform: |stage| Box::pin(teams_chat::perform(stage)),
    },
    Journey {
        recipe: "bright-pattern",
        way: "",
        hosts: bright_pattern::HOSTS,
        asked: &[],
        perform: |stage| Box::pin(bright_pattern::perform(stage)),
    },
    Journey {
        recipe: "lead-management",
        way: "entra",
        hosts: lead_management::HOSTS,
        asked: &[],
        perform: |stage| Box::pin(lead_management::perform(stage, lead_management::Way::Entra)),
    },
    Journey {
        recipe: "lead-management",
        way: "office365",
        hosts: lead_management::HOSTS,
        asked: &[],
        perform: |stage| Box::pin(lead_management::perform(stage, lead_management::Way::Office365)),
    },
    Journey {
        recipe: "salesforce-connection",
        way: "driven",
        hosts: salesforce_connection::HOSTS,
        asked: salesforce_connection::ASKED,
        perform: |stage| {
            Box::pin(salesforce_connection::perform(
                stage,
                salesforce_connection::Way::Driven,
            ))
        },
    },
    Journey {
        recipe: "salesforce-connection",
        way: "guided",
        hosts: salesforce_connection::HOSTS,
        asked: &[],
        perform: |stage| {
            Box::pin(salesforce_connection::perform(
                stage,
                salesforce_connection::Way::Guided,
            ))
        },
    },
    Journey {
        recipe: "readiness",
        way: "",
        hosts: readiness::HOSTS,
        asked: &[],
        perform: |stage| Box::pin(readiness::perform(stage)),
    },
];

/// Performs the journey of `recipe`, or each one, on a fresh profile and a sandbox started with these arguments.
///
/// # Errors
/// When the recipe is not known, or a step fails: the message names it, and a last screenshot shows it.
pub async fn perform(recipe: Option<&str>, program: Option<PathBuf>, sandbox: &[String]) -> Result<()> {
    let arguments: Vec<_> = sandbox.iter().map(String::as_str).collect();
    let chosen: Vec<_> = JOURNEYS
        .iter()
        .filter(|journey| recipe.is_none_or(|recipe| recipe == journey.recipe))
        .collect();
    if chosen.is_empty() {
        let mut known: Vec<_> = JOURNEYS.iter().map(|journey| journey.recipe).collect();
        known.dedup();
        bail!(
            "no recipe {}; there are: {}",
            recipe.unwrap_or_default(),
            known.join(", ")
        );
    }
    for journey in chosen {
        let name = match journey.way {
            "" => journey.recipe.to_owned(),
            way => format!("{}-{way}", journey.recipe),
        };
        println!("{name}");
        let sandbox = Sandbox::start(&arguments).await?;
        let mut options = Options::fresh(&name)?;
        if let Some(program) = &program {
            options.program.clone_from(program);
        }
        options.hold(journey.hosts);
        options.agree(journey.asked);
        let browser = Chromium::start(options, &sandbox).await?;
        println!(
            "      extension {} is loaded from {}",
            browser.id,
            browser.options.extension.display()
        );
        let chromedriver = DriverProcess::start("chromedriver", &[]).await?;
        let driver = browser.session(&chromedriver).await?;
        let mut stage = Stage {
            driver,
            sandbox,
            browser,
            name,
            steps: 0,
        };
        if let Err(error) = (journey.perform)(&mut stage).await {
            // The failure itself is what matters; a browser that is gone gives no picture of it.
            let picture = screenshot(&stage.driver, &format!("{}-failed", stage.name)).await;
            let picture = picture.map_or_else(|_| "no screenshot".into(), |path| path.display().to_string());
            return Err(error).context(format!("{} failed after step {} ({picture})", stage.name, stage.steps));
        }
        println!("  {} steps, all shown", stage.steps);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::difference;

    #[test]
    fn equal_documents_do_not_differ() {
        assert_eq!(
            difference(&json!({"a": [1, {"b": null}]}), &json!({"a": [1, {"b": null}]}), ""),
            None
        );
    }

    #[test]
    fn the_first_difference_is_named_by_its_path() {
        let expected = json!({"roles": [{"name": "a"}]});
        assert_eq!(
            difference(&expected, &json!({"roles": [{"name": "b"}]}), "").unwrap(),
            r#"/roles/0/name is "b" instead of "a""#
        );
        assert!(
            difference(&expected, &json!({"roles": []}), "")
                .unwrap()
                .contains("0 entries instead of 1")
        );
        assert!(
            difference(&expected, &json!({"roles": [{"name": "a", "more": 1}]}), "")
                .unwrap()
                .contains("/more")
        );
    }
}
