use super::*;
use crate::pairing::key_schedule::signed_text;

/// Someone who has the mailbox and stands between: a joiner to the inviter, an inviter to the joiner.
struct Between {
    key: SigningKey,
    as_joiner: Handshake,
    as_inviter: Handshake,
}

impl Between {
    /// With what the mailbox's id and all that is not secret allow: for a QR code, everything but its secret.
    fn new(two: &Two, seed: u64) -> Self {
        let entropy = Seeded::new(seed);
        let key = SigningKey::generate(&entropy);
        let mut guess = two.invite.clone();
        let mut own = two.invite.clone();
        if let Way::InPerson { mailbox, inviter, .. } = two.invite.way() {
            let secret = Secret([0; 32]);
            guess = guess.with_way(Way::InPerson { mailbox: *mailbox, inviter: *inviter, secret: secret.clone() });
            own = own.with_way(Way::InPerson { mailbox: *mailbox, inviter: key.identity(), secret });
        }
        let as_joiner = Handshake::join(&guess, &key, &entropy).unwrap();
        let as_inviter = Handshake::invite(&own, &key, &entropy).unwrap();
        Self { key, as_joiner, as_inviter }
    }
}

#[test]
fn someone_between_makes_the_comparisons_differ() {
    for by in [By::Link, By::TypedCode] {
        for purpose in PURPOSES {
            for seed in 0..20 {
                let mut two = Two::new(by, purpose, seed);
                let mut between = Between::new(&two, 500 + seed);
                for _ in 0..2 {
                    read(&two.joiner, &mut between.as_inviter).unwrap();
                    read(&between.as_inviter, &mut two.joiner).unwrap();
                    read(&between.as_joiner, &mut two.inviter).unwrap();
                    read(&two.inviter, &mut between.as_joiner).unwrap();
                }
                assert_eq!([two.inviter.stage(), two.joiner.stage()], [Stage::Comparing; 2]);
                assert!(two.inviter.comparison().unwrap() != two.joiner.comparison().unwrap());
                assert_eq!(two.joiner.comparison(), between.as_inviter.comparison());
            }
        }
    }
}

#[test]
fn keys_swapped_on_the_way_are_seen_in_the_comparison_or_at_once() {
    for field in 0..3 {
        let mut two = Two::new(By::Link, Purpose::Pair, 20);
        two.inviter_reads().unwrap();
        let shown = swapped(&two.inviter.outgoing()[0], field, &[9; 32]);
        assert_eq!(two.joiner.receive(0, &shown), Ok(Step::Met));
        two.inviter_reads().unwrap();
        assert!(two.joiner.comparison() != two.inviter.comparison(), "the inviter's field {field}");

        let mut two = Two::new(By::Link, Purpose::Pair, 20);
        two.inviter_reads().unwrap();
        two.joiner_reads().unwrap();
        let shown = swapped(&two.joiner.outgoing()[1], field, &[9; 32]);
        assert_eq!(two.inviter.receive(1, &shown), Err(Mismatch::WrongCommitment), "the joiner's field {field}");
        assert_eq!(two.inviter.stage(), Stage::Ended(Mismatch::WrongCommitment));
    }
}

#[test]
fn without_the_secret_of_a_qr_code_nobody_passes() {
    for purpose in PURPOSES {
        let mut two = Two::new(By::QrCode, purpose, 21);
        let mut between = Between::new(&two, 521);
        read(&between.as_joiner, &mut two.inviter).unwrap();
        read(&two.inviter, &mut between.as_joiner).unwrap();
        read(&between.as_joiner, &mut two.inviter).unwrap();
        two.inviter.confirm(&two.inviter_key).unwrap();
        between.as_joiner.confirm(&between.key).unwrap();
        between.as_joiner.seal(b"let me in").unwrap();
        assert_eq!(read(&between.as_joiner, &mut two.inviter), Err(Mismatch::WrongSeal));

        read(&two.joiner, &mut between.as_inviter).unwrap();
        assert_eq!(read(&between.as_inviter, &mut two.joiner), Err(Mismatch::WrongIdentity));
    }
}

#[test]
fn another_key_under_the_identity_of_a_qr_code_opens_nothing() {
    let mut two = Two::new(By::QrCode, Purpose::Pair, 22);
    let mut between = Between::new(&two, 522);
    between.as_inviter.own.signing = Hash(two.inviter_key.public());
    read(&two.joiner, &mut between.as_inviter).unwrap();
    assert_eq!(read(&between.as_inviter, &mut two.joiner), Ok(Step::Met));
    read(&two.joiner, &mut between.as_inviter).unwrap();
    two.joiner.confirm(&two.joiner_key).unwrap();
    two.joiner.seal(b"for the inviter alone").unwrap();
    assert_eq!(read(&two.joiner, &mut between.as_inviter), Err(Mismatch::WrongSeal));
}

#[test]
fn who_shows_a_key_that_they_do_not_have_fails_by_the_signature() {
    let mut two = Two::met(By::Link, Purpose::Pair, 23);
    let mut liar = two.joiner.clone();
    liar.confirm(&two.joiner_key).unwrap();
    let other = SigningKey::from_seed([3; 32]);
    let State::Met(met) = &mut liar.state else { panic!() };
    let signatures = [
        other.sign(&signed_text(Side::Joiner, &met.shared.transcript)),
        two.joiner_key.sign(&signed_text(Side::Inviter, &met.shared.transcript)),
        two.joiner_key.sign(&signed_text(Side::Joiner, &Hash([0; 32]))),
    ];
    for signature in signatures {
        let mut liar = liar.clone();
        let State::Met(met) = &mut liar.state else { panic!() };
        met.signature = Some(signature);
        liar.seal(b"it is me").unwrap();
        assert_eq!(read(&liar, &mut two.inviter.clone()), Err(Mismatch::WrongSignature));
    }
    liar.seal(b"it is me").unwrap();
    assert_eq!(read(&liar, &mut two.inviter), Ok(Step::OtherConfirmed));

    let mut two = Two::confirmed(By::Link, Purpose::Pair, 23);
    two.inviter_reads().unwrap();
    let State::Met(met) = &mut two.inviter.state else { panic!() };
    met.signature = Some(other.sign(&signed_text(Side::Inviter, &met.shared.transcript)));
    two.inviter.seal(b"it is me").unwrap();
    assert_eq!(two.joiner_reads(), Err(Mismatch::WrongSignature));
}

#[test]
fn ones_own_messages_do_not_come_back() {
    let two = Two::open(By::Link, Purpose::Pair, 24);
    for side in [&two.inviter, &two.joiner] {
        for own in side.outgoing() {
            for index in 0..5 {
                assert_eq!(side.clone().receive(index, own), Err(Mismatch::Reflected));
            }
        }
    }
}

#[test]
fn the_keys_of_one_direction_do_not_open_the_other() {
    let mut two = Two::met(By::Link, Purpose::Pair, 25);
    two.joiner.confirm(&two.joiner_key).unwrap();
    two.joiner.seal(b"words").unwrap();
    let own = two.joiner.outgoing()[2].clone();
    two.joiner.sent.clear();
    two.joiner.sent.resize(3, Bytes::default());
    assert_eq!(two.joiner.receive(1, &own), Err(Mismatch::WrongSeal));
}

#[test]
fn replaced_replayed_missing_and_early_messages_end_it() {
    let two = Two::open(By::Link, Purpose::Pair, 26);
    let posted = two.joiner.outgoing();
    for (index, bytes) in (0..).zip(posted) {
        assert_eq!(
            two.inviter.clone().receive(3, bytes),
            Err(if index < 2 { Mismatch::OutOfTurn } else { Mismatch::WrongSeal })
        );
        assert_eq!(two.inviter.clone().receive(4, bytes), Err(Mismatch::OutOfOrder));
        assert_eq!(two.inviter.clone().receive((index + 1) % 3, bytes), Err(Mismatch::Changed));
        assert_eq!(two.inviter.clone().receive(u32::MAX, bytes), Err(Mismatch::OutOfOrder));
    }
    let fresh = || Two::new(By::Link, Purpose::Pair, 26);
    assert_eq!(fresh().inviter.receive(1, &posted[1]), Err(Mismatch::OutOfOrder));
    assert_eq!(fresh().inviter.receive(0, &posted[1]), Err(Mismatch::OutOfTurn));
    assert_eq!(fresh().inviter.receive(0, &posted[2]), Err(Mismatch::OutOfTurn));
    assert_eq!(fresh().joiner.receive(0, &two.inviter.outgoing()[1]), Err(Mismatch::OutOfTurn));
}

#[test]
fn nobody_seals_before_their_turn() {
    let mut two = Two::confirmed(By::Link, Purpose::Pair, 27);
    two.inviter_reads().unwrap();
    two.inviter.seal(b"words").unwrap();
    let mut early = Two::met(By::Link, Purpose::Pair, 27);
    early.joiner.confirm(&early.joiner_key).unwrap();
    assert_eq!(read(&two.inviter, &mut early.joiner), Err(Mismatch::OutOfTurn), "before the joiner's first");

    let mut hasty = Two::confirmed(By::Link, Purpose::Pair, 27);
    let State::Met(met) = &mut hasty.joiner.state else { panic!() };
    met.opened = 1;
    hasty.joiner.seal(b"more").unwrap();
    assert_eq!(hasty.inviter_reads(), Err(Mismatch::OutOfTurn), "before the inviter's first");
}

#[test]
fn more_messages_than_there_may_be_end_it() {
    let mut two = Two::open(By::Link, Purpose::Pair, 28);
    for count in 1..=SEALED_MESSAGES {
        let State::Met(met) = &mut two.joiner.state else { panic!() };
        if count == SEALED_MESSAGES {
            met.sealed -= 1;
        }
        two.joiner.seal(b"").unwrap();
        let step = two.inviter_reads();
        assert_eq!(step.err(), (count == SEALED_MESSAGES).then_some(Mismatch::TooMany));
    }
}

#[test]
fn a_used_invite_lets_no_second_joiner_in() {
    let entropy = Seeded::new(529);
    for stage in [Two::met, Two::open] {
        let mut two = stage(By::QrCode, Purpose::Pair, 29);
        let second = Handshake::join(&two.invite, &SigningKey::generate(&entropy), &entropy).unwrap();
        assert_eq!(read(&second, &mut two.inviter), Err(Mismatch::Changed));
        assert_eq!(two.inviter.stage(), Stage::Ended(Mismatch::Changed));
        assert_eq!(two.inviter_reads(), Err(Mismatch::Changed), "it stays over");
    }
}

#[test]
fn other_purposes_and_ways_do_not_meet() {
    let two = Two::new(By::Link, Purpose::Pair, 30);
    let secret = Secret([1; 32]);
    let (mailbox, inviter) = (two.invite.mailbox(), two.inviter_key.identity());
    let others = [
        Invite::link(Purpose::Link, SERVER, None, &Seeded::new(1)).unwrap().with_way(Way::Link { mailbox }),
        two.invite.clone().with_way(Way::InPerson { mailbox, inviter, secret }),
        two.invite.clone().with_way(Way::Link { mailbox: MailboxId([1; 16]) }),
    ];
    for other in others {
        let mut two = two.clone();
        two.joiner = Handshake::join(&other, &two.joiner_key, &Seeded::new(2)).unwrap();
        two.inviter_reads().unwrap();
        two.joiner_reads().unwrap();
        assert_eq!(two.inviter_reads(), Err(Mismatch::WrongCommitment));
    }
}

#[test]
fn nobody_pairs_with_themselves() {
    let mut two = Two::new(By::Link, Purpose::Pair, 31);
    two.joiner = Handshake::join(&two.invite, &two.inviter_key, &Seeded::new(1)).unwrap();
    two.inviter_reads().unwrap();
    assert_eq!(two.joiner_reads(), Err(Mismatch::OwnIdentity));
}

#[test]
fn keys_of_low_order_are_refused() {
    // u = 0, u = 1, p - 1 and p, whose multiples are all zero (RFC 7748, section 6.1).
    let mut minus_one = [0xff; 32];
    (minus_one[0], minus_one[31]) = (0xec, 0x7f);
    let mut prime = minus_one;
    prime[0] = 0xed;
    let mut one = [0; 32];
    one[0] = 1;
    for weak in [[0; 32], one, minus_one, prime] {
        let mut two = Two::new(By::QrCode, Purpose::Pair, 32);
        two.inviter_reads().unwrap();
        let shown = swapped(&two.inviter.outgoing()[0], 0, &weak);
        assert_eq!(two.joiner.receive(0, &shown), Err(Mismatch::WeakKey));
    }
}

#[test]
fn a_newer_version_and_too_long_a_message_are_told_apart() {
    let mut message = Two::new(By::Link, Purpose::Pair, 33).joiner.outgoing()[0].to_vec();
    message[0] = 2;
    assert_eq!(Two::new(By::Link, Purpose::Pair, 33).inviter.receive(0, &message), Err(Mismatch::NewerVersion));
    message.resize(MESSAGE_BYTES + 1, 0);
    assert_eq!(Two::new(By::Link, Purpose::Pair, 33).inviter.receive(0, &message), Err(Mismatch::TooLarge));
}

/// A message of keys with one of its three fields swapped for `with`.
fn swapped(message: &Bytes, field: usize, with: &[u8; 32]) -> Vec<u8> {
    let mut bytes = message.to_vec();
    bytes[2 + 32 * field..][..32].copy_from_slice(with);
    bytes
}

#[test]
fn no_two_sealed_messages_share_their_key_stream() {
    let mut two = Two::open(By::Link, Purpose::Pair, 99);
    two.joiner.seal(b"").unwrap();
    two.joiner.seal(b"").unwrap();
    let [.., one, other] = two.joiner.outgoing() else { panic!() };
    assert_ne!(one.0[2..one.0.len() - 16], other.0[2..other.0.len() - 16]);
}
