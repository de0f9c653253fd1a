use jiff::Timestamp;
use proptest::prelude::*;

use super::{
    super::Week,
    given::{a_week, at, week},
};

#[test]
fn a_week_begins_on_monday_in_utc() {
    assert_eq!(Week::of(at("2026-11-22T23:59:59.999Z")).to_string(), "2026-W47");
    assert_eq!(Week::of(at("2026-11-23T00:00Z")).to_string(), "2026-W48");
    assert_eq!(week("2026-W53").next().to_string(), "2027-W01");
    assert_eq!(week("2027-W01").start(), at("2027-01-04T00:00Z"));
}

#[test]
fn the_first_and_the_last_take_what_lies_beyond() {
    assert_eq!(Week::of(Timestamp::MIN).to_string(), "1970-W01");
    assert_eq!(Week::of(Timestamp::MAX).to_string(), "9998-W52");
    assert_eq!(Week::of(Timestamp::MAX).next(), Week::of(Timestamp::MAX));
    assert!(Week::of(Timestamp::MAX).end() < Timestamp::MAX);
    assert_eq!(Week::of(at("1969-12-29T00:00Z")).start(), at("1969-12-29T00:00Z"));
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
        prop_assert_eq!(week.end(), week.next().start());
        prop_assert_eq!(Week::of(week.start()), week);
        prop_assert_eq!(week.next().since(week), 1);
        prop_assert!(week.contains(week.start()) && !week.contains(week.end()));
    }
}
