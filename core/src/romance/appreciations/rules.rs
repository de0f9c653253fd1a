use super::Appreciation;
use crate::{identity::IdentityId, refusal::refusals};

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

/// It with other words: its author's right, until it was thanked for.
///
/// # Errors
/// [`AppreciationRefusal::NotYours`], [`AppreciationRefusal::AlreadyThanked`].
pub fn edited(of: Appreciation, me: IdentityId, text: String) -> Result<Appreciation, AppreciationRefusal> {
    may_delete(&of, me)?;
    if of.thanked {
        return Err(AppreciationRefusal::AlreadyThanked);
    }
    Ok(Appreciation { text, ..of })
}

/// Whether `me` may take it back, or delete it: its author's right at any time.
///
/// # Errors
/// [`AppreciationRefusal::NotYours`].
pub fn may_delete(of: &Appreciation, me: IdentityId) -> Result<(), AppreciationRefusal> {
    if of.author == me { Ok(()) } else { Err(AppreciationRefusal::NotYours) }
}

/// It with thanks: the receiver's right, once.
///
/// # Errors
/// [`AppreciationRefusal::ThankOwn`], [`AppreciationRefusal::AlreadyThanked`].
pub fn thanked(of: Appreciation, me: IdentityId) -> Result<Appreciation, AppreciationRefusal> {
    if of.author == me {
        return Err(AppreciationRefusal::ThankOwn);
    }
    if of.thanked {
        return Err(AppreciationRefusal::AlreadyThanked);
    }
    Ok(Appreciation { thanked: true, ..of })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: IdentityId = IdentityId::from_bytes([1; 32]);
    const THEM: IdentityId = IdentityId::from_bytes([2; 32]);

    fn by(author: IdentityId, thanked: bool) -> Appreciation {
        Appreciation { author, text: "the soup".into(), written_on: "2026-11-27".into(), thanked }
    }

    #[test]
    fn only_its_author_changes_it_and_not_once_it_was_thanked_for() {
        assert_eq!(edited(by(ME, false), ME, "the tea".into()).map(|one| one.text), Ok("the tea".into()));
        assert_eq!(edited(by(ME, true), ME, "the tea".into()), Err(AppreciationRefusal::AlreadyThanked));
        assert_eq!(edited(by(THEM, false), ME, "the tea".into()), Err(AppreciationRefusal::NotYours));
        assert_eq!(
            (may_delete(&by(ME, true), ME), may_delete(&by(THEM, true), ME)),
            (Ok(()), Err(AppreciationRefusal::NotYours))
        );
    }

    #[test]
    fn the_receiver_thanks_once() {
        assert_eq!(thanked(by(THEM, false), ME), Ok(by(THEM, true)));
        assert_eq!(thanked(by(THEM, true), ME), Err(AppreciationRefusal::AlreadyThanked));
        assert_eq!(thanked(by(ME, false), ME), Err(AppreciationRefusal::ThankOwn));
    }
}
