use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Practised;
use crate::{
    content::{Cadence, Catalogue, Exercise, Path, Stage, Who},
    days::days_ago,
};

/// Days after which a listening exercise is offered again: the first when it was done once, and after each further time a longer one.
const REHEARSALS: [i64; 6] = [3, 7, 14, 30, 60, 90];

/// A place in a path: a week, and its exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathPlace {
    /// From 1; an order, no date.
    pub week: usize,
    /// The exercise that comes next.
    pub exercise: String,
}

/// The next exercise of a path: the first week's exercise (its anchor) that was never done and can be done now. A person `alone` skips
/// those that need two, and an exercise that is not open yet ([`is_open`]) is skipped too.
///
/// Dates do not matter. So a person who was away goes on where they stopped, and no weeks pile up. `None` when nothing is left.
pub fn next_place(catalogue: &Catalogue, path: &Path, done: &BTreeMap<String, Date>, alone: bool) -> Option<PathPlace> {
    let weeks = path.weeks.iter().enumerate();
    let mut open = weeks.filter(|(_, week)| !done.contains_key(&week.anchor)).filter(|(_, week)| {
        let exercise = catalogue.exercises.get(&week.anchor);
        exercise.is_some_and(|exercise| is_open(catalogue, exercise, done) && (!alone || exercise.who == Who::Alone))
    });
    open.next().map(|(at, week)| PathPlace { week: at + 1, exercise: week.anchor.clone() })
}

/// What to do again when a path is done. Each exercise rests for some days after it was done. Of those that do not rest, this is one that
/// was never done, or else the one that was done longest ago. One that is meant to be done once does not come again. `None` while all rest.
pub fn again(
    catalogue: &Catalogue,
    path: &Path,
    done: &BTreeMap<String, Date>,
    day: Date,
    alone: bool,
) -> Option<String> {
    let all = path.weeks.iter().flat_map(|week| [&week.anchor].into_iter().chain(&week.also));
    let rested = all.filter(|id| {
        let Some(exercise) = catalogue.exercises.get(*id) else { return false };
        let fits = (!alone || exercise.who == Who::Alone) && is_open(catalogue, exercise, done);
        let once = exercise.cadence == Cadence::Once && done.contains_key(*id);
        let rests =
            done.get(*id).and_then(|last| days_ago(*last, day)).is_some_and(|ago| ago < i64::from(exercise.rest_days));
        fits && !once && !rests
    });
    rested.min_by_key(|id| (done.get(*id), *id)).cloned()
}

/// Whether an exercise may be begun: one that works on a frustration opens once any listening practice was done. There is no other lock.
pub fn is_open(catalogue: &Catalogue, exercise: &Exercise, done: &BTreeMap<String, Date>) -> bool {
    let listened = || done.keys().any(|id| catalogue.exercises.get(id).is_some_and(Exercise::is_listening));
    !exercise.frustration || listened()
}

/// The listening exercise whose rest is longest over: skills stay when they are taken up again after ever longer rests. `None` while all
/// rest, or none was ever done.
pub fn rehearsal_due<'p>(
    catalogue: &Catalogue,
    practised: &'p [Practised],
    day: Date,
    alone: bool,
    stage: Stage,
) -> Option<&'p Practised> {
    let overdue = |one: &&Practised| {
        let exercise = catalogue.exercises.get(&one.exercise)?;
        let fits =
            exercise.is_listening() && (!alone || exercise.who == Who::Alone) && !exercise.not_on.contains(&stage);
        let last: Date = one.last_on.parse().ok()?;
        let rest = REHEARSALS[usize::from(one.settled.min(5))].max(i64::from(exercise.rest_days));
        let over = days_ago(last, day).map_or(0, |ago| ago - rest);
        (fits && over >= 0).then_some(over)
    };
    practised.iter().filter(|one| overdue(one).is_some()).max_by_key(|one| (overdue(one), one.exercise.clone()))
}
