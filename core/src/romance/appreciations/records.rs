use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tend_protocol::{Bytes, Hash};

use crate::{
    area::Area,
    nudge_kind::NudgeKind,
    records::{Couple, Nonce, Record, RecordId},
};

/// Something that a person appreciates about their partner.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appreciation {
    /// The words, 1 to 1,000 characters.
    pub text: String,
    /// The local date on which it was written, as `YYYY-MM-DD`.
    pub written_on: String,
}

opaque!(Appreciation);

impl Record for Appreciation {
    const KIND: &'static str = "appreciation";
    const TEXT: &'static [&'static str] = &["text"];
    const AREAS: &'static [Area] = &[Area::Appreciations, Area::Nudges];
    const BY_DAY: bool = true;
    const COMPLETES: bool = true;
    type Home = Couple;

    fn completes(&self) -> Vec<(NudgeKind, Date)> {
        self.written_on.parse().map(|day| (NudgeKind::Appreciation, day)).into_iter().collect()
    }
}

/// That the receiver of an appreciation thanked for it: once, and for good. It is the receiver's record; by anybody else it counts for
/// nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thanks {
    /// What for.
    pub appreciation: RecordId,
    /// A digest of the words that were thanked for: they are no thanks for others that their author puts there later.
    pub words: Bytes,
}

impl Record for Thanks {
    const KIND: &'static str = "thanks";
    const AREAS: &'static [Area] = &[Area::Appreciations];
    const REPLY_TO: Option<&'static str> = Some("appreciation");
    const BY_DAY: bool = true;
    type Home = Couple;
}

impl Thanks {
    /// Thanks for these words.
    pub fn to(appreciation: RecordId, text: &str) -> Self {
        Self { appreciation, words: Bytes(Hash::of(text.as_bytes()).0.to_vec()) }
    }

    /// The one record of a person about an appreciation.
    pub(crate) fn record(appreciation: RecordId) -> Nonce {
        Nonce::about(b"Tend thanks", appreciation)
    }
}
