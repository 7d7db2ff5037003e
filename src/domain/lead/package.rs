//! The solution's file as the admin supplies it, and how it stands to what is installed (S004-07, S004-09, S004-11). The
//! archive is outside data: everything read from it has a bound.

use std::cmp::Ordering;

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive};

use super::role::ROLE;
use crate::domain::chat::xml;
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
    let role = role(file);
    Ok(Package {
        unique_name,
        version,
        managed,
        brings_role: role.as_ref().map(Option::is_some),
        privileges: role.flatten().unwrap_or_default(),
    })
}

/// A file of the archive's root, inflated; `None` if there is none.
fn entry(file: &[u8], name: &str, limit: usize) -> Result<Option<Vec<u8>>, PackageError> {
    let broken = |_| PackageError::NotAnArchive;
    let archive = ZipArchive::from_slice(file).map_err(broken)?;
    let mut entries = archive.entries();
    for _ in 0..MOST_FILES {
        let Some(header) = entries.next_entry().map_err(broken)? else {
            return Ok(None);
        };
        if !header.file_path().as_ref().eq_ignore_ascii_case(name.as_bytes()) {
            continue;
        }
        let (method, length) = (header.compression_method(), header.uncompressed_size_hint());
        if usize::try_from(length).map_or(true, |length| length > limit) {
            return Err(PackageError::TooLarge);
        }
        let local = archive.get_entry(header.wayfinder()).map_err(broken)?;
        let content = match method {
            CompressionMethod::STORE => local.data().to_vec(),
            CompressionMethod::DEFLATE => {
                decompress_to_vec_with_limit(local.data(), limit).map_err(|_| PackageError::NotAnArchive)?
            }
            _ => return Err(PackageError::NotAnArchive),
        };
        let whole = u64::try_from(content.len()).is_ok_and(|found| found == length);
        return if whole {
            Ok(Some(content))
        } else {
            Err(PackageError::NotAnArchive)
        };
    }
    Ok(None)
}

/// Unique name, version and whether it is managed.
fn described(manifest: &str) -> Option<(String, Version, bool)> {
    let root = xml::read(manifest, "ImportExportXml").ok()?;
    let about = root.named("SolutionManifest").next()?;
    let text = |name: &str| {
        let element = about.named(name).next()?;
        let inner = manifest.get(element.content..element.end)?;
        Some(inner.split('<').next()?.trim())
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

/// The privileges of the role, `None` inside if the solution does not bring it (`customizations.xml`, `Role`,
/// `RolePrivilege`).
fn role(file: &[u8]) -> Option<Option<Vec<(String, Depth)>>> {
    let customizations = entry(file, "customizations.xml", LARGEST_CUSTOMIZATIONS).ok()??;
    let customizations = String::from_utf8(customizations).ok()?;
    let mut from = customizations.as_str();
    while let Some((_, rest)) = from.split_once("<Role ") {
        let (tag, after) = rest.split_once('>')?;
        if attribute(tag, "name").is_some_and(|name| name.eq_ignore_ascii_case(ROLE)) {
            let inside = after.split("</Role>").next().filter(|_| !tag.ends_with('/'));
            let each = inside.unwrap_or_default().split("<RolePrivilege ").skip(1);
            let held = each.take(MOST_PRIVILEGES).filter_map(|tag| {
                let tag = tag.split('>').next()?;
                let name = attribute(tag, "name").filter(|name| is_name(name))?;
                Some((name.to_owned(), Depth::from_wire(attribute(tag, "level")?)?))
            });
            return Some(Some(held.collect()));
        }
        from = after;
    }
    Some(None)
}

/// The value of a tag's attribute, as it stands there.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!("{name}=\""))?;
    value.split('"').next()
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
