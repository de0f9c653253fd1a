use super::{Home, Record};

/// What is known of a type of record by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// See [`Record::KIND`].
    pub name: &'static str,
    /// Whether its records may be in the couple space; if not, nobody but the person's own devices ever gets one.
    pub shared: bool,
}

impl Kind {
    const fn of<R: Record>() -> Self {
        Self { name: R::KIND, shared: R::Home::SHARED }
    }
}

/// Every type of record that this version knows. A test compares this with the source.
const KINDS: &[Kind] = &[
    Kind::of::<crate::person::Profile>(),
    Kind::of::<crate::romance::Appreciation>(),
    Kind::of::<crate::romance::SurpriseIdea>(),
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
