//! What the panel knows about the Bright Pattern account: what was read, and what the admin entered. No secret is ever
//! in it.

use std::rc::Rc;

use crate::http::Millis;
use crate::plan::journal::RunRecord;
use crate::plan::model::Plan;
use crate::recipes::bright_pattern::{self, App, Choices, Observed, SecretFrom};
use crate::recipes::readiness::ReadinessLine;
use crate::text::Text;
use crate::ui::part::{Part, Standing, of_organization};

/// It.
#[derive(Debug, Clone, Default)]
pub struct BrightPart {
    /// How its reading stands.
    pub standing: Standing,
    /// What was last read.
    pub observed: Option<Rc<Observed>>,
    /// What the admin entered.
    pub choices: Choices,
    /// The customer's own host, as typed while no tab shows it.
    pub host: String,
    /// Whether the registered app is being read.
    pub is_looking: bool,
    /// What was put into the clipboard last.
    pub copied: Option<&'static str>,
    /// What became of asking for the host.
    pub asked: Option<Text>,
}

/// Something done, or come of something, in the view.
#[derive(Debug, Clone)]
pub enum Edit {
    /// The account's name.
    Name(String),
    /// The client id.
    ClientId(String),
    /// Whether it becomes the default.
    Default(bool),
    /// Where the secret comes from.
    Secret(SecretFrom),
    /// Whether the app gets what it lacks.
    Prepare(bool),
    /// The customer's own host.
    Host(String),
    /// The registered app is being read.
    Looking,
    /// It was read.
    Looked(Box<App>),
    /// Something was copied, by its locator or place.
    Copied(&'static str),
    /// What became of asking for the host.
    Asked(Text),
}

impl BrightPart {
    /// A reading; the app stays as it was read for the same client id until it is read again.
    pub fn take(&mut self, mut observed: Observed) {
        if observed.app.is_none() {
            observed.app = self.observed.as_ref().and_then(|before| before.app.clone());
        }
        self.asked = None;
        // What was entered is the account that has come into the list since: nothing of it is left to be made.
        let is_free = |observed: &Observed| self.choices.check_name(observed).is_ok();
        if self.observed.as_deref().is_some_and(is_free) && !is_free(&observed) {
            self.discard();
        }
        self.observed = Some(Rc::new(observed));
    }

    /// Something happened.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Name(name) => self.choices.name = name,
            Edit::ClientId(id) => self.choices.client_id = id,
            Edit::Default(on) => self.choices.is_default = on,
            Edit::Secret(secret) => self.choices.secret = secret,
            Edit::Prepare(on) => self.choices.prepare_app = on,
            Edit::Host(host) => self.host = host,
            Edit::Looking => self.is_looking = true,
            Edit::Looked(app) => {
                self.is_looking = false;
                if let Some(observed) = &mut self.observed {
                    Rc::make_mut(observed).app = Some(*app);
                }
            }
            Edit::Copied(id) => self.copied = Some(id),
            Edit::Asked(text) => self.asked = Some(text),
        }
    }
}

impl Part for BrightPart {
    of_organization!();

    fn is_whole(&self) -> bool {
        self.observed.is_some()
    }

    fn readiness(&self) -> Vec<ReadinessLine> {
        let observed = self.observed.as_deref();
        observed.map(bright_pattern::readiness).unwrap_or_default()
    }

    fn changes(&self) -> usize {
        usize::from(!self.choices.is_empty())
    }

    fn discard(&mut self) {
        self.choices = Choices::default();
    }

    fn plan(&self, now: Millis) -> Result<Plan, Text> {
        let observed = self.observed.as_ref().ok_or(Text::new("bar-incomplete"))?;
        bright_pattern::plan(observed, &self.choices, now).map_err(|error| error.explain())
    }

    fn explain_undo(&self, plan: &mut Plan, first: &RunRecord, _: &str) {
        bright_pattern::explain_undo(plan, first);
    }

    fn packed(&self) -> Vec<u8> {
        self.choices.packed()
    }

    fn unpack(&mut self, packed: &[u8]) -> bool {
        let choices = Choices::unpacked(packed);
        choices.map(|choices| self.choices = choices).is_some()
    }
}
