use serde::{Deserialize, Serialize};

use crate::{
    area::Area,
    content::{Exercise, Phones, Step, Turn, Who},
    records::{Own, Record, RecordId},
    refusal::refusals,
};

/// A run of an exercise, step by step. It lies with the person alone: each partner goes at their own pace, and sees nothing of the other's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The exercise's id.
    pub exercise: String,
    /// The version of the exercise that was begun.
    pub version: u32,
    /// The way through; `None` for the usual one.
    pub variant: Option<String>,
    /// One phone that is handed over, or two; one for a person alone.
    pub phones: Phones,
    /// Whether this person speaks first.
    pub first: bool,
    /// The number of the step in the way, from 0.
    pub step: u32,
    /// Where it stands.
    pub standing: RunStanding,
    /// When it was begun, in seconds since 1970.
    pub begun_at: i64,
    /// When its step was begun, or the run paused, in seconds since 1970.
    pub touched_at: i64,
    /// The local date on which it was done, as `YYYY-MM-DD`.
    pub done_on: Option<String>,
    /// What the person answered about themselves afterwards, 0 to 10.
    pub feeling: Option<u8>,
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunStanding {
    /// Under way.
    Running,
    /// Set aside for a while.
    Paused,
    /// Done.
    Done,
    /// Let go. No reason is asked.
    LetGo,
}

impl Record for Run {
    const KIND: &'static str = "exercise_run";
    const AREAS: &'static [Area] = &[Area::Practice, Area::Today];
    const BY_DAY: bool = true;
    type Home = Own;
}

/// What was written in a step: private, or a draft until its author releases it. Releasing makes another record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The run that it belongs to.
    pub run: RecordId,
    /// The exercise's id.
    pub exercise: String,
    /// The step's id.
    pub step: String,
    /// The words, 1 to 1,000 characters.
    pub text: String,
}

impl Record for Draft {
    const KIND: &'static str = "exercise_draft";
    const TEXT: &'static [&'static str] = &["text"];
    const AREAS: &'static [Area] = &[Area::Practice, Area::Today];
    type Home = Own;
}

impl Draft {
    /// The one record of a step of a run.
    pub(crate) fn record(run: RecordId, step: &str) -> RecordId {
        RecordId::derived(b"Tend exercise draft", &[&run.0, step.as_bytes()].concat())
    }
}

/// Who has the word in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// This person.
    Me,
    /// The partner.
    Partner,
    /// Both, or each for themselves.
    Both,
}

/// A step as a person meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepNow<'e> {
    /// The step.
    pub step: &'e Step,
    /// Who does it.
    pub speaker: Speaker,
    /// Whether the one phone changes hands before it.
    pub hand_over: bool,
    /// Whether this person can write here: on one phone at a table nothing is typed, since the other could read it.
    pub writes: bool,
}

refusals! {
    /// What a run cannot do.
    RunRefusal {
        /// It is done, or was let go.
        Over = "run_over",
        /// The exercise is done in one go.
        NotPausable = "not_pausable",
        /// Its time to be resumed is over, or the exercise has changed since.
        TooOld = "run_too_old",
        /// It is at its first step, or has no such step.
        NoStep = "no_step",
    }
}

/// How long a step may lie without a pause before the run counts as left: an evening.
const LEFT_AFTER: i64 = 6 * 3600;

impl Run {
    /// A new run at its first step.
    pub fn begin(id: &str, exercise: &Exercise, variant: Option<&str>, phones: Phones, first: bool, now: i64) -> Self {
        let phones = if exercise.who == Who::Alone { Phones::One } else { phones };
        Self {
            exercise: id.into(),
            version: exercise.version,
            variant: variant.map(String::from),
            phones,
            first,
            step: 0,
            standing: RunStanding::Running,
            begun_at: now,
            touched_at: now,
            done_on: None,
            feeling: None,
        }
    }

    /// Whether it can be gone on with.
    pub fn is_open(&self, exercise: &Exercise, now: i64) -> bool {
        let under_way = matches!(self.standing, RunStanding::Running | RunStanding::Paused);
        let patience = exercise.resume_within_hours.map_or(LEFT_AFTER, |hours| i64::from(hours) * 3600);
        // A clock that was set back takes nothing away.
        under_way && self.version == exercise.version && now.saturating_sub(self.touched_at) <= patience
    }

    /// Goes to the next step; `true` when there is none, and the run can be done.
    ///
    /// # Errors
    /// [`RunRefusal::Over`], [`RunRefusal::TooOld`].
    pub fn next(&mut self, exercise: &Exercise, now: i64) -> Result<bool, RunRefusal> {
        self.go_on(exercise, now)?;
        if self.step as usize + 1 >= exercise.way(self.variant.as_deref()).len() {
            return Ok(true);
        }
        self.step += 1;
        Ok(false)
    }

    /// Goes back one step.
    ///
    /// # Errors
    /// [`RunRefusal::NoStep`] at the first; [`RunRefusal::Over`], [`RunRefusal::TooOld`].
    pub fn back(&mut self, exercise: &Exercise, now: i64) -> Result<(), RunRefusal> {
        self.go_on(exercise, now)?;
        self.step = self.step.checked_sub(1).ok_or(RunRefusal::NoStep)?;
        Ok(())
    }

    /// Sets it aside, to be resumed within its time.
    ///
    /// # Errors
    /// [`RunRefusal::NotPausable`], [`RunRefusal::Over`], [`RunRefusal::TooOld`].
    pub fn pause(&mut self, exercise: &Exercise, now: i64) -> Result<(), RunRefusal> {
        self.check(exercise, now)?;
        exercise.resume_within_hours.ok_or(RunRefusal::NotPausable)?;
        self.standing = RunStanding::Paused;
        self.touched_at = now;
        Ok(())
    }

    /// Takes it up again, at the beginning of its step.
    ///
    /// # Errors
    /// [`RunRefusal::Over`], [`RunRefusal::TooOld`].
    pub fn go_on(&mut self, exercise: &Exercise, now: i64) -> Result<(), RunRefusal> {
        self.check(exercise, now)?;
        self.standing = RunStanding::Running;
        self.touched_at = now;
        Ok(())
    }

    /// Ends it as done, from any step.
    ///
    /// # Errors
    /// [`RunRefusal::Over`], [`RunRefusal::TooOld`].
    pub fn finish(&mut self, exercise: &Exercise, now: i64, day: String) -> Result<(), RunRefusal> {
        self.check(exercise, now)?;
        self.standing = RunStanding::Done;
        self.touched_at = now;
        self.done_on = Some(day);
        Ok(())
    }

    /// Lets it go, from any step.
    ///
    /// # Errors
    /// [`RunRefusal::Over`].
    pub fn let_go(&mut self, now: i64) -> Result<(), RunRefusal> {
        if !matches!(self.standing, RunStanding::Running | RunStanding::Paused) {
            return Err(RunRefusal::Over);
        }
        self.standing = RunStanding::LetGo;
        self.touched_at = now;
        Ok(())
    }

    fn check(&self, exercise: &Exercise, now: i64) -> Result<(), RunRefusal> {
        match self.standing {
            RunStanding::Done | RunStanding::LetGo => Err(RunRefusal::Over),
            _ if self.is_open(exercise, now) => Ok(()),
            _ => Err(RunRefusal::TooOld),
        }
    }

    /// The step at hand.
    ///
    /// # Errors
    /// [`RunRefusal::NoStep`] when the exercise has changed and has none with that number.
    pub fn now<'e>(&self, exercise: &'e Exercise) -> Result<StepNow<'e>, RunRefusal> {
        let way = exercise.way(self.variant.as_deref());
        let at = self.step as usize;
        let (step, changed) = *way.get(at).ok_or(RunRefusal::NoStep)?;
        let speaker = self.speaker(step, changed);
        let before = at.checked_sub(1).and_then(|at| way.get(at)).map(|(step, changed)| self.speaker(step, *changed));
        let holds = |speaker| if speaker == Speaker::Partner { Speaker::Partner } else { Speaker::Me };
        let one = self.phones == Phones::One && exercise.who != Who::Alone;
        let hand_over = one && holds(speaker) != before.map_or(Speaker::Me, holds);
        Ok(StepNow { step, speaker, hand_over, writes: step.words.is_some() && !one })
    }

    fn speaker(&self, step: &Step, changed: bool) -> Speaker {
        let sends = self.first != changed;
        match (step.turn, sends) {
            (Turn::Together | Turn::Each, _) => Speaker::Both,
            (Turn::Sender, true) | (Turn::Receiver, false) => Speaker::Me,
            (Turn::Sender, false) | (Turn::Receiver, true) => Speaker::Partner,
        }
    }
}
