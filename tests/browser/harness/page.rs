//! The partner's page that a scenario builds: plain HTML with the snippet as a partner would paste it.
//!
//! `{cdn}`, `{api}` and `{partner}` stand for the three origins anywhere in it, and `{recorder}` in a policy for the
//! recorder's address.

/// A page, by default an Arabic one with a sentence before and after what the scenario puts in.
pub struct Page {
    language: &'static str,
    direction: &'static str,
    head: String,
    body: String,
    policy: Option<String>,
    frame: Option<String>,
}

impl Page {
    /// A page with this between the two sentences.
    pub fn new(body: impl Into<String>) -> Self {
        Self {
            language: "ar",
            direction: "rtl",
            head: String::new(),
            body: body.into(),
            policy: None,
            frame: None,
        }
    }

    /// The element form with these attributes besides `data-src`, and a fallback link. `crossorigin` makes the browser
    /// report what is uncaught in the script, which it hides from a page of another origin otherwise.
    pub fn element(source: &str, attributes: &str) -> Self {
        Self::new(format!(
            r#"<script async crossorigin src="{{cdn}}/qari.js"></script>
<qari-reader data-src="{source}" data-loading="eager" {attributes}><a id="fallback" href="/article">اقرأ المقال</a></qari-reader>"#
        ))
    }

    /// Several elements, without a fallback.
    pub fn elements(sources: &[&str]) -> Self {
        let mut body = r#"<script async crossorigin src="{cdn}/qari.js"></script>"#.to_owned();
        for source in sources {
            body +=
                &format!(r#"<qari-reader data-src="{source}" data-loading="eager"></qari-reader>"#);
        }
        Self::new(body)
    }

    /// Language and direction of the host page.
    pub fn language(self, language: &'static str, direction: &'static str) -> Self {
        Self {
            language,
            direction,
            ..self
        }
    }

    /// Puts this into the head, after the recorder.
    pub fn head(mut self, html: &str) -> Self {
        self.head.push_str(html);
        self
    }

    /// Sends this as `Content-Security-Policy`.
    pub fn policy(self, policy: &str) -> Self {
        Self {
            policy: Some(policy.to_owned()),
            ..self
        }
    }

    /// Shows the page inside a frame with these attributes; scripts then run in the frame.
    pub fn in_frame(self, attributes: &str) -> Self {
        Self {
            frame: Some(attributes.to_owned()),
            ..self
        }
    }

    pub(super) fn html(&self) -> String {
        format!(
            r#"<!doctype html>
<html lang="{}" dir="{}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>صفحة الشريك</title>
<script src="{{recorder}}"></script>
{}
</head>
<body>
<p id="before">جملة من الصفحة قبل المقال.</p>
{}
<p id="after">جملة من الصفحة بعد المقال.</p>
</body>
</html>"#,
            self.language, self.direction, self.head, self.body
        )
    }

    pub(super) fn outer_html(&self, inner: &str) -> Option<String> {
        let frame = self.frame.as_ref()?;
        Some(format!(
            r#"<!doctype html><meta charset="utf-8"><title>صفحة تضم إطارا</title>
<script src="{{recorder}}"></script><iframe src="{inner}" {frame}></iframe>"#
        ))
    }

    pub(super) fn policy_header(&self) -> Option<&str> {
        self.policy.as_deref()
    }
}
