//! What was read about Teams chat, each part with how completely it was read; what is long is read when it is opened.

use crate::sorted::Sorted;

use crate::domain::chat::Unread;
use crate::domain::chat::availability::KnownApp;
use crate::domain::chat::consent::Holder;
use crate::domain::chat::context_card::{self, Card, View};
use crate::domain::chat::key_updates::{Detected, Separator, TableRefusal, table_refusal};
use crate::domain::chat::pane_access::{HeldPrivilege, PaneTable, Profile, TeamsInPane, lacking};
use crate::domain::chat::record_type::{Configuration, Refusal, Remark};
use crate::domain::chat::setting::Setting;
use crate::domain::chat::site_map::SiteMap;
use crate::domain::chat::table::{Column, Table};
use crate::domain::guid::guid;
use crate::domain::organization::{Organization, SignedInUser};
use crate::domain::privilege::Privilege;
use crate::domain::reading::Reading;
use crate::domain::role::Role;
use crate::http::Millis;
use crate::text::Text;

/// Everything the Teams chat view shows and plans from.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// The organization.
    pub organization: Organization,
    /// The signed-in admin.
    pub admin: SignedInUser,
    /// The master switch with all its layers; `None` if this organization has no such setting (S003-31).
    pub switch: Reading<Option<Switch>>,
    /// `msdyn_EnableChatsForAllEntities`: `Some(true)` means that unlisted tables may be connected too.
    pub chats_for_all_tables: Reading<Option<bool>>,
    /// The model-driven apps, by name.
    pub apps: Reading<Vec<App>>,
    /// The columns `msdyn_entitylinkchatconfiguration` has here: older generations lack some.
    pub columns: Reading<Vec<String>>,
    /// The record types, the inactive ones included, by display name (S003-42).
    pub record_types: Reading<Vec<RecordType>>,
    /// The views of the record types' tables, without their layouts: (table, view).
    pub views: Reading<Vec<(String, View)>>,
    /// `organization.teamschatdatasync`; `None` if this generation has no such column (S003-105).
    pub timeline: Reading<Option<bool>>,
    /// What the admin may write.
    pub rights: Rights,
    /// Tables that may become record types; `None` as long as nobody asked.
    pub tables: Option<Reading<Vec<Candidate>>>,
    /// Views with layouts and columns, by table; only of those that were opened.
    pub details: Sorted<String, Details>,
    /// What roles lack to reach the productivity pane; `None` as long as nobody asked.
    pub access: Option<Reading<Access>>,
    /// The profiles and whom they reach; `None` as long as nobody asked.
    pub profiles: Option<Reading<Vec<ProfileSeen>>>,
    /// The site maps of custom apps; `None` as long as nobody asked.
    pub site_maps: Option<Reading<Vec<AppSiteMap>>>,
    /// Who holds the permissions to Teams data; `None` as long as nobody is signed in to Microsoft Graph.
    pub consents: Option<Reading<Vec<Holder>>>,
    /// Whether the admin is a global administrator; `None` as long as nobody is signed in to Microsoft Graph.
    pub global_administrator: Option<GlobalAdministrator>,
    /// What the admin should know about how this was read.
    pub remarks: Vec<Text>,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
}

/// Whether the admin holds the directory role, as Microsoft Graph tells of who is signed in to it (S003-102).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GlobalAdministrator {
    /// Whether it is among the active ones. Roles that are only eligible are not.
    Is(bool),
    /// Another account than the admin's is signed in there, by its user principal name.
    OtherAccount(String),
    /// It could not be read.
    Unreadable(Text),
}

/// What the admin may write; `None` where that could not be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rights {
    /// Rows of record types.
    pub record_types: Option<bool>,
    /// The organization's row (the timeline).
    pub organization: Option<bool>,
    /// Roles.
    pub roles: Option<bool>,
    /// Publishing.
    pub publish: Option<bool>,
}

/// The master switch as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switch {
    /// Id of the definition.
    pub definition: String,
    /// What it means, layer by layer.
    pub setting: Setting,
    /// Id of the environment's value, if it has one.
    pub environment_row: Option<String>,
    /// Ids of the apps' values: (app's unique name, id).
    pub app_rows: Vec<(String, String)>,
}

/// A model-driven app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    /// `appmoduleid`.
    pub id: String,
    /// `uniquename`.
    pub unique_name: String,
    /// `name`.
    pub name: String,
    /// `ismanaged`: the vendor's own.
    pub managed: bool,
    /// The app of the article it is, if one of them.
    pub known: Option<KnownApp>,
    /// What waits to be published with it: the app itself and settings of it; `None` if that could not be read.
    pub drafts: Option<Vec<Draft>>,
}

/// A change that waits to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What was changed.
    pub what: String,
    /// By whom: `systemuserid`, or the name once it was read.
    pub by: Option<String>,
    /// When, as the service writes it (ISO 8601, UTC).
    pub at: Option<String>,
}

impl Draft {
    /// What it is, with who and when where the service tells.
    pub fn says(&self) -> String {
        let by = self.by.as_ref().filter(|by| guid(by).is_none());
        // To the minute: 2026-01-12T08:30:00Z.
        let at = self
            .at
            .as_deref()
            .and_then(|at| at.get(..16))
            .map(|at| format!("{} UTC", at.replace('T', " ")));
        let who_and_when: Vec<String> = by.cloned().into_iter().chain(at).collect();
        if who_and_when.is_empty() {
            return self.what.clone();
        }
        format!("{} ({})", self.what, who_and_when.join(", "))
    }
}

/// A row of `msdyn_entitylinkchatconfiguration`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordType {
    /// `msdyn_entitylinkchatconfigurationid`.
    pub id: String,
    /// The table's logical name; `None` if the lookup could not be resolved.
    pub logical_name: Option<String>,
    /// The table's display name in the admin's language; falls back to `msdyn_name`.
    pub name: String,
    /// `msdyn_name`.
    pub row_name: String,
    /// `msdyn_uniquename`.
    pub unique_name: String,
    /// `_msdyn_entitytype_value`.
    pub entity: Option<String>,
    /// Its switches, view and columns of key updates.
    pub configuration: Configuration,
    /// `ismanaged`: it came with a solution and is not deleted but made inactive.
    pub managed: bool,
    /// `statecode` 0.
    pub active: bool,
}

/// A table that may become a record type, or why it may not (S003-44).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The table.
    pub table: Table,
    /// Id of its row of `entity`, which a record type is bound to.
    pub entity: Option<String>,
    /// Why it cannot be added, if it cannot.
    pub refusal: Option<Refusal>,
    /// What to know before it is added.
    pub remarks: Vec<Remark>,
}

/// What an opened record type shows besides its row.
#[derive(Debug, Clone, PartialEq)]
pub struct Details {
    /// The table's views with their layouts.
    pub views: Reading<Vec<ViewLayout>>,
    /// The table's columns.
    pub columns: Reading<Vec<Column>>,
    /// The table as metadata has it, for whether it can have key updates (S003-88, S003-89).
    pub table: Reading<Table>,
}

/// A view with its layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewLayout {
    /// The view.
    pub view: View,
    /// Its cells; `None` if the layout is missing or not understood.
    pub cells: Option<Vec<context_card::Cell>>,
}

/// What roles lack to reach the productivity pane (S003-14 to S003-21).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// The Read privileges of the seven tables, as they exist here.
    pub privileges: Vec<(PaneTable, Privilege)>,
    /// Custom roles that can be changed, by name, with what they hold of the seven.
    pub roles: Vec<RoleAccess>,
    /// The role *Productivity tools user*, with all it holds, if there is one (S003-14).
    pub productivity_user: Option<(Role, Vec<HeldPrivilege>)>,
}

/// A role and what it holds of the seven Read privileges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleAccess {
    /// The role.
    pub role: Role,
    /// What it holds of the seven.
    pub held: Vec<HeldPrivilege>,
}

/// A profile, whether Teams is in its pane, and whom it reaches (S003-38 to S003-41).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileSeen {
    /// The profile.
    pub profile: Profile,
    /// Whether Teams is in its pane; `None` if that could not be read.
    pub teams: Option<TeamsInPane>,
    /// Id of the Teams tab in its pane, on or off, if there is one.
    pub teams_tab: Option<String>,
    /// Users assigned to it directly; `None` if not read.
    pub users: Option<usize>,
    /// Roles it is mapped to; `None` if not read.
    pub roles: Option<usize>,
}

/// The site map of a custom app in both layers (S003-25).
#[derive(Debug, Clone, PartialEq)]
pub struct AppSiteMap {
    /// The app's unique name.
    pub app: String,
    /// `sitemapid`.
    pub id: String,
    /// `sitemapname`.
    pub name: String,
    /// `ismanaged`: refused.
    pub managed: bool,
    /// As it holds.
    pub published: Option<String>,
    /// As it will hold once published: what a change is made to, so that nobody's draft is overwritten.
    pub draft: String,
    /// Who last changed it, and when: of interest where it has a draft.
    pub changed: Draft,
    /// What is in the draft; the text says why it is not understood.
    pub map: Result<SiteMap, Text>,
}

impl Observed {
    /// A record type by its id.
    pub fn record_type(&self, id: &str) -> Option<&RecordType> {
        self.record_types
            .value()?
            .iter()
            .find(|record_type| record_type.id == id)
    }

    /// An app by its unique name.
    pub fn app(&self, unique_name: &str) -> Option<&App> {
        self.apps.value()?.iter().find(|app| app.unique_name == unique_name)
    }

    /// The master switch, if there is one and it was read.
    pub fn switch(&self) -> Option<&Switch> {
        self.switch.value()?.as_ref()
    }

    /// The apps chats are had in, by unique name (S003-04).
    pub fn chat_apps(&self) -> Vec<&str> {
        let apps = self.apps.value().into_iter().flatten();
        apps.filter(|app| app.known.is_none_or(KnownApp::has_teams_chat))
            .map(|app| app.unique_name.as_str())
            .collect()
    }

    /// What publishing an app releases besides what this plan changes, each with who and when: other people's drafts.
    /// `None` if that could not be read.
    pub fn drafts(&self, app: &App) -> Option<Vec<String>> {
        let mut drafts: Vec<String> = app.drafts.as_ref()?.iter().map(Draft::says).collect();
        let maps = self.site_maps.as_ref().and_then(|maps| maps.value());
        let own = maps.into_iter().flatten().filter(|map| map.app == app.unique_name);
        drafts.extend(own.filter(|map| map.has_draft()).map(|map| map.changed.says()));
        Some(drafts)
    }

    /// Whether record types have this column here. What could not be read is taken from the rows that were.
    pub fn has_column(&self, column: &str) -> bool {
        self.columns
            .value()
            .is_some_and(|columns| columns.iter().any(|known| known == column))
    }

    /// Why a table cannot have key updates, if it cannot, once the table was opened (S003-88, S003-89).
    ///
    /// # Errors
    /// [`Unread`] where the table, or whether its updates are told, was not read.
    pub fn key_updates(&self, table: &str) -> Result<Option<TableRefusal>, Unread> {
        let details = self.details.get(table).ok_or(Unread)?;
        table_refusal(details.table.value().ok_or(Unread)?)
    }

    /// What stands between the columns of key updates in this organization, and whether anything tells.
    pub fn separator(&self) -> Detected {
        let types = self.record_types.value().into_iter().flatten();
        Separator::of(types.filter_map(|row| row.configuration.followed.as_deref()))
    }

    /// How this organization writes a view's id, as its first row that has one does; bare if none has.
    pub fn id_style(&self) -> Option<context_card::IdStyle> {
        let types = self.record_types.value().into_iter().flatten();
        types
            .filter_map(|row| row.configuration.view.as_deref())
            .find_map(context_card::view_id)
            .map(|(_, style)| style)
    }

    /// The context card a view gives on a table, once the table was opened. `view` is `None` for the default one
    /// (S003-46 to S003-53).
    pub fn card(&self, table: &str, view: Option<&str>) -> Option<(String, Card)> {
        let details = self.details.get(table)?;
        let views = details.views.value()?;
        let shown = match view.and_then(context_card::view_id) {
            Some((id, _)) => views.iter().find(|layout| layout.view.id == id)?,
            None => {
                let all: Vec<View> = views.iter().map(|layout| layout.view.clone()).collect();
                let default = context_card::DefaultView::of(table).find(&all)?.id.clone();
                views.iter().find(|layout| layout.view.id == default)?
            }
        };
        let columns = details.columns.value();
        let find = |cell: &context_card::Cell| {
            let own = columns.filter(|_| cell.alias.is_none())?;
            own.iter().find(|column| column.logical_name == cell.column)
        };
        let card = context_card::card(shown.cells.as_ref()?, &find, &[]);
        Some((shown.view.name.clone(), card))
    }

    /// Takes in what [`super::read_section`] read.
    pub fn add(&mut self, part: super::sections::Part) {
        use super::sections::Part;
        match part {
            Part::Tables(tables) => self.tables = Some(tables),
            Part::Type(table, details) => {
                self.details.insert(table, *details);
            }
            Part::Access(access) => self.access = Some(access),
            Part::Profiles(profiles) => self.profiles = Some(profiles),
            Part::SiteMaps(maps) => self.site_maps = Some(maps),
        }
    }
}

impl RecordType {
    /// Whether a page or an address means it: by id, logical name, or the name people see.
    pub fn is_called(&self, wanted: &str) -> bool {
        self.id == wanted || self.logical_name.as_deref() == Some(wanted) || self.name == wanted
    }
}

impl AppSiteMap {
    /// Whether somebody changed it since it was published.
    pub fn has_draft(&self) -> bool {
        self.published.as_deref() != Some(&self.draft)
    }
}

impl RoleAccess {
    /// The Reads it lacks, of those that exist here, with the privilege to grant (S003-15 to S003-21).
    pub fn lacking<'a>(&self, access: &'a Access) -> Vec<&'a (PaneTable, Privilege)> {
        let lacking: Vec<PaneTable> = lacking(&self.held).into_iter().map(|(table, _)| table).collect();
        let there = access.privileges.iter();
        there.filter(|(table, _)| lacking.contains(table)).collect()
    }
}
