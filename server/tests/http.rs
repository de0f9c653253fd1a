//! The server as a process, over plain HTTP.
#![allow(clippy::unwrap_used)]

mod common;

use std::{
    io::{BufRead, Read, Write},
    process::Command,
};

use common::{Connection, Device, SUITE, Server, UNLIMITED, message, read_all};
use tend_protocol::*;

fn server(config: &str) -> (Server, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Server::start(&folder.path().join("tend.sqlite"), config), folder)
}

#[test]
fn the_operators_pages_answer() {
    let (server, _folder) = server("access_code = 'hollyhock'");
    let mut connection = server.connect();
    assert_eq!(connection.request("GET", "/livez", &[], b"").status, 200);
    assert_eq!(connection.request("GET", "/readyz", &[], b"").status, 200);
    let config = connection.request("GET", "/v1/config", &[], b"");
    let config: Config = serde_json::from_slice(&config.body).unwrap();
    assert_eq!((config.access_code_required, config.limits), (true, Limits::default()));
    let document = connection.request("GET", "/v1/openapi.json", &[], b"").body;
    assert_eq!(String::from_utf8(document).unwrap(), tend_server::http::openapi::json());
    assert_eq!(connection.request("GET", "/metrics", &[], b"").status, 404, "not on this listener");
    let signature = Signature([0; 64]);
    let register = Register { device: DeviceId([1; 32]), signature, access_code: None };
    assert_eq!(connection.call("", &register), Err(ErrorCode::AccessCode));
}

#[test]
fn calls_travel_and_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("tend.sqlite");
    let server = Server::start(&database, "");
    let mut connection = server.connect();
    let device = Device::new(&mut connection, 1);
    let space = SpaceId([1; 16]);
    connection.call(&device.token, &CreateSpace { space, suite: SUITE }).unwrap();
    let append = Append { space, generation: 0, cursor: 0, entries: vec![message(1, 1), message(1, 2)] };
    assert_eq!(connection.call(&device.token, &append).unwrap().seqs, [1, 2]);
    assert!(server.stop(), "SIGTERM ends it well");
    let server = Server::start(&database, "");
    assert_eq!(read_all(&mut server.connect(), &device.token, space).len(), 2, "the session lives on, too");
}

#[test]
fn every_error_is_a_problem() {
    let (server, _folder) = server("[rates.source]\nper_minute = 1\nburst = 3");
    let mut connection = server.connect();
    let mut code = |method, path, headers: &[_], body: &[u8]| {
        let problem = connection.request(method, path, headers, body).problem();
        assert_eq!(problem, Problem { retry_after: problem.retry_after, ..problem.code.into() });
        problem.code
    };
    assert_eq!(code("POST", "/v1/nothing", &[], b""), ErrorCode::UnknownCall);
    assert_eq!(code("GET", "/", &[], b""), ErrorCode::UnknownCall);
    assert_eq!(code("GET", Append::PATH, &[], b""), ErrorCode::UnknownCall);
    assert_eq!(code("POST", "/v1/config", &[], b""), ErrorCode::UnknownCall);
    assert_eq!(code("POST", Challenge::PATH, &[], b"garbage"), ErrorCode::Malformed);
    for token in ["Bearer x", "Basic x"] {
        assert_eq!(code("POST", Append::PATH, &[("authorization", token)], b""), ErrorCode::Unauthenticated);
    }
    assert_eq!(code("GET", "/v1/events", &[], b""), ErrorCode::RateLimited);
    let limited = connection.request("POST", Challenge::PATH, &[], b"");
    assert!(limited.head.contains("retry-after: 60\r\n"), "{}", limited.head);
    assert_eq!((limited.status, limited.problem().retry_after), (429, Some(60)));
}

#[test]
fn a_large_body_is_refused_before_it_is_read() {
    // The first two never send all that they announce: they get their answer when the server no longer waits for it.
    let (impatient, _folder) = server("[timeouts]\nbody_seconds = 1");
    let (patient, _folder) = server("");
    let mut announced = impatient.connect();
    let head = "POST /v1/append HTTP/1.1\r\nhost: test\r\ncontent-length: 99999999\r\n\r\n";
    announced.stream.get_mut().write_all(head.as_bytes()).unwrap();
    assert_eq!(announced.receive().unwrap().problem().code, ErrorCode::TooLarge);
    let chunk = [format!("{:x}\r\n", 64 * 1024).as_bytes(), &[0; 64 * 1024], b"\r\n"].concat();
    let device = Device::new(&mut patient.connect(), 1);
    for (server, token, chunks, code) in
        [(&impatient, "x", 1, ErrorCode::Unauthenticated), (&patient, &device.token, 33, ErrorCode::TooLarge)]
    {
        let mut chunked = server.connect();
        let head = format!(
            "POST /v1/append HTTP/1.1\r\nhost: test\r\nauthorization: Bearer {token}\r\ntransfer-encoding: chunked\r\n\r\n"
        );
        chunked.stream.get_mut().write_all(head.as_bytes()).unwrap();
        for _ in 0..chunks {
            // The server may close before all is sent.
            if chunked.stream.get_mut().write_all(&chunk).is_err() {
                break;
            }
        }
        assert_eq!(chunked.receive().unwrap().problem().code, code);
    }
}

#[test]
fn a_client_that_says_too_little_is_not_waited_for() {
    let (server, _folder) = server("[timeouts]\nheader_seconds = 1");
    for start in ["", "POST /v1/append HTTP/1.1\r\nhost: test\r\n"] {
        let mut slow = server.connect();
        slow.stream.get_mut().write_all(start.as_bytes()).unwrap();
        let mut said = Vec::new();
        slow.stream.read_to_end(&mut said).unwrap();
        assert_eq!(said, b"", "the server closes without a word");
    }
}

#[test]
fn a_body_that_stops_coming_is_not_waited_for() {
    let (server, _folder) = server("[timeouts]\nbody_seconds = 1");
    let mut stops = server.connect();
    let start = "POST /v1/challenge HTTP/1.1\r\nhost: test\r\ncontent-length: 100\r\n\r\nhalf";
    stops.stream.get_mut().write_all(start.as_bytes()).unwrap();
    let refused = stops.receive().unwrap();
    assert_eq!((refused.status, refused.problem().code), (503, ErrorCode::Unavailable), "try again");
}

/// What everyone has read is deleted, and not only from what is shown: pages of the file that are free hold nothing of it.
#[test]
fn what_was_deleted_is_nowhere_in_the_file() {
    let (server, folder) = server(UNLIMITED);
    let mut connection = server.connect();
    let device = Device::new(&mut connection, 1);
    let space = SpaceId([1; 16]);
    let token = &device.token;
    let created = connection.call(token, &CreateSpace { space, suite: SUITE }).unwrap();
    let word = b"said and heard and gone";
    let message = word.iter().copied().cycle().take(SIZE_CLASSES[1]).collect::<Vec<_>>();
    let [kept, gone] = [1, 2].map(|n| NewEntry {
        id: EntryId([n; 16]),
        number: u64::from(n),
        epoch: 0,
        kind: EntryKind::Message,
        bytes: Bytes(if n == 2 { message.clone() } else { vec![1; SIZE_CLASSES[0]] }),
        change: None,
    });
    let hash = |entry: &NewEntry| Hash::of(&entry.bytes);
    let first = Position::start(space, 0).after(kept.id, kept.kind, hash(&kept));
    let second = first.after(gone.id, gone.kind, hash(&gone));
    let append = Append { space, generation: created.generation, cursor: 0, entries: vec![kept, gone] };
    connection.call(token, &append).unwrap();
    let pull = Pull { space, generation: 0, after: 2, hash: Some(second.hash), limit: 9, bytes: 9 };
    connection.call(token, &pull).unwrap();
    // A pull that acknowledged is stored behind it: the next write comes after.
    connection.call(token, &CreateSpace { space: SpaceId([2; 16]), suite: SUITE }).unwrap();
    assert!(server.stop());
    let file = std::fs::read(folder.path().join("tend.sqlite")).unwrap();
    assert!(file.windows(16).any(|window| window == [1; 16]), "what it looks for can be found: the space's id");
    assert!(!file.windows(word.len()).any(|window| window == word));
}

#[test]
fn forwarded_addresses_count_from_a_configured_proxy_alone() {
    let rates = "[rates.source]\nper_minute = 1\nburst = 1";
    let body = encode(&Challenge { device: DeviceId([1; 32]) });
    let statuses = |config: &str| {
        let (server, _folder) = server(config);
        let mut connection = server.connect();
        let from = |address| [("x-forwarded-for", address)];
        ["192.0.2.1", "192.0.2.2", "192.0.2.1"]
            .map(|address| connection.request("POST", Challenge::PATH, &from(address), &body).status)
    };
    assert_eq!(statuses(rates), [200, 429, 429]);
    let trusting = format!("trusted_proxies = ['127.0.0.1']\nopen_registration = true\n{rates}");
    assert_eq!(statuses(&trusting), [200, 200, 429]);
}

/// The next event's data, passing over comments.
fn next_head(events: &mut Connection) -> Head {
    loop {
        let mut line = String::new();
        assert_ne!(events.stream.read_line(&mut line).unwrap(), 0, "the stream ended");
        if let Some(data) = line.strip_prefix("data: ") {
            return serde_json::from_str(data).unwrap();
        }
    }
}

fn listen(server: &Server, device: &Device) -> Connection {
    let mut events = server.connect();
    events.send("GET", "/v1/events", &[("authorization", &format!("Bearer {}", device.token))], b"").unwrap();
    let (status, head) = events.head().unwrap();
    assert_eq!(status, 200);
    assert!(head.contains("content-type: text/event-stream"));
    events
}

#[test]
fn events_tell_of_growth_to_the_devices_that_joined_and_end_when_one_is_shut_out() {
    let (server, _folder) = server(UNLIMITED);
    let mut connection = server.connect();
    let [device, other] = [1, 2].map(|seed| Device::new(&mut connection, seed));
    let space = SpaceId([1; 16]);
    connection.call(&device.token, &CreateSpace { space, suite: SUITE }).unwrap();
    connection.call(&device.token, &Append { space, generation: 0, cursor: 0, entries: vec![message(1, 1)] }).unwrap();
    let mut events = listen(&server, &device);
    let head = |head| Head { space: space.to_hex(), generation: 0, head };
    assert_eq!(next_head(&mut events), head(1), "the current heads come first");
    let mut foreign = listen(&server, &other);
    connection.call(&device.token, &Append { space, generation: 0, cursor: 0, entries: vec![message(1, 2)] }).unwrap();
    assert_eq!(next_head(&mut events), head(2));
    let change = |added, removed| Some(Change { added, removed, welcome: None });
    let commit = |number, epoch, change| NewEntry { epoch, kind: EntryKind::Commit, change, ..message(9, number) };
    let entries = vec![commit(3, 0, change(vec![other.id], vec![]))];
    connection.call(&device.token, &Append { space, generation: 0, cursor: 0, entries }).unwrap();
    let pull = Pull { space, generation: 0, after: 0, hash: None, limit: 1, bytes: 1 };
    connection.call(&other.token, &pull).unwrap();
    let entries = vec![NewEntry { epoch: 1, ..message(1, 4) }];
    connection.call(&device.token, &Append { space, generation: 0, cursor: 0, entries }).unwrap();
    assert_eq!(next_head(&mut foreign), head(4), "it hears nothing before it has asked for the space itself");
    let entries = vec![commit(5, 1, change(vec![], vec![other.id]))];
    connection.call(&device.token, &Append { space, generation: 0, cursor: 0, entries }).unwrap();
    let own = SpaceId([2; 16]);
    connection.call(&other.token, &CreateSpace { space: own, suite: SUITE }).unwrap();
    let of_own = Head { space: own.to_hex(), generation: 0, head: 0 };
    assert_eq!(next_head(&mut foreign), of_own, "its stream goes on, without the space that it is no longer in");
    let person = PersonKey(device.id.0);
    let certificate =
        SignedCertificate { person, device: other.id, signature: device.sign(&certificate_text(person, other.id)) };
    let publish = PublishKeyPackages { certificate, suite: SUITE, packages: vec![], last_resort: None, replace: false };
    connection.call(&other.token, &publish).unwrap();
    let signature = device.sign(&removal_text(person, other.id));
    let removal = SignedRemoval { person, device: other.id, signature };
    connection.call(&device.token, &RevokeDevice { removal }).unwrap();
    let mut line = String::new();
    // The body's last chunk is empty; the connection itself may stay.
    while foreign.stream.read_line(&mut line).unwrap() != 0 && line != "0\r\n" {
        line.clear();
    }
    for n in 3..=5 {
        assert_eq!(next_head(&mut events), head(n));
    }
    assert!(server.stop(), "open streams do not keep it from stopping");
}

#[test]
fn metrics_count_and_name_nobody() {
    let (mut server, _folder) = server("metrics_listen = '127.0.0.1:0'");
    let mut line = String::new();
    server.stdout.read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("metrics on http://").unwrap().strip_suffix("/metrics").unwrap();
    let mut connection = server.connect();
    let device = Device::new(&mut connection, 1);
    connection.request("POST", "/v1/elsewhere", &[], b"");
    let metrics = Connection::new(address).request("GET", "/metrics", &[], b"");
    let text = String::from_utf8(metrics.body).unwrap();
    for line in [
        "tend_calls_total{call=\"register\",outcome=\"ok\"} 1",
        "tend_calls_total{call=\"unknown\",outcome=\"unknown_call\"} 1",
        "tend_event_streams 0",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is missing in\n{text}");
    }
    for nobody in [&device.id.to_hex(), &device.token, "127.0.0.1"] {
        assert!(!text.contains(nobody), "{nobody} is in\n{text}");
    }
}

#[test]
fn what_cannot_work_does_not_start() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("tend.sqlite");
    let run = |words: &[&str], config: &str| {
        let file = folder.path().join("other.toml");
        std::fs::write(&file, config).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_tend-server"));
        let output = command.args(words).arg("--config").arg(file).arg("--database").arg(&database).output().unwrap();
        (output.status.success(), String::from_utf8(output.stderr).unwrap())
    };
    let (well, text) = run(&["serve", "--listen", "0.0.0.0:0"], "");
    assert!(!well && text.contains("open_registration"), "{text}");
    let (well, text) = run(&["config-check"], "no_such_key = 1");
    assert!(!well && text.contains("no_such_key"), "{text}");
    assert!(run(&["config-check"], "").0);
    let _server = Server::start(&database, "");
    let (well, text) = run(&["serve", "--listen", "127.0.0.1:0"], "");
    assert!(!well && text.contains("another server"), "{text}");
}

#[test]
fn a_backup_is_taken_while_running_and_served_under_a_new_incarnation() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("tend.sqlite");
    let copy = folder.path().join("copy.sqlite");
    let server = Server::start(&database, "");
    let mut connection = server.connect();
    let device = Device::new(&mut connection, 1);
    let create = CreateSpace { space: SpaceId([1; 16]), suite: SUITE };
    let before = connection.call(&device.token, &create).unwrap().incarnation;
    let backup = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tend-server"));
        command.arg("backup").arg(&copy).arg("--database").arg(&database).status().unwrap().success()
    };
    assert!(backup());
    assert!(!backup(), "nothing is overwritten");
    assert_eq!(connection.call(&device.token, &create).unwrap().incarnation, before);
    let restored = Server::start(&copy, "");
    let after = restored.connect().call(&device.token, &create).unwrap().incarnation;
    assert_ne!(after, before);
    restored.kill();
    let again = Server::start(&copy, "");
    assert_eq!(again.connect().call(&device.token, &create).unwrap().incarnation, after);
}

#[test]
fn both_versions_of_http_are_spoken() {
    let (server, _folder) = server("");
    let mut second = server.connect();
    // The preface and an empty SETTINGS frame (RFC 9113, sections 3.4 and 6.5).
    second.stream.get_mut().write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").unwrap();
    let mut frame = [0; 9];
    second.stream.read_exact(&mut frame).unwrap();
    assert_eq!(frame[3], 4, "the server's own SETTINGS");
    assert_eq!(server.connect().request("GET", "/livez", &[], b"").status, 200);
}
