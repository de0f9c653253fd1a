use std::collections::{BTreeMap, BTreeSet};

use ciborium::Value;
use tend_protocol::encode;

use super::{Context, Origin, Stamp, State};

/// What a person sees of a record, with all writes merged.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Whose it is.
    pub origin: Origin,
    /// Each field's versions, the winning one first. Only text that was edited at once has more than one.
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
    /// By stamp, the last first.
    pub values: Vec<(Stamp, Value)>,
}

opaque!(Versions);

impl State {
    /// The fields as a person sees them; `None` for a tombstone.
    pub fn shown(&self) -> Option<Shown> {
        let written = || self.heads().values().filter_map(|head| head.fields.as_ref());
        let names: BTreeSet<&String> = written().flat_map(BTreeMap::keys).collect();
        let fields = names.into_iter().map(|name| (name.clone(), self.field(name))).collect();
        let revived = self.heads().values().any(|head| head.fields.is_none());
        written().next().map(|_| Shown { origin: self.origin(), fields, revived, version: self.context().clone() })
    }

    /// A version stands until a write that had seen it came without it.
    fn field(&self, name: &str) -> Versions {
        let mut text = false;
        let mut versions: BTreeMap<Stamp, &Value> = BTreeMap::new();
        for field in self.heads().values().filter_map(|head| head.fields.as_ref()?.get(name)) {
            text |= field.text;
            versions.extend(field.versions.iter().map(|(stamp, value)| (*stamp, value)));
        }
        // Somebody who does not keep to the rules can make writes that replace each other's versions: then all of them stand.
        let some_stand = versions.keys().any(|stamp| !self.is_replaced(name, *stamp));
        versions.retain(|stamp, _| !some_stand || !self.is_replaced(name, *stamp));
        // The same words written twice are one version.
        let mut said = BTreeSet::new();
        let standing = versions.into_iter().rev().filter(|(_, value)| said.insert(encode(value)));
        let values = standing.take(if text { usize::MAX } else { 1 }).map(|(stamp, value)| (stamp, value.clone()));
        Versions { text, values: values.collect() }
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
