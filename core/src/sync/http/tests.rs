#![allow(clippy::unwrap_used)]

use std::{
    io::{Read, Write},
    net::TcpListener,
};

use proptest::{collection::vec, prelude::*, sample::Index};

use super::*;
use crate::sync::request::RequestKind;

/// What a call comes to when the server answers it with these bytes, the last of them again and again if it `goes_on`.
fn answered(answer: &[u8], goes_on: bool) -> Result<Vec<u8>, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let answer = answer.to_vec();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request);
        let _ = stream.write_all(&answer);
        while goes_on && stream.write_all(&[0; 65_536]).is_ok() {}
    });
    let outcome = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let http = Http::new(&format!("http://{address}"), &Roots::Mozilla).unwrap();
        let request = Request::new(
            &tend_protocol::Challenge { device: tend_protocol::DeviceId([1; 32]) },
            None,
            RequestKind::Challenge,
        );
        http.call(&request).await
    });
    server.join().unwrap();
    outcome
}

#[test]
fn an_answer_is_taken_whole_and_never_without_end() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/cbor\r\n";
    let answer = |rest: &str| format!("{head}{rest}").into_bytes();
    assert_eq!(answered(&answer("content-length: 3\r\n\r\nabc"), false), Ok(b"abc".to_vec()));
    assert_eq!(answered(&answer("content-length: 9\r\n\r\nabc"), false), Err(Failure::BrokenOff), "cut off");
    assert_eq!(answered(&answer("content-length: 90000000000\r\n\r\n"), true), Err(Failure::Malformed));
    assert_eq!(answered(&answer("connection: close\r\n\r\n"), true), Err(Failure::Malformed), "until it closes");
}

/// What answers at the other address has proved nothing, and the request holds a token.
#[test]
fn nothing_is_sent_to_where_an_answer_points() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let there = elsewhere.local_addr().unwrap();
        let answer = format!("HTTP/1.1 {status}\r\nlocation: http://{there}/v1/challenge\r\ncontent-length: 0\r\n\r\n");
        assert_eq!(answered(answer.as_bytes(), false), Err(Failure::Unreachable), "{status}");
    }
    let came = elsewhere.accept().map_err(|error| error.kind());
    assert_eq!(came.map(|_| ()), Err(std::io::ErrorKind::WouldBlock));
}

/// A side that still sends or receives is waited for, however often the time of silence passes; here it passes at every look.
#[test]
fn a_slow_link_is_waited_for_and_a_silent_or_dripping_one_is_not() {
    let run = |parts: usize, bytes: usize, then_silent: bool| {
        let moved = AtomicUsize::new(0);
        let mut looks = 0;
        let work = std::future::poll_fn(|_| {
            looks += 1;
            if looks <= parts {
                moved.fetch_add(bytes, Ordering::Relaxed);
                return std::task::Poll::Pending;
            }
            if then_silent { std::task::Poll::Pending } else { std::task::Poll::Ready("whole") }
        });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(while_it_moves(Duration::ZERO, &moved, work))
    };
    assert_eq!(run(100, LEAST_BYTES, false), Some("whole"));
    assert_eq!(run(100, LEAST_BYTES / 8, false), None);
    assert_eq!(run(100, LEAST_BYTES, true), None);
    assert_eq!(run(0, 0, true), None);
}

#[test]
fn a_large_request_goes_in_parts_under_its_whole_length() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let (mut read, mut part) = (Vec::new(), [0; 4096]);
        while !read.ends_with(b"the end") {
            let length = stream.read(&mut part).unwrap();
            assert_ne!(length, 0, "it broke off");
            read.extend_from_slice(&part[..length]);
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc").unwrap();
        String::from_utf8_lossy(&read).to_lowercase()
    });
    let body = [vec![b'x'; 100_000], b"the end".to_vec()].concat();
    let whole = body.len();
    let challenge = tend_protocol::Challenge { device: tend_protocol::DeviceId([1; 32]) };
    let request = Request { body, ..Request::new(&challenge, None, RequestKind::Challenge) };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let http = Http::new(&format!("http://{address}"), &Roots::Mozilla).unwrap();
    assert_eq!(runtime.block_on(http.call(&request)), Ok(b"abc".to_vec()));
    let read = server.join().unwrap();
    assert!(read.contains(&format!("content-length: {whole}\r\n")) && !read.contains("transfer-encoding"));
}

#[test]
fn what_is_no_answer_of_a_server_of_ours_is_none() {
    let problem = serde_json::to_string(&Problem::from(ErrorCode::NotAMember)).unwrap();
    let answer = |status: &str, media_type: &str, body: &str| {
        let length = body.len();
        format!(
            "HTTP/1.1 {status}\r\ncontent-type: {media_type}\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: {length}\r\n\r\n{body}"
        )
    };
    let refused = Err(Failure::Refused(ErrorCode::NotAMember.into()));
    for (answer, expected) in [
        (answer("403 Forbidden", PROBLEM_MEDIA_TYPE, &problem), refused),
        (answer("403 Forbidden", PROBLEM_MEDIA_TYPE, "{"), Err(Failure::Malformed)),
        (answer("403 Forbidden", "text/html", &problem), Err(Failure::Unreachable)),
        (answer("302 Found", "text/html", "elsewhere"), Err(Failure::Unreachable)),
        (answer("502 Bad Gateway", "text/html", "<html>"), Err(Failure::Unreachable)),
        ("220 mail.example.org ESMTP\r\n".into(), Err(Failure::Unreachable)),
        (String::new(), Err(Failure::Unreachable)),
    ] {
        assert_eq!(answered(answer.as_bytes(), false), expected, "{answer}");
    }
}

#[test]
fn events_are_taken_whole_and_in_order() {
    let mut rest =
        b": hello\n\nevent: head\ndata: {\"space\":\"00\",\"generation\":0,\"head\":3}\n\ndata: {\"sp".to_vec();
    assert_eq!(take_heads(&mut rest), [Head { space: "00".into(), generation: 0, head: 3 }]);
    assert_eq!(rest, b"data: {\"sp");
    rest.extend_from_slice(b"ace\":\"01\",\"generation\":1,\"head\":4}\n\n");
    assert_eq!(take_heads(&mut rest), [Head { space: "01".into(), generation: 1, head: 4 }]);
    assert!(rest.is_empty());
}

#[test]
fn an_endless_event_takes_no_memory() {
    let mut rest = vec![b'x'; EVENT_BYTES + 1];
    assert!(take_heads(&mut rest).is_empty() && rest.is_empty());
}

#[test]
fn only_web_addresses_are_servers() {
    for bad in
        ["", "tend", "ftp://example.org", "mailto:someone@example.org", "file:///etc/passwd", "http://example.org"]
    {
        assert!(Http::new(bad, &Roots::Mozilla).is_err(), "{bad}");
    }
    assert!(Http::new("https://tend.example.org/below", &Roots::Mozilla).is_ok());
}

#[test]
fn a_problem_is_read_and_what_is_none_is_malformed() {
    let problem = Problem::with_generation(ErrorCode::BehindRetention, 3);
    assert_eq!(refusal(&serde_json::to_vec(&problem).unwrap()), Failure::Refused(problem));
    let unknown = br#"{"type":"x","title":"y","status":499,"code":"of_tomorrow","more":[1,2]}"#;
    assert!(matches!(refusal(unknown), Failure::Refused(problem) if problem.code == ErrorCode::Unknown));
    let nested = [vec![b'['; 100_000], vec![b']'; 100_000]].concat();
    let inside = [br#"{"more":"#.as_slice(), &nested, b"}"].concat();
    for none in [&b""[..], b"null", b"{}", b"[]", b"<html>", &nested, &inside] {
        assert_eq!(refusal(none), Failure::Malformed);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn garbage_and_changed_problems_are_read_as_what_they_say(
        garbage in vec(any::<u8>(), 0..300),
        changes in vec((any::<Index>(), any::<u8>()), 1..5),
    ) {
        prop_assert_eq!(refusal(&garbage), Failure::Malformed);
        let mut bytes = serde_json::to_vec(&Problem::from(ErrorCode::RateLimited)).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Failure::Refused(problem) = refusal(&bytes) {
            prop_assert_eq!(refusal(&serde_json::to_vec(&problem).unwrap()), Failure::Refused(problem));
        }
    }

    #[test]
    fn a_stream_says_the_same_however_it_is_cut(
        lines in vec(prop_oneof![
            Just("data: {\"space\":\"00\",\"generation\":0,\"head\":3}\n\n".to_owned()),
            "[a-z:{}\" \n]{0,60}",
        ], 0..12),
        cuts in vec(any::<Index>(), 0..8),
    ) {
        let bytes = lines.concat().into_bytes();
        let mut whole = bytes.clone();
        let expected = take_heads(&mut whole);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).chain([bytes.len()]).collect();
        cuts.sort_unstable();
        let (mut rest, mut heads, mut from) = (Vec::new(), Vec::new(), 0);
        for cut in cuts {
            rest.extend_from_slice(&bytes[from..cut]);
            heads.extend(take_heads(&mut rest));
            from = cut;
        }
        prop_assert_eq!((heads, rest), (expected, whole));
    }

    #[test]
    fn a_stream_of_garbage_keeps_little(parts in vec(vec(any::<u8>(), 0..3000), 0..8)) {
        let mut rest = Vec::new();
        for part in parts {
            rest.extend_from_slice(&part);
            prop_assert!(take_heads(&mut rest).is_empty());
            prop_assert!(rest.len() <= EVENT_BYTES);
        }
    }
}
