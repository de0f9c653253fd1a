//! What a screen shows of a run.

use crate::{
    content::{Action, StepWords},
    practice::{RunStanding, Speaker},
    records::RecordId,
};

/// A run of an exercise as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunView {
    /// For the verbs.
    pub id: RecordId,
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
    /// The step at hand; `None` when the run is over.
    pub step: Option<StepView>,
    /// Until when it can be taken up again, in seconds since 1970; `None` when it is done in one go.
    pub resume_until: Option<i64>,
    /// What is asked once, when it is done: about oneself, 0 to 10, and only if one likes.
    pub question: Option<String>,
    /// What the person answered to it.
    pub feeling: Option<u8>,
}

/// A step as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// For the verbs.
    pub id: String,
    /// What one does.
    pub action: Action,
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
    /// What is said before the phone changes hands; `None` when it stays.
    pub hand_over: Option<String>,
    /// Whether something can be written, and what becomes of it.
    pub writes: Option<StepWords>,
    /// What this person wrote.
    pub draft: Option<String>,
    /// Other versions of it, when it was written on two devices at once.
    pub other_versions: Vec<String>,
}

/// What this person wrote in a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDraft {
    /// The step's id.
    pub step: String,
    /// The words.
    pub text: String,
}

/// Words of an exercise that one gave the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedWordsView {
    /// For the verbs.
    pub id: RecordId,
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
