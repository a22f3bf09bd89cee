//! Attack corpora: a folder of JSON files with payloads, named by `QARI_CORPORA`; every payload keeps the promises of
//! what may remain. Without the folder the few payloads below are tried, and the test says so.

mod tree;

use std::path::Path;

use serde_json::Value;

/// Payloads of our own, so that the machinery is tried everywhere.
const OWN: &[&str] = &[
    "<img src=x onerror=alert(1)>",
    "<a href='java\tscript:alert(1)'>نص</a>",
    "<a href='&#1;javascript:alert(1)'>نص</a>",
    "<svg><p><style><img title='</style><img src onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<form id=x></form><button form=x formaction=javascript:alert(1)>نص</button>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src='javascript:alert(1)' title='نص'></iframe>",
    "<p id=qari name=title class=x style='background:url(javascript:1)'>نص</p>",
    "<template><script>alert(1)</script></template><plaintext><script>alert(1)",
    "[video src=\"javascript:alert(1)\"][/video]",
    "<img srcset='javascript:alert(1) 1w, data:text/html,x 2w'>",
];

#[test]
fn formats_what_may_remain_holds_for_every_payload() {
    let mut payloads: Vec<(String, String)> = OWN
        .iter()
        .map(|payload| ("own".to_owned(), (*payload).to_owned()))
        .collect();
    match std::env::var_os("QARI_CORPORA") {
        Some(folder) => collect(Path::new(&folder), &mut payloads),
        None => println!("QARI_CORPORA is not set: only the project's own payloads are tried"),
    }
    let mut broken = Vec::new();
    for (source, payload) in &payloads {
        if let Err(why) = tree::check_all(payload, &tree::context()) {
            broken.push(format!("{source}: {payload}\n{why}"));
        }
    }
    println!(
        "payloads tried: {}; broken: {}",
        payloads.len(),
        broken.len()
    );
    assert!(broken.is_empty(), "{}", broken.join("\n\n"));
}

fn collect(folder: &Path, payloads: &mut Vec<(String, String)>) {
    let entries = std::fs::read_dir(folder).expect("QARI_CORPORA names a folder that can be read");
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|e| e == "json"))
    {
        let text = std::fs::read_to_string(file).expect("the file can be read");
        let value: Value = serde_json::from_str(&text).expect("the file is JSON");
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let before = payloads.len();
        strings(&value, &name, payloads);
        println!("{name}: {} payloads", payloads.len() - before);
    }
}

/// Every string under a key called `payload`; in a file without any, every string.
fn strings(value: &Value, name: &str, payloads: &mut Vec<(String, String)>) {
    let before = payloads.len();
    walk(value, name, payloads, true);
    if payloads.len() == before {
        walk(value, name, payloads, false);
    }
}

fn walk(value: &Value, name: &str, payloads: &mut Vec<(String, String)>, named: bool) {
    match value {
        Value::String(text) if !named => payloads.push((name.to_owned(), text.clone())),
        Value::Array(items) => items
            .iter()
            .for_each(|item| walk(item, name, payloads, named)),
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if named && key == "payload" => {
                        payloads.push((name.to_owned(), text.clone()));
                    }
                    other => walk(other, name, payloads, named),
                }
            }
        }
        _ => {}
    }
}

/// A short run of what the fuzz targets do for long: every file of their corpora, as it is and spoiled in many ways.
#[test]
fn the_fuzz_corpora_and_their_mutations_keep_the_promises() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let html = |text: &str| tree::check_all(text, &tree::context()).map(|_| ());
    let targets: [(&str, Target); 2] = [
        ("html_to_tree", &html),
        ("json_to_article", &tree::check_article),
    ];
    for (target, check) in targets {
        let mut tried = 0;
        let entries = std::fs::read_dir(corpus.join(target)).expect("the corpus is kept");
        let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        for file in &files {
            let text = std::fs::read_to_string(file).expect("a text");
            let chars: Vec<char> = text.chars().collect();
            for round in 0..12_u64 {
                let spoiled = spoil(&chars, round);
                if let Err(why) = check(&spoiled) {
                    panic!("{}, round {round}:\n{spoiled}\n{why}", file.display());
                }
                tried += 1;
            }
        }
        println!("{target}: {tried} inputs tried");
        assert!(tried > 200, "{target}: {tried}");
    }
}

/// Whether an input keeps the promises.
type Target<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// Cuts, doubles and moves pieces of a text; the same in every run. Round 0 leaves it as it is.
fn spoil(text: &[char], round: u64) -> String {
    let mut state = round.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ text.len() as u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let mut spoiled = text.to_vec();
    for _ in 0..round {
        let (from, to) = (next(spoiled.len()), next(spoiled.len()));
        let length = next(40).min(spoiled.len() - from.min(spoiled.len()));
        let piece: Vec<char> = spoiled.iter().skip(from).take(length).copied().collect();
        if next(2) == 0 {
            spoiled.drain(from..from + length);
        }
        let to = to.min(spoiled.len());
        spoiled.splice(to..to, piece);
    }
    spoiled.into_iter().collect()
}
