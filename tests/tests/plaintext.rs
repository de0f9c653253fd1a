//! The server can read nothing: all that it keeps, logs, measures and receives in a whole scenario is searched for every word of it.

#![allow(clippy::unwrap_used)]

use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
};

use rusqlite::{Connection, types::ValueRef};
use tend_tests::{
    process::{PhoneProcess, ServerProcess, link_device, pair, sync_all},
    recorder::Recorder,
    search::{Packing, Search, forms, pack},
};

/// Every word that the scenario uses. Names of people, devices and pronouns, and all that is written, edited and deleted.
mod words {
    pub const NAME: &str = "Zoë Alexandra";
    pub const PRONOUNS: &str = "they/them/zé";
    pub const PARTNER: &str = "Robin Größe";
    pub const DEVICE: &str = "Zoë's \"old\" tablet";
    pub const GIVEN: &str = "You brought me tea & toast, 100 % unasked 💛";
    pub const EDITED: &str = "You brought me tea and then you stayed";
    pub const DELETED: &str = "Something that I take back\\";
    pub const ANSWERED: &str = "You said “I hear you” — and did";
    pub const OFFLINE: &str = "Written on the train, without a network";
    pub const SURPRISE: &str = "Weekend: house by the lake?";
    pub const ALONE: &str = "Written before we were two";
    pub const ALL: [&str; 11] =
        [NAME, PRONOUNS, PARTNER, DEVICE, GIVEN, EDITED, DELETED, ANSWERED, OFFLINE, SURPRISE, ALONE];
}

/// All bytes of one place that the server could have let words into.
struct Place {
    name: &'static str,
    bytes: Vec<u8>,
}

#[test]
fn nothing_that_the_server_has_holds_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = ServerProcess::start_for_tests(&folder.path().join("server"));
    let recorder = Recorder::start(server.address());
    live(folder.path(), &mut server, &recorder);
    let places = places(&mut server, &recorder);
    let search = Search::new(words::ALL);
    for place in &places {
        assert!(!place.bytes.is_empty(), "{} is empty: was the scenario played?", place.name);
        let found = search.find(&place.bytes);
        assert!(found.is_empty(), "{}: {found:?}", place.name);
    }
    names_nobody(&server);
    // And the search would have found them, in each place and form.
    for place in planted(folder.path(), &server, &recorder) {
        let found = search.find(&place.bytes);
        for (form, _) in forms(words::GIVEN) {
            let open = |finding: &&_| matches_form(finding, form);
            assert!(found.iter().any(|finding| open(&finding)), "{}: {form:?} was planted and not found", place.name);
        }
        for packing in Packing::ALL {
            let packed = found.iter().any(|finding| finding.word == words::GIVEN && finding.packed == [packing]);
            assert!(packed, "{}: {packing:?} was planted and not found", place.name);
        }
    }
}

/// An operator reads the log, and sends it to others: nobody is in it whom the file knows.
fn names_nobody(server: &ServerProcess) {
    let log = fs::read_to_string(server.log_file()).unwrap().to_lowercase();
    assert!(!log.is_empty());
    let file = Connection::open(server.database()).unwrap();
    for (column, table) in
        [("device", "device"), ("space", "space"), ("person", "device_person"), ("token_hash", "session")]
    {
        let mut statement = file.prepare(&format!("SELECT {column} FROM {table}")).unwrap();
        let ids: Vec<Vec<u8>> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert!(ids.len() > 1, "{table}");
        for id in ids {
            let hex: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(!log.contains(&hex[..12]), "{table}: {hex}");
        }
    }
}

fn matches_form(finding: &tend_tests::search::Finding, form: tend_tests::search::Form) -> bool {
    finding.word == words::GIVEN && finding.form == form && finding.packed.is_empty()
}

/// Two people use all that Tend has, over the recorded wire.
fn live(folder: &Path, server: &mut ServerProcess, recorder: &Recorder) {
    let url = recorder.url();
    let alex = PhoneProcess::new(folder, "alex").with(&["--device-name", "Zoë's first phone"]);
    let robin = PhoneProcess::new(folder, "robin");
    let tablet = PhoneProcess::new(folder, "tablet").with(&["--device-name", words::DEVICE]);
    alex.run(&["me", words::NAME, "--pronouns", words::PRONOUNS, "--server", &url]);
    robin.run(&["me", words::PARTNER, "--server", &url]);
    alex.run(&["appreciate", words::ALONE]);
    pair(&alex, &robin, "link");
    alex.run(&["share", "1"]);
    alex.run(&["appreciate", words::DELETED]);
    let deleted = alex.run(&["appreciations"]);
    let deleted =
        deleted["appreciations"].as_array().unwrap().iter().find(|one| one["text"] == words::DELETED).unwrap();
    alex.run(&["delete", deleted["id"].as_str().unwrap()]);
    let given = alex.run(&["appreciate", words::GIVEN]);
    alex.run(&["edit", given["appreciation"]["id"].as_str().unwrap(), words::EDITED]);
    alex.run(&["surprise", words::SURPRISE]);
    let answered = robin.run(&["appreciate", words::ANSWERED]);
    sync_all(&[&alex, &robin]);
    alex.run(&["thank", answered["appreciation"]["id"].as_str().unwrap()]);
    link_device(&alex, &tablet, "qr");
    sync_all(&[&alex, &tablet, &robin]);
    server.kill();
    robin.run(&["appreciate", words::OFFLINE]);
    server.restart();
    sync_all(&[&robin, &alex, &tablet]);
    let mut open = tablet.shell();
    open.run(&["follow", "on"]);
    open.run(&["surprises"]);
    open.close();
    // All of it arrived: what was searched for was there to be leaked.
    for phone in [&alex, &robin, &tablet] {
        let all = phone.run(&["appreciations"]).to_string();
        for text in [words::EDITED, words::ANSWERED, words::OFFLINE, words::ALONE] {
            assert!(all.contains(&serde_json::to_string(text).unwrap()), "{all}");
        }
    }
    assert!(tablet.run(&["surprises"]).to_string().contains(words::SURPRISE));
}

fn places(server: &mut ServerProcess, recorder: &Recorder) -> Vec<Place> {
    let mut places = vec![
        Place { name: "the write-ahead log", bytes: fs::read(server.write_ahead_log()).unwrap() },
        Place { name: "the rows and blobs", bytes: rows(&server.database()) },
        Place { name: "the metrics", bytes: get(server.metrics().unwrap(), "/metrics") },
        Place { name: "the recorded requests", bytes: recorder.recorded().concat() },
    ];
    // Only a server that stops puts all of its write-ahead log into the database, and says something in its own log.
    server.stop();
    places.push(Place { name: "the database", bytes: fs::read(server.database()).unwrap() });
    places.push(Place { name: "the log", bytes: fs::read(server.log_file()).unwrap() });
    server.restart();
    places
}

/// Every value of every row, whole. On the pages of the file, a long one is in pieces.
fn rows(database: &Path) -> Vec<u8> {
    let file = Connection::open(database).unwrap();
    let mut names = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut bytes = Vec::new();
    for name in names {
        let mut statement = file.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                match row.get_ref(column).unwrap() {
                    ValueRef::Text(value) | ValueRef::Blob(value) => bytes.extend_from_slice(value),
                    ValueRef::Integer(value) => bytes.extend(value.to_string().into_bytes()),
                    ValueRef::Null | ValueRef::Real(_) => {}
                }
                bytes.push(b'\n');
            }
        }
    }
    bytes
}

fn get(address: SocketAddr, path: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    assert!(bytes.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&bytes));
    bytes
}

/// The same places with one word planted in each, in every form and packing.
fn planted(folder: &Path, server: &ServerProcess, recorder: &Recorder) -> Vec<Place> {
    let mut seeds: Vec<Vec<u8>> = forms(words::GIVEN).into_iter().map(|(_, bytes)| bytes).collect();
    seeds.extend(Packing::ALL.map(|packing| pack(packing, words::GIVEN.as_bytes())));
    let copy = folder.join("planted.sqlite");
    fs::copy(server.database(), &copy).unwrap();
    let file = Connection::open(&copy).unwrap();
    file.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    for seed in &seeds {
        let sql = "INSERT INTO blob (space, blob, author, until, size, bytes) VALUES (randomblob(16), randomblob(16), x'00', 0, 0, ?)";
        file.execute(sql, [seed]).unwrap();
    }
    // First in the log alone, then in the file.
    let log = fs::read(folder.join("planted.sqlite-wal")).unwrap();
    let values = rows(&copy);
    file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let database = fs::read(&copy).unwrap();
    let seeded: Vec<u8> = seeds.iter().flat_map(|seed| [b"\n", seed.as_slice(), b"\n"].concat()).collect();
    let within = |bytes: Vec<u8>| {
        let (before, after) = bytes.split_at(bytes.len() / 2);
        [before, &seeded, after].concat()
    };
    let already = recorder.recorded().len();
    let mut stream = TcpStream::connect(recorder.url().trim_start_matches("http://")).unwrap();
    write!(
        stream,
        "POST /v1/pull HTTP/1.1\r\nHost: tend\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        seeded.len()
    )
    .unwrap();
    stream.write_all(&seeded).unwrap();
    stream.read_to_end(&mut Vec::new()).unwrap();
    vec![
        Place { name: "the database", bytes: database },
        Place { name: "the write-ahead log", bytes: log },
        Place { name: "the rows and blobs", bytes: values },
        Place { name: "the log", bytes: within(fs::read(server.log_file()).unwrap()) },
        Place { name: "the metrics", bytes: within(get(server.metrics().unwrap(), "/metrics")) },
        Place { name: "the recorded requests", bytes: recorder.recorded()[already..].concat() },
    ]
}
