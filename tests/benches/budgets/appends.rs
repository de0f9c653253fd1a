//! Durable appends of 1 KiB, over as many connections as there are devices that send at once, compared with the floor.

use std::{
    net::SocketAddr,
    path::Path,
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};

use tend_protocol::{Append, Call, encode};
use tend_tests::process::ServerProcess;

use super::{
    floor::{Floor, bare_rate},
    process_facts::processor_time,
    samples::median,
    table::{Budget, Table},
    wire::{Connection, Device, request},
};

/// Connections, and appends over each in one round.
const LOADS: [(usize, u64); 3] = [(1, 1000), (16, 1000), (64, 500)];
/// Server and floor take turns so often, so that what else the machine does falls on both.
const ROUNDS: usize = 5;
/// No round goes on for longer.
const AT_MOST: Duration = Duration::from_secs(5);
/// How many bare appends are measured with each round, and the time that they may take.
const BARE: u32 = 500;
const BARE_TIME: Duration = Duration::from_secs(1);
const BUDGET: Budget = Budget::AtLeast(60.0, "% of the floor");

pub fn measure(folder: &Path, table: &mut Table) {
    let server = ServerProcess::start_for_tests(&folder.join("server"));
    let floor = Floor::start(folder);
    let mut bare = Vec::new();
    for (connections, appends) in LOADS {
        let rounds: Vec<_> = (0..ROUNDS)
            .map(|_| {
                bare.push(bare_rate(folder, BARE, BARE_TIME));
                one_round(&server, &floor, connections, appends)
            })
            .collect();
        let of = |pick: fn(&(Load, Load)) -> f64| median(rounds.iter().map(pick).collect());
        let (served, floored) = (of(|round| round.0.rate), of(|round| round.1.rate));
        let processor = (of(|round| round.0.processor), of(|round| round.1.processor));
        let percent = of(|round| 100.0 * round.0.rate / round.1.rate);
        let s = if connections == 1 { "" } else { "s" };
        table.plain(
            &format!("The floor at {connections} connection{s}"),
            &format!("{}; {:.0} µs of processor each", rate(floored), processor.1),
        );
        table.row(
            &format!("Server, durable appends of 1 KiB at {connections} connection{s}"),
            &format!("{}; {:.0} µs of processor each; {percent:.0} % of the floor", rate(served), processor.0),
            percent,
            &BUDGET,
        );
    }
    table.plain(
        "Before each of these rounds, 1 KiB appended to a file and flushed (`fdatasync`), no HTTP, one after the other",
        &rate(median(bare)),
    );
}

fn rate(a_second: f64) -> String {
    format!("{a_second:.0} a second")
}

/// What one load came to.
struct Load {
    /// Appends a second.
    rate: f64,
    /// Microseconds of the process's processor time for each.
    processor: f64,
}

/// The same requests to the server and to the floor.
fn one_round(server: &ServerProcess, floor: &Floor, connections: usize, appends: u64) -> (Load, Load) {
    let requests = requests(server.address(), connections, appends);
    let server_id = server.id().expect("the server runs");
    (load(server.address(), server_id, &requests), load(floor.address, floor.id(), &requests))
}

/// For each connection, the requests of a new device.
fn requests(server: SocketAddr, connections: usize, appends: u64) -> Vec<Vec<Vec<u8>>> {
    let mut connection = Connection::to(server);
    let mut of_one = || {
        let device = Device::new(&mut connection);
        let one = |number| request(Append::PATH, &device.token, &encode(&device.append(number, 1)));
        (1..=appends).map(one).collect()
    };
    (0..connections).map(|_| of_one()).collect()
}

fn load(address: SocketAddr, process: u32, requests: &[Vec<Vec<u8>>]) -> Load {
    let ready = Barrier::new(requests.len() + 1);
    let (before, mut start) = (processor_time(process), Instant::now());
    let done: usize = thread::scope(|scope| {
        let ready = &ready;
        let all: Vec<_> =
            requests.iter().map(|requests| scope.spawn(move || send_all(address, ready, requests))).collect();
        ready.wait();
        start = Instant::now();
        all.into_iter().map(|one| one.join().expect("a connection's thread ends")).sum()
    });
    let took = start.elapsed();
    let used = processor_time(process).zip(before).map_or(Duration::ZERO, |(after, before)| after - before);
    Load { rate: done as f64 / took.as_secs_f64(), processor: used.as_secs_f64() * 1e6 / done as f64 }
}

/// Sends one after the other, and says how many were answered.
fn send_all(address: SocketAddr, ready: &Barrier, requests: &[Vec<u8>]) -> usize {
    let mut connection = Connection::to(address);
    ready.wait();
    let start = Instant::now();
    let in_time = requests.iter().take_while(|_| start.elapsed() < AT_MOST);
    in_time.map(|request| connection.send(request).len()).count()
}
