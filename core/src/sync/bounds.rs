//! Bounds of what a server says, and the end of a space that it lied about.

use tend_protocol::{LogPage, Problem};

use super::{EngineError, Notice, SpaceState, SpaceStatus};
use crate::store::Transaction;

/// Far above what a log reaches in a life, and far below where counting on from a server's word would overflow, here or in the store.
const MAX_COUNT: u64 = 1 << 48;
/// The same for generations.
const MAX_GENERATION: u32 = 1 << 24;
/// Devices that ask to be added, or say that they left, which is above what a space has room for.
const MAX_ASKING: usize = 256;

/// Whether the page's numbers can be those of a log, and it has something when it says that there is more.
pub(super) fn is_bounded(page: &LogPage) -> bool {
    let counts = [page.epoch, page.at.seq, page.head, page.number];
    let of_entries = page.entries.iter().flat_map(|entry| [entry.seq, entry.number]);
    let goes_on = !page.more || !page.entries.is_empty();
    goes_on
        && page.asking.len().max(page.leaving.len()) <= MAX_ASKING
        && page.current_generation <= MAX_GENERATION
        && counts.into_iter().chain(of_entries).all(|count| count <= MAX_COUNT)
}

/// The current generation that comes with a refusal, if it can be one.
pub(super) fn told_generation(problem: &Problem) -> Option<u32> {
    problem.generation.filter(|generation| *generation <= MAX_GENERATION)
}

/// The space stops: nothing heals it by itself, and nothing was deleted.
pub(super) fn stop(tx: &Transaction<'_>, state: &mut SpaceState, why: &Notice) -> Result<(), EngineError> {
    state.status = SpaceStatus::Stopped;
    Ok(why.tell(tx)?)
}
