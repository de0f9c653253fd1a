//! What is first in the log is first on both phones, no matter whose it is and how each came to know of it.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use tend_core::schedule::Week;

use super::couple::{ALEX, Couple, ROBIN};

/// The week after this one.
fn next_week(couple: &Couple) -> Week {
    couple.phones[ALEX].tend().schedule().weeks().unwrap()[1].week
}

/// The time that each proposes.
fn time(couple: &Couple, phone: usize) -> Timestamp {
    let day = if phone == ALEX { 1 } else { 3 };
    let start = Week::start(next_week(couple), &TimeZone::UTC);
    start.checked_add(SignedDuration::from_hours(24 * day + 18)).unwrap()
}

fn propose(couple: &Couple, phone: usize) {
    couple.phones[phone].tend().schedule().propose(time(couple, phone), 30, None).unwrap();
}

/// The proposal that waits on each phone.
fn waiting(couple: &Couple) -> [Option<Timestamp>; 2] {
    [ALEX, ROBIN].map(|phone| {
        let weeks = couple.phones[phone].tend().schedule().weeks().unwrap();
        let week = weeks.into_iter().find(|one| one.week == next_week(couple)).unwrap();
        week.proposal.map(|one| one.time.at)
    })
}

#[test]
fn of_two_proposals_that_are_made_at_once_the_first_in_the_log_counts_on_both_phones() {
    for first in [ALEX, ROBIN] {
        let mut couple = Couple::new();
        for phone in [ALEX, ROBIN] {
            propose(&couple, phone);
        }
        couple.honest(first);
        couple.rest();
        let expected = Some(time(&couple, first));
        assert_eq!(waiting(&couple), [expected; 2], "{first} was first");
    }
}

/// The log of the generation in which one of them came is over, and the other comes in the next.
#[test]
fn a_proposal_of_an_earlier_generation_is_before_those_of_a_later_one() {
    for first in [ALEX, ROBIN] {
        let mut couple = Couple::new();
        let second = 1 - first;
        propose(&couple, first);
        propose(&couple, second);
        couple.honest(first);
        // The other opens the next generation without having read of it.
        couple
            .round_of_pages(second, |page| {
                if page.current_generation == 0 {
                    page.entries.clear();
                    page.head = page.at.seq;
                    page.epoch += 1;
                }
            })
            .unwrap();
        assert_eq!(couple.state(second).unwrap().generation, 1);
        couple.rest();
        let expected = Some(time(&couple, first));
        assert_eq!(waiting(&couple), [expected; 2], "{first} was first");
    }
}
