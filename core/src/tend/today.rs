use super::{Tend, TendError};
use crate::{
    nudges,
    practice::{self, Outcome, PracticeSettings, ThisWeek},
    runs, schedule,
    today::{self, TodayView},
};

/// What a person sees on opening Tend.
#[derive(Debug)]
pub struct Today<'t>(&'t Tend);

impl Tend {
    /// The first screen.
    pub fn today(&self) -> Today<'_> {
        Today(self)
    }
}

impl Today<'_> {
    /// The first screen. Reading changes nothing.
    pub fn read(&self) -> Result<TodayView, TendError> {
        let now = self.0.zoned();
        self.0.read(|scope| {
            let words = scope.words(self.0.language)?;
            let practice = scope.practice(&now, &words)?;
            let schedule = scope.schedule(&practice)?;
            let nudges = scope.nudges(&now, &words, &schedule.appointments())?;
            let week = ThisWeek { booked: schedule::is_booked(&schedule), off: nudges::is_off_week(&nudges) };
            let offers = [
                nudges::offers(&nudges),
                schedule::offers(&schedule),
                runs::offers(&words, &scope.open_runs(self.0)?),
                practice::offers(&practice, week),
            ];
            Ok(TodayView { day: now.date().to_string(), cards: today::cards(offers.concat()) })
        })
    }

    /// The person opened Tend: a shell says so when its first screen has been drawn. It is noted on their own devices alone; and, for
    /// the partner, whether their clock shows what their times go by.
    pub fn opened(&self) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|scope| {
            let words = scope.words(self.0.language)?;
            let practice = scope.practice(&now, &words)?;
            // On a day that has no small thing, none was shown.
            if let Ok(Some(noted)) = practice::note_prompt(&practice, Outcome::Shown) {
                scope.own().put(noted.record(now.date()), &noted)?;
            }
            scope.note_opening(&now)?;
            scope.note_place(&now)?;
            if let Some(settings) = practice.settings.opened(now.date()) {
                scope.own().put(PracticeSettings::record(), &settings)?;
            }
            Ok(())
        })
    }

    /// The person did the small thing of the day.
    ///
    /// # Errors
    /// `not_found` when there is none.
    pub fn done(&self) -> Result<(), TendError> {
        self.settle(Outcome::Done)
    }

    /// The person would like another one. Nothing is noted but that this one rests.
    ///
    /// # Errors
    /// `not_found` when there is none.
    pub fn another(&self) -> Result<(), TendError> {
        self.settle(Outcome::Another)
    }

    fn settle(&self, outcome: Outcome) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|scope| {
            let words = scope.words(self.0.language)?;
            let practice = scope.practice(&now, &words)?;
            if let Some(noted) = practice::note_prompt(&practice, outcome)? {
                scope.own().put(noted.record(now.date()), &noted)?;
            }
            Ok(())
        })
    }
}
