use serde::{Deserialize, Serialize};
use tend_protocol::{decode, encode};

use super::{Draft, Run, RunStatus, SharedWords, Speaker, StepNow};
use crate::{
    content::{Exercise, StepAction, StepWords, Who, Words},
    identity::IdentityId,
    records::{Context, Found, RecordId},
    written,
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
    pub status: RunStatus,
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
    pub feeling: Option<u32>,
}

/// A step as a screen shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct StepView {
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
    /// What is said before the phone changes hands; `None` when it stays.
    pub hand_over: Option<String>,
    /// Whether something can be written, and what becomes of it.
    pub writes: Option<StepWords>,
    /// What this person wrote.
    pub draft: Option<String>,
    /// Other versions of it, when it was written on two devices at once.
    pub other_versions: Vec<String>,
    /// Which step and which text this is, for writing another one and for going on.
    pub version: Vec<u8>,
}

/// What this person wrote in a step of a run.
#[derive(Clone, PartialEq, Eq)]
pub struct StepDraft {
    /// The step's id.
    pub step: String,
    /// Which text this is, for giving it to the partner.
    pub version: Vec<u8>,
    /// The words.
    pub text: String,
}

/// Words of an exercise that one gave the other.
#[derive(Clone, PartialEq, Eq)]
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

opaque!(StepView, StepDraft, SharedWordsView);

/// A run as it is now, in seconds since 1970. `draft` is what the person wrote in the step at hand.
pub fn view(words: &Words, found: &Found<Run>, exercise: &Exercise, draft: Option<&Found<Draft>>, now: i64) -> RunView {
    let run = &found.value;
    let step = run.at_hand(exercise, now);
    RunView {
        id: found.id,
        exercise: run.exercise.clone(),
        title: words.exercise(&run.exercise),
        status: run.stands(),
        open: run.is_open(exercise, now),
        step_number: run.step + 1,
        steps: u32::try_from(exercise.way(run.variant.as_deref()).len()).unwrap_or(u32::MAX),
        step: step.map(|step| step_view(words, run, exercise.who, step, draft)),
        resume_until: exercise.resume_within_hours.map(|hours| run.touched_at + i64::from(hours) * 3600),
        question: (run.stands() == RunStatus::Done).then(|| words.text("practice-question")),
        feeling: run.feeling.map(u32::from),
    }
}

fn step_view(words: &Words, run: &Run, who: Who, now: StepNow<'_>, draft: Option<&Found<Draft>>) -> StepView {
    let message = format!("exercise-{}-{}", run.exercise, now.step.id);
    StepView {
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
        draft: draft.map(|draft| draft.value.text.clone()),
        other_versions: draft.map(|draft| draft.other_versions("text")).unwrap_or_default(),
        version: SeenStep {
            step: now.step.id.clone(),
            number: Some(run.step),
            version: draft.map(|draft| draft.version.clone()),
        }
        .token(),
    }
}

/// What a person saw who writes in a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenStep {
    /// The step's id.
    pub step: String,
    /// Its number in the way, from 0; `None` where only its words were seen.
    pub number: Option<u32>,
    /// What was read of the draft in it, if there was one.
    pub version: Option<Context>,
}

impl StepDraft {
    /// A draft of that step.
    pub fn new(step: &str, draft: Found<Draft>) -> Self {
        let version = SeenStep { step: step.into(), number: None, version: Some(draft.version) }.token();
        Self { step: step.into(), version, text: draft.value.text }
    }
}

impl SeenStep {
    fn token(&self) -> Vec<u8> {
        encode(self)
    }

    /// What [`StepView::version`] and [`StepDraft::version`] say; `None` for anything else.
    pub fn of(token: &[u8]) -> Option<Self> {
        decode(token).ok()
    }
}

/// What either gave the other in an exercise, the newest first.
pub fn shared(mut all: Vec<Found<SharedWords>>, exercise: &str, me: IdentityId) -> Vec<SharedWordsView> {
    all.retain(|found| found.value.exercise == exercise);
    all.sort_by_cached_key(|found| found.newest_first(&found.value.released_on));
    let one = |Found { id, origin, value, .. }: Found<SharedWords>| SharedWordsView {
        id,
        mine: origin.author == me,
        exercise: value.exercise,
        step: written::one_line(&value.step),
        text: written::lines(&value.text),
        released_on: written::received_date(&value.released_on),
    };
    all.into_iter().map(one).collect()
}
