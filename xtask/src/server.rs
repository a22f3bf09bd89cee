//! A small static file server for development: right media types, any origin, nothing cached.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};

use crate::mime;

/// What one port serves.
#[derive(Debug)]
pub struct Site {
    /// The folder of its files.
    pub folder: PathBuf,
    /// The file at `/`.
    pub home: PathBuf,
    /// A folder of more files, under its own name.
    pub also: Option<PathBuf>,
}

/// A port of this machine, held before anything long starts.
pub fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("port {port} is taken; stop what uses it and try again"))
}

/// Serves `site` in the background for as long as the program runs.
pub fn serve(listener: TcpListener, site: Site) {
    let site = Arc::new(site);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            // A browser that goes away in the middle is no concern of ours.
            thread::spawn(move || answer(stream, &site).ok());
        }
    });
}

fn answer(mut stream: TcpStream, site: &Site) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut encodings = String::new();
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("accept-encoding")
        {
            encodings = value.to_ascii_lowercase();
        }
    }
    let mut words = first.split_whitespace();
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let found = match method {
        "GET" | "HEAD" => file_for(site, target).and_then(|file| read(&file, &encodings)),
        _ => None,
    };
    let head = "Access-Control-Allow-Origin: *\r\nCache-Control: no-cache\r\nConnection: close\r\n";
    let Some(Found {
        body,
        media_type,
        encoding,
    }) = found
    else {
        return write!(
            stream,
            "HTTP/1.1 404 Not Found\r\n{head}Content-Length: 0\r\n\r\n"
        );
    };
    let encoding = encoding.map_or(String::new(), |name| {
        format!("Content-Encoding: {name}\r\n")
    });
    write!(
        stream,
        "HTTP/1.1 200 OK\r\n{head}Vary: Accept-Encoding\r\n{encoding}Content-Type: {media_type}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The file a request target means; `None` when it would lead out of the folder.
fn file_for(site: &Site, target: &str) -> Option<PathBuf> {
    let path = decode(target.split(['?', '#']).next()?)?;
    let path = path.strip_prefix('/')?;
    if path.is_empty() {
        return Some(site.home.clone());
    }
    let plain = |part: &str| part != ".." && !part.contains(['\\', ':', '\0']);
    if !path.split('/').all(plain) {
        return None;
    }
    let also = site.also.as_deref().and_then(|also| {
        let within = Path::new(path).strip_prefix(also.file_name()?).ok()?;
        Some(also.join(if within == Path::new("") {
            Path::new("index.html")
        } else {
            within
        }))
    });
    Some(also.unwrap_or_else(|| site.folder.join(path)))
}

/// Undoes percent-encoding; `None` where it is malformed or not UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(decoded).ok()
}

/// A file as it is sent.
struct Found {
    body: Vec<u8>,
    media_type: &'static str,
    encoding: Option<&'static str>,
}

/// Reads a file, or its compressed twin where there is one and the browser takes it.
fn read(file: &Path, encodings: &str) -> Option<Found> {
    let name = file.file_name()?.to_str()?;
    let media_type = mime::of(name);
    for (encoding, suffix) in [("br", ".br"), ("gzip", ".gz")] {
        let accepted = encodings
            .split(',')
            .any(|offer| offer.split(';').next().unwrap_or_default().trim() == encoding);
        if accepted && let Ok(body) = fs::read(file.with_file_name(format!("{name}{suffix}"))) {
            return Some(Found {
                body,
                media_type,
                encoding: Some(encoding),
            });
        }
    }
    Some(Found {
        body: fs::read(file).ok()?,
        media_type,
        encoding: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site {
            folder: PathBuf::from("/site"),
            home: PathBuf::from("/home.html"),
            also: Some(PathBuf::from("/tests/gallery")),
        }
    }

    #[test]
    fn targets_are_files_of_the_folder() {
        assert_eq!(file_for(&site(), "/"), Some(PathBuf::from("/home.html")));
        assert_eq!(
            file_for(&site(), "/a/b.js?v=1"),
            Some(PathBuf::from("/site/a/b.js"))
        );
        for (target, file) in [
            ("/gallery/", "/tests/gallery/index.html"),
            ("/gallery/?only=themes", "/tests/gallery/index.html"),
            ("/gallery/gallery.js", "/tests/gallery/gallery.js"),
            ("/gallery-2/a", "/site/gallery-2/a"),
        ] {
            assert_eq!(file_for(&site(), target), Some(PathBuf::from(file)));
        }
        assert_eq!(
            file_for(&site(), "/%D9%82.json"),
            Some(PathBuf::from("/site/ق.json"))
        );
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for target in [
            "/../secret",
            "/a/%2e%2e/%2e%2e/secret",
            "http://x/",
            "/%zz",
            "/c:/x",
            "",
        ] {
            assert_eq!(file_for(&site(), target), None, "{target}");
        }
    }
}
