//! A WordPress of its own: MariaDB on a socket, PHP's server on a free port, all files in a temporary folder.
//!
//! Debian's package of WordPress is copied, so nothing of the machine's own sites is read or changed.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

/// Where Debian's package lies.
const WORDPRESS: &str = "/usr/share/wordpress";
/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(60);
/// PHP processes that answer: a page that asks its own site for something must not wait for itself.
const WORKERS: &str = "4";

/// A running WordPress with the plugin, not yet installed. Dropped, it ends, and its files go.
#[derive(Debug)]
pub struct Site {
    folder: PathBuf,
    port: u16,
    database: Child,
    web: Child,
    /// What marks the processes of a run, for whoever ends them together.
    mark: Option<(String, String)>,
}

impl Site {
    /// Starts one and waits until it answers. `mark` is the name of a variable in the environment of its processes, and the
    /// folder of a run, in which its files then are: whoever ends the run ends and removes them all.
    pub fn start(mark: Option<(String, String)>) -> Result<Self> {
        let own = format!("qari-wordpress-{}", std::process::id());
        let folder = match &mark {
            Some((_, run)) => Path::new(run).join("wordpress"),
            None => std::env::temp_dir().join(own),
        };
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        let site = folder.join("site");
        copy_wordpress(&site)?;
        let database = start_database(&folder, mark.as_ref())?;
        // Free when it is asked for; whoever takes it in between makes the test fail, with PHP's own words.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut web = php(&folder, mark.as_ref());
        web.env("PHP_CLI_SERVER_WORKERS", WORKERS)
            .args(["-S", &format!("127.0.0.1:{port}"), "-t"])
            .arg(&site)
            .stdout(log(&folder, "web")?)
            .stderr(log(&folder, "web")?);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut web, 0);
        let web = web.spawn().context("PHP does not start")?;
        let mut started = Self {
            folder,
            port,
            database,
            web,
            mark,
        };
        wait(
            || TcpStream::connect(("127.0.0.1", port)).is_ok(),
            || started.web.try_wait(),
        )?;
        Ok(started)
    }

    /// `http://127.0.0.1:port`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The folder that is served.
    pub fn root(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// Runs a script of `tests/wordpress` on it, and gives what it prints.
    pub fn php(&self, script: &str, arguments: &[&str]) -> Result<String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/wordpress")
            .join(script);
        let output = php(&self.folder, self.mark.as_ref())
            .env("QARI_WORDPRESS", self.root())
            .env("QARI_SITE", self.url())
            .arg(path)
            .args(arguments)
            .output()?;
        told(&output, script)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // PHP's workers are children of the server: the whole group goes.
        let group = format!("-{}", self.web.id());
        let _ = Command::new("kill").args(["-9", "--", &group]).status();
        let _ = self.web.wait();
        let _ = self.database.kill();
        let _ = self.database.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What a command printed; an error with all of it where it failed.
fn told(output: &Output, name: &str) -> Result<String> {
    let [out, errors] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    ensure!(
        output.status.success(),
        "{name}: {}\n{out}\n{errors}",
        output.status
    );
    Ok(out.into_owned())
}

fn log(folder: &Path, name: &str) -> Result<Stdio> {
    let file = fs::File::options()
        .create(true)
        .append(true)
        .open(folder.join(format!("{name}.log")))?;
    Ok(Stdio::from(file))
}

fn marked(program: &str, mark: Option<&(String, String)>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    if let Some((name, value)) = mark {
        command.env(name, value);
    }
    command
}

/// PHP, with the way to the database.
fn php(folder: &Path, mark: Option<&(String, String)>) -> Command {
    let mut command = marked("php", mark);
    command
        .args(["-d", "memory_limit=512M", "-d", "opcache.enable_cli=1"])
        .env("QARI_SOCKET", folder.join("s"));
    command
}

/// Copies WordPress with what its links lead to, the configuration, the plugin and what the tests add.
fn copy_wordpress(site: &Path) -> Result<()> {
    ensure!(
        Path::new(WORDPRESS).is_dir(),
        "no {WORDPRESS}; run `cargo xtask setup`"
    );
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copy = |from: &Path, to: &Path| -> Result<()> {
        fs::create_dir_all(to.parent().unwrap_or(to))?;
        let output = Command::new("cp").arg("-rL").arg(from).arg(to).output()?;
        told(&output, "cp").map(drop)
    };
    // Debian's own .htaccess may be a link to nothing: all else is wanted.
    fs::create_dir_all(site)?;
    for entry in fs::read_dir(WORDPRESS)? {
        let name = entry?.file_name();
        if !name.to_string_lossy().starts_with('.') {
            copy(&Path::new(WORDPRESS).join(&name), &site.join(&name))?;
        }
    }
    let content = site.join("wp-content");
    copy(
        &own.join("integrations/wordpress/qari-reader"),
        &content.join("plugins/qari-reader"),
    )?;
    copy(
        &own.join("tests/wordpress/mu-plugin.php"),
        &content.join("mu-plugins/tests.php"),
    )?;
    fs::copy(
        own.join("tests/wordpress/wp-config.php"),
        site.join("wp-config.php"),
    )?;
    Ok(())
}

/// MariaDB without a network and without passwords, on a socket in the folder.
fn start_database(folder: &Path, mark: Option<&(String, String)>) -> Result<Child> {
    let data = format!("--datadir={}", folder.join("data").display());
    let socket = folder.join("s");
    // Who is root must say so, others must not.
    let id = Command::new("id").arg("-u").output()?;
    let user = (id.stdout.trim_ascii() == b"0").then_some("--user=root");
    let installed = marked("mariadb-install-db", mark)
        .args([
            "--no-defaults",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            &data,
        ])
        .args(user)
        .output()
        .context("MariaDB is missing; run `cargo xtask setup`")?;
    told(&installed, "mariadb-install-db")?;
    let mut server = marked("/usr/sbin/mariadbd", mark)
        .args([
            "--no-defaults",
            "--skip-networking",
            "--innodb-flush-log-at-trx-commit=0",
            &data,
        ])
        .arg(format!("--socket={}", socket.display()))
        .arg(format!("--pid-file={}", folder.join("pid").display()))
        .args(user)
        .stdout(log(folder, "database")?)
        .stderr(log(folder, "database")?)
        .spawn()
        .context("MariaDB does not start")?;
    wait(
        || UnixStream::connect(&socket).is_ok(),
        || server.try_wait(),
    )?;
    let made = marked("mariadb", mark)
        .args([
            "--no-defaults",
            "--user=root",
            "-e",
            "CREATE DATABASE wp CHARACTER SET utf8mb4",
        ])
        .arg(format!("--socket={}", socket.display()))
        .output()?;
    told(&made, "mariadb")?;
    Ok(server)
}

/// Waits until it answers; an error if it ends or does not come.
fn wait(
    answers: impl Fn() -> bool,
    mut ended: impl FnMut() -> std::io::Result<Option<std::process::ExitStatus>>,
) -> Result<()> {
    let started = Instant::now();
    while !answers() {
        if let Some(status) = ended()? {
            bail!("it ended: {status}");
        }
        ensure!(started.elapsed() < PATIENCE, "it does not answer");
        std::thread::yield_now();
    }
    Ok(())
}
