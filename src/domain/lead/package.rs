//! The solution's file as the admin supplies it, and how it stands to what is installed (S004-07, S004-09, S004-11). The
//! archive is outside data: everything read from it has a bound.

use std::cmp::Ordering;

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive};

use super::role::ROLE;
use crate::domain::chat::xml::{self, Element};
use crate::domain::privilege::Depth;

/// The largest file taken; the lead solution has some kilobytes, Dataverse takes 95 MB.
pub const LARGEST: usize = 32 * 1024 * 1024;
/// The largest `solution.xml` read.
const LARGEST_MANIFEST: usize = 4 * 1024 * 1024;
/// The largest `customizations.xml` looked through for the role.
const LARGEST_CUSTOMIZATIONS: usize = 24 * 1024 * 1024;
/// Files in an archive looked at.
const MOST_FILES: usize = 4096;
/// Privileges of the role read; it has some ten.
const MOST_PRIVILEGES: usize = 500;
/// The longest unique name (Dataverse, solution table).
const LONGEST_NAME: usize = 65;

/// What `solution.xml` says of a solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// `UniqueName`.
    pub unique_name: String,
    /// `Version`.
    pub version: Version,
    /// `Managed`: 1 managed, 0 unmanaged; 2, both in one, counts as unmanaged.
    pub managed: bool,
    /// Whether the role of the article is in it; `None` if the customizations could not be read.
    pub brings_role: Option<bool>,
    /// What that role holds as it comes (S004-34): names of privileges, and how far.
    pub privileges: Vec<(String, Depth)>,
}

/// Why a file is not taken for a solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// Larger than [`LARGEST`].
    #[error("the file is too large")]
    TooLarge,
    /// No zip archive, or a broken one.
    #[error("the file is no zip archive")]
    NotAnArchive,
    /// There is no `solution.xml` at its root.
    #[error("the archive is no solution")]
    NotASolution,
    /// Several files, or one of another spelling, could be one that describes the solution: Dataverse may read another.
    #[error("it cannot be told which file of the archive is meant")]
    Ambiguous,
    /// `solution.xml` is not understood.
    #[error("the solution's description is not understood")]
    Manifest,
}

/// Reads a solution's file.
///
/// # Errors
/// [`PackageError`].
pub fn read(file: &[u8]) -> Result<Package, PackageError> {
    if file.len() > LARGEST {
        return Err(PackageError::TooLarge);
    }
    let manifest = entry(file, "solution.xml", LARGEST_MANIFEST)?.ok_or(PackageError::NotASolution)?;
    let manifest = String::from_utf8(manifest).map_err(|_| PackageError::Manifest)?;
    let (unique_name, version, managed) = described(&manifest).ok_or(PackageError::Manifest)?;
    // Looked for whether or not it is read: a name that is not exact tells that the archive was made by hand.
    entry(file, "[Content_Types].xml", LARGEST_MANIFEST)?;
    let role = role(match entry(file, "customizations.xml", LARGEST_CUSTOMIZATIONS) {
        Err(PackageError::Ambiguous) => return Err(PackageError::Ambiguous),
        read => read.ok().flatten(),
    });
    Ok(Package {
        unique_name,
        version,
        managed,
        brings_role: role.as_ref().map(Option::is_some),
        privileges: role.flatten().unwrap_or_default(),
    })
}

/// A file of the archive's root, inflated; `None` if there is none. Readers of archives differ in which of several they
/// take and in what else they take for the name: whatever could be meant by it must be it, and be there once.
fn entry(file: &[u8], name: &str, limit: usize) -> Result<Option<Vec<u8>>, PackageError> {
    let broken = |_| PackageError::NotAnArchive;
    let archive = ZipArchive::from_slice(file).map_err(broken)?;
    let mut entries = archive.entries();
    let mut content = None;
    for _ in 0..MOST_FILES {
        let Some(header) = entries.next_entry().map_err(broken)? else {
            return Ok(content);
        };
        let path = header.file_path();
        let path: &[u8] = path.as_ref();
        if !may_mean(path, name) {
            continue;
        }
        if path != name.as_bytes() || content.is_some() {
            return Err(PackageError::Ambiguous);
        }
        let (method, length) = (header.compression_method(), header.uncompressed_size_hint());
        if usize::try_from(length).map_or(true, |length| length > limit) {
            return Err(PackageError::TooLarge);
        }
        let local = archive.get_entry(header.wayfinder()).map_err(broken)?;
        let inflated = match method {
            CompressionMethod::STORE => local.data().to_vec(),
            CompressionMethod::DEFLATE => {
                decompress_to_vec_with_limit(local.data(), limit).map_err(|_| PackageError::NotAnArchive)?
            }
            _ => return Err(PackageError::NotAnArchive),
        };
        if u64::try_from(inflated.len()).ok() != Some(length) {
            return Err(PackageError::NotAnArchive);
        }
        content = Some(inflated);
    }
    Err(PackageError::TooLarge)
}

/// Whether somebody could take a path for that file of the root.
fn may_mean(path: &[u8], name: &str) -> bool {
    let from = path.iter().position(|byte| !matches!(byte, b'.' | b'/' | b'\\'));
    let rest = from.and_then(|from| path.get(from..)).unwrap_or_default();
    rest.eq_ignore_ascii_case(name.as_bytes())
}

/// Unique name, version and whether it is managed.
fn described(manifest: &str) -> Option<(String, Version, bool)> {
    let root = xml::read(manifest, "ImportExportXml").ok()?;
    let about = only(&root, "SolutionManifest")?;
    let text = |name: &str| {
        let inner = manifest.get(only(about, name)?.content..)?;
        // Nothing but text: a comment in it would part the name.
        let (text, tag) = inner.split_once('<')?;
        tag.starts_with('/').then_some(text.trim())
    };
    let name = text("UniqueName")?;
    if name.len() > LONGEST_NAME || !is_name(name) {
        return None;
    }
    Some((
        name.to_owned(),
        Version::parse(text("Version")?)?,
        text("Managed")? == "1",
    ))
}

/// The child of that name, if there is one and no other.
fn only<'a, 'b>(parent: &'b Element<'a>, name: &'b str) -> Option<&'b Element<'a>> {
    let mut named = parent.named(name);
    named.next().filter(|_| named.next().is_none())
}

/// The privileges of the role, `None` inside if the solution does not bring it (`customizations.xml`, `Role`,
/// `RolePrivilege`); `None` if that cannot be told.
fn role(customizations: Option<Vec<u8>>) -> Option<Option<Vec<(String, Depth)>>> {
    let customizations = String::from_utf8(customizations?).ok()?;
    let root = xml::read(&customizations, "ImportExportXml").ok()?;
    let ours = |role: &&Element<'_>| {
        let name = role.attribute("name");
        name.is_some_and(|name| name.trim().eq_ignore_ascii_case(ROLE))
    };
    let mut roles = root.named("Roles").flat_map(|roles| roles.named("Role")).filter(ours);
    let Some(role) = roles.next() else {
        return Some(None);
    };
    if roles.next().is_some() {
        return None;
    }
    let each = role
        .named("RolePrivileges")
        .flat_map(|list| list.named("RolePrivilege"));
    let held = each.take(MOST_PRIVILEGES).filter_map(|held| {
        let name = held.attribute("name").filter(|name| is_name(name))?;
        Some((name.to_owned(), Depth::from_wire(held.attribute("level")?)?))
    });
    Some(Some(held.collect()))
}

/// Letters, digits and underscores, as names of solutions and privileges are.
fn is_name(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    !text.is_empty() && text.len() <= LONGEST_NAME * 2 && text.chars().all(plain)
}

/// A solution's version: four numbers, such as `1.0.0.0`; missing ones count as 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version([u32; 4]);

impl Version {
    /// From its text.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('.');
        let mut numbers = [0; 4];
        for (at, number) in numbers.iter_mut().enumerate() {
            let Some(part) = parts.next() else {
                return (at > 0).then_some(Self(numbers));
            };
            let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            *number = part.parse().ok().filter(|_| digits)?;
        }
        parts.next().is_none().then_some(Self(numbers))
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [major, minor, build, revision] = self.0;
        write!(f, "{major}.{minor}.{build}.{revision}")
    }
}

/// How what is installed stands to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not installed.
    Absent,
    /// An older version is: importing updates it.
    Older,
    /// The same, which is fine.
    Same,
    /// A newer one is, which is fine: nothing is imported over it.
    Newer,
}

impl Standing {
    /// Of an installed version, if any, to the file's.
    pub fn of(installed: Option<Version>, file: Version) -> Self {
        match installed.map(|installed| installed.cmp(&file)) {
            None => Self::Absent,
            Some(Ordering::Less) => Self::Older,
            Some(Ordering::Equal) => Self::Same,
            Some(Ordering::Greater) => Self::Newer,
        }
    }

    /// Whether the file has to be imported.
    pub const fn needs_import(self) -> bool {
        matches!(self, Self::Absent | Self::Older)
    }
}
