//! What a page must fetch besides the article, its sizes, and the budgets they must keep.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// Most bytes (brotli) a page may have to fetch: loader, glue, wasm, stylesheet and one language's words together.
/// 64 KB read strictly, as 64 × 1000.
pub const TOTAL_BUDGET: u64 = 64_000;
/// What we aim at.
pub const TOTAL_AIM: u64 = 56_000;
/// Most bytes (brotli) of the loader: it is in every page, and comes before all else.
pub const LOADER_BUDGET: u64 = 3_000;

/// What a page fetches: what it is, and the file in `dist/`.
const PARTS: &[(&str, &str)] = &[
    ("loader", "qari.js"),
    ("glue", "qari-shell.js"),
    ("wasm", "qari-reader_bg.wasm"),
    ("stylesheet", "qari.css"),
];
/// The folder with a file of words for each language, of which a page fetches one: the largest counts.
const WORDS: &str = "words";

/// Bytes of one part: as it is, and as a server sends it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl std::ops::AddAssign for Size {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// The sizes of all parts.
#[derive(Debug)]
pub struct Sizes {
    parts: Vec<(&'static str, Size)>,
}

/// Fails, with the names of what is missing, unless `dist` has all that a page fetches.
pub fn check_complete(dist: &Path) -> Result<()> {
    let missing: Vec<&str> = PARTS
        .iter()
        .map(|(_, file)| *file)
        .chain([WORDS])
        .filter(|file| !dist.join(file).exists())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    bail!("the build has no {}", missing.join(", no "))
}

/// Reads the sizes off `dist` and the compressed files in it.
pub fn measure(dist: &Path) -> Result<Sizes> {
    let mut parts = Vec::new();
    for &(name, file) in PARTS {
        parts.push((name, size_of(&dist.join(file))?));
    }
    parts.push((WORDS, largest(&dist.join(WORDS))?));
    Ok(Sizes { parts })
}

/// The size of the file in `folder` that is largest as it is sent.
fn largest(folder: &Path) -> Result<Size> {
    let mut largest = Size::default();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "txt") {
            let size = size_of(&file)?;
            if size.brotli > largest.brotli {
                largest = size;
            }
        }
    }
    Ok(largest)
}

impl Sizes {
    fn total(&self) -> Size {
        let mut total = Size::default();
        self.parts.iter().for_each(|(_, size)| total += *size);
        total
    }

    fn loader(&self) -> u64 {
        self.parts
            .iter()
            .find(|(name, _)| *name == "loader")
            .map_or(0, |(_, size)| size.brotli)
    }

    /// The table that the build prints, in bytes.
    pub fn table(&self) -> String {
        let mut table = format!(
            "{:<12}{:>10}{:>10}{:>10}\n",
            "bytes", "raw", "gzip", "brotli"
        );
        let total = [("total", self.total())];
        for (name, size) in self.parts.iter().chain(&total) {
            let _ = writeln!(
                table,
                "{name:<12}{:>10}{:>10}{:>10}",
                size.raw, size.gzip, size.brotli
            );
        }
        let _ = writeln!(
            table,
            "budgets     {:>30}\n",
            format!("total {TOTAL_BUDGET} (aim {TOTAL_AIM}), loader {LOADER_BUDGET}")
        );
        table
    }

    /// The same for programs; the browser tests read it.
    pub fn json(&self) -> String {
        let entry = |name: &str, size: &Size| {
            format!(
                "\"{name}\":{{\"raw\":{},\"gzip\":{},\"brotli\":{}}}",
                size.raw, size.gzip, size.brotli
            )
        };
        let parts: Vec<String> = self
            .parts
            .iter()
            .map(|(name, size)| entry(name, size))
            .collect();
        format!(
            "{{{},{},\"budget\":{{\"total\":{TOTAL_BUDGET},\"loader\":{LOADER_BUDGET}}}}}\n",
            parts.join(","),
            entry("total", &self.total())
        )
    }

    /// Fails where a budget is not kept.
    pub fn check(&self) -> Result<()> {
        let total = self.total().brotli;
        let measured = [
            ("total", total, TOTAL_BUDGET),
            ("loader", self.loader(), LOADER_BUDGET),
        ];
        let over: Vec<String> = measured
            .iter()
            .filter(|(_, size, budget)| size > budget)
            .map(|(name, size, budget)| {
                format!(
                    "the {name} is {size} bytes (brotli), {} over its budget of {budget}",
                    size - budget
                )
            })
            .collect();
        if over.is_empty() {
            return Ok(());
        }
        bail!("too large: {}", over.join("; "))
    }
}

/// Where [`Sizes::json`] is written: outside `dist/`, which is uploaded as it is.
pub fn json_file(root: &Path) -> PathBuf {
    root.join("target").join("sizes.json")
}

fn size_of(file: &Path) -> Result<Size> {
    let length = |suffix: &str| -> Result<u64> {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        match fs::metadata(&name) {
            Ok(metadata) => Ok(metadata.len()),
            Err(_) => bail!("{} is not there", Path::new(&name).display()),
        }
    };
    Ok(Size {
        raw: length("")?,
        gzip: length(".gz")?,
        brotli: length(".br")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(loader: u64, wasm: u64) -> Sizes {
        let size = |brotli| Size {
            raw: 4 * brotli,
            gzip: 2 * brotli,
            brotli,
        };
        Sizes {
            parts: vec![("loader", size(loader)), ("wasm", size(wasm))],
        }
    }

    #[test]
    fn the_table_adds_up() {
        let table = sizes(1000, 50_000).table();
        let total = table
            .lines()
            .find(|line| line.starts_with("total"))
            .unwrap();
        assert_eq!(
            total.split_whitespace().collect::<Vec<_>>(),
            ["total", "204000", "102000", "51000"]
        );
    }

    #[test]
    fn the_json_holds_every_part_the_total_and_the_budgets() {
        assert_eq!(
            sizes(1, 2).json(),
            "{\"loader\":{\"raw\":4,\"gzip\":2,\"brotli\":1},\"wasm\":{\"raw\":8,\"gzip\":4,\"brotli\":2},\
             \"total\":{\"raw\":12,\"gzip\":6,\"brotli\":3},\"budget\":{\"total\":64000,\"loader\":3000}}\n"
        );
    }

    #[test]
    fn budgets_are_kept_to_the_byte() {
        let wasm = TOTAL_BUDGET - 3_000;
        assert!(sizes(3_000, wasm).check().is_ok());
        let error = sizes(3_001, wasm).check().unwrap_err().to_string();
        assert!(
            error.contains("bytes (brotli), 1 over its budget of 64000"),
            "{error}"
        );
        assert!(error.contains("the loader is 3001"), "{error}");
    }
}
