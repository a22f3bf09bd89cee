//! The lead image.

use serde_json::Value;

use super::Builder;
use crate::article::Image;
use crate::article::body::{self, Node};
use crate::article::formats::image;
use crate::article::formats::source::{
    ALT, CAPTION, CREDIT, HEIGHT, IMAGE, MOST, WIDTH, pixels_in,
};
use crate::article::formats::table::Field;
use crate::platform::Platform;

impl<'a, P: Platform> Builder<'a, P> {
    /// The lead image, read as the images of a body are.
    pub(super) fn lead_image(&self) -> Option<Image> {
        let (object, value, width) = self.main_image()?;
        let context = self.piece();
        let mut nodes = body::from_html(self.platform, &image::image(value)?, &context);
        let Some(Node::Image(mut found)) = nodes.pop() else {
            return None;
        };
        let described = |paths, field| {
            let of_image = self.text(self.source.inside(object, field, paths));
            let text = if of_image.is_empty() {
                self.text(self.source.first(field))
            } else {
                of_image
            };
            (!text.is_empty()).then_some(text)
        };
        found.alt = described(&ALT, Field::ImageAlt).unwrap_or_default();
        found.caption = described(&CAPTION, Field::ImageCaption);
        found.credit = described(&CREDIT, Field::ImageCredit);
        found.width = found.width.or(width);
        if found.width.is_none() && found.height.is_none() {
            // The file is a text in the image, which has the size.
            let size = [&WIDTH, &HEIGHT].map(|side| pixels_in(object, side));
            [found.width, found.height] = size;
        }
        Some(*found)
    }

    /// What the lead image is said to be, its file, and the file's width if that is known.
    fn main_image(&self) -> Option<(&'a Value, &'a Value, Option<u32>)> {
        // Where the owner says where the file stands: in the image, or in the article if no image is named.
        let file = |object: &'a Value| {
            let take = |value| self.widest(value);
            let (value, width) = self.source.own(object, Field::ImageUrl, take)?;
            Some((object, value, width))
        };
        // What is said of one image of a list is not said of another.
        let first = |value: &'a Value| match value {
            Value::Array(items) => items.iter().take(MOST).find_map(file),
            _ => file(value),
        };
        let own = self.source.find(Field::Image, first);
        own.or_else(|| {
            let (value, width) = self.source.find(Field::Image, |value| self.widest(value))?;
            Some((value, value, width))
        })
        .or_else(|| file(self.source.item))
    }

    /// The image that `value` (an address, an object, or a list of either) is, with its width if that is said: of
    /// several the widest, and of those the first.
    pub(super) fn widest(&self, value: &'a Value) -> Option<(&'a Value, Option<u32>)> {
        if let Value::Array(items) = value {
            let images = items.iter().take(MOST).filter_map(|item| self.widest(item));
            return images.reduce(|best, next| if next.1 > best.1 { next } else { best });
        }
        let image = self.whole(value, &IMAGE);
        image::address(image)?;
        Some((image, pixels_in(image, &WIDTH)))
    }
}
