//! Properties of how a week stands, over any proposals that two people could write, also wrong ones.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    super::{
        NotAllowed, Proposal, Reply, Slot, Verdict, Week, WeekStatus, answered,
        negotiation::{called_off, propose_allowed},
        week_status,
    },
    given::{at, slot, week},
};
use crate::{identity::IdentityId, records::RecordId};

pub fn this_week() -> Week {
    week("2026-W48")
}

pub const ANA: IdentityId = IdentityId::from_bytes([1; 32]);
pub const BEN: IdentityId = IdentityId::from_bytes([2; 32]);

fn a_slot() -> impl Strategy<Value = Slot> {
    let inside = (0..3_u8).prop_map(|day| slot(&format!("2026-11-2{}T18:00Z", day + 4), 30));
    prop_oneof![12 => inside, 1 => Just(slot("2026-12-01T18:00Z", 30)), 1 => Just(slot("2026-11-24T18:00Z", 0))]
}

/// What the other answered, and whether its author took it back.
fn said() -> impl Strategy<Value = (Verdict, bool)> {
    let verdict = prop_oneof![5 => Just(Verdict::Open), 1 => Just(Verdict::Accepted), 1 => Just(Verdict::Declined)];
    (verdict, prop_oneof![6 => Just(false), 1 => Just(true)])
}

fn a_proposal() -> impl Strategy<Value = Proposal> {
    let order = prop_oneof![3 => (0..2_u32, 0..5_u64).prop_map(Some), 1 => Just(None)];
    let instead_of = proptest::option::of((0..10_u8).prop_map(|id| RecordId([id; 16])));
    let in_week = prop_oneof![9 => Just(this_week()), 1 => Just(this_week().next())];
    (a_slot(), select(&[ANA, BEN][..]), instead_of, said(), order, in_week).prop_map(
        |(slot, by, instead_of, (verdict, withdrawn), order, week)| Proposal {
            id: RecordId([0; 16]),
            week,
            slot,
            by,
            exercise: "exercise".into(),
            instead_of,
            together: true,
            withdrawn,
            verdict,
            order,
        },
    )
}

fn a_thread() -> impl Strategy<Value = Vec<Proposal>> {
    vec(a_proposal(), 0..8).prop_map(|mut thread| {
        for (number, proposal) in (0..).zip(&mut thread) {
            proposal.id = RecordId([number; 16]);
        }
        thread
    })
}

/// How the other sees what one sees.
fn mirrored(status: WeekStatus) -> WeekStatus {
    match status {
        WeekStatus::MyProposal(id) => WeekStatus::TheirProposal(id),
        WeekStatus::TheirProposal(id) => WeekStatus::MyProposal(id),
        same => same,
    }
}

/// The thread with those that were written again in their places.
fn with(thread: &[Proposal], written: &[Proposal]) -> Vec<Proposal> {
    let again = |one: &Proposal| written.iter().find(|again| again.id == one.id).unwrap_or(one).clone();
    thread.iter().map(again).collect()
}

fn stands(thread: &[Proposal], me: IdentityId) -> WeekStatus {
    week_status(thread, this_week(), me, true)
}

proptest! {
    #[test]
    fn both_see_the_same_in_whatever_order_it_came(thread in a_thread(), shuffled in Just(()).prop_perturb(|(), random| random)) {
        let seen = stands(&thread, ANA);
        prop_assert_eq!(&seen, &mirrored(stands(&thread, BEN)));
        let (mut other, mut random) = (thread, shuffled);
        for place in (1..other.len()).rev() {
            other.swap(place, random.random_range(0..=place));
        }
        prop_assert_eq!(seen, stands(&other, ANA));
    }

    #[test]
    fn what_counts_is_open_and_can_be_answered(thread in a_thread()) {
        let now = at("2026-11-23T00:00Z");
        let reply = |id, me, reply| answered(&thread, id, me, reply, now);
        let allowed = |id, me, how| reply(id, me, how).map(|_| ());
        if let WeekStatus::TheirProposal(id) = stands(&thread, ANA) {
            prop_assert_eq!(allowed(id, ANA, Reply::Accept), Ok(()));
            prop_assert_eq!(allowed(id, ANA, Reply::Decline), Ok(()));
            prop_assert_eq!(allowed(id, ANA, Reply::Withdraw), Err(NotAllowed::NotYours));
            prop_assert_eq!(allowed(id, BEN, Reply::Accept), Err(NotAllowed::OwnProposal));
            prop_assert_eq!(allowed(id, BEN, Reply::Withdraw), Ok(()));
            let accepted = with(&thread, &[reply(id, ANA, Reply::Accept).unwrap()]);
            let of = thread.iter().find(|proposal| proposal.id == id).unwrap();
            prop_assert!(matches!(stands(&accepted, BEN), WeekStatus::Agreed(made) if made.slot == of.slot));
            for written in [reply(id, ANA, Reply::Decline), reply(id, BEN, Reply::Withdraw)] {
                prop_assert_ne!(stands(&with(&thread, &[written.unwrap()]), ANA), WeekStatus::TheirProposal(id));
            }
        }
        let acceptable = thread.iter().filter(|proposal| proposal.week == this_week() && allowed(proposal.id, ANA, Reply::Accept).is_ok());
        let acceptable: Vec<RecordId> = acceptable.map(|proposal| proposal.id).collect();
        match stands(&thread, ANA) {
            WeekStatus::TheirProposal(id) => prop_assert_eq!(acceptable, [id]),
            _ => prop_assert_eq!(acceptable, []),
        }
    }

    #[test]
    fn a_new_proposal_counts_when_it_is_allowed(mut thread in a_thread(), proposed in a_proposal()) {
        // All are in the log, so that the new one is the last.
        for (number, proposal) in (0..).zip(&mut thread) {
            proposal.order = Some((1, number));
        }
        let (this_week, now) = (this_week(), at("2026-11-23T00:00Z"));
        match propose_allowed(&thread, this_week, proposed.slot, now) {
            Ok(instead_of) => {
                let id = RecordId([99; 16]);
                let new = Proposal {
                    id,
                    order: Some((9, 0)),
                    instead_of,
                    week: this_week,
                    by: ANA,
                    withdrawn: false,
                    verdict: Verdict::Open,
                    ..proposed.clone()
                };
                thread.push(new);
                match stands(&thread, ANA) {
                    WeekStatus::Agreed(made) => prop_assert_eq!(made.slot, proposed.slot),
                    other => prop_assert_eq!(other, WeekStatus::MyProposal(id)),
                }
            }
            Err(NotAllowed::AlreadyAgreed) => prop_assert!(matches!(stands(&thread, ANA), WeekStatus::Agreed(_))),
            Err(other) => {
                prop_assert_eq!(other, NotAllowed::SlotOutsideWeek);
                prop_assert!(!this_week.is_somewhere(proposed.slot.at) || proposed.slot.minutes == 0);
            }
        }
    }

    #[test]
    fn what_is_called_off_is_off_and_nothing_else_was_agreed(thread in a_thread()) {
        let now = at("2026-11-23T00:00Z");
        let off = called_off(&thread, this_week(), ANA, true).unwrap_or_default();
        prop_assert_eq!(off.is_empty(), !matches!(stands(&thread, ANA), WeekStatus::Agreed(_)));
        for written in &off {
            let reply = if written.by == ANA { Reply::Withdraw } else { Reply::Decline };
            prop_assert_eq!(answered(&thread, written.id, ANA, reply, now), Ok(written.clone()));
        }
        prop_assert!(!matches!(stands(&with(&thread, &off), BEN), WeekStatus::Agreed(_)));
    }
}
