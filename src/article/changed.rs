//! What became of the elements of a body's HTML, in numbers: for the owner's debug panel.

use super::body::{self, Node};

/// The elements of `html` that are not in the body as they were, and how many of each: left out, unwrapped, or made into
/// others.
pub fn changed(html: &str, body: &[Node]) -> Vec<(String, i32)> {
    let mut counts = Vec::new();
    count(html, &mut counts, 1);
    count(&body::html(body), &mut counts, -1);
    counts.retain(|(_, count)| *count > 0);
    counts
}

/// Adds `one` for each element that begins in the HTML.
fn count(html: &str, counts: &mut Vec<(String, i32)>, one: i32) {
    for after in html.split('<').skip(1) {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let name = after[..end.unwrap_or(after.len())].to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += one,
            None => counts.push((name, one)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::body::{BodyContext, from_html};
    use crate::native::Native;

    #[test]
    fn what_is_left_out_or_unwrapped_is_counted() {
        let html = "<DIV><p>نص <font>ملون</font></p><script>x</script><script>y</script><p>1 < 2</p></DIV>";
        let context = BodyContext {
            base: "https://a.example/",
            secure: true,
            language: "ar",
            title: "",
            lead_image: None,
        };
        let body = from_html(&Native, html, &context);
        let told = changed(html, &body);
        let told: Vec<_> = told
            .iter()
            .map(|(name, count)| (name.as_str(), *count))
            .collect();
        assert_eq!(told, [("div", 1), ("font", 1), ("script", 2)]);
    }
}
