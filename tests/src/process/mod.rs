//! The real programs, each as its own process: the server, and phones. Everything that waits for one has a deadline.
//!
//! These are for tests and the demo: what must not happen at all, such as a program that is missing or hangs, ends in a panic that says
//! so.

mod meeting;
mod phone;
mod server;
mod shell;

use std::{
    io::Read,
    path::PathBuf,
    process::{Child, ChildStderr, ChildStdout, ExitStatus},
    thread::JoinHandle,
    time::{Duration, Instant},
};

pub use meeting::{compare, link_device, offer, pair, sync_all};
pub use phone::{PhoneProcess, Refused};
pub use server::ServerProcess;
pub use shell::PhoneShell;

/// How long any single step of a process may take.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A program of this workspace: next to the running executable, or, for a test, one folder above.
///
/// # Errors
/// A sentence that says what is missing and how to build it.
pub fn program(name: &str) -> Result<PathBuf, String> {
    let here = std::env::current_exe().map_err(|error| format!("this program does not know where it is: {error}"))?;
    let folders = here.ancestors().skip(1).take(2);
    let found = folders.map(|folder| folder.join(name)).find(|path| path.is_file());
    found.ok_or_else(|| format!("`{name}` is not built yet: run `cargo build --workspace --bins`"))
}

/// Waits for a process to end, and ends it when it does not.
fn wait(child: &mut Child, what: &str) -> ExitStatus {
    let until = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait().expect("a process of ours can be waited for") {
            return status;
        }
        if Instant::now() >= until {
            end(child);
            panic!("{what} did not end in {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Ends a process as `kill -9` does; one that has ended is left alone.
fn end(child: &mut Child) {
    // It fails only when the process has ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}

/// Reads a process's output to its end, so that it never waits for a reader.
fn read_all(mut from: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read until the pipe broke is what there is.
        let _ = from.read_to_end(&mut bytes);
        bytes
    })
}

fn pipes(child: &mut Child) -> (ChildStdout, ChildStderr) {
    (child.stdout.take().expect("stdout is piped"), child.stderr.take().expect("stderr is piped"))
}
