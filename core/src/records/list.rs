//! Lists and maps whose elements count one by one, so that what two devices add to one at once is all there.
//!
//! Such a field has a version for each operation that added something: the elements that it added and that nobody took out since. An
//! element stands until a write that had seen it came without it, so nothing has to be kept of what was taken out. A list holds each
//! element once, in the order in which they were added; of a map's entries with one key the last one counts.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use ciborium::Value;
use tend_protocol::encode;

use super::{
    Stamp,
    tolerant::{shows, with_unknown},
};

/// An element of a list, or a map's key and value.
type Element = (Value, Option<Value>);

/// Whether elements can be told in it.
pub(super) fn is_list(value: &Value) -> bool {
    value.is_array() || value.is_map()
}

fn elements(list: &Value) -> Vec<Element> {
    match list {
        Value::Array(all) => all.iter().map(|one| (one.clone(), None)).collect(),
        Value::Map(all) => all.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect(),
        _ => Vec::new(),
    }
}

/// The elements in the form that `like` has; what is of the other form is left out.
fn list(like: &Value, elements: Vec<Element>) -> Value {
    if like.is_map() {
        Value::Map(elements.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
    } else {
        Value::Array(elements.into_iter().filter(|(_, value)| value.is_none()).map(|(one, _)| one).collect())
    }
}

/// What stands of one version: what each of those has that know of it.
pub(super) fn common<'v>(mut of: impl Iterator<Item = Option<&'v Value>>) -> Option<Value> {
    let first = of.next().flatten()?;
    let mut standing = elements(first);
    for other in of {
        // Others' lists may be long: nothing here takes time by the square of that.
        let other: BTreeSet<_> = other.map(elements).unwrap_or_default().iter().map(encode).collect();
        standing.retain(|one| other.contains(&encode(one)));
    }
    Some(list(first, standing))
}

/// Without versions of which nothing stands; of a list that is empty the last one stays, and says so.
pub(super) fn without_empty(mut versions: BTreeMap<Stamp, Value>) -> BTreeMap<Stamp, Value> {
    let last = versions.last_key_value().map(|(stamp, value)| (*stamp, value.clone()));
    versions.retain(|_, value| !elements(value).is_empty());
    if versions.is_empty() {
        versions.extend(last);
    }
    versions
}

/// All of the elements, those that were added first in front.
pub(super) fn joined<'v>(versions: impl DoubleEndedIterator<Item = &'v Value> + Clone) -> Option<Value> {
    let like = versions.clone().next_back()?;
    let (mut all, mut places): (Vec<Element>, BTreeMap<Vec<u8>, usize>) = (Vec::new(), BTreeMap::new());
    for (key, value) in versions.flat_map(elements) {
        match places.entry(encode(&key)) {
            Entry::Occupied(place) => all[*place.get()].1 = value,
            Entry::Vacant(place) => {
                place.insert(all.len());
                all.push((key, value));
            }
        }
    }
    Some(list(like, all))
}

/// What a person did to a list who saw it, and left it in another form.
struct Change {
    seen: Vec<Element>,
    wanted: Vec<Element>,
}

impl Change {
    fn of(seen: &Value, wanted: &Value) -> Self {
        Self { seen: elements(seen), wanted: elements(wanted) }
    }

    /// Whether a stored element is one that they took out, or gave another value.
    fn is_gone(&self, stored: &Element) -> bool {
        let taken = |old: &Element| is_of(stored, old) && !self.wanted.contains(old);
        let set = |new: &Element| new.1.is_some() && is_of(stored, new) && !self.seen.contains(new);
        self.seen.iter().any(taken) || self.wanted.iter().any(set)
    }

    /// What they added to what is stored, or gave another value.
    fn added(&self, stored: &[Element]) -> Vec<Element> {
        let new = self.wanted.iter().filter(|one| !self.seen.contains(one));
        let added = new.filter_map(|(key, value)| {
            let is_of_it = |one: &&Element| is_of(one, &(key.clone(), value.clone()));
            let known = stored.iter().rev().find(is_of_it);
            let Some(value) = value else { return known.is_none().then(|| (key.clone(), None)) };
            let seen = self.seen.iter().find(is_of_it).and_then(|(_, seen)| seen.as_ref());
            let whole = match (known.and_then(|(_, stored)| stored.as_ref()), seen) {
                (Some(stored), Some(seen)) => with_unknown(stored, seen, value.clone()),
                _ => value.clone(),
            };
            Some((key.clone(), Some(whole)))
        });
        added.collect()
    }
}

/// Whether a stored element is the one that a person sees as `seen`: an entry by its key, and any other by what it says.
fn is_of(stored: &Element, seen: &Element) -> bool {
    if seen.1.is_some() { stored.0 == seen.0 } else { stored.1.is_none() && shows(&stored.0, &seen.0) }
}

/// The versions of a list that a person saw, and wants in another form, with this stamp for what they added. What they did not see, as
/// an element that came in between or one that only a later version knows, stays.
pub(super) fn changed(
    stored: &BTreeMap<Stamp, Value>,
    seen: &Value,
    wanted: &Value,
    stamp: Stamp,
) -> BTreeMap<Stamp, Value> {
    let change = Change::of(seen, wanted);
    let all: Vec<Element> = stored.values().flat_map(elements).collect();
    let mut versions = stored.clone();
    for version in versions.values_mut() {
        *version = list(version, elements(version).into_iter().filter(|one| !change.is_gone(one)).collect());
    }
    versions.insert(stamp, list(wanted, change.added(&all)));
    without_empty(versions)
}

/// What comes of a list, as it is now, of a person who saw it as `seen` and wants it as `wanted`.
pub(super) fn rebased(now: &Value, seen: &Value, wanted: &Value) -> Value {
    let (change, all) = (Change::of(seen, wanted), elements(now));
    let added = change.added(&all);
    list(wanted, all.into_iter().filter(|one| !change.is_gone(one)).chain(added).collect())
}
