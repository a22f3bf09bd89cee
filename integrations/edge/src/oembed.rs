//! oEmbed (<https://oembed.com>): how another site's editor gets an article's frame from its address alone.

use html_escape::encode_double_quoted_attribute as attribute;
use qari_prerender::Prerendered;
use qari_prerender::oembed::{self, Frame, HEIGHT, WIDTH};
use url::Url;
use url::form_urlencoded::byte_serialize;

use crate::request::{Form, Request};

/// Where it is asked for.
pub const PATH: &str = "/oembed";

/// The answer, in the room that the asking site has (`maxwidth`, `maxheight`). `own` is an address of the Worker.
pub fn json(article: &Prerendered, request: &Request, own: &Url) -> String {
    let frame = Frame {
        address: &request.address(own, Form::Frame),
        link: &request.source,
        host: own.host_str().unwrap_or_default(),
        home: &own[..url::Position::BeforePath],
        width: request.max_width.map_or(WIDTH, |most| most.min(WIDTH)),
        height: request.max_height.map_or(HEIGHT, |most| most.min(HEIGHT)),
    };
    oembed::answer(article, &frame)
}

/// The line in a page's head by which editors find the answer.
pub fn discovery(article: &Prerendered, request: &Request, own: &Url) -> String {
    let page = request.address(own, Form::Page);
    let asked: String = byte_serialize(page.as_bytes()).collect();
    let home = &own[..url::Position::BeforePath];
    oembed::discovery(article, &format!("{home}{PATH}?url={asked}"))
}

/// What a page in a frame has in its head besides: the script that tells its height.
pub fn in_frame(base: &str) -> String {
    let base = attribute(base);
    format!(
        "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"stylesheet\" href=\"{base}embed.css\">\n\
         <script defer src=\"{base}embed.js\"></script>\n"
    )
}
