//! After a kill the kernel still writes what it holds, so `kill.rs` cannot tell whether an answer waited for the disk. Here
//! every system call is seen: between the last write to the database or its log and an answer there must be a flush.
#![allow(clippy::unwrap_used)]

mod common;

use std::{collections::HashMap, path::Path, process::Command};

use common::{Device, SUITE, Server, UNLIMITED, message};
use tend_protocol::*;

const WRITERS: u8 = 4;
const ENTRIES: u64 = 25;

/// What a trace shows.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    /// Answers to appends.
    answers: usize,
    /// Flushes of the database or its log.
    flushes: usize,
    /// Answers before which something that the database had written since the request was not flushed yet.
    unflushed: usize,
}

/// How far the batch of a request is: its entries are written to the log after the request was read, and flushed after
/// they were written. Another batch may be written while the answer is sent, so each request is followed on its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Read,
    Written,
    Flushed,
}

/// Reads what `strace -f -y` wrote.
fn judge(trace: &str) -> Seen {
    let mut seen = Seen { answers: 0, flushes: 0, unflushed: 0 };
    let mut requests: HashMap<String, Stage> = HashMap::new();
    // What each thread is in the middle of.
    let mut calls: HashMap<&str, (&str, &str)> = HashMap::new();
    for line in trace.lines() {
        let Some((thread, text)) = line.split_once(' ') else { continue };
        let text = text.trim_start();
        let (name, file) = match text.strip_prefix("<... ") {
            Some(_) => calls.remove(thread).unwrap_or_default(),
            None => name_and_file(text),
        };
        if text.ends_with("<unfinished ...>") {
            calls.insert(thread, (name, file));
        }
        let (begins, ends) = (!text.starts_with("<... "), !text.ends_with("<unfinished ...>"));
        let (database, socket) = (file.contains(".sqlite"), file.starts_with("socket:") || file.starts_with("TCP:"));
        match name {
            "pwrite64" | "write" if database && ends => {
                requests.values_mut().filter(|stage| **stage == Stage::Read).for_each(|stage| *stage = Stage::Written);
            }
            "fdatasync" | "fsync" if database && ends => {
                seen.flushes += 1;
                requests.values_mut().filter(|stage| **stage != Stage::Read).for_each(|stage| *stage = Stage::Flushed);
            }
            "recvfrom" if socket && ends && text.contains(Append::PATH) => {
                requests.insert(file.to_owned(), Stage::Read);
            }
            "sendto" | "writev" if socket && begins => {
                if let Some(stage) = requests.remove(file) {
                    seen.answers += 1;
                    seen.unflushed += usize::from(stage != Stage::Flushed);
                }
            }
            _ => {}
        }
    }
    seen
}

/// Of `fdatasync(7</path/to/file>) = 0`.
fn name_and_file(text: &str) -> (&str, &str) {
    let (name, rest) = text.split_once('(').unwrap_or_default();
    let file = rest.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or("", |(file, _)| file);
    (name, file)
}

fn trace_under_load(folder: &Path) -> String {
    let (database, trace) = (folder.join("tend.sqlite"), folder.join("trace"));
    let which = "trace=fdatasync,fsync,pwrite64,write,sendto,writev,recvfrom";
    let strace = ["strace", "-f", "-y", "-s", "96", "-e", which, "-o", trace.to_str().unwrap()];
    let server = Server::start_under(&strace, &database, UNLIMITED);
    std::thread::scope(|scope| {
        for seed in 0..WRITERS {
            let server = &server;
            scope.spawn(move || {
                let mut connection = server.connect();
                let device = Device::new(&mut connection, seed);
                let space = SpaceId([seed; 16]);
                connection.call(&device.token, &CreateSpace { space, suite: SUITE }).unwrap();
                for number in 1..=ENTRIES {
                    let entries = vec![message(seed, number)];
                    connection.call(&device.token, &Append { space, generation: 0, cursor: 0, entries }).unwrap();
                }
            });
        }
    });
    // The traced program is the tracer's child, and ends it by ending.
    let traced = std::fs::read_to_string(format!("/proc/{0}/task/{0}/children", server.child.id())).unwrap();
    assert!(Command::new("kill").args(["-TERM", traced.trim()]).status().unwrap().success());
    server.wait();
    std::fs::read_to_string(trace).unwrap()
}

#[test]
fn no_answer_leaves_before_its_batch_is_flushed() {
    let folder = tempfile::tempdir().unwrap();
    let seen = judge(&trace_under_load(folder.path()));
    assert_eq!(seen.answers, usize::from(WRITERS) * usize::try_from(ENTRIES).unwrap());
    assert_eq!(seen.unflushed, 0, "{seen:?}");
    assert!(seen.flushes > 0);
}

#[test]
fn the_judge_sees_a_missing_flush() {
    let good = "7 recvfrom(9<socket:[1]>, \"POST /v1/append HTTP\", 99) = 50\n\
                8 pwrite64(4</x/tend.sqlite-wal>, \"x\", 1, 0) = 1\n\
                8 fdatasync(4</x/tend.sqlite-wal> <unfinished ...>\n\
                7 recvfrom(10<socket:[2]>, \"POST /v1/append HTTP\", 99) = 50\n\
                8 <... fdatasync resumed>) = 0\n\
                7 sendto(9<socket:[1]>, \"HTTP/1.1 200\", 12) = 12\n";
    assert_eq!(judge(good), Seen { answers: 1, flushes: 1, unflushed: 0 });
    let early = good.to_owned() + "7 sendto(10<socket:[2]>, \"HTTP/1.1 200\", 12) = 12\n";
    assert_eq!(judge(&early), Seen { answers: 2, flushes: 1, unflushed: 1 }, "its own batch was not written");
    let none: String = good.lines().filter(|line| !line.contains("sync")).map(|line| line.to_owned() + "\n").collect();
    assert_eq!(judge(&none), Seen { answers: 1, flushes: 0, unflushed: 1 });
}
