use super::{Tend, TendError, scope::Scope};
use crate::{
    chance::chance,
    content::{Words, catalogue},
    practice::{
        ExerciseView, Filters, PracticeInput, PracticePathView, PracticeSettings, PracticeSettingsView, Practised,
        PromptOfDay, REST_DAYS, TogetherDone, TopicView, view,
    },
    records::{RecordError, typed::rebased},
};
use jiff::{Span, ZonedDateTime};

/// What can be practised, and how this person wants to.
#[derive(Debug)]
pub struct Practice<'t>(&'t Tend);

impl Tend {
    /// What can be practised, and how this person wants to.
    pub fn practice(&self) -> Practice<'_> {
        Practice(self)
    }
}

impl Practice<'_> {
    /// Every exercise, in the order of their names.
    pub fn exercises(&self) -> Result<Vec<ExerciseView>, TendError> {
        self.read(|input| Ok(view::exercises(input)))
    }

    /// One exercise.
    ///
    /// # Errors
    /// `not_found`.
    pub fn exercise(&self, id: &str) -> Result<ExerciseView, TendError> {
        self.read(|input| Ok(view::exercise(input, id).ok_or(RecordError::NotFound)?))
    }

    /// Every path.
    pub fn paths(&self) -> Result<Vec<PracticePathView>, TendError> {
        self.read(|input| Ok(view::paths(input)))
    }

    /// Topics for listening that fit the person, the lightest first. Which are on top changes from day to day.
    pub fn topics(&self) -> Result<Vec<TopicView>, TendError> {
        self.read(|input| Ok(view::topics(input)))
    }

    /// Goes another path from today; what was done stays done.
    ///
    /// # Errors
    /// `not_found`.
    pub fn choose_path(&self, id: &str) -> Result<(), TendError> {
        catalogue().paths.get(id).ok_or(RecordError::NotFound)?;
        self.change(|settings| settings.path = Some(id.into()))
    }

    /// What the small things of a day are chosen by.
    pub fn settings(&self) -> Result<PracticeSettingsView, TendError> {
        self.0.read(|scope| Ok(view::settings(scope.practice_settings()?)))
    }

    /// Changes what the small things of a day are chosen by, where the person was shown `seen`: what they left so stays as it is by now.
    pub fn set_filters(&self, seen: Filters, wanted: Filters) -> Result<(), TendError> {
        self.change(|settings| {
            let with = |filters| PracticeSettings { filters, ..PracticeSettings::default() };
            settings.filters = rebased(&*settings, &with(seen), &with(wanted)).filters;
        })
    }

    /// Says whether the two live far from each other.
    pub fn set_apart(&self, apart: bool) -> Result<(), TendError> {
        self.change(|settings| settings.apart = apart)
    }

    /// Says whether there are children.
    pub fn set_children(&self, children: bool) -> Result<(), TendError> {
        self.change(|settings| settings.children = children)
    }

    fn read<T>(&self, work: impl FnOnce(&PracticeInput<'_>) -> Result<T, TendError>) -> Result<T, TendError> {
        let now = self.0.zoned();
        self.0.read(|scope| work(&scope.practice(&now, &scope.words(self.0.language)?)?))
    }

    fn change(&self, change: impl FnOnce(&mut PracticeSettings)) -> Result<(), TendError> {
        self.0.write(|scope| {
            let mut settings = scope.practice_settings()?;
            change(&mut settings);
            Ok(scope.own().put(PracticeSettings::record(), &settings)?)
        })
    }
}

impl Scope<'_> {
    /// All that the practice decides by.
    pub(super) fn practice<'a>(
        &self,
        now: &'a ZonedDateTime,
        words: &'a Words,
    ) -> Result<PracticeInput<'a>, TendError> {
        let values = |found: Vec<crate::records::Found<Practised>>| found.into_iter().map(|found| found.value);
        let practised: Vec<_> = values(self.own().all()?).collect();
        let together: Vec<_> = self.values::<TogetherDone>()?.into_iter().map(|found| found.value).collect();
        let since = now.date().saturating_sub(Span::new().days(REST_DAYS));
        Ok(PracticeInput {
            now,
            words,
            paired: self.paired(),
            settings: self.practice_settings()?,
            done: PracticeInput::done(&practised, &together, now.date()),
            practised,
            prompts: self.own().since::<PromptOfDay>(since)?.into_iter().map(|found| found.value).collect(),
            seed: self.seed(),
        })
    }

    pub(super) fn practice_settings(&self) -> Result<PracticeSettings, TendError> {
        Ok(self.own().find(PracticeSettings::record())?.map(|found| found.value).unwrap_or_default())
    }

    /// What chance is drawn from: the same on all of the person's devices, and known to nobody else.
    pub(super) fn seed(&self) -> u64 {
        chance(0, &[b"Tend practice", self.me().as_bytes(), &self.device.own_space.0])
    }
}
