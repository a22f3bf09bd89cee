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
