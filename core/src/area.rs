/// A part of [`Tend`](crate::Tend) whose read models may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Both people, as they call themselves: [`Tend::people`](crate::Tend::people).
    People,
    /// Invites and what they wait for: [`Tend::pairing`](crate::Tend::pairing).
    Pairing,
    /// The person's own devices: [`Tend::devices`](crate::Tend::devices).
    Devices,
    /// Appreciations: [`Tend::appreciations`](crate::Tend::appreciations).
    Appreciations,
    /// Surprise ideas: [`Tend::surprises`](crate::Tend::surprises).
    Surprises,
    /// What the person is told once: [`Tend::notices`](crate::Tend::notices).
    Notices,
    /// Exercises, paths and settings, and the runs: [`Tend::practice`](crate::Tend::practice), [`Tend::runs`](crate::Tend::runs).
    Practice,
    /// When the two practise together: [`Tend::schedule`](crate::Tend::schedule).
    Schedule,
    /// What is said when: [`Tend::nudges`](crate::Tend::nudges).
    Nudges,
    /// The first screen: [`Tend::today`](crate::Tend::today).
    Today,
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 10] = [
        Self::People,
        Self::Pairing,
        Self::Devices,
        Self::Appreciations,
        Self::Surprises,
        Self::Notices,
        Self::Practice,
        Self::Schedule,
        Self::Nudges,
        Self::Today,
    ];

    /// Its name, for programs. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Pairing => "pairing",
            Self::Devices => "devices",
            Self::Appreciations => "appreciations",
            Self::Surprises => "surprises",
            Self::Notices => "notices",
            Self::Practice => "practice",
            Self::Schedule => "schedule",
            Self::Nudges => "nudges",
            Self::Today => "today",
        }
    }
}
