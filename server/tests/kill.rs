//! The server is killed under concurrent appends, again and again. What it acknowledged is there afterwards.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::atomic::{AtomicU64, Ordering};

use common::{Connection, Device, SUITE, Server, UNLIMITED, message, read_all};
use tend_protocol::*;

const ROUNDS: u64 = 50;
const WRITERS: u8 = 4;
/// So many entries are acknowledged before a round's server is killed, while more are under way.
const ENTRIES: u64 = 40;

/// One device appending to its own space until the server is gone. Gives back the last number that was acknowledged.
fn write(address: &str, token: &str, seed: u8, mut last: u64, acknowledged: &AtomicU64) -> u64 {
    let mut connection = Connection::new(address);
    loop {
        let append =
            Append { space: SpaceId([seed; 16]), generation: 0, cursor: 0, entries: vec![message(seed, last + 1)] };
        match connection.try_call(token, &append) {
            Ok(Ok(_)) => last += 1,
            Ok(Err(ErrorCode::WrongNumber)) => panic!("an acknowledged entry is missing"),
            Ok(Err(code)) => panic!("refused: {code:?}"),
            Err(_) => return last,
        }
        acknowledged.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn what_was_acknowledged_survives_fifty_kills() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("tend.sqlite");
    let mut tokens = Vec::new();
    let mut last = [0u64; WRITERS as usize];
    let mut incarnation = None;
    for round in 0..ROUNDS {
        let server = Server::start(&database, UNLIMITED);
        let mut connection = server.connect();
        if round == 0 {
            for seed in 0..WRITERS {
                let device = Device::new(&mut connection, seed);
                let create = CreateSpace { space: SpaceId([seed; 16]), suite: SUITE };
                incarnation = Some(connection.call(&device.token, &create).unwrap().incarnation);
                tokens.push(device.token);
            }
        }
        let acknowledged = AtomicU64::new(0);
        std::thread::scope(|scope| {
            let writers: Vec<_> = (0..WRITERS)
                .map(|seed| {
                    let (address, token, from) =
                        (server.address.as_str(), &tokens[usize::from(seed)], last[usize::from(seed)]);
                    let acknowledged = &acknowledged;
                    // The last one before the kill may be stored without having been answered: repeating it finds it.
                    scope.spawn(move || write(address, token, seed, from, acknowledged))
                })
                .collect();
            // A writer that ends before the kill has failed, and says so when it is joined.
            while acknowledged.load(Ordering::SeqCst) < ENTRIES + round % 7
                && writers.iter().all(|writer| !writer.is_finished())
            {
                std::thread::yield_now();
            }
            kill(&server);
            for (last, writer) in last.iter_mut().zip(writers) {
                *last = writer.join().unwrap();
            }
        });
    }
    let server = Server::start(&database, UNLIMITED);
    let mut connection = server.connect();
    for (seed, (token, last)) in (0u8..).zip(tokens.iter().zip(last)) {
        let entries = read_all(&mut connection, token, SpaceId([seed; 16]));
        assert!(entries.len() as u64 >= last, "{last} were acknowledged, {} are there", entries.len());
        for (entry, number) in entries.iter().zip(1..) {
            assert_eq!((entry.seq, entry.number, entry.id), (number, number, message(seed, number).id));
        }
    }
    let create = CreateSpace { space: SpaceId([WRITERS; 16]), suite: SUITE };
    assert_eq!(connection.call(&tokens[0], &create).unwrap().incarnation, incarnation.unwrap());
    assert!(last.iter().sum::<u64>() >= ROUNDS * ENTRIES);
}

fn kill(server: &Server) {
    let status = std::process::Command::new("kill").args(["-KILL", &server.child.id().to_string()]).status().unwrap();
    assert!(status.success());
}
