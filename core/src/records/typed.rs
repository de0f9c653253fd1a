use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use ciborium::Value;
use jiff::civil::Date;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Action, Context, Field, Operation, OperationId, Origin, RecordId, Shown, Stamp, State, list, tolerant::with_unknown,
};
use crate::{area::Area, nudge_kind::NudgeKind};

/// A type of record. Its fields are merged one by one, by their names.
///
/// A type is a struct whose every field is always written, one without a value as null: a field that a value lacks is taken for one
/// that this version does not know, and stays. A field that a later version adds has a default, and no name is used again.
pub trait Record: Serialize + DeserializeOwned + Clone + PartialEq + Send + 'static {
    /// Its name in operations; it never changes.
    const KIND: &'static str;
    /// The fields whose text both people edit.
    const TEXT: &'static [&'static str] = &[];
    /// The fields that are lists, sets or maps to which a person adds here and there: their elements are merged one by one. A list whose
    /// elements only say something together is not among them, and is one value.
    const LISTS: &'static [&'static str] = &[];
    /// Fields that only say something together, such as the start and the end of hours. They are written together, so that of two
    /// devices' at once all are of the one that wins.
    const TOGETHER: &'static [&'static [&'static str]] = &[];
    /// Whose screens show it.
    const AREAS: &'static [Area];
    /// Whether it counts which record came first in the log.
    const ORDERED: bool = false;
    /// The field that says which record of the other's it replies to: on leaving it is kept with that one.
    const REPLY_TO: Option<&'static str> = None;
    /// Whether its ids begin with the day that it is of ([`RecordId::on_day`](super::RecordId::on_day)).
    const BY_DAY: bool = false;
    /// Whether the person wrote it for their partner to see: it is given when the two pair, and needs no other act.
    const GIVEN_AT_PAIRING: bool = false;
    /// Whether [`Self::completes`] may say something.
    const COMPLETES: bool = false;
    /// Where it may be.
    type Home: Home;

    /// What stands while nothing is written, of a record of settings. A field that is as here is not written, so that two devices that
    /// choose different things both count; each field has a default that says the same.
    fn unwritten() -> Option<Self> {
        None
    }

    /// Whether a person would miss it: a phone that holds one cannot become another person's. What Tend notes for itself says no.
    fn is_in_use(&self) -> bool {
        true
    }

    /// Which nudges it makes needless, each with the local date of what was done.
    fn completes(&self) -> Vec<(NudgeKind, Date)> {
        Vec::new()
    }
}

/// Where records of a type may be. There are two: [`Own`] and [`Couple`].
pub trait Home: sealed::Sealed {
    /// Whether the couple space is allowed.
    const SHARED: bool;
}

/// Only in the own space: nobody but the person's own devices ever gets it.
#[derive(Debug, Clone, Copy)]
pub enum Own {}

/// In the couple space, or unshared in the own space.
#[derive(Debug, Clone, Copy)]
pub enum Couple {}

impl Home for Own {
    const SHARED: bool = false;
}

impl Home for Couple {
    const SHARED: bool = true;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Own {}
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

/// A type that may go into the spaces that `H` stands for: any into the own space, a shared one into the couple space.
pub trait In<H: Home>: Record {}

impl<R: Record> In<Own> for R {}

impl<R: Shared> In<Couple> for R {}

/// A record with its value as a person sees it.
#[derive(Clone, PartialEq)]
pub struct Found<R> {
    /// Its id.
    pub id: RecordId,
    /// Whose it is.
    pub origin: Origin,
    /// Its value: of each field the winning version.
    pub value: R,
    /// By field, the other versions of text that was edited at once, the last first.
    pub conflicts: BTreeMap<String, Vec<String>>,
    /// What its text was read from: an edit names it.
    pub version: Context,
    /// See [`Shown::revived`].
    pub revived: bool,
}

opaque!(Found<R>);

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
        let winning = shown.fields.iter().filter_map(|(name, field)| Some((Value::Text(name.clone()), field.value()?)));
        let value = Value::Map(winning.collect()).deserialized().map_err(|_| Misfit)?;
        let conflicts = shown.fields.iter().filter(|(_, field)| field.text).filter_map(|(name, field)| {
            let others = field.values.iter().skip(1).filter_map(|(_, value)| value.as_text().map(String::from));
            let others: Vec<String> = others.collect();
            (!others.is_empty()).then(|| (name.clone(), others))
        });
        Ok(Self {
            id,
            origin: shown.origin,
            value,
            conflicts: conflicts.collect(),
            version: shown.version.clone(),
            revived: shown.revived,
        })
    }

    /// What a list is sorted by in which the newest comes first; `day` is the local date of the record. Of a day's records the one comes
    /// first that its author's device made later: no time of day crosses to the partner.
    pub fn newest_first(&self, day: &str) -> (Reverse<String>, Reverse<u64>, RecordId) {
        (Reverse(day.into()), Reverse(self.origin.number), self.id)
    }

    /// The other versions of a field's text.
    pub fn other_versions(&self, field: &str) -> Vec<String> {
        self.conflicts.get(field).cloned().unwrap_or_default()
    }
}

/// The operation that makes the record `value`. Fields that are as shown keep their stamps, and fields that the type does not know
/// stay, and so do values that a later version put into a field; text is settled where `value` changes it, and of a list that is
/// written which `value` changes.
///
/// It is not valid when all versions of text that was edited at once are too large to be carried together: the person settles the text
/// first ([`edit`] carries one version of each that was seen), and nothing is lost.
pub fn set<R: Record>(id: OperationId, record: RecordId, state: &State, value: &R) -> Operation {
    let stamp = state.context().next(id.device);
    let mut fields = shown_fields(state);
    let seen = state.shown().and_then(|shown| Found::<R>::read(record, &shown).ok());
    let seen = seen.map(|found| found.value).or_else(R::unwritten);
    let seen = seen.map(|seen| values_of(&seen)).unwrap_or_default();
    let wanted = values_of(value);
    let named = R::TOGETHER.iter().copied().chain([R::TEXT, R::LISTS]).flatten();
    debug_assert!({ named }.all(|name| wanted.contains_key(*name)), "{} has no such field", R::KIND);
    let is_new = |name: &str, value: &Value| match (fields.get(name), seen.get(name)) {
        // What stands as long as nothing was chosen is not chosen by choosing something else.
        (_, Some(seen)) => seen != value,
        (Some(shown), None) => shown.value().as_ref() != Some(value),
        (None, None) => true,
    };
    for name in changed::<R>(&wanted, is_new) {
        let (before, value) = (fields.get(&name), wanted[&name].clone());
        let field = written::<R>(&name, before, seen.get(&name), value, stamp);
        fields.insert(name, field);
    }
    fitting(operation(id, (record, state.origin()), R::KIND, state.context().clone(), Action::Set(fields)))
}

/// The names of the fields that are new, and of those that are written together with one.
fn changed<R: Record>(wanted: &BTreeMap<String, Value>, is_new: impl Fn(&str, &Value) -> bool) -> BTreeSet<String> {
    let new: BTreeSet<&str> =
        wanted.iter().filter(|(name, value)| is_new(name, value)).map(|(name, _)| &**name).collect();
    let together = |name: &str| {
        let mut groups = R::TOGETHER.iter().filter(|group| group.contains(&name));
        groups.any(|group| group.iter().any(|other| new.contains(other)))
    };
    wanted.keys().filter(|name| new.contains(name.as_str()) || together(name)).cloned().collect()
}

/// A field that an operation with this stamp writes, where a person saw `seen` of what it was before.
fn written<R: Record>(name: &str, before: Option<&Field>, seen: Option<&Value>, value: Value, stamp: Stamp) -> Field {
    let (text, list) = (R::TEXT.contains(&name), R::LISTS.contains(&name));
    let shown = before.and_then(Field::value);
    let versions = match (before.filter(|_| list), shown, seen) {
        (Some(before), Some(shown), seen) => list::changed(&before.versions, seen.unwrap_or(&shown), &value, stamp),
        // Of a map only the entries that are not as while nothing is written.
        (None, None, Some(seen)) if list && value.is_map() => list::changed(&BTreeMap::new(), seen, &value, stamp),
        (None, Some(shown), Some(seen)) => BTreeMap::from([(stamp, with_unknown(&shown, seen, value))]),
        _ => BTreeMap::from([(stamp, value)]),
    };
    Field { text, list, versions }
}

/// The operation, if need be with all elements of its lists as if it had added them: stamps take room. If another device takes one of them
/// out at the same time, it is still there; nothing is lost.
fn fitting(operation: Operation) -> Operation {
    if operation.validate().is_ok() {
        return operation;
    }
    let (mut smaller, stamp) = (operation.clone(), operation.stamp);
    if let Action::Set(fields) = &mut smaller.action {
        for field in fields.values_mut().filter(|field| field.list) {
            field.versions = field.value().map(|all| (stamp, all)).into_iter().collect();
        }
    }
    if smaller.validate().is_ok() { smaller } else { operation }
}

/// What comes of a record that is `now` when a person saw `seen` and wants `wanted`: what they changed. Whatever came in between of fields
/// and elements that they left as they were stands.
pub fn rebased<R: Record>(now: &R, seen: &R, wanted: &R) -> R {
    let whole = wanted;
    let (mut now, seen, wanted) = (values_of(now), values_of(seen), values_of(wanted));
    for name in changed::<R>(&wanted, |name, value| seen.get(name) != Some(value)) {
        let value = match (now.get(&name), seen.get(&name)) {
            (Some(now), Some(seen)) if R::LISTS.contains(&name.as_str()) => list::rebased(now, seen, &wanted[&name]),
            _ => wanted[&name].clone(),
        };
        now.insert(name, value);
    }
    let fields = now.into_iter().map(|(name, value)| (Value::Text(name), value));
    Value::Map(fields.collect()).deserialized().unwrap_or_else(|_| whole.clone())
}

/// The operation that carries the record on as it is shown, whatever its type.
pub fn carry(id: OperationId, record: RecordId, kind: &str, state: &State) -> Operation {
    fitting(operation(id, (record, state.origin()), kind, state.context().clone(), Action::Set(shown_fields(state))))
}

/// The operation that says again what an own one said that the state no longer stands on, since it came too late: the record as it is
/// shown, or that it is over. `None` when nobody needs to hear it.
pub fn again(id: OperationId, record: RecordId, kind: &str, state: &State) -> Option<Operation> {
    let again = if state.is_live() {
        carry(id, record, kind, state)
    } else if state.is_over() && !state.is_purged() {
        operation(id, (record, state.origin()), kind, Context::default(), Action::Purge)
    } else {
        return None;
    };
    Some(again).filter(|again| again.validate().is_ok())
}

/// The operation that writes what is shown of a record, of each field the winning version alone and nothing of where it came from, in the
/// place of what was seen.
pub fn copy(id: OperationId, record: RecordId, kind: &str, seen: Context, shown: Shown) -> Operation {
    let stamp = seen.next(id.device);
    let winning = shown.fields.into_iter().filter_map(|(name, field)| {
        let versions = BTreeMap::from([(stamp, field.value()?)]);
        Some((name, Field { text: field.text, list: field.list, versions }))
    });
    operation(id, (record, shown.origin), kind, seen, Action::Set(winning.collect()))
}

/// The operation that begins a record with what is shown of another one, all versions of its text too, and nothing of where they came
/// from. They count as written by this device, one after the other and the winning one last.
pub fn begin(id: OperationId, of: (RecordId, Origin), kind: &str, shown: Shown) -> Operation {
    let texts = shown.fields.values().filter(|field| !field.list);
    let most = texts.map(|field| field.values.len()).max().unwrap_or(1);
    let mut seen = Context::default();
    let versions = u64::try_from(most).unwrap_or(u64::MAX);
    for counter in 1..versions {
        seen.add(Stamp { counter, device: id.device });
    }
    let fields = shown.fields.into_iter().map(|(name, field)| {
        let (text, list, all) = (field.text, field.list, field.value());
        let each = field.values.into_iter().map(|(_, value)| value);
        let values: Vec<_> = if list { all.into_iter().collect() } else { each.collect() };
        let values = (1..=versions).rev().zip(values);
        let versions = values.map(|(counter, value)| (Stamp { counter, device: id.device }, value));
        (name, Field { text, list, versions: versions.collect() })
    });
    operation(id, of, kind, seen, Action::Set(fields.collect()))
}

fn shown_fields(state: &State) -> BTreeMap<String, Field> {
    let shown = state.shown().map(|shown| shown.fields).unwrap_or_default();
    let carried = shown.into_iter().map(|(name, versions)| {
        let field = Field { text: versions.text, list: versions.list, versions: versions.values.into_iter().collect() };
        (name, field)
    });
    carried.collect()
}

/// The operation by which a person edits text: `value` takes the place of all versions of it that they saw, and a version that came in
/// between stays next to it. `saw` is the context of the state that they were shown.
pub fn edit<R: Record>(id: OperationId, record: RecordId, state: &State, saw: &Context, value: &R) -> Operation {
    let mut operation = set(id, record, state, value);
    let (stamp, before) = (operation.stamp, shown_fields(state));
    if let Action::Set(fields) = &mut operation.action {
        for (name, value) in values_of(value).into_iter().filter(|(name, _)| R::TEXT.contains(&name.as_str())) {
            let versions = before.get(&name).map(|field| field.versions.clone()).unwrap_or_default();
            let unseen: BTreeMap<_, _> = versions.into_iter().filter(|(version, _)| !saw.covers(*version)).collect();
            if let Some(field) = fields.get_mut(&name).filter(|field| field.versions.len() > 1 || !unseen.is_empty()) {
                field.versions = unseen;
                field.versions.insert(stamp, value);
            }
        }
    }
    operation
}

/// The operation that deletes, or purges, a record. A purge takes all away, whatever it had seen, and so names nothing of it: it is
/// small, stays where the record was, and is valid whatever was done to the record.
pub fn remove<R: Record>(id: OperationId, record: RecordId, state: &State, action: Action) -> Operation {
    match action {
        Action::Purge => operation(id, (record, state.origin()), R::KIND, Context::default(), action),
        _ => operation(id, (record, state.origin()), R::KIND, state.context().clone(), action),
    }
}

fn operation(id: OperationId, of: (RecordId, Origin), kind: &str, seen: Context, action: Action) -> Operation {
    let (record, origin) = of;
    Operation { id, record, kind: kind.into(), origin, stamp: seen.next(id.device), seen, action }
}

#[allow(clippy::expect_used)]
fn values_of<R: Record>(value: &R) -> BTreeMap<String, Value> {
    let map = Value::serialized(value).expect("a record serializes").into_map().expect("a record is a struct");
    map.into_iter().filter_map(|(name, value)| Some((name.into_text().ok()?, value))).collect()
}
