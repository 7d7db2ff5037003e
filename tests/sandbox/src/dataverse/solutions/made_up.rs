//! A made-up solution in the form of the published one that writes marketplace leads: same file name, same role,
//! contents of our own.
//!
//! The unique name of the published one stands in its zip, which is not kept here; this one takes it from the file's
//! name. That its role leaves inheritance at "Team privileges only" is made up too: the article sets it.

use crate::ident::Guid;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// Unique name of the made-up solution.
pub const UNIQUE_NAME: &str = "MicrosoftMarketplacesLeadIntegrationSolution";
/// The role it brings.
pub const ROLE: &str = "Microsoft Marketplace Lead Writer";
/// The name the zip is published under.
pub const FILE: &str = "MicrosoftMarketplacesLeadIntegrationSolution_1_0_0_0_target_CRM_6.1_managed.zip";

/// Writing leads and telling the solution's version, nothing else.
const PRIVILEGES: [(&str, &str); 8] = [
    ("prvAppendLead", "Basic"),
    ("prvAppendToLead", "Basic"),
    ("prvCreateLead", "Basic"),
    ("prvReadLead", "Basic"),
    ("prvReadOrganization", "Global"),
    ("prvReadSolution", "Global"),
    ("prvReadUser", "Basic"),
    ("prvWriteLead", "Basic"),
];

/// What to make differently.
#[derive(Debug, Clone)]
pub struct Recipe<'a> {
    /// Version, four numbers.
    pub version: &'a str,
    /// Whether it says that it is managed.
    pub managed: bool,
    /// A table it needs and the solution that brings it, such as `("contoso_Nowhere", "ContosoBase (1.0.0.0)")`.
    pub needs: Option<(&'a str, &'a str)>,
}

impl Default for Recipe<'_> {
    fn default() -> Self {
        Self {
            version: "1.0.0.0",
            managed: true,
            needs: None,
        }
    }
}

/// The id of the role's root.
pub fn role() -> Guid {
    Guid::derive("role", ROLE)
}

/// The zip.
///
/// # Errors
/// What the zip writer says; writing to memory gives it no reason.
pub fn lead_writer(recipe: &Recipe<'_>) -> Result<Vec<u8>, ZipError> {
    files(&[
        ("solution.xml", &manifest(recipe)),
        ("customizations.xml", &customizations()),
        (
            "[Content_Types].xml",
            r#"<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/octet-stream" /></Types>"#,
        ),
    ])
}

/// A zip of those files, the same bytes each time.
///
/// # Errors
/// As [`lead_writer`].
pub fn files(files: &[(&str, &str)]) -> Result<Vec<u8>, ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, SimpleFileOptions::default())?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

fn manifest(recipe: &Recipe<'_>) -> String {
    let needs = recipe.needs.map_or_else(String::new, |(table, solution)| {
        format!(
            r#"<MissingDependency><Required type="1" schemaName="{table}" displayName="{table}" solution="{solution}" /><Dependent type="20" displayName="{ROLE}" id="{{{}}}" /></MissingDependency>"#,
            role()
        )
    });
    format!(
        r#"<ImportExportXml version="6.1.0.581" SolutionPackageVersion="6.1" languagecode="1033" generatedBy="CrmLive"><SolutionManifest><UniqueName>{UNIQUE_NAME}</UniqueName><LocalizedNames><LocalizedName description="Microsoft Marketplaces Lead Integration Solution" languagecode="1033" /></LocalizedNames><Descriptions /><Version>{}</Version><Managed>{}</Managed><Publisher><UniqueName>MadeUpMarketplaces</UniqueName><LocalizedNames><LocalizedName description="Made-up Marketplaces" languagecode="1033" /></LocalizedNames><Descriptions /><CustomizationPrefix>mpl</CustomizationPrefix><CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix></Publisher><RootComponents><RootComponent type="20" id="{{{}}}" behavior="0" /></RootComponents><MissingDependencies>{needs}</MissingDependencies></SolutionManifest></ImportExportXml>"#,
        recipe.version,
        u8::from(recipe.managed),
        role()
    )
}

fn customizations() -> String {
    let privileges: String = PRIVILEGES
        .iter()
        .map(|(name, level)| format!(r#"<RolePrivilege name="{name}" level="{level}" />"#))
        .collect();
    format!(
        r#"<ImportExportXml><Entities /><Roles><Role id="{{{}}}" name="{ROLE}" isinherited="0"><IsCustomizable>1</IsCustomizable><RolePrivileges>{privileges}</RolePrivileges></Role></Roles><Workflows /><Languages><Language>1033</Language></Languages></ImportExportXml>"#,
        role()
    )
}
