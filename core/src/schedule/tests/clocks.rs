//! Couples and clocks as they are: each by hand.

use jiff::Timestamp;

use super::{
    super::{Availability, Slot, slots},
    given::{at, free, read, slot, week},
};

fn of_the_week(mine: &Availability, partner: Option<&Availability>, minutes: u16, in_week: &str) -> Vec<Slot> {
    slots(mine, partner, minutes, week(in_week), Timestamp::MIN, &[])
}

const ALL: [u8; 7] = [1, 2, 3, 4, 5, 6, 7];

#[test]
fn three_evenings_spread_over_the_week() {
    let mine = free("Europe/Berlin", &ALL, &["18:00-22:00"]);
    let partner = free("Europe/Berlin", &ALL, &["17:00-21:00"]);
    let offered = of_the_week(&mine, Some(&partner), 60, "2026-W48");
    assert_eq!(read(&offered, "Europe/Berlin"), ["Mon 18:30", "Wed 18:30", "Fri 18:30"]);
}

#[test]
fn evenings_are_no_later_than_necessary_and_mornings_no_earlier() {
    let late = free("Europe/Berlin", &[2, 4, 6], &["21:00-00:00", "00:00-03:00"]);
    assert_eq!(
        read(&of_the_week(&late, None, 60, "2026-W48"), "Europe/Berlin"),
        ["Tue 21:30", "Thu 21:30", "Sat 21:30"]
    );
    let any = free("Europe/Berlin", &[6], &["00:00-00:00"]);
    assert_eq!(
        read(&of_the_week(&any, None, 60, "2026-W48"), "Europe/Berlin"),
        ["Sat 09:00", "Sat 12:00", "Sat 15:00"]
    );
}

#[test]
fn a_narrow_window_is_used_to_its_edge_and_a_wider_one_is_not() {
    let narrow = free("Europe/Berlin", &[3], &["19:00-20:00"]);
    assert_eq!(read(&of_the_week(&narrow, None, 60, "2026-W48"), "Europe/Berlin"), ["Wed 19:00"]);
    let wider = free("Europe/Berlin", &[3], &["19:00-20:30"]);
    assert_eq!(read(&of_the_week(&wider, None, 60, "2026-W48"), "Europe/Berlin"), ["Wed 19:15"]);
}

#[test]
fn three_in_one_evening_when_there_is_room_for_just_three() {
    let mine = free("Europe/Berlin", &[3], &["19:00-20:30"]);
    let offered = of_the_week(&mine, None, 30, "2026-W48");
    assert_eq!(read(&offered, "Europe/Berlin"), ["Wed 19:00", "Wed 19:30", "Wed 20:00"]);
}

#[test]
fn nine_hours_apart_and_in_a_zone_of_half_hours() {
    let seoul = free("Asia/Seoul", &ALL, &["18:00-23:00"]);
    let london = free("Europe/London", &[2, 3, 4, 6], &["08:00-12:00"]);
    let offered = of_the_week(&london, Some(&seoul), 45, "2026-W48");
    assert_eq!(read(&offered, "Europe/London"), ["Tue 09:30", "Thu 09:30", "Sat 09:30"]);
    assert_eq!(read(&offered, "Asia/Seoul"), ["Tue 18:30", "Thu 18:30", "Sat 18:30"]);
    let delhi = free("Asia/Kolkata", &[1, 3, 5], &["20:00-23:00"]);
    let berlin = free("Europe/Berlin", &[1, 3, 5], &["15:00-18:00"]);
    let offered = of_the_week(&berlin, Some(&delhi), 60, "2026-W48");
    assert_eq!(read(&offered, "Europe/Berlin"), ["Mon 16:00", "Wed 16:00", "Fri 16:00"]);
    assert_eq!(read(&offered, "Asia/Kolkata"), ["Mon 20:30", "Wed 20:30", "Fri 20:30"]);
}

#[test]
fn opposite_windows_have_no_slot_and_what_overlaps_has_its_length() {
    let mornings = free("Europe/Berlin", &ALL, &["06:00-08:00"]);
    let evenings = free("Europe/Berlin", &ALL, &["18:00-20:00"]);
    assert_eq!(of_the_week(&mornings, Some(&evenings), 10, "2026-W48"), []);
    let overlapping = free("Europe/Berlin", &[2], &["07:20-09:00"]);
    let has_room = |minutes, now, taken: &[Slot]| {
        !slots(&mornings, Some(&overlapping), minutes, week("2026-W48"), now, taken).is_empty()
    };
    assert_eq!([30, 31].map(|minutes| has_room(minutes, Timestamp::MIN, &[])), [true, false], "from 07:30 to 08:00");
    let taken = [slot("2026-11-24T06:50Z", 60)];
    assert_eq!([20, 21].map(|minutes| has_room(minutes, Timestamp::MIN, &taken)), [true, false], "from 07:30 to 07:50");
    let late = at("2026-11-24T06:31Z");
    assert_eq!([15, 16].map(|minutes| has_room(minutes, late, &[])), [true, false], "from 07:45 to 08:00");
}

#[test]
fn when_only_one_changes_the_clock_the_hours_move_for_that_week() {
    // New York goes forward on 8 March 2026, Berlin on 29 March: in between they are five hours apart and not six.
    let york = free("America/New_York", &[3], &["12:00-15:00"]);
    let berlin = free("Europe/Berlin", &[3], &["20:00-22:00"]);
    for (in_week, in_berlin, in_york) in [
        ("2026-W10", "Wed 20:00", "Wed 14:00"),
        ("2026-W11", "Wed 20:00", "Wed 15:00"),
        ("2026-W14", "Wed 20:00", "Wed 14:00"),
    ] {
        let offered = of_the_week(&york, Some(&berlin), 60, in_week);
        match in_week {
            "2026-W11" => assert_eq!(offered, [], "15:00 in New York is 20:00 in Berlin"),
            _ => {
                assert_eq!(read(&offered, "Europe/Berlin"), [in_berlin]);
                assert_eq!(read(&offered, "America/New_York"), [in_york]);
            }
        }
    }
}

#[test]
fn windows_until_midnight_reach_into_the_next_day() {
    let night = free("Europe/Berlin", &[5], &["23:15-00:00"]);
    assert_eq!(read(&of_the_week(&night, None, 45, "2026-W48"), "Europe/Berlin"), ["Fri 23:15"]);
    let mut over = night.clone();
    over.windows.extend(free("Europe/Berlin", &[6], &["00:00-00:45"]).windows);
    assert_eq!(read(&of_the_week(&over, None, 60, "2026-W48"), "Europe/Berlin"), ["Fri 23:30"]);
}

#[test]
fn a_skipped_hour_is_not_there() {
    // In Berlin on 29 March 2026 the clock goes from 02:00 to 03:00.
    let sunday = |time| of_the_week(&free("Europe/Berlin", &[7], &[time]), None, 15, "2026-W13");
    assert_eq!(sunday("02:00-03:00"), []);
    assert_eq!(sunday("02:15-02:45"), []);
    assert_eq!(sunday("01:45-02:30"), [slot("2026-03-29T00:45Z", 15)]);
    assert_eq!(sunday("02:30-03:45"), [slot("2026-03-29T01:30Z", 15)], "from 03:30");
    let through = of_the_week(&free("Europe/Berlin", &[7], &["01:30-03:30"]), None, 60, "2026-W13");
    assert_eq!(through, [slot("2026-03-29T00:30Z", 60)], "an hour is an hour, from 01:30 to 03:30");
}

#[test]
fn a_repeated_hour_counts_once() {
    // In Berlin on 25 October 2026 the clock goes from 03:00 back to 02:00.
    let sunday = |time, minutes| of_the_week(&free("Europe/Berlin", &[7], &[time]), None, minutes, "2026-W43");
    assert_eq!(sunday("02:00-03:00", 60), [slot("2026-10-25T00:00Z", 60)]);
    assert_eq!(sunday("02:30-03:30", 45), []);
    assert_eq!(sunday("02:30-03:30", 30), [slot("2026-10-25T00:30Z", 30), slot("2026-10-25T02:00Z", 30)]);
    // In Havana on 1 November 2026 the clock goes from 01:00 back to 00:00: the day itself begins twice.
    let havana = of_the_week(&free("America/Havana", &[7], &["00:00-01:00"]), None, 60, "2026-W44");
    assert_eq!(havana, [slot("2026-11-01T04:00Z", 60)]);
}

#[test]
fn what_is_past_gives_its_place_to_what_comes_later() {
    let mine = free("Europe/Berlin", &[1, 3, 5, 6, 7], &["18:00-22:00"]);
    let offered = |now| read(&slots(&mine, None, 60, week("2026-W48"), at(now), &[]), "Europe/Berlin");
    assert_eq!(offered("2026-11-23T17:30Z"), ["Mon 18:30", "Wed 18:30", "Fri 18:30"]);
    assert_eq!(offered("2026-11-23T17:31Z"), ["Wed 18:30", "Fri 18:30", "Sun 18:30"]);
    assert_eq!(offered("2026-11-25T18:00Z"), ["Fri 18:30", "Sat 18:30", "Sun 18:30"]);
    assert_eq!(offered("2026-11-30T00:00Z"), [""; 0]);
}
