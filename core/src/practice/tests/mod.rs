#![allow(clippy::unwrap_used)]

mod paths;
mod prompts;
mod screens;
mod today;

use jiff::{ZonedDateTime, civil::Date, tz::TimeZone};

use super::*;
use crate::content::Words;

const WORDS: Words = Words {
    language: crate::content::Language::English,
    you: crate::content::Gender::Other,
    partner: crate::content::Gender::Other,
};

fn noon(day: Date) -> ZonedDateTime {
    TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).unwrap().to_zoned_datetime(TimeZone::UTC)
}

/// A couple that has done nothing yet.
fn input(now: &ZonedDateTime) -> PracticeInput<'_> {
    PracticeInput {
        now,
        words: &WORDS,
        paired: true,
        settings: PracticeSettings::default(),
        practised: Vec::new(),
        done: Default::default(),
        prompts: Vec::new(),
        seed: 7,
    }
}
