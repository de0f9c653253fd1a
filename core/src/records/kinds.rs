use super::{Home, Record};

/// What is known of a type of record by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// See [`Record::KIND`].
    pub name: &'static str,
    /// Whether its records may be in the couple space; if not, nobody but the person's own devices ever gets one.
    pub shared: bool,
    /// See [`Record::ORDERED`].
    pub ordered: bool,
}

impl Kind {
    const fn of<R: Record>() -> Self {
        Self { name: R::KIND, shared: R::Home::SHARED, ordered: R::ORDERED }
    }
}

/// Every type of record that this version knows. A test compares this with the source.
const KINDS: &[Kind] = &[
    Kind::of::<crate::person::Profile>(),
    Kind::of::<crate::nudges::Fired>(),
    Kind::of::<crate::nudges::LastUsed>(),
    Kind::of::<crate::nudges::Preferences>(),
    Kind::of::<crate::nudges::Rule>(),
    Kind::of::<crate::practice::Draft>(),
    Kind::of::<crate::practice::PracticeSettings>(),
    Kind::of::<crate::practice::Practised>(),
    Kind::of::<crate::practice::PromptOfDay>(),
    Kind::of::<crate::practice::Run>(),
    Kind::of::<crate::practice::SharedWords>(),
    Kind::of::<crate::practice::TogetherDone>(),
    Kind::of::<crate::romance::Appreciation>(),
    Kind::of::<crate::romance::SurpriseIdea>(),
    Kind::of::<crate::schedule::Proposal>(),
    Kind::of::<crate::schedule::TimeForUs>(),
    Kind::of::<crate::sync::OwnDevice>(),
    Kind::of::<crate::sync::devices::Partnership>(),
];

/// Every type of record that this version knows.
pub fn kinds() -> &'static [Kind] {
    KINDS
}

/// Whether records of the type with this name may be in the own space alone, so that one is neither sent to nor taken from the couple
/// space. An unknown type is of a newer version, whose devices judge it.
pub fn kind_is_private(name: &str) -> bool {
    KINDS.iter().any(|kind| kind.name == name && !kind.shared)
}

/// Whether it counts which record of the type with this name came first in the log.
pub(crate) fn kind_is_ordered(name: &str) -> bool {
    KINDS.iter().any(|kind| kind.name == name && kind.ordered)
}
