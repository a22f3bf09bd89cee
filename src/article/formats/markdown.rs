//! The Markdown of Apple News: headings, lists, quotations and rules; emphasis, code, links and pictures. What else Markdown
//! has stays as it was written.

use super::html::{attribute, exact, lines};

/// The text as HTML. One pass, whatever marks are in it.
pub(in crate::article) fn to_html(text: &str) -> String {
    let mut writer = Writer::default();
    writer.write(text);
    writer.out
}

/// What holds lines that begin alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Bullets,
    Numbers,
    Quotation,
}

impl Block {
    fn tag(self) -> &'static str {
        match self {
            Block::Bullets => "ul",
            Block::Numbers => "ol",
            Block::Quotation => "blockquote",
        }
    }
}

/// How many digits the number of an item has at most.
const LONGEST_NUMBER: usize = 3;

#[derive(Default)]
struct Writer {
    out: String,
    block: Option<Block>,
    in_heading: bool,
    /// The element of the emphasis that is open.
    emphasis: Option<&'static str>,
}

impl Writer {
    fn write(&mut self, text: &str) {
        let mut rest = self.line(text);
        // What stood before.
        let mut before = None;
        while let Some(at) = rest.find(['\n', '\\', '*', '_', '[', '`', '!', '<']) {
            let (plain, marked) = rest.split_at(at);
            self.out += &exact(plain);
            before = plain.chars().last().or(before);
            let mark = marked.chars().next();
            let after = &marked[1..];
            rest = match mark {
                Some('\n') => {
                    self.end_line();
                    self.line(after)
                }
                Some('\\') => self.escaped(after),
                Some('[') => self.link(after),
                Some('!') => self.picture(after),
                Some('`') => self.code(after),
                Some('<') => self.address(after),
                Some(mark) => self.emphasis(mark, marked, before),
                None => after,
            };
            before = mark;
        }
        self.out += &exact(rest);
        self.end_inline();
        if self.in_heading {
            self.close("h3");
        }
        self.begin_block(None, "");
    }

    fn end_inline(&mut self) {
        if let Some(tag) = self.emphasis.take() {
            self.close(tag);
        }
    }

    /// Ends the block of the line before, and begins that of this one, if it is another.
    fn begin_block(&mut self, block: Option<Block>, number: &str) {
        if block == self.block {
            return;
        }
        self.end_inline();
        if let Some(last) = std::mem::replace(&mut self.block, block) {
            self.close(last.tag());
        }
        if let Some(block) = block {
            let start = if number.is_empty() {
                String::new()
            } else {
                attribute("start", number)
            };
            self.out += &format!("<{}{start}>", block.tag());
        }
    }

    /// Begins a line: of a list (`- `, `1. `), of a quotation (`> `), a rule (`---`), or one that may be a heading.
    fn line<'t>(&mut self, text: &'t str) -> &'t str {
        let (written, _) = text.split_once('\n').unwrap_or((text, ""));
        let marks = written.trim_end();
        let is_rule = |mark| marks.len() > 2 && marks.chars().all(|c| c == mark);
        if ['-', '*', '_'].into_iter().any(is_rule) {
            self.begin_block(None, "");
            self.out += "<hr>";
            return &text[written.len()..];
        }
        let digits = written.find(|c: char| !c.is_ascii_digit());
        let (number, behind) = written.split_at(digits.unwrap_or(written.len()));
        // A year that ends a sentence begins no list; within a paragraph only its first number does.
        let may_count = number == "1"
            || self.block == Some(Block::Numbers)
            || self.out.is_empty()
            || self.out.ends_with("<br><br>");
        let numbered = behind
            .strip_prefix(". ")
            .filter(|_| may_count && (1..=LONGEST_NUMBER).contains(&number.len()));
        let bullet = || {
            ["- ", "* ", "+ "]
                .iter()
                .find_map(|mark| written.strip_prefix(mark))
        };
        let quoted = || written.strip_prefix("> ");
        let (block, rest) = match numbered {
            Some(rest) => (Some(Block::Numbers), rest),
            None => match (bullet(), quoted()) {
                (Some(rest), _) => (Some(Block::Bullets), rest),
                (None, Some(rest)) => (Some(Block::Quotation), rest),
                (None, None) => (None, written),
            },
        };
        self.begin_block(block, number);
        let rest = &text[written.len() - rest.len()..];
        match block {
            Some(Block::Bullets | Block::Numbers) => {
                self.open("li");
                rest
            }
            Some(Block::Quotation) => rest,
            None => self.heading(text),
        }
    }

    /// Begins a heading: `## `.
    fn heading<'t>(&mut self, text: &'t str) -> &'t str {
        let rest = text.trim_start_matches('#');
        if rest.len() == text.len() || !rest.starts_with([' ', '\t']) {
            return text;
        }
        self.in_heading = true;
        self.open("h3");
        rest.trim_start_matches([' ', '\t'])
    }

    fn end_line(&mut self) {
        if self.in_heading {
            self.in_heading = false;
            self.close("h3");
        } else if matches!(self.block, Some(Block::Bullets | Block::Numbers)) {
            self.end_inline();
            self.close("li");
        } else {
            self.out += "<br>";
        }
    }

    /// After a backslash: a mark is itself.
    fn escaped<'t>(&mut self, text: &'t str) -> &'t str {
        match text.chars().next() {
            Some(mark) if mark.is_ascii_punctuation() => {
                let (mark, rest) = text.split_at(1);
                self.out += &exact(mark);
                rest
            }
            _ => {
                self.out.push('\\');
                text
            }
        }
    }

    /// Opens an emphasis, or closes what is open. `text` begins with its marks.
    fn emphasis<'t>(&mut self, mark: char, text: &'t str, before: Option<char>) -> &'t str {
        let rest = text.trim_start_matches(mark);
        let marks = &text[..text.len() - rest.len()];
        let next = rest.chars().next();
        // snake_case, 2*3 and a mark with spaces around it are no emphasis; «و*كلمة*» is, since Arabic
        // joins its small words to the next.
        let in_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let is_space = |c: Option<char>| c.is_none_or(|c| c.is_ascii_whitespace());
        if in_word(before) && in_word(next) || is_space(before) && is_space(next) {
            self.out += marks;
        } else if let Some(tag) = self.emphasis.take() {
            self.close(tag);
        } else {
            let tag = if marks.len() == 1 { "em" } else { "strong" };
            self.open(tag);
            self.emphasis = Some(tag);
        }
        rest
    }

    /// After `[`: `label](address "title")`. The next bracket decides, so that brackets without end cost no more than
    /// other text.
    fn link<'t>(&mut self, text: &'t str) -> &'t str {
        let parts = || {
            let (label, rest) = text.split_at(text.find(['[', ']'])?);
            let rest = rest.strip_prefix("](")?;
            let (target, rest) = rest.split_at(rest.find(['(', ')'])?);
            Some((label, target, rest.strip_prefix(')')?))
        };
        let Some((label, target, rest)) = parts() else {
            self.out.push('[');
            return text;
        };
        let address = target.split(' ').next().unwrap_or_default();
        self.out += &format!("<a{}>{}</a>", attribute("href", address), lines(label));
        rest
    }

    /// After `!`: `[label](address)`.
    fn picture<'t>(&mut self, text: &'t str) -> &'t str {
        // The next bracket decides, as in a link.
        let parts = || {
            let text = text.strip_prefix('[')?;
            let (label, rest) = text.split_at(text.find(['[', ']'])?);
            let rest = rest.strip_prefix("](")?;
            let (address, rest) = rest.split_at(rest.find(['(', ')', ' ', '\n'])?);
            Some((label, address, rest.strip_prefix(')')?))
        };
        let Some((label, address, rest)) = parts() else {
            self.out.push('!');
            return text;
        };
        self.out += &format!(
            "<img{}{}>",
            attribute("src", address),
            attribute("alt", label)
        );
        rest
    }

    /// After a backtick: code up to the next one in the line.
    fn code<'t>(&mut self, text: &'t str) -> &'t str {
        let end = text
            .find(['`', '\n'])
            .filter(|end| text[*end..].starts_with('`'));
        let Some(end) = end else {
            self.out.push('`');
            return text;
        };
        self.out += &format!("<code>{}</code>", exact(&text[..end]));
        &text[end + 1..]
    }

    /// After `<`: `https://…>`.
    fn address<'t>(&mut self, text: &'t str) -> &'t str {
        let is_address = text.starts_with("https://");
        let end = is_address
            .then(|| text.find(['>', '<', ' ', '\n']))
            .flatten();
        match end.filter(|end| text[*end..].starts_with('>')) {
            Some(end) => {
                let address = &text[..end];
                self.out += &format!("<a{}>{}</a>", attribute("href", address), exact(address));
                &text[end + 1..]
            }
            None => {
                self.out += "&lt;";
                text
            }
        }
    }

    fn open(&mut self, tag: &str) {
        self.out += &format!("<{tag}>");
    }

    fn close(&mut self, tag: &str) {
        self.out += &format!("</{tag}>");
    }
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn emphasis_links_and_headings_are_read_and_all_else_stays() {
        for (written, html) in [
            (
                "نص **غامق** و*مائل*",
                "نص <strong>غامق</strong> و<em>مائل</em>",
            ),
            ("_مائل_ __غامق__", "<em>مائل</em> <strong>غامق</strong>"),
            ("**مفتوح و*مفتوح", "<strong>مفتوح و</strong>مفتوح"),
            ("**سطر\nوسطر**", "<strong>سطر<br>وسطر</strong>"),
            ("2*3 snake_case * ", "2*3 snake_case * "),
            (r"\*نجمة\* \\*مائل* C:\أ", r"*نجمة* \<em>مائل</em> C:\أ"),
            (r"\<b", "&lt;b"),
            ("## عنوان\nنص", "<h3>عنوان</h3>نص"),
            ("نص\n# عنوان", "نص<br><h3>عنوان</h3>"),
            ("#وسم\n# ", "#وسم<br><h3></h3>"),
            (
                "[رابط](https://a.example/?x=1&y=\"2 \"عنوان\") ثم",
                "<a href=\"https://a.example/?x=1&amp;y=&quot;2\">رابط</a> ثم",
            ),
            ("[بلا رابط] [س](غير (مغلق", "[بلا رابط] [س](غير (مغلق"),
            ("[سطر\nوسطر](/x)", "<a href=\"/x\">سطر<br>وسطر</a>"),
            ("5 < 6 & 7!\n-بند", "5 &lt; 6 &amp; 7!<br>-بند"),
            (
                "قبل\n- بند *مائل*\n- **آخر\nبعد",
                "قبل<br><ul><li>بند <em>مائل</em></li><li><strong>آخر</strong></li></ul>بعد",
            ),
            (
                "3. ثالث\n4. رابع",
                "<ol start=\"3\"><li>ثالث</li><li>رابع</ol>",
            ),
            (
                "> قول\n> آخر\nبعد",
                "<blockquote>قول<br>آخر<br></blockquote>بعد",
            ),
            ("قبل\n   \nبعد", "قبل<br>   <br>بعد"),
            (
                "ولد سنة\n1985. كانت سنة جميلة",
                "ولد سنة<br>1985. كانت سنة جميلة",
            ),
            ("0537. هاتف", "0537. هاتف"),
            ("**قبل\n- بند", "<strong>قبل<br></strong><ul><li>بند</ul>"),
            ("قبل\n---\nبعد", "قبل<br><hr><br>بعد"),
            (
                "`a<b` ![سد](/a.jpg) <https://a.example/?x&y>",
                "<code>a&lt;b</code> <img src=\"/a.jpg\" alt=\"سد\"> <a href=\"https://a.example/?x&amp;y\">https://a.example/?x&amp;y</a>",
            ),
            ("` ![بلا](", "` ![بلا]("),
            ("", ""),
            ("\\", "\\"),
            ("[", "["),
        ] {
            assert_eq!(to_html(written), html, "{written}");
        }
    }
}
