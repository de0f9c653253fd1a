#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

/// The same byte for ever.
struct Same(u8);

impl Entropy for Same {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0);
    }
}

const SERVER: &str = "https://tend.example:8443/couples";

fn in_person(access_code: Option<&str>) -> Invite {
    Invite::in_person(Purpose::Pair, SERVER, access_code, IdentityId::from_bytes([7; 32]), &Same(9)).unwrap()
}

fn link(access_code: Option<&str>) -> Invite {
    Invite::link(Purpose::Link, SERVER, access_code, &Same(9)).unwrap()
}

#[test]
fn an_invite_is_read_as_it_was_written() {
    for access_code in [None, Some("käse"), Some(&"x".repeat(128))] {
        let key = Some(tend_protocol::ServerKey([5; 32]));
        let known = |invite: Invite| invite.with_server_key(key);
        assert_eq!(Invite::parse(&known(link(None)).text()).unwrap().server_key(), key);
        for invite in [in_person(access_code), link(access_code), known(in_person(access_code)), known(link(None))] {
            let text = invite.text();
            assert!(text.len() <= TEXT_BYTES, "{}", text.len());
            assert_eq!(Invite::parse(&text), Ok(invite.clone()));
            assert_eq!(Invite::parse(&format!(" {}\n", text.to_lowercase())), Ok(invite.clone()));
            assert_eq!(Invite::parse(&text.to_uppercase()), Ok(invite));
        }
    }
}

#[test]
fn an_invite_stays_readable_by_later_versions() {
    let link_text =
        "tend:1.gr17g8b8eht70wst5wqq8sbecgq6ay31dnr6rs9t70t38csfcdqqaw3ccnszdxjg144gj289144gj289144gj28917v0";
    assert_eq!(link(None).text(), link_text);
    let qr_code_text = concat!(
        "TEND:1.GR0QG8B8EHT70WST5WQQ8SBECGQ6AY31DNR6RS9T70T38CSFCDQQAW3CCNSZCS3FE1JPWM09144GJ289144GJ289144GJ289G9C2",
        "01R70W3GE1R70W3GE1R70W3GE1R70W3GE1R70W3GE1R70W3GE1R7B0G0J289144GJ289144GJ289144GJ289144GJ289144GJ289144GJ28",
    );
    assert_eq!(in_person(Some("open")).text(), qr_code_text);
}

#[test]
fn only_a_qr_code_carries_a_secret_and_needs_no_comparison() {
    assert!(matches!(in_person(None).way(), Way::InPerson { .. }));
    assert!(matches!(link(None).way(), Way::Link { .. }));
    let code = Invite::code(Purpose::Pair, SERVER, Code::generate(&Same(3))).unwrap();
    assert!(matches!(code.way(), Way::Code(_)));
    assert_eq!(in_person(None).text(), in_person(None).text().to_uppercase(), "small in a picture");
    assert_eq!(code.text(), "33333-3333K");
}

#[test]
fn each_way_lives_as_long_as_it_may() {
    let code = Invite::code(Purpose::Pair, SERVER, Code::generate(&Same(3))).unwrap();
    let longest = tend_protocol::Limits::default().mailbox_seconds;
    assert_eq!([in_person(None).seconds(), link(None).seconds(), code.seconds()], [600, 172_800, 600]);
    assert!(link(None).seconds() <= longest);
}

#[test]
fn what_is_no_invite_is_told_apart() {
    let text = link(None).text();
    let cases = [
        (String::new(), InviteError::Malformed),
        ("tend:".into(), InviteError::Malformed),
        ("tend:1.".into(), InviteError::Malformed),
        ("tend:.".into(), InviteError::Malformed),
        ("täää:1.aa".into(), InviteError::Malformed),
        (text.replacen("tend:", "https:", 1), InviteError::Malformed),
        (text.replacen("1.", "01.", 1), InviteError::Malformed),
        (text.replacen("1.", "+1.", 1), InviteError::Malformed),
        (text.replacen("1.", "2.", 1), InviteError::NewerVersion),
        (text.replacen("1.", "12.", 1), InviteError::NewerVersion),
        (format!("{text}0"), InviteError::Malformed),
        (format!("{text} and more"), InviteError::Malformed),
        (text[..text.len() - 8].into(), InviteError::Malformed),
        (format!("{text}{}", " ".repeat(TEXT_BYTES)), InviteError::TooLong),
    ];
    for (text, error) in cases {
        assert_eq!(Invite::parse(&text), Err(error), "{text}");
    }
}

#[test]
fn only_one_form_of_the_fields_is_taken() {
    let mailbox = MailboxId([1; 16]);
    let read = |bytes: &[u8]| Invite::parse(&format!("tend:1.{}", base32::encode(bytes)));
    let fields = |purpose: u8, server: &str| -> Fields { (purpose, server.into(), None, None, mailbox, None) };
    let good = tend_protocol::encode(&fields(1, SERVER));
    assert!(read(&good).is_ok());
    assert_eq!(good[1], 1, "the purpose");
    let longer = [&good[..1], &[0x18, 1], &good[2..]].concat();
    assert_eq!(read(&longer), Err(InviteError::Malformed), "the same number in two bytes");
    assert_eq!(read(&[good.as_slice(), &[0]].concat()), Err(InviteError::Malformed));
    assert_eq!(read(&tend_protocol::encode(&fields(3, SERVER))), Err(InviteError::Malformed));
    assert_eq!(read(&tend_protocol::encode(&fields(1, "tend.example"))), Err(InviteError::BadServer));
}

#[test]
fn a_server_is_an_address_and_nothing_more() {
    let long = format!("https://tend.example/{}", "a".repeat(180));
    for good in ["http://127.0.0.1:8080", "https://[::1]/", "https://tend.example/a/b-c~d%20", &long[..SERVER_BYTES]] {
        assert!(Invite::link(Purpose::Pair, good, None, &Same(1)).is_ok(), "{good}");
    }
    let bad = [
        "",
        "tend.example",
        "https://",
        "https:///path",
        "ftp://tend.example",
        "https://you@tend.example",
        "https://tend.example?q",
        "https://tend.example/#f",
        "https://tend.example/ x",
        "https://tend.example\\x",
        "HTTPS://tend.example",
        "https://t\u{e9}nd.example",
        "https://:-",
        "https://tend.example\n",
        &long,
    ];
    for bad in bad {
        assert_eq!(Invite::link(Purpose::Pair, bad, None, &Same(1)), Err(InviteError::BadServer), "{bad}");
    }
    for bad in ["", &"x".repeat(129)] {
        assert_eq!(Invite::link(Purpose::Pair, SERVER, Some(bad), &Same(1)), Err(InviteError::BadAccessCode));
    }
}

#[test]
fn of_two_crossing_invites_the_lower_lives() {
    let (low, high) = (MailboxId([1; 16]), MailboxId([2; 16]));
    assert_eq!([survivor(low, high), survivor(high, low)], [low; 2]);
}

proptest! {
    #[test]
    fn garbage_is_no_invite(text in prop_oneof![".{0,200}", "(tend|TEND):[0-9.]{0,4}[0-9a-zA-Z]{0,200}"]) {
        prop_assert!(Invite::parse(&text).is_err());
    }

    #[test]
    fn foreign_fields_are_read_in_full_or_not(bytes: Vec<u8>) {
        let text = format!("tend:1.{}", base32::encode(&bytes));
        prop_assert!(Invite::parse(&text).is_err());
    }

    #[test]
    fn a_changed_invite_is_refused_or_read_as_what_it_says(
        secret: bool,
        at in any::<proptest::sample::Index>(),
        with in "[0-9a-z:. \\PC]",
        cut: bool,
    ) {
        let invite = if secret { in_person(Some("open")) } else { link(None) };
        let mut text: Vec<String> = invite.text().chars().map(String::from).collect();
        let at = at.index(text.len());
        if cut { text.truncate(at) } else { text[at] = with }
        match Invite::parse(&text.concat()) {
            Ok(read) => prop_assert_eq!(Invite::parse(&read.text()), Ok(read)),
            Err(error) => prop_assert!(error != InviteError::BadCode),
        }
    }
}
