//! Where images stand: beside their copies, in their links, in their figures.

use super::image_file::{Placeholder, file_name, is_copy, is_image_file, placeholder, stem};
use super::tree::Cleaner;
use super::{Element, Node, Tag};
use crate::article::{Image, SafeUrl};
use crate::platform::Platform;

/// The widest thumbnail, in pixels.
const WIDEST_THUMBNAIL: u32 = 400;
/// Narrower than this, an image does not fill the column.
const WIDEST_SMALL: u32 = 1000;

/// What is known of the images that came already.
#[derive(Debug, Default)]
pub(super) struct Images {
    /// What came last, if it was an image: a copy of it is then known for one.
    pub last: LastImage,
    /// The [`stem`] of the last image.
    last_stem: Option<String>,
    /// The depth of the figure whose only image is the lead's, whose caption is shown there.
    pub captionless: Option<usize>,
}

/// What came last, as far as it was an image.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum LastImage {
    /// It was none.
    #[default]
    None,
    Shown,
    ShownInNoscript,
    /// One that is not shown; nor is its copy.
    Dropped,
}

/// What the `picture` around offers its image.
#[derive(Debug, Default)]
pub(super) struct Picture {
    pub srcset: String,
    /// It can stand for the image: it is of the same shape, and of a kind that every browser reads.
    pub is_sure: bool,
}

impl<P: Platform> Cleaner<'_, P> {
    /// The address of something to load, as https where the page is.
    pub fn media_url(&self, address: &str) -> Option<SafeUrl> {
        let context = self.context;
        SafeUrl::secured(self.platform, address, context.base, context.secure)
    }

    /// An image, in the link around it unless that leads to the image itself.
    ///
    /// Lazy images have a copy of themselves in a `noscript` beside them: of the two only the first stays.
    pub fn add_image(&mut self, mut image: Image) {
        self.take_larger(&mut image);
        let before = std::mem::take(&mut self.images.last);
        let in_noscript = self.fallbacks > 0;
        let stem = stem(image.url.as_str());
        let is_copy_of_last = self.images.last_stem.as_deref() == Some(stem);
        match before {
            LastImage::Dropped if in_noscript => return,
            LastImage::Shown if in_noscript => return self.merge_twin(image),
            LastImage::ShownInNoscript if is_copy_of_last && !in_noscript => {
                return self.merge_twin(image);
            }
            LastImage::None
            | LastImage::Shown
            | LastImage::ShownInNoscript
            | LastImage::Dropped => {}
        }
        if is_copy_of_last && in_noscript {
            return;
        }
        let stem = stem.to_owned();
        let is_first = self.images.last_stem.is_none();
        if is_first && self.is_lead(&stem) {
            self.images.last_stem = Some(stem);
            self.images.last = LastImage::Dropped;
            return;
        }
        let url = image.url.clone();
        let mut node = Node::from(image);
        if let Some(link) = self.within(Tag::A)
            && !link
                .attributes
                .href()
                .is_some_and(|href| is_copy(href.as_str(), &stem) || href.as_str() == url.as_str())
        {
            node = Node::Element(Element {
                attributes: link.attributes.clone(),
                ..Element::around(Tag::A, node)
            });
        }
        self.images.last_stem = Some(stem);
        self.add_block(node);
        self.images.last = match in_noscript {
            true => LastImage::ShownInNoscript,
            false => LastImage::Shown,
        };
    }

    /// A thumbnail that links to its larger file is that file.
    fn take_larger(&self, image: &mut Image) {
        let href = self.within(Tag::A).and_then(|link| link.attributes.href());
        let larger = href.filter(|href| is_image_file(href.as_str()));
        let Some(larger) = larger.and_then(|href| self.media_url(href.as_str())) else {
            return;
        };
        let width = image.width.unwrap_or(u32::MAX);
        let is_same = is_copy(larger.as_str(), stem(image.url.as_str()))
            || file_name(larger.as_str()) == file_name(image.url.as_str());
        if larger == image.url || !(is_same || width <= WIDEST_THUMBNAIL) {
            return;
        }
        let widest = image.variants.iter().map(|variant| variant.width).max();
        if width <= WIDEST_THUMBNAIL {
            // A thumbnail may be cut out of the file, so its shape says nothing.
            (image.width, image.height) = (None, None);
            image.variants.clear();
        } else if widest.is_some_and(|widest| widest < WIDEST_SMALL) {
            image.variants.clear();
        }
        image.url = larger;
    }

    /// Whether the body's first image is the lead image, which is shown above it, with its caption.
    fn is_lead(&mut self, image: &str) -> bool {
        let lead = self.context.lead_image;
        let Some(lead) = lead.filter(|lead| stem(lead.url.as_str()) == image) else {
            return false;
        };
        if lead.caption.is_some() && self.top() == Tag::Figure {
            self.images.captionless = Some(self.path.len());
        }
        true
    }

    /// Adds to the last image what its twin knows and it did not say.
    fn merge_twin(&mut self, twin: Image) {
        let open = self.path.last_mut();
        let last = open.and_then(|open| open.element.children.last_mut());
        let Some(image) = last.and_then(image_in) else {
            return;
        };
        if placeholder(&image.url) != Placeholder::No {
            image.url = twin.url;
            image.variants = twin.variants;
        }
        if image.alt.is_empty() {
            image.alt = twin.alt;
        }
        if image.width.is_none() || image.height.is_none() {
            (image.width, image.height) = (twin.width, twin.height);
        }
    }
}

/// The image that a block is, perhaps in a link or a figure.
fn image_in(node: &mut Node) -> Option<&mut Image> {
    match node {
        Node::Image(image) => Some(image),
        Node::Element(element) => element.children.first_mut().and_then(image_in),
        Node::Text(_) | Node::Embed(_) => None,
    }
}
