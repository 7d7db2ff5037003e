//! Which environments a data policy is for: what a list of policies tells of each without its groups.

use crate::json::{FromJson, Members, Misread};
use serde_json::Value;

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// An environment, by its name, which is a GUID or `Default-` and one.
    Environment(&'a str),
    /// One that is still to be made: no list can name it yet (S001-16).
    StillToCome,
    /// One of which it is not known whether it is there, nor which it is: any list may name it.
    Unknown,
}

/// Whether a policy reaches a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It says so in a way nobody knows.
    Unknown,
}

/// The environments of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All of the tenant.
    All,
    /// Those listed; also the single one of older policies.
    Only(Vec<String>),
    /// All but those listed.
    Except(Vec<String>),
    /// A word nobody knows.
    Unknown(String),
}

/// A policy as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Its name for the API, a GUID.
    pub name: String,
    /// What the admin calls it.
    pub display_name: String,
    /// Which environments it is for.
    pub scope: Scope,
}

impl Scope {
    /// Whether a place is among its environments.
    pub fn reach(&self, place: Place<'_>) -> Reach {
        if let (Place::Unknown, Self::Only(listed) | Self::Except(listed)) = (place, self)
            && !listed.is_empty()
        {
            return Reach::Unknown;
        }
        let lists = |listed: &[String]| match place {
            Place::Environment(name) => listed.iter().any(|one| one.eq_ignore_ascii_case(name)),
            Place::StillToCome | Place::Unknown => false,
        };
        let reached = match self {
            Self::All => true,
            Self::Only(listed) => lists(listed),
            Self::Except(listed) => !lists(listed),
            Self::Unknown(_) => return Reach::Unknown,
        };
        if reached { Reach::Yes } else { Reach::No }
    }

    /// Whether whoever comes later is reached without being named.
    pub const fn is_open_ended(&self) -> bool {
        matches!(self, Self::All | Self::Except(_))
    }

    fn read(definition: Members<'_>) -> Result<Self, Misread> {
        let word: String = definition.get("environmentType")?;
        let listed = || -> Result<Vec<String>, Misread> {
            let mut names = Vec::new();
            for one in definition.list("environments")? {
                names.push(environment(one).map_err(|misread| misread.within("environments"))?);
            }
            Ok(names)
        };
        Ok(match word.to_ascii_lowercase().as_str() {
            "allenvironments" => Self::All,
            "onlyenvironments" | "singleenvironment" => Self::Only(listed()?),
            "exceptenvironments" => Self::Except(listed()?),
            _ => Self::Unknown(word),
        })
    }
}

/// The name of a listed environment; where it has none, the last segment of its id.
fn environment(listed: &Value) -> Result<String, Misread> {
    let members = Members::of(listed)?;
    match members.get_or_default::<Option<String>>("name")? {
        Some(name) if !name.is_empty() => Ok(name),
        _ => members.get::<String>("id").map(|id| super::short(&id).to_owned()),
    }
}

impl FromJson for Outline {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let inner: Value = Members::of(value)?.get("policyDefinition")?;
        let read = || {
            let definition = Members::of(&inner)?;
            let name: String = definition.get("name")?;
            let display_name: Option<String> = definition.get_or_default("displayName")?;
            Ok(Self {
                display_name: display_name.unwrap_or_else(|| name.clone()),
                scope: Scope::read(definition)?,
                name,
            })
        };
        read().map_err(|misread: Misread| misread.within("policyDefinition"))
    }
}
