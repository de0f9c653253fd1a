//! Runs each part's tests, streams what they print, and counts.
use crate::totals::{Runner, Totals};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// The exit status by which a part says that it cannot run on this machine, its reason being the last thing it printed.
pub const CANNOT_RUN_HERE: i32 = 77;

/// How long a part's output may stay open after the part has ended. Something that it started and left running holds it open.
const LEFT_BEHIND: Duration = Duration::from_secs(20);

/// A part of the project that has tests of its own.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is called in the summary.
    pub name: &'static str,
    /// Whose output its last command prints.
    pub runner: Runner,
    /// Commands to run in the project's root, one after the other until one fails.
    pub commands: Vec<Vec<String>>,
}

/// The parts that the project at this root has: the one list of them.
pub fn parts(root: &Path) -> Vec<Part> {
    let words = |line: &str| line.split(' ').map(str::to_owned).collect();
    let script = |path: &str| vec![vec!["bash".to_owned(), path.to_owned()]];
    let mut parts = vec![Part {
        name: "Rust",
        runner: Runner::Cargo,
        // Whole-system tests start the server and the phone as programs, which `cargo test` alone need not build.
        commands: vec![
            words("cargo build --locked --workspace --bins"),
            words("cargo test --locked --workspace --no-fail-fast"),
        ],
    }];
    for (name, runner, path) in [("Kotlin", Runner::Maven, "android/test.sh"), ("Swift", Runner::Swift, "ios/test.sh")]
    {
        if root.join(path).exists() {
            parts.push(Part { name, runner, commands: script(path) });
        }
    }
    parts
}

/// Runs the parts and writes to `out` what they print, a summary and, on the last line, the totals. True if nothing failed, and in
/// CI nothing was skipped either.
pub fn run_all(root: &Path, parts: &[Part], in_ci: bool, out: &mut dyn Write) -> io::Result<bool> {
    let mut totals = Totals::default();
    let mut summary = Vec::new();
    for part in parts {
        writeln!(out, "\n== {}", part.name)?;
        let started = Instant::now();
        let outcome = run(root, part, out)?;
        summary.push(format!("{}: {outcome} in {} s", part.name, started.elapsed().as_secs()));
        totals += outcome;
    }
    writeln!(out)?;
    for line in summary {
        writeln!(out, "{line}")?;
    }
    if in_ci && totals.skipped > 0 {
        writeln!(out, "In CI nothing may be skipped.")?;
    }
    writeln!(out, "{totals}")?;
    out.flush()?;
    Ok(totals.failed == 0 && !(in_ci && totals.skipped > 0))
}

/// Runs one part. What fails without a test that failed (it did not build, it crashed, it ran no test, it left a process
/// behind) counts as one failed.
pub fn run(root: &Path, part: &Part, out: &mut dyn Write) -> io::Result<Totals> {
    let mut totals = Totals::default();
    for command in &part.commands {
        let end = stream(root, command, LEFT_BEHIND, out, |line| totals += part.runner.count(line))?;
        if end.status.code() == Some(CANNOT_RUN_HERE) {
            totals.skipped += 1;
            writeln!(out, "{}: skipped, for the reason above", part.name)?;
            return Ok(totals);
        }
        if end.left_behind {
            totals.failed += 1;
            writeln!(out, "{}: a process that it started is still running", part.name)?;
        }
        if !end.status.success() {
            if totals.failed == 0 {
                totals.failed += 1;
            }
            writeln!(out, "{}: `{}` ended with {}", part.name, command.join(" "), end.status)?;
            return Ok(totals);
        }
    }
    if totals.all() == 0 {
        totals.failed += 1;
        writeln!(out, "{}: ran no test", part.name)?;
    }
    Ok(totals)
}

/// How a command ended.
struct End {
    status: ExitStatus,
    /// Its output stayed open.
    left_behind: bool,
}

/// What the two threads that watch a command report.
enum Event {
    Line(Vec<u8>),
    OutputEnded,
    Exited(io::Result<ExitStatus>),
}

/// Runs a command without standard input, passes each line on to `out` as it comes, errors and output in one stream, and shows it to
/// `seen`. Waits for the output's end as long as `patience` after the command's.
fn stream(
    root: &Path,
    command: &[String],
    patience: Duration,
    out: &mut dyn Write,
    mut seen: impl FnMut(&str),
) -> io::Result<End> {
    let (program, arguments) =
        command.split_first().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "an empty command"))?;
    let (reader, writer) = io::pipe()?;
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer)
        .spawn()
        .map_err(|cause| io::Error::new(cause.kind(), format!("{program}: {cause}")))?;

    let (tell, events) = mpsc::channel();
    let tell_exit = tell.clone();
    thread::spawn(move || tell_exit.send(Event::Exited(child.wait())));
    thread::spawn(move || {
        let mut reader = BufReader::new(reader);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(1..)) {
            if tell.send(Event::Line(std::mem::take(&mut line))).is_err() {
                return;
            }
        }
        // Sending fails only if a process was left behind, which has then been reported.
        tell.send(Event::OutputEnded).unwrap_or_default();
    });

    let mut status = None;
    let mut deadline: Option<Instant> = None;
    let mut output_open = true;
    while output_open || status.is_none() {
        let event = match deadline {
            None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(deadline) => events.recv_timeout(deadline.saturating_duration_since(Instant::now())),
        };
        match event {
            Ok(Event::Line(line)) => {
                out.write_all(&line)?;
                seen(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']));
            }
            Ok(Event::OutputEnded) => output_open = false,
            Ok(Event::Exited(result)) => {
                status = Some(result?);
                deadline = Some(Instant::now() + patience);
            }
            Err(_) => break,
        }
    }
    let status = status.ok_or_else(|| io::Error::other(format!("{program}: its end was not seen")))?;
    Ok(End { status, left_behind: output_open })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn outcome(runner: Runner, script: &str) -> Totals {
        let commands = vec![vec!["sh".to_owned(), "-c".to_owned(), script.to_owned()]];
        run(Path::new("."), &Part { name: "Fake", runner, commands }, &mut io::sink()).unwrap()
    }

    #[test]
    fn output_and_errors_are_both_counted() {
        let script = "echo \"Test Case 'A.b' passed (0.0 seconds)\"; echo '✔ Test c() passed after 0.1 seconds.' >&2";
        assert_eq!(outcome(Runner::Swift, script), Totals { passed: 2, ..Totals::default() });
    }

    #[test]
    fn a_failure_that_no_test_reports_counts_as_one() {
        let script = "echo 'test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured'; exit 3";
        assert_eq!(outcome(Runner::Cargo, script), Totals { passed: 2, failed: 1, skipped: 0 });
    }

    #[test]
    fn a_failed_test_is_not_counted_again_for_the_exit_status() {
        let script = "echo '[ERROR] Tests run: 3, Failures: 2, Errors: 0, Skipped: 0'; exit 1";
        assert_eq!(outcome(Runner::Maven, script), Totals { passed: 1, failed: 2, skipped: 0 });
    }

    #[test]
    fn a_part_that_cannot_run_here_is_skipped() {
        let script = format!("echo 'no root here'; exit {CANNOT_RUN_HERE}");
        assert_eq!(outcome(Runner::Swift, &script), Totals { skipped: 1, ..Totals::default() });
    }

    #[test]
    fn a_part_without_a_test_has_failed() {
        assert_eq!(outcome(Runner::Cargo, "true"), Totals { failed: 1, ..Totals::default() });
    }

    #[test]
    fn a_process_left_behind_is_noticed() {
        let command = ["sh", "-c", "sleep 20 & exit 0"].map(str::to_owned);
        let end = stream(Path::new("."), &command, Duration::ZERO, &mut io::sink(), |_| ()).unwrap();
        assert!(end.left_behind && end.status.success());
    }

    #[test]
    fn a_skip_is_a_failure_in_ci_alone_and_the_totals_are_the_last_line() {
        let part = |runner, script: &str| {
            let commands = vec![vec!["sh".to_owned(), "-c".to_owned(), script.to_owned()]];
            Part { name: "Fake", runner, commands }
        };
        let parts = [
            part(Runner::Swift, "exit 77"),
            part(Runner::Maven, "echo '[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0'"),
        ];
        for in_ci in [false, true] {
            let mut out = Vec::new();
            assert_eq!(run_all(Path::new("."), &parts, in_ci, &mut out).unwrap(), !in_ci);
            assert_eq!(String::from_utf8(out).unwrap().lines().last(), Some("3 passed, 0 failed, 1 skipped"));
        }
    }
}
