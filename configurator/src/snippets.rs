//! What a site pastes, in each form.

use html_escape::{encode_double_quoted_attribute, encode_text};
use qari_reader::locale::languages;

use crate::embed::{Embed, INLINE};
use crate::state::Form;

/// Where a piece of a snippet goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The page's head.
    Head,
    /// Where the article is to stand.
    Body,
    /// A file of a React project.
    Component,
    /// A block «Shortcode» of WordPress.
    Shortcode,
    /// A script of the site's own, on the page with the frame.
    Parent,
}

/// Makes a frame as high as its article; docs/IFRAME.md has it too.
const PARENT: &str = include_str!("../../examples/iframe/parent.js");

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it goes.
    pub place: Place,
    /// What is pasted.
    pub code: String,
}

/// What a site pastes in this form; `None` where the form needs an address and the article has none, or one that is refused.
/// `read` are the words of the link to the article.
pub fn snippet(form: Form, embed: &Embed, read: &str) -> Option<Vec<Piece>> {
    let needs_address = matches!(form, Form::React | Form::Wordpress | Form::Iframe);
    if (needs_address && embed.source().is_none()) || embed.refuses("src") {
        return None;
    }
    let piece = |place, code| Piece { place, code };
    Some(match form {
        Form::Element => vec![
            piece(Place::Head, head(embed)),
            piece(Place::Body, element(embed, read)),
        ],
        Form::Script => vec![piece(Place::Body, script(embed))],
        Form::React => vec![piece(Place::Component, react(embed, read))],
        Form::Wordpress => vec![piece(Place::Shortcode, shortcode(embed))],
        Form::Iframe => vec![
            piece(Place::Body, iframe(embed, read)),
            piece(Place::Parent, PARENT.trim_end().to_owned()),
        ],
    })
}

/// `name="value"`, as HTML and JSX have it.
fn attribute(name: &str, value: Option<&str>) -> String {
    match value {
        Some(value) => format!("{name}=\"{}\"", encode_double_quoted_attribute(value)),
        None => name.to_owned(),
    }
}

/// The `data-` attributes, one a line.
fn lines(embed: &Embed, indent: &str) -> String {
    let lines = embed
        .written()
        .map(|(name, value)| format!("\n{indent}{}", attribute(&name, value)));
    lines.collect()
}

fn file(embed: &Embed, name: &str) -> String {
    encode_double_quoted_attribute(&format!("{}{name}", embed.files)).into_owned()
}

/// JSON in the page, if it stands there. A `<` could end the element.
fn inline(embed: &Embed) -> String {
    embed.inline.as_ref().map_or(String::new(), |json| {
        let json = json.trim().replace('<', "\\u003c");
        format!("<script type=\"application/json\" id=\"{INLINE}\">\n{json}\n</script>\n")
    })
}

fn script(embed: &Embed) -> String {
    let lines = lines(embed, "        ");
    format!(
        "{}<script async src=\"{}\"{lines}></script>",
        inline(embed),
        file(embed, "qari.js")
    )
}

/// The loader and, unless the article is said to stand far down, everything that it will ask for: the browser begins with it
/// before the loader is there.
fn head(embed: &Embed) -> String {
    let loader = file(embed, "qari.js");
    let is_late = embed
        .value("loading")
        .is_some_and(|loading| loading.eq_ignore_ascii_case("lazy"));
    if is_late {
        return format!("<script async src=\"{loader}\"></script>");
    }
    let fetched = |address: &str| {
        format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{address}\">")
    };
    let module = |name| {
        format!(
            "<link rel=\"modulepreload\" href=\"{}\">",
            file(embed, name)
        )
    };
    let mut hints = vec![format!(
        "<script async fetchpriority=\"high\" src=\"{loader}\"></script>"
    )];
    hints.extend(
        embed
            .source()
            .map(|source| fetched(&encode_double_quoted_attribute(source))),
    );
    hints.push(module("touch.js"));
    // Before the article was read its language may be another.
    if let Some(tag) = embed.value("ui-lang").or(embed.language.as_deref()) {
        let [interface, _] = languages(tag, tag);
        hints.push(fetched(&file(embed, &format!("words/{interface}.json"))));
    }
    hints.push(fetched(&file(embed, "qari-reader_bg.wasm")));
    hints.push(fetched(&file(embed, "qari.css")));
    hints.push(module("qari-reader.js"));
    hints.join("\n")
}

fn element(embed: &Embed, read: &str) -> String {
    let style = format!("display:block; min-height:{}", embed.reserved());
    let link = match &embed.original {
        Some(original) => format!(
            "\n  <a {}>{}</a>\n",
            attribute("href", Some(original)),
            encode_text(read)
        ),
        None => String::new(),
    };
    format!(
        "{}<qari-reader{}\n  {}>{link}</qari-reader>",
        inline(embed),
        lines(embed, "  "),
        attribute("style", Some(&style))
    )
}

/// The npm package defines the element and brings the files along.
fn react(embed: &Embed, read: &str) -> String {
    let height = serde_json::Value::from(embed.reserved());
    let link = match &embed.original {
        Some(original) => format!(
            "\n      <a {}>{{{}}}</a>",
            attribute("href", Some(original)),
            serde_json::Value::from(read)
        ),
        None => String::new(),
    };
    format!(
        "import \"@qari/reader\";\n\nexport function Story() {{\n  return (\n    <qari-reader{}\n      style={{{{ display: \"block\", minHeight: {height} }}}}>{link}\n    </qari-reader>\n  );\n}}",
        lines(embed, "      ")
    )
}

/// The plugin's shortcode, whose attributes have no `data-`. What ends a shortcode or a tag in WordPress's eyes is written as
/// the character's number, which a page reads as the character.
fn shortcode(embed: &Embed) -> String {
    let attributes = embed.attributes.iter().map(|(name, value)| {
        let mut safe = String::new();
        for c in value.chars() {
            match c {
                '"' | '[' | ']' | '<' | '>' | '\\' => safe.push_str(&format!("&#{};", c as u32)),
                c if c.is_control() => safe.push(' '),
                c => safe.push(c),
            }
        }
        format!(" {name}=\"{safe}\"")
    });
    format!("[qari{}]", attributes.collect::<String>())
}

/// The folder's own page for frames. It lies in another folder than the site's page, so addresses are written whole.
fn iframe(embed: &Embed, read: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    // A frame is its own place.
    for (name, value) in embed
        .attributes
        .iter()
        .filter(|(name, _)| *name != "target")
    {
        let whole = match *name {
            "src" | "base-url" => embed.absolute(value),
            _ => None,
        };
        query.append_pair(name, whole.as_ref().unwrap_or(value));
    }
    let address = format!("{}embed.html?{}", embed.files, query.finish());
    format!(
        "<iframe class=\"qari\" {}\n  {} width=\"100%\" height=\"600\" frameborder=\"0\" loading=\"lazy\"\n  sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>",
        attribute("src", Some(&address)),
        attribute("title", Some(embed.title.as_deref().unwrap_or(read)))
    )
}
