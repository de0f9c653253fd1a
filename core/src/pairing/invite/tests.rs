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
fn an_invite_is_found_in_what_people_paste() {
    for invite in [in_person(Some("open")), link(None)] {
        let text = invite.text();
        let (half, rest) = text.split_at(text.len() / 2);
        let broken_at = |every: usize, with: &str| {
            let pieces: Vec<_> =
                text.as_bytes().chunks(every).map(|piece| std::str::from_utf8(piece).unwrap()).collect();
            pieces.join(with)
        };
        let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap();
        let deep = format!("{}: {text}", "words and more words ".repeat(700));
        for pasted in [
            format!("Hi! Open this in Tend: {text} and tell me when you are done."),
            format!("I tend: to forget. Tend: 2. {text}."),
            format!("„{text}“"),
            format!("<{text}>,"),
            format!("<a href=\"{text}\">{text}</a>"),
            format!("[Tend]({text})!"),
            format!("{half}\r\n{rest}"),
            format!("> {half}\n> {rest}\n> see you"),
            broken_at(20, "\n"),
            broken_at(9, " \n"),
            broken_at(76, "=\r\n"),
            broken_at(1, "\u{200b}"),
            broken_at(9, "\u{ad}\u{feff}\u{2060}"),
            format!("\u{2068}{text}\u{2069}"),
            text.replacen(':', ": ", 1).replacen('.', ". ", 1),
            text.chars().map(wide).collect(),
            format!("{}\n{text}", &text[..text.len() - 8]),
            format!("{}\n{text}", text.replacen("1.", "2.", 1).replacen("1.", "2.", 1)),
            format!("{text}\n{}", link(Some("another")).text()),
            deep,
        ] {
            assert_eq!(Invite::parse(&pasted), Ok(invite.clone()), "{pasted}");
        }
    }
}

#[test]
fn looking_for_an_invite_ends() {
    let many = "tend:1.aaaaaaaa ".repeat(PASTED_BYTES / 16);
    assert_eq!(Invite::parse(&many), Err(InviteError::Malformed));
    let short = format!("tend:1.aaaaaaaa{}", " a".repeat(PASTED_BYTES / 2 - 8));
    assert_eq!(Invite::parse(&short), Err(InviteError::Malformed));
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
        (format!("{}and more", &text[..text.len() - 8]), InviteError::Malformed),
        (text[..text.len() - 8].into(), InviteError::Malformed),
        (format!("{text}{}", " ".repeat(PASTED_BYTES)), InviteError::TooLong),
        ("I tend: 2. be late".into(), InviteError::Malformed),
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
    for other in ["tend.example", "HTTPS://tend.example", "https://tend.example/", "http://tend.example"] {
        assert_eq!(read(&tend_protocol::encode(&fields(1, other))), Err(InviteError::BadServer), "{other}");
    }
    let spaced: Fields = (1, SERVER.into(), None, Some(" open".into()), mailbox, None);
    assert_eq!(read(&tend_protocol::encode(&spaced)), Err(InviteError::BadAccessCode));
}

#[test]
fn the_server_and_the_access_code_have_one_form() {
    let made = |server: &str, code| Invite::link(Purpose::Pair, server, code, &Same(1));
    let typed = made("Tend.Example/ ", Some(" open\n")).unwrap();
    assert_eq!((typed.server(), typed.access_code()), ("https://tend.example", Some("open")));
    assert_eq!(made("https://tend.example", Some("open")), Ok(typed));
    for bad in ["", "http://tend.example", "https://you@tend.example", "https://tend.example?q"] {
        assert_eq!(made(bad, None), Err(InviteError::BadServer), "{bad}");
    }
    for bad in ["", " ", &"x".repeat(129)] {
        assert_eq!(made(SERVER, Some(bad)), Err(InviteError::BadAccessCode), "{bad}");
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
