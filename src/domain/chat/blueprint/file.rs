//! A blueprint as a file. Reading is strict: a file that says anything this version does not know, or says it in another
//! shape, is refused as a whole, with the place; nothing of it is half believed.

use serde_json::{Map, Value, json};

use super::{Blueprint, Page, Profile, RecordType, Role, ViewChoice};
use crate::domain::chat::key_updates;
use crate::domain::chat::record_type::Switch;
use crate::domain::chat::setting::Scope;
use crate::domain::guid::guid;
use crate::json;
use crate::text::Text;

/// What the file says it is.
const KIND: &str = "teams-chat-blueprint";
/// The version written, and the newest that is read.
const VERSION: u64 = 1;
/// How large a file may be, in bytes.
const SIZE: usize = 1 << 20;
/// How long a list may be.
const ENTRIES: usize = 1000;
/// How long a name may be, in characters.
const NAME: usize = 256;

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Larger than a blueprint ever is.
    #[error("larger than a blueprint")]
    TooLarge,
    /// Not JSON, or JSON of something else.
    #[error("not a blueprint of Teams chat")]
    AnotherFile,
    /// Of a version that does not exist yet.
    #[error("written by a newer version")]
    Newer,
    /// The same name twice in one object: nobody could say which of the two counts.
    #[error("{0} is there twice")]
    Twice(String),
    /// A list of no apps: "off" and "leave it as it is" are said in other words.
    #[error("a list of no apps")]
    NoApps,
    /// Something in it is not what a blueprint has there.
    #[error("not understood at {0}")]
    At(String),
}

impl FileError {
    /// The reason in words.
    pub fn text(&self) -> Text {
        match self {
            Self::TooLarge => Text::new("blueprint-too-large"),
            Self::AnotherFile => Text::new("blueprint-another-file"),
            Self::Newer => Text::new("blueprint-newer"),
            Self::Twice(place) => Text::new("blueprint-twice").name("place", place.as_str()),
            Self::NoApps => Text::new("blueprint-no-apps"),
            Self::At(place) => Text::new("blueprint-not-understood").name("place", place.as_str()),
        }
    }
}

const SWITCHES: [(Switch, &str); 5] = [
    (Switch::IncludeNote, "includeNote"),
    (Switch::RecordOwnerCanDisconnect, "recordOwnerCanDisconnect"),
    (Switch::ChatConnectorCanDisconnect, "chatConnectorCanDisconnect"),
    (Switch::JoinChat, "joinChat"),
    (Switch::KeyUpdates, "keyUpdates"),
];

/// The file's text.
pub fn write(blueprint: &Blueprint) -> String {
    let mut file = Map::new();
    let mut put = |key: &str, value: Value| file.insert(key.to_owned(), value);
    put("kind", KIND.into());
    put("version", VERSION.into());
    if let Some(from) = &blueprint.from {
        put("from", from.as_str().into());
    }
    match &blueprint.scope {
        Some(Scope::All) => put("apps", "all".into()),
        Some(Scope::Off) => put("apps", "off".into()),
        Some(Scope::Selected(apps)) if apps.is_empty() => put("apps", "off".into()),
        Some(Scope::Selected(apps)) => put("apps", apps.as_slice().into()),
        None => None,
    };
    if let Some(timeline) = blueprint.timeline {
        put("timeline", timeline.into());
    }
    put("recordTypes", blueprint.record_types.iter().map(record_type).collect());
    let pages = blueprint.pages.iter();
    put(
        "settingsPages",
        pages
            .map(|page| json!({"app": page.app, "area": page.area, "group": page.group}))
            .collect(),
    );
    let roles = blueprint.roles.iter();
    put(
        "paneRoles",
        roles
            .map(|role| match &role.template_id {
                Some(id) => json!({"name": role.name, "templateId": id}),
                None => json!({"name": role.name}),
            })
            .collect(),
    );
    let profiles = blueprint.profiles.iter();
    put(
        "profiles",
        profiles
            .map(|one| json!({"uniqueName": one.unique_name, "name": one.name, "teams": one.teams}))
            .collect(),
    );
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn record_type(record_type: &RecordType) -> Value {
    let mut written = Map::new();
    let mut put = |key: &str, value: Value| written.insert(key.to_owned(), value);
    put("table", record_type.table.as_str().into());
    if let Some(name) = &record_type.name {
        put("name", name.as_str().into());
    }
    for (switch, key) in SWITCHES {
        if let Some((_, on)) = record_type.switches.iter().find(|(known, _)| *known == switch) {
            put(key, (*on).into());
        }
    }
    match &record_type.view {
        Some(ViewChoice::Default) => put("view", Value::Null),
        Some(ViewChoice::Chosen { id, name }) => put("view", json!({"id": id, "name": name})),
        None => None,
    };
    if let Some(followed) = &record_type.followed {
        put("columns", followed.as_slice().into());
    }
    Value::Object(written)
}

/// Reads a file.
///
/// # Errors
/// [`FileError`] where it is not wholly a blueprint of this version.
pub fn read(text: &str) -> Result<Blueprint, FileError> {
    if text.len() > SIZE {
        return Err(FileError::TooLarge);
    }
    let text = text.trim_start_matches('\u{FEFF}');
    let (value, twice) = json::parse_telling_twice(text).map_err(|_| FileError::AnotherFile)?;
    let version = value.get("version").and_then(Value::as_u64);
    if value.get("kind").and_then(Value::as_str) != Some(KIND) {
        return Err(FileError::AnotherFile);
    }
    if version.is_some_and(|version| version > VERSION) {
        return Err(FileError::Newer);
    }
    let file = At {
        place: String::new(),
        value: &value,
    };
    if version != Some(VERSION) {
        return Err(file.wrong("version"));
    }
    if let Some(place) = twice {
        return Err(FileError::Twice(place.chars().take(NAME).collect()));
    }
    file.only(&[
        "kind",
        "version",
        "from",
        "apps",
        "timeline",
        "recordTypes",
        "settingsPages",
        "paneRoles",
        "profiles",
    ])?;
    let record_types = file.list("recordTypes", ENTRIES, At::record_type)?;
    let pages = file.list("settingsPages", ENTRIES, |page| {
        page.only(&["app", "area", "group"])?;
        Ok(Page {
            app: page.needs("app", At::name)?,
            area: page.needs("area", At::name)?,
            group: page.needs("group", At::name)?,
        })
    })?;
    let roles = file.list("paneRoles", ENTRIES, |role| {
        role.only(&["name", "templateId"])?;
        Ok(Role {
            name: role.needs("name", At::name)?,
            template_id: role.may("templateId", At::id)?,
        })
    })?;
    let profiles = file.list("profiles", ENTRIES, |profile| {
        profile.only(&["uniqueName", "name", "teams"])?;
        Ok(Profile {
            unique_name: profile.needs("uniqueName", At::name)?,
            name: profile.needs("name", At::name)?,
            teams: profile.needs("teams", At::yes_or_no)?,
        })
    })?;
    once(&file, "recordTypes", &record_types, |one| Some(&one.table))?;
    once(&file, "settingsPages", &pages, |one| Some(&one.app))?;
    once(&file, "paneRoles", &roles, |one| Some(&one.name))?;
    // Under two names it is still one role.
    once(&file, "paneRoles", &roles, |one| one.template_id.as_ref())?;
    once(&file, "profiles", &profiles, |one| Some(&one.unique_name))?;
    Ok(Blueprint {
        from: file.may("from", At::name)?,
        scope: file.may("apps", At::scope)?,
        record_types,
        timeline: file.may("timeline", At::yes_or_no)?,
        pages,
        roles,
        profiles,
    })
}

/// Refuses a list that names the same thing twice, as Dataverse compares names: nobody could say which of the two counts.
fn once<T>(file: &At<'_>, list: &str, entries: &[T], name: fn(&T) -> Option<&String>) -> Result<(), FileError> {
    for (at, entry) in entries.iter().enumerate() {
        let same = |before: &T| {
            name(before).is_some_and(|one| name(entry).is_some_and(|two| one.to_lowercase() == two.to_lowercase()))
        };
        if entries.iter().take(at).any(same) {
            return Err(FileError::Twice(file.at(&format!("{list}[{at}]"))));
        }
    }
    Ok(())
}

/// A value with its place in the file, such as `recordTypes[2].view`.
struct At<'a> {
    place: String,
    value: &'a Value,
}

impl<'a> At<'a> {
    fn at(&self, key: &str) -> String {
        let dot = if self.place.is_empty() { "" } else { "." };
        format!("{}{dot}{key}", self.place)
    }

    fn wrong(&self, key: &str) -> FileError {
        FileError::At(self.at(key))
    }

    fn here(&self) -> FileError {
        FileError::At(self.place.clone())
    }

    /// Refuses what is no object, and keys that are not known.
    fn only(&self, known: &[&str]) -> Result<(), FileError> {
        let object = self.value.as_object().ok_or(self.here())?;
        match object.keys().find(|key| !known.contains(&key.as_str())) {
            // Only as much of a foreign key as a place can show.
            Some(key) => Err(self.wrong(&key.chars().take(NAME).collect::<String>())),
            None => Ok(()),
        }
    }

    fn may<T>(&self, key: &str, read: fn(&At<'a>) -> Result<T, FileError>) -> Result<Option<T>, FileError> {
        let Some(value) = self.value.get(key) else {
            return Ok(None);
        };
        let place = self.at(key);
        read(&At { place, value }).map(Some)
    }

    fn needs<T>(&self, key: &str, read: fn(&At<'a>) -> Result<T, FileError>) -> Result<T, FileError> {
        self.may(key, read)?.ok_or(self.wrong(key))
    }

    /// The entries of the list under `key`; none if it is not there.
    fn list<T>(&self, key: &str, most: usize, read: fn(&At<'a>) -> Result<T, FileError>) -> Result<Vec<T>, FileError> {
        match self.value.get(key) {
            None => Ok(Vec::new()),
            Some(value) => {
                let place = self.at(key);
                At { place, value }.entries(most, read)
            }
        }
    }

    fn entries<T>(&self, most: usize, read: fn(&At<'a>) -> Result<T, FileError>) -> Result<Vec<T>, FileError> {
        let list = self.value.as_array().filter(|list| list.len() <= most);
        let mut entries = Vec::new();
        for (at, value) in list.ok_or(self.here())?.iter().enumerate() {
            let place = format!("{}[{at}]", self.place);
            entries.push(read(&At { place, value })?);
        }
        Ok(entries)
    }

    fn yes_or_no(&self) -> Result<bool, FileError> {
        self.value.as_bool().ok_or(self.here())
    }

    /// A name: some words without control characters.
    fn name(&self) -> Result<String, FileError> {
        let name = self.value.as_str().filter(|name| {
            !name.trim().is_empty() && name.chars().count() <= NAME && !name.chars().any(char::is_control)
        });
        name.map(str::to_owned).ok_or(self.here())
    }

    fn logical_name(&self) -> Result<String, FileError> {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let name = self.name()?;
        if name.bytes().all(letter) {
            Ok(name)
        } else {
            Err(self.here())
        }
    }

    fn id(&self) -> Result<String, FileError> {
        self.value.as_str().and_then(guid).ok_or(self.here())
    }

    fn scope(&self) -> Result<Scope, FileError> {
        match self.value.as_str() {
            Some("all") => Ok(Scope::All),
            Some("off") => Ok(Scope::Off),
            Some(_) => Err(self.here()),
            None => {
                let mut apps = self.entries(ENTRIES, At::name)?;
                apps.sort_unstable();
                apps.dedup();
                if apps.is_empty() {
                    return Err(FileError::NoApps);
                }
                Ok(Scope::Selected(apps))
            }
        }
    }

    fn view(&self) -> Result<ViewChoice, FileError> {
        if self.value.is_null() {
            return Ok(ViewChoice::Default);
        }
        self.only(&["id", "name"])?;
        Ok(ViewChoice::Chosen {
            id: self.needs("id", At::id)?,
            name: self.needs("name", At::name)?,
        })
    }

    fn followed(&self) -> Result<Vec<String>, FileError> {
        self.entries(key_updates::MOST, At::logical_name)
    }

    fn record_type(&self) -> Result<RecordType, FileError> {
        let mut known = vec!["table", "name", "view", "columns"];
        known.extend(SWITCHES.map(|(_, key)| key));
        self.only(&known)?;
        let mut switches = Vec::new();
        for (switch, key) in SWITCHES {
            if let Some(on) = self.may(key, At::yes_or_no)? {
                switches.push((switch, on));
            }
        }
        Ok(RecordType {
            table: self.needs("table", At::logical_name)?,
            name: self.may("name", At::name)?,
            switches,
            view: self.may("view", At::view)?,
            followed: self.may("columns", At::followed)?,
        })
    }
}
