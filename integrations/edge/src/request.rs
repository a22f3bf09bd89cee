//! What is asked for: `GET /read?src=ADDRESS&as=snippet&…attributes`, `GET /oembed?url=ADDRESS`.

use qari_prerender::Attributes;
use qari_reader::config::ATTRIBUTES;
use url::Url;
use url::form_urlencoded::Serializer;

use crate::oembed;

/// What the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A page of its own.
    #[default]
    Page,
    /// What another page holds.
    Snippet,
    /// A page that tells the page around its frame how high it is.
    Frame,
    /// JSON that says how such a frame is made ([`oembed`]).
    Oembed,
}

impl Form {
    /// Its name as a parameter.
    fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Snippet => "snippet",
            Self::Frame => "frame",
            Self::Oembed => "oembed",
        }
    }
}

/// A request, read.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Where the article is, as written; empty where that is not said.
    pub source: String,
    /// What is wanted.
    pub form: Form,
    /// Attributes without `data-`, by name.
    pub attributes: Attributes,
    /// Parameters that mean nothing, and values that are not taken.
    pub ignored: Vec<String>,
    /// Path and query, for a second try.
    pub again: String,
    /// Of oEmbed: the room that the asking site has.
    pub max_width: Option<u32>,
    /// The same.
    pub max_height: Option<u32>,
    /// Of oEmbed: a form of answer that is not there.
    pub is_other_format: bool,
}

/// Where articles are.
const READ: &str = "/read";

/// Attributes that say where: that is the source, and the answer.
const NOT_TAKEN: &[&str] = &["src", "target"];

impl Request {
    /// Reads the address of a request. Of a parameter that is there twice, the first is meant.
    pub fn read(address: &Url) -> Self {
        match address.path() {
            oembed::PATH => Self::read_oembed(address),
            _ => Self::read_article(address),
        }
    }

    /// `url` is one of the Worker's own pages, or the address of an article.
    fn read_oembed(address: &Url) -> Self {
        let parameter = |wanted: &str| {
            let mut pairs = address.query_pairs();
            let found = pairs.find(|(name, _)| name == wanted);
            found.map_or_else(String::new, |(_, value)| value.trim().to_owned())
        };
        let asked = parameter("url");
        // The scheme may differ: a proxy may stand before the Worker.
        let is_own = |url: &Url| {
            url.path() == READ && (url.host(), url.port()) == (address.host(), address.port())
        };
        let own = Url::parse(&asked).ok().filter(is_own);
        let meant = own.map_or_else(
            || Self {
                source: asked,
                ..Self::default()
            },
            |url| Self::read_article(&url),
        );
        let format = parameter("format");
        Self {
            form: Form::Oembed,
            again: address[url::Position::BeforePath..url::Position::AfterQuery].to_owned(),
            max_width: parameter("maxwidth").parse().ok(),
            max_height: parameter("maxheight").parse().ok(),
            is_other_format: !matches!(format.as_str(), "" | "json"),
            ..meant
        }
    }

    fn read_article(address: &Url) -> Self {
        let mut request = Self {
            again: address[url::Position::BeforePath..url::Position::AfterQuery].to_owned(),
            ..Self::default()
        };
        let mut met: Vec<String> = Vec::new();
        for (name, value) in address.query_pairs() {
            let (name, value) = (name.to_ascii_lowercase(), value.trim());
            if met.contains(&name) {
                continue;
            }
            let is_attribute = ATTRIBUTES.iter().any(|known| known.name == name)
                && !NOT_TAKEN.contains(&name.as_str());
            match name.as_str() {
                "src" => value.clone_into(&mut request.source),
                "as" => match value.to_ascii_lowercase().as_str() {
                    "page" => request.form = Form::Page,
                    "snippet" => request.form = Form::Snippet,
                    "frame" => request.form = Form::Frame,
                    _ => request
                        .ignored
                        .push(format!("as={value}: page, snippet, frame")),
                },
                _ if is_attribute => request.attributes.push((name.clone(), value.to_owned())),
                _ => request.ignored.push(name.clone()),
            }
            met.push(name);
        }
        request.attributes.sort();
        request
    }

    /// The address under which the answer is kept: the same for requests that mean the same.
    pub fn key(&self, own: &Url) -> String {
        match self.form {
            Form::Oembed => {
                let room =
                    |most: Option<u32>| most.map_or_else(String::new, |most| most.to_string());
                let mut key = own.clone();
                key.query_pairs_mut()
                    .clear()
                    .append_pair("url", &self.address(own, Form::Page))
                    .append_pair("maxwidth", &room(self.max_width))
                    .append_pair("maxheight", &room(self.max_height));
                key.set_fragment(None);
                key.into()
            }
            form => self.address(own, form),
        }
    }

    /// The address of this article in this form, on the host of `own`.
    pub fn address(&self, own: &Url, form: Form) -> String {
        let mut query = Serializer::new(String::new());
        query
            .append_pair("as", form.name())
            .append_pair("src", &self.source);
        query.extend_pairs(&self.attributes);
        let mut address = own.clone();
        address.set_path(READ);
        address.set_query(Some(&query.finish()));
        address.set_fragment(None);
        address.into()
    }

    /// The value of an attribute; empty where it is not there.
    pub fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> (Request, String) {
        let url = Url::parse(&format!("https://edge.example/read?{query}")).unwrap();
        let request = Request::read(&url);
        let key = request.key(&url);
        (request, key)
    }

    #[test]
    fn a_request_says_source_form_and_attributes() {
        let (request, _) = read(
            "theme=sepia&src=https%3A%2F%2Fnews.example%2Fa%3Fb%3Dc%26d&as=Snippet&Text-Size=5&theme=dark",
        );
        assert_eq!(request.source, "https://news.example/a?b=c&d");
        assert_eq!(request.form, Form::Snippet);
        let attributes = [("text-size", "5"), ("theme", "sepia")];
        assert_eq!(
            request.attributes,
            attributes.map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
        assert!(request.ignored.is_empty());
    }

    #[test]
    fn what_means_nothing_is_ignored_and_told() {
        let (request, _) = read("src=a&utm_source=x&as=pdf&target=body&format=wordpress");
        assert_eq!(request.form, Form::Page);
        assert_eq!(
            request.ignored,
            ["utm_source", "as=pdf: page, snippet, frame", "target"]
        );
        assert_eq!(request.attribute("format"), "wordpress");
    }

    #[test]
    fn oembed_is_of_an_own_page_or_of_any_article() {
        let ask = |query: &str| {
            let url = Url::parse(&format!("https://edge.example/oembed?{query}")).unwrap();
            (Request::read(&url), Request::read(&url).key(&url))
        };
        let (own, key) = ask(
            "url=http%3A%2F%2Fedge.example%2Fread%3Fsrc%3Dhttps%253A%252F%252Fn.example%252Fa%26theme%3Ddark&maxwidth=500&format=json&dnt=1",
        );
        assert_eq!(own.source, "https://n.example/a");
        assert_eq!(own.attribute("theme"), "dark");
        assert_eq!((own.max_width, own.max_height), (Some(500), None));
        assert_eq!(own.form, Form::Oembed);
        assert!(!own.is_other_format);
        let (same, same_key) = ask(
            "maxwidth=500&url=https%3A%2F%2Fedge.example%2Fread%3Ftheme%3Ddark%26as%3Dpage%26src%3Dhttps%253A%252F%252Fn.example%252Fa",
        );
        assert_eq!((same.source, same_key), (own.source, key));
        let (other, _) = ask("url=https%3A%2F%2Fn.example%2Fread%3Fsrc%3Dx&format=xml");
        assert_eq!(other.source, "https://n.example/read?src=x");
        assert!(other.is_other_format);
        assert_eq!(ask("maxwidth=1").0.source, "");
    }

    #[test]
    fn requests_that_mean_the_same_are_kept_once() {
        let (_, one) = read("src=https://n.example/a&theme=dark&lang=ar&utm=1");
        let (_, other) = read("lang=ar&theme=dark&as=page&src=https%3A%2F%2Fn.example%2Fa#part");
        let (_, snippet) = read("lang=ar&theme=dark&as=snippet&src=https%3A%2F%2Fn.example%2Fa");
        assert_eq!(one, other);
        assert_ne!(one, snippet);
    }
}
