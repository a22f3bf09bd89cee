//! The archive: the same bytes for the same files, whenever and wherever it is made.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What in a release is an archive or speaks of one, and so not in it.
const OUTSIDE: &[&str] = &["zip"];

/// Packs what is in `folder` into `archive`.
pub fn zip(folder: &Path, archive: &Path) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(File::create(archive)?);
    for file in files(folder)? {
        let name = file
            .strip_prefix(folder)?
            .to_string_lossy()
            .replace('\\', "/");
        writer.start_file(name, options)?;
        io::copy(&mut File::open(&file)?, &mut writer)?;
    }
    writer.finish()?;
    Ok(())
}

/// Every file below a folder, in the order of its names.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if !OUTSIDE
            .iter()
            .any(|end| path.extension().is_some_and(|extension| extension == *end))
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let folder = std::env::temp_dir().join(format!("qari-archive-{}", std::process::id()));
        fs::create_dir_all(folder.join("words")).unwrap();
        fs::write(folder.join("words/ar.json"), "{}").unwrap();
        fs::write(folder.join("qari.js"), "loader").unwrap();
        let archives = ["one.zip", "two.zip"].map(|name| folder.join(name));
        for archive in &archives {
            zip(&folder, archive).unwrap();
        }
        let [one, two] = archives.map(|archive| fs::read(archive).unwrap());
        let mut read = zip::ZipArchive::new(io::Cursor::new(&one)).unwrap();
        let names: Vec<_> = (0..read.len())
            .map(|at| read.by_index(at).unwrap().name().unwrap().into_owned())
            .collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(names, ["qari.js", "words/ar.json"]);
        assert!(one == two);
    }
}
