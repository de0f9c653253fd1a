use std::collections::BTreeMap;

use jiff::{ZonedDateTime, civil::Date};

use super::{
    PracticeSettings, Practised, PromptOfDay, Situation, TogetherDone, again, next_place, path::PathPlace, season,
};
use crate::{
    content::{Audience, Path, Stage, Words, catalogue},
    days::days_ago,
};

/// All that the practice decides by.
#[derive(Debug, Clone)]
pub struct PracticeInput<'a> {
    /// Now, in the person's time zone.
    pub now: &'a ZonedDateTime,
    /// The person's words.
    pub words: &'a Words,
    /// Whether the person has a partner in Tend.
    pub paired: bool,
    /// How they practise.
    pub settings: PracticeSettings,
    /// What they did, one for each exercise.
    pub practised: Vec<Practised>,
    /// The exercises that were done, alone or together, each with its last local date.
    pub done: BTreeMap<String, Date>,
    /// What became of the small things of the last [`super::REST_DAYS`] days.
    pub prompts: Vec<PromptOfDay>,
    /// What chance is drawn from: the same on all of the person's devices, and known to nobody else.
    pub seed: u64,
}

/// Stands in the place of a path that only a newer version knows.
static NO_PATH: Path = Path { stage: Stage::Tools, weeks: Vec::new() };

impl PracticeInput<'_> {
    /// The exercises that were done, from what the person's and both people's records say: each with the latest date that is not ahead of
    /// `today`, if it has one.
    pub fn done(practised: &[Practised], together: &[TogetherDone], today: Date) -> BTreeMap<String, Date> {
        let rank = |day: Date| (days_ago(day, today).is_some(), day);
        let alone = practised.iter().map(|one| (&one.exercise, &one.last_on));
        let both = together.iter().map(|one| (&one.exercise, &one.day));
        let mut done: BTreeMap<String, Date> = BTreeMap::new();
        for (exercise, day) in alone.chain(both) {
            let Ok(day) = day.parse::<Date>() else { continue };
            done.entry(exercise.clone())
                .and_modify(|last| *last = std::cmp::max_by_key(day, *last, |day| rank(*day)))
                .or_insert(day);
        }
        done
    }

    /// The local date.
    pub fn day(&self) -> Date {
        self.now.date()
    }

    /// The path that the person goes, with its id.
    pub fn path(&self) -> (&str, &'static Path) {
        let id = self.settings.path(self.paired);
        catalogue().paths.get(id).map_or(("tools", &NO_PATH), |path| (id, path))
    }

    /// Whether exercises for two are left out: a person on a path for one is alone with it, paired or not.
    pub fn is_alone(&self) -> bool {
        !self.paired || self.path().1.stage == Stage::Solo
    }

    /// What decides whom a small thing fits.
    pub fn situation(&self) -> Situation {
        let audience = match (self.is_alone(), self.settings.apart) {
            (true, _) => Audience::Alone,
            (false, false) => Audience::Together,
            (false, true) => Audience::Apart,
        };
        let season = season(self.day(), self.now.time_zone().iana_name().unwrap_or_default());
        Situation { audience, stage: self.path().1.stage, children: self.settings.children, season }
    }

    /// The next place of the path.
    pub fn next_place(&self) -> Option<PathPlace> {
        next_place(catalogue(), self.path().1, &self.done, self.is_alone())
    }

    /// What to take up again when the path is done.
    pub(super) fn again(&self) -> Option<String> {
        again(catalogue(), self.path().1, &self.done, self.day(), self.is_alone())
    }

    /// The exercise that is next on the path, or, for a person who is through it, one to take up again.
    pub fn next_exercise(&self) -> Option<String> {
        self.next_place().map(|place| place.exercise).or_else(|| self.again())
    }
}
