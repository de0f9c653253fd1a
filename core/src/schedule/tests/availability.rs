use proptest::prelude::*;

use super::{
    super::{Amount, Availability, BadAvailability, Week, Weekday},
    given::{ZONES, an_availability, free, week, windows},
};

#[test]
fn what_is_not_valid_says_why() {
    let good = free("Europe/Berlin", &[1], &["18:00-20:00"]);
    let refused = |availability: Availability| availability.validate().map_err(BadAvailability::code);
    assert_eq!(refused(good.clone()), Ok(good.clone()));
    assert_eq!(refused(Availability { windows: vec![], ..good.clone() }), Err("no_windows"));
    let many = windows(&[1, 2, 3, 4, 5, 6, 7], &["01:00-02:00", "03:00-04:00", "05:00-06:00", "07:00-08:00"]);
    assert!(refused(Availability { windows: many.clone(), ..good.clone() }).is_ok());
    let many = [many, windows(&[1], &["10:00-11:00"])].concat();
    assert_eq!(refused(Availability { windows: many, ..good.clone() }), Err("too_many_windows"));
    for backwards in ["20:00-18:00", "18:00-18:00", "23:00-11:01"] {
        assert_eq!(refused(free("Europe/Berlin", &[1], &[backwards])), Err("window_backwards"));
    }
    for unknown in ["", "Mars/Olympus", "Etc/Unknown", "../etc/passwd", "CET-1CEST"] {
        assert_eq!(refused(free(unknown, &[1], &["18:00-20:00"])), Err("zone_unknown"), "{unknown}");
    }
    for known in ZONES.into_iter().chain(["UTC", "Asia/Calcutta"]) {
        assert!(refused(free(known, &[1], &["00:00-00:00"])).is_ok(), "{known}");
    }
}

#[test]
fn windows_that_overlap_or_touch_are_one() {
    let merged = |times: &[&str]| free("UTC", &[2], times).validate().unwrap().windows;
    assert_eq!(merged(&["18:00-20:00", "19:00-21:00"]), windows(&[2], &["18:00-21:00"]));
    assert_eq!(merged(&["20:00-22:00", "18:00-20:00"]), windows(&[2], &["18:00-22:00"]));
    assert_eq!(merged(&["18:00-00:00", "19:00-20:00", "22:00-00:00"]), windows(&[2], &["18:00-00:00"]));
    assert_eq!(merged(&["08:00-09:00", "18:00-19:00"]), windows(&[2], &["08:00-09:00", "18:00-19:00"]));
    let two_days = free("UTC", &[3, 2], &["18:00-00:00"]).validate().unwrap().windows;
    assert_eq!(two_days, windows(&[2, 3], &["18:00-00:00"]));
}

#[test]
fn a_window_over_midnight_is_two() {
    let normal = |days: &[u8], times: &[&str]| free("UTC", days, times).validate().unwrap().windows;
    assert_eq!(
        normal(&[6], &["22:00-02:00"]),
        [windows(&[6], &["22:00-00:00"]), windows(&[7], &["00:00-02:00"])].concat()
    );
    assert_eq!(
        normal(&[7], &["22:00-02:00"]),
        [windows(&[1], &["00:00-02:00"]), windows(&[7], &["22:00-00:00"])].concat()
    );
    assert_eq!(normal(&[6], &["22:00-00:00"]), windows(&[6], &["22:00-00:00"]));
    let night = free("UTC", &[1, 2, 3, 4, 5, 6, 7], &["01:00-02:00", "03:00-04:00", "05:00-06:00", "23:00-00:30"]);
    assert_eq!(night.validate(), Err(BadAvailability::TooManyWindows), "these are 35");
}

#[test]
fn of_two_wishes_the_smaller_counts() {
    assert_eq!(Amount::Deep.shared(Amount::Light), Amount::Light);
    assert_eq!(Amount::Steady.shared(Amount::Deep), Amount::Steady);
    let (before, this): (Week, Week) = (week("2026-W47"), week("2026-W48"));
    assert!(Amount::Light.is_due(this, None) && Amount::Light.is_due(this.next(), Some(before)));
    assert!(!Amount::Light.is_due(this, Some(before)), "every second week");
    assert!(Amount::Steady.is_due(this, Some(before)) && !Amount::Steady.is_due(this, Some(this)));
}

fn stored<T: serde::Serialize, R: serde::de::DeserializeOwned>(value: &T) -> Result<R, String> {
    let value = ciborium::Value::serialized(value).map_err(|error| error.to_string())?;
    value.deserialized().map_err(|error| error.to_string())
}

#[test]
fn what_a_later_version_adds_does_no_harm() {
    #[derive(serde::Serialize)]
    struct Later {
        windows: Vec<(&'static str, u8)>,
        zone: &'static str,
        mood: &'static str,
    }
    let read: Availability = stored(&Later { windows: vec![], zone: "UTC", mood: "calm" }).unwrap();
    assert_eq!(read.amount, Amount::Steady, "its default");
    assert!(stored::<u8, Weekday>(&8).is_err() && stored::<u8, Weekday>(&0).is_err());
    assert_eq!(stored::<u8, Weekday>(&1), Ok(Weekday::Monday));
    assert_eq!(stored::<Week, String>(&week("2026-W48")), Ok("2026-W48".into()));
}

proptest! {
    #[test]
    fn the_normal_form_is_its_own_and_is_stored_as_it_is(availability in an_availability()) {
        let normal = availability.validate().unwrap();
        prop_assert_eq!(normal.validate(), Ok(normal.clone()));
        prop_assert_eq!(stored(&availability), Ok(availability));
    }
}
