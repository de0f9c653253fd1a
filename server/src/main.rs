//! The server's command line.

use std::{
    fs::{File, TryLockError},
    io::Write,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::{Args, Parser, Subcommand};
use tend_server::{
    config::{Overrides, ServerConfig},
    environment::{SystemClock, SystemRandom},
    http::{self, Streams},
    service::Service,
    storage::{SqliteStorage, backup},
};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

type Failure = Box<dyn std::error::Error>;

/// Ordered mailboxes for ciphertext: the server that Tend's phones meet at.
#[derive(Parser)]
#[command(version, about)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve until stopped.
    Serve(Options),
    /// Write a checked copy of the database, also while a server uses it. Served later, the copy tells phones that it is one.
    Backup {
        /// Where the copy goes; there must be nothing yet.
        to: PathBuf,
        #[command(flatten)]
        options: Options,
    },
    /// Say what a server would do with this configuration, and whether it would start.
    ConfigCheck(Options),
    /// Print the OpenAPI document.
    Openapi,
}

#[derive(Args)]
struct Options {
    /// A configuration file in TOML.
    #[arg(long, env = "TEND_CONFIG")]
    config: Option<PathBuf>,
    /// The address and port to listen on; port 0 takes a free one [default: 127.0.0.1:8787].
    #[arg(long, env = "TEND_LISTEN")]
    listen: Option<SocketAddr>,
    /// The database's file [default: tend.sqlite].
    #[arg(long, env = "TEND_DATABASE")]
    database: Option<PathBuf>,
}

impl Options {
    fn load(self) -> Result<ServerConfig, Failure> {
        let overrides = Overrides { listen: self.listen, database: self.database };
        Ok(ServerConfig::load(self.config.as_deref(), overrides)?)
    }
}

fn main() -> ExitCode {
    // Only what the server logs itself: other crates could log addresses.
    let filter = tracing_subscriber::EnvFilter::try_from_env("TEND_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("off,tend_server=info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).init();
    let outcome = match CommandLine::parse().command {
        Command::Serve(options) => options.load().and_then(serve),
        Command::Backup { to, options } => options.load().and_then(|config| Ok(backup(&config.database, &to)?)),
        Command::ConfigCheck(options) => options.load().and_then(|config| say(&format!("{config:#?}"))),
        Command::Openapi => say(http::openapi::json().trim_end()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// One line to standard output, at once.
fn say(line: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

fn serve(config: ServerConfig) -> Result<(), Failure> {
    // Held until the process ends: two servers on one file would not learn of each other's entries.
    let _lock = lock(&config.database)?;
    let storage = Arc::new(SqliteStorage::open(&config.database, &SystemRandom)?);
    let streams = Arc::new(Streams::default());
    let service = Service::new(
        storage,
        config.settings,
        Arc::new(SystemClock),
        Arc::new(SystemRandom),
        Arc::<Streams>::clone(&streams),
    );
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let listener = TcpListener::bind(config.listen).await?;
        let metrics = match config.metrics_listen {
            None => None,
            Some(address) => Some(TcpListener::bind(address).await?),
        };
        // The program that started the server may no longer read its output; that is no reason not to serve.
        let _ = say(&format!("listening on http://{}", listener.local_addr()?));
        if let Some(metrics) = &metrics {
            let _ = say(&format!("metrics on http://{}/metrics", metrics.local_addr()?));
        }
        let stop = async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            tracing::info!("stopping");
        };
        http::serve(service, streams, config.proxies, config.timeouts, listener, metrics, stop).await;
        Ok(())
    })
}

fn lock(database: &Path) -> Result<File, Failure> {
    let mut path = database.as_os_str().to_owned();
    path.push(".lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err("another server uses this database".into()),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}
