//! The form of the content files, as `docs/content.md` describes it. The build script reads them with the same types.

mod names;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use names::*;

/// All that can be practised.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Catalogue {
    /// By id.
    pub exercises: BTreeMap<String, Exercise>,
    /// In the order of their ids.
    pub prompts: Vec<Prompt>,
    /// In the order of the file.
    pub topics: Vec<Topic>,
    /// By id.
    pub paths: BTreeMap<String, Path>,
}

/// An exercise, without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Counts up when the steps change.
    pub version: u32,
    /// What it belongs to.
    pub principle: Principle,
    /// Who does it.
    pub who: Who,
    /// How many phones two people can do it with.
    pub phones: Vec<Phones>,
    /// What it usually takes.
    pub minutes: u32,
    /// How often it is meant to be done.
    pub cadence: Cadence,
    /// Days in which it is not offered again.
    pub rest_days: u32,
    /// Ids of exercises that come before it. Advice, no lock.
    pub prerequisites: Vec<String>,
    /// What becomes of words.
    pub privacy: Privacy,
    /// How much it can stir.
    pub risk: Risk,
    /// How long a pause may last; without it the exercise is not paused.
    #[serde(default)]
    pub resume_within_hours: Option<u32>,
    /// Ids of what is said before it begins.
    #[serde(default)]
    pub cautions: Vec<String>,
    /// The listening skills in it; with any, it is listening practice.
    #[serde(default)]
    pub practises: Vec<Skill>,
    /// Never proposed, only found by looking.
    #[serde(default)]
    pub optional: bool,
    /// Works on a frustration: opens once any listening practice was done.
    #[serde(default)]
    pub frustration: bool,
    /// Stages in which it is not proposed.
    #[serde(default)]
    pub not_on: Vec<Stage>,
    /// Other ways through it.
    #[serde(default)]
    pub variants: Vec<String>,
    /// What is done, in order.
    pub steps: Vec<Step>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// A step of an exercise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Unique in the exercise.
    pub id: String,
    /// What one does.
    pub action: StepAction,
    /// Whose turn it is.
    pub turn: Turn,
    /// What it usually takes, 10 to 3,600.
    pub seconds: u32,
    /// What becomes of the words of a [`StepAction::Write`].
    #[serde(default)]
    pub words: Option<StepWords>,
    /// The one way through that has it: `default` or a variant; without it all have.
    #[serde(default)]
    pub only: Option<String>,
    /// Done a second time with sender and receiver changed.
    #[serde(default)]
    pub round: bool,
}

/// Which facts are taken from where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// What is taken.
    pub facts: String,
    /// Keys in `docs/sources.md`.
    pub sources: Vec<String>,
}

/// Something small to do on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Unique among all prompts.
    pub id: String,
    /// The file that it is in.
    #[serde(default)]
    pub kind: PromptKind,
    /// What it costs.
    pub cost: Cost,
    /// What it takes, 1 to 240.
    pub minutes: u32,
    /// Where it can be done.
    pub place: Place,
    /// What it asks of a body and a mind.
    pub energy: Energy,
    /// Who can do it.
    pub audience: Vec<Audience>,
    /// Only then.
    #[serde(default)]
    pub season: Option<Season>,
    /// Only for people with children.
    #[serde(default)]
    pub children: bool,
    /// Only in these; in all when empty.
    #[serde(default)]
    pub stages: Vec<Stage>,
}

/// Something to talk about while learning to listen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Unique among topics.
    pub id: String,
    /// 1 light, 2 a little of me, 3 something that matters.
    pub depth: u8,
    /// Who can use it.
    pub audience: Vec<Audience>,
}

/// An order of exercises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Path {
    /// Whom it is for.
    pub stage: Stage,
    /// Its weeks, in order; they are places in an order, no dates.
    #[serde(default)]
    pub weeks: Vec<PathWeek>,
}

/// A place in a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathWeek {
    /// The id of the exercise that takes an appointment.
    pub anchor: String,
    /// Kinds of prompts for the other days.
    pub daily: Vec<PromptKind>,
    /// Ids of exercises for who wants more.
    #[serde(default)]
    pub also: Vec<String>,
}

impl Exercise {
    /// The steps of one way through, each with whether sender and receiver are changed in it.
    pub fn way<'e>(&'e self, variant: Option<&str>) -> Vec<(&'e Step, bool)> {
        let wanted = variant.unwrap_or("default").to_owned();
        let steps = self.steps.iter().filter(|step| step.only.as_deref().is_none_or(|only| only == wanted));
        let steps: Vec<&Step> = steps.collect();
        let last = steps.iter().rposition(|step| step.round);
        let again = steps.iter().filter(|step| step.round).map(|step| (*step, true));
        let mut way: Vec<(&Step, bool)> = steps.iter().map(|step| (*step, false)).collect();
        if let Some(last) = last {
            way.splice(last + 1..last + 1, again);
        }
        way
    }

    /// Whether doing it practises listening.
    #[allow(dead_code)]
    pub fn is_listening(&self) -> bool {
        !self.practises.is_empty()
    }
}
