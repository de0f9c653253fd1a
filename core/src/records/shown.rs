use std::collections::{BTreeMap, BTreeSet};

use ciborium::Value;
use tend_protocol::encode;

use super::{Context, Field, Origin, Stamp, State, list, merge::Head};

/// What a person sees of a record, with all writes merged.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Whose it is.
    pub origin: Origin,
    /// Each field's versions, the winning one first. Only text that was edited at once and lists have more than one.
    pub fields: BTreeMap<String, Versions>,
    /// Whether somebody deleted the record while somebody else edited it: it is back, and is to say so.
    pub revived: bool,
    /// All that was seen of the record when it was shown.
    pub version: Context,
}

/// A field's versions.
#[derive(Clone, PartialEq)]
pub struct Versions {
    /// See [`super::Field::text`].
    pub text: bool,
    /// See [`super::Field::list`].
    pub list: bool,
    /// By stamp, the last first.
    pub values: Vec<(Stamp, Value)>,
}

opaque!(Versions);

impl Versions {
    /// What a person sees: the version that wins, and of a list all elements.
    pub fn value(&self) -> Option<Value> {
        let mut values = self.values.iter().map(|(_, value)| value);
        if self.list { list::joined(values.rev()) } else { values.next().cloned() }
    }
}

impl State {
    /// The fields as a person sees them; `None` for a tombstone.
    pub fn shown(&self) -> Option<Shown> {
        let written = || self.heads().values().filter_map(|head| head.fields.as_ref());
        let names: BTreeSet<&String> = written().flat_map(BTreeMap::keys).collect();
        let fields = names.into_iter().map(|name| (name.clone(), self.field(name))).collect();
        let revived = self.heads().values().any(|head| head.fields.is_none());
        written().next().map(|_| Shown { origin: self.origin(), fields, revived, version: self.context().clone() })
    }

    fn field(&self, name: &str) -> Versions {
        let heads = self.heads().iter();
        let written = heads.filter_map(|(stamp, head)| Some((stamp, head, head.fields.as_ref()?.get(name)?)));
        let written: Vec<Written<'_>> = written.collect();
        let text = written.iter().any(|(_, _, field)| field.text);
        let list = written.iter().any(|(_, _, field)| field.list);
        let values = match list {
            true => elements(&written),
            false => self.versions(name, &written, if text { usize::MAX } else { 1 }),
        };
        Versions { text, list, values }
    }

    /// A version stands until a write that had seen it came without it.
    fn versions(&self, name: &str, written: &[Written<'_>], most: usize) -> Vec<(Stamp, Value)> {
        let all = written.iter().flat_map(|(_, _, field)| &field.versions);
        let mut versions: BTreeMap<Stamp, &Value> = all.map(|(stamp, value)| (*stamp, value)).collect();
        // Somebody who does not keep to the rules can make writes that replace each other's versions: then all of them stand.
        let some_stand = versions.keys().any(|stamp| !self.is_replaced(name, *stamp));
        versions.retain(|stamp, _| !some_stand || !self.is_replaced(name, *stamp));
        // The same words written twice are one version.
        let mut said = BTreeSet::new();
        let standing = versions.into_iter().rev().filter(|(_, value)| said.insert(encode(value)));
        standing.take(most).map(|(stamp, value)| (stamp, value.clone())).collect()
    }

    /// Whether a write that had seen the version has the field without it. A write that lacks the field replaces nothing: its version
    /// of Tend does not know the field, and the record was deleted when it wrote it again.
    fn is_replaced(&self, name: &str, version: Stamp) -> bool {
        self.heads().values().any(|head| {
            let field = head.fields.as_ref().and_then(|fields| fields.get(name));
            field.is_some_and(|field| head.seen.covers(version) && !field.versions.contains_key(&version))
        })
    }
}

/// A write of a field, with its stamp.
type Written<'a> = (&'a Stamp, &'a Head, &'a Field);

/// What stands of a list, by the stamps of those who added it: an element until a write that had seen it came without it.
fn elements(written: &[Written<'_>]) -> Vec<(Stamp, Value)> {
    let stamps: BTreeSet<Stamp> = written.iter().flat_map(|(_, _, field)| field.versions.keys().copied()).collect();
    let standing = stamps.into_iter().filter_map(|stamp| {
        let knows = |(own, head, _): &&Written<'_>| **own == stamp || head.seen.covers(stamp);
        let known = written.iter().filter(knows).map(|(_, _, field)| field.versions.get(&stamp));
        // Those that have it first, for its form.
        let (with, without): (Vec<_>, Vec<_>) = known.partition(Option::is_some);
        Some((stamp, list::common(with.into_iter().chain(without))?))
    });
    list::without_empty(standing.collect()).into_iter().rev().collect()
}
