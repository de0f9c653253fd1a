use super::{Purpose, Refused, Side, Stage};
use crate::refusal::refusals;

refusals! {
    /// Why an invite cannot be made, taken or confirmed.
    PairingRefusal {
        /// A person has at most one partner in Tend.
        AlreadyPaired = "already_paired",
        /// The phone holds what its person would miss, and cannot become another's.
        PhoneInUse = "phone_in_use",
        /// Nobody answers their own invite.
        OwnInvite = "own_invite",
        /// It is not a whole invite.
        InviteUnreadable = "invite_unreadable",
        /// It came to nothing.
        InviteGone = "invite_gone",
        /// The other phone has not been there yet.
        NothingToConfirm = "nothing_to_confirm",
    }
}

impl From<Refused> for PairingRefusal {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::OwnInvite => Self::OwnInvite,
            _ => Self::InviteUnreadable,
        }
    }
}

/// Whether a person may invite.
///
/// # Errors
/// [`PairingRefusal::AlreadyPaired`].
pub fn may_invite(purpose: Purpose, paired: bool) -> Result<(), PairingRefusal> {
    if purpose == Purpose::Pair && paired { Err(PairingRefusal::AlreadyPaired) } else { Ok(()) }
}

/// Whether an invite may be taken on this phone; `in_use` says that it holds what its person would miss.
///
/// # Errors
/// [`PairingRefusal::AlreadyPaired`], [`PairingRefusal::PhoneInUse`].
pub fn may_join(purpose: Purpose, paired: bool, in_use: bool) -> Result<(), PairingRefusal> {
    may_invite(purpose, paired)?;
    if purpose == Purpose::Link && (paired || in_use) { Err(PairingRefusal::PhoneInUse) } else { Ok(()) }
}

/// Whether there is something to say yes to. `in_use` says that the phone holds what its person would miss: only the one that joins when
/// linking asks that again. A yes that was said before changes nothing, and neither does a second one.
///
/// # Errors
/// [`PairingRefusal::NothingToConfirm`], [`PairingRefusal::InviteGone`], [`PairingRefusal::AlreadyPaired`],
/// [`PairingRefusal::PhoneInUse`].
pub fn may_confirm(
    stage: Stage,
    purpose: Purpose,
    role: Side,
    paired: bool,
    in_use: bool,
) -> Result<(), PairingRefusal> {
    match (stage, role) {
        (Stage::Meeting, _) => Err(PairingRefusal::NothingToConfirm),
        (Stage::Ended(_), _) => Err(PairingRefusal::InviteGone),
        (Stage::Confirmed | Stage::Open, _) => Ok(()),
        (Stage::Comparing, Side::Inviter) => may_invite(purpose, paired),
        (Stage::Comparing, Side::Joiner) => may_join(purpose, paired, in_use),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairing::Mismatch;

    #[test]
    fn a_phone_becomes_anothers_only_while_it_is_empty() {
        assert_eq!(may_join(Purpose::Link, false, false), Ok(()));
        assert_eq!(may_join(Purpose::Link, false, true), Err(PairingRefusal::PhoneInUse));
        assert_eq!(may_join(Purpose::Link, true, false), Err(PairingRefusal::PhoneInUse));
        assert_eq!(
            may_join(Purpose::Pair, false, true),
            Ok(()),
            "what one wrote does not stand in the way of a partner"
        );
    }

    #[test]
    fn a_person_has_one_partner() {
        assert_eq!(may_invite(Purpose::Pair, true), Err(PairingRefusal::AlreadyPaired));
        assert_eq!(may_join(Purpose::Pair, true, false), Err(PairingRefusal::AlreadyPaired));
        assert_eq!(may_invite(Purpose::Link, true), Ok(()));
        for role in [Side::Inviter, Side::Joiner] {
            let confirm = |stage| may_confirm(stage, Purpose::Pair, role, true, false);
            assert_eq!(confirm(Stage::Comparing), Err(PairingRefusal::AlreadyPaired));
            assert_eq!(confirm(Stage::Open), Ok(()), "it may be that very pairing");
        }
    }

    #[test]
    fn there_is_something_to_confirm_once_both_have_met() {
        let ended = Stage::Ended(Mismatch::Cancelled);
        let confirm = |stage, role| may_confirm(stage, Purpose::Link, role, false, true);
        assert_eq!(confirm(Stage::Meeting, Side::Joiner), Err(PairingRefusal::NothingToConfirm));
        assert_eq!(confirm(ended, Side::Joiner), Err(PairingRefusal::InviteGone));
        assert_eq!(confirm(Stage::Confirmed, Side::Joiner), Ok(()), "again: no change");
        assert_eq!(confirm(Stage::Comparing, Side::Joiner), Err(PairingRefusal::PhoneInUse), "since it was scanned");
        assert_eq!(confirm(Stage::Comparing, Side::Inviter), Ok(()), "the one that they have is in use");
    }
}
