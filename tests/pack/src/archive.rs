//! Zips that depend on nothing but their content: sorted names, one fixed date, fixed compression.

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::assemble::Files;

/// The zip of `files`: the same bytes for the same files, on any machine and day.
///
/// # Errors
/// When the zip cannot be written, which in memory does not happen for files of our size.
pub fn zip(files: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(path.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_bytes_in_any_order() {
        let pairs = [("b.js", "two"), ("a/c.html", "one")].map(|(path, text)| (path.to_owned(), text.into()));
        let forward: Files = pairs.clone().into_iter().collect();
        let backward: Files = pairs.into_iter().rev().collect();
        assert_eq!(zip(&forward).unwrap(), zip(&backward).unwrap());
    }

    #[test]
    fn a_zip_carries_the_fixed_date_and_every_file() {
        let files: Files = [("a.txt".to_owned(), b"hello".to_vec())].into();
        let mut archive = zip::ZipArchive::new(Cursor::new(zip(&files).unwrap())).unwrap();
        assert_eq!(archive.len(), 1);
        let entry = archive.by_name("a.txt").unwrap();
        let date = entry.last_modified().unwrap();
        assert_eq!((date.year(), date.month(), date.day(), date.hour()), (1980, 1, 1, 0));
    }
}
