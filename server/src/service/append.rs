//! Appending entries to a log.

use std::collections::HashSet;

use tend_protocol::*;

use super::{
    open_space, pull,
    serve::{Context, Effects, Refusal, Serve, Work},
};
use crate::storage::{EntryRow, GenerationRow, Membership, Reader, SpaceRow, Transaction};

/// An entry whose form is right, with the hash of its bytes.
pub(crate) struct ReadyEntry {
    entry: NewEntry,
    hash: Hash,
}

impl ReadyEntry {
    /// `removed` is how many removed devices a commit may name.
    fn check(entry: NewEntry, limits: &Limits, removed: usize) -> Result<Self, Refusal> {
        match (entry.kind, &entry.change) {
            (EntryKind::Message, None) => {
                let size = size_class(entry.bytes.len()).ok_or(ErrorCode::TooLarge)?;
                if size != entry.bytes.len() {
                    return Err(ErrorCode::Malformed.into());
                }
            }
            (EntryKind::Commit, Some(change)) => {
                let welcome = change.welcome.as_ref().map_or(0, |welcome| welcome.len());
                if entry.bytes.len() > limits.commit_bytes || welcome > limits.commit_bytes {
                    return Err(ErrorCode::TooLarge.into());
                }
                check_change(change, limits, removed)?;
            }
            _ => return Err(ErrorCode::Malformed.into()),
        }
        let hash = Hash::of(&entry.bytes);
        Ok(Self { entry, hash })
    }
}

/// A list names each device once, and a welcome comes only with devices that are added.
fn check_change(change: &Change, limits: &Limits, removed: usize) -> Result<(), Refusal> {
    for (devices, most) in [(&change.added, limits.space_devices), (&change.removed, removed)] {
        let distinct: HashSet<_> = devices.iter().collect();
        if devices.len() > most || distinct.len() != devices.len() {
            return Err(ErrorCode::BadChange.into());
        }
    }
    if change.added.is_empty() && change.welcome.is_some() {
        return Err(ErrorCode::BadChange.into());
    }
    Ok(())
}

pub(crate) struct ReadyAppend {
    space: SpaceId,
    generation: u32,
    cursor: u64,
    entries: Vec<ReadyEntry>,
}

impl Serve for Append {
    const WORK: Work = Work::Write;
    type Ready = ReadyAppend;

    fn prepare(self, context: &Context) -> Result<ReadyAppend, Refusal> {
        let limits = &context.inner.settings.limits;
        if self.entries.is_empty() {
            return Err(ErrorCode::Malformed.into());
        }
        if self.entries.len() > limits.append_entries {
            return Err(ErrorCode::TooLarge.into());
        }
        let check = |entry| ReadyEntry::check(entry, limits, limits.space_devices);
        let entries = self.entries.into_iter().map(check).collect::<Result<_, _>>()?;
        Ok(ReadyAppend { space: self.space, generation: self.generation, cursor: self.cursor, entries })
    }

    fn run(
        ready: ReadyAppend,
        context: &Context,
        rows: &dyn Transaction,
        effects: &mut Effects,
    ) -> Result<Appended, Refusal> {
        let ReadyAppend { space, generation, cursor, entries } = ready;
        let current = open_space(rows, space, context.caller()?)?.generation;
        let log = rows.generation(space, generation)?.ok_or(ErrorCode::WrongGeneration)?;
        let mut appender = LogAppender::new(context, rows, effects, (space, generation), log)?;
        appender.closed = generation < current;
        let seqs = entries.into_iter().map(|entry| appender.append(entry)).collect::<Result<Vec<_>, _>>()?;
        appender.finish(cursor, seqs)
    }
}

pub(crate) struct ReadyGeneration {
    space: SpaceId,
    generation: u32,
    suite: u16,
    entry: ReadyEntry,
}

impl Serve for OpenGeneration {
    const WORK: Work = Work::Write;
    type Ready = ReadyGeneration;

    fn prepare(self, context: &Context) -> Result<ReadyGeneration, Refusal> {
        if self.entry.kind != EntryKind::Commit {
            return Err(ErrorCode::Malformed.into());
        }
        let entry = ReadyEntry::check(self.entry, &context.inner.settings.limits, OpenGeneration::REMOVED)?;
        Ok(ReadyGeneration { space: self.space, generation: self.generation, suite: self.suite, entry })
    }

    fn run(
        ready: ReadyGeneration,
        context: &Context,
        rows: &dyn Transaction,
        effects: &mut Effects,
    ) -> Result<Appended, Refusal> {
        let ReadyGeneration { space, generation, suite, entry } = ready;
        let caller = context.caller()?;
        let row = open_space(rows, space, caller)?;
        if let Some(log) = rows.generation(space, generation)? {
            // It is open already: by this very entry, or by another that came first.
            let appender = LogAppender::new(context, rows, effects, (space, generation), log)?;
            let seq = appender
                .known(&entry)?
                .ok_or_else(|| Problem::with_generation(ErrorCode::WrongGeneration, row.generation))?;
            return appender.finish(0, vec![seq]);
        }
        if row.generation.checked_add(1) != Some(generation) {
            return Err(Problem::with_generation(ErrorCode::WrongGeneration, row.generation).into());
        }
        let mut entry = entry;
        if let Some(change) = &mut entry.entry.change {
            let mut removed = Vec::new();
            for device in std::mem::take(&mut change.removed) {
                if rows.membership(space, device)?.is_some() {
                    removed.push(device);
                } else if rows.has_device(device)? {
                    rows.note_removed(space, device, caller)?;
                }
            }
            change.removed = removed;
        }
        rows.put_space(space, &SpaceRow { generation, ..row })?;
        let start = Position::start(space, generation);
        let log = GenerationRow { suite, epoch: 0, head: start, base: start };
        rows.put_generation(space, generation, &log)?;
        rows.put_reader(space, generation, caller, Reader { start: 0, cursor: 0 })?;
        let mut appender = LogAppender::new(context, rows, effects, (space, generation), log)?;
        let seq = appender.append(entry)?;
        appender.finish(0, vec![seq])
    }
}

/// Appends one batch to one log.
struct LogAppender<'a> {
    context: &'a Context,
    rows: &'a dyn Transaction,
    effects: &'a mut Effects,
    space: SpaceId,
    generation: u32,
    /// With what was appended so far.
    log: GenerationRow,
    closed: bool,
    author: DeviceId,
    /// The author's last number.
    number: u64,
    grew: bool,
    removed: bool,
}

impl<'a> LogAppender<'a> {
    fn new(
        context: &'a Context,
        rows: &'a dyn Transaction,
        effects: &'a mut Effects,
        (space, generation): (SpaceId, u32),
        log: GenerationRow,
    ) -> Result<Self, Refusal> {
        let author = context.caller()?;
        let number = rows.number(space, generation, author)?;
        Ok(Self {
            context,
            rows,
            effects,
            space,
            generation,
            log,
            closed: false,
            author,
            number,
            grew: false,
            removed: false,
        })
    }

    /// The first answer to an entry that is known already.
    fn known(&self, ready: &ReadyEntry) -> Result<Option<u64>, Refusal> {
        match self.rows.known_entry(self.space, self.generation, ready.entry.id)? {
            None => Ok(None),
            Some(known) => {
                let same = known.hash == ready.hash && known.kind == ready.entry.kind && known.author == self.author;
                if same { Ok(Some(known.seq)) } else { Err(ErrorCode::IdReused.into()) }
            }
        }
    }

    /// Appends one entry. Whether it is known comes first: a repeated one is answered even when its epoch is long over.
    fn append(&mut self, ready: ReadyEntry) -> Result<u64, Refusal> {
        if let Some(seq) = self.known(&ready)? {
            return Ok(seq);
        }
        let ReadyEntry { entry, hash } = ready;
        self.admit(&entry)?;
        let position = self.log.head.after(entry.id, entry.kind, hash);
        if let Some(change) = &entry.change {
            self.apply(change, position.seq)?;
            self.log.epoch += 1;
        }
        self.rows.put_entry(
            self.space,
            self.generation,
            &EntryRow {
                id: entry.id,
                author: self.author,
                number: entry.number,
                epoch: entry.epoch,
                kind: entry.kind,
                hash,
                content: Content::Bytes(entry.bytes),
                change: entry.change,
                position,
                taken_at: self.context.now,
            },
        )?;
        self.log.head = position;
        self.number = entry.number;
        self.grew = true;
        Ok(position.seq)
    }

    /// Whether a new entry may come now.
    fn admit(&self, entry: &NewEntry) -> Result<(), Refusal> {
        if self.closed {
            return Err(ErrorCode::GenerationClosed.into());
        }
        if !self.grew && self.rows.reader(self.space, self.generation, self.author)?.is_none() {
            // In the space, but left out of this generation.
            return Err(ErrorCode::BehindRetention.into());
        }
        if entry.epoch != self.log.epoch {
            return Err(ErrorCode::WrongEpoch.into());
        }
        if self.number.checked_add(1) != Some(entry.number) {
            return Err(ErrorCode::WrongNumber.into());
        }
        Ok(())
    }

    /// Does to the space's devices what a commit at `seq` says.
    fn apply(&mut self, change: &Change, seq: u64) -> Result<(), Refusal> {
        for device in &change.removed {
            if *device == self.author {
                return Err(ErrorCode::BadChange.into());
            }
            // It may be gone already: shut out by its person, or forgotten by a server that was set back.
            if self.rows.membership(self.space, *device)?.is_some() {
                self.rows.remove_member(self.space, *device)?;
                self.removed = true;
            }
            if self.rows.has_device(*device)? {
                self.rows.note_removed(self.space, *device, self.author)?;
            }
        }
        // A device that is added reads from this commit on.
        let before = Reader { start: seq - 1, cursor: seq - 1 };
        for device in &change.added {
            let reads = self.rows.reader(self.space, self.generation, *device)?.is_some();
            if reads || !self.rows.has_device(*device)? {
                return Err(ErrorCode::BadChange.into());
            }
            self.rows.put_member(self.space, *device, Membership::Pending)?;
            self.rows.put_reader(self.space, self.generation, *device, before)?;
            self.rows.drop_asking(self.space, *device)?;
        }
        if self.rows.devices(self.space)? > self.context.inner.settings.limits.space_devices {
            return Err(ErrorCode::BadChange.into());
        }
        Ok(())
    }

    /// Stores what the batch made of the log, and answers.
    fn finish(self, cursor: u64, seqs: Vec<u64>) -> Result<Appended, Refusal> {
        let Self { rows, space, generation, mut log, .. } = self;
        // A cursor below what is kept gets the nearest position that is known.
        let at = pull::position_at(rows, (space, generation), &log, cursor.clamp(log.base.seq, log.head.seq))?;
        if self.grew {
            rows.put_generation(space, generation, &log)?;
            rows.put_number(space, generation, self.author, self.number)?;
            self.effects.grown.push((space, generation, log.head.seq));
        }
        if self.removed {
            pull::trim_all(rows, space)?;
            log = rows.generation(space, generation)?.unwrap_or(log);
        }
        let at = at.unwrap_or(log.head);
        Ok(Appended { incarnation: self.context.inner.storage.incarnation(), seqs, at })
    }
}
