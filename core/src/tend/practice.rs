use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Room, Tend, TendError};
use crate::{
    chance::chance,
    content::{Audience, Exercise, Path, Phones, Principle, Privacy, Risk, Stage, Topic, Who, Words, catalogue},
    practice::{Filters, PracticeSettings, Practised, Situation, TogetherDone, is_open, next_place, season},
};

/// What can be practised, and how this person wants to.
#[derive(Debug)]
pub struct Practice<'t>(&'t Tend);

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
    /// The local date on which it was last done, as `YYYY-MM-DD`.
    pub last_on: Option<String>,
    /// Where the facts in it come from: keys in `docs/sources.md`.
    pub sources: Vec<String>,
}

/// Another way through an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseVariant {
    /// For beginning it.
    pub id: String,
    /// Its name.
    pub title: String,
}

/// A path as a screen shows it: an order of exercises with reasons, and no lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathView {
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

/// How a person practises. Theirs alone: a partner does not learn which path one is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeSettingsView {
    /// The id of the path that the person chose, `tools` for none; absent until they chose one. [`PathView::chosen`] says which one they
    /// go.
    pub path: Option<String>,
    /// What the small things of a day are chosen by.
    pub filters: Filters,
    /// Whether the two live far from each other.
    pub apart: bool,
    /// Whether there are children in the person's life.
    pub children: bool,
}

/// Something small to talk about while learning to listen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicView {
    /// Its id.
    pub id: String,
    /// What one says to name it.
    pub text: String,
    /// 1 light, 2 a little of oneself, 3 something that matters.
    pub depth: u8,
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

impl Tend {
    /// What can be practised, and how this person wants to.
    pub fn practice(&self) -> Practice<'_> {
        Practice(self)
    }
}

impl Practice<'_> {
    /// Every exercise, in the order of their names.
    ///
    /// # Errors
    /// `store_…`.
    pub fn exercises(&self) -> Result<Vec<ExerciseView>, TendError> {
        self.0.read(|room| {
            let (words, done) = (room.words(self.0.language)?, room.done()?);
            let all = catalogue().exercises.iter();
            let mut all: Vec<_> = all.map(|(id, exercise)| view(&words, id, exercise, &done)).collect();
            all.sort_by(|a, b| (&a.title, &a.id).cmp(&(&b.title, &b.id)));
            Ok(all)
        })
    }

    /// One exercise.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn exercise(&self, id: &str) -> Result<ExerciseView, TendError> {
        let exercise = exercise(id)?;
        self.0.read(|room| Ok(view(&room.words(self.0.language)?, id, exercise, &room.done()?)))
    }

    /// Every path.
    ///
    /// # Errors
    /// `store_…`.
    pub fn paths(&self) -> Result<Vec<PathView>, TendError> {
        self.0.read(|room| {
            let (words, done, settings) = (room.words(self.0.language)?, room.done()?, room.settings()?);
            let chosen = settings.path(room.couple.is_some());
            let view = |(id, path): (&String, &Path)| path_view(&words, id, path, &done, id == chosen);
            Ok(catalogue().paths.iter().map(view).collect())
        })
    }

    /// Topics for listening that fit the person, the lightest first. Which are on top changes from day to day.
    ///
    /// # Errors
    /// `store_…`.
    pub fn topics(&self) -> Result<Vec<TopicView>, TendError> {
        let now = self.0.zoned();
        self.0.read(|room| {
            let (words, settings) = (room.words(self.0.language)?, room.settings()?);
            let audience = room.situation(&settings, now.date(), "").audience;
            let fitting = catalogue().topics.iter().filter(|topic| topic.audience.contains(&audience));
            let mut topics: Vec<_> = fitting.collect();
            let day = now.date().to_string();
            topics.sort_by_key(|topic| (topic.depth, chance(room.seed(), &[day.as_bytes(), topic.id.as_bytes()])));
            let view = |topic: &&Topic| TopicView {
                id: topic.id.clone(),
                text: words.text(&format!("topic-{}", topic.id)),
                depth: topic.depth,
            };
            Ok(topics.iter().map(view).collect())
        })
    }

    /// Goes another path from today; what was done stays done.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn choose_path(&self, id: &str) -> Result<(), TendError> {
        catalogue().paths.get(id).ok_or(TendError::new("not_found"))?;
        self.change(|settings| settings.path = Some(id.into()))
    }

    /// How this person practises.
    ///
    /// # Errors
    /// `store_…`.
    pub fn settings(&self) -> Result<PracticeSettingsView, TendError> {
        self.0.read(|room| {
            let PracticeSettings { path, filters, apart, children, .. } = room.settings()?;
            Ok(PracticeSettingsView { path, filters, apart, children })
        })
    }

    /// Changes what the small things of a day are chosen by.
    ///
    /// # Errors
    /// `store_…`.
    pub fn set_filters(&self, filters: Filters) -> Result<(), TendError> {
        self.change(|settings| settings.filters = filters)
    }

    /// Says whether the two live far from each other, and whether there are children.
    ///
    /// # Errors
    /// `store_…`.
    pub fn set_household(&self, apart: bool, children: bool) -> Result<(), TendError> {
        self.change(|settings| (settings.apart, settings.children) = (apart, children))
    }

    fn change(&self, change: impl FnOnce(&mut PracticeSettings)) -> Result<(), TendError> {
        self.0.write(|room| {
            let mut settings = room.settings()?;
            change(&mut settings);
            Ok(room.own().put(PracticeSettings::record(), &settings)?)
        })
    }
}

static NO_PATH: Path = Path { stage: Stage::Tools, weeks: Vec::new() };

/// What every part of the practice wants to know.
impl Room<'_> {
    pub(super) fn settings(&self) -> Result<PracticeSettings, TendError> {
        Ok(self.own().find(PracticeSettings::record())?.map(|found| found.value).unwrap_or_default())
    }

    /// What chance is drawn from: the same on all of the person's devices, and known to nobody else.
    pub(super) fn seed(&self) -> u64 {
        let space = self.device.own_space.0;
        chance(0, &[b"Tend practice", self.device.person().as_bytes(), &space])
    }

    /// The exercises that were done, alone or together, each with its last day.
    pub(super) fn done(&self) -> Result<BTreeMap<String, Date>, TendError> {
        let mut done: BTreeMap<String, Date> = BTreeMap::new();
        let mut note = |exercise: String, day: &str| {
            let Ok(day) = day.parse::<Date>() else { return };
            done.entry(exercise).and_modify(|last| *last = day.max(*last)).or_insert(day);
        };
        for found in self.own().all::<Practised>()? {
            note(found.value.exercise, &found.value.last_on);
        }
        if let Some(couple) = self.couple() {
            for found in couple.all::<TogetherDone>()? {
                note(found.value.exercise, &found.value.day);
            }
        }
        Ok(done)
    }

    /// The path that the person goes, with its id.
    pub(super) fn path<'s>(&self, settings: &'s PracticeSettings) -> (&'s str, &'static Path) {
        let id = settings.path(self.couple.is_some());
        // One that only a newer version knows is none here.
        catalogue().paths.get(id).map_or(("tools", &NO_PATH), |path| (id, path))
    }

    /// Whether exercises for two are left out.
    pub(super) fn is_alone(&self, settings: &PracticeSettings) -> bool {
        self.couple.is_none() || self.path(settings).1.stage == Stage::Solo
    }

    pub(super) fn situation(&self, settings: &PracticeSettings, day: Date, zone: &str) -> Situation {
        let audience = match (self.couple.is_some(), settings.apart) {
            (false, _) => Audience::Alone,
            (true, false) => Audience::Together,
            (true, true) => Audience::Apart,
        };
        let stage = self.path(settings).1.stage;
        // Who walks a path for one is alone with it, paired or not.
        let audience = if stage == Stage::Solo { Audience::Alone } else { audience };
        Situation { audience, stage, children: settings.children, season: season(day, zone) }
    }
}

pub(super) fn exercise(id: &str) -> Result<&'static Exercise, TendError> {
    catalogue().exercises.get(id).ok_or(TendError::new("not_found"))
}

pub(super) fn title(words: &Words, exercise: &str) -> String {
    words.text(&format!("exercise-{exercise}"))
}

fn view(words: &Words, id: &str, exercise: &Exercise, done: &BTreeMap<String, Date>) -> ExerciseView {
    let message = format!("exercise-{id}");
    let variant = |id: &String| {
        let title = words.text(&format!("{message}-variant-{id}"));
        ExerciseVariant { id: id.clone(), title }
    };
    let open = is_open(catalogue(), exercise, done);
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
        prerequisites: exercise.prerequisites.iter().map(|id| title(words, id)).collect(),
        resume_within_hours: exercise.resume_within_hours,
        opens_later: (!open).then(|| words.text("practice-listen-first")),
        last_on: done.get(id).map(ToString::to_string),
        sources: exercise.provenance.sources.clone(),
    }
}

fn path_view(words: &Words, id: &str, path: &Path, done: &BTreeMap<String, Date>, chosen: bool) -> PathView {
    let next = next_place(catalogue(), path, done, path.stage == Stage::Solo).map(|place| place.week);
    let weeks = path.weeks.iter().enumerate().map(|(at, week)| PathWeekView {
        exercise: week.anchor.clone(),
        title: title(words, &week.anchor),
        reason: words.text(&format!("path-{id}-week-{}", at + 1)),
        done: done.contains_key(&week.anchor),
        next: next == Some(at + 1),
    });
    PathView {
        id: id.into(),
        title: words.text(&format!("path-{id}")),
        purpose: words.attribute(&format!("path-{id}"), "purpose").unwrap_or_default(),
        chosen,
        weeks: weeks.collect(),
    }
}
