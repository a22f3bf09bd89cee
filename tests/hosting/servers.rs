//! nginx, Caddy and Apache on ports of their own, each with a copy of the release and the lines that are in it.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(30);

/// A kind of server.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Nginx,
    Caddy,
    Apache,
}

/// A running server. Dropped, it ends, and its files go.
#[derive(Debug)]
pub struct Server {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Server {
    /// Starts one and waits until it answers.
    pub fn start(kind: Kind) -> Result<Self> {
        let release = std::env::var_os("QARI_RELEASE")
            .map_or_else(|| PathBuf::from("release"), PathBuf::from);
        let folder = std::env::temp_dir().join(format!("qari-{kind:?}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        // Apache's workers are of another user, who must be able to read them.
        let root = folder.join("root");
        copy(&release, &root).with_context(|| {
            format!(
                "no release in {}; run `cargo xtask release`",
                release.display()
            )
        })?;
        // Free when it is asked for; whoever takes it in between makes the test fail, with the server's own words.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let config = folder.join("config");
        fs::write(&config, config_of(kind, &folder, &root, port))?;
        let process = command(kind, &folder, &config)
            .stdin(Stdio::null())
            .env("XDG_DATA_HOME", &folder)
            .env("XDG_CONFIG_HOME", &folder)
            .spawn()
            .with_context(|| format!("{kind:?} is missing; run `cargo xtask setup`"))?;
        let mut server = Self {
            process,
            folder,
            port,
        };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = server.process.try_wait()? {
                bail!("{kind:?} ended: {status}");
            }
            if started.elapsed() > PATIENCE {
                bail!("{kind:?} does not answer");
            }
            std::thread::yield_now();
        }
        Ok(server)
    }

    /// The folder that is served.
    pub fn root(&self) -> PathBuf {
        self.folder.join("root")
    }

    /// The address of a file.
    pub fn address(&self, name: &str) -> String {
        format!("http://127.0.0.1:{}/{name}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn command(kind: Kind, folder: &Path, config: &Path) -> Command {
    let (program, arguments): (&str, &[&str]) = match kind {
        Kind::Nginx => ("/usr/sbin/nginx", &["-e", "stderr", "-c"]),
        Kind::Caddy => (
            "/usr/bin/caddy",
            &["run", "--adapter", "caddyfile", "--config"],
        ),
        // One process, which ends when it is told to.
        Kind::Apache => ("/usr/sbin/apache2", &["-X", "-f"]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(config).current_dir(folder);
    command
}

/// The least that each server needs, and the release's own lines.
fn config_of(kind: Kind, folder: &Path, root: &Path, port: u16) -> String {
    let (folder, root) = (folder.display(), root.display());
    match kind {
        Kind::Nginx => format!(
            "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
            daemon off; master_process off; pid {folder}/pid;
            events {{}}
            http {{
                access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
                fastcgi_temp_path {folder}/fastcgi; scgi_temp_path {folder}/scgi; uwsgi_temp_path {folder}/uwsgi;
                server {{ listen 127.0.0.1:{port}; root {root}; include {root}/nginx.conf; }}
            }}"
        ),
        Kind::Caddy => format!(
            "{{
                admin off
                auto_https off
            }}
            import {root}/Caddyfile
            http://127.0.0.1:{port} {{
                root * {root}
                import qari
            }}"
        ),
        Kind::Apache => {
            let modules: String = ["mpm_event", "authz_core", "headers", "mime", "rewrite", "setenvif"]
                .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
                .concat();
            format!(
                "{modules}ServerRoot {folder}\nPidFile {folder}/pid\nMutex file:{folder} default\nErrorLog /dev/stderr\n\
                 TypesConfig /dev/null\nServerName localhost\nListen 127.0.0.1:{port}\nUser www-data\nGroup www-data\n\
                 DocumentRoot {root}\n<Directory {root}>\nAllowOverride All\nRequire all granted\n</Directory>\n"
            )
        }
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
