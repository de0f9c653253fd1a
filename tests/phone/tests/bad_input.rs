//! Bad input of each kind has its code, and nothing is lost by it.

#![allow(clippy::unwrap_used)]

mod common;

use std::{ffi::OsStr, fs, os::unix::ffi::OsStrExt};

use common::Phone;

#[test]
fn every_kind_of_bad_input_has_its_code_and_changes_nothing() {
    let phone = Phone::new();
    phone.run(&["me", "Alex"]);
    phone.run(&["appreciate", "You waited for me"]);
    phone.run(&["surprise", "A picnic"]);
    let before = [["appreciations"], ["surprises"], ["who"], ["status"], ["devices"]].map(|words| phone.run(&words));
    let (long_text, long_name, long_code) = ("x".repeat(1001), "x".repeat(41), "x".repeat(200));
    for (words, code) in [
        (&["dance"][..], "usage"),
        (&[], "usage"),
        (&["appreciate"], "usage"),
        (&["appreciate", "a", "b"], "usage"),
        (&["invite", "everybody"], "usage"),
        (&["invite", "partner", "--way", "pigeon"], "usage"),
        (&["--now", "yesterday", "who"], "usage"),
        (&["--zone", "Mars/Olympus", "who"], "usage"),
        (&["--access-code", "x", "who"], "usage"),
        (&["sync"], "no_server"),
        (&["me", "  "], "name_empty"),
        (&["me", "\u{200b}\u{200b}"], "name_empty"),
        (&["me", "\u{2800}"], "name_empty"),
        (&["appreciate", "\u{200b}\u{3164}"], "text_empty"),
        (&["me", &long_name], "name_too_long"),
        (&["me", "Alex", "--pronouns", &long_name], "name_too_long"),
        (&["appreciate", " \n "], "text_empty"),
        (&["appreciate", &long_text], "text_too_long"),
        (&["surprise", ""], "text_empty"),
        (&["edit", "1", ""], "text_empty"),
        (&["edit", "0", "x"], "not_found"),
        (&["edit", "2", "x"], "not_found"),
        (&["edit", "zz", "x"], "id_unreadable"),
        (&["delete", "0123456789abcdef"], "not_found"),
        (&["delete-surprise", "💛💛💛💛"], "id_unreadable"),
        (&["thank", "1"], "not_found"),
        (&["share", "1"], "not_paired"),
        (&["leave"], "not_paired"),
        (&["remove-device", "1"], "this_device"),
        (&["read", "1"], "not_found"),
        (&["confirm"], "nothing_to_confirm"),
        (&["cancel"], "invite_gone"),
        (&["invite", "partner"], "no_server"),
        (&["--server", "tend", "who"], "bad_server"),
        (&["--server", "http://example.org", "who"], "bad_server"),
        (&["--server", "https://you@example.org", "who"], "bad_server"),
        (&["--server", "example.org", "--access-code", "", "who"], "bad_access_code"),
        (&["--server", "example.org", "--access-code", &long_code, "who"], "bad_access_code"),
        (&["--server", "ftp://example.org", "who"], "bad_server"),
        (&["accept", "hello"], "invite_unreadable"),
        (&["accept", "tend:1.zzzz"], "invite_unreadable"),
        (&["accept-code", "partner", "AAAAA-AAAA"], "code_mistyped"),
    ] {
        assert_eq!(phone.refusal(words), code, "{words:?}");
    }
    let after = [["appreciations"], ["surprises"], ["who"], ["status"], ["devices"]].map(|words| phone.run(&words));
    assert_eq!(after, before);
}

#[test]
fn a_word_that_is_no_text_is_not_understood_anywhere() {
    let phone = Phone::new();
    let bad = OsStr::from_bytes(b"\xff");
    for (before, after) in [
        (&[][..], &[][..]),
        (&[], &["who"]),
        (&["who"], &[]),
        (&["who"], &["--offline"]),
        (&["appreciate"], &[]),
        (&["me", "Alex", "--pronouns"], &[]),
        (&["--home"], &["who"]),
        (&["--server"], &["who"]),
        (&["--now"], &["who"]),
        (&["appreciate", "--"], &[]),
    ] {
        for json in [&[][..], &["--json"]] {
            for words in [[json, before], [before, json]] {
                let output = phone.command().args(words.concat()).arg(bad).args(after).output().unwrap();
                let (out, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
                assert_eq!(output.status.code(), Some(2), "{before:?} {after:?} {json:?}: {errors}");
                let (told, other) = if json.is_empty() { (&errors, &out) } else { (&out, &errors) };
                assert!(told.contains("usage") && other.is_empty(), "{before:?} {after:?} {json:?}: {out} {errors}");
            }
        }
    }
    let output = phone.command().args(["appreciate"]).arg(bad).arg("--json").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn people_read_a_sentence_and_the_code_on_standard_error() {
    let phone = Phone::new();
    let outcome = phone.outcome(&["thank", "1"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (Some(1), ""));
    assert_eq!(outcome.errors, "There is nothing with this number or id. (not_found)\n");
    assert_eq!(phone.outcome(&["dance"]).code, Some(2));
    assert_eq!(phone.outcome(&["--help"]).code, Some(0));
}

#[test]
fn a_folder_that_is_none_is_refused() {
    let phone = Phone::new();
    fs::write(&phone.home, "a file").unwrap();
    assert_eq!(phone.refusal(&["who"]), "home_unusable");
    assert_eq!(fs::read(&phone.home).unwrap(), b"a file");
}

#[test]
fn a_lost_or_foreign_key_opens_nothing_and_breaks_nothing() {
    let phone = Phone::new();
    phone.run(&["appreciate", "You sang"]);
    let key = phone.home.join("key");
    let kept = fs::read(&key).unwrap();
    fs::remove_file(&key).unwrap();
    assert_eq!(phone.refusal(&["who"]), "key_damaged");
    assert!(!key.exists(), "a new key would hide the loss");
    fs::write(&key, &kept[..31]).unwrap();
    assert_eq!(phone.refusal(&["who"]), "key_damaged");
    fs::write(&key, [7; 32]).unwrap();
    assert_eq!(phone.refusal(&["who"]), "store_wrong_key");
    fs::write(&key, &kept).unwrap();
    assert_eq!(phone.texts(), ["You sang"]);
}

#[test]
fn only_its_owner_reads_the_key() {
    use std::os::unix::fs::PermissionsExt;
    let phone = Phone::new();
    phone.run(&["who"]);
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(phone.home.join("key")), mode(phone.home.clone())), (0o600, 0o700));
    let files = fs::read_dir(&phone.home).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert!(files.filter(|name| name.starts_with("key")).eq(["key"]), "no draft is left");
}

#[test]
fn a_pinned_certificate_must_be_one() {
    let phone = Phone::new();
    let file = phone.home.with_extension("pem");
    for text in ["", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        fs::write(&file, text).unwrap();
        assert_eq!(phone.refusal(&["--pinned-certificate", file.to_str().unwrap(), "who"]), "certificate_unreadable");
    }
    assert_eq!(phone.refusal(&["--pinned-certificate", "/nowhere", "who"]), "certificate_unreadable");
}

#[test]
fn what_is_written_offline_is_written() {
    let phone = Phone::new();
    // No server listens there.
    let answer = phone.run(&["--server", "http://127.0.0.1:1", "appreciate", "You laughed"]);
    assert_eq!(answer["sync"], "offline");
    assert_eq!(phone.run(&["appreciate", "You cooked", "--offline"])["sync"], "none");
    let mut texts = phone.texts();
    texts.sort();
    assert_eq!(texts, ["You cooked", "You laughed"]);
    assert_eq!(phone.refusal(&["sync"]), "offline");
}

#[test]
fn dates_follow_the_clock_and_zone_that_were_given() {
    let phone = Phone::new();
    for (zone, date) in [("Pacific/Kiritimati", "2026-01-01"), ("Pacific/Honolulu", "2025-12-31")] {
        let answer = phone.run(&["--now", "2025-12-31T12:00:00Z", "--zone", zone, "appreciate", "Happy new year"]);
        assert_eq!(answer["appreciation"]["written_on"], date, "{zone}");
    }
}
