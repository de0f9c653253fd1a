//! Creating a space, coming back to it, and leaving it.

use tend_protocol::*;

use super::serve::{Context, Effects, Refusal, Serve, Work};
use crate::storage::{GenerationRow, Membership, Reader, SpaceRow, Transaction};

impl Serve for CreateSpace {
    const WORK: Work = Work::Write;
    type Ready = Self;

    fn prepare(self, _: &Context) -> Result<Self, Refusal> {
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, effects: &mut Effects) -> Result<Created, Refusal> {
        let (caller, Self { space, suite }) = (context.caller()?, ready);
        match rows.space(space)? {
            Some(row) if row.left.is_some() && rows.membership(space, caller)?.is_some() => {
                Err(ErrorCode::SpaceLeft.into())
            }
            Some(row) if row.creator == caller && row.suite == suite && is_untouched(rows, space, &row)? => {
                Ok(created(context, 0))
            }
            Some(_) => Err(ErrorCode::SpaceExists.into()),
            None => create(context, rows, effects, SpaceRow::new(caller, suite, 0), space),
        }
    }
}

fn created(context: &Context, generation: u32) -> Created {
    Created { incarnation: context.inner.storage.incarnation(), generation }
}

/// Whether nobody wrote there since it was created.
fn is_untouched(rows: &dyn Transaction, space: SpaceId, row: &SpaceRow) -> Result<bool, Refusal> {
    let log = rows.generation(space, 0)?;
    Ok(row.left.is_none() && row.generation == 0 && log.is_some_and(|log| log.head.seq == 0))
}

fn create(
    context: &Context,
    rows: &dyn Transaction,
    effects: &mut Effects,
    row: SpaceRow,
    space: SpaceId,
) -> Result<Created, Refusal> {
    let SpaceRow { creator, suite, generation, .. } = row;
    if rows.open_spaces(creator)? >= context.inner.settings.spaces_per_device {
        return Err(ErrorCode::QuotaExceeded.into());
    }
    rows.put_space(space, &row)?;
    rows.put_member(space, creator, Membership::Joined)?;
    let start = Position::start(space, generation);
    rows.put_generation(space, generation, &GenerationRow { suite, epoch: 0, head: start, base: start })?;
    rows.put_reader(space, generation, creator, Reader { start: 0, cursor: 0 })?;
    effects.grown.push((space, generation, 0));
    Ok(created(context, generation))
}

impl Serve for RejoinSpace {
    const WORK: Work = Work::Write;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        context.certified(&self.certificate)?;
        if self.generation > Self::GENERATION {
            return Err(ErrorCode::Malformed.into());
        }
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, effects: &mut Effects) -> Result<Created, Refusal> {
        let (caller, Self { space, suite, generation, certificate }) = (context.caller()?, ready);
        let Some(row) = rows.space(space)? else {
            return create(context, rows, effects, SpaceRow::new(caller, suite, generation), space);
        };
        if rows.membership(space, caller)?.is_none() {
            if !may_rejoin(rows, space, &row, &certificate)? {
                return Err(ErrorCode::SpaceExists.into());
            }
            if rows.devices(space)? >= context.inner.settings.limits.space_devices {
                return Err(ErrorCode::QuotaExceeded.into());
            }
            rows.put_member(space, caller, Membership::Joined)?;
        }
        Ok(created(context, row.generation))
    }
}

impl Serve for AskToBeAdded {
    const WORK: Work = Work::Write;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        context.certified(&self.certificate)?;
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, effects: &mut Effects) -> Result<Empty, Refusal> {
        let (caller, Self { space, certificate }) = (context.caller()?, ready);
        // One that is not there is answered like one that the caller is not in.
        let Some(row) = rows.space(space)? else { return Ok(Empty {}) };
        if row.left.is_some() {
            return Err(ErrorCode::SpaceLeft.into());
        }
        if taken_out(rows, space, &certificate)? == Some(By::Own) {
            return Err(ErrorCode::NotAMember.into());
        }
        let asking = rows.asking(space)?;
        if rows.reader(space, row.generation, caller)?.is_some() || asking.contains(&certificate) {
            return Ok(Empty {});
        }
        if asking.len() >= context.inner.settings.limits.space_devices {
            return Err(ErrorCode::QuotaExceeded.into());
        }
        rows.put_asking(space, &certificate)?;
        effects.grown.push((space, row.generation, 0));
        Ok(Empty {})
    }
}

/// Whether a device that is not in the space belongs there.
fn may_rejoin(
    rows: &dyn Transaction,
    space: SpaceId,
    row: &SpaceRow,
    certificate: &SignedCertificate,
) -> Result<bool, Refusal> {
    match taken_out(rows, space, certificate)? {
        Some(by) => Ok(by == By::Another),
        None if row.left.is_some() || rows.devices(space)? == 0 => Ok(true),
        None => has_device_of(rows, space, certificate.person),
    }
}

/// Whose device took another one out of a space.
#[derive(PartialEq)]
enum By {
    Own,
    /// Nobody else can remove a person's device: it belongs there.
    Another,
}

/// Who took that device out, as the commit's author told the server.
fn taken_out(rows: &dyn Transaction, space: SpaceId, certificate: &SignedCertificate) -> Result<Option<By>, Refusal> {
    let Some(by) = rows.removed_by(space, certificate.device)? else { return Ok(None) };
    let own = rows.persons(by)?.contains(&certificate.person);
    Ok(Some(if own { By::Own } else { By::Another }))
}

/// Whether one of the devices that joined is that person's.
pub(super) fn has_device_of(rows: &dyn Transaction, space: SpaceId, person: PersonKey) -> Result<bool, Refusal> {
    for device in rows.members(space)? {
        if rows.persons(device)?.contains(&person) {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Serve for Leave {
    const WORK: Work = Work::Write;
    const COUNTED: bool = false;
    const GROWS: bool = false;
    type Ready = SignedLeave;

    fn prepare(self, context: &Context) -> Result<SignedLeave, Refusal> {
        let statement = self.statement;
        if statement.device != context.caller()? || statement.verify().is_err() {
            return Err(ErrorCode::BadSignature.into());
        }
        if statement.proof.len() > SignedLeave::PROOF_BYTES {
            return Err(ErrorCode::TooLarge.into());
        }
        Ok(statement)
    }

    fn run(
        statement: SignedLeave,
        context: &Context,
        rows: &dyn Transaction,
        effects: &mut Effects,
    ) -> Result<Empty, Refusal> {
        let space = statement.space;
        // One that is not there is answered like one that the caller is not in.
        let Some(row) = rows.space(space)? else { return Ok(Empty {}) };
        if rows.membership(space, context.caller()?)?.is_none() {
            // The server may have lost the space, and the others made it again. They know whether that one was in it.
            let leaving = rows.leaving(space)?;
            let is_known = leaving.contains(&statement);
            if row.left.is_none() && !is_known {
                if leaving.len() >= context.inner.settings.limits.space_devices {
                    return Err(ErrorCode::QuotaExceeded.into());
                }
                rows.put_leaving(&statement)?;
                effects.grown.push((space, row.generation, 0));
            }
            return Ok(Empty {});
        }
        // The first statement stays: a second person's leaving says nothing new.
        if row.left.is_none() {
            rows.drop_contents(space)?;
            effects.grown.push((space, row.generation, 0));
            rows.put_space(space, &SpaceRow { left: Some(statement), ..row })?;
        }
        Ok(Empty {})
    }
}
