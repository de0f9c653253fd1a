use tend_protocol::DeviceId;

use super::{NudgePreferences, NudgeRefusal, NudgeRule, default_rules};
use crate::records::typed::rebased;

/// Rules of a person's own, at most.
pub const MOST_RULES: usize = 200;

/// Everything that says when to remind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// What holds for all rules.
    pub preferences: NudgePreferences,
    /// The rules. One that does not validate is left out.
    pub rules: Vec<NudgeRule>,
    /// The person's device that rings: the one that was used last. Devices that know the same agree, so that one moment rings once. While
    /// it is not known, none rings.
    pub device: Option<DeviceId>,
}

/// The rules of a person's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnRules {
    /// Those that this version can read.
    pub rules: Vec<NudgeRule>,
    /// The ids of rules that Tend comes with in whose place is one that only a later version can read: it may say that nothing rings.
    pub unread: Vec<String>,
}

/// The rules that hold, by their ids: a person's own, and of those that Tend comes with the ones in whose place none of their own is.
pub fn all_rules(own: OwnRules) -> Vec<NudgeRule> {
    let mut rules = default_rules();
    rules.retain(|rule| own.rules.iter().all(|one| one.id != rule.id) && !own.unread.contains(&rule.id));
    rules.extend(own.rules);
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules
}

/// Whether a person who has these rules of their own may have this one too, or in the place of the one with its id.
///
/// # Errors
/// [`NudgeRefusal::TooManyRules`].
pub fn may_set(rule: &NudgeRule, own: &[NudgeRule]) -> Result<(), NudgeRefusal> {
    let others = own.iter().filter(|one| one.id != rule.id).count();
    if others < MOST_RULES { Ok(()) } else { Err(NudgeRefusal::TooManyRules) }
}

/// A rule as a person wants it who was shown `seen`, or none, in the place of what it is by now.
pub fn edited(wanted: &NudgeRule, seen: Option<NudgeRule>, own: OwnRules) -> NudgeRule {
    let now = all_rules(own).into_iter().find(|rule| rule.id == wanted.id);
    match (now, seen.filter(|seen| seen.id == wanted.id)) {
        (Some(now), Some(seen)) => rebased(&now, &seen, wanted),
        _ => wanted.clone(),
    }
}
