//! What is taken from whom, in one device's store: no MLS and no server.

#![allow(clippy::unwrap_used)]

mod arrivals;
mod asking;
mod judging;
mod later;
mod offered;
mod outbox;
mod pages;
mod parting;
mod trusting;

use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, SpaceId};

use super::{
    OwnDevice, Role, SpaceState, SpaceStatus,
    devices::{Partnership, ThisDevice, record_of, record_of_space},
    membership,
};
use crate::{
    area::Area,
    identity::{Certificate, SigningKey},
    records::{
        Action, Context, Couple, Operation, OperationId, Origin, Own, Record, RecordId, RecordType, RecordTypes,
        Records, Stamp, State, in_space, typed,
    },
    spaces::SUITE,
    store::{Store, StoreKey, Transaction},
};

pub const OWN: SpaceId = SpaceId([1; 16]);
pub const COUPLE: SpaceId = SpaceId([2; 16]);
pub const TYPES: RecordTypes = RecordTypes::new(&[
    RecordType::of::<Letter>(),
    RecordType::of::<Reply>(),
    RecordType::of::<Secret>(),
    RecordType::of::<OwnDevice>(),
    RecordType::of::<Partnership>(),
]);

/// A shared type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    pub text: String,
}

impl crate::records::Record for Letter {
    const KIND: &str = "letter";
    const TEXT: &'static [&'static str] = &["text"];
    const AREAS: &'static [Area] = &[];
    const ORDERED: bool = true;
    type Home = Couple;
}

/// A shared type of replies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    pub to: RecordId,
}

impl crate::records::Record for Reply {
    const KIND: &str = "reply";
    const AREAS: &'static [Area] = &[];
    const REPLY_TO: Option<&'static str> = Some("to");
    type Home = Couple;
}

/// A private type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Secret {
    pub text: String,
}

impl crate::records::Record for Secret {
    const KIND: &str = "secret";
    const AREAS: &'static [Area] = &[];
    type Home = Own;
}

/// A device of a person, by their numbers.
pub fn certificate(person: u8, device: u8) -> Certificate {
    Certificate::issue(&SigningKey::from_seed([person; 32]), SigningKey::from_seed([device; 32]).device())
}

pub const ALEX: u8 = 101;
pub const ROBIN: u8 = 102;

/// This device, Alex's.
pub fn this() -> Certificate {
    certificate(ALEX, 1)
}

/// Another one of Alex's.
pub fn tablet() -> Certificate {
    certificate(ALEX, 2)
}

/// The partner's.
pub fn partner() -> Certificate {
    certificate(ROBIN, 3)
}

/// Alex's phone, paired with Robin.
pub fn phone() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), &StoreKey::new([7; 32])).unwrap();
    store
        .write(|tx| {
            ThisDevice {
                key: SigningKey::from_seed([1; 32]),
                identity: SigningKey::from_seed([ALEX; 32]),
                certificate: this(),
                own_space: OWN,
                server: None,
            }
            .save(tx)?;
            for certificate in [this(), tablet()] {
                let device = OwnDevice { certificate, name: "phone".into(), removal: None };
                own(tx).put(record_of(certificate.device), &device).unwrap();
            }
            let partnership = Partnership { space: COUPLE, partner: partner().identity, since: 0 };
            own(tx).put(record_of_space(COUPLE), &partnership).unwrap();
            for person in [this().identity, partner().identity] {
                membership::pin(tx, COUPLE, person)?;
            }
            SpaceState::new(OWN, Role::Own, SUITE, SpaceStatus::Active).save(tx)?;
            SpaceState::new(COUPLE, Role::Couple, SUITE, SpaceStatus::Active).save(tx)
        })
        .unwrap();
    (folder, store)
}

pub fn own<'t>(tx: &'t Transaction<'t>) -> Records<'t, Own> {
    Records::new(tx, OWN, &this())
}

pub fn state_of(tx: &Transaction<'_>, space: SpaceId) -> SpaceState {
    SpaceState::load(tx, space).unwrap().unwrap()
}

pub fn origin(author: Certificate, number: u8) -> Origin {
    Origin { author: author.identity, nonce: [number; 16], number: number.into() }
}

/// The id of a letter.
pub fn letter(author: Certificate, number: u8) -> RecordId {
    origin(author, number).record(Letter::KIND, [0; 4])
}

/// The record of a number as `by` writes it, having seen `seen`.
pub fn write<R: Record>(by: Certificate, of: Origin, seen: &State, counter: u64, value: &R) -> Operation {
    typed::set(OperationId { device: by.device, counter }, of.record(R::KIND, [0; 4]), seen, value)
}

pub fn say(text: &str) -> Letter {
    Letter { text: text.into() }
}

/// A first letter.
pub fn first(by: Certificate, number: u8, text: &str) -> Operation {
    let of = origin(by, number);
    write(by, of, &State::new(of), 1, &say(text))
}

/// What a store holds, however it came there.
pub fn keep(tx: &Transaction<'_>, space: SpaceId, operation: &Operation) {
    in_space::merge(tx, space, operation.record, &operation.kind, &State::of(operation)).unwrap();
}

/// The texts of a letter in a space, the winning one first.
pub fn texts(tx: &Transaction<'_>, space: SpaceId, id: RecordId) -> Vec<String> {
    let found = Records::<Own>::new(tx, space, &this()).find::<Letter>(id).unwrap();
    found.map(|found| [vec![found.value.text.clone()], found.other_versions("text")].concat()).unwrap_or_default()
}

pub fn deletion(by: Certificate, of: &Operation, action: Action) -> Operation {
    let state = State::of(of);
    let seen = if action == Action::Purge { Context::default() } else { state.context().clone() };
    let id = OperationId { device: by.device, counter: 9 };
    Operation { id, stamp: seen.next(by.device), seen, action, ..of.clone() }
}

pub fn stamp(counter: u64, device: u8) -> Stamp {
    Stamp { counter, device: DeviceId([device; 32]) }
}
