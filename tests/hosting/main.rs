//! Real servers with the lines that a release brings for them (`integrations/hosting`): each file of each version is asked for
//! as browsers ask. `cargo xtask test hosting` runs it on `release/`; `$QARI_RELEASE` names another.

mod client;
mod servers;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use client::{Answer, Client};
use servers::{Kind, Server};

/// The media type of each kind of file; texts are UTF-8.
const TYPES: &[(&str, &str)] = &[
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("ts", "application/typescript; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
];

/// What is true of every answer, also of one that says that there is no such file.
const ALWAYS: &[(&str, &str)] = &[
    ("access-control-allow-origin", "*"),
    ("cross-origin-resource-policy", "cross-origin"),
    ("x-content-type-options", "nosniff"),
];

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const NEWEST: &str = "public, max-age=3600, stale-while-revalidate=86400";

#[test]
fn nginx_sends_every_file_as_it_should() -> Result<()> {
    every_file(Kind::Nginx)
}

#[test]
fn caddy_sends_every_file_as_it_should() -> Result<()> {
    every_file(Kind::Caddy)
}

#[test]
fn apache_sends_every_file_as_it_should() -> Result<()> {
    every_file(Kind::Apache)
}

/// A file of a release.
struct File {
    /// Below the release's folder, with `/`.
    name: String,
    path: PathBuf,
}

fn every_file(kind: Kind) -> Result<()> {
    let server = Server::start(kind)?;
    let root = server.root();
    let files = files(&root, &root)?;
    ensure!(files.len() > 20, "only {} files", files.len());
    let client = Client::new()?;
    for file in &files {
        one_file(&client, &server, file).with_context(|| file.name.clone())?;
    }
    for folder in ["v0", "v0.1.0"] {
        let missing = get(&client, &server, &format!("{folder}/none.js"), &[])?;
        ensure!(missing.status == 404, "{folder}: {}", missing.status);
        for (name, value) in ALWAYS {
            same(&missing, name, value)?;
        }
    }
    Ok(())
}

fn one_file(client: &Client, server: &Server, file: &File) -> Result<()> {
    let plain = fs::read(&file.path)?;
    let is_exact = file
        .name
        .split('/')
        .next()
        .is_some_and(|folder| folder.contains('.'));
    let cache = if is_exact { IMMUTABLE } else { NEWEST };
    for accepted in ["identity", "gzip", "br", "gzip, deflate, br, zstd"] {
        let answer = get(client, server, &file.name, &[("accept-encoding", accepted)])?;
        ensure!(answer.status == 200, "{accepted}: {}", answer.status);
        same(&answer, "content-type", media_type(&file.name)?)?;
        same(&answer, "cache-control", cache)?;
        for (name, value) in ALWAYS {
            same(&answer, name, value)?;
        }
        let twin = ["br", "gz"].into_iter().find_map(|end| {
            let encoding = if end == "gz" { "gzip" } else { end };
            let wanted = accepted.split(", ").any(|one| one == encoding);
            let twin = PathBuf::from(format!("{}.{end}", file.path.display()));
            (wanted && twin.exists()).then_some((encoding, twin))
        });
        let expected = match &twin {
            Some((encoding, twin)) => {
                same(&answer, "content-encoding", encoding)?;
                same(&answer, "vary", "Accept-Encoding")?;
                fs::read(twin)?
            }
            None => {
                ensure!(
                    !answer.headers.contains_key("content-encoding"),
                    "{accepted}: encoded"
                );
                plain.clone()
            }
        };
        ensure!(
            answer.body == expected,
            "{accepted}: {} bytes of {}",
            answer.body.len(),
            expected.len()
        );
    }
    let identity = ("accept-encoding", "identity");
    let part = get(
        client,
        server,
        &file.name,
        &[identity, ("range", "bytes=10-59")],
    )?;
    ensure!(part.status == 206, "a range: {}", part.status);
    same(
        &part,
        "content-range",
        &format!("bytes 10-59/{}", plain.len()),
    )?;
    ensure!(part.body == plain[10..60], "another range");

    let whole = get(client, server, &file.name, &[identity])?;
    let tag = whole
        .headers
        .get("etag")
        .context("no etag")?
        .to_str()?
        .to_owned();
    let again = get(
        client,
        server,
        &file.name,
        &[identity, ("if-none-match", &tag)],
    )?;
    ensure!(again.status == 304, "asked for again: {}", again.status);
    Ok(())
}

fn get(client: &Client, server: &Server, name: &str, headers: &[(&str, &str)]) -> Result<Answer> {
    client.get(&server.address(name), headers)
}

/// Whether the answer has this header once, with this value.
fn same(answer: &Answer, name: &str, value: &str) -> Result<()> {
    let values: Vec<_> = answer
        .headers
        .get_all(name)
        .iter()
        .map(|value| value.to_str().unwrap_or("?"))
        .collect();
    ensure!(
        values.len() == 1 && values[0].eq_ignore_ascii_case(value),
        "{name}: {values:?}, not {value}"
    );
    Ok(())
}

fn media_type(name: &str) -> Result<&'static str> {
    let end = name.rsplit('.').next().unwrap_or_default();
    match TYPES.iter().find(|(extension, _)| *extension == end) {
        Some((_, media_type)) => Ok(media_type),
        None => bail!("nobody said what .{end} is"),
    }
}

/// Every file of the versions' folders, but the compressed twins.
fn files(folder: &Path, root: &Path) -> Result<Vec<File>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .strip_prefix(root)?
            .to_string_lossy()
            .replace('\\', "/");
        if path.is_dir() {
            found.extend(files(&path, root)?);
        } else if folder != root && !name.ends_with(".br") && !name.ends_with(".gz") {
            found.push(File { name, path });
        }
    }
    Ok(found)
}
