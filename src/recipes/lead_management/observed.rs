//! What was read about lead management, each part with how completely it was read.

use super::offer_page::OfferPage;
use crate::domain::day::Day;
use crate::domain::lead::hosting::{Hosting, hosting};
use crate::domain::lead::licence::Sku;
use crate::domain::lead::package::{Standing, Version};
use crate::domain::lead::rights::Group;
use crate::domain::lead::role::{Inheritance, Resolved, WANTED, Wanted, lacks};
use crate::domain::lead::secret::Policy;
use crate::domain::organization::{Organization, SignedInUser};
use crate::domain::privilege::{Depth, Privilege};
use crate::domain::reading::Reading;
use crate::http::Millis;
use crate::recipes::tenant::Tenant;
use crate::services::graph::applications::{DYNAMICS_CRM, MICROSOFT_GRAPH, Owner, RequiredResourceAccess, USER_READ};
use crate::text::Text;

/// Everything the lead management view shows and plans from.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// The organization.
    pub organization: Organization,
    /// The signed-in admin.
    pub admin: SignedInUser,
    /// What the admin may do in Dataverse.
    pub rights: Rights,
    /// Solutions that are the lead writer's by their name, or have the unique name that was asked for.
    pub solutions: Reading<Vec<Installed>>,
    /// The root business unit.
    pub root_unit: Reading<Option<Unit>>,
    /// The role *Microsoft Marketplace Lead Writer*; `None` if the solution has not brought it.
    pub role: Reading<Option<LeadWriter>>,
    /// The six privileges the article wants, those of them that exist here.
    pub privileges: Reading<Vec<Privilege>>,
    /// Application users, and people who have the role.
    pub accounts: Reading<Vec<Account>>,
    /// The newest leads, the newest first.
    pub leads: Reading<Vec<Lead>>,
    /// What was read of the directory; `None` as long as nobody has signed in to it.
    pub directory: Option<Directory>,
    /// The publishing portal's page.
    pub offer: OfferPage,
    /// What the admin should know about how this was read.
    pub remarks: Vec<Text>,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
}

/// What the admin may do in Dataverse; `None` where that could not be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rights {
    /// Import a solution.
    pub import: Option<bool>,
    /// Make users.
    pub create_user: Option<bool>,
    /// Give users roles.
    pub assign_role: Option<bool>,
    /// Change roles.
    pub write_role: Option<bool>,
}

impl Rights {
    /// Whether all that a part needs in Dataverse is there; `None` where that could not be told.
    pub fn for_group(self, group: Group) -> Option<bool> {
        let needed = match group {
            Group::Solution => vec![self.import],
            Group::Environment => vec![self.create_user, self.assign_role, self.write_role],
            Group::Credential | Group::Offer => Vec::new(),
        };
        if needed.contains(&Some(false)) {
            return Some(false);
        }
        (!needed.contains(&None)).then_some(true)
    }
}

/// An installed solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// `uniquename`.
    pub unique_name: String,
    /// `version`; `None` if it is not understood.
    pub version: Option<Version>,
    /// `ismanaged`.
    pub managed: bool,
}

/// A business unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// `businessunitid`.
    pub id: String,
    /// `name`.
    pub name: String,
}

/// The role, with what the article sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadWriter {
    /// Id of the root copy.
    pub id: String,
    /// Business unit and id of every copy.
    pub copies: Vec<(String, String)>,
    /// `isinherited`; `None` if this organization does not tell.
    pub inheritance: Option<Inheritance>,
    /// `iscustomizable`.
    pub customizable: bool,
    /// What it holds (S004-34); unreadable where the service did not say.
    pub held: Reading<Vec<Held>>,
}

/// A privilege a role holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// `privilegeid`.
    pub id: String,
    /// Its name, where the service tells it.
    pub name: Option<String>,
    /// How far.
    pub depth: Depth,
}

impl LeadWriter {
    /// The copy in a business unit (S004-33).
    pub fn copy_in(&self, unit: &str) -> Option<&str> {
        let copy = self.copies.iter().find(|(of, _)| of == unit)?;
        Some(&copy.1)
    }

    /// Whether an id is one of its copies.
    pub fn is(&self, id: &str) -> bool {
        self.id == id || self.copies.iter().any(|(_, copy)| copy == id)
    }

    /// How far it holds a privilege.
    pub fn depth(&self, privilege: &str) -> Option<Depth> {
        let held = self.held.value()?.iter().filter(|held| held.id == privilege);
        held.map(|held| held.depth).max_by_key(|depth| depth.rank())
    }
}

/// A user of the environment who is, or can be, the service account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// `systemuserid`.
    pub id: String,
    /// `fullname`.
    pub name: String,
    /// `domainname`.
    pub upn: String,
    /// Of an application user: the app's client id.
    pub client: Option<String>,
    /// Object id in Entra.
    pub object: Option<String>,
    /// `isdisabled`.
    pub disabled: bool,
    /// Soft-deleted: it has to be removed for good before the same app can be added again.
    pub deleted: bool,
    /// Business unit.
    pub unit: Option<String>,
    /// The roles it has, by id, as far as they were read.
    pub roles: Vec<String>,
    /// Whether it has the lead writer's role.
    pub has_role: bool,
    /// Whether it has made a lead, ever; `None` if that could not be read.
    pub has_written: Option<bool>,
    /// When its newest lead was made; `None` if it made none, or if that is not understood.
    pub last_lead: Option<Millis>,
}

impl Account {
    /// Whether it can write leads: enabled, with the role.
    pub const fn can_write(&self) -> bool {
        self.has_role && !self.disabled && !self.deleted
    }
}

/// A lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// `leadid`.
    pub id: String,
    /// `subject`.
    pub subject: String,
    /// When it was made, as the service writes it.
    pub created: String,
    /// By which user.
    pub by: Option<String>,
}

/// What was read of the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct Directory {
    /// Tenant id, name, and the signed-in admin there.
    pub tenant: Reading<Tenant>,
    /// Template ids of the admin's active directory roles.
    pub own_roles: Reading<Vec<String>>,
    /// App registrations that are, or can be, the service's.
    pub apps: Reading<Vec<App>>,
    /// What the tenant allows of secrets.
    pub policy: Reading<Policy>,
    /// The user of the name that was looked for, or of an account that has the role.
    pub users: Reading<Vec<Person>>,
    /// The tenant's licences.
    pub licences: Reading<Vec<Sku>>,
}

/// An app registration.
#[derive(Debug, Clone, PartialEq)]
pub struct App {
    /// Object id.
    pub id: String,
    /// *Application (client) ID* (S004-18).
    pub client: String,
    /// Display name.
    pub name: String,
    /// `uniqueName`.
    pub unique_name: Option<String>,
    /// Whether accounts in any organizational directory may sign in (S004-16).
    pub multi_tenant: bool,
    /// `signInAudience` as it is.
    pub audience: String,
    /// Redirect addresses of the platform *Web* (S004-17).
    pub redirects: Vec<String>,
    /// `requiredResourceAccess` as it is.
    pub required: Vec<RequiredResourceAccess>,
    /// Whether Dynamics CRM's `user_impersonation` is among its delegated permissions (S004-21, S004-22).
    pub impersonates: bool,
    /// Secrets.
    pub secrets: Vec<SecretSeen>,
    /// Certificates.
    pub certificates: usize,
    /// Who owns it: they may change it, and give it secrets of their own.
    pub owners: Reading<Vec<Owner>>,
    /// The day it was registered; `None` if it is not understood.
    pub created: Option<Day>,
    /// Its service principal in this tenant; `None` inside if there is none.
    pub principal: Reading<Option<String>>,
}

impl App {
    /// Whether it was made by a plan of this recipe, by the name a registration gets once and keeps.
    pub fn is_ours(&self) -> bool {
        let name = self.unique_name.as_deref();
        name.is_some_and(|name| name.starts_with(super::choices::UNIQUE))
    }

    /// Whether it lists permissions beyond Dynamics CRM, other than reading who signs in, which portals add by themselves.
    pub fn lists_more(&self) -> bool {
        self.required.iter().any(|required| {
            let is = |id: &str| required.resource_app_id.eq_ignore_ascii_case(id);
            let mut access = required.access.iter();
            !is(DYNAMICS_CRM)
                && access.any(|access| !is(MICROSOFT_GRAPH) || access.kind != "Scope" || access.id != USER_READ)
        })
    }

    /// Those who own it besides the signed-in admin.
    pub fn other_owners(&self, admin: Option<&SignedInUser>) -> Vec<&Owner> {
        let owners = self.owners.value().into_iter().flatten();
        let is_admin = |owner: &&Owner| admin.is_some_and(|admin| admin.id.eq_ignore_ascii_case(&owner.id));
        owners.filter(|owner| !is_admin(owner)).collect()
    }
}

/// A secret as it is read: never itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretSeen {
    /// Key id.
    pub key: String,
    /// Description.
    pub name: String,
    /// When it was made; `None` if that is not understood.
    pub made: Option<Millis>,
    /// Its last day; `None` if it is not understood.
    pub end: Option<Day>,
}

/// A user of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Object id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// User principal name.
    pub upn: String,
    /// Whether it may sign in.
    pub enabled: bool,
    /// `usageLocation`.
    pub location: Option<String>,
    /// SKU ids of its licences.
    pub licences: Vec<String>,
    /// When its password was last changed; `None` if that is not told.
    pub password_changed: Option<Millis>,
    /// Whether it has a directory role: then it is no user without administrator access (S004-27).
    pub is_administrator: Reading<bool>,
}

/// What one of the wanted privileges is here, and how far the role holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    /// What is wanted.
    pub wanted: Wanted,
    /// What that is here.
    pub resolved: Resolved,
    /// How far the role holds it.
    pub held: Option<Depth>,
}

impl Standard {
    /// Whether it has to be added.
    pub fn is_missing(&self) -> bool {
        match &self.resolved {
            Resolved::At { depth, .. } => lacks(self.held, *depth),
            Resolved::Absent | Resolved::TooWide => false,
        }
    }
}

impl Observed {
    /// Whether leads can be sent here at all (S004-02).
    pub fn hosting(&self) -> Hosting {
        hosting(&self.organization.host)
    }

    /// The lead writer's solution: of that unique name if one is given, else the one that looks like it.
    pub fn solution(&self, unique_name: Option<&str>) -> Option<&Installed> {
        let mut all = self.solutions.value()?.iter();
        match unique_name {
            Some(name) => all.find(|solution| solution.unique_name.eq_ignore_ascii_case(name)),
            None => all.next(),
        }
    }

    /// How what is installed stands to a file.
    pub fn standing(&self, unique_name: &str, version: Version) -> Standing {
        match self.solution(Some(unique_name)) {
            // A version nobody understands is not older than anything.
            Some(installed) => installed
                .version
                .map_or(Standing::Newer, |found| Standing::of(Some(found), version)),
            None => Standing::Absent,
        }
    }

    /// The role, if it is there and was read.
    pub fn role(&self) -> Option<&LeadWriter> {
        self.role.value()?.as_ref()
    }

    /// The article's table of privileges against what is here (S004-37 to S004-42); empty if the privileges were not read.
    pub fn standards(&self) -> Vec<Standard> {
        let Some(privileges) = self.privileges.value() else {
            return Vec::new();
        };
        let held = |privilege: &Privilege| self.role().and_then(|role| role.depth(&privilege.id));
        WANTED
            .iter()
            .map(|wanted| {
                let resolved = wanted.resolve(privileges);
                let held = match &resolved {
                    Resolved::At { privilege, .. } => held(privilege),
                    Resolved::Absent | Resolved::TooWide => None,
                };
                Standard {
                    wanted: *wanted,
                    resolved,
                    held,
                }
            })
            .collect()
    }

    /// An account by the client id of its app.
    pub fn account_of_app(&self, client: &str) -> Option<&Account> {
        let mut all = self.accounts.value()?.iter();
        all.find(|account| account.client.as_deref() == Some(client))
    }

    /// An account by its user principal name.
    pub fn account_of_person(&self, upn: &str) -> Option<&Account> {
        let mut all = self.accounts.value()?.iter();
        all.find(|account| account.client.is_none() && account.upn.eq_ignore_ascii_case(upn))
    }

    /// The accounts that can write leads: enabled, with the role.
    pub fn writers(&self) -> Vec<&Account> {
        let all = self.accounts.value().into_iter().flatten();
        all.filter(|account| account.can_write()).collect()
    }

    /// An app registration by its object id.
    pub fn app(&self, id: &str) -> Option<&App> {
        let apps = self.directory.as_ref()?.apps.value()?;
        apps.iter().find(|app| app.id == id)
    }

    /// The tenant, if it was read.
    pub fn tenant(&self) -> Option<&Tenant> {
        self.directory.as_ref()?.tenant.value()
    }

    /// *Directory ID* (S004-14): what the organization says, which the sign-in has to agree with.
    pub fn directory_id(&self) -> Option<&str> {
        let told = self.organization.tenant_id.as_deref();
        told.or_else(|| self.tenant().map(|tenant| tenant.id.as_str()))
    }

    /// The day it was read.
    pub fn today(&self) -> Day {
        Day::of(self.read_at)
    }
}
