//! Foreign bytes: every wire type is read from garbage and from changed real bytes without a panic, and takes memory only for what is there.

#![allow(clippy::unwrap_used)]

use proptest::{collection::vec, prelude::*, sample::Index};
use serde::{Serialize, de::DeserializeOwned};
use tend_protocol::*;

/// A type's name, real bytes of it, and what reads it.
struct Wire {
    name: &'static str,
    real: Vec<u8>,
    read: fn(&[u8]) -> bool,
}

/// Whether the bytes are of that type. If they are, what was read is written and read again, and must stay the same.
fn read<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> bool {
    let Ok(value) = decode::<T>(bytes) else { return false };
    let written = encode(&value);
    assert_eq!(encode(&decode::<T>(&written).unwrap()), written);
    true
}

fn wire<T: Serialize + DeserializeOwned>(value: T) -> Wire {
    let name = std::any::type_name::<T>();
    Wire { name, real: encode(&value), read: read::<T> }
}

/// Every type that crosses the wire.
fn wires() -> Vec<Wire> {
    let (device, space, entry) = (DeviceId([1; 32]), SpaceId([2; 16]), EntryId([3; 16]));
    let (blob, mailbox, incarnation) = (BlobId([4; 16]), MailboxId([5; 16]), Incarnation([6; 16]));
    let (hash, signature, bytes) = (Hash([7; 32]), Signature([8; 64]), Bytes(vec![9; 40]));
    let at = Position { seq: 70_000, hash };
    let change = Change { added: vec![device], removed: vec![device], welcome: Some(bytes.clone()) };
    let kind = EntryKind::Commit;
    let new = NewEntry { id: entry, number: 300, epoch: 2, kind, bytes: bytes.clone(), change: Some(change.clone()) };
    let shown = |content| Entry {
        seq: 70_001,
        id: entry,
        author: device,
        number: 300,
        epoch: 2,
        kind,
        content,
        change: Some(change.clone()),
    };
    let entries = vec![shown(Content::Bytes(bytes.clone())), shown(Content::Blanked(hash))];
    let certificate = SignedCertificate { person: PersonKey([11; 32]), device, signature };
    let asking = vec![certificate];
    let statement = SignedLeave { space, device, signature, proof: bytes.clone() };
    let leaving = vec![statement.clone()];
    let page = LogPage {
        incarnation,
        current_generation: 1,
        epoch: 3,
        at,
        head: 70_002,
        number: 301,
        entries,
        more: true,
        asking,
        leaving,
    };
    let message = MailboxMessage { index: 1, bytes: bytes.clone() };
    vec![
        wire(Identify { nonce: hash }),
        wire(Identified { key: ServerKey([10; 32]), signature }),
        wire(RevokeDevice { removal: SignedRemoval { person: PersonKey([11; 32]), device, signature } }),
        wire(Register { device, signature, access_code: Some("open".into()) }),
        wire(Challenge { device }),
        wire(Challenged { challenge: hash }),
        wire(OpenSession { device, challenge: hash, signature }),
        wire(SessionOpened { token: "token".into(), seconds: 3600, incarnation }),
        wire(CreateSpace { space, suite: 77 }),
        wire(Created { incarnation, generation: 1 }),
        wire(AskToBeAdded { space, certificate }),
        wire(RejoinSpace { space, suite: 77, generation: 1, certificate }),
        wire(OpenGeneration { space, generation: 1, suite: 77, entry: new.clone() }),
        wire(Append { space, generation: 0, cursor: 70_000, entries: vec![new] }),
        wire(Appended { incarnation, seqs: vec![70_001], at }),
        wire(Pull { space, generation: 0, after: 70_000, hash: Some(hash), limit: 500, bytes: 70_000 }),
        wire(Pulled::Log(page)),
        wire(Pulled::Left(statement.clone())),
        wire(Blank { space, generation: 0, entries: vec![entry] }),
        wire(Leave { statement }),
        wire(PutBlob { space, blob, bytes: bytes.clone() }),
        wire(GetBlob { space, blob }),
        wire(FoundBlob { bytes: bytes.clone() }),
        wire(DropBlob { space, blob }),
        wire(PublishKeyPackages {
            certificate,
            suite: 77,
            packages: vec![bytes.clone()],
            last_resort: Some(bytes.clone()),
            replace: false,
        }),
        wire(KeyPackageStock { left: 8, last_resort_fresh: true }),
        wire(ClaimKeyPackage { device, suite: 77 }),
        wire(ClaimedKeyPackage { package: bytes.clone() }),
        wire(OpenMailbox { mailbox, seconds: 600 }),
        wire(JoinMailbox { mailbox }),
        wire(PostToMailbox { mailbox, index: 0, bytes }),
        wire(ReadMailbox { mailbox }),
        wire(BurnMailbox { mailbox }),
        wire(MailboxState { joined: true, messages: vec![message] }),
        wire(Empty {}),
    ]
}

/// The most memory that this process ever held, in KiB; `None` where the system does not say.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// A CBOR head (RFC 8949, section 3) that announces so many bytes (major type 2), characters (3), items (4) or pairs (5), of which none comes.
fn announced(major: u8, count: u64) -> Vec<u8> {
    [&[major << 5 | 27][..], &count.to_be_bytes()].concat()
}

#[test]
fn real_bytes_are_read() {
    for wire in wires() {
        assert!((wire.read)(&wire.real), "{}", wire.name);
        assert!(!(wire.read)(&[wire.real.as_slice(), &[0]].concat()), "{}: something after it", wire.name);
    }
}

#[test]
fn what_is_announced_takes_no_memory_and_depth_no_stack() {
    let before = peak_memory();
    for wire in wires() {
        for major in 2..=5 {
            for count in [1 << 28, 1 << 32, 1 << 60, u64::MAX] {
                assert!(!(wire.read)(&announced(major, count)), "{}: {major} {count}", wire.name);
                // At every byte of a real value, so also where each field begins.
                for at in 0..wire.real.len() {
                    let bytes = [&wire.real[..at], &announced(major, count)].concat();
                    (wire.read)(&bytes);
                }
            }
        }
        for byte in [0x81, 0x9f, 0xa1, 0xbf, 0xc0, 0xd8, 0xdb, 0x5f, 0x7f] {
            assert!(!(wire.read)(&vec![byte; 200_000]), "{}", wire.name);
            for at in 0..wire.real.len() {
                (wire.read)(&[&wire.real[..at], &[byte; 200]].concat());
            }
        }
    }
    if let (Some(before), Some(after)) = (before, peak_memory()) {
        assert!(after - before < 128 * 1024, "{before} KiB became {after} KiB");
    }
}

/// A page as a later server may answer it: one of its entries is of a kind that this version does not know.
#[test]
fn an_entry_of_a_later_kind_is_an_entry() {
    let at = Position { seq: 7, hash: Hash([7; 32]) };
    let entry = |seq: u8, kind| Entry {
        seq: seq.into(),
        id: EntryId([seq; 16]),
        author: DeviceId([1; 32]),
        number: 1,
        epoch: 0,
        kind,
        content: Content::Bytes(Bytes(vec![seq; 40])),
        change: None,
    };
    let entries = [(8, EntryKind::Message), (9, EntryKind::Later(200)), (10, EntryKind::Commit)];
    let entries = entries.map(|(seq, kind)| entry(seq, kind)).to_vec();
    let incarnation = Incarnation([6; 16]);
    let page = LogPage {
        incarnation,
        current_generation: 0,
        epoch: 0,
        at,
        head: 10,
        number: 1,
        entries,
        more: false,
        asking: vec![],
        leaving: vec![],
    };
    assert_eq!(decode::<LogPage>(&encode(&page)), Ok(page));
    assert_eq!(encode(&EntryKind::Later(200)), encode(&200_u8));
    assert_eq!([EntryKind::Message, EntryKind::Commit].map(u8::from), [1, 2], "as logs have them for ever");
    let after = |kind| at.after(EntryId([9; 16]), kind, Hash([3; 32]));
    assert_eq!(after(EntryKind::Later(200)).seq, 8);
    assert_ne!(after(EntryKind::Later(200)).hash, after(EntryKind::Message).hash);
    for number in 0..=u8::MAX {
        assert_eq!(u8::from(EntryKind::from(number)), number);
    }
}

#[test]
fn a_name_in_hexadecimal_digits_is_whole_or_none() {
    for text in ["", "0", "0g", "é", "éé", &"é".repeat(16), &"0".repeat(31), &"A".repeat(32), &"+".repeat(32)] {
        assert_eq!(SpaceId::from_hex(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn garbage_is_read_as_nothing_or_as_what_it_says(bytes in vec(any::<u8>(), 0..400)) {
        for wire in wires() {
            (wire.read)(&bytes);
        }
    }

    #[test]
    fn changed_bytes_are_read_as_nothing_or_as_what_they_say(
        changes in vec((any::<Index>(), any::<u8>(), any::<u8>()), 1..6),
    ) {
        for wire in wires() {
            let mut bytes = wire.real;
            for (at, how, byte) in &changes {
                let at = at.index(bytes.len());
                match how % 4 {
                    0 => bytes[at] = *byte,
                    1 => bytes.insert(at, *byte),
                    2 if bytes.len() > 1 => drop(bytes.remove(at)),
                    _ => bytes[at] ^= 1 << (byte % 8),
                }
            }
            (wire.read)(&bytes);
        }
    }

    #[test]
    fn a_changed_leave_is_nobodys(at in any::<Index>(), by in 1_u8..) {
        let pair = ring::signature::Ed25519KeyPair::from_seed_unchecked(&[1; 32]).unwrap();
        let device = DeviceId::try_from(ring::signature::KeyPair::public_key(&pair).as_ref()).unwrap();
        let space = SpaceId([2; 16]);
        let signature = Signature(pair.sign(&leave_text(space, device)).as_ref().try_into().unwrap());
        let leave = SignedLeave { space, device, signature, proof: Bytes(vec![3; 100]) };
        prop_assert!(leave.verify().is_ok());
        let mut bytes = encode(&leave);
        let at = at.index(bytes.len());
        bytes[at] ^= by;
        if let Ok(changed) = decode::<SignedLeave>(&bytes) {
            // The signature does not cover the proof.
            prop_assert!(changed.proof != leave.proof || changed == leave || changed.verify().is_err());
        }
    }

    #[test]
    fn any_text_is_a_name_only_in_its_one_form(text in ".{0,40}") {
        if let Some(id) = SpaceId::from_hex(&text) {
            prop_assert_eq!(id.to_hex(), text);
        }
    }
}
