/// What a small value belongs to. Keys are unique within a namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Namespace {
    /// This device's and person's keys, certificate and settings.
    Device,
    /// The person's spaces: where each stands.
    Space,
    /// The count of this device's operations, by space.
    Counter,
    /// Pinned identities and removed devices, by space.
    Trust,
    /// Entries that are encrypted and not yet answered.
    InFlight,
    /// What was decided and is not yet done: adding, removing, leaving.
    Intent,
    /// Invites and handshakes under way.
    Invite,
    /// State of MLS groups and key packages; only `spaces` reads and writes it.
    Mls,
    /// What the person should be told.
    Notice,
}

impl Namespace {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Space => "space",
            Self::Counter => "counter",
            Self::Trust => "trust",
            Self::InFlight => "in_flight",
            Self::Intent => "intent",
            Self::Invite => "invite",
            Self::Mls => "mls",
            Self::Notice => "notice",
        }
    }
}

/// What a transaction wrote or deleted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touched {
    /// Small values.
    Values(Namespace),
    /// Records of the type with this name.
    Records(String),
}
