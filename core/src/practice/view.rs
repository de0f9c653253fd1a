use super::{Filters, PracticeInput, PracticeSettings, is_open, next_place, path::PathPlace};
use crate::{
    chance::chance,
    content::{Exercise, Path, Phones, Principle, Privacy, Risk, Stage, Topic, Who, catalogue},
};

/// An exercise as a screen shows it before it is begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseView {
    /// For the verbs.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it gives, in a sentence.
    pub purpose: String,
    /// What it belongs to.
    pub principle: Principle,
    /// Who does it.
    pub who: Who,
    /// How two people can do it.
    pub phones: Vec<Phones>,
    /// What it usually takes.
    pub minutes: u32,
    /// What becomes of what is written.
    pub privacy: Privacy,
    /// The same, in a sentence.
    pub privacy_note: String,
    /// How much it can stir.
    pub risk: Risk,
    /// What is said before it begins.
    pub cautions: Vec<String>,
    /// Other ways through it.
    pub variants: Vec<ExerciseVariant>,
    /// Exercises that are good to have done before: their names.
    pub prerequisites: Vec<String>,
    /// Hours that a pause may last; `None` when it is done in one go.
    pub resume_within_hours: Option<u32>,
    /// Why it does not open yet, in a sentence; `None` when it does.
    pub opens_later: Option<String>,
    /// The local date on which it was last done, as `YYYY-MM-DD`; today for one that a wrong clock noted and that is still to come.
    pub last_on: Option<String>,
    /// Where the facts in it come from: keys in `docs/sources.md`.
    pub sources: Vec<String>,
}

/// Another way through an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseVariant {
    /// For [`Runs::begin`](crate::Runs::begin).
    pub id: String,
    /// Its name.
    pub title: String,
}

/// What the small things of a day are chosen by, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeSettingsView {
    /// The id of the path that the person chose; `tools` for none, and `None` until they chose.
    pub path: Option<String>,
    /// What the person wants of the small things.
    pub filters: Filters,
    /// Whether the two live far from each other.
    pub apart: bool,
    /// Whether there are children in the person's life.
    pub children: bool,
}

/// A path as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticePathView {
    /// For the verbs.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Whom it is for, in a sentence.
    pub purpose: String,
    /// Whether it is this person's.
    pub chosen: bool,
    /// Its places in order; none for `tools`.
    pub weeks: Vec<PathWeekView>,
}

/// Something small to talk about while learning to listen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicView {
    /// Its id.
    pub id: String,
    /// What one says to name it.
    pub text: String,
    /// 1 light, 2 a little of oneself, 3 something that matters.
    pub depth: u32,
}

/// A place in a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathWeekView {
    /// The exercise's id.
    pub exercise: String,
    /// Its name.
    pub title: String,
    /// Why it stands here.
    pub reason: String,
    /// Whether it was done.
    pub done: bool,
    /// Whether it is the next.
    pub next: bool,
}

/// Every exercise, in the order of their names.
pub fn exercises(input: &PracticeInput<'_>) -> Vec<ExerciseView> {
    let mut all: Vec<_> = catalogue().exercises.iter().map(|(id, exercise)| one(input, id, exercise)).collect();
    all.sort_by(|a, b| (&a.title, &a.id).cmp(&(&b.title, &b.id)));
    all
}

/// One exercise; `None` when there is no such.
pub fn exercise(input: &PracticeInput<'_>, id: &str) -> Option<ExerciseView> {
    catalogue().exercises.get(id).map(|exercise| one(input, id, exercise))
}

/// Every path.
pub fn paths(input: &PracticeInput<'_>) -> Vec<PracticePathView> {
    catalogue().paths.iter().map(|(id, path)| one_path(input, id, path)).collect()
}

/// Topics for listening that fit the person, the lightest first. Which are on top changes from day to day.
pub fn topics(input: &PracticeInput<'_>) -> Vec<TopicView> {
    let audience = input.situation().audience;
    let mut topics: Vec<&Topic> =
        catalogue().topics.iter().filter(|topic| topic.audience.contains(&audience)).collect();
    let day = input.day().to_string();
    topics.sort_by_key(|topic| (topic.depth, chance(input.seed, &[day.as_bytes(), topic.id.as_bytes()])));
    let view = |topic: &Topic| TopicView {
        id: topic.id.clone(),
        text: input.words.text(&format!("topic-{}", topic.id)),
        depth: topic.depth.into(),
    };
    topics.into_iter().map(view).collect()
}

/// What the small things of a day are chosen by.
pub fn settings(settings: PracticeSettings) -> PracticeSettingsView {
    let PracticeSettings { path, filters, apart, children, .. } = settings;
    PracticeSettingsView { path, filters, apart, children }
}

fn one(input: &PracticeInput<'_>, id: &str, exercise: &Exercise) -> ExerciseView {
    let (words, message) = (input.words, format!("exercise-{id}"));
    let variant = |id: &String| {
        let title = words.text(&format!("{message}-variant-{id}"));
        ExerciseVariant { id: id.clone(), title }
    };
    let open = is_open(catalogue(), exercise, &input.done);
    ExerciseView {
        id: id.into(),
        title: words.text(&message),
        purpose: words.attribute(&message, "purpose").unwrap_or_default(),
        principle: exercise.principle,
        who: exercise.who,
        phones: exercise.phones.clone(),
        minutes: exercise.minutes,
        privacy: exercise.privacy,
        privacy_note: words.text(match exercise.privacy {
            Privacy::Spoken => "privacy-spoken",
            Privacy::Private => "privacy-private",
            Privacy::DraftThenShare => "privacy-draft-then-share",
        }),
        risk: exercise.risk,
        cautions: exercise.cautions.iter().map(|id| words.text(&format!("caution-{id}"))).collect(),
        variants: exercise.variants.iter().map(variant).collect(),
        prerequisites: exercise.prerequisites.iter().map(|id| words.exercise(id)).collect(),
        resume_within_hours: exercise.resume_within_hours,
        opens_later: (!open).then(|| words.text("practice-listen-first")),
        last_on: input.done.get(id).map(|on| input.day().min(*on).to_string()),
        sources: exercise.provenance.sources.clone(),
    }
}

fn one_path(input: &PracticeInput<'_>, id: &str, path: &Path) -> PracticePathView {
    let (words, done) = (input.words, &input.done);
    let next = next_place(catalogue(), path, done, path.stage == Stage::Solo).map(|PathPlace { week, .. }| week);
    let weeks = path.weeks.iter().enumerate().map(|(at, week)| PathWeekView {
        exercise: week.anchor.clone(),
        title: words.exercise(&week.anchor),
        reason: words.text(&format!("path-{id}-week-{}", at + 1)),
        done: done.contains_key(&week.anchor),
        next: next == Some(at + 1),
    });
    PracticePathView {
        id: id.into(),
        title: words.text(&format!("path-{id}")),
        purpose: words.attribute(&format!("path-{id}"), "purpose").unwrap_or_default(),
        chosen: id == input.path().0,
        weeks: weeks.collect(),
    }
}
