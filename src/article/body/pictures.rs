//! Images under construction: the link around them, their `noscript` twins, the lead's copy.

use super::tree::{Last, Tree};
use super::{Node, Tag, attributes, files};
use crate::article::Image;

impl Tree<'_> {
    /// An image, in the link around it unless that leads to the image itself.
    ///
    /// Lazy images have a copy of themselves in a `noscript` beside them: of the two only the first stays.
    pub fn image(&mut self, image: Image, noscript: bool) {
        let before = std::mem::replace(&mut self.last, Last::Other);
        let copy = self
            .last_image
            .as_ref()
            .is_some_and(|last| files::same(last, &image));
        match before {
            Last::Dropped if noscript => return,
            Last::Image if noscript => return self.merge_twin(image),
            Last::Noscript if copy && !noscript => return self.merge_twin(image),
            _ if copy && noscript => return,
            _ => {}
        }
        let lead = self
            .context
            .lead_image
            .filter(|_| self.last_image.is_none());
        self.last_image = Some(image.clone());
        if let Some(lead) = lead.filter(|lead| files::same(lead, &image)) {
            self.last = Last::Dropped;
            if lead.caption.is_some() && self.top() == Tag::Figure {
                self.captionless = self.path.len();
            }
            return;
        }
        let link = self
            .within(Tag::A)
            .filter(|link| !files::leads_to(link, &image))
            .cloned();
        let paid = link
            .as_ref()
            .map(|link| attributes::weight(&link.attributes));
        let paid = paid.and_then(|cost| self.budget.checked_sub(cost));
        self.budget = paid.unwrap_or(self.budget);
        let link = link.filter(|_| paid.is_some());
        let node = Node::Image(image);
        self.block(match link {
            Some(mut link) => {
                link.children.push(node);
                Node::Element(link)
            }
            None => node,
        });
        self.last = if noscript {
            Last::Noscript
        } else {
            Last::Image
        };
    }

    /// An image that was left out: its twin is left out too.
    pub fn image_dropped(&mut self) {
        self.last = Last::Dropped;
    }

    /// What the twin knows and the image did not say.
    fn merge_twin(&mut self, twin: Image) {
        let Some(last) = self
            .path
            .last_mut()
            .and_then(|open| open.element.children.last_mut())
        else {
            return;
        };
        let image = match last {
            Node::Element(link) => link.children.first_mut(),
            other => Some(other),
        };
        if let Some(Node::Image(image)) = image {
            if image.alt.is_empty() {
                image.alt = twin.alt;
            }
            if image.width.is_none() || image.height.is_none() {
                (image.width, image.height) = (twin.width, twin.height);
            }
        }
    }
}
