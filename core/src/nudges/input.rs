use jiff::{Timestamp, ZonedDateTime};
use tend_protocol::DeviceId;

use super::{History, Occurrence, Rules, plan};
use crate::content::Words;

/// All that decides which nudges come, and what they say.
#[derive(Debug)]
pub struct NudgesInput<'a> {
    /// Now, in the person's time zone.
    pub now: &'a ZonedDateTime,
    /// The person's words.
    pub words: &'a Words,
    /// What the person wants, what is agreed among it.
    pub rules: Rules,
    /// What has happened since [`history_begins`](super::history_begins).
    pub history: History,
    /// What chance is drawn from: the same on all of the person's devices.
    pub seed: u64,
    /// The device that this is asked on.
    pub this_device: DeviceId,
}

impl NudgesInput<'_> {
    /// The nudges after an instant, in order; see [`plan`].
    pub(super) fn after(&self, since: Timestamp) -> impl Iterator<Item = Occurrence> + use<'_> {
        plan(&self.rules, &self.history, since, self.now.time_zone(), self.seed)
    }
}
