use std::sync::Arc;

use tend_core::{content, practice};

use super::{each, practice::Phones};
use crate::{TendError, border::call, ids, mirror::mirror, numbers::narrow};

mirror! {
    /// Where a run stands.
    RunStanding = practice::RunStanding {
        /// Under way.
        Running,
        /// Set aside for a while.
        Paused,
        /// Done.
        Done,
        /// Let go. No reason is asked.
        LetGo,
    }
}
mirror! {
    /// What one does in a step.
    StepAction = content::Action {
        /// Reads, or listens to it read.
        Read,
        /// Does something quiet while time runs.
        Timer,
        /// Writes, if one likes.
        Write,
        /// Speaks.
        Speak,
        /// Says whether one wants to; no needs no reason.
        Consent,
    }
}
mirror! {
    /// Who has the word in a step.
    Speaker = practice::Speaker {
        /// This person.
        Me,
        /// The partner.
        Partner,
        /// Both, or each for themselves.
        Both,
    }
}
mirror! {
    /// What becomes of the words of a step.
    StepWords = content::StepWords {
        /// They stay with their author.
        Private,
        /// A draft, until its author releases it.
        Share,
    }
}

/// A run of an exercise, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Run {
    /// For the verbs.
    pub id: String,
    /// The exercise's id.
    pub exercise: String,
    /// The exercise's name.
    pub title: String,
    /// Where it stands.
    pub standing: RunStanding,
    /// Whether it can be gone on with.
    pub open: bool,
    /// The number of its step, from 1.
    pub step_number: u32,
    /// How many there are.
    pub steps: u32,
    /// The step at hand; none when the run is over.
    pub step: Option<Step>,
    /// Until when it can be taken up again, in seconds since 1970; none when it is done in one go.
    pub resume_until: Option<i64>,
    /// What is asked once, when it is done: about oneself, 0 to 10, and only if one likes.
    pub question: Option<String>,
    /// What the person answered to it.
    pub feeling: Option<u32>,
}

impl From<tend_core::RunView> for Run {
    fn from(view: tend_core::RunView) -> Self {
        Self {
            id: view.id.to_hex(),
            exercise: view.exercise,
            title: view.title,
            standing: view.standing.into(),
            open: view.open,
            step_number: view.step_number,
            steps: view.steps,
            step: view.step.map(Step::from),
            resume_until: view.resume_until,
            question: view.question,
            feeling: view.feeling.map(u32::from),
        }
    }
}

/// A step, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Step {
    /// For the verbs.
    pub id: String,
    /// What one does.
    pub action: StepAction,
    /// What to do, in words.
    pub text: String,
    /// The beginning of a sentence, to be finished.
    pub stem: Option<String>,
    /// What it usually takes.
    pub seconds: u32,
    /// When it was begun, in seconds since 1970.
    pub since: i64,
    /// Who has the word.
    pub speaker: Speaker,
    /// The same, in words.
    pub turn: String,
    /// What is said before the phone changes hands; none when it stays.
    pub hand_over: Option<String>,
    /// Whether something can be written, and what becomes of it.
    pub writes: Option<StepWords>,
    /// What this person wrote.
    pub draft: Option<String>,
    /// Other versions of it, when it was written on two devices at once.
    pub other_versions: Vec<String>,
}

impl From<tend_core::StepView> for Step {
    fn from(view: tend_core::StepView) -> Self {
        Self {
            id: view.id,
            action: view.action.into(),
            text: view.text,
            stem: view.stem,
            seconds: view.seconds,
            since: view.since,
            speaker: view.speaker.into(),
            turn: view.turn,
            hand_over: view.hand_over,
            writes: view.writes.map(StepWords::from),
            draft: view.draft,
            other_versions: view.other_versions,
        }
    }
}

/// What this person wrote in a step.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct StepDraft {
    /// The step's id.
    pub step: String,
    /// The words.
    pub text: String,
}

/// Words of an exercise that one gave the other.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SharedWords {
    /// For the verbs.
    pub id: String,
    /// The exercise's id.
    pub exercise: String,
    /// The step's id.
    pub step: String,
    /// The words.
    pub text: String,
    /// Whether this person gave them.
    pub mine: bool,
    /// The local date on which they were given, as `YYYY-MM-DD`.
    pub released_on: String,
}

impl From<tend_core::SharedWordsView> for SharedWords {
    fn from(view: tend_core::SharedWordsView) -> Self {
        let tend_core::SharedWordsView { id, exercise, step, text, mine, released_on } = view;
        Self { id: id.to_hex(), exercise, step, text, mine, released_on }
    }
}

/// Doing exercises: step by step, each at their own pace, with what is written on the way.
#[derive(uniffi::Object)]
pub struct Runs(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Runs {
    /// Begins an exercise; `first` says whether this person speaks first. The run's id comes back.
    ///
    /// # Errors
    /// `not_found` for an exercise, a variant or a number of phones that there is not; `opens_later`; `store_…`.
    pub fn begin(
        &self,
        exercise: String,
        variant: Option<String>,
        phones: Phones,
        first: bool,
    ) -> Result<String, TendError> {
        call(|| Ok(self.0.runs().begin(&exercise, variant.as_deref(), phones.into(), first)?.to_hex()))
    }

    /// A run.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn get(&self, id: String) -> Result<Run, TendError> {
        call(|| Ok(self.0.runs().get(ids::record(&id)?)?.into()))
    }

    /// The runs that can be gone on with, the latest first.
    ///
    /// # Errors
    /// `store_…`.
    pub fn open_ones(&self) -> Result<Vec<Run>, TendError> {
        call(|| self.0.runs().open_ones().map(each))
    }

    /// Goes to the next step; `true` when that was the last one, and the run can be finished.
    ///
    /// # Errors
    /// `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn next(&self, id: String) -> Result<bool, TendError> {
        call(|| self.0.runs().next(ids::record(&id)?))
    }

    /// Goes back one step.
    ///
    /// # Errors
    /// `no_step` at the first; `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn back(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.runs().back(ids::record(&id)?))
    }

    /// Sets it aside for a while.
    ///
    /// # Errors
    /// `not_pausable`, `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn pause(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.runs().pause(ids::record(&id)?))
    }

    /// Takes it up again.
    ///
    /// # Errors
    /// `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn resume(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.runs().resume(ids::record(&id)?))
    }

    /// Lets it go. What was written stays with its author.
    ///
    /// # Errors
    /// `run_over`, `not_found`; `store_…`.
    pub fn let_go(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.runs().let_go(ids::record(&id)?))
    }

    /// Ends it as done, from any step.
    ///
    /// # Errors
    /// `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn finish(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.runs().finish(ids::record(&id)?))
    }

    /// Answers the one question afterwards, 0 to 10. It is about oneself, stays here, and is compared with nobody's.
    ///
    /// # Errors
    /// `not_on_scale`, `not_found`; `store_…`.
    pub fn feel(&self, id: String, feeling: u32) -> Result<(), TendError> {
        call(|| self.0.runs().feel(ids::record(&id)?, narrow(feeling)))
    }

    /// Writes the words of the step at hand, 1 to 1,000 characters; of versions that were written at once, these stay.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `nothing_to_write`, `run_over`, `run_too_old`, `not_found`; `store_…`.
    pub fn write(&self, id: String, text: String) -> Result<(), TendError> {
        call(|| self.0.runs().write(ids::record(&id)?, &text))
    }

    /// Gives the partner what was written in a step that is meant for both. Only its author can, and nothing else goes. The id of the
    /// words that both then have comes back.
    ///
    /// # Errors
    /// `not_paired`, `only_yours` for a private step, `not_found` when nothing was written there; `store_…`.
    pub fn release(&self, id: String, step: String) -> Result<String, TendError> {
        call(|| Ok(self.0.runs().release(ids::record(&id)?, &step)?.to_hex()))
    }

    /// What either gave the other in an exercise, the newest first.
    ///
    /// # Errors
    /// `store_…`.
    pub fn shared_words(&self, exercise: String) -> Result<Vec<SharedWords>, TendError> {
        call(|| self.0.runs().shared_words(&exercise).map(each))
    }

    /// Takes words back, on both phones, for good. Their author's right.
    ///
    /// # Errors
    /// `not_found`, `not_yours`; `store_…`.
    pub fn take_back(&self, words: String) -> Result<(), TendError> {
        call(|| self.0.runs().take_back(ids::record(&words)?))
    }

    /// What this person wrote in a run, step by step, however long ago.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn drafts(&self, id: String) -> Result<Vec<StepDraft>, TendError> {
        call(|| {
            let drafts = self.0.runs().drafts(ids::record(&id)?)?;
            Ok(drafts.into_iter().map(|one| StepDraft { step: one.step, text: one.text }).collect())
        })
    }

    /// Deletes what was written in a step, for good, on all of this person's devices. What was released stays with both until it is
    /// taken back.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn shred(&self, id: String, step: String) -> Result<(), TendError> {
        call(|| self.0.runs().shred(ids::record(&id)?, &step))
    }
}
