//! Bodies in tests: shown as an outline, written as HTML (in tests alone), and checked against FORMATS' promises.
#![allow(dead_code)]

use qari_reader::article::body::{BodyContext, Node, Tag, from_html};
use qari_reader::article::{Image, SafeUrl};
use qari_reader::native::Native;
use qari_reader::platform::Platform;

/// Where the articles of the tests stand.
pub const BASE: &str = "https://example.ma/2024/09/khabar/";

/// An Arabic article at [`BASE`] with the headline «عنوان الخبر».
pub fn context() -> BodyContext<'static> {
    BodyContext {
        base: BASE,
        secure: true,
        language: "ar-MA",
        title: "عنوان الخبر",
        lead_image: None,
    }
}

/// Cleans `html` as the body of [`context`].
pub fn clean(html: &str) -> Vec<Node> {
    from_html(&Native, html, &context())
}

/// An image as the lead.
pub fn lead(caption: Option<&str>) -> Image {
    let url = "https://example.ma/wp-content/uploads/2024/09/lead.jpg";
    Image {
        url: SafeUrl::media(&Native, url, BASE).expect("a URL"),
        alt: String::new(),
        caption: caption.map(str::to_owned),
        credit: None,
        width: None,
        height: None,
        variants: Vec::new(),
    }
}

/// One line a node, indented: what a person compares.
pub fn outline(nodes: &[Node]) -> String {
    let mut out = String::new();
    outline_into(nodes, 0, &mut out);
    out
}

fn outline_into(nodes: &[Node], depth: usize, out: &mut String) {
    for node in nodes {
        out.push_str(&"  ".repeat(depth));
        match node {
            Node::Text(text) => {
                out.push_str(&format!("{text:?}").replace("\\u{a0}", "\u{a0}"));
            }
            Node::Image(image) => {
                out.push_str(&format!("image {}", image.url.as_str()));
                if image.width.or(image.height).is_some() {
                    let side =
                        |pixels: Option<u32>| pixels.map_or("?".into(), |side| side.to_string());
                    out.push_str(&format!(" {}x{}", side(image.width), side(image.height)));
                }
                if !image.alt.is_empty() {
                    out.push_str(&format!(" «{}»", image.alt));
                }
                for variant in &image.variants {
                    out.push_str(&format!(" {}w={}", variant.width, variant.url.as_str()));
                }
            }
            Node::Embed(embed) => {
                let (width, height) = embed.ratio;
                out.push_str(&format!("embed {} {width}:{height}", embed.provider));
                out.push_str(&format!(" link={}", embed.link.as_str()));
                out.push_str(&format!(" player={}", embed.player.as_str()));
                if !embed.title.is_empty() {
                    out.push_str(&format!(" «{}»", embed.title));
                }
            }
            Node::Element(element) => {
                out.push_str(element.tag.name());
                for (name, value) in element.attributes.iter() {
                    out.push_str(&format!(" {name}={value}"));
                }
            }
        }
        out.push('\n');
        outline_into(node.children(), depth + 1, out);
    }
}

/// The tree as HTML.
pub fn html(nodes: &[Node]) -> String {
    let mut out = String::new();
    html_into(nodes, &mut out);
    out
}

fn html_into(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(&escape(text)),
            Node::Image(image) => {
                out.push_str(&format!("<img src=\"{}\"", escape(image.url.as_str())));
                out.push_str(&format!(" alt=\"{}\"", escape(&image.alt)));
                for (name, pixels) in [("width", image.width), ("height", image.height)] {
                    if let Some(pixels) = pixels {
                        out.push_str(&format!(" {name}=\"{pixels}\""));
                    }
                }
                let set: Vec<String> = image
                    .variants
                    .iter()
                    .map(|variant| format!("{} {}w", variant.url.as_str(), variant.width))
                    .collect();
                if !set.is_empty() {
                    out.push_str(&format!(" srcset=\"{}\"", escape(&set.join(", "))));
                }
                out.push('>');
            }
            Node::Embed(embed) => {
                let url = embed.player.as_str();
                let (width, height) = embed.ratio;
                out.push_str(&format!(
                    "<iframe src=\"{}\" width=\"{width}\" height=\"{height}\"",
                    escape(url)
                ));
                if !embed.title.is_empty() {
                    out.push_str(&format!(" title=\"{}\"", escape(&embed.title)));
                }
                out.push_str("></iframe>");
            }
            Node::Element(element) => {
                let name = element.tag.name();
                out.push_str(&format!("<{name}"));
                for (name, value) in element.attributes.iter() {
                    out.push_str(&format!(" {name}=\"{}\"", escape(&value)));
                }
                out.push('>');
                // The parser eats one line break here.
                if element.tag == Tag::Pre {
                    out.push('\n');
                }
                html_into(&element.children, out);
                if !matches!(element.tag, Tag::Br | Tag::Hr | Tag::Wbr) {
                    out.push_str(&format!("</{name}>"));
                }
            }
        }
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
        .replace('\u{a0}', "&nbsp;")
}

/// What may remain, and what a browser needs to build the tree as it stands.
pub fn check(nodes: &[Node]) -> Result<(), String> {
    check_in(nodes, None, &mut Vec::new())
}

fn check_in(nodes: &[Node], parent: Option<Tag>, around: &mut Vec<Tag>) -> Result<(), String> {
    if around.len() > 60 {
        return Err("too deep".into());
    }
    let url = |url: &str, schemes: &[&str]| {
        let known = schemes.iter().any(|scheme| url.starts_with(scheme));
        let clean = !url.chars().any(char::is_control);
        if known && clean {
            Ok(())
        } else {
            Err(format!("address {url}"))
        }
    };
    const MEDIA: &[&str] = &["https://", "http://"];
    const LINKS: &[&str] = &["https://", "http://", "mailto:", "tel:"];
    let phrasing = around.iter().any(|tag| {
        use Tag::*;
        matches!(
            tag,
            P | H2 | H3 | H4 | H5 | H6 | Summary | Caption | Dt | Pre
        )
    });
    for node in nodes {
        if node.is_block() && phrasing {
            return Err(format!("a block in a line of text: {node:?}"));
        }
        if let Some(parent) = parent {
            use Tag::*;
            let wanted: &[Tag] = match parent {
                Ul | Ol => &[Li],
                Dl => &[Dt, Dd],
                Table => &[Caption, Thead, Tbody, Tfoot],
                Thead | Tbody | Tfoot => &[Tr],
                Tr => &[Td, Th],
                _ => &[],
            };
            let is_wanted = node.tag().is_some_and(|tag| wanted.contains(&tag));
            if !wanted.is_empty() && !is_wanted {
                return Err(format!("{node:?} in {parent:?}"));
            }
        }
        match node {
            Node::Text(text) if text.is_empty() => return Err("an empty text".into()),
            Node::Text(_) => {}
            Node::Image(image) => {
                url(image.url.as_str(), MEDIA)?;
                for variant in &image.variants {
                    url(variant.url.as_str(), MEDIA)?;
                }
            }
            Node::Embed(embed) => {
                url(embed.link.as_str(), MEDIA)?;
                url(embed.player.as_str(), MEDIA)?;
            }
            Node::Element(element) => {
                if element.tag == Tag::A && around.contains(&Tag::A) {
                    return Err("a link in a link".into());
                }
                needs_parent(element.tag, parent)?;
                for (name, value) in element.attributes.iter() {
                    let is_place = value
                        .strip_prefix("#qari-")
                        .is_some_and(|number| number.parse::<u32>().is_ok());
                    if name == "href" && !is_place {
                        url(&value, LINKS)?;
                    }
                }
                around.push(element.tag);
                check_in(&element.children, Some(element.tag), around)?;
                around.pop();
            }
        }
    }
    if parent.is_none()
        && let Some(loose) = nodes.iter().find(|node| !node.is_block())
    {
        return Err(format!("loose text at the top: {loose:?}"));
    }
    Ok(())
}

fn needs_parent(tag: Tag, parent: Option<Tag>) -> Result<(), String> {
    use Tag::*;
    let parents: &[Tag] = match tag {
        Li => &[Ul, Ol],
        Dt | Dd => &[Dl],
        Caption | Thead | Tbody | Tfoot => &[Table],
        Tr => &[Thead, Tbody, Tfoot],
        Td | Th => &[Tr],
        Figcaption => &[Figure],
        Summary => &[Details],
        _ => return Ok(()),
    };
    if parent.is_some_and(|parent| parents.contains(&parent)) {
        Ok(())
    } else {
        Err(format!("{tag:?} in {parent:?}"))
    }
}

/// The same promises, read off the written HTML with the eyes of a suspicious reader.
pub fn check_html(html: &str) -> Result<(), String> {
    use scraper::{Html, Node as Raw};
    let allowed_tags: Vec<&str> = Tag::ALL.iter().map(|tag| tag.name()).collect();
    let allowed_attributes = [
        "dir",
        "lang",
        "href",
        "colspan",
        "rowspan",
        "scope",
        "start",
        "reversed",
        "title",
        "datetime",
        "open",
        "class",
        "src",
        "alt",
        "width",
        "height",
        "srcset",
        "display",
        "mathvariant",
        "form",
        "linethickness",
        "accent",
        "accentunder",
        "displaystyle",
        "fence",
        "largeop",
        "movablelimits",
        "separator",
        "stretchy",
        "lspace",
        "rspace",
        "controls",
        "preload",
        "poster",
        "value",
        "id",
        "type",
    ];
    for node in Html::parse_fragment(html).tree.nodes() {
        let Raw::Element(element) = node.value() else {
            continue;
        };
        let name = element.name();
        if !allowed_tags.contains(&name)
            && !["html", "head", "body", "img", "iframe", "audio", "video"].contains(&name)
        {
            return Err(format!("element {name}"));
        }
        for (attribute, value) in element.attrs() {
            if !allowed_attributes.contains(&attribute) {
                return Err(format!("attribute {attribute} of {name}"));
            }
            if ["href", "src"].contains(&attribute) {
                let scheme = value.split(':').next().unwrap_or_default();
                if !value.starts_with("#qari-")
                    && !["http", "https", "mailto", "tel"].contains(&scheme)
                {
                    return Err(format!("address {value}"));
                }
            }
        }
    }
    Ok(())
}

/// Everything that must hold for the cleaned `html`; the tree.
pub fn check_all(html_text: &str, context: &BodyContext) -> Result<Vec<Node>, String> {
    let once = from_html(&Native, html_text, context);
    check(&once)?;
    let written = html(&once);
    check_html(&written)?;
    // What the first cleaning dropped as a repetition is gone; the second must find none.
    let again = from_html(
        &Native,
        &written,
        &BodyContext {
            title: "",
            lead_image: None,
            ..*context
        },
    );
    if once != again {
        return Err(format!(
            "cleaning twice differs\n--- once\n{}--- twice\n{}",
            outline(&once),
            outline(&again)
        ));
    }
    Ok(once)
}

/// Reads `json` as any format and builds the article; what comes out keeps the promises. Not being an article is fine.
pub fn check_article(json: &str) -> Result<(), String> {
    use qari_reader::article::{BuildContext, build, formats};
    let context = BuildContext {
        source_url: BASE,
        secure: true,
        ..BuildContext::default()
    };
    let page = Native.parse("<p>فقرة من الصفحة</p>");
    let Ok(reading) = formats::read([json], formats::ReadOptions::default()) else {
        return Ok(());
    };
    let article = build(&Native, reading.draft, &context, page);
    check(&article.body)?;
    check_html(&html(&article.body))
}
