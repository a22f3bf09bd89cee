//! What a page must fetch besides the article, its sizes, and the budgets they must keep.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// Most bytes (brotli) a page should have to fetch: loader, glue, wasm, stylesheet and one language's words together.
pub const TOTAL_BUDGET: u64 = 104_000;
/// Where we stand, a little above the last measurement: above it the build fails. Why it is not [`TOTAL_BUDGET`], and what it went up
/// for, is in docs/BUILDING.md, "The way to the budget".
pub const TOTAL_CEILING: u64 = 273_500;
/// What we aim at.
pub const TOTAL_AIM: u64 = 90_000;
/// Most bytes (brotli) of the loader: it is in every page, and comes before all else.
pub const LOADER_BUDGET: u64 = 4_000;

/// A file of `dist/` that every page fetches.
struct File {
    name: &'static str,
    file: &'static str,
}

const LOADER: File = File {
    name: "loader",
    file: "qari.js",
};

/// What every page fetches, and one language's file of [`WORDS`] besides.
const FETCHED: [File; 5] = [
    LOADER,
    File {
        name: "first touch",
        file: "touch.js",
    },
    File {
        name: "glue",
        file: "qari-reader.js",
    },
    File {
        name: "wasm",
        file: "qari-reader_bg.wasm",
    },
    File {
        name: "stylesheet",
        file: "qari.css",
    },
];

/// The folder with a file of words for each language, of which a page fetches one: the largest counts.
const WORDS: &str = "words";

/// What is fetched only where the wasm cannot run; not in the total.
const WITHOUT_WASM: File = File {
    name: "without wasm only",
    file: "plain.js",
};

/// Where wasm-bindgen puts scripts that the glue imports: each would be one more request, which nothing counts.
const SNIPPETS: &str = "snippets";

/// Bytes of one part: as it is, and as a server sends it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Size {
    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }

    fn json(self) -> Value {
        json!({ "raw": self.raw, "gzip": self.gzip, "brotli": self.brotli })
    }
}

/// A line of the table.
#[derive(Debug, Clone, Copy)]
struct Part {
    name: &'static str,
    size: Size,
}

/// The sizes of all parts.
#[derive(Debug)]
pub struct Sizes {
    fetched: Vec<Part>,
    without_wasm: Part,
}

/// Fails, with the names of what is missing, unless `dist` has all that a page fetches.
pub fn check_complete(dist: &Path) -> Result<()> {
    let files = FETCHED.iter().chain([&WITHOUT_WASM]).map(|file| file.file);
    let missing: Vec<&str> = files
        .chain([WORDS])
        .filter(|file| !dist.join(file).exists())
        .collect();
    if !missing.is_empty() {
        bail!("the build has no {}", missing.join(", no "));
    }
    if dist.join(SNIPPETS).exists() {
        bail!("the glue imports scripts of {SNIPPETS}/; each is one more request");
    }
    Ok(())
}

/// Reads the sizes off `dist` and the compressed files in it.
pub fn measure(dist: &Path) -> Result<Sizes> {
    let part = |file: &File| -> Result<Part> {
        Ok(Part {
            name: file.name,
            size: size_of(&dist.join(file.file))?,
        })
    };
    let mut fetched = FETCHED.iter().map(part).collect::<Result<Vec<_>>>()?;
    fetched.push(Part {
        name: WORDS,
        size: largest(&dist.join(WORDS))?,
    });
    Ok(Sizes {
        fetched,
        without_wasm: part(&WITHOUT_WASM)?,
    })
}

/// The size of the words that are largest as they are sent.
fn largest(folder: &Path) -> Result<Size> {
    let mut sizes = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            sizes.push(size_of(&file)?);
        }
    }
    sizes
        .into_iter()
        .max_by_key(|size| size.brotli)
        .with_context(|| format!("no words in {}", folder.display()))
}

impl Sizes {
    fn total(&self) -> Size {
        self.fetched
            .iter()
            .fold(Size::default(), |total, part| total.add(part.size))
    }

    fn loader(&self) -> Size {
        self.fetched
            .iter()
            .find(|part| part.name == LOADER.name)
            .map_or(Size::default(), |part| part.size)
    }

    /// The table that the build prints, in bytes.
    pub fn table(&self) -> String {
        let mut table = format!(
            "{:<18}{:>10}{:>10}{:>10}\n",
            "bytes", "raw", "gzip", "brotli"
        );
        let total = Part {
            name: "total",
            size: self.total(),
        };
        let lines = self.fetched.iter().chain([&total, &self.without_wasm]);
        for Part { name, size } in lines {
            let _ = writeln!(
                table,
                "{name:<18}{:>10}{:>10}{:>10}",
                size.raw, size.gzip, size.brotli
            );
        }
        let _ = writeln!(
            table,
            "budgets: total {TOTAL_BUDGET} (aim {TOTAL_AIM}), loader {LOADER_BUDGET}; ceiling {TOTAL_CEILING}"
        );
        let total = self.total().brotli;
        if total > TOTAL_BUDGET {
            let over = total - TOTAL_BUDGET;
            let _ = writeln!(
                table,
                "The total is NOT within its budget yet: {over} bytes over."
            );
        }
        table
    }

    /// The same for programs; the browser tests read it.
    pub fn json(&self) -> String {
        let mut sizes = serde_json::Map::new();
        for part in self.fetched.iter().chain([&self.without_wasm]) {
            sizes.insert(part.name.to_owned(), part.size.json());
        }
        sizes.insert("total".to_owned(), self.total().json());
        sizes.insert(
            "budget".to_owned(),
            json!({ "total": TOTAL_BUDGET, "loader": LOADER_BUDGET }),
        );
        sizes.insert("ceiling".to_owned(), json!(TOTAL_CEILING));
        format!("{:#}\n", Value::Object(sizes))
    }

    /// Fails where the total is over its ceiling, or the loader over its budget.
    pub fn check(&self) -> Result<()> {
        let measured = [
            ("total", self.total().brotli, TOTAL_CEILING),
            ("loader", self.loader().brotli, LOADER_BUDGET),
        ];
        let over: Vec<String> = measured
            .iter()
            .filter(|(_, size, limit)| size > limit)
            .map(|(name, size, limit)| {
                format!(
                    "the {name} is {size} bytes (brotli), {} over the limit of {limit}",
                    size - limit
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

/// The size of a file and of its compressed twins.
fn size_of(file: &Path) -> Result<Size> {
    let length = |twin: &str| -> Result<u64> {
        let mut name = file.as_os_str().to_owned();
        name.push(twin);
        let metadata = fs::metadata(&name)
            .with_context(|| format!("{} is not there", Path::new(&name).display()))?;
        Ok(metadata.len())
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
        let part = |name, brotli| Part {
            name,
            size: Size {
                raw: 4 * brotli,
                gzip: 2 * brotli,
                brotli,
            },
        };
        Sizes {
            fetched: vec![part("loader", loader), part("wasm", wasm)],
            without_wasm: part("without wasm only", 700),
        }
    }

    #[test]
    fn the_table_adds_up_what_every_page_fetches() {
        let table = sizes(1000, 50_000).table();
        let total = table
            .lines()
            .find(|line| line.starts_with("total"))
            .unwrap();
        assert_eq!(
            total.split_whitespace().collect::<Vec<_>>(),
            ["total", "204000", "102000", "51000"]
        );
        assert!(table.contains("\nwithout wasm only "), "{table}");
    }

    #[test]
    fn the_json_holds_every_part_the_total_and_the_budgets() {
        let read: Value = serde_json::from_str(&sizes(1, 2).json()).unwrap();
        assert_eq!(
            read,
            json!({
                "loader": { "raw": 4, "gzip": 2, "brotli": 1 },
                "wasm": { "raw": 8, "gzip": 4, "brotli": 2 },
                "without wasm only": { "raw": 2800, "gzip": 1400, "brotli": 700 },
                "total": { "raw": 12, "gzip": 6, "brotli": 3 },
                "budget": { "total": TOTAL_BUDGET, "loader": LOADER_BUDGET },
                "ceiling": TOTAL_CEILING,
            })
        );
    }

    #[test]
    fn budgets_are_kept_to_the_byte() {
        let wasm = TOTAL_CEILING - LOADER_BUDGET;
        assert!(sizes(LOADER_BUDGET, wasm).check().is_ok());
        let error = sizes(LOADER_BUDGET + 1, wasm)
            .check()
            .unwrap_err()
            .to_string();
        assert!(
            error.contains(&format!("1 over the limit of {TOTAL_CEILING}")),
            "{error}"
        );
        assert!(error.contains("the loader is 4001"), "{error}");
    }

    #[test]
    fn the_largest_words_count_and_snippets_are_refused() {
        let dist = std::env::temp_dir().join(format!("qari-sizes-{}", std::process::id()));
        fs::create_dir_all(dist.join(WORDS)).unwrap();
        let files = FETCHED.iter().chain([&WITHOUT_WASM]).map(|file| file.file);
        for (file, bytes) in files
            .map(|file| (file, 10))
            .chain([("words/en.json", 20), ("words/ar.json", 30)])
        {
            for twin in ["", ".gz", ".br"] {
                fs::write(dist.join(format!("{file}{twin}")), vec![0; bytes]).unwrap();
            }
        }
        assert!(check_complete(&dist).is_ok());
        assert_eq!(measure(&dist).unwrap().total().brotli, 80);
        fs::create_dir(dist.join(SNIPPETS)).unwrap();
        assert!(check_complete(&dist).is_err());
        fs::remove_dir_all(&dist).unwrap();
    }
}
