//! The long-lived phone.

#![allow(clippy::unwrap_used)]

mod common;

use std::io::Write;

use common::Phone;

#[test]
fn a_bad_line_is_answered_and_the_next_one_read() {
    let phone = Phone::new();
    let mut shell = phone.shell();
    for (line, code) in [
        (&b"dance"[..], "usage"),
        (b"appreciate 'not closed", "usage"),
        (b"appreciate", "usage"),
        (b"\xff\xfe", "usage"),
        (b"thank 1", "not_found"),
        (b"appreciate ''", "text_empty"),
        (b"shell", "usage"),
        (b"who --home elsewhere", "usage"),
        (b"follow perhaps", "usage"),
    ] {
        shell.write(line);
        assert_eq!(shell.answer()["error"]["code"], code, "{}", String::from_utf8_lossy(line));
    }
    shell.write(&[b'x'; 100_000]);
    assert_eq!(shell.answer()["error"]["code"], "usage");
    assert_eq!(shell.ask(r#"appreciate "You said \"come\", and 'I' came""#)["sync"], "none");
    let all = shell.ask("appreciations");
    assert_eq!(all["appreciations"][0]["text"], "You said \"come\", and 'I' came");
    assert!(shell.ask("--help")["help"].as_str().unwrap().contains("appreciate"));
}

#[test]
fn it_ends_at_quit_and_at_the_end_of_the_input() {
    let phone = Phone::new();
    let mut shell = phone.shell();
    shell.write(b"appreciate 'one'\n\n   \nquit\nappreciate 'never'");
    assert_eq!(shell.answer()["appreciation"]["text"], "one");
    assert_eq!(shell.read(), None);
    assert!(shell.child.wait().unwrap().success());

    let mut shell = phone.shell();
    let mut input = shell.input.take().unwrap();
    input.write_all(b"appreciate two").unwrap();
    drop(input);
    assert_eq!(shell.answer()["appreciation"]["text"], "two");
    assert_eq!(shell.read(), None);
    assert!(shell.child.wait().unwrap().success());
    assert_eq!(phone.texts().len(), 2);
}

#[test]
fn events_come_while_they_are_followed() {
    let phone = Phone::new();
    let mut shell = phone.shell();
    shell.write(b"appreciate quietly");
    assert!(shell.read().unwrap().get("appreciation").is_some(), "no event before");
    assert_eq!(shell.ask("follow on")["follow"], true);
    shell.write(b"appreciate aloud");
    let lines = [shell.read().unwrap(), shell.read().unwrap()];
    let told = |line: &serde_json::Value| {
        line["areas"].as_array().is_some_and(|areas| areas.contains(&"appreciations".into()))
    };
    assert!(lines.iter().any(|line| line["event"] == "changed" && told(line)), "{lines:?}");
    assert!(lines.iter().any(|line| line["appreciation"]["text"] == "aloud"), "{lines:?}");
    assert_eq!(shell.ask("follow off")["follow"], false);
    shell.write(b"appreciate quietly");
    assert!(shell.read().unwrap().get("appreciation").is_some(), "no event after");
}

#[test]
fn people_can_use_it_too() {
    let phone = Phone::new();
    let mut child = phone
        .command()
        .arg("shell")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"me Alex\nthank 1\nwho\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(out, "Hello, Alex.\nYou are Alex.\nYou are here on your own so far.\n");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "There is nothing with this number or id. (not_found)\n");
}
