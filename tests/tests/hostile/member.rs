//! A partner whose phone does what no honest one does, with a server that lets it through.

use tend_core::{
    records::{Action, Context, Operation, Origin, Stamp, State},
    spaces::{Group, GroupName, PendingCommit, SpaceError, Trust, key_packages},
    store::{Namespace, Store, StoreKey, StoredRecord},
};
use tend_protocol::{Append, Bytes, Change, EntryId, EntryKind, Hash, NewEntry, Position, decode, encode, size_class};
use tend_tests::simulation::{
    Phone,
    evil::{Keys, Padded, Payload, in_copy, operation, other_words},
    pages,
};

use super::couple::{ACTIVE, ALEX, Couple, ROBIN, entry_of, renumber};

impl Couple {
    pub fn group(&self) -> GroupName {
        GroupName { space: self.space(), generation: 0 }
    }

    /// A commit that Robin's device makes, trusting whomever it likes.
    fn evil_commit(&self, packages: &[&[u8]], trust: &Trust) -> PendingCommit {
        self.commit_made_at(encode(&self.state(ROBIN).unwrap().cursor), packages, trust)
    }

    /// The same, saying that it was made there.
    fn commit_made_at(&self, place: Vec<u8>, packages: &[&[u8]], trust: &Trust) -> PendingCommit {
        let keys = Keys::of(&self.phones[ROBIN]);
        in_copy(&self.phones[ROBIN], |tx| {
            let mut group = Group::load(tx, self.group())?.unwrap();
            group.authenticate(place);
            group.change(&keys.key, packages, &[], trust)
        })
    }

    /// A message of Robin's device with any plaintext, and Robin's phone goes on from there.
    pub fn evil_message(&mut self, plaintext: &[u8]) -> NewEntry {
        let name = self.group();
        let (key, copy) = (Keys::of(&self.phones[ROBIN]).key, self.phones[ROBIN].keep_copy());
        let store = Store::open(&copy, &StoreKey::new([7; 32])).unwrap();
        let (message, epoch) = store
            .write(|tx| {
                let mut group = Group::load(tx, name)?.unwrap();
                Ok::<_, SpaceError>((group.encrypt(&key, plaintext)?, group.epoch()))
            })
            .unwrap();
        drop(store);
        self.phones[ROBIN].put_back(&copy);
        let mut bytes = [u32::try_from(message.len()).unwrap().to_be_bytes().as_slice(), &message].concat();
        bytes.resize(size_class(bytes.len()).unwrap(), 0);
        let kind = EntryKind::Message;
        NewEntry {
            id: EntryId(*Hash::of(&bytes).0.first_chunk().unwrap()),
            number: 1,
            epoch,
            kind,
            bytes: Bytes(bytes),
            change: None,
        }
    }

    /// Alex's phone is shown Robin's entry at the end of the log.
    pub fn alex_is_shown(&mut self, entry: &NewEntry) -> Result<usize, &'static str> {
        let author = self.phones[ROBIN].tend().devices().all().unwrap()[0].id;
        let mut shown = false;
        self.round_of_pages(ALEX, |page| {
            if page.current_generation == 0 && !std::mem::replace(&mut shown, true) {
                page.entries.push(entry_of(entry, author));
                renumber(page);
            }
        })
    }

    /// Robin's device appends a commit to the real log.
    fn evil_append(&mut self, pending: PendingCommit, change: Change) {
        self.honest(ROBIN);
        let state = self.state(ROBIN).unwrap();
        let epoch = in_copy(&self.phones[ROBIN], |tx| Ok(Group::load(tx, self.group())?.unwrap().epoch()));
        let entry = NewEntry {
            id: EntryId([8; 16]),
            number: state.number + 1,
            epoch,
            kind: EntryKind::Commit,
            bytes: Bytes(pending.commit),
            change: Some(change),
        };
        let call = Append { space: state.id, generation: 0, cursor: state.cursor.seq, entries: vec![entry] };
        self.server.call(&self.tokens[ROBIN], &call).unwrap();
    }
}

#[test]
fn a_stranger_in_a_commit_is_refused_and_the_space_goes_on_without_them() {
    let mut couple = Couple::new();
    let stranger = Phone::new(couple.folder.path(), 1, ROBIN, 3, &couple.time, 0);
    stranger.tend().pairing().use_server("https://tend.example.org", None).unwrap();
    couple.phones.push(stranger);
    let keys = Keys::of(&couple.phones[2]);
    // The stranger's device is known to the server, or it could not be added there.
    let mut tokens = String::new();
    let syncing = couple.phones[2].tend().syncing();
    syncing.begin(true);
    while let Some(request) = syncing.next_request().unwrap() {
        tokens = request.token.clone().unwrap_or(tokens);
        syncing.take_answer(&request, couple.server.serve(&request)).unwrap();
    }
    let package = in_copy(&couple.phones[2], |tx| key_packages::generate(tx, &keys.key, &keys.certificate, false));
    let members = in_copy(&couple.phones[ROBIN], |tx| Group::load(tx, couple.group())?.unwrap().members());
    let pinned = members.iter().map(|member| member.identity).chain([keys.certificate.identity]).collect();
    let pending = couple.evil_commit(&[&package], &Trust { pinned, removed: [].into() });
    let change =
        Change { added: vec![keys.key.device()], removed: vec![], welcome: pending.welcome.clone().map(Bytes) };
    couple.evil_append(pending, change);
    let shown = couple.shows(ALEX);
    couple.write(ALEX, "not for strangers");
    couple.honest(ALEX);
    assert_eq!(couple.told(ALEX), ["repaired"]);
    assert_eq!(couple.stands(ALEX), ACTIVE);
    assert!(shown.iter().all(|text| couple.shows(ALEX).contains(text)));
    let name = GroupName { generation: 1, ..couple.group() };
    let members = in_copy(&couple.phones[ALEX], |tx| Group::load(tx, name)?.unwrap().members());
    assert!(members.iter().all(|member| member.device != keys.key.device()));
    assert_eq!(members.len(), 2);
}

#[test]
fn what_the_server_is_told_of_a_commit_must_be_what_it_says() {
    let mut couple = Couple::new();
    let pending = couple.evil_commit(&[], &Trust::default());
    let alex = couple.phones[ALEX].tend().devices().all().unwrap()[0].id;
    // An honest commit, of which the server is told that it removes Alex's phone.
    couple.evil_append(pending, Change { added: vec![], removed: vec![alex], welcome: None });
    couple.write(ALEX, "kept");
    let kept = couple.keeps(ALEX);
    // For the server Alex is out, and comes back: nobody but their own devices can remove it.
    couple.honest(ALEX);
    assert_eq!((couple.told(ALEX), couple.stands(ALEX)), (vec!["repaired"], ACTIVE));
    assert_eq!(couple.keeps(ALEX), kept);
    assert!(
        !couple.state(ALEX).unwrap().put_back,
        "Alex's phone forgot nothing, and Robin's is no source of Alex's words"
    );
    couple.heals();
}

#[test]
fn a_place_in_the_log_that_cannot_be_is_a_fork() {
    for seq in [u64::MAX, 1 << 63, 1_000_000] {
        let mut couple = Couple::new();
        let at = Position { seq, hash: Hash([1; 32]) };
        let payload = Payload { at, operations: vec![], controls: vec![] };
        let entry = couple.evil_message(&encode(&Padded(Bytes(encode(&payload)), Bytes(vec![]))));
        couple.alex_is_shown(&entry).unwrap();
        assert_eq!(couple.told(ALEX), ["repaired"], "{seq}");
        couple.heals();
    }
}

/// A commit too says how far its author had read: of another log, or nothing that can be read, it opens a generation.
#[test]
fn a_commit_of_another_log_is_a_fork() {
    let mut couple = Couple::new();
    let at = couple.state(ROBIN).unwrap().cursor;
    let elsewhere = encode(&Position { hash: Hash([1; 32]), ..at });
    for place in [elsewhere, vec![], vec![0xff; 40]] {
        let mut couple = Couple::new();
        let pending = couple.commit_made_at(place, &[], &Trust::default());
        couple.evil_append(pending, Change::default());
        couple.honest(ALEX);
        assert_eq!((couple.told(ALEX), couple.stands(ALEX)), (vec!["repaired"], ACTIVE));
        couple.rest();
    }
    let pending = couple.evil_commit(&[], &Trust::default());
    couple.evil_append(pending, Change::default());
    couple.honest(ALEX);
    assert!(couple.told(ALEX).is_empty(), "one that says the truth is taken");
}

#[test]
fn messages_that_hold_no_payload_say_nothing() {
    let mut couple = Couple::new();
    let shown = couple.shows(ALEX);
    let deep = [vec![0x81; 30_000], vec![0x80]].concat();
    for plaintext in [
        vec![],
        vec![0xff; 100],
        vec![0x5b, 0x10, 0, 0, 0, 0, 0, 0, 0],
        deep.clone(),
        encode(&Padded(Bytes(deep), Bytes(vec![]))),
    ] {
        let entry = couple.evil_message(&plaintext);
        couple.alex_is_shown(&entry).unwrap();
        assert_eq!((couple.shows(ALEX), couple.stands(ALEX)), (shown.clone(), ACTIVE));
        couple.rest();
    }
    couple.heals();
    assert!(couple.told(ALEX).is_empty());
}

impl Couple {
    /// What Robin's phone has of the couple space's records of a type.
    fn records_of(&self, kind: &str) -> Vec<(StoredRecord, State)> {
        let stored = in_copy(&self.phones[ROBIN], |tx| Ok(tx.live_records(self.space(), kind)?));
        stored.into_iter().map(|one| (one.clone(), decode(&one.state).unwrap())).collect()
    }

    /// Alex's phone is shown a message of Robin's device with these operations.
    fn alex_is_told(&mut self, operations: Vec<Operation>) {
        let at = self.state(ROBIN).unwrap().cursor;
        let payload = Payload { at, operations, controls: vec![] };
        let entry = self.evil_message(&encode(&Padded(Bytes(encode(&payload)), Bytes(vec![]))));
        self.alex_is_shown(&entry).unwrap();
    }
}

/// Robin's phone writes a type that may only be in an own space, and purges Alex's words in the name of Alex's device.
#[test]
fn private_types_and_operations_in_anothers_name_are_not_taken() {
    let mut couple = Couple::new();
    let shown = couple.shows(ALEX);
    let robin = Keys::of(&couple.phones[ROBIN]).certificate;
    let alex = couple.phones[ALEX].tend().devices().all().unwrap()[0].id;
    let records = couple.records_of("appreciation");
    let of_alex = records.iter().find(|(_, state)| state.origin().author != robin.identity).unwrap();
    let origin = Origin { author: robin.identity, nonce: [1; 16], number: 1 };
    let private = Operation {
        record: origin.record("surprise_idea", [0; 4]),
        kind: "surprise_idea".into(),
        origin,
        stamp: Context::default().next(robin.device),
        seen: Context::default(),
        ..operation(robin.device, of_alex, Action::Purge)
    };
    assert_eq!(private.validate(), Ok(()));
    couple.alex_is_told(vec![private, operation(alex, of_alex, Action::Purge)]);
    assert_eq!((couple.shows(ALEX), couple.stands(ALEX)), (shown, ACTIVE));
    assert_eq!(couple.told(ALEX), ["forbidden-record"]);
    couple.heals();
}

#[test]
fn a_partner_changes_deletes_and_freezes_nothing_of_mine() {
    let mut couple = Couple::new();
    let shown = couple.shows(ALEX);
    let robin = Keys::of(&couple.phones[ROBIN]).certificate;
    let mut operations = Vec::new();
    for kind in ["appreciation", "profile"] {
        let records = couple.records_of(kind);
        let of_alex = records.iter().find(|(_, state)| state.origin().author != robin.identity).unwrap();
        operations.push(operation(robin.device, of_alex, other_words(robin.device, of_alex)));
        operations.push(operation(robin.device, of_alex, Action::Delete));
        operations.push(operation(robin.device, of_alex, Action::Purge));
        let far = Stamp { counter: Stamp::MAX_COUNTER - 1, device: robin.device };
        let mut seen = of_alex.1.context().clone();
        seen.add(far);
        let frozen = operation(robin.device, of_alex, Action::Delete);
        operations.push(Operation { stamp: seen.next(robin.device), seen, ..frozen });
    }
    assert!(operations.iter().all(|operation| operation.validate().is_ok()));
    couple.alex_is_told(operations);
    assert_eq!((couple.shows(ALEX), couple.stands(ALEX)), (shown, ACTIVE));
    let tend = couple.phones[ALEX].tend();
    assert_eq!(tend.people().me().unwrap().unwrap().name, "Alex");
    tend.people().set_me("Alexandra", "", None).unwrap();
    let mine = tend.appreciations().all().unwrap().into_iter().find(|view| view.mine).unwrap();
    tend.appreciations().edit(mine.id, "in my words", &mine.version).unwrap();
    couple.rest();
    assert!(couple.shows(ROBIN).contains(&"in my words".to_owned()), "Robin's phone hears of it");
    assert_eq!(couple.phones[ROBIN].tend().people().partner().unwrap().unwrap().name, "Alexandra");
}

#[test]
fn a_removal_that_its_person_did_not_sign_is_not_taken() {
    let mut couple = Couple::new();
    let space = couple.space();
    let at = couple.state(ROBIN).unwrap().cursor;
    let (alex, robin) = (Keys::of(&couple.phones[ALEX]), Keys::of(&couple.phones[ROBIN]));
    let by_robin = tend_core::identity::Removal::issue(&robin.key, alex.certificate.device);
    let ciborium::Value::Map(mut map) = ciborium::Value::serialized(&by_robin).unwrap() else { panic!() };
    map[0].1 = ciborium::Value::serialized(&alex.certificate.identity).unwrap();
    let control = ciborium::Value::Map(vec![(ciborium::Value::Text("removed".into()), ciborium::Value::Map(map))]);
    let payload = Payload { at, operations: vec![], controls: vec![control] };
    let entry = couple.evil_message(&encode(&Padded(Bytes(encode(&payload)), Bytes(vec![]))));
    couple.alex_is_shown(&entry).unwrap();
    let key = [space.0.as_slice(), &[2]].concat();
    let list = in_copy(&couple.phones[ALEX], |tx| Ok(tx.values::<ciborium::Value>(Namespace::Trust, &key)?.len()));
    assert_eq!((list, couple.stands(ALEX)), (0, ACTIVE));
}

/// A message as a later version may send it: what this one cannot read stands among what it can.
#[test]
fn what_a_later_version_says_is_kept_and_what_stands_next_to_it_is_taken() {
    let mut couple = Couple::new();
    let (space, at) = (couple.space(), couple.state(ROBIN).unwrap().cursor);
    let robin = Keys::of(&couple.phones[ROBIN]).certificate;
    let records = couple.records_of("appreciation");
    let of_robin = records.iter().find(|(_, state)| state.origin().author == robin.identity).unwrap();
    let known = ciborium::Value::serialized(&operation(robin.device, of_robin, Action::Delete)).unwrap();
    let later = |name: &str| ciborium::Value::Map(vec![(ciborium::Value::Text(name.into()), ciborium::Value::Null)]);
    let fields = [
        ("at", ciborium::Value::serialized(&at).unwrap()),
        ("operations", ciborium::Value::Array(vec![later("hologram"), known])),
        ("controls", ciborium::Value::Array(vec![later("typing")])),
    ];
    let message = ciborium::Value::Map(fields.map(|(name, value)| (ciborium::Value::Text(name.into()), value)).into());
    let entry = couple.evil_message(&encode(&Padded(Bytes(encode(&message)), Bytes(vec![]))));
    couple.alex_is_shown(&entry).unwrap();
    assert_eq!(
        (couple.shows(ALEX), couple.told(ALEX)),
        (vec!["first 0".to_owned()], vec![]),
        "Robin deletes their own"
    );
    let key = [b"later".as_slice(), &space.0].concat();
    let kept = in_copy(&couple.phones[ALEX], |tx| Ok(tx.value::<ciborium::Value>(Namespace::Intent, &key)?));
    let kept = encode(&kept);
    assert!(["hologram", "typing"].iter().all(|word| pages::contains(&kept, word.as_bytes())));
}
