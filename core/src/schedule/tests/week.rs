use jiff::{Timestamp, civil::date, tz::TimeZone};
use proptest::prelude::*;

use super::{
    super::{Week, availability::zone, slot::later},
    given::{ZONES, a_week, at, week},
};

#[test]
fn a_week_begins_on_monday_by_the_clock_that_one_looks_at() {
    let of = |text, name: &str| Week::of(at(text), &zone(name).unwrap()).to_string();
    assert_eq!(of("2026-11-22T23:59:59.999Z", "UTC"), "2026-W47");
    assert_eq!(of("2026-11-23T00:00Z", "UTC"), "2026-W48");
    assert_eq!(of("2026-11-22T15:00Z", "Asia/Tokyo"), "2026-W48");
    assert_eq!(of("2026-11-23T09:59Z", "Pacific/Honolulu"), "2026-W47");
    assert_eq!(week("2026-W53").next().to_string(), "2027-W01");
    assert_eq!(week("2027-W01").start(&TimeZone::UTC), at("2027-01-04T00:00Z"));
    assert_eq!(week("2027-W01").start(&zone("Pacific/Kiritimati").unwrap()), at("2027-01-03T10:00Z"));
}

#[test]
fn the_first_and_the_last_take_what_lies_beyond() {
    for name in ["Pacific/Kiritimati", "UTC", "Pacific/Niue"] {
        let zone = zone(name).unwrap();
        let of = |at| Week::of(at, &zone);
        assert_eq!(
            (of(Timestamp::MIN).to_string(), of(Timestamp::MIN).previous()),
            ("1970-W01".into(), of(Timestamp::MIN))
        );
        assert_eq!(
            (of(Timestamp::MAX).to_string(), of(Timestamp::MAX).next()),
            ("9998-W52".into(), of(Timestamp::MAX))
        );
        assert!(of(Timestamp::MAX).end(&zone) < Timestamp::MAX);
        assert!(!of(Timestamp::MIN).is_somewhere(Timestamp::MIN) && !of(Timestamp::MAX).is_somewhere(Timestamp::MAX));
    }
    assert_eq!(Week::of_date(date(1969, 12, 29)).monday(), date(1969, 12, 29));
}

#[test]
fn what_is_no_week_is_refused() {
    for text in
        ["", "2026-W54", "2025-W53", "2026-W00", "2026-W4", "2026-W048", "26-W48", "2026W48", "2026-w48", "+026-W48"]
    {
        assert!(text.parse::<Week>().is_err(), "{text}");
    }
    for beyond in ["1969-W52", "9999-W01", "0000-W01"] {
        assert!(beyond.parse::<Week>().is_err(), "{beyond}");
    }
}

proptest! {
    #[test]
    fn a_week_is_its_text_and_follows_the_one_before(week in a_week()) {
        prop_assert_eq!(week.to_string().parse(), Ok(week));
        prop_assert_eq!(week.next().since(week), 1);
        prop_assert_eq!(week.next().previous(), week);
        for name in ZONES {
            let zone = zone(name).unwrap();
            let (start, end) = (week.start(&zone), week.end(&zone));
            prop_assert_eq!(end, week.next().start(&zone));
            prop_assert_eq!((Week::of(start, &zone), Week::of(end, &zone)), (week, week.next()));
            prop_assert_eq!(Week::of(later(end, -1), &zone), week);
            prop_assert!(week.is_somewhere(start) && week.is_somewhere(later(end, -1)));
        }
    }
}
