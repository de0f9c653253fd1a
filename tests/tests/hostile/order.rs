//! What is first in the log is first on both phones, no matter whose it is and how each came to know of it.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use tend_core::{
    schedule::Week,
    sync::{Failure, Request},
};
use tend_protocol::{Append, Call};
use tend_tests::simulation::Server;

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

/// A message that was read, lost with the server's log and sent again byte for byte cannot be opened a second time. Its new place counts.
#[test]
fn a_proposal_that_is_lost_and_sent_again_has_its_place_on_both_phones() {
    let mut couple = Couple::new();
    let tablet = couple.link_to(ROBIN);
    couple.say(tablet, "a first word, after which nobody changes keys");
    couple.rest();
    let copy = couple.server.keep_copy();
    for phone in [ALEX, ROBIN] {
        propose(&couple, phone);
    }
    let unanswered = |server: &Server, request: &Request| match (request.path, server.serve(request)) {
        (Append::PATH, _) => Err(Failure::Unreachable),
        (_, answer) => answer,
    };
    let not_reached = |server: &Server, request: &Request| match request.path {
        Append::PATH => Err(Failure::Unreachable),
        _ => server.serve(request),
    };
    couple.round(ALEX, unanswered).unwrap_err();
    couple.round(ROBIN, not_reached).unwrap_err();
    couple.server.put_back(&copy);
    couple.say(tablet, "before it, this time");
    couple.rest();
    let expected = Some(time(&couple, ALEX));
    assert_eq!(waiting(&couple), [expected; 2]);
}

#[test]
fn a_time_that_is_years_away_is_not_proposed() {
    let couple = Couple::new();
    let at = time(&couple, ALEX);
    let years = |weeks: i64| at.checked_add(SignedDuration::from_hours(weeks * 7 * 24)).unwrap();
    let propose =
        |weeks| couple.phones[ALEX].tend().schedule().propose(years(weeks), 30, None).map_err(|error| error.code);
    assert!(propose(50).is_ok());
    assert_eq!(propose(53), Err("slot_outside_week"));
}
