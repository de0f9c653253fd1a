use proptest::prelude::*;

use super::*;

/// A side in every state, on either side.
fn sides() -> Vec<Handshake> {
    let mut sides = Vec::new();
    for by in WAYS {
        let mut two = Two::new(by, Purpose::Pair, 40);
        two.inviter_reads().unwrap();
        let stages = [Two::new(by, Purpose::Pair, 40), two]
            .into_iter()
            .chain([Two::met, Two::confirmed, Two::open].map(|stage| stage(by, Purpose::Pair, 40)));
        sides.extend(stages.flat_map(|two| [two.inviter, two.joiner]));
    }
    sides
}

/// What to do to a message on its way.
#[derive(Debug, Clone)]
enum Harm {
    Flip(usize),
    Cut(usize),
    Longer(u8),
}

fn harm() -> impl Strategy<Value = Harm> {
    prop_oneof![
        4 => any::<usize>().prop_map(Harm::Flip),
        1 => any::<usize>().prop_map(Harm::Cut),
        1 => any::<u8>().prop_map(Harm::Longer),
    ]
}

fn harmed(message: &Bytes, harm: &Harm) -> Vec<u8> {
    let mut bytes = message.to_vec();
    match harm {
        Harm::Flip(bit) => bytes[bit / 8 % message.len()] ^= 1 << (bit % 8),
        Harm::Cut(length) => bytes.truncate(length % message.len()),
        Harm::Longer(byte) => bytes.push(*byte),
    }
    bytes
}

/// Runs to the end with the `count`-th message between the two harmed; both sides confirm whatever they see.
fn run(by: By, purpose: Purpose, count: usize, harm: &Harm) -> Result<Two, Mismatch> {
    let mut two = Two::new(by, purpose, 41);
    let mut left = count;
    let mut carry = |from: &Handshake, to: &mut Handshake| {
        let index = to.seen.len();
        let message = &from.outgoing()[index];
        let bytes = if left == 0 { harmed(message, harm) } else { message.to_vec() };
        left = left.wrapping_sub(1);
        to.receive(u32::try_from(index).unwrap(), &bytes)
    };
    carry(&two.joiner, &mut two.inviter)?;
    carry(&two.inviter, &mut two.joiner)?;
    carry(&two.joiner, &mut two.inviter)?;
    two.joiner.confirm(&two.joiner_key).unwrap();
    two.joiner.seal(b"one").unwrap();
    two.inviter.confirm(&two.inviter_key).unwrap();
    carry(&two.joiner, &mut two.inviter)?;
    two.inviter.seal(b"two").unwrap();
    carry(&two.inviter, &mut two.joiner)?;
    Ok(two)
}

#[test]
fn an_unharmed_run_ends_open() {
    for by in WAYS {
        let two = run(by, Purpose::Pair, usize::MAX, &Harm::Flip(0)).unwrap();
        assert_eq!([two.inviter.stage(), two.joiner.stage()], [Stage::Open; 2]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn garbage_ends_every_state_with_a_reason(
        version in 0u8..3,
        kind in 0u8..6,
        body in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..200),
            proptest::collection::vec(any::<u8>(), 32),
            proptest::collection::vec(any::<u8>(), 96),
        ],
        index in prop_oneof![0u32..6, any::<u32>()],
    ) {
        let bytes = [&[version, kind], body.as_slice()].concat();
        for mut side in sides() {
            match side.receive(index, &bytes) {
                Err(mismatch) => prop_assert_eq!(side.stage(), Stage::Ended(mismatch)),
                // Random bytes of the right form are keys like others: what they lead to does not compare, or does not open.
                Ok(Step::Going) => prop_assert_eq!((kind, body.len()), (1, 32)),
                Ok(Step::Met) => prop_assert_eq!((kind, body.len()), (2, 96)),
                Ok(other) => prop_assert!(false, "{:?}", other),
            }
        }
    }

    #[test]
    fn a_message_harmed_on_the_way_lets_nobody_through(
        by in proptest::sample::select(&WAYS[..]),
        purpose in proptest::sample::select(&PURPOSES[..]),
        count in 0usize..5,
        harm in harm(),
    ) {
        prop_assert!(run(by, purpose, count, &harm).is_err());
    }
}
