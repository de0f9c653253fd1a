//! What a partner sees of a person.

use serde::{Deserialize, Serialize};

use crate::{
    area::Area,
    records::{Couple, Nonce, Record},
};

/// The name and pronouns that a person gives to their partner. Theirs to change; until they pair it stays in their own space.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// 1 to 40 characters.
    pub name: String,
    /// 0 to 40 characters; empty when the person gives none.
    pub pronouns: String,
}

opaque!(Profile);

impl Record for Profile {
    const KIND: &'static str = "profile";
    const AREAS: &'static [Area] =
        &[Area::People, Area::Appreciations, Area::Practice, Area::Schedule, Area::Nudges, Area::Today];
    const GIVEN_AT_PAIRING: bool = true;
    type Home = Couple;
}

impl Profile {
    /// The one record of a person's profile in a space.
    pub(crate) fn record() -> Nonce {
        Nonce::derived(b"Tend profile", b"")
    }
}
