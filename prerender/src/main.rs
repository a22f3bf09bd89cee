//! `qari-prerender`: articles as HTML that is read at first paint.

use std::collections::HashSet;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use indicatif::{ProgressBar, ProgressStyle};
use qari_prerender::source::{Held, Source};
use qari_prerender::{
    Attributes, Fault, Files, Job, Prerendered, configured, notices, page, render, snippet, stream,
};
use qari_reader::config::{ATTRIBUTES, Allowed, Attribute};
use rayon::prelude::*;

/// How much of standard input is read at once, in bytes.
const BUFFER: usize = 1 << 16;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many different notices of a stream are told.
const MOST_NOTICES: usize = 100;

const EXAMPLES: &str = "\
Examples:
  qari-prerender article.json > snippet.html
  qari-prerender --theme sepia --base https://cdn.example/qari/ article.json
  qari-prerender --page --out public/ articles/
  qari-prerender --page https://news.example/wp-json/wp/v2/posts/3310?_embed > page.html
  qari-prerender --ndjson < articles.ndjson > html.ndjson

A line of --ndjson is an article, or {\"id\": …, \"article\": …, \"address\": …, \"attributes\": {\"theme\": \"sepia\"}}.
The exit status is 0 only if every article was written.";

fn main() -> ExitCode {
    match run(&command().get_matches()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("qari-prerender: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// The attributes that are options: what is rendered is the source, and where it is put is its place.
fn offered() -> impl Iterator<Item = &'static Attribute> {
    let is_option = |name| !matches!(name, "src" | "target");
    ATTRIBUTES
        .iter()
        .filter(move |attribute| is_option(attribute.name))
}

fn command() -> Command {
    let mut command = Command::new("qari-prerender")
        .about("Renders articles into HTML that is read before any script runs")
        .after_help(EXAMPLES)
        .arg(
            Arg::new("article")
                .value_name("ARTICLE")
                .help("Files, folders of .json files, http(s) addresses, in any format that Qari reads")
                .num_args(0..)
                .conflicts_with("ndjson")
                .required_unless_present_any(["ndjson", "oembed"]),
        )
        .arg(
            Arg::new("page")
                .long("page")
                .help("Whole pages, not snippets")
                .action(ArgAction::SetTrue),
        )
        .arg(
            Arg::new("ndjson")
                .long("ndjson")
                .help("One JSON article a line from standard input; one line of JSON for each, in order")
                .action(ArgAction::SetTrue)
                .conflicts_with("out"),
        )
        .arg(
            Arg::new("oembed")
                .long("oembed")
                .value_name("LIST")
                .help("The oEmbed answer of each article of this list, into --out (docs/IFRAME.md)")
                .value_parser(value_parser!(PathBuf))
                .requires("out")
                .conflicts_with_all(["article", "ndjson", "page"]),
        )
        .arg(
            Arg::new("base")
                .long("base")
                .value_name("FOLDER")
                .help("Where qari.js and qari.css lie; the page's own folder if it is not given")
                .default_value(""),
        )
        .arg(
            Arg::new("inline-style")
                .long("inline-style")
                .value_name("FILE")
                .help("The release's qari.css: the pages have it in themselves, and need not wait for it")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("DIR")
                .help("Writes a file NAME.html for each article")
                .value_parser(value_parser!(PathBuf)),
        );
    for attribute in offered() {
        let option = Arg::new(attribute.name)
            .long(attribute.name)
            .help_heading("Attributes (docs/ATTRIBUTES.md)");
        command = command.arg(if attribute.allowed == Allowed::Flag {
            option.action(ArgAction::SetTrue).help("As data-debug")
        } else {
            option
                .value_name("VALUE")
                .allow_hyphen_values(true)
                .help(format!("As data-{}: {}", attribute.name, attribute.allowed))
        });
    }
    command
}

/// Whether every article was written.
fn run(options: &ArgMatches) -> anyhow::Result<bool> {
    let out = options.get_one::<PathBuf>("out");
    if let Some((list, out)) = options.get_one::<PathBuf>("oembed").zip(out) {
        return configured::write(list, out);
    }
    let attributes = attributes(options);
    // Of a stream too, whose lines have no room for it.
    let told = notices(&attributes);
    for notice in &told {
        eprintln!("qari-prerender: {notice}");
    }
    let files = files(options)?;
    let html = if options.get_flag("page") {
        page
    } else {
        snippet
    };
    if options.get_flag("ndjson") {
        let progress = progress(None);
        let mut known: HashSet<String> = told.into_iter().collect();
        let counts = stream::run(
            io::BufReader::with_capacity(BUFFER, io::stdin()),
            io::stdout(),
            &stream::Options {
                attributes: &attributes,
                html,
                files: &files,
            },
            |done| progress.set_position(done),
            |notice| {
                // Each once, however many lines have it.
                if known.len() < MOST_NOTICES && known.insert(notice.to_owned()) {
                    eprintln!("qari-prerender: {notice}");
                }
            },
        )
        .context("standard input or output")?;
        progress.finish_and_clear();
        return Ok(counts.failed == 0);
    }

    let arguments = options.get_many::<String>("article").into_iter().flatten();
    let mut sources = Vec::new();
    let mut all = true;
    for argument in arguments {
        let named = Source::named(argument).with_context(|| argument.clone());
        match named {
            Ok(named) => sources.extend(named),
            Err(error) => {
                eprintln!("qari-prerender: {error:#}");
                all = false;
            }
        }
    }
    if sources.is_empty() {
        bail!("nothing to read");
    }
    if let Some(folder) = out {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let names = names(&sources);
        let progress = progress(Some(sources.len() as u64));
        let written: Vec<bool> = sources
            .par_iter()
            .zip(names)
            .map(|(source, name)| {
                let article = reported(source, rendered(source, &attributes, &told));
                progress.inc(1);
                article
                    .is_some_and(|article| is_written(&folder.join(name), &html(&article, &files)))
            })
            .collect();
        progress.finish_and_clear();
        return Ok(all && written.iter().all(|written| *written));
    }
    if options.get_flag("page") && sources.len() > 1 {
        bail!("--page makes a file of each article: say with --out where");
    }
    for source in &sources {
        match reported(source, rendered(source, &attributes, &told)) {
            Some(article) => io::stdout().write_all(html(&article, &files).as_bytes())?,
            None => all = false,
        }
    }
    Ok(all)
}

fn attributes(options: &ArgMatches) -> Attributes {
    offered()
        .filter_map(|attribute| {
            let name = attribute.name;
            let value = if attribute.allowed == Allowed::Flag {
                options.get_flag(name).then(String::new)
            } else {
                options.get_one::<String>(name).cloned()
            };
            Some((name.to_owned(), value?))
        })
        .collect()
}

/// Where the pages will have Qari's files.
fn files(options: &ArgMatches) -> anyhow::Result<Files> {
    let files = Files::at(options.get_one::<String>("base").map_or("", String::as_str));
    let Some(file) = options.get_one::<PathBuf>("inline-style") else {
        return Ok(files);
    };
    let css = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    files
        .with_style(css)
        .with_context(|| format!("{}: no stylesheet", file.display()))
}

/// Renders an article, and tells what is to be said of it alone.
fn rendered(
    source: &Source,
    attributes: &Attributes,
    told: &[String],
) -> Result<Prerendered, Fault> {
    let Held { json, address } = source.read()?;
    let article = render(&Job {
        json,
        address,
        attributes: attributes.clone(),
    })?;
    for notice in article
        .notices
        .iter()
        .filter(|notice| !told.contains(notice))
    {
        eprintln!("qari-prerender: {source}: {notice}");
    }
    Ok(article)
}

/// Tells the owner why there is no article.
fn reported<T>(source: &Source, result: Result<T, Fault>) -> Option<T> {
    result
        .inspect_err(|fault| eprintln!("qari-prerender: {source}: {fault}"))
        .ok()
}

/// Whether the file could be written.
fn is_written(file: &Path, html: &str) -> bool {
    let written = fs::write(file, html);
    if let Err(error) = &written {
        eprintln!("qari-prerender: {}: {error}", file.display());
    }
    written.is_ok()
}

/// A file name for each; what would have the name of another gets a number.
fn names(sources: &[Source]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for source in sources {
        let stem = source.stem();
        let mut name = format!("{stem}.html");
        let mut number = 2;
        while names.contains(&name) {
            name = format!("{stem}-{number}.html");
            number += 1;
        }
        names.push(name);
    }
    names
}

/// A bar where somebody looks; nothing else.
fn progress(length: Option<u64>) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = length.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    let template = if length.is_some() {
        "{wide_bar} {pos}/{len} {per_sec}"
    } else {
        "{spinner} {pos} {per_sec}"
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
