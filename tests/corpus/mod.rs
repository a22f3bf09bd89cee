//! Hostile HTML for tests: a few payloads of our own, and those of a folder of JSON files named by `QARI_CORPORA`.

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
    // Names that hide what a walk reads: of the document, and of a form (the last would lead it round for ever).
    "<p>قبل</p><img name=body alt=x src=/i.jpg><p>بعد</p>",
    "<form name=body>نص</form><p>بعد</p>",
    "<form name=querySelector>نص</form><p>بعد</p>",
    "<form><input name=nodeType>نص</form><p>بعد</p>",
    "<form><input name=localName>نص</form><p>بعد</p>",
    "<form><input name=getAttribute>نص</form><p>بعد</p>",
    "<form><input name=textContent>نص</form><p>بعد</p>",
    "<form><input name=firstChild>نص <b>غليظ</b></form><p>بعد</p>",
    "<form><input name=nextSibling>نص</form><p>بعد</p>",
    "<p>قبل</p><input form=f name=nextSibling><p>وسط</p><form id=f>نص</form><p>بعد</p>",
];

/// One payload and the file it is from (`own` for ours).
#[derive(Clone, Debug)]
pub struct Payload {
    /// The file's name.
    pub source: String,
    /// The HTML.
    pub html: String,
}

impl Payload {
    fn new(source: &str, html: &str) -> Self {
        Self {
            source: source.to_owned(),
            html: html.to_owned(),
        }
    }
}

/// Our own payloads and the folder's. Says how many each file has, or that there is no folder.
pub fn payloads() -> Vec<Payload> {
    let mut payloads: Vec<_> = OWN.iter().map(|html| Payload::new("own", html)).collect();
    match std::env::var_os("QARI_CORPORA") {
        Some(folder) => collect(Path::new(&folder), &mut payloads),
        None => println!(
            "QARI_CORPORA is not set: only the project's own {} payloads are tried",
            OWN.len()
        ),
    }
    payloads
}

fn collect(folder: &Path, payloads: &mut Vec<Payload>) {
    let entries = std::fs::read_dir(folder).expect("QARI_CORPORA names a folder that can be read");
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|e| e == "json"))
    {
        let text = std::fs::read_to_string(file).expect("the file can be read");
        let value: Value = serde_json::from_str(&text).expect("the file is JSON");
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let before = payloads.len();
        strings(&value, &name, payloads);
        println!("{name}: {} payloads", payloads.len() - before);
    }
}

/// Every string under a key called `payload`; in a file without any, every string.
fn strings(value: &Value, name: &str, payloads: &mut Vec<Payload>) {
    let before = payloads.len();
    walk(value, name, payloads, true);
    if payloads.len() == before {
        walk(value, name, payloads, false);
    }
}

fn walk(value: &Value, name: &str, payloads: &mut Vec<Payload>, named: bool) {
    match value {
        Value::String(text) if !named => payloads.push(Payload::new(name, text)),
        Value::Array(items) => items
            .iter()
            .for_each(|item| walk(item, name, payloads, named)),
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if named && key == "payload" => {
                        payloads.push(Payload::new(name, text));
                    }
                    other => walk(other, name, payloads, named),
                }
            }
        }
        _ => {}
    }
}
