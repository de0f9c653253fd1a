use std::collections::BTreeMap;

use ciborium::Value;
use serde::{Serialize, de::DeserializeOwned};

use super::{Action, Context, Field, Operation, OperationId, RecordId, Shown, State};

/// A type of record. Its fields are merged one by one, by their names.
///
/// A type is a struct whose every field is always written, one without a value as null: a field that a value lacks is taken for one
/// that this version does not know, and stays. A field that a later version adds has a default, and no name is used again.
pub trait Record: Serialize + DeserializeOwned + Clone + PartialEq + Send + 'static {
    /// Its name in operations; it never changes.
    const KIND: &'static str;
    /// The fields whose text both people edit.
    const TEXT: &'static [&'static str] = &[];
    /// Whether it counts which record came first in the log.
    const ORDERED: bool = false;
    /// Where it may be.
    type Home: Home;
}

/// Where records of a type may be. There are two: [`OwnOnly`] and [`Couple`].
pub trait Home: sealed::Sealed {
    /// Whether the couple space is allowed.
    const SHARED: bool;
}

/// Only in the own space: nobody but the person's own devices ever gets it.
#[derive(Debug, Clone, Copy)]
pub enum OwnOnly {}

/// In the couple space, or unshared in the own space.
#[derive(Debug, Clone, Copy)]
pub enum Couple {}

impl Home for OwnOnly {
    const SHARED: bool = false;
}

impl Home for Couple {
    const SHARED: bool = true;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::OwnOnly {}
    impl Sealed for super::Couple {}
}

/// A type that may go into the couple space. What wants to put a record there asks for this, so a private type does not compile:
///
/// ```compile_fail
/// fn to_the_partner<R: tend_core::records::Shared>() {}
/// to_the_partner::<tend_core::romance::SurpriseIdea>();
/// ```
///
/// ```
/// fn to_the_partner<R: tend_core::records::Shared>() {}
/// to_the_partner::<tend_core::romance::Appreciation>();
/// ```
pub trait Shared: Record<Home = Couple> {}

impl<R: Record<Home = Couple>> Shared for R {}

/// A record with its value as a person sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<R> {
    /// Its id.
    pub id: RecordId,
    /// Its value: of each field the winning version.
    pub value: R,
    /// By field, the other versions of text that was edited at once, the last first.
    pub conflicts: BTreeMap<String, Vec<String>>,
    /// See [`Shown::revived`].
    pub revived: bool,
}

/// A value that does not fit its type: a field is missing, or of another form. It stays in the store as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a record does not fit its type")]
pub struct Misfit;

impl<R: Record> Found<R> {
    /// The record as its type.
    ///
    /// # Errors
    /// [`Misfit`].
    pub fn read(id: RecordId, shown: &Shown) -> Result<Self, Misfit> {
        let winning = shown.fields.iter().filter_map(|(name, field)| {
            let (_, value) = field.values.first()?;
            Some((Value::Text(name.clone()), value.clone()))
        });
        let value = Value::Map(winning.collect()).deserialized().map_err(|_| Misfit)?;
        let conflicts = shown.fields.iter().filter_map(|(name, field)| {
            let others = field.values.iter().skip(1).filter_map(|(_, value)| value.as_text().map(String::from));
            let others: Vec<String> = others.collect();
            (!others.is_empty()).then(|| (name.clone(), others))
        });
        Ok(Self { id, value, conflicts: conflicts.collect(), revived: shown.revived })
    }
}

/// The operation that makes the record `value`. Fields that are as shown keep their stamps, and fields that the type does not know
/// stay; text is settled where `value` changes it.
///
/// It is not valid when all versions of text that was edited at once are too large to be carried together: the person settles the text
/// first ([`settle`] carries one version of each), and nothing is lost.
pub fn set<R: Record>(id: OperationId, record: RecordId, state: &State, value: &R) -> Operation {
    let stamp = state.context().next(id.device);
    let shown = state.shown().map(|shown| shown.fields).unwrap_or_default();
    let carried = shown.into_iter().map(|(name, versions)| {
        let field = Field { text: versions.text, versions: versions.values.into_iter().collect() };
        (name, field)
    });
    let mut fields: BTreeMap<String, Field> = carried.collect();
    for (name, value) in values_of(value) {
        let shown = fields.get(&name).and_then(|field| field.versions.last_key_value().map(|(_, shown)| shown));
        if shown != Some(&value) {
            let text = R::TEXT.contains(&name.as_str());
            fields.insert(name, Field { text, versions: BTreeMap::from([(stamp, value)]) });
        }
    }
    operation::<R>(id, record, state.context().clone(), Action::Set(fields))
}

/// The operation that settles text that was edited at once: `value` is what both versions become, even if it equals one of them.
pub fn settle<R: Record>(id: OperationId, record: RecordId, state: &State, value: &R) -> Operation {
    let mut operation = set(id, record, state, value);
    if let Action::Set(fields) = &mut operation.action {
        for (name, value) in values_of(value) {
            if fields.get(&name).is_some_and(|field| field.versions.len() > 1) {
                fields.insert(name, Field { text: true, versions: BTreeMap::from([(operation.stamp, value)]) });
            }
        }
    }
    operation
}

/// The operation that deletes, or purges, a record. A purge takes all away, whatever it had seen, and so names nothing of it: it is
/// small, stays where the record was, and is valid whatever was done to the record.
pub fn remove<R: Record>(id: OperationId, record: RecordId, state: &State, action: Action) -> Operation {
    match action {
        Action::Purge => operation::<R>(id, record, Context::default(), action),
        _ => operation::<R>(id, record, state.context().clone(), action),
    }
}

fn operation<R: Record>(id: OperationId, record: RecordId, seen: Context, action: Action) -> Operation {
    Operation { id, record, kind: R::KIND.into(), stamp: seen.next(id.device), seen, action }
}

#[allow(clippy::expect_used)]
fn values_of<R: Record>(value: &R) -> Vec<(String, Value)> {
    let map = Value::serialized(value).expect("a record serializes").into_map().expect("a record is a struct");
    map.into_iter().filter_map(|(name, value)| Some((name.into_text().ok()?, value))).collect()
}
