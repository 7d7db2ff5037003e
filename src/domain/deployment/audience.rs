//! Who is to use the product: every line that counts people counts these (S001-04).

use super::Given;

/// How the admin says who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The members of an Entra group, those of groups in it as well.
    Group {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    },
    /// Everybody who has the licence.
    LicenceHolders,
    /// These user principal names, or mail addresses, as they were typed.
    List(Vec<String>),
}

/// Somebody of the Entra tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Object id.
    pub id: String,
    /// The name.
    pub name: String,
    /// User principal name.
    pub upn: String,
    /// Mail address, if there is one.
    pub mail: Option<String>,
    /// Whether they may sign in; not told is unknown.
    pub enabled: Option<bool>,
    /// ISO 3166-1 alpha-2; without it no licence is given.
    pub location: Option<String>,
    /// The licences they have.
    pub licences: Vec<Given>,
}

/// The people themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audience {
    /// Each once, by name.
    pub people: Vec<Person>,
    /// Those who may not sign in: they are not counted.
    pub disabled: Vec<Person>,
    /// What was typed and is nobody of the tenant.
    pub nobody: Vec<String>,
    /// What was typed and could be more than one.
    pub several: Vec<String>,
}

fn same(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

impl Person {
    /// Whether a typed name is theirs: by user principal name, else by mail address.
    fn is_called(&self, typed: &str) -> bool {
        same(&self.upn, typed) || self.mail.as_deref().is_some_and(|mail| same(mail, typed))
    }
}

impl Choice {
    /// The names of a list as somebody types or pastes it: one a line, or separated by commas or semicolons; each once.
    pub fn typed(text: &str) -> Self {
        let mut names: Vec<String> = Vec::new();
        for name in text.split(['\n', '\r', ',', ';', '\t']).map(str::trim) {
            // As Outlook copies them: `Name <address>`.
            let name = name
                .rsplit_once('<')
                .map_or(name, |(_, address)| address.trim_end_matches('>'));
            if !name.is_empty() && !names.iter().any(|known| same(known, name)) {
                names.push(name.to_owned());
            }
        }
        Self::List(names)
    }
}

impl Audience {
    /// Of people read from the tenant, each once.
    pub fn of(found: Vec<Person>) -> Self {
        let mut audience = Self::default();
        for person in found {
            let known = audience.people.iter().chain(&audience.disabled);
            if known.clone().any(|known| same(&known.id, &person.id)) {
                continue;
            }
            if person.enabled == Some(false) {
                audience.disabled.push(person);
            } else {
                audience.people.push(person);
            }
        }
        crate::sorted::sort_by_key(&mut audience.people, |person| person.name.to_lowercase());
        audience
    }

    /// Of typed names among people of the tenant. A user principal name decides before a mail address does.
    pub fn named(typed: &[String], tenant: &[Person]) -> Self {
        let (mut found, mut nobody, mut several) = (Vec::new(), Vec::new(), Vec::new());
        for name in typed {
            let by_upn: Vec<&Person> = tenant.iter().filter(|person| same(&person.upn, name)).collect();
            let called = if by_upn.is_empty() {
                tenant.iter().filter(|person| person.is_called(name)).collect()
            } else {
                by_upn
            };
            match called.as_slice() {
                [] => nobody.push(name.clone()),
                [one] => found.push((*one).clone()),
                _ => several.push(name.clone()),
            }
        }
        Self {
            nobody,
            several,
            ..Self::of(found)
        }
    }
}
