//! What is noted of nudges: that they rang, were put off, and were answered.

use ciborium::Value;
use jiff::ZonedDateTime;

use super::support::*;
use crate::{
    identity::IdentityId,
    nudges::*,
    records::{self, Found, Origin, RecordId, Shown, Stamp, Versions},
    romance::Appreciation,
};

const NOW: &str = "2026-05-12T12:30Z";

fn asked(now: &ZonedDateTime, fired: Vec<Fired>) -> NudgesInput<'_> {
    let rules = rules([rule("a", NudgeKind::Caring, RuleSchedule::Daily, "12:00-12:30")]);
    input(now, rules, History { fired, done: Vec::new() })
}

fn note(kind: NudgeKind, date: &str, answered: bool) -> Fired {
    let (rule, day) = (kind.name().to_owned(), day(date));
    let (id, at) = (format!("{rule}@{day}"), at(&format!("{date}T12:00Z")));
    Fired { id, rule, kind, at, day, answered, snoozed_until: None, asked: false }
}

#[test]
fn what_was_due_in_the_last_week_rang_once() {
    let now = now(NOW, "UTC");
    let late = |id: &str| rang(&asked(&now, Vec::new()), id);
    let today = late("a@2026-05-12").unwrap();
    assert_eq!((today.day, today.kind, today.answered), (day("2026-05-12"), NudgeKind::Caring, false));
    assert!(today.at <= at(NOW) && today.at >= at("2026-05-12T12:00Z"));
    assert!(late("a@2026-05-06").is_some());
    assert_eq!([late("a@2026-05-05"), late("a@2026-05-13"), late("keep-going")], [None, None, None]);
    assert_eq!(rang(&asked(&now, vec![today.clone()]), &today.id), None, "it is noted already");
}

#[test]
fn what_rang_is_put_off_for_a_week_at_most() {
    let history = History { fired: vec![note(NudgeKind::Caring, "2026-05-12", false)], done: Vec::new() };
    let snoozed = |id: &str, until| snoozed(&history, id, until, &now(NOW, "UTC"));
    let later = snoozed("caring@2026-05-12", at(NOW) + days(7)).unwrap();
    assert_eq!((later.snoozed_until, later.answered, later.at), (Some(at(NOW) + days(7)), false, history.fired[0].at));
    for until in [at(NOW), at(NOW) - hours(1), at(NOW) + days(7) + hours(1)] {
        assert_eq!(snoozed("caring@2026-05-12", until), Err(NudgeRefusal::OutOfRange));
    }
    assert_eq!(snoozed("caring@2026-05-11", at(NOW) + hours(1)), Err(NudgeRefusal::DidNotRing));
}

#[test]
fn a_week_of_putting_off_is_one_of_the_calendar() {
    let history = History { fired: vec![note(NudgeKind::Caring, "2026-10-22", false)], done: Vec::new() };
    let week = |zone, from, until| snoozed(&history, "caring@2026-10-22", at(until), &now(from, zone)).is_ok();
    for (zone, from, same_hour, later) in [
        ("Europe/Berlin", "2026-10-22T16:30Z", "2026-10-29T17:30Z", "2026-10-29T17:31Z"),
        ("Europe/Berlin", "2026-03-25T17:30Z", "2026-04-01T16:30Z", "2026-04-01T16:31Z"),
        ("America/Santiago", "2026-09-03T16:00Z", "2026-09-10T15:00Z", "2026-09-10T15:01Z"),
        ("Australia/Lord_Howe", "2026-04-02T06:00Z", "2026-04-09T06:30Z", "2026-04-09T06:31Z"),
    ] {
        assert!(week(zone, from, same_hour) && !week(zone, from, later), "{zone} {from}");
    }
}

#[test]
fn what_a_wrong_clock_noted_is_not_the_latest() {
    let ahead = note(NudgeKind::Caring, "2027-05-12", true);
    let today = note(NudgeKind::Caring, "2026-05-12", false);
    let notes = [ahead.clone(), today.clone()];
    let opening = opened(found(&notes), Some(&LastUsed { device: PHONE }), PHONE, day("2026-05-12"));
    assert_eq!(opening.answered, [Fired { answered: true, ..today.clone() }]);
    let done = |date: &str| Done { kind: NudgeKind::Caring, at: at(&format!("{date}T12:00Z")), day: day(date) };
    let history = |today: &str| History::by(day(today), notes.to_vec(), vec![done("2027-05-12"), done("2026-05-13")]);
    assert_eq!(history("2026-05-12"), History { fired: vec![today], done: vec![done("2026-05-13")] });
    assert_eq!(history("2027-05-12").fired, notes, "it is no longer ahead");
    // One that rings long before its day is not ahead.
    let early = Fired { day: day("2027-01-01"), ..note(NudgeKind::Occasion, "2026-05-12", false) };
    assert_eq!(History::by(day("2026-05-12"), vec![early.clone()], Vec::new()).fired, [early]);
}

#[test]
fn what_was_put_off_comes_again() {
    let now = now(NOW, "UTC");
    let first = rang(&asked(&now, Vec::new()), "a@2026-05-12").unwrap();
    let history = History { fired: vec![Fired { answered: true, ..first }], done: Vec::new() };
    let later = snoozed(&history, "a@2026-05-12", at(NOW) + hours(2), &now).unwrap();
    let opening = opened(found(std::slice::from_ref(&later)), None, PHONE, now.date());
    assert_eq!(opening.answered, [], "what was put off is not over by opening Tend");
    let coming = planned(&asked(&now, vec![later]), 1).unwrap();
    assert_eq!((coming[0].id.as_str(), coming[0].at), ("a@2026-05-12~1", at(NOW) + hours(2)));
}

fn found(notes: &[Fired]) -> Vec<Found<Fired>> {
    let found = |(number, value): (u8, &Fired)| Found {
        id: RecordId([number; 16]),
        origin: Origin { author: IdentityId::from_bytes([1; 32]), nonce: [number; 16], number: 0 },
        value: value.clone(),
        conflicts: [].into(),
        version: Default::default(),
        revived: false,
    };
    (0..).zip(notes).map(found).collect()
}

#[test]
fn opening_answers_what_rang_last_of_each_kind() {
    let fun = note(NudgeKind::Fun, "2026-05-08", false);
    let last = note(NudgeKind::Caring, "2026-05-12", false);
    let notes = [last.clone(), note(NudgeKind::Caring, "2026-05-11", false), fun.clone()];
    let opening = opened(found(&notes), Some(&LastUsed { device: PHONE }), PHONE, day("2026-05-12"));
    let answered = [last, fun].map(|one| Fired { answered: true, ..one });
    assert_eq!(opening, Opening { answered: answered.clone().into(), ..Opening::default() });
    let nothing = opened(found(&answered), Some(&LastUsed { device: PHONE }), PHONE, day("2026-05-12"));
    assert_eq!(nothing, Opening::default());
}

#[test]
fn opening_makes_a_device_the_one_that_was_used_last() {
    let used = |last: Option<LastUsed>| opened(Vec::new(), last.as_ref(), PHONE, day("2026-05-12")).used;
    let phone = LastUsed { device: PHONE };
    assert_eq!(used(None), Some(phone.clone()));
    assert_eq!(used(Some(LastUsed { device: TABLET })), Some(phone.clone()));
    assert_eq!(used(Some(phone)), None);
}

#[test]
fn opening_forgets_what_no_plan_looks_back_on() {
    let today = day("2026-09-01");
    let (old, kept) = (note(NudgeKind::Fun, "2026-05-03", false), note(NudgeKind::Fun, "2026-05-04", true));
    assert!(old.day < history_begins(today) - days(30) && kept.day == history_begins(today) - days(30));
    let many = std::iter::repeat_n(kept, 100);
    let opening = opened(found(&[old.clone()].into_iter().chain(many).collect::<Vec<_>>()), None, PHONE, today);
    assert_eq!((opening.forget, opening.answered), (vec![RecordId([0; 16])], Vec::new()));
}

#[test]
fn a_clock_that_is_a_year_ahead_costs_nothing_that_rang() {
    let rang: Vec<_> =
        (1..=90).map(|n| note(NudgeKind::Fun, &(day("2026-05-03") + days(n)).to_string(), true)).collect();
    assert_eq!(opened(found(&rang), None, PHONE, day("2027-09-01")).forget, Vec::new());
}

/// A record as a person sees it.
fn shown(author: IdentityId, value: &Appreciation) -> Shown {
    let origin = Origin { author, nonce: [1; 16], number: 1 };
    let stamp = Stamp { counter: 1, device: PHONE };
    let fields = Value::serialized(value).unwrap().into_map().unwrap().into_iter();
    let field = |value| Versions { text: false, list: false, values: vec![(stamp, value)] };
    let fields = fields.map(|(name, value)| (name.into_text().unwrap(), field(value))).collect();
    Shown { origin, fields, revived: false, version: Default::default() }
}

#[test]
fn what_was_done_counts_for_who_did_it_at_the_end_of_its_day() {
    let kind = records::RecordType::of::<Appreciation>();
    let me = IdentityId::from_bytes([1; 32]);
    let by = |author: IdentityId, written_on: &str| {
        let value = Appreciation { text: "tea".into(), written_on: written_on.into() };
        (RecordId([1; 16]), shown(author, &value))
    };
    let them = IdentityId::from_bytes([2; 32]);
    let all = [by(me, "2026-05-12"), by(me, "2026-05-11"), by(me, "2026-05-10"), by(them, "2026-05-12")];
    let found = completions(&kind, &all, me, day("2026-05-11"), &zone("Europe/Berlin"));
    let seen: Vec<_> = found.iter().map(|one| (one.kind, one.day, one.at)).collect();
    let of = |date: &str| (NudgeKind::Appreciation, day(date), at(&format!("{date}T21:59Z")));
    assert_eq!(seen, [of("2026-05-12"), of("2026-05-11")]);
}
