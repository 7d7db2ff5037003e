//! What the admin wants: which parts, which credential, and the names, files and times that go with them. Nothing secret
//! is in here: passwords and secrets are slots of the run.

use super::observed::{Account, App, Observed, Person};
use crate::domain::lead::Credential;
use crate::domain::lead::account::mail_nickname;
use crate::domain::lead::licence;
use crate::domain::lead::package::{Package, Version};
use crate::domain::lead::rights::Group;
use crate::domain::lead::secret;
use crate::domain::privilege::Depth;

/// What a new app registration and a new user are called if nobody says otherwise.
pub const NAME: &str = "Marketplace lead writer";
/// The article's own example of a redirect address (S004-17).
pub const REDIRECT: &str = "https://contosoapp1/auth";
/// What stands before the `@` of a new user's name if nobody says otherwise.
const LOCAL_PART: &str = "leadwriter";
/// What a name of ours in Graph begins with.
pub(super) const UNIQUE: &str = "latchkey-lead-writer-";

/// The wishes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// The parts to do, in their order.
    pub groups: Vec<Group>,
    /// Which credential (S004-12).
    pub credential: Credential,
    /// The solution's file, once chosen.
    pub file: Option<File>,
    /// Which app registration.
    pub app: AppChoice,
    /// Display name of a new app registration (S004-15).
    pub app_name: String,
    /// Redirect address of a new app registration (S004-17).
    pub redirect: String,
    /// Whether a secret is made; otherwise the admin types one that exists.
    pub new_secret: bool,
    /// Description of the secret (S004-19).
    pub secret_name: String,
    /// How long the secret lives, in months.
    pub months: u32,
    /// User principal name of the Office 365 user (S004-25).
    pub upn: String,
    /// Display name of the Office 365 user.
    pub user_name: String,
    /// ISO 3166-1 alpha-2: where a licence is used.
    pub location: String,
    /// SKU id of the licence (S004-28).
    pub licence: Option<String>,
    /// How an application user gets into the environment.
    pub road: Road,
    /// Whether the admin sets the inheritance by hand, where the service refuses to.
    pub inheritance_by_hand: bool,
    /// Who does what on the offer's page.
    pub hands: Hands,
    /// Contact addresses for the offer (S004-50).
    pub emails: Vec<String>,
    /// A random part of names of ours, so that what is made twice is made once (G8).
    pub seed: String,
}

/// The solution's file, held by its digest; its content is in memory only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Lower-case hex SHA-256.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
    /// What is in it.
    pub package: Package,
}

/// Which app registration is the service's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AppChoice {
    /// A new one.
    #[default]
    New,
    /// One of the directory, by object id.
    Existing(String),
    /// One that cannot be read, by its client id.
    Typed(String),
}

/// How an application user gets into the environment. Which of the first two a tenant takes is not proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Road {
    /// Through the Power Platform's administration (`addAppUser`).
    #[default]
    PowerPlatform,
    /// As a row of `systemusers`.
    Dataverse,
    /// By the admin, in the Power Platform admin center.
    Hand,
}

impl Road {
    /// All, the first one preset.
    pub const ALL: [Self; 3] = [Self::PowerPlatform, Self::Dataverse, Self::Hand];

    /// Its key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PowerPlatform => "powerplatform",
            Self::Dataverse => "dataverse",
            Self::Hand => "hand",
        }
    }
}

/// Who does what on the offer's page. Whether it takes scripted presses is not proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hands {
    /// Latchkey fills in and presses.
    #[default]
    Latchkey,
    /// Latchkey fills in, the admin presses *OK* and *Validate*.
    Press,
    /// The admin does it all.
    Admin,
}

impl Hands {
    /// All, the first one preset.
    pub const ALL: [Self; 3] = [Self::Latchkey, Self::Press, Self::Admin];
}

impl Choices {
    /// What is preset against what was read: the recommended credential, the parts that are not done, names, the longest
    /// time up to a year. `seed` is random, such as eight hexadecimal digits.
    pub fn preset(observed: &Observed, seed: &str) -> Self {
        let mut choices = Self {
            app_name: NAME.to_owned(),
            redirect: REDIRECT.to_owned(),
            new_secret: true,
            user_name: NAME.to_owned(),
            seed: seed.to_owned(),
            ..Self::default()
        };
        choices.secret_name = format!("{NAME} {}", observed.today());
        choices.emails = crate::domain::lead::connection::emails(&observed.admin.upn).unwrap_or_default();
        choices.take_in(observed);
        choices.groups = Group::ALL
            .into_iter()
            .filter(|group| !super::ready::is_done(observed, &choices, *group))
            .collect();
        choices
    }

    /// Fills in what could only be preset once the directory was read; what somebody has chosen stays.
    pub fn take_in(&mut self, observed: &Observed) {
        let policy = observed
            .directory
            .as_ref()
            .and_then(|directory| directory.policy.value());
        let policy = policy.copied().unwrap_or_default();
        let today = observed.today();
        if secret::end(today, self.months, policy).is_err() {
            self.months = secret::preset(today, policy).unwrap_or(self.months);
        }
        // A user who has the role already is the one to go on with.
        if self.upn.is_empty()
            && let Some(account) = observed.writers().into_iter().find(|account| account.client.is_none())
        {
            self.upn = account.upn.clone();
        }
        if self.upn.is_empty() {
            let own = observed.admin.upn.split_once('@').map(|(_, domain)| domain.to_owned());
            let tenant = observed.tenant().and_then(|tenant| tenant.domains.first().cloned());
            self.upn = tenant
                .or(own)
                .map(|domain| format!("{LOCAL_PART}@{domain}"))
                .unwrap_or_default();
        }
        if self.location.is_empty() {
            let country = observed.tenant().and_then(|tenant| tenant.country.clone());
            self.location = country.unwrap_or_default();
        }
        if self.licence.is_none()
            && let Some(skus) = observed
                .directory
                .as_ref()
                .and_then(|directory| directory.licences.value())
        {
            self.licence = licence::preset(skus).map(|sku| sku.id.clone());
        }
        // An app of ours that has the role already is the one to go on with. Any other the admin chooses: who administers
        // the environment alone could give the role to an app that may do much more, which is then changed.
        if self.app == AppChoice::New
            && let Some(app) = self.known_app(observed)
        {
            self.app = AppChoice::Existing(app.id.clone());
        }
    }

    fn known_app<'a>(&self, observed: &'a Observed) -> Option<&'a App> {
        let apps = observed.directory.as_ref()?.apps.value()?;
        let writers = observed.writers();
        let is_writer = |app: &&App| {
            writers
                .iter()
                .any(|account| account.client.as_deref() == Some(&app.client))
        };
        apps.iter().filter(|app| app.is_ours()).find(is_writer)
    }

    /// Whether a part is to be done.
    pub fn wants(&self, group: Group) -> bool {
        self.groups.contains(&group)
    }

    /// Wants a part to be done, or not.
    pub fn set_group(&mut self, group: Group, wanted: bool) {
        self.groups.retain(|known| *known != group);
        if wanted {
            self.groups.push(group);
            self.groups.sort_unstable();
        }
    }

    /// The app registration that exists, if that was chosen and it is there.
    pub fn existing_app<'a>(&self, observed: &'a Observed) -> Option<&'a App> {
        match &self.app {
            AppChoice::Existing(id) => observed.app(id),
            AppChoice::New | AppChoice::Typed(_) => None,
        }
    }

    /// The client id, if it is known before the plan runs.
    pub fn client(&self, observed: &Observed) -> Option<String> {
        match &self.app {
            AppChoice::New => None,
            AppChoice::Existing(id) => observed.app(id).map(|app| app.client.clone()),
            AppChoice::Typed(client) => crate::domain::guid::guid(client),
        }
    }

    /// The user of the directory that has the chosen name, if there is one.
    pub fn existing_person<'a>(&self, observed: &'a Observed) -> Option<&'a Person> {
        let mut people = observed.directory.as_ref()?.users.value()?.iter();
        people.find(|person| person.upn.eq_ignore_ascii_case(&self.upn))
    }

    /// The account in the environment, if there is one already.
    pub fn account<'a>(&self, observed: &'a Observed) -> Option<&'a Account> {
        match self.credential {
            Credential::Entra => observed.account_of_app(&self.client(observed)?),
            Credential::Office365 => observed.account_of_person(&self.upn),
        }
    }

    /// The unique name an app registration of this plan gets.
    pub fn unique_name(&self) -> String {
        format!("{UNIQUE}{}", self.seed)
    }

    /// `mailNickname` of a new user.
    pub fn nickname(&self) -> String {
        mail_nickname(&self.upn)
    }

    /// How far the role the chosen file brings holds a privilege.
    pub fn brought(&self, privilege: &str) -> Option<Depth> {
        let package = &self.file.as_ref()?.package;
        let named = package
            .privileges
            .iter()
            .filter(|(name, _)| name.eq_ignore_ascii_case(privilege));
        named.map(|(_, depth)| *depth).max_by_key(|depth| depth.rank())
    }

    /// Unique name and version of the chosen file.
    pub fn package(&self) -> Option<(&str, Version)> {
        let package = &self.file.as_ref()?.package;
        Some((&package.unique_name, package.version))
    }
}
