use std::collections::BTreeSet;

use tend_protocol::Bytes;

use super::{Appreciation, Thanks};
use crate::{
    identity::IdentityId,
    records::{Found, RecordId},
    refusal::refusals,
};

refusals! {
    /// Why something may not be done with an appreciation.
    AppreciationRefusal {
        /// Only its author changes it or takes it back.
        NotYours = "not_yours",
        /// It was thanked for: its words stay, and thanks come once.
        AlreadyThanked = "already_thanked",
        /// Nobody thanks themselves.
        ThankOwn = "thank_own",
    }
}

/// All thanks that were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given(BTreeSet<(RecordId, IdentityId, Bytes)>);

impl Given {
    /// What these records say.
    pub fn of(thanks: Vec<Found<Thanks>>) -> Self {
        let one = |found: Found<Thanks>| (found.value.appreciation, found.origin.author, found.value.words);
        Self(thanks.into_iter().map(one).collect())
    }

    /// Whether somebody else than its author has thanked for it, as it reads now.
    pub fn has(&self, of: &Found<Appreciation>) -> bool {
        let words = Thanks::to(of.id, &of.value.text).words;
        let first = (of.id, IdentityId::from_bytes([0; 32]), Bytes(Vec::new()));
        let mut all = self.0.range(first..).take_while(|(id, ..)| *id == of.id);
        all.any(|(_, by, to)| *by != of.origin.author && *to == words)
    }
}

/// It with other words: its author's right, until it was thanked for.
///
/// # Errors
/// [`AppreciationRefusal::NotYours`], [`AppreciationRefusal::AlreadyThanked`].
pub fn edited(
    of: Found<Appreciation>,
    given: &Given,
    me: IdentityId,
    text: String,
) -> Result<Appreciation, AppreciationRefusal> {
    may_delete(&of, me)?;
    if given.has(&of) {
        return Err(AppreciationRefusal::AlreadyThanked);
    }
    Ok(Appreciation { text, ..of.value })
}

/// Whether `me` may take it back, or delete it: its author's right at any time.
///
/// # Errors
/// [`AppreciationRefusal::NotYours`].
pub fn may_delete(of: &Found<Appreciation>, me: IdentityId) -> Result<(), AppreciationRefusal> {
    if of.origin.author == me { Ok(()) } else { Err(AppreciationRefusal::NotYours) }
}

/// Thanks for it: the receiver's right, once.
///
/// # Errors
/// [`AppreciationRefusal::ThankOwn`], [`AppreciationRefusal::AlreadyThanked`].
pub fn thanks(of: &Found<Appreciation>, given: &Given, me: IdentityId) -> Result<Thanks, AppreciationRefusal> {
    if of.origin.author == me {
        return Err(AppreciationRefusal::ThankOwn);
    }
    if given.has(of) {
        return Err(AppreciationRefusal::AlreadyThanked);
    }
    Ok(Thanks::to(of.id, &of.value.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Origin;

    const ME: IdentityId = IdentityId::from_bytes([1; 32]);
    const THEM: IdentityId = IdentityId::from_bytes([2; 32]);

    fn found<R>(id: u8, author: IdentityId, value: R) -> Found<R> {
        let origin = Origin { author, nonce: [id; 16], number: 1 };
        Found {
            id: RecordId([id; 16]),
            origin,
            value,
            conflicts: Default::default(),
            version: Default::default(),
            revived: false,
        }
    }

    fn by(author: IdentityId) -> Found<Appreciation> {
        found(1, author, Appreciation { text: "the soup".into(), written_on: "2026-11-27".into() })
    }

    fn given(author: IdentityId, appreciation: u8) -> Given {
        Given::of(vec![found(9, author, Thanks::to(RecordId([appreciation; 16]), "the soup"))])
    }

    #[test]
    fn only_its_author_changes_it_and_not_once_it_was_thanked_for() {
        let edit = |of, given| edited(of, &given, ME, "the tea".into()).map(|one| one.text);
        assert_eq!(edit(by(ME), Given::default()), Ok("the tea".into()));
        assert_eq!(edit(by(ME), given(THEM, 1)), Err(AppreciationRefusal::AlreadyThanked));
        assert_eq!(edit(by(THEM), Given::default()), Err(AppreciationRefusal::NotYours));
        assert_eq!((may_delete(&by(ME), ME), may_delete(&by(THEM), ME)), (Ok(()), Err(AppreciationRefusal::NotYours)));
    }

    #[test]
    fn the_receiver_thanks_once() {
        assert_eq!(thanks(&by(THEM), &Given::default(), ME), Ok(Thanks::to(RecordId([1; 16]), "the soup")));
        assert_eq!(thanks(&by(THEM), &given(ME, 1), ME), Err(AppreciationRefusal::AlreadyThanked));
        assert_eq!(thanks(&by(ME), &Given::default(), ME), Err(AppreciationRefusal::ThankOwn));
    }

    #[test]
    fn thanks_by_the_author_or_for_another_count_for_nothing() {
        assert!(given(ME, 1).has(&by(THEM)));
        assert!(!given(THEM, 1).has(&by(THEM)));
        assert!(!given(ME, 2).has(&by(THEM)));
        let mut of = by(THEM);
        of.value.text = "nothing of the kind".into();
        assert!(!given(ME, 1).has(&of), "the words were changed afterwards");
    }
}
