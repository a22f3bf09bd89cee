//! What each part of the way from JSON to the page takes natively, of an article of 1,000 words: `cargo bench`.

use std::fs;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use qari_prerender::{Files, Job, render, snippet};
use qari_reader::article::body::{BodyContext, from_html};
use qari_reader::article::formats::{self, ReadOptions};
use qari_reader::article::{Article, BuildContext, build};
use qari_reader::native::Native;
use qari_reader::platform::Platform;

const SOURCE: &str = "https://news.example/wp-json/wp/v2/posts/3310";

/// The tree of an article's JSON.
fn article(json: &str) -> Article {
    let reading = formats::read([json], ReadOptions::default()).expect("the post can be read");
    let context = BuildContext {
        source_url: SOURCE,
        secure: true,
        ..BuildContext::default()
    };
    build(&Native, reading.draft, &context, None)
}

fn of_article(criterion: &mut Criterion) {
    let json = fs::read_to_string("bench/post.json").expect("the post is there");
    let reading = formats::read([&json], ReadOptions::default()).expect("the post can be read");
    let html = reading.draft.body().into_owned();
    let context = BodyContext {
        base: "https://news.example/2026/07/21/argan/",
        secure: true,
        language: "ar",
        title: "",
        lead_image: None,
    };
    criterion.bench_function("formats: JSON to draft", |bencher| {
        bencher.iter(|| formats::read([black_box(&json)], ReadOptions::default()));
    });
    criterion.bench_function("native: HTML to parsed tree", |bencher| {
        bencher.iter(|| Native.parse(black_box(&html)));
    });
    criterion.bench_function("body: HTML to cleaned tree", |bencher| {
        bencher.iter(|| from_html(&Native, black_box(&html), &context));
    });
    criterion.bench_function("article: JSON to finished tree", |bencher| {
        bencher.iter(|| article(black_box(&json)));
    });
    let job = Job {
        json: json.clone(),
        address: SOURCE.to_owned(),
        attributes: Vec::new(),
    };
    criterion.bench_function("prerender: JSON to snippet", |bencher| {
        bencher.iter(|| render(black_box(&job)).map(|article| snippet(&article, &Files::at(""))));
    });
}

criterion_group!(benches, of_article);
criterion_main!(benches);
