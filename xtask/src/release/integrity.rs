//! Hashes: of each file for Subresource Integrity, of the archive for whoever downloads it.

use std::fs;
use std::path::Path;

use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256, Sha384};

use super::archive;

/// What is sent in the place of another file, and so never checked by its own name.
const TWINS: &[&str] = &["br", "gz"];

/// `{"version": …, "files": {"qari.js": "sha384-…"}}` for every file of a version's folder.
pub fn of(folder: &Path, version: &str) -> Result<Value> {
    let mut files = Map::new();
    for file in archive::files(folder)? {
        if file
            .extension()
            .is_some_and(|end| TWINS.iter().any(|twin| end == *twin))
        {
            continue;
        }
        let hash = BASE64_STANDARD.encode(Sha384::digest(fs::read(&file)?));
        let name = file
            .strip_prefix(folder)?
            .to_string_lossy()
            .replace('\\', "/");
        files.insert(name, Value::String(format!("sha384-{hash}")));
    }
    Ok(json!({ "version": version, "files": files }))
}

/// SHA-256 of a file, in hexadecimal digits.
pub fn sha256(file: &Path) -> Result<String> {
    let digest = Sha256::digest(fs::read(file)?);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The script tag that takes no other loader than this release's.
pub fn snippet(integrity: &Value, version: &str) -> String {
    let hash = integrity["files"]["qari.js"].as_str().unwrap_or_default();
    format!(
        "<script async crossorigin src=\"https://cdn.example/v{version}/qari.js\"\n        integrity=\"{hash}\"></script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_but_the_twins_has_its_hash() {
        let folder = std::env::temp_dir().join(format!("qari-integrity-{}", std::process::id()));
        fs::create_dir_all(folder.join("words")).unwrap();
        for file in ["qari.js", "qari.js.br", "qari.js.gz", "words/ar.json"] {
            fs::write(folder.join(file), "abc").unwrap();
        }
        let integrity = of(&folder, "1.2.3").unwrap();
        let sum = sha256(&folder.join("qari.js")).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        // SHA-384 and SHA-256 of `abc`, as FIPS 180-4 has them.
        let abc = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(
            integrity,
            json!({ "version": "1.2.3", "files": { "qari.js": abc, "words/ar.json": abc } })
        );
        assert_eq!(
            sum,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert!(snippet(&integrity, "1.2.3").contains(abc));
    }
}
