use super::*;
use crate::pairing::SYMBOLS;

#[test]
fn the_two_meet_by_every_way_for_either_purpose() {
    for by in WAYS {
        for purpose in PURPOSES {
            let mut two = Two::new(by, purpose, 1);
            assert_eq!([two.inviter.stage(), two.joiner.stage()], [Stage::Meeting; 2]);
            assert_eq!(two.inviter_reads(), Ok(Step::Going));
            assert_eq!(two.joiner_reads(), Ok(Step::Met));
            assert_eq!(two.inviter_reads(), Ok(Step::Met));
            assert_eq!([two.inviter.stage(), two.joiner.stage()], [Stage::Comparing; 2]);
            assert_eq!(two.inviter.comparison(), two.joiner.comparison());
            let in_person = matches!(two.invite.way(), Way::InPerson { .. });
            assert_eq!(
                two.inviter.comparison().is_some(),
                !in_person || purpose == Purpose::Link,
                "{by:?} {purpose:?}"
            );

            assert_eq!(two.joiner.confirm(&two.joiner_key), Ok(None));
            two.joiner.seal(b"from the joiner").unwrap();
            assert_eq!(two.joiner.stage(), Stage::Confirmed);
            assert_eq!(two.inviter.confirm(&two.inviter_key), Ok(None));
            assert_eq!(payload(two.inviter_reads()), b"from the joiner");
            assert_eq!(two.inviter.stage(), Stage::Open);
            two.inviter.seal(b"from the inviter").unwrap();
            assert_eq!(payload(two.joiner_reads()), b"from the inviter");
            assert_eq!(two.joiner.stage(), Stage::Open);

            assert_eq!(two.joiner.other(), Some(Peer::Person(two.inviter_key.identity())));
            let joiner = match purpose {
                Purpose::Pair => Peer::Person(two.joiner_key.identity()),
                Purpose::Link => Peer::Device(two.joiner_key.device()),
            };
            assert_eq!(two.inviter.other(), Some(joiner));
            two.joiner.seal(b"key packages").unwrap();
            assert_eq!(payload(two.inviter_reads()), b"key packages");
        }
    }
}

/// Worked out by another implementation, from the rules alone: all bytes that cross, and what is compared. They never change
/// within a version.
#[test]
fn the_bytes_that_cross_are_those_of_version_1() {
    let known = [
        (By::QrCode, Purpose::Pair, "01f7080fa81f1893563a88009d59cd3a62471bc1935757036772adb111d9a90d", None),
        (
            By::Link,
            Purpose::Pair,
            "ff8961e0b717a8a37b0b89acf699a71622ab6c362d9dd0a991b0abbaf5efc4c2",
            Some("clover cheese bicycle dice corn dolphin corn"),
        ),
        (
            By::TypedCode,
            Purpose::Link,
            "462ad6525382d65c82ddf14c92646c97f2cde15df505266c975d4fea8cd4df3e",
            Some("banana balloon turtle rainbow cactus penguin crown"),
        ),
    ];
    for (by, purpose, bytes, names) in known {
        let two = Two::open(by, purpose, 50);
        let messages = two.joiner.outgoing().iter().chain(two.inviter.outgoing());
        let crossed: Vec<u8> = messages.flat_map(|message| message.iter().copied()).collect();
        let hash = Hash::try_from(digest(&SHA256, &crossed).as_ref()).unwrap();
        let shown = two.joiner.comparison().map(|shown| shown.symbols().map(|symbol| symbol.name).join(" "));
        assert_eq!((hash.to_hex().as_str(), shown.as_deref()), (bytes, names));
    }
}

#[test]
fn the_two_meet_although_both_restart_at_every_step() {
    for by in WAYS {
        let mut two = Two::new(by, Purpose::Link, 2);
        let restart = |two: &mut Two| {
            two.inviter = reopened(&two.inviter);
            two.joiner = reopened(&two.joiner);
        };
        restart(&mut two);
        for _ in 0..2 {
            two.inviter_reads().unwrap();
            restart(&mut two);
            two.joiner_reads().unwrap();
            restart(&mut two);
        }
        two.joiner.confirm(&two.joiner_key).unwrap();
        restart(&mut two);
        two.joiner.seal(b"certify me").unwrap();
        restart(&mut two);
        assert_eq!(two.inviter_reads(), Ok(Step::OtherConfirmed));
        restart(&mut two);
        assert_eq!(two.inviter.confirm(&two.inviter_key).unwrap().as_deref(), Some(&b"certify me"[..]));
        restart(&mut two);
        two.inviter.seal(b"certificate").unwrap();
        restart(&mut two);
        assert_eq!(payload(two.joiner_reads()), b"certificate");
        restart(&mut two);
        assert_eq!([two.inviter.stage(), two.joiner.stage()], [Stage::Open; 2]);
    }
}

#[test]
fn nothing_is_sealed_or_given_out_before_its_side_confirmed() {
    for by in WAYS {
        let mut two = Two::new(by, Purpose::Pair, 3);
        assert_eq!(two.joiner.confirm(&two.joiner_key), Err(Refused::NotYet));
        assert_eq!(two.joiner.seal(b"words"), Err(Refused::NotYet));
        two = Two::met(by, Purpose::Pair, 3);
        assert_eq!(two.joiner.seal(b"words"), Err(Refused::NotYet));
        two.joiner.confirm(&two.joiner_key).unwrap();
        two.joiner.seal(b"words").unwrap();

        assert_eq!(two.inviter_reads(), Ok(Step::OtherConfirmed));
        assert_eq!(two.inviter.stage(), Stage::Comparing);
        assert_eq!(two.inviter.other(), None);
        assert_eq!(two.inviter.seal(b"words"), Err(Refused::NotYet), "the inviter has not confirmed");
        assert_eq!(two.inviter.confirm(&two.inviter_key).unwrap().as_deref(), Some(&b"words"[..]));
        assert_eq!(two.inviter.confirm(&two.inviter_key), Ok(None), "it is given out once");
        two.inviter.seal(b"words").unwrap();

        let mut two = Two::met(by, Purpose::Pair, 3);
        two.inviter.confirm(&two.inviter_key).unwrap();
        assert_eq!(two.inviter.seal(b"words"), Err(Refused::NotYet), "the joiner has not confirmed");
        assert_eq!(two.inviter.outgoing().len(), 1);
    }
}

#[test]
fn both_derive_the_couple_space_and_nobody_who_only_knows_the_invite() {
    let mut seen = std::collections::BTreeSet::new();
    for by in WAYS {
        for seed in [3, 4] {
            let mut two = Two::met(by, Purpose::Pair, seed);
            assert_eq!((two.inviter.couple(), two.joiner.couple()), (None, None), "before a yes nothing is derived");
            two.joiner.confirm(&two.joiner_key).unwrap();
            two.inviter.confirm(&two.inviter_key).unwrap();
            let (space, inviter) = two.joiner.couple().unwrap();
            assert_eq!(two.inviter.couple(), Some((space, two.joiner_key.identity())));
            assert_eq!(inviter, two.inviter_key.identity());
            assert!(space.0 != two.invite.mailbox().0 && seen.insert(space.0));
        }
        // The same invite, met again: other keys, another space.
        let mut again = Two::new(by, Purpose::Pair, 3);
        again.inviter = Handshake::invite(&again.invite, &again.inviter_key, &Seeded::new(77)).unwrap();
        again.inviter_reads().unwrap();
        again.joiner_reads().unwrap();
        again.joiner.confirm(&again.joiner_key).unwrap();
        assert!(seen.insert(again.joiner.couple().unwrap().0.0));
        let mut linked = Two::met(by, Purpose::Link, 3);
        linked.joiner.confirm(&linked.joiner_key).unwrap();
        assert_eq!(linked.joiner.couple(), None);
    }
}

#[test]
fn what_the_mailbox_gives_again_changes_nothing() {
    let mut two = Two::open(By::Link, Purpose::Pair, 4);
    let before = two.stored();
    for _ in 0..2 {
        assert_eq!(two.inviter_reads(), Ok(Step::Known));
        assert_eq!(two.joiner_reads(), Ok(Step::Known));
    }
    assert_eq!(two.stored(), before);
}

#[test]
fn payloads_cross_within_their_bounds_and_in_sizes_that_tell_little() {
    let mut two = Two::met(By::Link, Purpose::Pair, 5);
    two.joiner.confirm(&two.joiner_key).unwrap();
    two.inviter.confirm(&two.inviter_key).unwrap();
    assert_eq!(two.joiner.seal(&[7; PAYLOAD_BYTES + 1]), Err(Refused::TooLarge));
    for (length, size) in [(PAYLOAD_BYTES, 32_768), (0, 1024), (1002, 1024), (1003, 4096)] {
        two.joiner.seal(&vec![7; length]).unwrap();
        assert_eq!(two.joiner.outgoing().last().unwrap().len(), size, "of {length}");
        assert_eq!(payload(two.inviter_reads()), vec![7; length]);
        two.inviter.seal(b"").unwrap();
        two.joiner_reads().unwrap();
    }
    assert_eq!(two.joiner.seal(b""), Err(Refused::TooMany));
    assert_eq!(two.inviter.seal(b""), Err(Refused::TooMany));
    let messages = two.joiner.outgoing().len() + two.inviter.outgoing().len();
    assert!(messages <= tend_protocol::Limits::default().mailbox_messages);
}

#[test]
fn only_the_keys_of_the_handshake_and_its_invite_are_taken() {
    let mut two = Two::met(By::QrCode, Purpose::Pair, 6);
    assert_eq!(two.joiner.confirm(&two.inviter_key), Err(Refused::OtherKey));
    let entropy = Seeded::new(7);
    assert_eq!(Handshake::invite(&two.invite, &two.joiner_key, &entropy).err(), Some(Refused::OtherKey));
    assert_eq!(Handshake::join(&two.invite, &two.inviter_key, &entropy).err(), Some(Refused::OwnInvite));
}

#[test]
fn a_cancelled_handshake_keeps_no_secret_and_takes_nothing() {
    let mut two = Two::met(By::QrCode, Purpose::Pair, 8);
    let secret = two.invite_secret();
    assert!(!holds(&tend_protocol::encode(&two.joiner), &secret), "used up once both sides' keys are known");
    two = Two::new(By::QrCode, Purpose::Pair, 8);
    assert!(holds(&tend_protocol::encode(&two.joiner), &secret));
    two.joiner.end(Mismatch::Cancelled);
    assert!(!holds(&tend_protocol::encode(&two.joiner), &secret));
    assert_eq!(two.joiner.stage(), Stage::Ended(Mismatch::Cancelled));
    assert_eq!(two.joiner_reads(), Ok(Step::Known), "there was nothing to read");
    two.inviter_reads().unwrap();
    assert_eq!(two.joiner_reads(), Err(Mismatch::Cancelled));
    assert_eq!(two.joiner.confirm(&two.joiner_key), Err(Refused::Ended));
    assert_eq!(two.joiner.seal(b""), Err(Refused::Ended));
    assert_eq!(two.joiner.comparison(), None);
}

#[test]
fn comparisons_are_spread_over_all_symbols_and_places() {
    let mut seen = [[0u32; 64]; 7];
    for seed in 0..300 {
        let symbols = Two::met(By::Link, Purpose::Pair, 1000 + seed).joiner.comparison().unwrap().symbols();
        for (place, symbol) in symbols.iter().enumerate() {
            seen[place][SYMBOLS.iter().position(|known| known == symbol).unwrap()] += 1;
        }
    }
    for at in 0..64 {
        let total: u32 = seen.iter().map(|place| place[at]).sum();
        assert!((10..70).contains(&total), "{:?} {total} times of 2100, 33 are fair", SYMBOLS[at]);
    }
    for place in seen {
        assert!(place.iter().filter(|count| **count > 0).count() > 50, "{place:?}");
    }
}

#[test]
fn debug_tells_no_secret() {
    for by in WAYS {
        for purpose in PURPOSES {
            let entropy = Seeded::new(9);
            let inviter_key = SigningKey::generate(&entropy);
            let access = "let me in";
            let invite = match by {
                By::QrCode => {
                    Invite::in_person(purpose, SERVER, Some(access), inviter_key.identity(), &entropy).unwrap()
                }
                By::Link => Invite::link(purpose, SERVER, Some(access), &entropy).unwrap(),
                By::TypedCode => invite(by, purpose, &inviter_key, &entropy),
            };
            let mut told = format!("{invite:?} {:#?} {:?}", invite, invite.way());
            let mut secrets = vec![invite.mailbox().0.to_vec(), access.as_bytes().to_vec(), invite.text().into_bytes()];
            if let Way::Code(code) = invite.way() {
                told += &format!("{code:?}");
                secrets.push(code.text().replace('-', "").into_bytes());
            }
            let stages = [Two::new, Two::met, Two::confirmed, Two::open].map(|stage| stage(by, purpose, 9));
            for two in &stages {
                secrets.extend(two.secrets());
                told += &format!("{:?} {:#?} {:?}", two.inviter, two.joiner, two.joiner.comparison());
            }
            let mut last = stages[2].clone();
            told += &format!("{:?}", last.inviter_reads());
            secrets.push(b"from the joiner".to_vec());
            for secret in secrets {
                assert!(!tells(&told, &secret), "{told}");
            }
        }
    }
    assert!(tells("[1, 2, 3]", &[1, 2, 3]) && tells("x010203", &[1, 2, 3]) && tells("abc", b"abc"), "the search bites");
}

#[test]
fn debug_of_the_inner_parts_tells_no_secret() {
    let two = Two::open(By::Link, Purpose::Pair, 10);
    let State::Met(met) = &two.joiner.state else { panic!() };
    let told = format!("{:?} {:?}", met.shared, met.held);
    assert!(told.contains("Secret"));
    let stored = tend_protocol::encode(&met.shared);
    let keys = ["inviter_seals", "joiner_seals"].map(|name| {
        let at = stored.windows(name.len()).position(|part| part == name.as_bytes()).unwrap() + name.len() + 2;
        stored[at..at + 32].to_vec()
    });
    for key in keys {
        assert!(!tells(&told, &key), "{told}");
    }
}

impl Two {
    fn invite_secret(&self) -> Vec<u8> {
        let Way::InPerson { secret, .. } = self.invite.way() else { panic!() };
        secret.0.to_vec()
    }

    fn secrets(&self) -> Vec<Vec<u8>> {
        let mut secrets = vec![self.invite.mailbox().0.to_vec()];
        if matches!(self.invite.way(), Way::InPerson { .. }) {
            secrets.push(self.invite_secret());
        }
        for side in [&self.inviter, &self.joiner] {
            if let State::Inviting(start) | State::Joining { start, .. } = &side.state {
                secrets.push(start.exchange.0.to_vec());
            }
            secrets
                .extend(side.comparison().map(|shown| shown.symbols().map(|symbol| symbol.name).join("").into_bytes()));
        }
        secrets
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether `text` has `secret` as it is, in hexadecimal digits or as a list of numbers: its first three bytes are enough.
fn tells(text: &str, secret: &[u8]) -> bool {
    let start = &secret[..3];
    let hexadecimal: String = start.iter().map(|byte| format!("{byte:02x}")).collect();
    let list = start.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    holds(text.as_bytes(), secret) || text.to_lowercase().contains(&hexadecimal) || text.contains(&list)
}
