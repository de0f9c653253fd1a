use serde::{Deserialize, Serialize};

use crate::{
    content::{Audience, Cost, Energy, Place, Prompt, PromptKind, Season, Stage},
    records::tolerant::known_or_default,
};

/// What a person wants of the small things of a day. As it begins, it leaves everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    /// No more than this.
    #[serde(deserialize_with = "known_or_default")]
    pub cost: Cost,
    /// No longer than this, in minutes.
    pub minutes: u32,
    /// Where: at home or out; anywhere is both.
    #[serde(deserialize_with = "known_or_default")]
    pub place: Place,
    /// No more than this.
    #[serde(deserialize_with = "known_or_default")]
    pub energy: Energy,
}

impl Default for Filters {
    fn default() -> Self {
        Self { cost: Cost::default(), minutes: 240, place: Place::default(), energy: Energy::default() }
    }
}

/// What decides whom a prompt fits, besides what they want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// One person alone, two in one place, or two far from each other.
    pub audience: Audience,
    /// Where they are.
    pub stage: Stage,
    /// Whether there are children.
    pub children: bool,
    /// The season where the person is.
    pub season: Season,
}

impl Filters {
    /// Whether a prompt fits a person who wants this and is there.
    pub fn admit(&self, prompt: &Prompt, situation: Situation) -> bool {
        // What one thinks about for oneself is for everyone.
        let alone = prompt.kind == PromptKind::Reflection && prompt.audience.contains(&Audience::Alone);
        prompt.cost <= self.cost
            && prompt.minutes <= self.minutes
            && prompt.energy <= self.energy
            && (self.place == Place::Anywhere || [Place::Anywhere, self.place].contains(&prompt.place))
            && (alone || prompt.audience.contains(&situation.audience))
            && prompt.season.is_none_or(|season| season == situation.season)
            && (!prompt.children || situation.children)
            && (prompt.stages.is_empty() || prompt.stages.contains(&situation.stage))
    }
}
