use super::{
    Room, RunView, SharedWordsView, StepDraft, StepView, Tend, TendError, checked_text,
    practice::{exercise, title},
};
use crate::{
    content::{Exercise, Phones, StepWords, Who, Words, catalogue},
    practice::{Draft, Practised, Run, RunError, RunStanding, SharedWords, Speaker, StepNow, TogetherDone, is_open},
    records::{DeskError, Found, RecordId},
};

/// Doing exercises: step by step, each at their own pace, with what is written on the way.
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
    /// `not_found` for an exercise, a variant or a number of phones that there is not; `opens_later`; `store_…`.
    pub fn begin(
        &self,
        exercise: &str,
        variant: Option<&str>,
        phones: Phones,
        first: bool,
    ) -> Result<RecordId, TendError> {
        let (id, exercise) = (exercise, super::practice::exercise(exercise)?);
        let known = variant.is_none_or(|variant| exercise.variants.iter().any(|one| one == variant));
        if !known || !exercise.phones.contains(&phones) {
            return Err(TendError::new("not_found"));
        }
        let day = self.0.civil_day();
        let new = RecordId::on_day(day, self.0.entropy.bytes());
        self.0.write(|room| {
            if !is_open(catalogue(), exercise, &room.done()?) {
                return Err(TendError::new("opens_later"));
            }
            room.own().put(new, &Run::begin(id, exercise, variant, phones, first, self.0.now()))?;
            Ok(new)
        })
    }

    /// A run.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn get(&self, id: RecordId) -> Result<RunView, TendError> {
        self.0.read(|room| {
            let found = room.own().find::<Run>(id)?.ok_or(DeskError::NotFound)?;
            view(room, &room.words(self.0.language)?, &found, self.0.now())
        })
    }

    /// The runs that can be gone on with, the latest first.
    ///
    /// # Errors
    /// `store_…`.
    pub fn open_ones(&self) -> Result<Vec<RunView>, TendError> {
        self.0.read(|room| {
            let (words, now) = (room.words(self.0.language)?, self.0.now());
            let open = room.open_runs(self.0.civil_day(), now)?;
            open.iter().map(|found| view(room, &words, found, now)).collect()
        })
    }

    /// Goes to the next step; `true` when that was the last one, and the run can be finished.
    ///
    /// # Errors
    /// `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn next(&self, id: RecordId) -> Result<bool, TendError> {
        self.step(id, |run, exercise, now| run.next(exercise, now))
    }

    /// Goes back one step.
    ///
    /// # Errors
    /// `no_step` at the first; `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn back(&self, id: RecordId) -> Result<(), TendError> {
        self.step(id, |run, exercise, now| run.back(exercise, now))
    }

    /// Sets it aside for a while.
    ///
    /// # Errors
    /// `not_pausable`, `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn pause(&self, id: RecordId) -> Result<(), TendError> {
        self.step(id, |run, exercise, now| run.pause(exercise, now))
    }

    /// Takes it up again.
    ///
    /// # Errors
    /// `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn resume(&self, id: RecordId) -> Result<(), TendError> {
        self.step(id, |run, exercise, now| run.go_on(exercise, now))
    }

    /// Lets it go. What was written stays with its author.
    ///
    /// # Errors
    /// `run_over`, `not_found`; `store_…`.
    pub fn let_go(&self, id: RecordId) -> Result<(), TendError> {
        self.step(id, |run, _, now| run.let_go(now))
    }

    /// Ends it as done, from any step.
    ///
    /// # Errors
    /// `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn finish(&self, id: RecordId) -> Result<(), TendError> {
        let day = self.0.civil_day();
        self.0.write(|room| {
            let (mut run, exercise) = find(room, id)?;
            run.finish(exercise, self.0.now(), day.to_string())?;
            room.own().put(id, &run)?;
            let before = room.own().find::<Practised>(Practised::record(&run.exercise))?.map(|found| found.value);
            let practised = Practised::again(before.as_ref(), &run.exercise, day);
            room.own().put(Practised::record(&run.exercise), &practised)?;
            // Two who did it together both know. What one does alone is not told.
            if exercise.who != Who::Alone
                && let Some(couple) = room.couple()
            {
                let together = TogetherDone { exercise: run.exercise.clone(), day: day.to_string() };
                couple.put(TogetherDone::record(&run.exercise), &together)?;
            }
            Ok(())
        })
    }

    /// Answers the one question afterwards, 0 to 10. It is about oneself, stays here, and is compared with nobody's.
    ///
    /// # Errors
    /// `not_on_scale`, `not_found`; `store_…`.
    pub fn feel(&self, id: RecordId, feeling: u8) -> Result<(), TendError> {
        if feeling > 10 {
            return Err(TendError::new("not_on_scale"));
        }
        self.0.write(|room| {
            let (run, _) = find(room, id)?;
            if run.standing != RunStanding::Done {
                return Err(TendError::new("not_found"));
            }
            Ok(room.own().put(id, &Run { feeling: Some(feeling), ..run })?)
        })
    }

    /// Writes the words of the step at hand, 1 to 1,000 characters; of versions that were written at once, these stay.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `nothing_to_write`, `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn write(&self, id: RecordId, text: &str) -> Result<(), TendError> {
        let text = checked_text(text)?;
        self.0.write(|room| {
            let (mut run, exercise) = find(room, id)?;
            run.go_on(exercise, self.0.now())?;
            let now = run.now(exercise)?;
            if !now.writes {
                return Err(TendError::new("nothing_to_write"));
            }
            let draft = Draft { run: id, exercise: run.exercise.clone(), step: now.step.id.clone(), text };
            room.own().put(id, &run)?;
            Ok(room.own().put_settled(Draft::record(id, &draft.step), &draft)?)
        })
    }

    /// Gives the partner what was written in a step that is meant for both. Only its author can, and nothing else goes. The id of the
    /// words that both then have comes back.
    ///
    /// # Errors
    /// `not_paired`, `only_yours` for a private step, `not_found` when nothing was written there; `store_…`.
    pub fn release(&self, id: RecordId, step: &str) -> Result<RecordId, TendError> {
        let new = RecordId(self.0.entropy.bytes());
        self.0.write(|room| {
            let (run, exercise) = find(room, id)?;
            let step = exercise.steps.iter().find(|one| one.id == step).ok_or(TendError::new("not_found"))?;
            if step.words != Some(StepWords::Share) {
                return Err(TendError::new("only_yours"));
            }
            let couple = room.couple().ok_or(TendError::new("not_paired"))?;
            let draft = room.own().find::<Draft>(Draft::record(id, &step.id))?.ok_or(DeskError::NotFound)?;
            let shared = SharedWords {
                author: room.device.person(),
                exercise: run.exercise,
                step: step.id.clone(),
                text: draft.value.text,
                released_on: self.0.day_text(),
            };
            couple.put(new, &shared)?;
            Ok(new)
        })
    }

    /// What either gave the other in an exercise, the newest first.
    ///
    /// # Errors
    /// `store_…`.
    pub fn shared_words(&self, exercise: &str) -> Result<Vec<SharedWordsView>, TendError> {
        self.0.read(|room| {
            let Some(couple) = room.couple() else { return Ok(Vec::new()) };
            let all = couple.all::<SharedWords>()?.into_iter().filter(|found| found.value.exercise == exercise);
            let mut all: Vec<_> = all
                .map(|Found { id, value, .. }| SharedWordsView {
                    id,
                    mine: value.author == room.device.person(),
                    exercise: value.exercise,
                    step: value.step,
                    text: value.text,
                    released_on: value.released_on,
                })
                .collect();
            all.sort_by(|a, b| (&b.released_on, b.id).cmp(&(&a.released_on, a.id)));
            Ok(all)
        })
    }

    /// Takes words back, on both phones, for good. Their author's right.
    ///
    /// # Errors
    /// `not_found`, `not_yours`; `store_…`.
    pub fn take_back(&self, id: RecordId) -> Result<(), TendError> {
        self.0.write(|room| {
            let couple = room.couple().ok_or(TendError::new("not_found"))?;
            let found = couple.find::<SharedWords>(id)?.ok_or(DeskError::NotFound)?;
            if found.value.author != room.device.person() {
                return Err(TendError::new("not_yours"));
            }
            Ok(couple.purge::<SharedWords>(id)?)
        })
    }

    /// What this person wrote in a run, step by step, however long ago.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn drafts(&self, id: RecordId) -> Result<Vec<StepDraft>, TendError> {
        self.0.read(|room| {
            let (_, exercise) = find(room, id)?;
            let mut drafts = Vec::new();
            for step in &exercise.steps {
                let draft = room.own().find::<Draft>(Draft::record(id, &step.id))?;
                drafts.extend(draft.map(|draft| StepDraft { step: step.id.clone(), text: draft.value.text }));
            }
            Ok(drafts)
        })
    }

    /// Deletes what was written in a step, for good, on all of this person's devices. What was released stays with both until it is
    /// taken back.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn shred(&self, id: RecordId, step: &str) -> Result<(), TendError> {
        self.0.write(|room| Ok(room.own().purge::<Draft>(Draft::record(id, step))?))
    }

    fn step<T>(
        &self,
        id: RecordId,
        work: impl FnOnce(&mut Run, &Exercise, i64) -> Result<T, RunError>,
    ) -> Result<T, TendError> {
        self.0.write(|room| {
            let (mut run, exercise) = find(room, id)?;
            let result = work(&mut run, exercise, self.0.now())?;
            room.own().put(id, &run)?;
            Ok(result)
        })
    }
}

impl Room<'_> {
    /// Runs that can be gone on with, the latest first. None is open for longer than a few weeks.
    pub(super) fn open_runs(&self, day: jiff::civil::Date, now: i64) -> Result<Vec<Found<Run>>, TendError> {
        let since = day.saturating_sub(jiff::Span::new().days(LONGEST_RUN));
        let mut open = self.own().since::<Run>(since)?;
        open.retain(|found| exercise(&found.value.exercise).is_ok_and(|exercise| found.value.is_open(exercise, now)));
        open.sort_by_key(|found| (std::cmp::Reverse(found.value.touched_at), found.id));
        Ok(open)
    }
}

/// Days after its beginning in which a run is looked for.
const LONGEST_RUN: i32 = 60;

fn find(room: &Room<'_>, id: RecordId) -> Result<(Run, &'static Exercise), TendError> {
    let run = room.own().find::<Run>(id)?.ok_or(DeskError::NotFound)?.value;
    let exercise = exercise(&run.exercise)?;
    Ok((run, exercise))
}

fn view(room: &Room<'_>, words: &Words, found: &Found<Run>, now: i64) -> Result<RunView, TendError> {
    let (id, run) = (found.id, &found.value);
    let exercise = exercise(&run.exercise)?;
    let open = run.is_open(exercise, now);
    let step = match run.now(exercise) {
        Ok(now) if open => Some(step_view(room, words, id, run, now)?),
        _ => None,
    };
    Ok(RunView {
        id,
        exercise: run.exercise.clone(),
        title: title(words, &run.exercise),
        standing: run.standing,
        open,
        step_number: run.step + 1,
        steps: u32::try_from(exercise.way(run.variant.as_deref()).len()).unwrap_or(u32::MAX),
        step,
        resume_until: exercise.resume_within_hours.map(|hours| run.touched_at + i64::from(hours) * 3600),
        question: (run.standing == RunStanding::Done).then(|| words.text("practice-question")),
        feeling: run.feeling,
    })
}

fn step_view(room: &Room<'_>, words: &Words, id: RecordId, run: &Run, now: StepNow<'_>) -> Result<StepView, TendError> {
    let (message, who) = (format!("exercise-{}-{}", run.exercise, now.step.id), exercise(&run.exercise)?.who);
    let draft = room.own().find::<Draft>(Draft::record(id, &now.step.id))?;
    let other_versions = draft.as_ref().and_then(|draft| draft.conflicts.get("text").cloned()).unwrap_or_default();
    Ok(StepView {
        id: now.step.id.clone(),
        action: now.step.action,
        text: words.text(&message),
        stem: words.attribute(&message, "stem"),
        seconds: now.step.seconds,
        since: run.touched_at,
        speaker: now.speaker,
        turn: words.text(match now.speaker {
            Speaker::Me => "turn-me",
            Speaker::Partner => "turn-partner",
            Speaker::Both if who == Who::Alone => "turn-alone",
            Speaker::Both => "turn-both",
        }),
        hand_over: now.hand_over.then(|| {
            words.text(if now.speaker == Speaker::Partner { "hand-over-to-partner" } else { "hand-over-back" })
        }),
        writes: now.step.words.filter(|_| now.writes),
        draft: draft.map(|draft| draft.value.text),
        other_versions,
    })
}
