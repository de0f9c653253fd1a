//! A phone becomes another person's device only while its own person would miss nothing on it.

use tend_core::{InviteWay, Tend, content::Place, practice::Filters, schedule::Amount};

use super::phone;

/// Whether the phone takes an invite to become a device of somebody's.
fn joins(tend: &Tend) -> bool {
    let (_folder, other) = phone();
    other.pairing().use_server("http://127.0.0.1:9", None).unwrap();
    let invite = other.pairing().invite_device(InviteWay::Link).unwrap();
    match tend.pairing().accept(&invite.text) {
        Ok(_) => true,
        Err(error) => {
            assert_eq!(error.code, "phone_in_use");
            false
        }
    }
}

/// Something that a person does.
type Use = fn(&Tend);

#[test]
fn a_phone_that_was_only_opened_is_fresh() {
    let (_folder, tend) = phone();
    tend.today().read().unwrap();
    tend.today().opened().unwrap();
    tend.today().another().unwrap_or_default();
    assert!(!joins(&tend), "asking for another small thing is a choice");
    let (_folder, tend) = phone();
    tend.today().opened().unwrap();
    tend.nudges().rang("an id of no nudge").unwrap();
    assert!(joins(&tend));
}

#[test]
fn whatever_a_person_chose_or_wrote_makes_it_theirs() {
    let uses: [(&str, Use); 11] = [
        ("a name", |tend| tend.people().set_me("Robin", "", None).unwrap()),
        ("an appreciation", |tend| {
            tend.appreciations().write("the soup").unwrap();
        }),
        ("a surprise", |tend| {
            tend.surprises().add("a picnic").unwrap();
        }),
        ("times", |tend| tend.schedule().set_times(vec![evening()], Amount::Steady).unwrap()),
        ("a gentle day", |tend| {
            let seen = tend.nudges().preferences().unwrap();
            let mut wanted = seen.clone();
            wanted.gentle_days.push(tend_core::nudges::GentleDay { month: 5, day: 1, year: None });
            tend.nudges().set_preferences(&seen, &wanted).unwrap();
        }),
        ("a pause", |tend| tend.nudges().pause(None).unwrap()),
        ("a filter", |tend| {
            let wanted = Filters { place: Place::Home, ..Filters::default() };
            tend.practice().set_filters(Filters::default(), wanted).unwrap();
        }),
        ("a path", |tend| tend.practice().choose_path("solo").unwrap()),
        ("a small thing of a day that was done", |tend| {
            tend.today().opened().unwrap();
            tend.today().done().unwrap();
        }),
        ("far from each other", |tend| tend.practice().set_apart(true).unwrap()),
        ("children", |tend| tend.practice().set_children(true).unwrap()),
    ];
    for (name, use_it) in uses {
        let (_folder, tend) = phone();
        use_it(&tend);
        assert!(!joins(&tend), "{name} would be dropped without a word");
    }
}

fn evening() -> tend_core::schedule::TimeWindow {
    tend_core::schedule::TimeWindow {
        day: tend_core::schedule::Weekday::Friday,
        from: jiff::civil::time(19, 0, 0, 0),
        until: jiff::civil::time(21, 0, 0, 0),
    }
}
