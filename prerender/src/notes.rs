//! Links within an article, before a script follows them.
//!
//! An address with a fragment finds elements of the document, never those of a shadow root. So each place that is linked
//! gets a slot, and the element a child for it: that one is of the document, and stands where the slot is.

/// How the reader's own names of places begin, before their number (`src/article/body`).
const READER: &str = "qari-";
/// How an element says that it is a place.
const PLACE: &str = " data-place=\"qari-";
/// How a link says that it leads to one.
const LINK: &str = " href=\"#qari-";

/// Markup whose places can be reached.
pub struct Noted {
    /// The markup, with a slot in each place.
    pub markup: String,
    /// The slots' names, which are the ids of the places too.
    pub places: Vec<String>,
}

/// Makes the places of a reader's markup reachable, under names that begin with `id` and are the page's own.
///
/// It is read as Yew writes it: `<` and `>` stand nowhere but around tags, and `"` in a tag nowhere but around values.
pub fn reachable(markup: &str, id: &str) -> Noted {
    let mut noted = Noted {
        markup: String::with_capacity(markup.len() + markup.len() / 16),
        places: Vec::new(),
    };
    let mut edits = edits(markup);
    // Links change only where there are places.
    if !edits.iter().any(|edit| edit.what == What::Slot) {
        edits.clear();
    }
    edits.sort_by_key(|edit| edit.at);
    let mut copied = 0;
    for Edit { at, what, number } in edits {
        noted.markup.push_str(&markup[copied..at]);
        copied = at;
        let name = format!("{id}-{number}");
        match what {
            What::Slot => {
                noted.markup.push_str("<slot name=\"");
                noted.markup.push_str(&name);
                noted.markup.push_str("\"></slot>");
                noted.places.push(name);
            }
            What::Link => {
                noted.markup.push_str(&name);
                copied += READER.len() + number.len();
            }
        }
    }
    noted.markup.push_str(&markup[copied..]);
    noted
}

/// A change of markup.
struct Edit<'a> {
    /// Where, in bytes.
    at: usize,
    what: What,
    /// The number of the place.
    number: &'a str,
}

#[derive(PartialEq, Eq)]
enum What {
    /// A slot comes in here.
    Slot,
    /// Here is the reader's own name of a place.
    Link,
}

/// What changes, of all places and then of all links.
fn edits(markup: &str) -> Vec<Edit<'_>> {
    let number = |at: usize| markup[at..].split('"').next().unwrap_or_default();
    let places = markup.match_indices(PLACE).filter_map(|(at, found)| {
        tag_around(markup, at)?;
        Some(Edit {
            at: at + markup[at..].find('>')? + 1,
            what: What::Slot,
            number: number(at + found.len()),
        })
    });
    let links = markup.match_indices(LINK).filter_map(|(at, found)| {
        let number_at = at + found.len();
        tag_around(markup, at)?.starts_with("<a ").then(|| Edit {
            at: number_at - READER.len(),
            what: What::Link,
            number: number(number_at),
        })
    });
    places.chain(links).collect()
}

/// The tag in which something stands, with what follows; none if that is text.
fn tag_around(markup: &str, at: usize) -> Option<&str> {
    let start = markup[..at].rfind(['<', '>'])?;
    Some(&markup[start..]).filter(|tag| tag.starts_with('<'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_looks_like_a_place_is_text() {
        let markup =
            "<p> data-place=\"qari-9\" href=\"#qari-9\" <a title=\" href=&quot;#qari-9\">1</a></p>";
        let place = "<li data-place=\"qari-2\"><a href=\"#qari-1\" class=\"x\">↩</a> 1 &gt; 0</li>";
        let noted = reachable(&format!("{markup}{place}"), "id");
        assert_eq!(
            noted.markup,
            format!(
                "{markup}<li data-place=\"qari-2\"><slot name=\"id-2\"></slot>\
                 <a href=\"#id-1\" class=\"x\">↩</a> 1 &gt; 0</li>"
            )
        );
        assert_eq!(noted.places, ["id-2"]);
        assert_eq!(reachable(markup, "id").markup, markup);
    }
}
