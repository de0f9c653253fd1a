//! Reading a log: a full page, and nothing new.

use std::path::Path;

use tend_protocol::{Append, Call, Position, Pull, Pulled, encode};
use tend_tests::process::ServerProcess;

use super::{
    floor::{ANSWER, Floor},
    samples::Samples,
    table::Table,
    wire::{Connection, Device, request},
};

const ENTRIES: u64 = 1000;
/// Entries in one append: what a server takes by default.
const BATCH: u64 = 50;

pub fn measure(folder: &Path, table: &mut Table) {
    let server = ServerProcess::start_for_tests(&folder.join("server"));
    let floor = Floor::start(folder);
    let mut connection = Connection::to(server.address());
    let device = Device::new(&mut connection);
    for first in (1..=ENTRIES).step_by(usize::try_from(BATCH).unwrap_or(1)) {
        connection.call(&device.token, &device.append(first, BATCH) as &Append);
    }
    let start = Position::start(device.space, 0);
    let pull = |at: Position| Pull {
        space: device.space,
        generation: 0,
        after: at.seq,
        hash: Some(at.hash),
        limit: 1000,
        bytes: u32::MAX,
    };
    let Pulled::Log(page) = connection.call(&device.token, &pull(start)) else { panic!("nobody left the space") };
    assert_eq!(page.entries.len() as u64, ENTRIES, "a page holds them all");
    let head = page.entries.iter().fold(start, |at, entry| at.after(entry.id, entry.kind, entry.content.hash()));

    // The page first: asking for what follows the head acknowledges it, and the server then deletes it.
    for (what, at, times) in [("1,000 entries of 1 KiB", start, 100), ("none", head, 2000)] {
        let asked = request(Pull::PATH, &device.token, &encode(&pull(at)));
        let length = connection.send(&asked).len();
        let served = Samples::take(times, || connection.send(&asked).len());
        let mut to_floor = Connection::to(floor.address);
        let asked = with_answer(&asked, length);
        let floored = Samples::take(times, || to_floor.send(&asked).len());
        let (median, floor) = (served.percentile(50), floored.percentile(50));
        table.plain(
            &format!("Server, a pull of {what}"),
            &format!(
                "{median:.2} ms, p95 {:.2} ms; the same stack answers {length} bytes in {floor:.2} ms",
                served.percentile(95)
            ),
        );
    }
}

/// The request, asking the floor for so long an answer.
fn with_answer(request: &[u8], length: usize) -> Vec<u8> {
    let line = request.iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    [&request[..line], format!("{ANSWER}: {length}\r\n").as_bytes(), &request[line..]].concat()
}
