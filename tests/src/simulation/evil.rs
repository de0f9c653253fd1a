//! A person whose phones say what no honest phone says.

use rand::RngExt;
use serde::{Deserialize, Serialize};
use tend_core::{
    identity::{Certificate, Removal, SigningKey},
    records::{Action, Context, Field, Operation, OperationId, Origin, RecordId, Stamp, State},
    spaces::SpaceError,
    store::{Namespace, Store, StoreError, StoreKey, StoredRecord, Transaction},
    sync::{Role, SpaceStatus},
};
use tend_protocol::{Bytes, DeviceId, Hash, Position, SpaceId, decode, encode};

use super::{Phone, World};

/// All of a device's and its person's keys, from its store.
#[derive(Clone, Deserialize)]
pub struct Keys {
    /// The device's.
    pub key: SigningKey,
    /// The person's.
    pub identity: SigningKey,
    /// Its certificate.
    pub certificate: Certificate,
    /// The person's own space.
    pub own_space: SpaceId,
}

impl Keys {
    /// Those of a phone.
    pub fn of(phone: &Phone) -> Self {
        in_copy(phone, |tx| Ok(tx.value(Namespace::Device, b"this")?.expect("it is somebody's")))
    }
}

/// Work on a copy of a phone's store.
pub fn in_copy<T>(phone: &Phone, work: impl FnOnce(&Transaction<'_>) -> Result<T, SpaceError>) -> T {
    let store = Store::open(&phone.keep_copy(), &StoreKey::new([7; 32])).expect("the copy opens");
    store.write(work).expect("it works")
}

/// What an application message says, as the phones encode it.
#[derive(Serialize)]
pub struct Payload {
    /// How far its author had read.
    pub at: Position,
    /// Changes of records.
    pub operations: Vec<Operation>,
    /// What devices tell each other.
    pub controls: Vec<ciborium::Value>,
}

/// A payload, filled up.
#[derive(Serialize)]
pub struct Padded(pub Bytes, pub Bytes);

/// A record with its state.
pub type Of = (StoredRecord, State);

/// An operation of a device on a record that it has seen.
pub fn operation(device: DeviceId, of: &Of, action: Action) -> Operation {
    let (stored, state) = of;
    Operation {
        id: OperationId { device, counter: 900 },
        record: stored.id,
        kind: stored.kind.clone(),
        origin: state.origin(),
        stamp: state.context().next(device),
        seen: state.context().clone(),
        action,
    }
}

/// Other words in every field.
pub fn other_words(device: DeviceId, of: &Of) -> Action {
    let stamp = of.1.context().next(device);
    let fields = of.1.shown().map(|shown| shown.fields).unwrap_or_default();
    let field = |name| (name, Field { text: false, list: false, versions: [(stamp, "nothing of this".into())].into() });
    Action::Set(fields.into_keys().map(field).collect())
}

/// A control of this name.
pub fn control(name: &str, value: ciborium::Value) -> ciborium::Value {
    ciborium::Value::Map(vec![(ciborium::Value::Text(name.into()), value)])
}

impl World {
    /// From now on nothing is expected of this person's phones, and they say whatever serves to harm the other.
    pub(super) fn turns_hostile(&mut self, person: usize) {
        if self.hostile.is_some() || self.parted {
            return;
        }
        self.hostile = Some(person);
        self.needs_repair = true;
        let of_them: Vec<_> = (0..self.phones.len()).filter(|at| self.phones[*at].person == person).collect();
        for phone in &of_them {
            self.phones[*phone].out = true;
        }
        self.expect_only_what_others_saw(of_them[0]);
        of_them.iter().for_each(|phone| self.doubt_what_only_it_knew(*phone));
        self.note(format!("person {person} turns hostile"));
    }

    /// One of their phones has something to say that an honest one would not.
    pub(super) fn harms(&mut self) {
        let Some(person) = self.hostile else { return };
        let (which, at) = (self.dice.random_range(0..8), self.dice.random_range(0..self.phones.len()));
        let space = self.phones[at].tend().syncing().spaces().expect("a read").into_iter().find(|space| {
            space.role == Role::Couple && space.status == SpaceStatus::Active && self.phones[at].person == person
        });
        let Some(space) = space.map(|space| space.id) else { return };
        let (keys, nonce) = (Keys::of(&self.phones[at]), self.dice.random());
        let harmed = Keys::of(&self.phones[1 - person]);
        self.phones[at].tamper(|tx| match which {
            0 => say(
                tx,
                space,
                control("removed", serialized(&Removal::issue(&keys.identity, harmed.certificate.device))),
            ),
            1 => say(tx, space, "want_snapshot".into()),
            2 => from_the_future(tx, space, &keys, nonce),
            3 => say(tx, space, control("snapshot", nowhere(&harmed))),
            4 => far(tx, space, &keys, nonce),
            _ => {
                let of_other = records(tx, space)?
                    .into_iter()
                    .filter(|(_, state)| state.origin().author == harmed.certificate.identity);
                for of in of_other.filter(|(stored, _)| stored.live).take(3) {
                    let action = match which {
                        5 => Action::Purge,
                        6 => Action::Delete,
                        _ => other_words(keys.certificate.device, &of),
                    };
                    plant(tx, space, operation(keys.certificate.device, &of, action), of.1)?;
                }
                Ok(())
            }
        });
        let note = format!("{} means harm: {which}", self.phones[at].name);
        self.note(note);
    }
}

fn serialized(value: &impl Serialize) -> ciborium::Value {
    ciborium::Value::serialized(value).expect("it has a form")
}

/// Queues a control, as the phone itself does.
fn say(tx: &Transaction<'_>, space: SpaceId, control: ciborium::Value) -> Result<(), StoreError> {
    let key = [b"control".as_slice(), &space.0, &Hash::of(&encode(&control)).0].concat();
    tx.put_value(Namespace::Intent, &key, &control)
}

/// The offer of a snapshot that is nowhere.
fn nowhere(to: &Keys) -> ciborium::Value {
    #[derive(Serialize)]
    struct Offer {
        devices: Vec<DeviceId>,
        blobs: Vec<Bytes>,
        key: Bytes,
        seq: u64,
    }
    let devices = vec![to.certificate.device];
    serialized(&Offer { devices, blobs: vec![Bytes(vec![9; 16])], key: Bytes(vec![9; 32]), seq: 1 })
}

/// A record of their own, with a stamp that no life reaches.
fn far(tx: &Transaction<'_>, space: SpaceId, keys: &Keys, nonce: [u8; 16]) -> Result<(), StoreError> {
    let all = records(tx, space)?;
    let mine =
        |(stored, state): &&Of| stored.kind == "appreciation" && state.origin().author == keys.certificate.identity;
    let Some(of) = all.iter().find(mine) else { return Ok(()) };
    let device = keys.certificate.device;
    let origin = Origin { author: keys.certificate.identity, nonce, number: 1 };
    let seen = {
        let mut seen = Context::default();
        seen.add(Stamp { counter: Stamp::MAX_COUNTER - 2, device });
        seen
    };
    let operation = Operation {
        record: origin.record("appreciation", [0; 4]),
        origin,
        stamp: seen.next(device),
        seen,
        ..operation(device, of, other_words(device, of))
    };
    plant(tx, space, operation, State::new(origin))
}

/// A record of their own, of a type that no version has.
fn from_the_future(tx: &Transaction<'_>, space: SpaceId, keys: &Keys, nonce: [u8; 16]) -> Result<(), StoreError> {
    let (device, kind) = (keys.certificate.device, "from_the_future");
    let origin = Origin { author: keys.certificate.identity, nonce, number: 1 };
    let before = State::new(origin);
    let field =
        Field { text: true, list: false, versions: [(before.context().next(device), "whatever".into())].into() };
    let stored = StoredRecord { id: origin.record(kind, [0; 4]), kind: kind.into(), live: true, state: Vec::new() };
    let of = (stored, before);
    let made = operation(device, &of, Action::Set([("what".to_owned(), field)].into()));
    plant(tx, space, made, of.1)
}

fn records(tx: &Transaction<'_>, space: SpaceId) -> Result<Vec<Of>, StoreError> {
    let all = tx.records_after(space, None, 100_000)?;
    Ok(all.into_iter().map(|stored| (stored.clone(), decode(&stored.state).expect("a state"))).collect())
}

/// Puts the operation into the store, as if the phone had made it: it goes out with the next message.
fn plant(tx: &Transaction<'_>, space: SpaceId, operation: Operation, before: State) -> Result<(), StoreError> {
    let counter = tx.next_operation(space)?;
    let operation = Operation { id: OperationId { counter, ..operation.id }, ..operation };
    let (record, kind): (RecordId, String) = (operation.record, operation.kind.clone());
    let mut state = before;
    state.apply(&operation);
    tx.put_record(space, &StoredRecord { id: record, kind, live: state.is_live(), state: encode(&state) })?;
    tx.note_own_operation(space, record, counter)
}
