use jiff::civil::Date;

use super::{Found, Home, Record, RecordId, Shown, State};
use crate::{area::Area, nudge_kind::NudgeKind};

/// What is known of a type of record by its name alone: all that [`Record`] says of it.
#[derive(Debug, Clone, Copy)]
pub struct RecordType {
    /// See [`Record::KIND`].
    pub name: &'static str,
    /// Whether its records may be in the couple space; if not, nobody but the person's own devices ever gets one.
    pub shared: bool,
    /// See [`Record::ORDERED`].
    pub ordered: bool,
    /// See [`Record::GIVEN_AT_PAIRING`].
    pub given_at_pairing: bool,
    /// See [`Record::AREAS`].
    pub areas: &'static [Area],
    reply_to: Option<&'static str>,
    by_day: bool,
    is_in_use: fn(RecordId, &Shown) -> bool,
    completes: Option<Completes>,
}

type Completes = fn(RecordId, &Shown) -> Vec<(NudgeKind, Date)>;

impl RecordType {
    /// The facts of a type.
    pub const fn of<R: Record>() -> Self {
        Self {
            name: R::KIND,
            shared: R::Home::SHARED,
            ordered: R::ORDERED,
            given_at_pairing: R::GIVEN_AT_PAIRING,
            areas: R::AREAS,
            reply_to: R::REPLY_TO,
            by_day: R::BY_DAY,
            is_in_use: is_in_use::<R>,
            completes: if R::COMPLETES { Some(completes::<R>) } else { None },
        }
    }

    /// Which record it replies to. It is read without the rest, which a later version may have changed.
    pub fn reply_to(&self, shown: &Shown) -> Option<RecordId> {
        let (_, value) = shown.fields.get(self.reply_to?)?.values.first()?;
        value.deserialized().ok()
    }

    /// Whether a person would miss the record; see [`Record::is_in_use`]. One that this version cannot read counts.
    pub fn is_in_use(&self, id: RecordId, state: &State) -> bool {
        state.shown().is_some_and(|shown| (self.is_in_use)(id, &shown))
    }

    /// Whether what it says can make a nudge needless.
    pub fn completes_nudges(&self) -> bool {
        self.completes.is_some()
    }

    /// See [`Record::completes`].
    pub fn completes(&self, id: RecordId, shown: &Shown) -> Vec<(NudgeKind, Date)> {
        self.completes.map(|completes| completes(id, shown)).unwrap_or_default()
    }

    /// The lowest id that a record of this type can have that is of the day or of a later one.
    pub fn since(&self, day: Date) -> RecordId {
        if self.by_day { RecordId::on_day(day, [0; 12]) } else { RecordId([0; 16]) }
    }
}

fn is_in_use<R: Record>(id: RecordId, shown: &Shown) -> bool {
    Found::<R>::read(id, shown).map_or(true, |found| found.value.is_in_use())
}

fn completes<R: Record>(id: RecordId, shown: &Shown) -> Vec<(NudgeKind, Date)> {
    Found::<R>::read(id, shown).map(|found| found.value.completes()).unwrap_or_default()
}

/// The types of record that a version knows. The one table is made where all of them are in sight, and handed down as this.
#[derive(Debug, Clone, Copy)]
pub struct RecordTypes(&'static [RecordType]);

impl RecordTypes {
    /// These types.
    pub const fn new(types: &'static [RecordType]) -> Self {
        Self(types)
    }

    /// All of them.
    pub fn all(self) -> impl Iterator<Item = &'static RecordType> {
        self.0.iter()
    }

    /// The type with this name; `None` for one of a newer version.
    pub fn find(self, name: &str) -> Option<&'static RecordType> {
        self.0.iter().find(|one| one.name == name)
    }

    /// Whether records of the type with this name may be in the own space alone, so that one is neither sent to nor taken from the couple
    /// space. An unknown type is of a newer version, whose devices check it.
    pub fn is_private(self, name: &str) -> bool {
        self.find(name).is_some_and(|one| !one.shared)
    }

    /// Whether it counts which record of the type with this name came first in the log.
    pub fn is_ordered(self, name: &str) -> bool {
        self.find(name).is_some_and(|one| one.ordered)
    }
}
