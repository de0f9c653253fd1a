use std::fmt::Write;

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use tend_core::{
    content::{Words, catalogue},
    nudges::Kind,
    today::Card,
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
    let here = |session: &&Session| within(zone(0).to_datetime(session.slot.at).date(), monday);
    let Some(session) = year.sessions.iter().find(here) else { return "–".into() };
    let times = (0..life.people.len()).map(|person| zone(person).to_datetime(session.slot.at));
    let mut times: Vec<String> = times.map(|time| time.strftime("%a %H:%M").to_string()).collect();
    times.dedup();
    let title = Words::default().text(&format!("exercise-{}", session.exercise));
    let moved = if session.done { "" } else { " (another time)" };
    format!("{title}, {}{moved}", times.join(" / "))
}

fn small(year: &Year, monday: Date) -> String {
    let count =
        |done: &[tend_core::nudges::Done]| done.iter().filter(|one| within(one.day, monday)).count().to_string();
    year.people.iter().map(|person| count(&person.done)).collect::<Vec<_>>().join(" and ")
}

fn nudges(year: &Year, monday: Date) -> String {
    let of = |person: &super::year::Lived| {
        let rang = person.rang.iter().filter(|rang| within(rang.local.date(), monday));
        let names = rang.map(|rang| {
            let asks = if rang.asks { "?" } else { "" };
            let name = if rang.kind == Kind::Appointment { "agreed" } else { rang.kind.name() };
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
            let said = words.text(&format!("nudge-{}", rang.kind.name()));
            let said = if rang.kind == Kind::Appointment { "what is agreed".into() } else { said };
            writeln!(text, "  {} a nudge: {}", rang.local.strftime("%H:%M"), said).unwrap();
        }
        match me.opened.iter().find(|(on, _)| *on == day) {
            Some((_, cards)) => cards.iter().for_each(|card| writeln!(text, "  {}", told(&words, life, card)).unwrap()),
            None => writeln!(text, "  (Tend stays closed, and says nothing of it.)").unwrap(),
        }
    }
    text
}

fn told(words: &Words, life: &Life, card: &Card) -> String {
    let title = |id: &String| words.text(&format!("exercise-{id}"));
    match card {
        Card::Prompt(id) => format!("A small thing: {}", words.text(&format!("prompt-{id}"))),
        Card::Next(place) => {
            let reason = words.text(&format!("path-{}-week-{}", life.path, place.week));
            format!(
                "Next: {} ({} min). {reason}",
                title(&place.exercise),
                catalogue().exercises[&place.exercise].minutes
            )
        }
        Card::Appointment { at, exercise, .. } => format!(
            "Agreed: {}, {}, because you both chose {}",
            title(exercise),
            words.when(*at),
            words.weekdays(at.date())
        ),
        Card::Rehearsal(id) => format!("If you like, again: {}", title(id)),
        Card::WelcomeBack => words.text("today-welcome-back"),
        other => format!("{other:?}"),
    }
}
