//! `cargo xtask`: everything a developer or CI does with this repo, as one command each.
//!
//! Every command sets up what it needs first (see [`setup`]), so a fresh clone needs rustup and Node and nothing else.

use std::process::ExitCode;

mod bench;
mod build;
mod edge;
mod finish;
mod hosts;
mod needs;
mod npm;
mod packages;
mod paths;
mod release;
mod run;
mod scale;
mod screenshots;
mod serve;
mod setup;
mod sizes;
mod test;
mod types;

use needs::Scope;
use test::Tested;

const HELP: &str = "\
cargo xtask serve               the demo on http://127.0.0.1:8080, every state of the reader on
                                http://localhost:8080/gallery/, rebuilt on change
cargo xtask test                every test: format, lints, native, size budget, types, three browsers
cargo xtask test native         only what needs no browser
cargo xtask test crates         licences and origins of all crates
cargo xtask test hosting        nginx, Caddy and Apache with a release of dist/ as it is
cargo xtask test packages       the npm package of dist/ as it is, with each bundler and framework, in three browsers
cargo xtask test wordpress      the plugin of integrations/wordpress in a WordPress of its own, and in three browsers on dist/ as it is
cargo xtask test hosts          sites of Turbo, htmx, Astro, Next and others with dist/ as it is, in three browsers
cargo xtask test browser [NAME] only the browser tests (those whose name contains NAME), on a fresh release;
                                --dev before NAME: on a development build, whose faults have names and places;
                                --no-build before NAME: on dist/ as it is. QARI_DIST=FOLDER: on that build.
                                QARI_KEEP=1 leaves the browser open where a test fails (docs/TESTING.md)
cargo xtask build               the release dist/, with its table of sizes
cargo xtask release             what a site or a CDN serves, in release/: versioned folders, hashes, licences, archive;
                                --no-build first: of dist/ as it is; --oembed LIST: with oEmbed answers (docs/IFRAME.md)
cargo xtask bench [OPTIONS]     measures Qari beside other ways of showing an article (docs/PERFORMANCE.md):
                                --no-build first: dist/ as it is; --runs N, --only NAME,…, --resume, --write,
                                --check: only whether all show the same
cargo xtask edge                the Worker of integrations/edge on http://127.0.0.1:8787, with an article to read
cargo xtask edge build          the Worker, in target/edge, to be uploaded (docs/EDGE.md)
cargo xtask test edge           only its trials under workerd
cargo xtask scale               tries the Spark recipe of integrations/spark (docs/SCALE.md); wants Java
cargo xtask screenshots         pictures of the reader and of its gallery of states; some are those of the docs
cargo xtask screenshots --accept   takes the gallery's states as they are now for what the tests compare with
cargo xtask setup [build]       installs what all this needs (or only what serve and build need)

Tools go to $QARI_TOOLS, by default ~/.cache/qari/tools. More in docs/BUILDING.md.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args.as_slice() {
        ["setup"] => setup::setup(Scope::Test),
        ["setup", "build"] => setup::setup(Scope::Build),
        ["build"] => build::build(),
        ["release"] => build::build().and_then(|()| release::pack()),
        ["release", "--oembed", list] => {
            build::build().and_then(|()| release::pack_with(Some(list)))
        }
        ["release", "--no-build"] => release::pack(),
        ["release", "--no-build", "--oembed", list] => release::pack_with(Some(list)),
        ["finish"] => finish::from_trunk(),
        ["serve"] => serve::serve(),
        ["edge"] => edge::serve(),
        ["edge", "build"] => edge::build_alone(),
        ["test"] => test::all(),
        ["test", "edge"] => test::edge_only(),
        ["test", "native"] => test::native(),
        ["test", "crates"] => test::crates_only(),
        ["test", "hosting"] => test::hosting(),
        ["test", "packages"] => test::packages(),
        ["test", "wordpress"] => test::wordpress(),
        ["test", "hosts"] => test::hosts(),
        ["test", "browser", "--no-build", names @ ..] => test::browser_only(Tested::Dist, names),
        ["test", "browser", "--dev", names @ ..] => test::browser_only(Tested::Development, names),
        ["test", "browser", names @ ..] => test::browser_only(Tested::Release, names),
        ["bench", arguments @ ..] => bench::bench(arguments),
        ["scale"] => scale::scale(),
        ["screenshots"] => screenshots::screenshots(),
        ["screenshots", "--accept"] => screenshots::accept(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        other => {
            eprintln!("No command `{}`. There are:\n\n{HELP}", other.join(" "));
            return ExitCode::FAILURE;
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
