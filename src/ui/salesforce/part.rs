//! What the panel knows about the connection to Salesforce: what was read, and what the admin wants of it.

use std::rc::Rc;

use crate::http::Millis;
use crate::plan::journal::RunRecord;
use crate::plan::model::Plan;
use crate::recipes::readiness::ReadinessLine;
use crate::recipes::salesforce_connection::{self, Choices, Observed, SettingsPage, Wanted};
use crate::text::Text;
use crate::ui::part::{Part, Standing, of_organization};

/// It.
#[derive(Debug, Clone, Default)]
pub struct SalesforcePart {
    /// How its reading stands.
    pub standing: Standing,
    /// What was last read.
    pub observed: Option<Rc<Observed>>,
    /// What the admin wants.
    pub choices: Choices,
    /// What became of asking for a host.
    pub asked: Option<Text>,
    /// How often a reading found nobody signed in.
    pub nobody: u32,
}

/// Something done, or come of something, in the view.
#[derive(Debug, Clone)]
pub enum Edit {
    /// What is to become of the connection.
    Want(Option<Wanted>),
    /// Whether the admin does by hand what is done on the settings page.
    ByHand(bool),
    /// The settings page was looked at.
    Looked(SettingsPage),
    /// What became of asking for a host.
    Asked(Text),
    /// What is there now is as it should be: what changes from here on is told.
    TakenAsKnown,
}

impl SalesforcePart {
    /// A reading; `None` if nobody is signed in.
    pub fn take(&mut self, observed: Option<Observed>) {
        if observed.is_none() {
            self.nobody += 1;
        }
        self.asked = None;
        self.observed = observed.map(Rc::new);
        self.keep_offered();
    }

    /// Whoever was signed in is no more: what they could read, and what they wanted, goes with them.
    pub fn leave(&mut self) {
        self.take(None);
        self.choices = Choices::default();
        self.standing.trouble = None;
    }

    /// What is not offered any more is not wanted either.
    fn keep_offered(&mut self) {
        if let (Some(observed), Some(wanted)) = (&self.observed, self.choices.wanted)
            && !salesforce_connection::planning::offered(observed).contains(&wanted)
        {
            self.choices.wanted = None;
        }
    }

    /// Something happened.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Want(wanted) => self.choices.wanted = wanted,
            Edit::ByHand(by_hand) => self.choices.by_hand = by_hand,
            Edit::Looked(page) => {
                self.asked = None;
                if let Some(observed) = &mut self.observed {
                    Rc::make_mut(observed).page = page;
                }
                self.keep_offered();
            }
            Edit::Asked(text) => self.asked = Some(text),
            Edit::TakenAsKnown => {
                if let Some(observed) = &mut self.observed {
                    let observed = Rc::make_mut(observed);
                    observed.seen = observed.now();
                }
            }
        }
    }
}

impl Part for SalesforcePart {
    of_organization!();

    fn is_whole(&self) -> bool {
        self.observed.is_some()
    }

    fn readiness(&self) -> Vec<ReadinessLine> {
        let observed = self.observed.as_deref();
        observed.map(salesforce_connection::readiness).unwrap_or_default()
    }

    fn changes(&self) -> usize {
        usize::from(self.choices.wanted.is_some())
    }

    fn discard(&mut self) {
        self.choices = Choices::default();
    }

    fn plan(&self, now: Millis) -> Result<Plan, Text> {
        let observed = self.observed.as_ref().ok_or(Text::new("bar-incomplete"))?;
        let plan = salesforce_connection::plan(observed, self.choices, now);
        plan.map_err(|error| error.explain())
    }

    fn explain_undo(&self, plan: &mut Plan, _: &RunRecord, _: &str) {
        salesforce_connection::explain_undo(plan, self.observed.as_deref(), self.choices);
    }

    fn packed(&self) -> Vec<u8> {
        self.choices.packed()
    }

    fn unpack(&mut self, packed: &[u8]) -> bool {
        let choices = Choices::unpacked(packed);
        choices.map(|choices| self.choices = choices).is_some()
    }
}
