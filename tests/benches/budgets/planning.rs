//! What a person's own days cost: planning nudges, and the first screen after ten years of them.

use std::{
    collections::BTreeSet,
    path::Path,
    sync::{Arc, Mutex},
};

use jiff::{Timestamp, ToSpan, civil::date, tz::TimeZone};
use tend_core::{
    Clock, Tend,
    content::{Phones, catalogue},
    nudges::{Fired, History, NudgeKind, NudgePreferences, NudgeRule, RuleSchedule, Rules, plan},
};
use tend_protocol::DeviceId;

use super::{
    phones,
    reading::THEN,
    samples::Samples,
    table::{Budget, Table},
};

const RULES: usize = 200;
const DAYS: i64 = 60;
const YEARS: i64 = 10;
const PLAN: Budget = Budget::AtMost(2.0, "ms");
const FIRST: Budget = Budget::AtMost(150.0, "ms");

pub fn measure(folder: &Path, table: &mut Table) {
    let (rules, history) = (rules(), history());
    let zone = TimeZone::get("Europe/Berlin").expect("a zone");
    let now: Timestamp = "2027-01-04T08:00:00Z".parse().expect("an instant");
    let end = now + jiff::SignedDuration::from_hours(24 * DAYS);
    let planned = || plan(&rules, &history, now, &zone, 7).take_while(|one| one.at <= end).count();
    let samples = Samples::take(200, planned);
    let what = format!("Plan {DAYS} days of nudges from {RULES} rules ({} nudges)", planned());
    table.row(&what, &samples.words(), samples.percentile(50), &PLAN);

    let clock = Arc::new(Days(Mutex::new(now)));
    live(&phones::open_at(folder, Arc::clone(&clock) as _), &clock);
    let first = Samples::take(20, || phones::open_at(folder, Arc::clone(&clock) as _).today().read().expect("a read"));
    table.row("Open Tend with ten years of practice and draw Today", &first.words(), first.percentile(50), &FIRST);
    let tend = phones::open_at(folder, Arc::clone(&clock) as _);
    let later = Samples::take(500, || tend.today().read().expect("a read"));
    table.row("Today, later", &later.words(), later.percentile(95), &THEN);
    let plans = Samples::take(100, || tend.nudges().plan(60).expect("a plan"));
    table.plain("Plan 60 days of that person's nudges, in words", &plans.words());
}

/// A clock that stands where it is put.
struct Days(Mutex<Timestamp>);

impl Clock for Days {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("the clock")
    }

    fn zone(&self) -> TimeZone {
        TimeZone::get("Europe/Berlin").expect("a zone")
    }
}

/// Ten years in which a person opens Tend each day, does the small thing every other day, an exercise each week, and lets nudges ring.
fn live(tend: &Tend, clock: &Days) {
    let alone = catalogue().exercises.iter().filter(|(_, one)| one.phones == [Phones::One] && !one.frustration);
    let alone: Vec<&String> = alone.map(|(id, _)| id).collect();
    for day in 0..YEARS * 365 {
        for one in tend.nudges().plan(1).expect("a plan") {
            tend.nudges().rang(&one.id).expect("a write");
        }
        tend.today().opened().expect("a write");
        if day % 2 == 0 {
            // When there is a small thing to do.
            let _ = tend.today().done();
        }
        if day % 7 == 0 {
            let exercise = alone[(day / 7) as usize % alone.len()];
            let run = tend.runs().begin(exercise, None, Phones::One, true).expect("a run");
            tend.runs().finish(run).expect("it is done");
        }
        let mut now = clock.0.lock().expect("the clock");
        *now += jiff::SignedDuration::from_hours(24);
    }
}

/// Rules of every kind and recurrence.
fn rules() -> Rules {
    let days = |bits: usize| (1..=7).filter(|day| (bits >> day) & 1 == 1).chain([1]).collect::<BTreeSet<u8>>();
    let rule = |at: usize| NudgeRule {
        id: format!("rule-{at}"),
        kind: if at % 6 == 5 { NudgeKind::Occasion } else { NudgeKind::ALL[at % 7] },
        on: true,
        recurrence: match at % 6 {
            0 => RuleSchedule::Daily,
            1 => RuleSchedule::Weekly { days: days(at) },
            2 => RuleSchedule::TimesAWeek { times: (at % 7) as u8 + 1 },
            3 => RuleSchedule::EveryDays { days: 2 + at as u16 % 30, from: date(2026, 1, 1) },
            4 => RuleSchedule::Monthly { day: (at % 31) as u8 + 1 },
            _ => {
                RuleSchedule::Yearly { month: (at % 12) as u8 + 1, day: (at % 28) as u8 + 1, leap: Default::default() }
            }
        },
        from: jiff::civil::time(8 + (at % 6) as i8, 0, 0, 0),
        until: jiff::civil::time(15 + (at % 6) as i8, 0, 0, 0),
        cue: None,
        about: None,
        leads: if at % 6 == 5 { vec![1440, 0] } else { Vec::new() },
    };
    Rules {
        preferences: NudgePreferences::default(),
        rules: (0..RULES).map(rule).collect(),
        device: Some(DeviceId([1; 32])),
    }
}

/// Three months of what rang.
fn history() -> History {
    let fired = |ago: i64| {
        let day = date(2027, 1, 3).checked_sub(ago.days()).expect("a date");
        Fired {
            id: format!("rule-0/{day}"),
            rule: "rule-0".into(),
            kind: NudgeKind::ALL[(ago % 7) as usize],
            at: TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).expect("an instant"),
            day,
            answered: ago % 3 == 0,
            asked: false,
            snoozed_until: None,
        }
    };
    History { fired: (0..90).map(fired).collect(), done: Vec::new() }
}
