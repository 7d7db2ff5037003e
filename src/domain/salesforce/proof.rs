//! What the integration user holds, beside what the article promises: held, missing, or more than promised (S000-18,
//! S000-24 to S000-43).

use super::rights::{API_ENABLED, FIELDS, Held, OBJECTS, Rights};

/// What an object's description says of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Described {
    /// Field permissions can be set for it.
    Permissionable,
    /// They cannot (required, system, master-detail): whoever reads the object reads it, and it never has a row.
    NotPermissionable,
    /// The organization has no such field, or whoever asked may not see it.
    NotThere,
    /// The description could not be read.
    Unknown,
}

/// One object of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectLine {
    /// API name.
    pub object: &'static str,
    /// Promised.
    pub wanted: Rights,
    /// Held.
    pub held: Rights,
}

impl ObjectLine {
    /// Promised and not held.
    pub const fn missing(&self) -> Rights {
        self.wanted.without(self.held)
    }

    /// Held and not promised.
    pub const fn more(&self) -> Rights {
        self.held.without(self.wanted)
    }
}

/// How a field of the article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldStanding {
    /// Readable by a row.
    Held,
    /// Readable without a row: none can be set for it.
    Implicit,
    /// Not readable.
    Missing,
    /// The organization has no such field.
    NotThere,
    /// No row, and whether there could be one was not to be read.
    Unknown,
}

/// One field of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldLine {
    /// `Object.Field`.
    pub field: &'static str,
    /// How it stands.
    pub standing: FieldStanding,
    /// Whether it may be edited as well, which nobody promised.
    pub editable: bool,
}

/// The whole comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proof {
    /// The five objects.
    pub objects: Vec<ObjectLine>,
    /// The fifteen fields.
    pub fields: Vec<FieldLine>,
    /// Objects nobody promised, with the rights on them.
    pub more_objects: Vec<(String, Rights)>,
    /// Standard fields nobody promised.
    pub more_fields: Vec<String>,
    /// Custom fields: the agent is configured for more of them (S000-19).
    pub custom_fields: Vec<String>,
    /// Rights on the whole organization besides **API Enabled**, by column.
    pub system: Vec<&'static str>,
}

impl Proof {
    /// Rights and fields that are missing, counted.
    pub fn missing(&self) -> usize {
        let objects: usize = self.objects.iter().map(|line| line.missing().each().count()).sum();
        let fields = self
            .fields
            .iter()
            .filter(|line| line.standing == FieldStanding::Missing);
        objects + fields.count()
    }

    /// Whether anything could not be told.
    pub fn has_unknown(&self) -> bool {
        let unknown = |line: &FieldLine| matches!(line.standing, FieldStanding::Unknown | FieldStanding::NotThere);
        self.fields.iter().any(unknown)
    }

    /// Rights and fields that are held and were not promised, counted; custom fields the agent was configured for are none
    /// of it.
    pub fn more(&self) -> usize {
        let objects: usize = self.objects.iter().map(|line| line.more().each().count()).sum();
        let others: usize = self.more_objects.iter().map(|(_, held)| held.each().count()).sum();
        let editable = self.fields.iter().filter(|line| line.editable).count();
        objects + others + editable + self.more_fields.len() + self.system.len()
    }

    /// Whether more is held than was promised.
    pub fn has_more(&self) -> bool {
        self.more() > 0
    }
}

/// Holds what is held against the article. `described` says of a field what its object's description says.
pub fn compare(held: &Held, described: impl Fn(&str) -> Described) -> Proof {
    let mut proof = Proof::default();
    for (object, wanted) in OBJECTS {
        proof.objects.push(ObjectLine {
            object,
            wanted,
            held: held.rights(object),
        });
    }
    for field in FIELDS {
        let standing = match (held.reads(field), described(field)) {
            (true, _) => FieldStanding::Held,
            (false, Described::NotPermissionable) => FieldStanding::Implicit,
            (false, Described::Permissionable) => FieldStanding::Missing,
            (false, Described::NotThere) => FieldStanding::NotThere,
            (false, Described::Unknown) => FieldStanding::Unknown,
        };
        let editable = held
            .fields
            .iter()
            .any(|(known, edit)| *edit && known.eq_ignore_ascii_case(field));
        proof.fields.push(FieldLine {
            field,
            standing,
            editable,
        });
    }
    for (object, rights) in &held.objects {
        let is_promised = OBJECTS.iter().any(|(known, _)| known.eq_ignore_ascii_case(object));
        if !is_promised && !rights.is_empty() {
            proof.more_objects.push((object.clone(), *rights));
        }
    }
    for (field, _) in &held.fields {
        if FIELDS.iter().any(|known| known.eq_ignore_ascii_case(field)) {
            continue;
        }
        if field.ends_with("__c") {
            proof.custom_fields.push(field.clone());
        } else {
            proof.more_fields.push(field.clone());
        }
    }
    proof.system = held
        .system
        .iter()
        .copied()
        .filter(|right| *right != API_ENABLED)
        .collect();
    proof
}
