//! Idle event streams: what each costs the server in memory.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    thread,
    time::Duration,
};

use tend_tests::process::ServerProcess;

use super::{
    descriptors,
    process_facts::resident,
    table::{Budget, Table},
    wire::{Connection, Device},
};

const STREAMS: u64 = 10_000;
/// Files that a process has open besides its streams.
const OTHER_FILES: u64 = 500;
/// Connections over which the devices register.
const AT_ONCE: u64 = 16;
/// More than the time between two comments that keep a stream open: each stream has had one.
const IDLE: Duration = Duration::from_secs(20);
const BUDGET: Budget = Budget::AtMost(150.0, "MB resident");

pub fn measure(folder: &Path, table: &mut Table) {
    let streams = STREAMS.min(descriptors::allow(STREAMS + OTHER_FILES).saturating_sub(OTHER_FILES));
    let what = "Server, 10,000 idle event streams";
    // Started now, so that it inherits the bound.
    let server = ServerProcess::start_for_tests(&folder.join("server"));
    let process = server.id().expect("the server runs");
    let tokens = register(server.address(), streams);
    let before = resident(process);
    let open: Vec<TcpStream> = tokens.iter().map(|token| Connection::to(server.address()).follow(token)).collect();
    thread::sleep(IDLE);
    let after = resident(process);
    let opened = opened(server.metrics().expect("a server for tests shows its metrics"));
    assert_eq!(opened, open.len(), "every stream is still open");
    let (Some(before), Some(after)) = (before, after) else {
        return table.plain(what, "not measured: this system does not tell a process's memory");
    };
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let each = after.saturating_sub(before) / streams.max(1);
    let words =
        format!("{opened} opened: {:.0} MB; {:.0} MB before, {each} bytes each", megabytes(after), megabytes(before));
    if streams == STREAMS {
        table.row(what, &words, megabytes(after), &BUDGET);
    } else {
        // Fewer than the budget speaks of, because this machine allows no more open files.
        table.plain(what, &format!("this machine allows fewer; {words}"));
    }
}

/// How many streams the server itself counts.
fn opened(metrics: SocketAddr) -> usize {
    let mut connection = TcpStream::connect(metrics).expect("the metrics are served");
    let request = b"GET /metrics HTTP/1.1\r\nhost: bench\r\nconnection: close\r\n\r\n";
    let mut text = String::new();
    connection.write_all(request).and_then(|()| connection.read_to_string(&mut text)).expect("the server answers");
    let count = text.lines().find_map(|line| line.strip_prefix("tend_event_streams ")?.trim().parse().ok());
    count.expect("the metrics count streams")
}

/// Registers so many devices, each in a space of its own. Returns their tokens.
fn register(server: SocketAddr, devices: u64) -> Vec<String> {
    let share = devices / AT_ONCE;
    let some = |count| {
        let mut connection = Connection::to(server);
        (0..count).map(|_| Device::new(&mut connection).token).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let first = (1..AT_ONCE).map(|_| scope.spawn(move || some(share))).collect::<Vec<_>>();
        let last = some(devices - share * (AT_ONCE - 1));
        let all = first.into_iter().flat_map(|one| one.join().expect("a connection's thread ends"));
        all.chain(last).collect()
    })
}
