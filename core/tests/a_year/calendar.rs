use std::fmt::Write;

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use tend_core::{
    Card, CardKind,
    content::{Words, catalogue},
    nudges::NudgeKind,
    practice::{Outcome, PromptOfDay},
};

use super::{
    couples::Life,
    year::{FIRST, Session, Year, lived},
};

/// The year as a calendar: a line a week, with what was agreed, what was done of small things, and what rang.
pub fn of(life: &Life) -> String {
    let year = lived(life);
    let mut text = format!("{} {}\n\n", life.name, life.about);
    text.push_str("week of   together                                            small things  nudges\n");
    for number in 0..52_i64 {
        let monday = FIRST.checked_add((7 * number).days()).unwrap();
        let line = format!(
            "{}  {:<50}  {:<12}  {}",
            monday.strftime("%d %b"),
            session(life, &year, monday),
            small(&year, monday),
            nudges(&year, monday)
        );
        writeln!(text, "{}", line.trim_end()).unwrap();
    }
    text
}

fn within(day: Date, monday: Date) -> bool {
    (monday..monday.checked_add(7.days()).unwrap()).contains(&day)
}

fn session(life: &Life, year: &Year, monday: Date) -> String {
    let zone = |person: usize| TimeZone::get(&life.people[person].availability.zone).unwrap();
    let here = |session: &&Session| within(zone(0).to_datetime(session.appointment.slot.at).date(), monday);
    let Some(session) = year.sessions.iter().find(here) else { return "–".into() };
    let times = (0..life.people.len()).map(|person| zone(person).to_datetime(session.appointment.slot.at));
    let mut times: Vec<String> = times.map(|time| time.strftime("%a %H:%M").to_string()).collect();
    times.dedup();
    let title = Words::default().text(&format!("exercise-{}", session.appointment.exercise));
    let moved = if session.done { "" } else { " (another time)" };
    format!("{title}, {}{moved}", times.join(" / "))
}

fn small(year: &Year, monday: Date) -> String {
    let done = |one: &&PromptOfDay| one.outcome == Outcome::Done && within(one.day.parse().unwrap(), monday);
    let count = |prompts: &[PromptOfDay]| prompts.iter().filter(done).count().to_string();
    year.people.iter().map(|person| count(&person.prompts)).collect::<Vec<_>>().join(" and ")
}

fn nudges(year: &Year, monday: Date) -> String {
    let of = |person: &super::year::Lived| {
        let rang = person.rang.iter().filter(|rang| within(rang.local.date(), monday));
        let names = rang.map(|rang| {
            let asks = if rang.asked { "?" } else { "" };
            let name = if rang.kind == NudgeKind::Appointment { "agreed" } else { rang.kind.name() };
            format!("{} {name}{asks}", rang.local.strftime("%a"))
        });
        names.collect::<Vec<_>>().join(", ")
    };
    year.people.first().map(of).unwrap_or_default()
}

/// The first two weeks of the first person, as the app tells them.
pub fn fortnight(life: &Life) -> String {
    let (year, words) = (lived(life), Words::default());
    let me = &year.people[0];
    let mut text = String::new();
    for number in 0..14_i64 {
        let day = FIRST.checked_add(number.days()).unwrap();
        writeln!(text, "{}", words.day(day)).unwrap();
        for rang in me.rang.iter().filter(|rang| rang.local.date() == day) {
            writeln!(text, "  {} a nudge: {}", rang.local.strftime("%H:%M"), rang.text).unwrap();
        }
        match me.opened.iter().find(|(on, _)| *on == day) {
            Some((_, cards)) => cards.iter().for_each(|card| writeln!(text, "  {}", told(card)).unwrap()),
            None => writeln!(text, "  (Tend stays closed, and says nothing of it.)").unwrap(),
        }
    }
    text
}

fn told(card: &Card) -> String {
    let about = card.about.as_deref().unwrap_or_default();
    match card.kind {
        CardKind::Prompt => format!("A small thing: {}", card.text),
        CardKind::Next => {
            format!("Next: {} ({} min). {}", card.title, catalogue().exercises[about].minutes, card.reason)
        }
        CardKind::Appointment => format!("Agreed: {}. {} {}", card.title, card.text, card.reason),
        CardKind::Rehearsal => format!("If you like, again: {}", card.title),
        _ => format!("{} {}", card.title, card.text),
    }
}
