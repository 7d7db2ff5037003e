//! What was read for the report, source by source; each may be unread, and each part of it unreadable by itself.

use super::setup_page::SetupPage;
use crate::domain::connector_policy::{Advanced, Place, Policy};
use crate::domain::deployment::steps::Source;
use crate::domain::deployment::{Audience, Choice, Licence, Pairing, Person, pair};
use crate::domain::organization::{Organization, SignedInUser};
use crate::domain::reading::Reading;
use crate::domain::salesforce::access;
use crate::domain::salesforce::app_policy::AppPolicy;
use crate::domain::salesforce::id::same;
use crate::http::Millis;
use crate::recipes::tenant::Tenant;
use crate::services::power_platform::Environment;
use crate::services::salesforce::rows::{ConnectedApplication, SetupEntityAccess, User};
use crate::services::teams::{AppSetupPolicy, MeetingPolicy};
use crate::text::Text;

/// Everything the report is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// The organization whose page the panel stands beside: the report's place, and the tenant it is held against.
    pub organization: Organization,
    /// The signed-in admin there.
    pub admin: SignedInUser,
    /// The directory; `None` as long as nobody has signed in to it.
    pub directory: Option<Directory>,
    /// The Power Platform; `None` likewise.
    pub platform: Option<Platform>,
    /// Who administers msdyn_viva; `None` likewise.
    pub viva: Option<Viva>,
    /// Teams; `None` likewise.
    pub teams: Option<Teams>,
    /// Salesforce; `None` likewise.
    pub salesforce: Option<Salesforce>,
    /// Host of the Salesforce organization that is set for the sign-in, if one is: nothing was read of it by that.
    pub my_domain: Option<String>,
    /// Why the sign-in as it is would not let licences be given, if that is known: a plan says it before it is applied.
    pub unconsented: Option<Text>,
    /// When the organization was read.
    pub read_at: Millis,
    /// Requests that took.
    pub requests: u32,
}

/// What was read of the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct Directory {
    /// Tenant id, name, and the signed-in admin there.
    pub tenant: Reading<Tenant>,
    /// Template ids of the admin's active directory roles.
    pub own_roles: Reading<Vec<String>>,
    /// The tenant's licences.
    pub licences: Reading<Vec<Licence>>,
    /// Who was said to use the product when the people were read.
    pub audience: Option<Choice>,
    /// Who will use the product; `None` until somebody has said.
    pub people: Option<Reading<Audience>>,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
}

/// What was read of the Power Platform.
#[derive(Debug, Clone, PartialEq)]
pub struct Platform {
    /// The host of its administration.
    pub host: String,
    /// The environments.
    pub environments: Reading<Vec<Environment>>,
    /// The data policies that reach msdyn_viva, or will once it is there, whole.
    pub policies: Reading<Vec<Policy>>,
    /// Names of those of them that could not be read.
    pub unread: Vec<String>,
    /// The advanced connector policies of msdyn_viva; `None` as long as nobody has signed in to them.
    pub advanced: Option<Reading<Vec<Advanced>>>,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
}

/// Where msdyn_viva is, as far as the tenant's environments tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts<'a> {
    /// They were not read to their end.
    Unread(Option<&'a Text>),
    /// None is called so: it is still to be made.
    StillToCome,
    /// It is this one.
    There(&'a Environment),
    /// These are called so, and which of them is the sales agent's cannot be told: whoever makes an environment names it.
    Unclear(Vec<&'a Environment>),
}

impl<'a> Whereabouts<'a> {
    /// As data policies are asked about it.
    pub fn place(&self) -> Place<'a> {
        match self {
            Self::There(viva) => Place::Environment(&viva.name),
            Self::StillToCome => Place::StillToCome,
            Self::Unread(_) | Self::Unclear(_) => Place::Unknown,
        }
    }
}

/// Where msdyn_viva is among these environments. A developer environment is somebody's own (S001-32).
pub fn whereabouts(environments: &Reading<Vec<Environment>>) -> Whereabouts<'_> {
    let all = match environments {
        Reading::Complete(all) => all,
        Reading::Partial { missing, .. } => return Whereabouts::Unread(missing.first()),
        Reading::Unreadable(why) => return Whereabouts::Unread(Some(why)),
    };
    let called: Vec<&Environment> = all.iter().filter(|one| one.is_viva()).collect();
    match called.as_slice() {
        [] => Whereabouts::StillToCome,
        [one] if !one.is_developer() => Whereabouts::There(one),
        _ => Whereabouts::Unclear(called),
    }
}

/// What was read of msdyn_viva itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Viva {
    /// The host of its Dataverse.
    pub host: String,
    /// It, and the signed-in admin there.
    pub organization: Reading<(Organization, SignedInUser)>,
    /// Its System Administrators: people who may sign in.
    pub administrators: Reading<Vec<Administrator>>,
    /// Names of the applications that are that as well.
    pub applications: Vec<String>,
    /// Object ids of the tenant's Global and Power Platform Administrators, whom the service makes that (S001-33).
    pub of_tenant: Reading<Vec<String>>,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
}

impl Platform {
    /// Where msdyn_viva is.
    pub fn whereabouts(&self) -> Whereabouts<'_> {
        whereabouts(&self.environments)
    }
}

/// A System Administrator of msdyn_viva.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Administrator {
    /// `systemuserid`.
    pub id: String,
    /// Object id in the directory, if told.
    pub object: Option<String>,
    /// Name.
    pub name: String,
    /// User principal name.
    pub upn: String,
    /// Ids of the copies of the role that are theirs directly; none if they have it through a team alone.
    pub roles: Vec<String>,
    /// Whether a team gives it to them.
    pub by_team: bool,
    /// Another role that is theirs directly, which is left when this one is taken; `None` if there is none.
    pub other: Option<String>,
}

/// Why somebody is not taken off the administrators by a plan (G11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// It is the signed-in admin.
    Yourself,
    /// A team gives it to them, or several copies of the role do.
    Indirect,
    /// It is their only role.
    OnlyRole,
}

impl Viva {
    /// The signed-in admin, if they are System Administrator by a role of their own: who stays whatever is planned.
    pub fn own(&self) -> Option<&Administrator> {
        let (_, admin) = self.organization.value()?;
        let all = self.administrators.value()?;
        all.iter().find(|one| one.id == admin.id && !one.roles.is_empty())
    }

    /// Why somebody stays, if they do.
    pub fn stays(&self, one: &Administrator) -> Option<Stays> {
        let admin = self.organization.value().map(|(_, admin)| admin.id.as_str());
        if admin.is_none_or(|admin| admin == one.id) {
            Some(Stays::Yourself)
        } else if one.by_team || one.roles.len() != 1 {
            Some(Stays::Indirect)
        } else if one.other.is_none() {
            Some(Stays::OnlyRole)
        } else {
            None
        }
    }

    /// Whether the signed-in admin is among those who were found: who is not may have been shown a part only, as Dataverse
    /// leaves out what somebody may not read.
    pub fn is_seen_whole(&self) -> bool {
        let admin = self.organization.value().map(|(_, admin)| admin.id.as_str());
        let mut all = self.administrators.value().into_iter().flatten();
        admin.is_some_and(|admin| all.any(|one| one.id == admin))
    }

    /// Who of the administrators a role of the tenant made one, and who not; `None` if either is not wholly known, or one
    /// of them cannot be found in the directory.
    pub fn parted(&self) -> Option<(Vec<&Administrator>, Vec<&Administrator>)> {
        let (Reading::Complete(all), Reading::Complete(of_tenant)) = (&self.administrators, &self.of_tenant) else {
            return None;
        };
        let (mut came, mut others) = (Vec::new(), Vec::new());
        for one in all {
            let object = one.object.as_deref().filter(|object| !object.is_empty())?;
            if of_tenant.iter().any(|known| known.eq_ignore_ascii_case(object)) {
                came.push(one);
            } else {
                others.push(one);
            }
        }
        Some((came, others))
    }
}

/// What was read of Teams.
#[derive(Debug, Clone, PartialEq)]
pub struct Teams {
    /// The host of its policies.
    pub host: String,
    /// The Global meeting policy.
    pub meeting: Reading<MeetingPolicy>,
    /// The set-up policies for apps.
    pub setup: Reading<Vec<AppSetupPolicy>>,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
}

/// What was read of Salesforce.
#[derive(Debug, Clone, PartialEq)]
pub struct Salesforce {
    /// Its own host.
    pub host: String,
    /// The organization.
    pub organization: Reading<Organization>,
    /// The URL that names organization and user, where it was told.
    pub identity: Option<String>,
    /// The signed-in admin there, with what they hold.
    pub own: Reading<access::Person>,
    /// Every active person.
    pub users: Reading<Vec<User>>,
    /// Who was said to use the product when the sellers were read.
    pub audience: Option<Choice>,
    /// Who of them the audience is, in the order of the audience, and what they hold; `None` until it is said who will use
    /// the product.
    pub sellers: Option<Reading<Vec<Seller>>>,
    /// The connected app **Microsoft Power Platform**; `None` inside if it is not installed.
    pub app: Reading<Option<ConnectedApplication>>,
    /// What is known of its policies.
    pub policy: AppPolicy,
    /// The page of Setup that shows them.
    pub setup: SetupPage,
    /// Its grants.
    pub grants: Reading<Vec<SetupEntityAccess>>,
    /// How many active users hold what could be let use the app, by the permission set's id, as far as that was told.
    pub holders: Vec<(String, usize)>,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
}

impl Salesforce {
    /// How many active users hold a permission set, or a profile by its own; `None` where that was not told.
    pub fn holders_of(&self, set: &str) -> Option<usize> {
        let mut known = self.holders.iter();
        known.find(|(id, _)| same(id, set)).map(|(_, holders)| *holders)
    }
}

/// Somebody of the audience who was found in Salesforce.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seller {
    /// User principal name.
    pub upn: String,
    /// Who that is there.
    pub person: access::Person,
}

impl Observed {
    /// When any of it was last read, and the requests it all took: of what is here, not of what was here before.
    pub fn read_last(&self) -> (Millis, u32) {
        let systems = [
            self.directory.as_ref().map(|read| (read.read_at, read.requests)),
            self.platform.as_ref().map(|read| (read.read_at, read.requests)),
            self.viva.as_ref().map(|read| (read.read_at, read.requests)),
            self.teams.as_ref().map(|read| (read.read_at, read.requests)),
            self.salesforce.as_ref().map(|read| (read.read_at, read.requests)),
        ];
        let systems = systems.into_iter().flatten();
        systems.fold((self.read_at, self.requests), |(last, all), (at, requests)| {
            (last.max(at), all.saturating_add(requests))
        })
    }

    /// The directory was read. Who its people are in Salesforce is told anew.
    pub fn take_directory(&mut self, read: Directory) {
        if let Some(salesforce) = &mut self.salesforce {
            salesforce.sellers = None;
        }
        self.directory = Some(read);
    }

    /// msdyn_viva itself was read.
    pub fn take_viva(&mut self, read: Viva) {
        self.viva = Some(read);
    }

    /// Teams was read.
    pub fn take_teams(&mut self, read: Teams) {
        self.teams = Some(read);
    }

    /// The advanced connector policies were read.
    pub fn take_advanced(&mut self, read: Reading<Vec<Advanced>>, requests: u32) {
        if let Some(platform) = &mut self.platform {
            platform.requests += requests;
            platform.advanced = Some(read);
        }
    }

    /// The environment msdyn_viva, if it is there for certain.
    pub fn environment(&self) -> Option<&Environment> {
        match self.platform.as_ref()?.whereabouts() {
            Whereabouts::There(viva) => Some(viva),
            _ => None,
        }
    }

    /// The Power Platform was read.
    pub fn take_platform(&mut self, read: Platform) {
        self.platform = Some(read);
        // What was read of another environment is not this one's.
        let own = self.environment().and_then(Environment::host).map(str::to_owned);
        self.viva = self.viva.take().filter(|viva| Some(&viva.host) == own.as_ref());
    }

    /// Salesforce was read.
    pub fn take_salesforce(&mut self, read: Salesforce) {
        self.salesforce = Some(read);
    }

    /// The tenant, if it was read.
    pub fn tenant(&self) -> Option<&Tenant> {
        self.directory.as_ref()?.tenant.value()
    }

    /// Who will use the product, as far as that was read.
    pub fn people(&self) -> Option<&Reading<Audience>> {
        self.directory.as_ref()?.people.as_ref()
    }

    /// What the admin said, and the people that came to.
    pub fn audience(&self) -> Option<(&Choice, &[Person])> {
        let choice = self.directory.as_ref()?.audience.as_ref()?;
        Some((choice, &self.people()?.value()?.people))
    }

    /// Whether people or sellers were read for anything else than what the admin says now.
    pub fn is_of_another(&self, audience: Option<&Choice>) -> bool {
        let people = self.directory.as_ref().filter(|read| read.people.is_some());
        let sellers = self.salesforce.as_ref().filter(|read| read.sellers.is_some());
        people.is_some_and(|read| read.audience.as_ref() != audience)
            || sellers.is_some_and(|read| read.audience.as_ref() != audience)
    }

    /// Takes those out: an answer may come after another audience was said.
    pub fn settle(&mut self, audience: Option<&Choice>) {
        if let Some(directory) = self
            .directory
            .as_mut()
            .filter(|read| read.audience.as_ref() != audience)
        {
            directory.people = None;
        }
        if let Some(salesforce) = self
            .salesforce
            .as_mut()
            .filter(|read| read.audience.as_ref() != audience)
        {
            salesforce.sellers = None;
        }
    }

    /// What is to be read for what the admin says: the people, and who of them is whom in Salesforce.
    pub fn to_read(&self, audience: Option<&Choice>) -> Option<Source> {
        let directory = self.directory.as_ref().filter(|_| audience.is_some())?;
        if directory.people.is_none() {
            return Some(Source::Graph);
        }
        // Without people there is nobody to look for.
        let is_new = self.salesforce.as_ref()?.sellers.is_none() && self.audience().is_some();
        is_new.then_some(Source::Salesforce)
    }
}

/// Who of the audience is whom among Salesforce's users, which are people who can sign in.
pub fn paired(people: &[Person], users: &[User]) -> Pairing {
    let mut sellers = Vec::with_capacity(users.len());
    for user in users {
        sellers.push(crate::domain::deployment::Seller {
            id: user.id.clone(),
            name: user.name.clone(),
            username: user.username.clone(),
            email: user.email.clone(),
            federation: user.federation.clone(),
            active: user.is_active,
        });
    }
    pair(people, &sellers)
}
