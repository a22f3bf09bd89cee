//! The three engines: how each driver is started and what a session is asked for.
//!
//! This is the one place that knows about engines' switches; scenarios never ask which engine they run in unless a
//! promise itself differs.

use std::path::PathBuf;

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser through WebKitWebDriver.
    Webkit,
}

impl Engine {
    /// Every engine; each scenario runs in all of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name in a trial's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Where the driver is: the environment's word, else the usual place. An error says how to get it.
    pub fn driver(self) -> Result<PathBuf> {
        let (variable, usual) = match self {
            Self::Chromium => ("QARI_CHROMEDRIVER", PathBuf::from("/usr/bin/chromedriver")),
            Self::Firefox => ("QARI_GECKODRIVER", tools().join("bin/geckodriver")),
            Self::Webkit => (
                "QARI_WEBKITDRIVER",
                PathBuf::from("/usr/bin/WebKitWebDriver"),
            ),
        };
        let path = std::env::var_os(variable).map_or(usual, PathBuf::from);
        if !path.is_file() {
            bail!(
                "no driver at {} (set {variable}, or run `cargo xtask test`, which sets it up)",
                path.display()
            );
        }
        Ok(path)
    }

    /// Variables of the driver and its browser besides the run's own.
    pub fn environment(self) -> &'static [(&'static str, &'static str)] {
        match self {
            // Pictures of it are compared, so it has the same fonts everywhere.
            Self::Chromium => &[(
                "FONTCONFIG_FILE",
                concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/fonts.conf"),
            )],
            Self::Firefox => &[],
            // One window after another on a display without a window manager: no desktop services either.
            Self::Webkit => &[("NO_AT_BRIDGE", "1"), ("GTK_A11Y", "none")],
        }
    }

    /// Arguments that make the driver listen on `port`, and speak with its browser on `inner` where it would choose a
    /// port long before the browser takes it.
    pub fn driver_arguments(self, port: u16, inner: u16) -> Vec<String> {
        match self {
            Self::Chromium | Self::Webkit => vec![format!("--port={port}")],
            // The port of the second protocol is fixed unless told; zero lets it choose.
            Self::Firefox => vec![
                format!("--port={port}"),
                format!("--marionette-port={inner}"),
                "--websocket-port=0".to_owned(),
            ],
        }
    }

    /// What a new session is asked for: no calls home, the only way out and the files as the start says.
    pub fn capabilities(self, start: &Start) -> Map<String, Value> {
        let proxy = &start.proxy;
        let mut wanted = json!({
            // Trials hold answers back, so a command must not wait for the page to be complete.
            "pageLoadStrategy": "none",
            "unhandledPromptBehavior": "dismiss",
            "proxy": { "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["127.0.0.1"] },
        });
        match self {
            Self::Chromium => {
                let profile = format!("--user-data-dir={}", start.home.join("profile").display());
                let headless = (!start.in_window).then(|| "--headless=new".to_owned());
                let switches = CHROMIUM_SWITCHES
                    .iter()
                    .copied()
                    .map(str::to_owned)
                    .chain(headless)
                    .chain([profile]);
                wanted["goog:chromeOptions"] = json!({
                    "args": switches.collect::<Vec<_>>(),
                    // Never connects ahead to where a link leads: that would look like a request of the reader's.
                    "prefs": { "net.network_prediction_options": 2 },
                });
            }
            Self::Firefox => {
                let mut args = Vec::new();
                let mut prefs = FIREFOX_PREFS.to_vec();
                if !start.in_window {
                    args.push("-headless".to_owned());
                }
                if let Some(port) = start.debugging {
                    args.extend(["-start-debugger-server".to_owned(), port.to_string()]);
                    prefs.extend(FIREFOX_DEBUGGING_PREFS);
                }
                let prefs: Map<_, _> = prefs
                    .iter()
                    .map(|(k, v)| ((*k).to_owned(), v.parse().unwrap()))
                    .collect();
                wanted["moz:firefoxOptions"] = json!({ "args": args, "prefs": prefs });
            }
            Self::Webkit => wanted["browserName"] = json!("MiniBrowser"),
        }
        match wanted {
            Value::Object(wanted) => wanted,
            _ => unreachable!("built as an object above"),
        }
    }
}

/// How a browser is started.
#[derive(Debug)]
pub struct Start {
    /// Its files.
    pub home: PathBuf,
    /// `host:port` of its only way out.
    pub proxy: String,
    /// Whether a person can see it. WebKit has no other way.
    pub in_window: bool,
    /// A port for Firefox's developer tools.
    pub debugging: Option<u16>,
}

/// The folder of installed tools, outside the clone.
fn tools() -> PathBuf {
    let set = |name| std::env::var_os(name).map(PathBuf::from);
    set("QARI_TOOLS").unwrap_or_else(|| {
        let cache = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")));
        cache.unwrap_or_default().join("qari/tools")
    })
}

/// `--no-sandbox` because continuous integration runs as root, where Chromium's sandbox refuses to start.
const CHROMIUM_SWITCHES: &[&str] = &[
    "about:blank",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
];

/// Preferences as JSON; geckodriver sets its own recommended ones besides.
const FIREFOX_PREFS: &[(&str, &str)] = &[
    ("app.normandy.enabled", "false"),
    ("app.update.enabled", "false"),
    ("browser.newtabpage.enabled", "false"),
    ("browser.region.network.url", "\"\""),
    ("browser.safebrowsing.downloads.enabled", "false"),
    ("browser.safebrowsing.malware.enabled", "false"),
    ("browser.safebrowsing.phishing.enabled", "false"),
    ("browser.search.update", "false"),
    ("browser.topsites.contile.enabled", "false"),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    ("dom.push.connection.enabled", "false"),
    ("extensions.systemAddon.update.enabled", "false"),
    ("extensions.update.enabled", "false"),
    ("media.gmp-manager.updateEnabled", "false"),
    // Without a speech service Firefox tells so in a bar of its own, which takes some of the page's height at any moment.
    ("media.webspeech.synth.dont_notify_on_error", "true"),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("network.dns.disablePrefetch", "true"),
    ("network.trr.mode", "5"),
    (
        "services.settings.server",
        "\"data:,#remote-settings-dummy/v1\"",
    ),
    ("toolkit.telemetry.server", "\"\""),
    // Layout must not depend on the fonts' rounding by display scale.
    ("layout.css.devPixelsPerPx", "\"1.0\""),
];

/// Lets another Firefox in without asking.
const FIREFOX_DEBUGGING_PREFS: [(&str, &str); 3] = [
    ("devtools.chrome.enabled", "true"),
    ("devtools.debugger.remote-enabled", "true"),
    ("devtools.debugger.prompt-connection", "false"),
];
