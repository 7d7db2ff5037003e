//! A solution's zip, read: what it is, what it needs, the roles it brings.

use crate::dataverse::security::Depth;
use crate::fetchxml::tree::{self, Node};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use base64::Engine;
use serde_json::Value;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The files a solution has at its root.
const FILES: [&str; 3] = ["solution.xml", "customizations.xml", "[Content_Types].xml"];
/// Nothing in a solution's own two files is larger than this, in bytes; a zip that unpacks without end is refused.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A role as `customizations.xml` writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct PackagedRole {
    /// Id of the root role.
    pub id: Guid,
    /// Name.
    pub name: String,
    /// Member's privilege inheritance, 0 or 1.
    pub inherited: i64,
    /// Privileges by name.
    pub privileges: Vec<(String, Depth)>,
}

/// A component another solution must have brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Required {
    /// Schema name, else display name.
    pub name: String,
    /// Display name.
    pub display: String,
    /// Component type, a number or a name.
    pub kind: String,
    /// Unique name of the solution it comes from.
    pub solution: String,
    /// That solution as the file names it, version included.
    pub solution_named: String,
    /// What needs it: schema name, display name, type.
    pub dependent: (String, String, String),
}

/// A read solution.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// Unique name.
    pub unique_name: String,
    /// Name people see.
    pub friendly_name: String,
    /// Version, four numbers.
    pub version: String,
    /// Whether it is managed.
    pub managed: bool,
    /// Publisher: unique name, friendly name, prefix.
    pub publisher: (String, String, String),
    /// Roles it brings.
    pub roles: Vec<PackagedRole>,
    /// What it needs.
    pub required: Vec<Required>,
}

/// What the service says about a file that is no solution (Dataverse, web service error codes,
/// `ImportCustomizationsBadZipFileError`, -2147188640).
fn no_solution() -> Refusal {
    Refusal::new(
        400,
        "0x80048060",
        "The solution file is invalid. The compressed file must contain the following files at its root: solution.xml, customizations.xml, and [Content_Types].xml. Customization files exported from previous versions of Microsoft Dynamics 365 are not supported.",
    )
}

/// The version's four numbers, for comparing.
pub fn version(text: &str) -> [u32; 4] {
    let mut numbers = text.split('.').map(|part| part.trim().parse().unwrap_or(0));
    [0; 4].map(|_: u32| numbers.next().unwrap_or(0))
}

fn description(node: &Node) -> Option<&str> {
    let names = &node.child("LocalizedNames")?.children;
    let english = names.iter().find(|name| name.get("languagecode") == Some("1033"));
    english.or(names.first())?.get("description")
}

fn text<'a>(node: &'a Node, name: &str) -> &'a str {
    node.child(name).map_or("", |child| child.text.as_str())
}

fn required(node: &Node) -> Option<Required> {
    let (needed, dependent) = (node.child("Required")?, node.child("Dependent"));
    let of = |node: Option<&Node>, name: &str| node.and_then(|n| n.get(name)).unwrap_or_default().to_owned();
    let display = of(Some(needed), "displayName");
    let named = of(Some(needed), "solution");
    Some(Required {
        name: needed.get("schemaName").unwrap_or(&display).to_owned(),
        kind: of(Some(needed), "type"),
        solution: named.split(" (").next().unwrap_or_default().to_owned(),
        solution_named: named,
        dependent: (
            of(dependent, "schemaName"),
            of(dependent, "displayName"),
            of(dependent, "type"),
        ),
        display,
    })
}

fn role(node: &Node) -> Option<PackagedRole> {
    let privileges = node.child("RolePrivileges").map_or(&[][..], |list| &list.children);
    Some(PackagedRole {
        id: Guid::parse(node.get("id")?)?,
        name: node.get("name")?.to_owned(),
        // Without the attribute a role is inherited (role table, default of `isinherited`).
        inherited: node.get("isinherited").and_then(|v| v.parse().ok()).unwrap_or(1),
        privileges: privileges
            .iter()
            .filter_map(|entry| Some((entry.get("name")?.to_owned(), Depth::read(entry.get("level")?)?)))
            .collect(),
    })
}

impl Package {
    /// Reads the parameter `CustomizationFile`.
    ///
    /// # Errors
    /// 400 for what is not text in base64; `0x80048060` for what is no zip or lacks one of the three files.
    pub fn posted(file: &Value) -> Result<Self, Refusal> {
        let text = file
            .as_str()
            .ok_or_else(|| Refusal::payload("The parameter 'CustomizationFile' is not a string."))?;
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(text)
            .map_err(|_| Refusal::payload("Cannot convert the given value to the expected type 'Edm.Binary'."))?;
        Self::read(&bytes)
    }

    /// Reads a zip.
    ///
    /// # Errors
    /// `0x80048060` for what is no zip, lacks one of the three files, or has a manifest nobody can read.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_solution())?;
        let mut files = Vec::new();
        for name in FILES {
            let file = archive.by_name(name).map_err(|_| no_solution())?;
            let mut text = String::new();
            file.take(LARGEST)
                .read_to_string(&mut text)
                .map_err(|_| no_solution())?;
            files.push(text);
        }
        let parsed = |at: usize| {
            let text = files.get(at).map_or("", |text| text.trim_start_matches('\u{feff}'));
            tree::parse(text).map_err(|_| no_solution())
        };
        Self::told(&parsed(0)?, &parsed(1)?).ok_or_else(no_solution)
    }

    fn told(manifest: &Node, customizations: &Node) -> Option<Self> {
        let manifest = manifest.child("SolutionManifest")?;
        let publisher = manifest.child("Publisher")?;
        let unique_name = text(manifest, "UniqueName").to_owned();
        if unique_name.is_empty() {
            return None;
        }
        let below = |node: &Node, name: &str| node.child(name).map_or(Vec::new(), |list| list.children.clone());
        Some(Self {
            friendly_name: description(manifest).unwrap_or(&unique_name).to_owned(),
            version: text(manifest, "Version").to_owned(),
            managed: matches!(text(manifest, "Managed"), "1" | "true"),
            publisher: (
                text(publisher, "UniqueName").to_owned(),
                description(publisher).unwrap_or_default().to_owned(),
                text(publisher, "CustomizationPrefix").to_owned(),
            ),
            roles: below(customizations, "Roles").iter().filter_map(role).collect(),
            required: below(manifest, "MissingDependencies")
                .iter()
                .filter_map(required)
                .collect(),
            unique_name,
        })
    }
}
