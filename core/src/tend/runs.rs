use jiff::Span;
use tend_protocol::encode;

use super::{
    Tend, TendError,
    scope::{Scope, as_seen},
};
use crate::{
    content::{Exercise, Phones},
    practice::{Practised, TogetherDone},
    records::{Found, Nonce, RecordId},
    runs::{self, Draft, Run, RunRefusal, RunView, SharedWords, SharedWordsView, StepDraft, view},
    written,
};

/// Doing exercises.
#[derive(Debug)]
pub struct Runs<'t>(&'t Tend);

impl Tend {
    /// Doing exercises.
    pub fn runs(&self) -> Runs<'_> {
        Runs(self)
    }
}

impl Runs<'_> {
    /// Begins an exercise; `first` says whether this person speaks first. The run's id comes back.
    ///
    /// # Errors
    /// `not_found` for an exercise, a variant or a number of phones that there is not; `opens_later`.
    pub fn begin(
        &self,
        exercise: &str,
        variant: Option<&str>,
        phones: Phones,
        first: bool,
    ) -> Result<RecordId, TendError> {
        let (nonce, now) = (self.0.nonce_of_today(), self.0.zoned());
        self.0.write(|scope| {
            let words = scope.words(self.0.language)?;
            let practice = scope.practice(&now, &words)?;
            let run = runs::begin(exercise, variant, phones, first, &practice.done, self.0.now())?;
            Ok(scope.own().add(nonce, &run)?)
        })
    }

    /// A run.
    ///
    /// # Errors
    /// `not_found`.
    pub fn get(&self, id: RecordId) -> Result<RunView, TendError> {
        self.0.read(|scope| self.view(scope, &scope.find_own(id)?))
    }

    /// The runs that can be gone on with, the latest first.
    pub fn open_ones(&self) -> Result<Vec<RunView>, TendError> {
        self.0.read(|scope| scope.open_runs(self.0)?.iter().map(|found| self.view(scope, found)).collect())
    }

    /// All runs, the latest first: those that are over, too.
    pub fn all(&self) -> Result<Vec<RunView>, TendError> {
        self.0.read(|scope| runs::known(scope.own().all()?).iter().map(|found| self.view(scope, found)).collect())
    }

    /// Goes to the next step; `true` when that was the last one, and the run can be finished. `version`, from the step, says which one the
    /// person saw: where the run has gone on meanwhile, as by a second tap, it stays. Without it, that is the step at hand.
    ///
    /// # Errors
    /// `run_over`, `run_too_old`, `not_found`.
    pub fn next(&self, id: RecordId, version: &[u8]) -> Result<bool, TendError> {
        let seen = view::SeenStep::of(version).and_then(|seen| seen.number);
        self.step(id, |run, exercise, now| run.next(exercise, seen, now))
    }

    /// Goes back one step, from the one that the person saw as in [`Self::next`].
    ///
    /// # Errors
    /// `no_step` at the first; `run_over`, `run_too_old`, `not_found`.
    pub fn back(&self, id: RecordId, version: &[u8]) -> Result<(), TendError> {
        let seen = view::SeenStep::of(version).and_then(|seen| seen.number);
        self.step(id, |run, exercise, now| run.back(exercise, seen, now))
    }

    /// Sets it aside for a while.
    ///
    /// # Errors
    /// `not_pausable`, `run_over`, `run_too_old`, `not_found`.
    pub fn pause(&self, id: RecordId) -> Result<(), TendError> {
        self.step(id, |run, exercise, now| run.pause(exercise, now))
    }

    /// Takes it up again.
    ///
    /// # Errors
    /// `run_over`, `run_too_old`, `not_found`.
    pub fn resume(&self, id: RecordId) -> Result<(), TendError> {
        self.step(id, |run, exercise, now| run.go_on(exercise, now))
    }

    /// Lets it go. What was written stays with its author.
    ///
    /// # Errors
    /// `run_over`, `not_found`.
    pub fn let_go(&self, id: RecordId) -> Result<(), TendError> {
        self.step(id, |run, _, now| run.let_go(now))
    }

    /// Ends it as done, from any step.
    ///
    /// # Errors
    /// `run_over`, `run_too_old`, `not_found`.
    pub fn finish(&self, id: RecordId) -> Result<(), TendError> {
        let day = self.0.civil_day();
        self.0.write(|scope| {
            let (mut run, exercise) = find(scope, id)?;
            run.finish(exercise, self.0.now(), day.to_string())?;
            scope.own().put(id, &run)?;
            let record = Practised::record(&run.exercise);
            let before = scope.own().find::<Practised>(record)?.map(|found| found.value);
            scope.own().put(record, &Practised::again(before.as_ref(), &run.exercise, day))?;
            if let (Some(couple), Some(together)) = (scope.couple(), runs::together(exercise, &run, day)) {
                couple.put(TogetherDone::record(&together.exercise), &together)?;
            }
            Ok(())
        })
    }

    /// Answers the one question afterwards, 0 to 10. It is about oneself, stays here, and is compared with nobody's.
    ///
    /// # Errors
    /// `not_on_scale`; `not_found` also while it is not done.
    pub fn feel(&self, id: RecordId, feeling: u32) -> Result<(), TendError> {
        let feeling = runs::on_scale(feeling)?;
        self.0.write(|scope| {
            let run = runs::felt(scope.find_own::<Run>(id)?.value, feeling)?;
            Ok(scope.own().put(id, &run)?)
        })
    }

    /// Writes the words of a step; of versions that were written at once, these stay. Which step and which text the person saw says
    /// `version`, from the step: a text that came in between stays next to theirs. Without it, they are those of the step at hand.
    ///
    /// # Errors
    /// `text_empty`; `text_too_long` over 1,000 characters; `nothing_to_write`, `run_over`, `run_too_old`, `not_found`.
    pub fn write(&self, id: RecordId, text: &str, version: &[u8]) -> Result<(), TendError> {
        let text = written::words(text)?;
        self.0.write(|scope| {
            let (mut run, exercise) = find(scope, id)?;
            let seen = view::SeenStep::of(version);
            let step = seen.as_ref().map(|seen| seen.step.as_str());
            let draft = runs::draft(id, &mut run, exercise, step, self.0.now(), text)?;
            scope.own().put(id, &run)?;
            let version = encode(&seen.and_then(|seen| seen.version).unwrap_or_default());
            Ok(scope.own().edit(draft_of(scope, id, &draft.step)?, &draft, &version)?)
        })
    }

    /// Gives the partner what was written in a step that is meant for both. Only its author can, and nothing else goes. `version`, from the
    /// step or the draft, says which text the person saw: another one does not cross. The id of what was given comes back.
    ///
    /// # Errors
    /// `not_paired`, `only_yours` for a private step, `not_found` also when nothing was written there; `changed_meanwhile` when the text is
    /// not the one that the person saw.
    pub fn release(&self, id: RecordId, step: &str, version: &[u8]) -> Result<RecordId, TendError> {
        let nonce = self.0.nonce();
        self.0.write(|scope| {
            let (run, exercise) = find(scope, id)?;
            runs::may_release(exercise, step)?;
            let draft = scope.find_own::<Draft>(draft_of(scope, id, step)?)?;
            let seen = view::SeenStep::of(version).filter(|seen| seen.step == step);
            as_seen(&draft.version, seen.and_then(|seen| seen.version))?;
            let text = draft.value.text;
            let (couple, released_on) = (scope.of_both()?, self.0.day_text());
            let words = SharedWords { exercise: run.exercise, step: step.into(), text, released_on };
            // A second tap gives nothing twice.
            let mut all = couple.all::<SharedWords>()?.into_iter().filter(|given| given.origin.author == scope.me());
            match all.find(|given| given.value.says_the_same(&words)) {
                Some(given) => Ok(given.id),
                None => Ok(couple.add(nonce, &words)?),
            }
        })
    }

    /// What either gave the other in an exercise, the newest first. After the two parted, what this person gave.
    pub fn shared_words(&self, exercise: &str) -> Result<Vec<SharedWordsView>, TendError> {
        self.0.read(|scope| Ok(view::shared(scope.values()?, exercise, scope.me())))
    }

    /// Takes words back, on both phones, for good. Their author's right.
    ///
    /// # Errors
    /// `not_found`, `not_yours`.
    pub fn take_back(&self, id: RecordId) -> Result<(), TendError> {
        self.0.write(|scope| {
            let (found, both) = scope.find(id)?;
            runs::may_take_back(&found, scope.me())?;
            scope.purge::<SharedWords>(id, both)
        })
    }

    /// What this person wrote in a run, step by step, however long ago.
    ///
    /// # Errors
    /// `not_found`.
    pub fn drafts(&self, id: RecordId) -> Result<Vec<StepDraft>, TendError> {
        self.0.read(|scope| {
            let (_, exercise) = find(scope, id)?;
            let mut drafts = Vec::new();
            for step in &exercise.steps {
                let draft = scope.own().find::<Draft>(draft_of(scope, id, &step.id)?)?;
                drafts.extend(draft.map(|draft| StepDraft::new(&step.id, draft)));
            }
            Ok(drafts)
        })
    }

    /// Deletes what was written in a step, for good, on all of this person's devices. What was released stays with both until it is
    /// taken back.
    ///
    /// # Errors
    /// `not_found`.
    pub fn shred(&self, id: RecordId, step: &str) -> Result<(), TendError> {
        self.0.write(|scope| Ok(scope.own().purge::<Draft>(draft_of(scope, id, step)?)?))
    }

    fn step<T>(
        &self,
        id: RecordId,
        work: impl FnOnce(&mut Run, &Exercise, i64) -> Result<T, RunRefusal>,
    ) -> Result<T, TendError> {
        self.0.write(|scope| {
            let (mut run, exercise) = find(scope, id)?;
            let result = work(&mut run, exercise, self.0.now())?;
            scope.own().put(id, &run)?;
            Ok(result)
        })
    }

    fn view(&self, scope: &Scope<'_>, found: &Found<Run>) -> Result<RunView, TendError> {
        let (exercise, now) = (runs::exercise_of(&found.value.exercise)?, self.0.now());
        let step = found.value.at_hand(exercise, now).map(|now| draft_of(scope, found.id, &now.step.id)).transpose()?;
        let draft = step.map(|step| scope.own().find::<Draft>(step)).transpose()?.flatten();
        Ok(view::view(&scope.words(self.0.language)?, found, exercise, draft.as_ref(), now))
    }
}

/// Where the words of a step are, or can be.
fn draft_of(scope: &Scope<'_>, run: RecordId, step: &str) -> Result<Nonce, TendError> {
    let mut shredded = 0;
    while scope.own().is_over::<Draft>(Draft::record(run, step, shredded))? {
        shredded += 1;
    }
    Ok(Draft::record(run, step, shredded))
}

fn find(scope: &Scope<'_>, id: RecordId) -> Result<(Run, &'static Exercise), TendError> {
    let run = scope.find_own::<Run>(id)?.value;
    let exercise = runs::exercise_of(&run.exercise)?;
    Ok((run, exercise))
}

impl Scope<'_> {
    /// Runs that can be gone on with, the latest first.
    pub(super) fn open_runs(&self, tend: &Tend) -> Result<Vec<Found<Run>>, TendError> {
        let since = tend.civil_day().saturating_sub(Span::new().days(runs::LONGEST_RUN));
        Ok(runs::open(self.own().since::<Run>(since)?, tend.now()))
    }
}
