//! What the panel knows about lead management: what was read, what is to be done, and the file the admin has chosen.

use std::rc::Rc;

use crate::domain::country::is_country;
use crate::domain::guid::guid;
use crate::domain::lead::Credential;
use crate::domain::lead::account::{Refusal, check_name, check_redirect, check_upn};
use crate::domain::lead::connection::{self, EmailRefusal};
use crate::domain::lead::package::PackageError;
use crate::domain::lead::rights::Group;
use crate::http::Millis;
use crate::plan::journal::RunRecord;
use crate::plan::model::Plan;
use crate::recipes::lead_management::choices::{AppChoice, File, Hands, Road};
use crate::recipes::lead_management::observed::Directory;
use crate::recipes::lead_management::ready::{State, state};
use crate::recipes::lead_management::{self, Choices, Observed, OfferPage, PlanError};
use crate::recipes::readiness::ReadinessLine;
use crate::text::Text;
use crate::ui::part::{Part, Standing, Weight, of_organization};

/// It.
#[derive(Clone, Default)]
pub struct LeadPart {
    /// How its reading stands.
    pub standing: Standing,
    /// What was last read.
    pub observed: Option<Rc<Observed>>,
    /// What the admin wants.
    pub choices: Rc<Choices>,
    /// Why a file was not taken.
    pub file_refusal: Option<Text>,
    /// The contact addresses as typed.
    pub emails: String,
    /// Why they are not taken.
    pub email_refusal: Option<Text>,
    /// Whether the directory is being read.
    pub is_reading_directory: bool,
    /// What came of asking for the publishing portal.
    pub asked: Option<Text>,
    /// Said where everything that is missing was to be planned, and nothing is.
    pub nothing: Option<Text>,
    /// What the choices come to.
    weight: Weight,
}

/// A field of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Name of the app registration.
    AppName,
    /// Redirect address.
    Redirect,
    /// Client id of an app that cannot be read.
    Client,
    /// Description of the secret.
    SecretName,
    /// User principal name.
    Upn,
    /// Display name of the user.
    UserName,
    /// Where the licence is used.
    Location,
    /// Contact addresses.
    Emails,
}

/// Something the admin does in the view.
#[derive(Clone, PartialEq)]
pub enum Edit {
    /// A part is to be done, or not.
    Group(Group, bool),
    /// Everything that is not done is to be.
    Everything,
    /// The credential.
    Credential(Credential),
    /// The app registration.
    App(AppChoice),
    /// A text.
    Type(Field, String),
    /// How long the secret lives.
    Months(u32),
    /// Whether a secret is made.
    NewSecret(bool),
    /// The licence.
    Licence(String),
    /// How the app gets into the environment.
    Road(Road),
    /// Whether the inheritance is set by hand.
    ByHand(bool),
    /// A file was chosen: what is in it, or why it is none.
    File(Result<File, PackageError>),
    /// Who does what on the offer's page.
    Hands(Hands),
    /// What came of asking for the publishing portal.
    Asked(Text),
    /// The publishing portal's page was looked at.
    Page(OfferPage),
    /// The directory is being read.
    ReadingDirectory,
    /// The directory was read.
    Directory(Rc<Directory>),
}

impl LeadPart {
    /// Takes in what was read; what was chosen stays. `seed` names what is new.
    pub fn take(&mut self, observed: Rc<Observed>, seed: &str) {
        let first = self.observed.is_none();
        if first {
            let mut choices = Choices::preset(&observed, seed);
            // Nothing is to be done before somebody says so.
            choices.groups.clear();
            self.emails = connection::joined(&choices.emails);
            self.choices = Rc::new(choices);
        } else {
            let choices = Rc::make_mut(&mut self.choices);
            let states =
                |observed: &Observed, choices: &Choices| Group::ALL.map(|group| state(observed, choices, group));
            let before = self.observed.as_ref().map(|before| states(before, choices));
            choices.take_in(&observed);
            let now = states(&observed, choices);
            // What nobody can read is done again as long as it stands as when somebody wanted it done.
            for ((group, now), at) in Group::ALL.into_iter().zip(now).zip(0..) {
                let as_before = before.as_ref().and_then(|before| before.get(at)) == Some(&now);
                if now == State::Done || now != State::Open && !as_before {
                    choices.set_group(group, false);
                }
            }
        }
        self.is_reading_directory = false;
        self.observed = Some(observed);
        self.weigh();
    }

    /// The unique name of the chosen file's solution, which is looked for by it.
    pub fn unique_name(&self) -> Option<String> {
        self.choices.package().map(|(name, _)| name.to_owned())
    }

    /// Does what the admin did.
    pub fn edit(&mut self, edit: Edit) {
        let Some(observed) = self.observed.clone() else {
            return;
        };
        let choices = Rc::make_mut(&mut self.choices);
        self.nothing = None;
        match edit {
            Edit::Group(group, wanted) => choices.set_group(group, wanted),
            Edit::Everything => {
                let mut is_known = true;
                for group in Group::ALL {
                    let state = state(&observed, choices, group);
                    is_known &= !matches!(state, State::Unknown(_));
                    choices.set_group(group, state == State::Open);
                }
                self.nothing = choices.groups.is_empty().then(|| {
                    Text::new(if is_known {
                        "lead-everything-none"
                    } else {
                        "lead-everything-untold"
                    })
                });
            }
            Edit::Credential(credential) => {
                if choices.credential != credential {
                    // Each way asks for permissions of its own; once they are there the directory is read again.
                    let mut observed = observed;
                    Rc::make_mut(&mut observed).directory = None;
                    self.observed = Some(observed);
                }
                choices.credential = credential;
            }
            Edit::App(app) => choices.app = app,
            Edit::Type(Field::Emails, text) => {
                match connection::emails(&text) {
                    Ok(emails) => {
                        choices.emails = emails;
                        self.email_refusal = None;
                    }
                    Err(EmailRefusal::NotAnAddress(address)) => {
                        self.email_refusal = Some(Text::new("lead-email-refused").name("address", address));
                    }
                    Err(EmailRefusal::TooMany) => self.email_refusal = Some(Text::new("lead-email-many")),
                }
                self.emails = text;
            }
            Edit::Type(field, text) => match field {
                Field::AppName => choices.app_name = text,
                Field::Redirect => choices.redirect = text,
                Field::Client if text.is_empty() => choices.app = AppChoice::New,
                Field::Client => choices.app = AppChoice::Typed(text),
                Field::SecretName => choices.secret_name = text,
                Field::Upn => choices.upn = text,
                Field::UserName => choices.user_name = text,
                Field::Location => choices.location = text.to_uppercase(),
                Field::Emails => {}
            },
            Edit::Months(months) => choices.months = months,
            Edit::NewSecret(new) => choices.new_secret = new,
            Edit::Licence(sku) => choices.licence = Some(sku),
            Edit::Road(road) => choices.road = road,
            Edit::ByHand(by_hand) => choices.inheritance_by_hand = by_hand,
            Edit::File(Ok(file)) => {
                choices.file = Some(file);
                self.file_refusal = None;
            }
            Edit::File(Err(error)) => {
                choices.file = None;
                self.file_refusal = Some(Text::new(match error {
                    PackageError::TooLarge => "lead-file-too-large",
                    PackageError::NotAnArchive => "lead-file-no-archive",
                    PackageError::NotASolution => "lead-file-no-solution",
                    PackageError::Ambiguous => "lead-file-ambiguous",
                    PackageError::Manifest => "lead-file-not-understood",
                }));
            }
            Edit::Hands(hands) => choices.hands = hands,
            Edit::Asked(said) => self.asked = Some(said),
            Edit::Page(page) => {
                let mut observed = observed;
                Rc::make_mut(&mut observed).offer = page;
                self.asked = None;
                self.observed = Some(observed);
            }
            Edit::ReadingDirectory => self.is_reading_directory = true,
            Edit::Directory(directory) => {
                self.is_reading_directory = false;
                let mut observed = observed;
                Rc::make_mut(&mut observed).directory = Some((*directory).clone());
                choices.take_in(&observed);
                self.observed = Some(observed);
            }
        }
        self.weigh();
    }

    fn weigh(&mut self) {
        let read_at = self.observed.as_ref().filter(|_| !self.choices.groups.is_empty());
        let read_at = read_at.map(|observed| observed.read_at);
        self.weight = read_at.map_or_else(Weight::default, |read_at| Weight::of(self.plan(read_at)));
    }

    /// Why what stands in a field is not taken, as soon as something stands there or a plan rests on it.
    pub fn refusal(&self, field: Field) -> Option<Text> {
        let (observed, choices) = (self.observed.as_deref()?, &*self.choices);
        let named = |what: &'static str, text: &str, checked: Result<(), Refusal>| {
            let refusal = checked.err()?;
            let is_asked = choices.wants(Group::Credential) || !text.is_empty();
            is_asked.then(|| {
                let what = Text::new(what);
                PlanError::Name { what, refusal }.explain()
            })
        };
        match field {
            Field::AppName => named("lead-app-name", &choices.app_name, check_name(&choices.app_name)),
            Field::Redirect => named("lead-redirect", &choices.redirect, check_redirect(&choices.redirect)),
            Field::SecretName => {
                let is_empty = choices.secret_name.trim().is_empty();
                let checked = if is_empty { Err(Refusal::Empty) } else { Ok(()) };
                named("lead-secret-name", &choices.secret_name, checked)
            }
            Field::Upn => {
                let domains = observed.tenant().map(|tenant| tenant.domains.clone());
                named(
                    "lead-upn",
                    &choices.upn,
                    check_upn(&choices.upn, &domains.unwrap_or_default()),
                )
            }
            Field::UserName => named("lead-user-name", &choices.user_name, check_name(&choices.user_name)),
            Field::Location => {
                let is_asked = choices.wants(Group::Credential) || !choices.location.is_empty();
                (is_asked && !is_country(&choices.location)).then(|| PlanError::NoLocation.explain())
            }
            Field::Client => match &choices.app {
                AppChoice::Typed(client) => guid(client).is_none().then(|| Text::new("lead-client-refused")),
                AppChoice::New | AppChoice::Existing(_) => None,
            },
            Field::Emails => self.email_refusal.clone(),
        }
    }
}

impl Part for LeadPart {
    of_organization!();

    fn is_whole(&self) -> bool {
        self.observed.is_some() && !self.standing.is_reading && !self.is_reading_directory
    }

    fn readiness(&self) -> Vec<ReadinessLine> {
        self.observed
            .as_ref()
            .map_or_else(Vec::new, |observed| lead_management::readiness(observed))
    }

    fn changes(&self) -> usize {
        self.weight.changes(self.choices.groups.len())
    }

    fn requests(&self) -> u32 {
        self.weight.requests
    }

    fn note(&self) -> Text {
        self.weight.note()
    }

    fn may_plan(&self) -> bool {
        self.weight.refusal.is_none()
    }

    fn discard(&mut self) {
        Rc::make_mut(&mut self.choices).groups.clear();
        self.weigh();
    }

    fn plan(&self, now: Millis) -> Result<Plan, Text> {
        let Some(observed) = &self.observed else {
            return Err(Text::new("bar-incomplete"));
        };
        if let Some(why) = self.email_refusal.as_ref().filter(|_| self.choices.wants(Group::Offer)) {
            return Err(why.clone());
        }
        lead_management::plan(observed, &self.choices, now).map_err(|error| error.explain())
    }

    fn explain_undo(&self, plan: &mut Plan, first: &RunRecord, _: &str) {
        lead_management::explain_undo(plan, first, self.observed.as_deref());
    }

    /// A file cannot travel in an address, so nothing does.
    fn packed(&self) -> Vec<u8> {
        Vec::new()
    }

    fn unpack(&mut self, _: &[u8]) -> bool {
        false
    }
}
