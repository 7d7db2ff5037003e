//! The solution's file: made ones, broken ones and real ones (S004-07, S004-09, S004-11).
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io::Write;

use latchkey::domain::lead::package::{LARGEST, PackageError, Standing, Version, read};
use latchkey::domain::privilege::Depth;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const MANIFEST: &str = r#"<ImportExportXml version="9.2"><SolutionManifest><UniqueName>MicrosoftMarketplacesLeadIntegrationSolution</UniqueName><Version>1.0.0.0</Version><Managed>1</Managed><Publisher><UniqueName>microsoft</UniqueName></Publisher></SolutionManifest></ImportExportXml>"#;
const CUSTOMIZATIONS: &str = r#"<ImportExportXml><Roles><Role id="{1}" /><Role id="{2}" name="Microsoft Marketplace Lead Writer" isinherited="0"><RolePrivileges><RolePrivilege name="prvCreateLead" level="Basic" /><RolePrivilege name="prvReadSolution" level="Global" /><RolePrivilege name="x" level="?" /></RolePrivileges></Role><Role id="{3}" name="Other"><RolePrivileges><RolePrivilege name="prvDeleteLead" level="Global" /></RolePrivileges></Role></Roles></ImportExportXml>"#;

fn archive(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        writer
            .start_file(*name, SimpleFileOptions::default().compression_method(method))
            .unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn solution(manifest: &str) -> Vec<u8> {
    let files = [
        ("customizations.xml", CUSTOMIZATIONS.as_bytes()),
        ("solution.xml", manifest.as_bytes()),
    ];
    archive(&files, CompressionMethod::Deflated)
}

#[test]
fn s004_07_the_file_tells_its_unique_name_version_and_role() {
    for method in [CompressionMethod::Deflated, CompressionMethod::Stored] {
        let files = [
            ("[Content_Types].xml", b"<Types/>".as_slice()),
            ("solution.xml", MANIFEST.as_bytes()),
            ("customizations.xml", CUSTOMIZATIONS.as_bytes()),
        ];
        let package = read(&archive(&files, method)).unwrap();
        assert_eq!(package.unique_name, "MicrosoftMarketplacesLeadIntegrationSolution");
        assert_eq!(package.version.to_string(), "1.0.0.0");
        assert!(package.managed);
        assert_eq!(package.brings_role, Some(true));
        let held = [("prvCreateLead", Depth::Basic), ("prvReadSolution", Depth::Global)];
        let held = held.map(|(name, depth)| (name.to_owned(), depth));
        assert_eq!(package.privileges, held, "S004-34: its own, and no other role's");
    }
    let without = archive(&[("solution.xml", MANIFEST.as_bytes())], CompressionMethod::Deflated);
    assert_eq!(read(&without).unwrap().brings_role, None, "not read is not absent");
    let other = CUSTOMIZATIONS.replace("Lead Writer", "Somebody");
    let files = [
        ("solution.xml", MANIFEST.as_bytes()),
        ("customizations.xml", other.as_bytes()),
    ];
    let other = archive(&files, CompressionMethod::Deflated);
    assert_eq!(read(&other).unwrap().brings_role, Some(false));
}

#[test]
fn s004_07_what_is_no_solution_is_refused_with_the_reason() {
    assert_eq!(read(b""), Err(PackageError::NotAnArchive));
    assert_eq!(read(b"<html>sign in</html>"), Err(PackageError::NotAnArchive));
    assert_eq!(read(&vec![0; LARGEST + 1]), Err(PackageError::TooLarge));
    let empty = archive(&[("x/solution.xml", b"<a/>")], CompressionMethod::Deflated);
    assert_eq!(read(&empty), Err(PackageError::NotASolution), "only at the root");
    for (from, to) in [
        ("<SolutionManifest>", "<SolutionManifest"),
        ("ImportExportXml", "Other"),
        (">1.0.0.0<", ">1.0.0.0.0<"),
        (">1.0.0.0<", "><"),
        ("MicrosoftMarketplacesLeadIntegrationSolution", "a' or '1'='1"),
        ("MicrosoftMarketplacesLeadIntegrationSolution", ""),
    ] {
        assert_eq!(
            read(&solution(&MANIFEST.replace(from, to))),
            Err(PackageError::Manifest),
            "{to}"
        );
    }
}

#[test]
fn s004_07_which_file_is_meant_is_beyond_doubt() {
    let (manifest, customizations) = (MANIFEST.as_bytes(), CUSTOMIZATIONS.as_bytes());
    let other = MANIFEST.replace("MicrosoftMarketplaces", "Contoso");
    for more in [
        "Solution.xml",
        "SOLUTION.XML",
        "/solution.xml",
        "./solution.xml",
        "\\solution.xml",
        "Customizations.xml",
        "[content_types].xml",
    ] {
        for more_first in [true, false] {
            let mut files = vec![("solution.xml", manifest), ("customizations.xml", customizations)];
            files.insert(if more_first { 0 } else { 2 }, (more, other.as_bytes()));
            let file = archive(&files, CompressionMethod::Deflated);
            assert_eq!(read(&file), Err(PackageError::Ambiguous), "{more}");
        }
        let alone = archive(&[(more, manifest)], CompressionMethod::Stored);
        assert!(read(&alone).is_err(), "{more} alone");
    }
    // One of exactly that name twice, which the archiver here does not write itself.
    let two = [
        ("customizations.xml", customizations),
        ("solution.xml", manifest),
        ("solutiom.xml", other.as_bytes()),
    ];
    let mut twice = archive(&two, CompressionMethod::Stored);
    for at in 0..twice.len() - 12 {
        if &twice[at..at + 12] == b"solutiom.xml" {
            twice[at + 7] = b'n';
        }
    }
    assert_eq!(read(&twice), Err(PackageError::Ambiguous));
}

#[test]
fn s004_34_the_role_is_what_the_document_says_and_nothing_in_a_comment() {
    let brought = |customizations: &str| {
        let files = [
            ("solution.xml", MANIFEST.as_bytes()),
            ("customizations.xml", customizations.as_bytes()),
        ];
        let package = read(&archive(&files, CompressionMethod::Deflated)).unwrap();
        (package.brings_role, package.privileges.len())
    };
    let (_, role) = CUSTOMIZATIONS.split_once("<Role id=\"{2}\"").unwrap();
    let (role, _) = role.split_once("<Role id=\"{3}\"").unwrap();
    let role = &format!("<Role id=\"{{2}}\"{role}");
    assert_eq!(brought(CUSTOMIZATIONS), (Some(true), 2));
    let hidden = CUSTOMIZATIONS.replace(role, &format!("<!-- {role} -->"));
    assert_eq!(brought(&hidden), (Some(false), 0));
    let shadowed = CUSTOMIZATIONS.replace(
        "<Roles>",
        &format!(
            "<Roles><!-- <Role name=\"{}\"/> -->",
            "Microsoft Marketplace Lead Writer"
        ),
    );
    assert_eq!(brought(&shadowed), (Some(true), 2));
    // Spelled otherwise it is the same document.
    let single = CUSTOMIZATIONS.replace("name=\"prvCreateLead\"", "name = 'prv&#x43;reateLead'");
    assert_eq!(brought(&single), (Some(true), 2));
    let twice = CUSTOMIZATIONS.replace(role, &format!("{role}{role}"));
    assert_eq!(brought(&twice), (None, 0), "which of them is imported nobody can tell");
    assert_eq!(brought("<ImportExportXml><Roles></ImportExportXml>"), (None, 0));
    for (from, to) in [
        ("MicrosoftMarketplacesLead", "Microsoft<!-- -->MarketplacesLead"),
        ("<Version>", "<Version>9.9.9.9</Version><Version>"),
        ("<SolutionManifest>", "<SolutionManifest/><SolutionManifest>"),
    ] {
        let doubtful = solution(&MANIFEST.replacen(from, to, 1));
        assert_eq!(read(&doubtful), Err(PackageError::Manifest), "{to}");
    }
}

#[test]
fn s004_07_a_broken_or_swollen_archive_is_refused_and_never_panics() {
    let whole = solution(MANIFEST);
    for end in 0..whole.len() {
        assert!(read(&whole[..end]).is_err(), "cut at {end}");
    }
    for at in 0..whole.len() {
        for value in [0, 0xFF, whole[at] ^ 1] {
            let mut broken = whole.clone();
            broken[at] = value;
            // Either refused or read; what is read was in the archive.
            if let Ok(package) = read(&broken) {
                assert!(package.unique_name.len() <= 65);
            }
        }
    }
    let bomb = vec![b' '; 5 * 1024 * 1024];
    let bomb = archive(&[("solution.xml", &bomb)], CompressionMethod::Deflated);
    assert!(bomb.len() < 64 * 1024);
    assert_eq!(read(&bomb), Err(PackageError::TooLarge));
}

#[test]
fn s004_11_installed_or_newer_is_fine() {
    let version = |text: &str| Version::parse(text).unwrap();
    for (installed, file, standing, needs) in [
        (None, "1.0.0.0", Standing::Absent, true),
        (Some("1.0.0.0"), "1.0.0.0", Standing::Same, false),
        (Some("1.0"), "1.0.0.0", Standing::Same, false),
        (Some("1.0.0.9"), "1.0.0.10", Standing::Older, true),
        (Some("2.0.0.0"), "1.9.9.9", Standing::Newer, false),
    ] {
        let found = Standing::of(installed.map(version), version(file));
        assert_eq!((found, found.needs_import()), (standing, needs), "{installed:?} {file}");
    }
    for wrong in ["", "1.", "1..0.0", "1.0.0.0.0", "a", "-1.0", "+1.0.0.0", "4294967296.0"] {
        assert_eq!(Version::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn s004_07_real_solutions_are_read_as_they_are_named() {
    let Some(folder) = std::env::var_os("LATCHKEY_FIXTURES") else {
        println!("skipped: LATCHKEY_FIXTURES names no recordings");
        return;
    };
    let folder = std::path::PathBuf::from(folder).join("dataverse/solutions");
    for (file, name, version, managed) in [
        (
            "TerraformSimpleTestSolution_1_0_0_1_managed.zip",
            "TerraformSimpleTestSolution",
            "1.0.0.1",
            true,
        ),
        (
            "TerraformTestSolution_Complex_1_1_0_0.zip",
            "TerraformTestSolution",
            "1.1.0.0",
            false,
        ),
        ("TestEngine_1_0_0_1.zip", "TestEngine", "1.0.0.1", false),
    ] {
        let package = read(&std::fs::read(folder.join(file)).unwrap()).unwrap();
        assert_eq!(package.unique_name, name);
        assert_eq!(package.version.to_string(), version);
        assert_eq!(package.managed, managed, "{file}");
        assert_eq!(package.brings_role, Some(false), "{file}");
    }
}
