//! Properties of what is offered, against a plain second reading of the rules: instant by instant.

use jiff::{SignedDuration, Timestamp, civil::Time, tz::TimeZone};
use proptest::prelude::*;

use super::{
    super::{
        Availability, LONGEST_MINUTES, Slot, TimeWindow, Week, Weekday, availability::zone, slots, slots::week_zone,
    },
    given::{a_length, a_scene},
};

/// Whether an instant is in a person's windows, by what their clock shows.
fn has_time(person: &Availability, zone: &TimeZone, at: Timestamp) -> bool {
    let clock = zone.to_datetime(at);
    let resolved = |clock| zone.to_ambiguous_timestamp(clock).compatible().unwrap();
    let in_a_window = person.windows.iter().any(|window| {
        window.day == Weekday::of(clock.date())
            && window.from <= clock.time()
            && (clock.time() < window.until || window.until == Time::midnight())
            && resolved(clock.date().to_datetime(window.from)) <= at
    });
    // Of an hour that is shown twice the second showing is not the one that a time on the clock means.
    in_a_window && resolved(clock) == at
}

fn is_possible(people: [&Availability; 2], slot: Slot, taken: &[Slot]) -> bool {
    let minutes = (0..i64::from(slot.minutes)).step_by(5).map(|minute| minute * 60);
    let seconds = minutes.chain([i64::from(slot.minutes) * 60 - 1]);
    let instants: Vec<Timestamp> = seconds.map(|second| slot.at + SignedDuration::from_secs(second)).collect();
    let free = taken.iter().all(|other| other.minutes == 0 || other.end() <= slot.at || slot.end() <= other.at);
    let has_time = |person: &Availability| {
        let (person, zone) = (person.validate().unwrap(), zone(&person.zone).unwrap());
        instants.iter().all(|at| has_time(&person, &zone, *at))
    };
    free && people.into_iter().all(has_time)
}

fn all_possible(people: [&Availability; 2], minutes: u16, week: Week, taken: &[Slot]) -> Vec<Slot> {
    let zone = week_zone(people).unwrap();
    // A week in which clocks change has an hour less or more.
    let starts = (0..8 * 24 * 4).map(|quarter| week.start(&zone) + SignedDuration::from_mins(quarter * 15));
    let starts = starts.filter(|at| *at < week.end(&zone));
    starts.map(|at| Slot { at, minutes }).filter(|slot| is_possible(people, *slot, taken)).collect()
}

/// Whether no two are on the same day, for either of the people.
fn on_different_days(people: [&Availability; 2], slots: &[Slot]) -> bool {
    people.into_iter().all(|person| {
        let zone = zone(&person.zone).unwrap();
        let days: Vec<_> = slots.iter().map(|slot| zone.to_datetime(slot.at).date()).collect();
        (1..days.len()).all(|day| !days[..day].contains(&days[day]))
    })
}

fn none_overlap(slots: &[Slot]) -> bool {
    slots.windows(2).all(|pair| pair[0].end() <= pair[1].at)
}

/// The most slots, up to three, that suit each other.
fn most(possible: &[Slot], suits: &dyn Fn(&[Slot]) -> bool) -> usize {
    let mut most = possible.len().min(1);
    for (place, first) in possible.iter().enumerate() {
        for (further, second) in possible[place..].iter().enumerate() {
            if !suits(&[*first, *second]) {
                continue;
            }
            most = 2;
            if possible[place + further..].iter().any(|third| suits(&[*first, *second, *third])) {
                return 3;
            }
        }
    }
    most
}

proptest! {
    #[test]
    fn each_of_the_two_gets_the_same(
        (mine, partner, (week, now, taken)) in a_scene(), minutes in a_length()
    ) {
        let offered = slots(&mine, Some(&partner), minutes, week, now, &taken);
        prop_assert_eq!(&offered, &slots(&partner, Some(&mine), minutes, week, now, &taken));
        let mut reordered = partner.clone();
        reordered.windows.reverse();
        prop_assert_eq!(&offered, &slots(&mine, Some(&reordered), minutes, week, now, &taken));
    }

    #[test]
    fn every_slot_keeps_the_promises(
        (mine, partner, (week, now, taken)) in a_scene(), minutes in a_length()
    ) {
        let offered = slots(&mine, Some(&partner), minutes, week, now, &taken);
        prop_assert!(offered.len() <= 3 && none_overlap(&offered));
        let clock = week_zone([&mine, &partner]).unwrap();
        for slot in slots(&mine, None, minutes, week, now, &taken) {
            prop_assert!(is_possible([&mine, &mine], slot, &taken), "alone: {slot:?}");
        }
        for slot in offered {
            prop_assert!(is_possible([&mine, &partner], slot, &taken), "{slot:?}");
            prop_assert!(slot.minutes == minutes && slot.at >= now && Week::of(slot.at, &clock) == week);
            for zone_name in [&mine.zone, &partner.zone] {
                let clock = zone(zone_name).unwrap().to_datetime(slot.at);
                prop_assert_eq!((clock.minute() % 15, clock.second(), clock.subsec_nanosecond()), (0, 0, 0));
            }
        }
    }

    #[test]
    fn as_many_days_and_as_many_slots_as_there_is_room_for(
        (mine, partner, (week, _, taken)) in a_scene(), minutes in a_length()
    ) {
        let people = [&mine, &partner];
        let possible = all_possible(people, minutes, week, &taken);
        let offered = slots(&mine, Some(&partner), minutes, week, Timestamp::MIN, &taken);
        let apart = |slots: &[Slot]| on_different_days(people, slots) && none_overlap(slots);
        prop_assert_eq!(most(&offered, &apart), most(&possible, &apart));
        prop_assert_eq!(offered.len(), most(&possible, &none_overlap));
    }

    #[test]
    fn also_late_in_a_week_of_people_in_one_zone(
        (mine, partner, (week, now, taken)) in a_scene(), minutes in a_length()
    ) {
        // What stays offered could reach over midnight and so take the room of the next day; here nothing does.
        let before_midnight = |window: &TimeWindow| match window.until == Time::midnight() {
            true => TimeWindow { until: Time::constant(23, 45, 0, 0), ..*window },
            false => *window,
        };
        let windows: Vec<TimeWindow> = mine.windows.iter().map(before_midnight).filter(|window| window.from < window.until).collect();
        prop_assume!(!windows.is_empty());
        let mine = Availability { windows, ..mine };
        let partner = Availability { zone: mine.zone.clone(), ..partner };
        let people = [&mine, &partner];
        let mut possible = all_possible(people, minutes, week, &taken);
        possible.retain(|slot| slot.at >= now);
        let offered = slots(&mine, Some(&partner), minutes, week, now, &taken);
        prop_assert_eq!(offered.is_empty(), possible.is_empty());
        let apart = |slots: &[Slot]| on_different_days(people, slots) && none_overlap(slots);
        prop_assert_eq!(most(&offered, &apart), most(&possible, &apart));
    }

    #[test]
    fn what_is_offered_stays_until_it_is_past(
        (mine, partner, (week, now, taken)) in a_scene(), minutes in a_length(),
        hours in 0..100_i64
    ) {
        let then = now + SignedDuration::from_hours(hours);
        let before = slots(&mine, Some(&partner), minutes, week, now, &taken);
        let after = slots(&mine, Some(&partner), minutes, week, then, &taken);
        for slot in before.iter().filter(|slot| slot.at >= then) {
            prop_assert!(after.contains(slot), "{slot:?} is gone: {before:?}, {after:?}");
        }
        prop_assert_eq!(&after, &slots(&mine, Some(&partner), minutes, week, then, &taken));
    }

    #[test]
    fn a_shorter_session_has_room_where_a_longer_one_has(
        (mine, partner, (week, now, taken)) in a_scene(), minutes in a_length(), shorter in a_length()
    ) {
        let has_room = |minutes| !slots(&mine, Some(&partner), minutes, week, now, &taken).is_empty();
        prop_assert!(!has_room(minutes) || has_room(shorter.min(minutes)));
    }

    #[test]
    fn alone_is_as_with_somebody_who_has_the_same_time(
        (mine, _, (week, now, taken)) in a_scene(), minutes in a_length()
    ) {
        let alone = slots(&mine, None, minutes, week, now, &taken);
        prop_assert_eq!(alone, slots(&mine, Some(&mine), minutes, week, now, &taken));
    }

    #[test]
    fn what_is_not_valid_offers_nothing((mine, _, (week, now, _)) in a_scene()) {
        let unknown = Availability { zone: "Mars/Olympus".into(), ..mine.clone() };
        for minutes in [30, 0, LONGEST_MINUTES + 1, u16::MAX] {
            prop_assert_eq!(slots(&mine, Some(&unknown), minutes, week, now, &[]), vec![]);
        }
        prop_assert_eq!(slots(&mine, None, 0, week, now, &[]), vec![]);
        prop_assert_eq!(slots(&mine, None, LONGEST_MINUTES + 1, week, now, &[]), vec![]);
    }
}
