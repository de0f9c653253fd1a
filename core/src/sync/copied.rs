//! Something is in a log, as of this device, that this device did not write. Its store was put back to an earlier copy, a copy of it is used
//! on another phone, or the server lies.
//!
//! Nothing more is encrypted with the keys that the copy has too. The space goes on in a new generation, which needs nobody: in honest life,
//! after a backup was put back, that is all, and what this phone lacks the others give. If it happens again within a day, two phones go on with one
//! store, or the server makes it up; a generation for each time would help nobody, so the space pauses until the day is over and says so.

use super::{EngineError, Notice, Repair, SpaceState, SpaceStatus, engine::Engine, stock::restock};
use crate::store::Transaction;

/// How long a space pauses at most, in seconds.
const PAUSE: u64 = 24 * 3600;

impl Engine {
    /// See the module. The caller saves the state.
    pub(super) fn copied(&mut self, tx: &Transaction<'_>, state: &mut SpaceState) -> Result<(), EngineError> {
        if self.went_on_lately(state) {
            state.status = SpaceStatus::Paused;
            return Ok(Notice::CopiedStore.tell(tx)?);
        }
        self.goes_on(tx, state)
    }

    /// Whether the space went on in a new generation for this device's own sake within a day.
    pub(super) fn went_on_lately(&self, state: &SpaceState) -> bool {
        state.went_on_at.is_some_and(|at| self.memory.at.abs_diff(at) < PAUSE)
    }

    fn goes_on(&mut self, tx: &Transaction<'_>, state: &mut SpaceState) -> Result<(), EngineError> {
        state.went_on_at = Some(self.memory.at);
        state.doubt_memory();
        state.repair(Repair::Copied);
        self.memory.stocked = None;
        Ok(restock(tx)?)
    }

    /// Lets a space go on whose pause is over. Whether it still pauses.
    pub(super) fn pauses(&mut self, tx: &Transaction<'_>, state: &mut SpaceState) -> Result<bool, EngineError> {
        if self.went_on_lately(state) {
            return Ok(true);
        }
        self.goes_on(tx, state)?;
        state.save(tx)?;
        Ok(false)
    }
}
