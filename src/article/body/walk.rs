//! The walk over the source: every node is met once, without recursion, and told to the tree.

use super::attributes::Class;
use super::disclosure::is_panel;
use super::formula::{latex_in, waiting_latex};
use super::links::{is_file, is_quoted_beside, waiting_file};
use super::places::Places;
use super::survey::Survey;
use super::treatment::{self, Treatment};
use super::tree::Cleaner;
use super::unseen::is_tooltip;
use super::{Tag, embeds, label, shortcodes};
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// What is undone when a source element ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undo {
    Nothing,
    Inline,
    /// What had a line of its own.
    Line {
        is_inline: bool,
    },
    Boundary,
    Scope,
    Picture,
    Noscript,
}

/// Where the number stands that a script counts up to.
const COUNTED: &[&str] = &[
    "data-to-value",
    "data-to",
    "data-count",
    "data-number-value",
    "data-target",
    "data-end",
];

/// Words in the classes of what counts.
const COUNTERS: &[&str] = &["count", "number", "timer", "odometer", "stat"];

/// The number that a script would count up to, where the source has none or nothing yet.
fn counted<'a, N: SourceNode>(node: &N, source: &'a SourceAttributes) -> Option<&'a str> {
    let number = source.first_of(COUNTED);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
    if !is_number {
        return None;
    }
    let shown = node.text_content();
    // An empty element may have such a number for other reasons.
    let is_counter = match shown.trim() {
        "" => COUNTERS
            .iter()
            .any(|word| source.value("class").contains(word)),
        shown => shown.chars().all(|c| c == '0'),
    };
    is_counter.then_some(number)
}

/// A source element that was begun.
enum Entered<N> {
    /// Its content is read, then this is undone.
    Itself(Undo),
    /// The content of this is read in its place.
    Instead(N),
}

impl<P: Platform> Cleaner<'_, P> {
    /// Reads everything below `root`.
    pub fn read(&mut self, root: &P::Node) {
        self.whole_text = root.text_content();
        self.shortcodes.closed = shortcodes::closed_in(&self.whole_text);
        let mut survey = Survey::of(root, |href| self.place_in(href));
        self.places = Places::of(
            std::mem::take(&mut survey.linked),
            std::mem::take(&mut survey.ids),
        );
        self.survey = survey;
        let mut open = vec![(root.first_child(), Undo::Nothing)];
        while let Some((next, undo)) = open.last_mut() {
            let Some(node) = next.take() else {
                let undo = *undo;
                open.pop();
                self.leave(undo);
                continue;
            };
            *next = node.next_sibling();
            match node.kind() {
                NodeKind::Text(text) => self.text(&text),
                NodeKind::Element(name) => match self.enter(&node, &name) {
                    Some(Entered::Itself(undo)) => open.push((node.first_child(), undo)),
                    Some(Entered::Instead(kept)) => {
                        self.boundary();
                        open.push((kept.first_child(), Undo::Boundary));
                    }
                    None => {}
                },
                NodeKind::Other => {}
            }
        }
    }

    /// Begins an element; `None` if nothing below it is of interest.
    fn enter(&mut self, node: &P::Node, name: &str) -> Option<Entered<P::Node>> {
        let source = &node.attributes();
        let treatment = treatment::of(name, source);
        if self.is_passed_over(node, name, source, treatment) {
            return None;
        }
        let tag = match treatment {
            Treatment::Keep(tag) => Some(tag),
            _ => None,
        };
        let is_word = tag.is_some_and(|tag| !tag.is_block() && tag != Tag::Span);
        if !is_word && !matches!(treatment, Treatment::Button | Treatment::Unwrap) {
            self.toggled = false;
        }
        self.places.meet(source.value("id"));
        self.places.meet(source.value("name"));
        if treatment == Treatment::Unwrap || tag.is_some_and(|tag| !tag.is_block()) {
            self.arrive_at_places();
        }
        if is_panel(source) {
            self.add_label(source);
        }
        if treatment == Treatment::Drop {
            return self.enter_dropped(node, name, source).map(Entered::Instead);
        }
        if treatment != Treatment::Image {
            self.read_background(source);
        }
        let may_wait = name != "a"
            && (tag.is_some() || matches!(treatment, Treatment::Unwrap | Treatment::UnwrapBlock));
        if (may_wait || treatment == Treatment::Frame)
            && let Some(kept) = self.kept(source).or_else(|| self.frame_of_its_own(source))
        {
            return Some(Entered::Instead(kept));
        }
        if !matches!(treatment, Treatment::Formula | Treatment::Image)
            && self.add_waiting(node, source, may_wait)
        {
            return None;
        }
        self.enter_treated(node, name, source, treatment)
            .map(Entered::Itself)
    }

    /// Whether nothing of an element is shown: it was hidden, stands elsewhere, or is furniture of the page. The text of a
    /// tooltip is added where it stands.
    fn is_passed_over(
        &mut self,
        node: &P::Node,
        name: &str,
        source: &SourceAttributes,
        treatment: Treatment,
    ) -> bool {
        if self.is_hidden(node, source, name) || self.is_repeated(node, source, treatment) {
            return true;
        }
        if is_tooltip(source) {
            self.add_tooltip(&label::label(node));
            return true;
        }
        self.is_second_copy(node, name, source) || self.is_furniture(node, source)
    }

    /// Adds what a script would put into an element: a formula, a number it counts up to, something embedded. Whether that is
    /// all of it.
    fn add_waiting(&mut self, node: &P::Node, source: &SourceAttributes, may_wait: bool) -> bool {
        let latex = waiting_latex(node, source);
        if !latex.is_empty() {
            self.add_latex(latex);
            return true;
        }
        if !may_wait {
            return false;
        }
        if let Some(number) = counted(node, source) {
            self.text(number);
            return true;
        }
        if let Some(file) = waiting_file(node, source) {
            self.add_third_party(file, Some(source));
            return true;
        }
        let Some(address) = self.waiting_embed(node, source) else {
            return false;
        };
        self.add_third_party(&address, Some(source));
        // A post that is quoted stands below as well.
        !is_quoted_beside(source) || label::label(node).is_empty()
    }

    /// An element that goes, but for what it stands for; what is read in its place, if anything is.
    fn enter_dropped(
        &mut self,
        node: &P::Node,
        name: &str,
        source: &SourceAttributes,
    ) -> Option<P::Node> {
        match name {
            "script" => {
                self.read_script(node, source);
                return self.kept_in_script(node, source);
            }
            "object" | "embed" => {
                let address = source.first_of(&["data", "src"]);
                if is_file(address) || self.is_known(address) {
                    self.add_third_party(address, Some(source));
                }
            }
            "template" => self.add_frames_of_template(node),
            "input" => self.add_box(source),
            // A drawn formula, unless MathML for screen readers follows.
            "mjx-math" | "svg" if node.next_sibling().is_none() => {
                self.add_latex(&latex_in(Some(node.clone())));
            }
            _ => {}
        }
        None
    }

    /// Begins an element of which something is shown.
    fn enter_treated(
        &mut self,
        node: &P::Node,
        name: &str,
        source: &SourceAttributes,
        treatment: Treatment,
    ) -> Option<Undo> {
        match treatment {
            Treatment::Drop => None,
            Treatment::Formula => {
                self.add_formula(node, source);
                None
            }
            Treatment::Button => self.enter_button(node, source),
            Treatment::Keep(tag) => self.enter_kept(node, source, tag),
            Treatment::UnwrapBlock => Some(self.enter_wrapper(source)),
            Treatment::Unwrap => match embeds::custom(name, source) {
                Some(address) => {
                    self.add_third_party(&address, Some(source));
                    None
                }
                None if name == "label"
                    && let Some(undo) = self.enter_label(node, source) =>
                {
                    Some(undo)
                }
                None => self.enter_inline(node, source, Tag::Span),
            },
            Treatment::Callout => {
                Some(self.enter_container(source, Tag::Aside, Some(Class::Callout)))
            }
            Treatment::Bookmark => {
                self.enter_scope();
                self.now.in_card = true;
                Some(Undo::Scope)
            }
            Treatment::Post => {
                self.embedded_post = true;
                Some(self.enter_wrapper(source))
            }
            Treatment::Image => {
                self.read_image(source);
                None
            }
            Treatment::Picture => Some(Undo::Picture),
            Treatment::PictureSource => {
                self.picture_source(source);
                None
            }
            Treatment::Frame => {
                self.add_frame(source);
                None
            }
            Treatment::Media => {
                self.add_film(node, name, source);
                None
            }
            // What is shown without script: the twin of a lazy image or player, seldom more.
            Treatment::Noscript => {
                self.fallbacks += 1;
                Some(Undo::Noscript)
            }
        }
    }

    /// A script is left out, but for what it stands for: a formula, a post.
    fn read_script(&mut self, node: &P::Node, source: &SourceAttributes) {
        if source.value("type").starts_with("math/tex") {
            self.add_latex(&node.text_content());
        }
        let (src, post) = (source.value("src"), source.value("data-telegram-post"));
        if !post.is_empty() {
            self.add_third_party(&format!("https://t.me/{post}"), None);
        } else if let Some((gist, _)) = src
            .split_once(".js")
            .filter(|_| src.contains("//gist.github.com/"))
        {
            self.add_third_party(gist, None);
        } else if src.contains(".dailymotion.com/") && !source.value("data-video").is_empty() {
            let query = source.value("data-params");
            let film = source.value("data-video");
            self.add_third_party(
                &format!("https://www.dailymotion.com/video/{film}?{query}"),
                None,
            );
        }
    }

    /// Begins an element of the allow-list.
    fn enter_kept(&mut self, node: &P::Node, source: &SourceAttributes, tag: Tag) -> Option<Undo> {
        match tag {
            Tag::Br => self.line_break(),
            Tag::Wbr => self.word_break(),
            Tag::Hr => self.add_rule(),
            tag if !tag.is_block() => return self.enter_inline(node, source, tag),
            tag if tag.is_leaf() => {
                if tag.is_heading() {
                    self.begin_heading(node, tag);
                }
                return Some(self.enter_leaf(source, tag));
            }
            tag => {
                let undo = self.enter_container(source, tag, None);
                if tag == Tag::Li {
                    self.number_list(source);
                    self.begin_item(node, source);
                }
                return Some(undo);
            }
        }
        None
    }

    fn leave(&mut self, undo: Undo) {
        match undo {
            Undo::Nothing => {}
            Undo::Inline => self.close_inline(),
            Undo::Line { is_inline } => {
                if is_inline {
                    self.close_inline();
                }
                self.end_line();
            }
            Undo::Boundary => self.boundary(),
            Undo::Picture => self.picture.srcset.clear(),
            Undo::Noscript => self.fallbacks -= 1,
            Undo::Scope => {
                self.close_to(self.now.depth);
                if self.top() != Tag::Li {
                    self.line.mark = None;
                }
                self.forget_closed_caption();
                if let Some(outer) = self.outer.pop() {
                    self.now = outer;
                }
            }
        }
    }
}
