//! The Markdown that Apple News knows (headings, lists, rules, links, emphasis), as HTML for the body's cleaning.
//!
//! Not a Markdown parser: what it does not know stays as it was written.

/// Paragraphs, headings, lists and rules.
pub(super) fn to_html(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len() * 5 / 4);
    // The element that is open: its name, or nothing.
    let mut open = "";
    for line in markdown.lines() {
        let line = line.trim();
        let (element, text) = block(line);
        // A line goes on with the paragraph or the list before it.
        if element != open || element.starts_with('h') {
            close(&mut out, open);
            open = element;
            if !open.is_empty() {
                tag(&mut out, "<", open);
            }
        } else if open == "p" {
            out.push('\n');
        }
        match element {
            "" => {}
            "ul" | "ol" => {
                out.push_str("<li>");
                add_inline(&mut out, text);
                out.push_str("</li>");
            }
            _ => add_inline(&mut out, text),
        }
    }
    close(&mut out, open);
    out
}

/// Emphasis and links inside one text.
pub(super) fn inline(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len() * 5 / 4);
    add_inline(&mut out, markdown);
    out
}

fn tag(out: &mut String, start: &str, name: &str) {
    out.push_str(start);
    out.push_str(name);
    out.push('>');
}

fn close(out: &mut String, open: &str) {
    if !matches!(open, "" | "hr") {
        tag(out, "</", open);
    }
}

/// The element a line is of, and its text.
fn block(line: &str) -> (&'static str, &str) {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let heading = ["h2", "h3", "h4", "h5", "h6", "h6"];
    if let Some(element) = level.checked_sub(1).and_then(|level| heading.get(level))
        && let Some(text) = line[level..].strip_prefix(' ')
    {
        return (element, text.trim_end_matches('#').trim());
    }
    let mark = |c| line.len() >= 3 && line.chars().all(|other| other == c || other == ' ');
    if mark('-') || mark('*') || mark('_') {
        return ("hr", "");
    }
    if let Some(text) = ["- ", "* ", "+ "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
    {
        return ("ul", text);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=9).contains(&digits)
        && let Some(text) = line[digits..].strip_prefix(". ")
    {
        return ("ol", text);
    }
    (if line.is_empty() { "" } else { "p" }, line)
}

/// One pass: each mark opens or closes its element; one that stays open is closed at the end.
fn add_inline(out: &mut String, text: &str) {
    let (mut strong, mut emphasis) = (false, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let double = after.starts_with(c);
        // snake_case and 2*3 are no emphasis; «و*كلمة*» is, since Arabic joins its small words to the next.
        let joins = |next: char| {
            if c == '_' {
                next.is_alphanumeric()
            } else {
                next.is_ascii_digit()
            }
        };
        let word = out.chars().next_back().is_some_and(joins)
            && after.strip_prefix(c).unwrap_or(after).starts_with(joins);
        rest = after;
        match c {
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                rest = &after[1..];
                escape(out, &after[..1]);
            }
            // Nor is a mark with spaces around it.
            '*' | '_' if !word && (double || strong || emphasis || !after.starts_with(' ')) => {
                if double {
                    rest = &after[1..];
                    toggle(out, &mut strong, "strong");
                } else {
                    toggle(out, &mut emphasis, "em");
                }
            }
            '[' => match link(after) {
                Some((label, address, then)) => {
                    out.push_str("<a href=\"");
                    escape(out, address);
                    out.push_str("\">");
                    escape(out, label);
                    out.push_str("</a>");
                    rest = then;
                }
                None => out.push('['),
            },
            _ => escape(
                out,
                &text[text.len() - after.len() - c.len_utf8()..text.len() - after.len()],
            ),
        }
    }
    if emphasis {
        toggle(out, &mut emphasis, "em");
    }
    if strong {
        toggle(out, &mut strong, "strong");
    }
}

fn toggle(out: &mut String, open: &mut bool, name: &str) {
    tag(out, if *open { "</" } else { "<" }, name);
    *open = !*open;
}

/// After `[`: `label](address "title") then`. The next bracket decides, so that brackets without end cost no more
/// than other text.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (label, rest) = text.split_at(text.find(['[', ']'])?);
    let rest = rest.strip_prefix("](")?;
    let (address, rest) = rest.split_at(rest.find(['[', '(', ')'])?);
    let address = address.split_whitespace().next().unwrap_or_default();
    Some((label, address, rest.strip_prefix(')')?))
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
