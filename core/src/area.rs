/// A part of [`Tend`](crate::Tend) whose read models may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// [`Tend::people`](crate::Tend::people).
    People,
    /// [`Tend::pairing`](crate::Tend::pairing).
    Pairing,
    /// [`Tend::devices`](crate::Tend::devices).
    Devices,
    /// [`Tend::appreciations`](crate::Tend::appreciations).
    Appreciations,
    /// [`Tend::surprises`](crate::Tend::surprises).
    Surprises,
    /// [`Tend::notices`](crate::Tend::notices).
    Notices,
    /// [`Tend::practice`](crate::Tend::practice).
    Practice,
    /// [`Tend::schedule`](crate::Tend::schedule).
    Schedule,
    /// [`Tend::nudges`](crate::Tend::nudges).
    Nudges,
    /// [`Tend::today`](crate::Tend::today).
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
}
