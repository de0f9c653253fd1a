use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
};

use super::{PATIENCE, end, program, wait};

/// A server in a folder of its own: its database, its log and its configuration are there. It listens on 127.0.0.1 alone, keeps its port
/// over restarts, and ends with this value.
#[derive(Debug)]
pub struct ServerProcess {
    program: PathBuf,
    folder: PathBuf,
    address: SocketAddr,
    metrics: Option<SocketAddr>,
    child: Option<Child>,
}

impl ServerProcess {
    /// Starts a server without a configuration, on a free port.
    ///
    /// # Panics
    /// When it cannot start.
    pub fn start(folder: &Path) -> Self {
        Self::launch(folder, None, None)
    }

    /// Starts a server that logs all it can and shows its metrics; and that does not limit rates, since all phones of a test share one
    /// address.
    ///
    /// # Panics
    /// When it cannot start.
    pub fn start_for_tests(folder: &Path) -> Self {
        let metrics = free_address();
        let off = |name| format!("[rates.{name}]\nper_minute = 0\nburst = 0\n");
        let rates = ["device", "source", "mailbox_tries"].map(off).concat();
        Self::launch(folder, Some(metrics), Some(&format!("metrics_listen = \"{metrics}\"\n{rates}")))
    }

    fn launch(folder: &Path, metrics: Option<SocketAddr>, configuration: Option<&str>) -> Self {
        fs::create_dir_all(folder).expect("the server's folder can be made");
        if let Some(text) = configuration {
            fs::write(folder.join("server.toml"), text).expect("the configuration can be written");
        }
        let program = program("tend-server").unwrap_or_else(|missing| panic!("{missing}"));
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut server = Self { program, folder: folder.into(), address, metrics, child: None };
        server.restart();
        server
    }

    /// Starts it again, on the same port, after [`Self::stop`] or [`Self::kill`].
    ///
    /// # Panics
    /// When it cannot start.
    pub fn restart(&mut self) {
        self.kill();
        let log = File::options().create(true).append(true).open(self.log_file()).expect("the log can be written");
        let mut command = Command::new(&self.program);
        command.arg("serve").arg("--listen").arg(self.address.to_string()).arg("--database").arg(self.database());
        let configuration = self.folder.join("server.toml");
        if configuration.exists() {
            command.arg("--config").arg(configuration);
        }
        command.env_clear().env("TEND_LOG", "off,tend_server=trace");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().expect("the server can be started");
        let stdout = child.stdout.take().expect("stdout is piped");
        self.child = Some(child);
        let (sender, first_line) = mpsc::channel();
        std::thread::spawn(move || {
            let mut line = String::new();
            let read = BufReader::new(stdout).read_line(&mut line);
            // When the deadline has passed, nobody waits for this.
            let _ = sender.send(read.map(|_| line));
        });
        let line = first_line.recv_timeout(PATIENCE).ok().and_then(Result::ok).unwrap_or_default();
        let address = line.trim().strip_prefix("listening on http://").and_then(|address| address.parse().ok());
        self.address = address.unwrap_or_else(|| {
            let log = fs::read_to_string(self.log_file()).unwrap_or_default();
            panic!("the server did not start: {line}{log}")
        });
    }

    /// Its address, for phones.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its process id, while it runs.
    pub fn id(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    /// Where its metrics are served, if they are.
    pub fn metrics(&self) -> Option<SocketAddr> {
        self.metrics
    }

    /// Its one file.
    pub fn database(&self) -> PathBuf {
        self.folder.join("tend.sqlite")
    }

    /// The write-ahead log that belongs to it, next to it under the name that SQLite gives it.
    pub fn write_ahead_log(&self) -> PathBuf {
        self.folder.join("tend.sqlite-wal")
    }

    /// All that it ever logged.
    pub fn log_file(&self) -> PathBuf {
        self.folder.join("server.log")
    }

    /// Asks it to stop, as an operator does, and waits until it has.
    ///
    /// # Panics
    /// When it does not stop.
    pub fn stop(&mut self) {
        let Some(mut child) = self.child.take() else { return };
        let asked = Command::new("sh").arg("-c").arg(format!("kill -TERM {}", child.id())).status();
        if !asked.is_ok_and(|status| status.success()) {
            end(&mut child);
        }
        wait(&mut child, "the server");
    }

    /// Ends it at once, no matter what it is doing.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            end(&mut child);
        }
    }

    /// Leaves it running when this value is dropped. Returns its process id.
    pub fn leave_running(mut self) -> Option<u32> {
        self.child.take().map(|child| child.id())
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A port that was free just now.
fn free_address() -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its address")
}
