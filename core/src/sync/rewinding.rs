//! The server's log is not the one that this device had read: it was restored from an older copy, with or without a new incarnation.
//!
//! First the last common position is found, by halving; then the log is read again from there. What was read before is passed over;
//! from the first difference on it is lost. Own operations in the lost part count as unsent. A lost commit cannot be made good in the
//! same group: the space goes on in a new generation.

use tend_protocol::{Entry, Position};

use super::{Reading, Repair, SpaceState, in_flight::InFlight};
use crate::store::{StoreError, Transaction};

/// `at` is where the server stands at the cursor, or below. The next pull is for a position that both may know.
pub(super) fn find_common(tx: &Transaction<'_>, state: &mut SpaceState, at: Position) -> Result<(), StoreError> {
    let (until, probed) = match state.reading {
        Reading::Forward => (state.cursor.seq, false),
        Reading::Again { until } => (until, false),
        Reading::Probing { until } => (until, true),
    };
    state.reading = Reading::Again { until };
    state.renumbers = true;
    let known = if at.seq == 0 {
        Some(Position::start(state.id, state.generation).hash)
    } else {
        tx.hash_at(state.id, state.generation, at.seq)?
    };
    if known == Some(at.hash) {
        state.cursor = at;
        return Ok(());
    }
    let elsewhere = probed && at.seq > state.cursor.seq;
    if at.seq == 0 || known.is_none() || elsewhere {
        // Not even the beginning is common, or this device was not there yet.
        state.repair(Repair::Restored);
        return Ok(());
    }
    state.reading = Reading::Probing { until };
    let seq = at.seq / 2;
    let hash = if seq == 0 { None } else { tx.hash_at(state.id, state.generation, seq)? };
    state.cursor = Position { seq, hash: hash.unwrap_or(Position::start(state.id, state.generation).hash) };
    Ok(())
}

/// Whether the entry was read before, at this very place. At the first that was not, what was read from there on is lost.
pub(super) fn was_read(
    tx: &Transaction<'_>,
    state: &mut SpaceState,
    entry: &Entry,
    next: Position,
) -> Result<bool, StoreError> {
    match state.reading {
        Reading::Again { until } if entry.seq <= until => {}
        _ => return Ok(false),
    }
    if tx.hash_at(state.id, state.generation, entry.seq)? == Some(next.hash) {
        return Ok(true);
    }
    lose_after(tx, state, entry.seq - 1)?;
    Ok(false)
}

/// The log was read to its end: what was read beyond is lost.
pub(super) fn finish(tx: &Transaction<'_>, state: &mut SpaceState) -> Result<(), StoreError> {
    if state.reading != Reading::Forward {
        lose_after(tx, state, state.cursor.seq)?;
    }
    Ok(())
}

fn lose_after(tx: &Transaction<'_>, state: &mut SpaceState, seq: u64) -> Result<(), StoreError> {
    if tx.commit_after(state.id, state.generation, seq)? {
        state.repair(Repair::Restored);
    }
    if let Some(in_flight) = InFlight::load(tx, state.id)?.filter(|in_flight| !in_flight.opens) {
        // It says how far this device had read, which is now another log: if this one does not hold it, it is made again.
        InFlight { refused: true, ..in_flight }.save(tx, state.id)?;
    }
    tx.unsend_after(state.id, state.generation, seq)?;
    tx.forget_after(state.id, state.generation, seq)?;
    state.reading = Reading::Forward;
    state.renumbers = true;
    Ok(())
}
