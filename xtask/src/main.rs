//! `cargo xtask`: everything a developer or CI does with this repo, as one command each.
//!
//! Every command sets up what it needs first (see [`setup`]), so a fresh clone needs rustup and Node and nothing else.

use std::process::ExitCode;

mod build;
mod finish;
mod needs;
mod paths;
mod run;
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
cargo xtask test browser [NAME] only the browser tests (those whose name contains NAME), on a fresh release;
                                --dev before NAME: on a development build, whose faults have names and places;
                                --no-build before NAME: on dist/ as it is. QARI_DIST=FOLDER: on that build.
                                QARI_KEEP=1 leaves the browser open where a test fails (docs/TESTING.md)
cargo xtask build               the release dist/, with its table of sizes
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
        ["finish"] => finish::from_trunk(),
        ["serve"] => serve::serve(),
        ["test"] => test::all(),
        ["test", "native"] => test::native(),
        ["test", "browser", "--no-build", names @ ..] => test::browser_only(Tested::Dist, names),
        ["test", "browser", "--dev", names @ ..] => test::browser_only(Tested::Development, names),
        ["test", "browser", names @ ..] => test::browser_only(Tested::Release, names),
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
