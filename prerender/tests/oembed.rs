//! `--oembed`: an answer for each article of a list, and the line for its page.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn run(folder: &Path, list: &Value) -> Output {
    fs::write(folder.join("oembed.json"), list.to_string()).unwrap();
    Command::new(env!("CARGO_BIN_EXE_qari-prerender"))
        .args(["--oembed", "oembed.json", "--out", "out"])
        .current_dir(folder)
        .output()
        .unwrap()
}

/// The list that docs/IFRAME.md shows.
const EXAMPLE: &str = include_str!("../../examples/iframe/oembed.json");

/// The same with other articles.
fn list(articles: Value) -> Value {
    let mut list: Value = serde_json::from_str(EXAMPLE).unwrap();
    list["articles"] = articles;
    list
}

/// The documented list as it is, but that its article is read from the disk.
#[test]
fn the_documented_list_is_understood() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("train.json"),
        r#"{"title":"قطار","url":"https://news.example/train","body":"<p>نص</p>"}"#,
    )
    .unwrap();
    let mut list: Value = serde_json::from_str(EXAMPLE).unwrap();
    list["articles"][0]["file"] = json!("train.json");
    let output = run(folder.path(), &list);
    assert!(output.status.success(), "{output:?}");
    assert!(folder.path().join("out/train.json").exists());
}

#[test]
fn an_answer_is_written_for_each_article_and_the_line_for_its_page() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("train.json"),
        r#"{"title":"قطار «الأطلس» & رحلة","url":"https://news.example/train","body":"<p>نص</p>",
            "authors":[{"name":"سلمى"}],"publisher":{"name":"أخبار"},
            "image":{"url":"https://news.example/t.jpg","width":800,"height":450}}"#,
    )
    .unwrap();
    let output = run(
        folder.path(),
        &list(json!([{
            "name": "train", "src": "https://news.example/train.json?a=1&b=2", "file": "train.json",
            "attributes": { "theme": "sepia", "text-size": "4" }, "height": 800,
        }])),
    );
    assert!(output.status.success(), "{output:?}");
    let answer = fs::read_to_string(folder.path().join("out/train.json")).unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(
        answer,
        json!({
            "version": "1.0",
            "type": "rich",
            "title": "قطار «الأطلس» & رحلة",
            "author_name": "سلمى",
            "provider_name": "أخبار",
            "provider_url": "https://news.example",
            "thumbnail_url": "https://news.example/t.jpg",
            "thumbnail_width": 800,
            "thumbnail_height": 450,
            "width": 640,
            "height": 800,
            "html": "<blockquote><a href=\"https://news.example/train\">قطار «الأطلس» &amp; رحلة</a></blockquote>\
                <iframe class=\"qari\" title=\"قطار «الأطلس» &amp; رحلة\" \
                src=\"https://cdn.example/v0/embed.html?src=https%3A%2F%2Fnews.example%2Ftrain.json%3Fa%3D1%26b%3D2&amp;theme=sepia&amp;text-size=4\" \
                width=\"640\" height=\"800\" frameborder=\"0\" loading=\"lazy\" \
                sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>",
        })
    );
    let links = fs::read_to_string(folder.path().join("out/links.html")).unwrap();
    assert_eq!(
        links,
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://cdn.example/oembed/train.json\" \
         title=\"قطار «الأطلس» &amp; رحلة\">\n"
    );
}

#[test]
fn a_bad_article_is_told_with_its_code_and_the_others_are_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("good.json"),
        r#"{"title":"خبر","body":"نص"}"#,
    )
    .unwrap();
    fs::write(
        folder.path().join("empty.json"),
        r#"{"title":"","body":""}"#,
    )
    .unwrap();
    fs::write(folder.path().join("page.json"), "<html>").unwrap();
    let entry = |name: &str, file: &str| json!({ "name": name, "src": "https://n.example/a.json", "file": file });
    let output = run(
        folder.path(),
        &list(json!([
            entry("empty", "empty.json"),
            entry("page", "page.json"),
            entry("missing", "missing.json"),
            entry("../up", "good.json"),
            entry("good", "good.json"),
        ])),
    );
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    for said in [
        "oEmbed: empty: empty-article: ",
        "oEmbed: page: not-json: ",
        "oEmbed: missing: config: ",
        "oEmbed: ../up: config: a name is of letters",
    ] {
        assert!(told.contains(said), "no «{said}» in: {told}");
    }
    let mut written: Vec<String> = fs::read_dir(folder.path().join("out"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    written.sort();
    assert_eq!(written, ["good.json", "links.html"]);
}

#[test]
fn a_list_that_can_not_be_read_fails() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(
        folder.path(),
        &json!({ "embed": "https://cdn.example/embed.html" }),
    );
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("oembed.json"), "{told}");
}
