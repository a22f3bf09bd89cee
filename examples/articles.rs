//! How long an article takes from its JSON to the finished tree: reads the file, builds it `count` times, and prints the
//! microseconds of one. `bench/native.mjs` runs it, of two builds in turn; see docs/PERFORMANCE.md.
//!
//!     cargo run --release --example articles -- FILE COUNT

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;
use std::{env, fs};

use qari_reader::article::formats::{self, ReadOptions};
use qari_reader::article::{Article, BuildContext, build};
use qari_reader::native::Native;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, count] = arguments.as_slice() else {
        return Err("articles FILE COUNT".into());
    };
    let json = fs::read_to_string(file)?;
    let count: u32 = count.parse()?;
    // Tables are read and memory is asked for when they are first needed.
    for _ in 0..count.div_ceil(10) {
        black_box(article(&json));
    }
    let start = Instant::now();
    for _ in 0..count {
        black_box(article(&json));
    }
    println!(
        "{:.1}",
        start.elapsed().as_secs_f64() * 1e6 / f64::from(count)
    );
    Ok(())
}

fn article(json: &str) -> Option<Article> {
    let reading = formats::read([json], ReadOptions::default()).ok()?;
    let context = BuildContext {
        source_url: "https://news.example/wp-json/wp/v2/posts/3310",
        secure: true,
        ..BuildContext::default()
    };
    Some(build(&Native, reading.draft, &context, None))
}
