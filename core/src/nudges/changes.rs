use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{NudgesInput, PendingNudgeView, Platform, pending};

/// What a platform holds, as it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldNudge {
    /// See [`PendingNudgeView::id`].
    pub id: String,
    /// See [`PendingNudgeView::at`].
    pub at: Timestamp,
}

/// What makes a platform hold what it should.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PendingChanges {
    /// Ids to take away, first.
    pub remove: Vec<String>,
    /// To put there, then.
    pub add: Vec<PendingNudgeView>,
}

/// What to change on this device's platform, which holds these.
pub fn pending_changes(input: &NudgesInput<'_>, platform: Platform, held: &[HeldNudge]) -> PendingChanges {
    changes(held, pending(input, platform))
}

/// What to change where `held` is there and `wanted` should be. What has the same id and moment stays; with another moment, it is taken
/// away and put there again: an id tells a rule and a day, and their hours may have moved.
pub(super) fn changes(held: &[HeldNudge], wanted: Vec<PendingNudgeView>) -> PendingChanges {
    let moments: BTreeMap<&str, Timestamp> = held.iter().map(|held| (held.id.as_str(), held.at)).collect();
    let wants: BTreeMap<&str, Timestamp> = wanted.iter().map(|one| (one.id.as_str(), one.at)).collect();
    let gone = moments.iter().filter(|(id, at)| wants.get(*id) != Some(at));
    let remove = gone.map(|(id, _)| (*id).to_owned()).collect();
    let add = wanted.into_iter().filter(|one| moments.get(one.id.as_str()) != Some(&one.at)).collect();
    PendingChanges { remove, add }
}
