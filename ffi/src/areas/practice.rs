use std::sync::Arc;

use tend_core::{content, practice};

use super::each;
use crate::{TendError, border::call, mirror::mirror};

mirror! {
    /// What an exercise belongs to.
    Principle = content::Principle {
        /// What makes it safe to talk.
        Safety,
        /// Mirror, validate, empathise.
        Listening,
        /// The partner as somebody who was once small and hurt.
        Reimagine,
        /// Courting each other again.
        Romanticize,
        /// Complaints that become requests.
        Frustrations,
        /// Cooling down first.
        Anger,
        /// The relationship that both wish for.
        Vision,
    }
}
mirror! {
    /// Who does an exercise.
    Who = content::Who {
        /// One person.
        Alone,
        /// Two people.
        Pair,
        /// Each alone, then both.
        AloneThenPair,
    }
}
mirror! {
    /// How many phones two people use.
    Phones = content::Phones {
        /// One, handed over or on the table.
        One,
        /// Two, each at their own pace.
        Two,
    }
}
mirror! {
    /// What becomes of an exercise's words.
    Privacy = content::Privacy {
        /// Nothing is written.
        Spoken,
        /// What is written never leaves the author's devices.
        Private,
        /// Some of what is written can be released by its author.
        DraftThenShare,
    }
}
mirror! {
    /// How much an exercise can stir.
    Risk = content::Risk {
        /// Little.
        Low,
        /// Some.
        Medium,
        /// Much: it begins with a question whether one wants to.
        High,
    }
}
mirror! {
    /// What a small thing costs.
    Cost = content::Cost {
        /// Nothing.
        Free,
        /// About a coffee.
        Little,
        /// More.
        Some,
    }
}
mirror! {
    /// Where a small thing can be done.
    Place = content::Place {
        /// Anywhere.
        Anywhere,
        /// At home.
        Home,
        /// Out.
        Out,
    }
}
mirror! {
    /// What a small thing asks of a body and a mind.
    Energy = content::Energy {
        /// Little.
        Low,
        /// Some.
        Medium,
        /// Much.
        High,
    }
}

/// An exercise, as a screen shows it before it is begun.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Exercise {
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
    /// Hours that a pause may last; none when it is done in one go.
    pub resume_within_hours: Option<u32>,
    /// Why it does not open yet, in a sentence; none when it does.
    pub opens_later: Option<String>,
    /// The local date on which it was last done, as `YYYY-MM-DD`.
    pub last_on: Option<String>,
    /// Where the facts in it come from: keys in `docs/sources.md`.
    pub sources: Vec<String>,
}

/// Another way through an exercise.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ExerciseVariant {
    /// For beginning it.
    pub id: String,
    /// Its name.
    pub title: String,
}

impl From<tend_core::ExerciseView> for Exercise {
    fn from(view: tend_core::ExerciseView) -> Self {
        Self {
            id: view.id,
            title: view.title,
            purpose: view.purpose,
            principle: view.principle.into(),
            who: view.who.into(),
            phones: each(view.phones),
            minutes: view.minutes,
            privacy: view.privacy.into(),
            privacy_note: view.privacy_note,
            risk: view.risk.into(),
            cautions: view.cautions,
            variants: view.variants.into_iter().map(|one| ExerciseVariant { id: one.id, title: one.title }).collect(),
            prerequisites: view.prerequisites,
            resume_within_hours: view.resume_within_hours,
            opens_later: view.opens_later,
            last_on: view.last_on,
            sources: view.sources,
        }
    }
}

/// A path, as a screen shows it: an order of exercises with reasons, and no lock.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PracticePath {
    /// For the verbs.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Whom it is for, in a sentence.
    pub purpose: String,
    /// Whether it is this person's.
    pub chosen: bool,
    /// Its places in order; none for `tools`.
    pub weeks: Vec<PathWeek>,
}

/// Something small to talk about while learning to listen.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// What one says to name it.
    pub text: String,
    /// 1 light, 2 a little of oneself, 3 something that matters.
    pub depth: u32,
}

impl From<tend_core::TopicView> for Topic {
    fn from(view: tend_core::TopicView) -> Self {
        let tend_core::TopicView { id, text, depth } = view;
        Self { id, text, depth: depth.into() }
    }
}

/// A place in a path.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PathWeek {
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

impl From<tend_core::PathView> for PracticePath {
    fn from(view: tend_core::PathView) -> Self {
        let tend_core::PathView { id, title, purpose, chosen, weeks } = view;
        Self { id, title, purpose, chosen, weeks: each(weeks) }
    }
}

impl From<tend_core::PathWeekView> for PathWeek {
    fn from(view: tend_core::PathWeekView) -> Self {
        let tend_core::PathWeekView { exercise, title, reason, done, next } = view;
        Self { exercise, title, reason, done, next }
    }
}

/// How a person practises. Theirs alone: a partner does not learn which path one is on.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PracticeSettings {
    /// The id of the path that the person chose, `tools` for none; absent until they chose one. [`PracticePath::chosen`] says which one
    /// they go.
    pub path: Option<String>,
    /// What the small things of a day are chosen by.
    pub filters: Filters,
    /// Whether the two live far from each other.
    pub apart: bool,
    /// Whether there are children in the person's life.
    pub children: bool,
}

impl From<tend_core::PracticeSettingsView> for PracticeSettings {
    fn from(settings: tend_core::PracticeSettingsView) -> Self {
        let tend_core::PracticeSettingsView { path, filters, apart, children } = settings;
        Self { path, filters: filters.into(), apart, children }
    }
}

/// What a person wants of the small things of a day.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Filters {
    /// No more than this.
    pub cost: Cost,
    /// No longer than this, in minutes.
    pub minutes: u32,
    /// Where: at home or out; anywhere is both.
    pub place: Place,
    /// No more than this.
    pub energy: Energy,
}

impl From<practice::Filters> for Filters {
    fn from(filters: practice::Filters) -> Self {
        let practice::Filters { cost, minutes, place, energy } = filters;
        Self { cost: cost.into(), minutes, place: place.into(), energy: energy.into() }
    }
}

impl From<Filters> for practice::Filters {
    fn from(filters: Filters) -> Self {
        let Filters { cost, minutes, place, energy } = filters;
        Self { cost: cost.into(), minutes, place: place.into(), energy: energy.into() }
    }
}

/// What can be practised, and how this person wants to.
#[derive(uniffi::Object)]
pub struct Practice(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Practice {
    /// Every exercise, in the order of their names.
    ///
    /// # Errors
    /// `store_…`.
    pub fn exercises(&self) -> Result<Vec<Exercise>, TendError> {
        call(|| self.0.practice().exercises().map(each))
    }

    /// One exercise.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn exercise(&self, id: String) -> Result<Exercise, TendError> {
        call(|| self.0.practice().exercise(&id).map(Exercise::from))
    }

    /// Every path.
    ///
    /// # Errors
    /// `store_…`.
    pub fn paths(&self) -> Result<Vec<PracticePath>, TendError> {
        call(|| self.0.practice().paths().map(each))
    }

    /// Topics for listening that fit the person, the lightest first. Which are on top changes from day to day.
    ///
    /// # Errors
    /// `store_…`.
    pub fn topics(&self) -> Result<Vec<Topic>, TendError> {
        call(|| self.0.practice().topics().map(each))
    }

    /// Goes another path from today; what was done stays done.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn choose_path(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.practice().choose_path(&id))
    }

    /// How this person practises.
    ///
    /// # Errors
    /// `store_…`.
    pub fn settings(&self) -> Result<PracticeSettings, TendError> {
        call(|| self.0.practice().settings().map(PracticeSettings::from))
    }

    /// Changes what the small things of a day are chosen by.
    ///
    /// # Errors
    /// `store_…`.
    pub fn set_filters(&self, filters: Filters) -> Result<(), TendError> {
        call(|| self.0.practice().set_filters(filters.into()))
    }

    /// Says whether the two live far from each other, and whether there are children.
    ///
    /// # Errors
    /// `store_…`.
    pub fn set_household(&self, apart: bool, children: bool) -> Result<(), TendError> {
        call(|| self.0.practice().set_household(apart, children))
    }
}
