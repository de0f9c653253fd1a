//! What a later version wrote into a field is kept, and written back with what this version changes.

use std::collections::BTreeMap;

use ciborium::{Value, cbor};
use tend_core::{
    content::{Cost, Phones, Place},
    identity::IdentityId,
    nudges::{self, LeapRule, NudgePreferences, NudgeRule, RuleSchedule},
    practice::{Outcome, PracticeSettings, PromptOfDay},
    records::{
        Action, Context, Field, Found, Operation, OperationId, Origin, Record, RecordId, Stamp, State,
        typed::{edit, set},
    },
    runs::{Run, RunStatus},
    schedule::{Answer, Proposal, TimeForUs, Verdict},
};
use tend_protocol::DeviceId;

const ORIGIN: Origin = Origin { author: IdentityId::from_bytes([7; 32]), nonce: [7; 16], number: 1 };

fn record<R: Record>() -> RecordId {
    ORIGIN.record(R::KIND, [0; 4])
}
const LATER: DeviceId = DeviceId([1; 32]);
const THIS: DeviceId = DeviceId([2; 32]);

/// A record as a later version wrote it: as `value` says, but for some fields.
fn written<R: Record>(value: &R, fields: &[(&str, Value)]) -> State {
    let map = Value::serialized(value).unwrap().into_map().unwrap();
    let mut all: BTreeMap<String, Value> = map.into_iter().map(|(k, v)| (k.into_text().unwrap(), v)).collect();
    all.extend(fields.iter().map(|(name, value)| ((*name).into(), value.clone())));
    let stamp = Stamp { counter: 1, device: LATER };
    let field = |name: &str, value| {
        let list = R::LISTS.contains(&name);
        Field { text: false, list, versions: BTreeMap::from([(stamp, value)]) }
    };
    let mut state = State::new(ORIGIN);
    state.apply(&Operation {
        id: OperationId { device: LATER, counter: 1 },
        record: record::<R>(),
        kind: R::KIND.into(),
        origin: ORIGIN,
        stamp,
        seen: Context::default(),
        action: Action::Set(all.into_iter().map(|(name, value)| (name.clone(), field(&name, value))).collect()),
    });
    state
}

fn read<R: Record>(state: &State) -> R {
    Found::<R>::read(record::<R>(), &state.shown().unwrap())
        .expect("a record is not lost for a value that is not known")
        .value
}

fn raw(state: &State, name: &str) -> Value {
    state.shown().unwrap().fields[name].value().unwrap()
}

/// This version changes the record, and a later one reads it.
fn changed<R: Record>(mut state: State, change: impl FnOnce(&mut R)) -> State {
    let mut value = read::<R>(&state);
    change(&mut value);
    let operation = set(OperationId { device: THIS, counter: 1 }, record::<R>(), &state, &value);
    operation.validate().unwrap();
    state.apply(&operation);
    state
}

#[test]
fn kinds_of_nudges_that_are_not_known_stay_switched_off() {
    let off = cbor!(["fun", "telepathy"]).unwrap();
    let windows = cbor!({ "telepathy" => ["10:00:00", "11:00:00"] }).unwrap();
    let state = written(&NudgePreferences::default(), &[("switched_off", off.clone()), ("windows", windows.clone())]);
    assert_eq!(read::<NudgePreferences>(&state).switched_off, [nudges::NudgeKind::Fun].into());
    let other = changed::<NudgePreferences>(state.clone(), |one| one.routine_a_day = 2);
    assert_eq!((raw(&other, "switched_off"), raw(&other, "windows")), (off, windows.clone()));
    let more = changed::<NudgePreferences>(state.clone(), |one| one.switched_off = [nudges::NudgeKind::Caring].into());
    assert_eq!(raw(&more, "switched_off"), cbor!(["telepathy", "caring"]).unwrap());
    let none = changed::<NudgePreferences>(state, |one| one.switched_off.clear());
    assert_eq!((raw(&none, "switched_off"), raw(&none, "windows")), (cbor!(["telepathy"]).unwrap(), windows));
}

#[test]
fn what_a_later_version_says_of_a_gentle_day_stays_with_it() {
    let days = cbor!([{ "month" => 3, "day" => 9, "year" => null, "why" => "grief" }]).unwrap();
    let state = written(&NudgePreferences::default(), &[("gentle_days", days.clone())]);
    let kept = changed::<NudgePreferences>(state.clone(), |one| one.quiet_from = jiff::civil::time(22, 0, 0, 0));
    assert_eq!(raw(&kept, "gentle_days"), days);
    let added = changed::<NudgePreferences>(state.clone(), |one| {
        one.gentle_days.push(nudges::GentleDay { month: 5, day: 1, year: None });
    });
    let more = cbor!([
        { "month" => 3, "day" => 9, "year" => null, "why" => "grief" },
        { "month" => 5, "day" => 1, "year" => null },
    ]);
    assert_eq!(raw(&added, "gentle_days"), more.unwrap());
    let gone = changed::<NudgePreferences>(state, |one| one.gentle_days.clear());
    assert_eq!(raw(&gone, "gentle_days"), cbor!([]).unwrap());
}

/// Days, weeks and pauses of forms that are not known are passed over alone, and stay whatever is done with the others.
#[test]
fn elements_of_forms_that_are_not_known_stay_in_their_lists() {
    let lists = [
        ("gentle_days", cbor!([{ "moon" => "new" }, { "month" => 3, "day" => 9 }]).unwrap()),
        ("off_weeks", cbor!(["2026-11-30", "2026-W50"]).unwrap()),
        ("pauses", cbor!([{ "while" => "abroad" }, { "from" => "2026-11-27T12:00:00Z", "until" => null }]).unwrap()),
    ];
    let state = written(&NudgePreferences::default(), &lists);
    let known = read::<NudgePreferences>(&state);
    assert_eq!([known.gentle_days.len(), known.off_weeks.len(), known.pauses.len()], [1, 1, 1]);
    let none = changed::<NudgePreferences>(state, |one| *one = NudgePreferences::default());
    assert_eq!(raw(&none, "gentle_days"), cbor!([{ "moon" => "new" }]).unwrap());
    assert_eq!(raw(&none, "off_weeks"), cbor!(["2026-W50"]).unwrap());
    assert_eq!(raw(&none, "pauses"), cbor!([{ "while" => "abroad" }]).unwrap());
}

#[test]
fn settings_are_read_though_one_of_them_is_not_known() {
    let filters = cbor!({ "cost" => "barter", "minutes" => 20, "place" => "home", "energy" => "low", "sky" => "open" });
    let filters = filters.unwrap();
    let settings = PracticeSettings { path: Some("solo".into()), ..PracticeSettings::default() };
    let state = written(&settings, &[("filters", filters.clone())]);
    let known = read::<PracticeSettings>(&state);
    assert_eq!((known.path.as_deref(), known.filters.minutes, known.filters.cost), (Some("solo"), 20, Cost::default()));
    let other = changed::<PracticeSettings>(state.clone(), |one| one.children = true);
    assert_eq!(raw(&other, "filters"), filters);
    let moved = changed::<PracticeSettings>(state, |one| one.filters.place = Place::Out);
    let Value::Map(moved) = raw(&moved, "filters") else { panic!("filters are a map") };
    let of = |name: &str| moved.iter().find(|(key, _)| key.as_text() == Some(name)).map(|(_, value)| value.clone());
    assert_eq!(of("cost"), Some("barter".into()));
    assert_eq!((of("place"), of("sky")), (Some("out".into()), Some("open".into())));
}

#[test]
fn a_small_thing_and_a_time_are_read_whatever_came_of_them() {
    let prompt = PromptOfDay { day: "2026-11-27".into(), prompt: "tea".into(), outcome: Outcome::Done };
    let state = written(&prompt, &[("outcome", "framed".into())]);
    assert_eq!(read::<PromptOfDay>(&state).prompt, "tea");
    let availability = cbor!({
        "windows" => [{ "day" => 1, "from" => "18:00:00", "until" => "20:00:00" }, { "day" => 8, "moon" => "full" }],
        "zone" => "Europe/Berlin",
        "amount" => "boundless",
    });
    let times = TimeForUs { availability: read_availability(), elsewhere: false };
    let state = written(&times, &[("availability", availability.unwrap())]);
    assert_eq!(read::<TimeForUs>(&state).availability.windows.len(), 1);
}

fn read_availability() -> tend_core::schedule::Availability {
    tend_core::schedule::Availability { windows: Vec::new(), zone: "Etc/UTC".into(), amount: Default::default() }
}

#[test]
fn an_answer_that_is_not_known_is_an_answer() {
    let answer = Answer { proposal: record::<Proposal>(), verdict: Verdict::Open, to: tend_protocol::Bytes(vec![1]) };
    let verdict = cbor!({ "perhaps" => "later" }).unwrap();
    let state = written(&answer, &[("verdict", verdict.clone())]);
    assert_eq!(read::<Answer>(&state).verdict, Verdict::Later);
    let other = changed::<Answer>(state, |_| {});
    assert_eq!(raw(&other, "verdict"), verdict);
}

#[test]
fn what_was_written_in_a_run_stays_in_sight_wherever_the_run_stands() {
    let run = Run {
        exercise: "full-dialogue".into(),
        version: 1,
        variant: None,
        phones: Phones::One,
        first: true,
        step: 2,
        status: RunStatus::Running,
        begun_at: 1,
        touched_at: 1,
        done_on: None,
        feeling: None,
    };
    let state = written(&run, &[("status", "with_a_friend".into()), ("phones", "three".into())]);
    assert_eq!(read::<Run>(&state), Run { status: RunStatus::LetGo, ..run });
    let other = changed::<Run>(state, |one| one.feeling = Some(7));
    assert_eq!((raw(&other, "status"), raw(&other, "phones")), ("with_a_friend".into(), "three".into()));
}

#[test]
fn a_rule_is_followed_though_its_leap_day_is_moved_in_a_way_that_is_not_known() {
    let rule = NudgeRule {
        id: "anniversary".into(),
        kind: nudges::NudgeKind::Occasion,
        on: true,
        recurrence: RuleSchedule::Yearly { month: 2, day: 29, leap: LeapRule::Both },
        from: jiff::civil::time(9, 0, 0, 0),
        until: jiff::civil::time(10, 0, 0, 0),
        cue: None,
        about: None,
        leads: vec![],
    };
    let yearly = cbor!({ "yearly" => { "month" => 2, "day" => 29, "leap" => "whichever_is_a_sunday" } }).unwrap();
    let state = written(&rule, &[("recurrence", yearly.clone())]);
    let read = read::<NudgeRule>(&state).recurrence;
    assert_eq!(read, RuleSchedule::Yearly { month: 2, day: 29, leap: LeapRule::default() });
    let off = changed::<NudgeRule>(state, |one| one.on = false);
    assert_eq!(raw(&off, "recurrence"), yearly);
}

#[test]
fn text_that_was_edited_at_once_is_settled_as_before() {
    let state = written(&NudgePreferences::default(), &[]);
    let value = NudgePreferences { routine_a_day: 3, ..NudgePreferences::default() };
    let operation =
        edit(OperationId { device: THIS, counter: 1 }, record::<NudgePreferences>(), &state, state.context(), &value);
    assert!(operation.validate().is_ok());
}
