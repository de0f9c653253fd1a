use serde::{Deserialize, Serialize};

/// What a nudge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NudgeKind {
    /// To tell the partner what one is thankful for.
    Appreciation,
    /// A small caring act.
    Caring,
    /// Something to enjoy together.
    Fun,
    /// A surprise for the partner.
    Surprise,
    /// To look at what the two want to become.
    Vision,
    /// To think over how it goes.
    Reflection,
    /// To listen to each other.
    Listening,
    /// The exercise of the week, which the practice hangs on.
    Session,
    /// Something agreed for one moment.
    Appointment,
    /// A date that comes back every year.
    Occasion,
}

impl NudgeKind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Appreciation,
        Self::Caring,
        Self::Fun,
        Self::Surprise,
        Self::Vision,
        Self::Reflection,
        Self::Listening,
        Self::Session,
        Self::Appointment,
        Self::Occasion,
    ];

    /// Its name, the same as where it is stored. What is drawn by chance depends on it, so it never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Appreciation => "appreciation",
            Self::Caring => "caring",
            Self::Fun => "fun",
            Self::Surprise => "surprise",
            Self::Vision => "vision",
            Self::Reflection => "reflection",
            Self::Listening => "listening",
            Self::Session => "session",
            Self::Appointment => "appointment",
            Self::Occasion => "occasion",
        }
    }

    /// The kind with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether the person asked for this very reminder. The others are routine: they share a few places a day, and come less often when
    /// they are not wanted or no longer needed.
    pub fn is_booked(self) -> bool {
        matches!(self, Self::Appointment | Self::Occasion)
    }

    /// Its place in a table with one row for each kind.
    pub(crate) fn index(self) -> usize {
        self as usize
    }
}
