use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Draft, Run, RunStatus, SharedWords};
use crate::{
    content::{Exercise, Phones, Step, StepWords, Turn, Who, catalogue},
    identity::IdentityId,
    practice::{TogetherDone, is_open},
    records::{Found, RecordId},
    refusal::refusals,
};

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
        /// There is no such exercise, variant, step or number of phones, or nothing was written.
        NotFound = "not_found",
        /// The exercise opens once any listening practice was done.
        OpensLater = "opens_later",
        /// The step at hand is not one to write in.
        NothingToWrite = "nothing_to_write",
        /// The step's words are for their author alone.
        OnlyYours = "only_yours",
        /// Only their author takes words back.
        NotYours = "not_yours",
        /// The question is answered with 0 to 10.
        NotOnScale = "not_on_scale",
    }
}

/// How long a run that is not paused may stay at one step before it counts as left: an evening.
const LEFT_AFTER: i64 = 6 * 3600;

/// Days after its beginning in which a run is looked for.
pub const LONGEST_RUN: i32 = 60;

/// The exercise of a run.
///
/// # Errors
/// [`RunRefusal::NotFound`] for one that only a newer version knows.
pub fn exercise_of(id: &str) -> Result<&'static Exercise, RunRefusal> {
    catalogue().exercises.get(id).ok_or(RunRefusal::NotFound)
}

/// A new run of an exercise, `done` being those that were done before; `first` says whether this person speaks first.
///
/// # Errors
/// [`RunRefusal::NotFound`], [`RunRefusal::OpensLater`].
pub fn begin(
    id: &str,
    variant: Option<&str>,
    phones: Phones,
    first: bool,
    done: &BTreeMap<String, Date>,
    now: i64,
) -> Result<Run, RunRefusal> {
    let exercise = exercise_of(id)?;
    let known = variant.is_none_or(|variant| exercise.variants.iter().any(|one| one == variant));
    if !known || !exercise.phones.contains(&phones) {
        return Err(RunRefusal::NotFound);
    }
    if !is_open(catalogue(), exercise, done) {
        return Err(RunRefusal::OpensLater);
    }
    Ok(Run::begin(id, exercise, variant, phones, first, now))
}

/// The runs that can be gone on with, the latest first.
pub fn open(mut runs: Vec<Found<Run>>, now: i64) -> Vec<Found<Run>> {
    runs.retain(|found| exercise_of(&found.value.exercise).is_ok_and(|exercise| found.value.is_open(exercise, now)));
    known(runs)
}

/// The runs of exercises that this version knows, the latest first.
pub fn known(mut runs: Vec<Found<Run>>) -> Vec<Found<Run>> {
    runs.retain(|found| exercise_of(&found.value.exercise).is_ok());
    runs.sort_by_key(|found| (std::cmp::Reverse(found.value.touched_at), found.id));
    runs
}

/// What both people know of it once it is done together. What one does alone is not told.
pub fn together(exercise: &Exercise, run: &Run, day: Date) -> Option<TogetherDone> {
    (exercise.who != Who::Alone).then(|| TogetherDone { exercise: run.exercise.clone(), day: day.to_string() })
}

/// An answer to the one question afterwards.
///
/// # Errors
/// [`RunRefusal::NotOnScale`] for one that is not 0 to 10.
pub fn on_scale(feeling: u32) -> Result<u8, RunRefusal> {
    u8::try_from(feeling).ok().filter(|feeling| *feeling <= 10).ok_or(RunRefusal::NotOnScale)
}

/// The run with that answer.
///
/// # Errors
/// [`RunRefusal::NotFound`] while it is not done.
pub fn felt(run: Run, feeling: u8) -> Result<Run, RunRefusal> {
    if run.stands() != RunStatus::Done {
        return Err(RunRefusal::NotFound);
    }
    Ok(Run { feeling: Some(feeling), ..run })
}

/// What is written in the step that the person saw, or, when that is not known, in the one at hand: another device may have gone on.
///
/// # Errors
/// [`RunRefusal::NothingToWrite`]; [`RunRefusal::Over`], [`RunRefusal::TooOld`], [`RunRefusal::NoStep`].
pub fn draft(
    id: RecordId,
    run: &mut Run,
    exercise: &Exercise,
    seen: Option<&str>,
    now: i64,
    text: String,
) -> Result<Draft, RunRefusal> {
    run.go_on(exercise, now)?;
    let step = match seen {
        Some(step) => run.named(exercise, step)?,
        None => run.now(exercise)?,
    };
    if !step.writes {
        return Err(RunRefusal::NothingToWrite);
    }
    Ok(Draft { run: id, exercise: run.exercise.clone(), step: step.step.id.clone(), text })
}

/// Whether the words of a step may be given to the partner.
///
/// # Errors
/// [`RunRefusal::NotFound`], [`RunRefusal::OnlyYours`].
pub fn may_release(exercise: &Exercise, step: &str) -> Result<(), RunRefusal> {
    let step = exercise.steps.iter().find(|one| one.id == step).ok_or(RunRefusal::NotFound)?;
    if step.words == Some(StepWords::Share) { Ok(()) } else { Err(RunRefusal::OnlyYours) }
}

/// Whether `me` may take words back.
///
/// # Errors
/// [`RunRefusal::NotYours`].
pub fn may_take_back(words: &Found<SharedWords>, me: IdentityId) -> Result<(), RunRefusal> {
    if words.origin.author == me { Ok(()) } else { Err(RunRefusal::NotYours) }
}

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
            status: RunStatus::Running,
            begun_at: now,
            touched_at: now,
            done_on: None,
            feeling: None,
        }
    }

    /// Whether it can be gone on with.
    pub fn is_open(&self, exercise: &Exercise, now: i64) -> bool {
        let under_way = matches!(self.stands(), RunStatus::Running | RunStatus::Paused);
        let patience = exercise.resume_within_hours.map_or(LEFT_AFTER, |hours| i64::from(hours) * 3600);
        // A clock that was set back takes nothing away.
        under_way && self.version == exercise.version && now.saturating_sub(self.touched_at) <= patience
    }

    /// Goes on from the step with the number `seen`, or without one from the step at hand; `true` when there is none after it, and the run
    /// can be done. Where the run is at another step by now, it stays there: a second tap skips nothing.
    ///
    /// # Errors
    /// [`RunRefusal::Over`], [`RunRefusal::TooOld`].
    pub fn next(&mut self, exercise: &Exercise, seen: Option<u32>, now: i64) -> Result<bool, RunRefusal> {
        self.go_on(exercise, now)?;
        if self.is_elsewhere(seen) {
            return Ok(false);
        }
        if self.step as usize + 1 >= exercise.way(self.variant.as_deref()).len() {
            return Ok(true);
        }
        self.step += 1;
        Ok(false)
    }

    /// Goes back one step, from the one that was seen as in [`Self::next`].
    ///
    /// # Errors
    /// [`RunRefusal::NoStep`] at the first; [`RunRefusal::Over`], [`RunRefusal::TooOld`].
    pub fn back(&mut self, exercise: &Exercise, seen: Option<u32>, now: i64) -> Result<(), RunRefusal> {
        self.go_on(exercise, now)?;
        if self.is_elsewhere(seen) {
            return Ok(());
        }
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
        self.status = RunStatus::Paused;
        self.touched_at = now;
        Ok(())
    }

    /// Takes it up again, at the beginning of its step.
    ///
    /// # Errors
    /// [`RunRefusal::Over`], [`RunRefusal::TooOld`].
    pub fn go_on(&mut self, exercise: &Exercise, now: i64) -> Result<(), RunRefusal> {
        self.check(exercise, now)?;
        self.status = RunStatus::Running;
        self.touched_at = now;
        Ok(())
    }

    /// Ends it as done, from any step.
    ///
    /// # Errors
    /// [`RunRefusal::Over`], [`RunRefusal::TooOld`].
    pub fn finish(&mut self, exercise: &Exercise, now: i64, day: String) -> Result<(), RunRefusal> {
        self.check(exercise, now)?;
        self.status = RunStatus::Done;
        self.touched_at = now;
        self.done_on = Some(day);
        Ok(())
    }

    /// Lets it go, from any step.
    ///
    /// # Errors
    /// [`RunRefusal::Over`].
    pub fn let_go(&mut self, now: i64) -> Result<(), RunRefusal> {
        if !matches!(self.stands(), RunStatus::Running | RunStatus::Paused) {
            return Err(RunRefusal::Over);
        }
        self.status = RunStatus::LetGo;
        self.touched_at = now;
        Ok(())
    }

    fn is_elsewhere(&self, seen: Option<u32>) -> bool {
        seen.is_some_and(|seen| seen != self.step)
    }

    fn check(&self, exercise: &Exercise, now: i64) -> Result<(), RunRefusal> {
        match self.stands() {
            RunStatus::Done | RunStatus::LetGo => Err(RunRefusal::Over),
            _ if self.is_open(exercise, now) => Ok(()),
            _ => Err(RunRefusal::TooOld),
        }
    }

    /// The step at hand while the run can be gone on with.
    pub fn at_hand<'e>(&self, exercise: &'e Exercise, now: i64) -> Option<StepNow<'e>> {
        self.now(exercise).ok().filter(|_| self.is_open(exercise, now))
    }

    /// The step at hand.
    ///
    /// # Errors
    /// [`RunRefusal::NoStep`] when the exercise has changed and has none with that number.
    pub fn now<'e>(&self, exercise: &'e Exercise) -> Result<StepNow<'e>, RunRefusal> {
        self.at(exercise, self.step as usize)
    }

    /// The step with this id.
    fn named<'e>(&self, exercise: &'e Exercise, id: &str) -> Result<StepNow<'e>, RunRefusal> {
        let way = exercise.way(self.variant.as_deref());
        let at = way.iter().position(|(step, _)| step.id == id);
        self.at(exercise, at.ok_or(RunRefusal::NoStep)?)
    }

    fn at<'e>(&self, exercise: &'e Exercise, at: usize) -> Result<StepNow<'e>, RunRefusal> {
        let way = exercise.way(self.variant.as_deref());
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
