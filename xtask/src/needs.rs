//! What the project needs of a machine, as a table: one line a thing, with its pinned version.
//!
//! A new need is a new entry here; [`crate::setup`] checks and installs it.

/// Which commands need a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// `serve`, `build` and `test`.
    Build,
    /// `edge` and `test edge` besides.
    Edge,
    /// `test` and `screenshots` only.
    Test,
}

/// One thing the machine must have.
#[derive(Debug)]
pub struct Need {
    /// Its name, as a person would look it up.
    pub name: &'static str,
    /// What it is for, as the end of "needed to …".
    pub purpose: &'static str,
    /// Which commands need it.
    pub scope: Scope,
    /// How to see whether it is there, and how to get it.
    pub source: Source,
}

/// Where a thing comes from, with all that checking and installing it takes.
#[derive(Debug)]
pub enum Source {
    /// A part of the Rust toolchain: there when `file` exists in the sysroot, asked for with `rustup ARGS`.
    Rustup {
        file: &'static str,
        args: &'static [&'static str],
    },
    /// A program from crates.io, installed into the tool folder.
    Crate {
        program: &'static str,
        version: Version,
        /// Whether to use the lock file the program was published with.
        locked: bool,
        /// How long compiling it takes on two cores.
        minutes: &'static str,
    },
    /// An npm package, installed into the tool folder.
    Npm { version: &'static str },
    /// A system package: there when one of `programs` (a name on `PATH` or a whole path) exists.
    System {
        programs: &'static [&'static str],
        debian: &'static [&'static str],
        ubuntu: &'static [&'static str],
    },
}

/// A pinned version.
#[derive(Debug)]
pub enum Version {
    /// This one.
    Exactly(&'static str),
    /// The one of this crate in `Cargo.lock`: the two must be equal to work together.
    SameAsCrate(&'static str),
}

/// The oldest Node.js that will do: the first with everything `esbuild`, `binaryen` and our scripts use.
pub const NODE_MAJOR: u32 = 20;

/// Programs that answer to the name of each browser's driver; also used by [`crate::test`].
pub const CHROMEDRIVER: &[&str] = &[
    "chromedriver",
    "/snap/bin/chromium.chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
];
pub const WEBKITDRIVER: &[&str] = &["WebKitWebDriver"];

/// Everything, in the order it is installed.
pub const NEEDS: &[Need] = &[
    Need {
        name: "wasm32-unknown-unknown",
        purpose: "compile to WebAssembly",
        scope: Scope::Build,
        source: Source::Rustup {
            file: "lib/rustlib/wasm32-unknown-unknown/lib",
            args: &["target", "add", "wasm32-unknown-unknown"],
        },
    },
    Need {
        name: "rust-src",
        purpose: "compile a smaller standard library into the release",
        scope: Scope::Build,
        source: Source::Rustup {
            file: "lib/rustlib/src/rust/library/std/Cargo.toml",
            args: &["component", "add", "rust-src"],
        },
    },
    Need {
        name: "rustfmt",
        purpose: "check the format",
        scope: Scope::Test,
        source: Source::Rustup {
            file: "bin/rustfmt",
            args: &["component", "add", "rustfmt"],
        },
    },
    Need {
        name: "clippy",
        purpose: "run the lints",
        scope: Scope::Test,
        source: Source::Rustup {
            file: "bin/cargo-clippy",
            args: &["component", "add", "clippy"],
        },
    },
    Need {
        name: "wasm-bindgen-cli",
        purpose: "write the JavaScript glue of the wasm",
        scope: Scope::Build,
        source: Source::Crate {
            program: "wasm-bindgen",
            version: Version::SameAsCrate("wasm-bindgen"),
            // Its published lock file names dependencies that this Rust refuses.
            locked: false,
            minutes: "1 to 2",
        },
    },
    Need {
        name: "trunk",
        purpose: "build the page and the crate into dist/",
        scope: Scope::Build,
        // 0.22 wants a newer Rust than the pinned one.
        source: Source::Crate {
            program: "trunk",
            version: Version::Exactly("0.21.14"),
            locked: true,
            minutes: "4 to 5",
        },
    },
    Need {
        name: "geckodriver",
        purpose: "drive Firefox",
        scope: Scope::Test,
        source: Source::Crate {
            program: "geckodriver",
            version: Version::Exactly("0.37.1"),
            locked: true,
            minutes: "1",
        },
    },
    Need {
        name: "cargo-deny",
        purpose: "look at the licences and origins of crates",
        scope: Scope::Test,
        source: Source::Crate {
            program: "cargo-deny",
            version: Version::Exactly("0.20.2"),
            locked: true,
            minutes: "4 to 5",
        },
    },
    Need {
        name: "esbuild",
        purpose: "minify scripts and styles",
        scope: Scope::Build,
        source: Source::Npm { version: "0.28.2" },
    },
    Need {
        name: "binaryen",
        purpose: "shrink the wasm (wasm-opt)",
        scope: Scope::Build,
        source: Source::Npm { version: "132.0.0" },
    },
    Need {
        name: "axe-core",
        purpose: "check accessibility in the browsers",
        scope: Scope::Test,
        source: Source::Npm { version: "4.14.1" },
    },
    Need {
        name: "typescript",
        purpose: "check the types that pages use",
        scope: Scope::Test,
        source: Source::Npm { version: "7.0.2" },
    },
    Need {
        name: "@types/react",
        purpose: "check the element's types in JSX",
        scope: Scope::Test,
        source: Source::Npm { version: "19.3.3" },
    },
    Need {
        name: "@hotwired/turbo",
        purpose: "test on pages that replace their body",
        scope: Scope::Test,
        source: Source::Npm { version: "8.0.23" },
    },
    Need {
        name: "miniflare",
        purpose: "run the Worker of integrations/edge (it brings workerd)",
        scope: Scope::Edge,
        // The last that runs on Node 20; later ones want 22.
        source: Source::Npm {
            version: "4.20260426.0",
        },
    },
    Need {
        name: "Chromium",
        purpose: "test in Chromium",
        scope: Scope::Test,
        source: Source::System {
            programs: &["chromium", "chromium-browser", "google-chrome"],
            debian: &["chromium"],
            ubuntu: &["chromium-browser"],
        },
    },
    Need {
        name: "ChromeDriver",
        purpose: "drive Chromium",
        scope: Scope::Test,
        source: Source::System {
            programs: CHROMEDRIVER,
            debian: &["chromium-driver"],
            ubuntu: &["chromium-chromedriver"],
        },
    },
    Need {
        name: "Firefox",
        purpose: "test in Firefox",
        scope: Scope::Test,
        source: Source::System {
            programs: &["firefox-esr", "firefox"],
            debian: &["firefox-esr"],
            ubuntu: &["firefox"],
        },
    },
    Need {
        name: "WebKitGTK with its WebDriver",
        purpose: "test in WebKit",
        scope: Scope::Test,
        source: Source::System {
            programs: WEBKITDRIVER,
            debian: &["webkit2gtk-driver"],
            ubuntu: &["webkit2gtk-driver"],
        },
    },
    Need {
        name: "Xvfb",
        purpose: "give WebKit a screen where there is none",
        scope: Scope::Test,
        source: Source::System {
            programs: &["Xvfb"],
            debian: &["xvfb"],
            ubuntu: &["xvfb"],
        },
    },
    Need {
        name: "nginx",
        purpose: "test the lines that a release has for it",
        scope: Scope::Test,
        source: Source::System {
            programs: &["/usr/sbin/nginx"],
            debian: &["nginx-light"],
            ubuntu: &["nginx-light"],
        },
    },
    Need {
        name: "nginx's module for brotli",
        purpose: "test that compressed files are sent",
        scope: Scope::Test,
        source: Source::System {
            programs: &["/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"],
            debian: &["libnginx-mod-http-brotli-static"],
            ubuntu: &["libnginx-mod-http-brotli-static"],
        },
    },
    Need {
        name: "Caddy",
        purpose: "test the lines that a release has for it",
        scope: Scope::Test,
        source: Source::System {
            programs: &["/usr/bin/caddy"],
            debian: &["caddy"],
            ubuntu: &["caddy"],
        },
    },
    Need {
        name: "Apache",
        purpose: "test the lines that a release has for it",
        scope: Scope::Test,
        source: Source::System {
            programs: &["/usr/sbin/apache2"],
            // The program without the service.
            debian: &["apache2-bin"],
            ubuntu: &["apache2-bin"],
        },
    },
    Need {
        name: "WordPress",
        purpose: "test the plugin, and frames that it makes of an address",
        scope: Scope::Test,
        source: Source::System {
            programs: &["/usr/share/wordpress/wp-load.php"],
            debian: &["wordpress", "wordpress-theme-twentytwentythree"],
            ubuntu: &["wordpress", "wordpress-theme-twentytwentyfour"],
        },
    },
    Need {
        name: "PHP",
        purpose: "run WordPress",
        scope: Scope::Test,
        source: Source::System {
            programs: &["php"],
            debian: &["php-cli", "php-mysql"],
            ubuntu: &["php-cli", "php-mysql"],
        },
    },
    Need {
        name: "MariaDB",
        purpose: "keep WordPress's posts",
        scope: Scope::Test,
        source: Source::System {
            programs: &["/usr/sbin/mariadbd"],
            // The programs without the service.
            debian: &["mariadb-server-core", "mariadb-client"],
            ubuntu: &["mariadb-server-core", "mariadb-client"],
        },
    },
    Need {
        name: "Noto fonts",
        purpose: "have the same Arabic letters on every machine",
        scope: Scope::Test,
        source: Source::System {
            programs: &["/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"],
            debian: &["fonts-noto-core"],
            ubuntu: &["fonts-noto-core"],
        },
    },
];

/// The version of `krate` in the text of a `Cargo.lock`.
pub fn locked_version<'a>(lock: &'a str, krate: &str) -> Option<&'a str> {
    let after = lock
        .split_once(&format!("name = \"{krate}\"\nversion = \""))?
        .1;
    after.split_once('"').map(|(version, _)| version)
}

/// The major number in what `node --version` prints (`v20.11.0` → 20).
pub fn node_major(printed: &str) -> Option<u32> {
    printed
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Whether `printed`, a program's answer to `--version`, names `version` as a whole word.
pub fn names_version(printed: &str, version: &str) -> bool {
    printed
        .lines()
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_tells_a_crate_s_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn node_tells_its_major_version() {
        assert_eq!(node_major("v20.20.2\n"), Some(20));
        assert_eq!(node_major("not node"), None);
    }

    #[test]
    fn a_version_is_matched_whole() {
        assert!(names_version(
            "geckodriver 0.37.1 ( 2026)\n\nThe source 0.1",
            "0.37.1"
        ));
        assert!(!names_version("trunk 0.21.14", "0.21.1"));
    }

    #[test]
    fn every_need_says_its_purpose_in_a_half_sentence() {
        for need in NEEDS {
            assert!(
                !need.purpose.is_empty() && !need.purpose.ends_with('.'),
                "{}",
                need.name
            );
        }
    }
}
