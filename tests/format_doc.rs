//! `docs/FORMAT.md` is made of `static/article.schema.json`. `QARI_BLESS=1 cargo test --test format_doc` writes it anew.

use std::fmt::Write;
use std::{env, fs};

use serde_json::{Map, Value};

const DOC: &str = "docs/FORMAT.md";
const START: &str =
    "<!-- Made of static/article.schema.json: QARI_BLESS=1 cargo test --test format_doc -->\n";

/// What the tables are of: a heading, and what of the schema it shows.
const OBJECTS: &[(&str, &str)] = &[
    ("A step of the breadcrumb", "crumb"),
    ("An author", "author"),
    ("The publisher", "named"),
    ("An image", "image"),
    ("A variant of an image", "variant"),
];

/// The types of blocks that have fields.
const BLOCKS: &[(&str, &str)] = &[
    ("paragraph", "textOrHtml"),
    ("heading", "heading"),
    ("list", "list"),
    ("quote", "quote"),
    ("image", "image"),
    ("gallery", "gallery"),
    ("table", "table"),
    ("code", "code"),
    ("embed", "embed"),
];

/// `text` → `texts`, `list of texts` → `lists of texts`
fn plural(kind: &str) -> String {
    match kind.strip_prefix("list") {
        Some(rest) => format!("lists{rest}"),
        None if kind.contains(' ') => kind.to_owned(),
        None => format!("{kind}s"),
    }
}

struct Schema(Value);

impl Schema {
    fn definition(&self, name: &str) -> &Value {
        &self.0["$defs"][name]
    }

    /// The definition that a value refers to, and its name.
    fn referred<'s>(&'s self, value: &'s Value) -> Option<(&'s str, &'s Value)> {
        let name = value["$ref"].as_str()?.strip_prefix("#/$defs/")?;
        Some((name, self.definition(name)))
    }

    /// The fields of an object, those that it shares with others first.
    fn fields<'s>(&'s self, object: &'s Value) -> Vec<(&'s String, &'s Value)> {
        let shared = object["allOf"].as_array().into_iter().flatten();
        let shared = shared.chain(object.get("$ref").map(|_| object));
        let shared = shared.filter_map(|one| self.referred(one));
        let mut fields: Vec<_> = shared.flat_map(|(_, one)| self.fields(one)).collect();
        fields.extend(
            object["properties"]
                .as_object()
                .into_iter()
                .flat_map(Map::iter),
        );
        fields
    }

    /// What a value is, in a word.
    fn kind(&self, value: &Value) -> String {
        if let Some((name, definition)) = self.referred(value) {
            return match name {
                "reference" => "address".to_owned(),
                "instant" => "date".to_owned(),
                "pixels" => "number".to_owned(),
                "crumb" => "step".to_owned(),
                "named" => "object".to_owned(),
                "image" | "author" | "variant" | "block" => name.to_owned(),
                _ => self.kind(definition),
            };
        }
        if let Some(kinds) = value["oneOf"].as_array() {
            let kinds: Vec<_> = kinds.iter().map(|kind| self.kind(kind)).collect();
            return kinds.join(", or ");
        }
        match value["type"].as_str() {
            Some("string") => "text".to_owned(),
            Some("integer") => match (&value["minimum"], &value["maximum"]) {
                (Value::Null, _) | (_, Value::Null) => "number".to_owned(),
                (least, most) => format!("{least} to {most}"),
            },
            Some("boolean") => "`true`, `false`".to_owned(),
            Some("array") => format!("list of {}", plural(&self.kind(&value["items"]))),
            _ if value["properties"]["html"].is_object() => "`{html}`".to_owned(),
            _ => "object".to_owned(),
        }
    }

    /// What is said of a value: its own words, else those of what it refers to.
    fn words<'s>(&'s self, value: &'s Value) -> &'s str {
        let own = value["description"].as_str();
        let referred = || self.referred(value)?.1["description"].as_str();
        own.or_else(referred).unwrap_or_default()
    }

    fn table(&self, object: &Value) -> String {
        let mut out = "| field | is | means |\n|---|---|---|\n".to_owned();
        let shared = self.referred(object).map(|(_, shared)| shared);
        let required = [Some(object), shared].into_iter().flatten();
        let required = required.filter_map(|one| one["required"].as_array());
        let required: Vec<_> = required.flatten().collect();
        let is_required = |name: &str| required.iter().any(|one| *one == name);
        for (name, value) in self.fields(object) {
            let needed = if is_required(name) { ", needed" } else { "" };
            let (kind, words) = (self.kind(value), self.words(value));
            let _ = writeln!(out, "| `{name}` | {kind}{needed} | {words} |");
        }
        out
    }

    fn page(&self) -> String {
        let mut out = format!("## The article\n\n{}\n\n", self.words(&self.0));
        out += &self.table(&self.0);
        for (heading, name) in OBJECTS {
            let _ = write!(
                out,
                "\n## {heading}\n\n{}",
                self.table(self.definition(name))
            );
        }
        let block = self.words(self.definition("block"));
        let _ = write!(
            out,
            "\n## Blocks of the body\n\n{block}\n\n| type | fields |\n|---|---|\n"
        );
        for (kind, name) in BLOCKS {
            let definition = self.definition(name);
            let fields = self.fields(definition);
            let fields = fields.iter().map(|(name, value)| match self.words(value) {
                "" => format!("`{name}`: {}", self.kind(value)),
                words => format!("`{name}`: {}. {words}", self.kind(value)),
            });
            let fields: Vec<_> = fields.collect();
            let _ = writeln!(out, "| `{kind}` | {} |", fields.join("<br>"));
        }
        out + "| `divider` | none |\n"
    }
}

#[test]
fn the_format_is_documented_as_its_schema_has_it() {
    let schema = fs::read_to_string("static/article.schema.json").unwrap();
    let schema = Schema(serde_json::from_str(&schema).unwrap());
    let doc = fs::read_to_string(DOC).unwrap();
    let (before, there) = doc
        .split_once(START)
        .expect("the line from which it is made");
    let made = format!("\n{}", schema.page());
    if env::var_os("QARI_BLESS").is_some() {
        fs::write(DOC, [before, START, &made].concat()).unwrap();
        return;
    }
    assert_eq!(there, made, "QARI_BLESS=1 cargo test --test format_doc");
    // Every type of block that the schema knows stands in a table.
    let known = schema.definition("is").as_object().unwrap().keys();
    for kind in known.filter(|kind| !["$comment", "other"].contains(&kind.as_str())) {
        assert!(BLOCKS.iter().any(|(name, _)| name == kind), "{kind}");
    }
}
