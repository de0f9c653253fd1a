//! Reading a log, and what acknowledging deletes.

use std::sync::Arc;

use tend_protocol::*;

use super::serve::{Acknowledgement, Context, Effects, Inner, Refusal, Serve, Work};
use crate::storage::{EntryRow, GenerationRow, Membership, Reader, Transaction, WriteJob};

impl Serve for Pull {
    const WORK: Work = Work::Read;
    type Ready = Self;

    fn prepare(self, _: &Context) -> Result<Self, Refusal> {
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, effects: &mut Effects) -> Result<Pulled, Refusal> {
        let (caller, space) = (context.caller()?, ready.space);
        match rows.membership(space, caller)? {
            None => return Err(ErrorCode::NotAMember.into()),
            Some(Membership::Pending) => effects.joined = Some(space),
            Some(Membership::Joined) => {}
        }
        let row = rows.space(space)?.ok_or(ErrorCode::NotAMember)?;
        if let Some(statement) = row.left {
            return Ok(Pulled::Left(statement));
        }
        let mut page = LogPage {
            incarnation: context.inner.storage.incarnation(),
            current_generation: row.generation,
            epoch: 0,
            at: Position::start(space, ready.generation),
            head: 0,
            number: rows.number(space, ready.generation, caller)?,
            entries: Vec::new(),
            more: false,
            asking: rows.asking(space)?,
            leaving: rows.leaving(space)?,
        };
        // A generation that is not there yet, or no longer after a restored backup, is an empty log.
        if let Some(log) = rows.generation(space, ready.generation)? {
            read_log(&ready, context, rows, &log, &mut page, effects).map_err(|refusal| match refusal {
                Refusal::Undone(problem) if problem.code == ErrorCode::BehindRetention => {
                    Problem::with_generation(problem.code, row.generation).into()
                }
                other => other,
            })?;
        }
        Ok(Pulled::Log(page))
    }
}

fn read_log(
    pull: &Pull,
    context: &Context,
    rows: &dyn Transaction,
    log: &GenerationRow,
    page: &mut LogPage,
    effects: &mut Effects,
) -> Result<(), Refusal> {
    let (caller, place) = (context.caller()?, (pull.space, pull.generation));
    page.epoch = log.epoch;
    page.head = log.head.seq;
    page.at = log.head;
    // A device of the space that this generation left out must be added before it can read.
    let reader = rows.reader(place.0, place.1, caller)?.ok_or(ErrorCode::BehindRetention)?;
    if pull.after > log.head.seq {
        return Ok(());
    }
    let first = log.base.seq.max(reader.start);
    if pull.after < first {
        // A newcomer asks where it begins.
        if pull.hash.is_some() || reader.cursor < first {
            return Err(ErrorCode::BehindRetention.into());
        }
        page.at = position_at(rows, place, log, reader.cursor)?.ok_or(ErrorCode::Internal)?;
        return Ok(());
    }
    page.at = position_at(rows, place, log, pull.after)?.ok_or(ErrorCode::Internal)?;
    if pull.hash != Some(page.at.hash) {
        return Ok(());
    }
    if pull.after > reader.cursor {
        let (space, generation) = place;
        effects.acknowledged = Some(Acknowledgement { space, generation, device: caller, through: pull.after });
    }
    let limits = &context.inner.settings.limits;
    let limit = usize::try_from(pull.limit).unwrap_or(usize::MAX).min(limits.pull_entries);
    let bytes = usize::try_from(pull.bytes).unwrap_or(usize::MAX).min(limits.pull_bytes);
    let found = rows.entries(place.0, place.1, pull.after, limit, bytes)?;
    page.more = found.last().map_or(pull.after, |last| last.position.seq) < log.head.seq;
    page.entries = found.into_iter().map(|row| shown(row, caller)).collect();
    Ok(())
}

/// An entry as `reader` sees it: a welcome is for those whom it adds.
fn shown(row: EntryRow, reader: DeviceId) -> Entry {
    let mut change = row.change;
    if let Some(change) = &mut change
        && !change.added.contains(&reader)
    {
        change.welcome = None;
    }
    Entry {
        seq: row.position.seq,
        id: row.id,
        author: row.author,
        number: row.number,
        epoch: row.epoch,
        kind: row.kind,
        content: row.content,
        change,
    }
}

/// The position after the entry `seq`; `None` outside what is kept.
pub(super) fn position_at(
    rows: &dyn Transaction,
    (space, generation): (SpaceId, u32),
    log: &GenerationRow,
    seq: u64,
) -> Result<Option<Position>, Refusal> {
    if seq == log.head.seq {
        Ok(Some(log.head))
    } else if seq == log.base.seq {
        Ok(Some(log.base))
    } else {
        Ok(rows.position(space, generation, seq)?)
    }
}

/// Deletes what every reader of a log has acknowledged.
pub(super) fn trim(rows: &dyn Transaction, space: SpaceId, generation: u32) -> Result<(), Refusal> {
    let Some(log) = rows.generation(space, generation)? else { return Ok(()) };
    let through = rows.lowest_cursor(space, generation)?.unwrap_or(log.head.seq);
    drop_through(rows, space, generation, log, through)
}

/// The same for every generation of a space, after a device was taken out: nothing waits for it any more.
pub(super) fn trim_all(rows: &dyn Transaction, space: SpaceId) -> Result<(), Refusal> {
    rows.generations(space)?.into_iter().try_for_each(|generation| trim(rows, space, generation))
}

/// Deletes a log's entries up to one; the position there stays, and is where the log now begins.
pub(super) fn drop_through(
    rows: &dyn Transaction,
    space: SpaceId,
    generation: u32,
    log: GenerationRow,
    through: u64,
) -> Result<(), Refusal> {
    if through <= log.base.seq {
        return Ok(());
    }
    let base = position_at(rows, (space, generation), &log, through)?.ok_or(ErrorCode::Internal)?;
    rows.drop_entries(space, generation, through)?;
    rows.put_generation(space, generation, &GenerationRow { base, ..log })?;
    Ok(())
}

/// Stores an acknowledgement. The pull that brought it does not wait.
pub(super) fn acknowledge(context: &Context, acknowledgement: Acknowledgement) {
    let inner = Arc::clone(&context.inner);
    let storage = Arc::clone(&inner.storage);
    storage.write(Box::new(Acknowledge { acknowledgement, _inner: inner }));
}

struct Acknowledge {
    acknowledgement: Acknowledgement,
    /// Keeps the storage alive until it is done.
    _inner: Arc<Inner>,
}

impl WriteJob for Acknowledge {
    fn run(&mut self, rows: &dyn Transaction) -> crate::storage::Result<bool> {
        let Acknowledgement { space, generation, device, through } = self.acknowledgement;
        // The device may have been taken out since it pulled, or a later pull may have come first.
        let Some(reader) = rows.reader(space, generation, device)? else { return Ok(false) };
        if reader.cursor >= through {
            return Ok(false);
        }
        rows.put_reader(space, generation, device, Reader { cursor: through, ..reader })?;
        match trim(rows, space, generation) {
            Ok(()) => Ok(true),
            Err(Refusal::Storage(error)) => Err(error),
            Err(_) => Ok(false),
        }
    }

    fn done(self: Box<Self>, outcome: crate::storage::Result<()>) {
        if let Err(error) = outcome {
            tracing::warn!(%error, "an acknowledgement was not stored; the next pull brings it again");
        }
    }
}

/// Notes that a pending device asked for the space itself. The pull does not wait for it.
pub(super) fn join(context: &Context, space: SpaceId, device: DeviceId) {
    let inner = Arc::clone(&context.inner);
    let storage = Arc::clone(&inner.storage);
    storage.write(Box::new(Join { space, device, _inner: inner }));
}

struct Join {
    space: SpaceId,
    device: DeviceId,
    /// Keeps the storage alive until it is done.
    _inner: Arc<Inner>,
}

impl WriteJob for Join {
    fn run(&mut self, rows: &dyn Transaction) -> crate::storage::Result<bool> {
        // It may have been taken out since it pulled.
        if rows.membership(self.space, self.device)? != Some(Membership::Pending) {
            return Ok(false);
        }
        rows.put_member(self.space, self.device, Membership::Joined).map(|()| true)
    }

    fn done(self: Box<Self>, outcome: crate::storage::Result<()>) {
        if let Err(error) = outcome {
            tracing::warn!(%error, "a device's first pull was not noted; the next one is");
        }
    }
}
