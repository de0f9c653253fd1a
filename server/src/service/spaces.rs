//! Creating a space, and leaving it.

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
        let created = Created { incarnation: context.inner.storage.incarnation() };
        match rows.space(space)? {
            Some(row) if row.left.is_some() && rows.membership(space, caller)?.is_some() => {
                Err(ErrorCode::SpaceLeft.into())
            }
            Some(row) if row.creator == caller && row.suite == suite && row.left.is_none() => Ok(created),
            Some(_) => Err(ErrorCode::SpaceExists.into()),
            None => {
                if rows.open_spaces(caller)? >= context.inner.settings.spaces_per_device {
                    return Err(ErrorCode::QuotaExceeded.into());
                }
                rows.put_space(space, &SpaceRow { creator: caller, suite, generation: 0, left: None })?;
                rows.put_member(space, caller, Membership::Joined)?;
                let start = Position::start(space, 0);
                rows.put_generation(space, 0, &GenerationRow { suite, epoch: 0, head: start, base: start })?;
                rows.put_reader(space, 0, caller, Reader { start: 0, cursor: 0 })?;
                effects.grown.push((space, 0, 0));
                Ok(created)
            }
        }
    }
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
        if rows.membership(space, context.caller()?)?.is_none() {
            return Err(ErrorCode::NotAMember.into());
        }
        let row = rows.space(space)?.ok_or(ErrorCode::NotAMember)?;
        // The first statement stays: a second person's leaving says nothing new.
        if row.left.is_none() {
            rows.drop_contents(space)?;
            effects.grown.push((space, row.generation, 0));
            rows.put_space(space, &SpaceRow { left: Some(statement), ..row })?;
        }
        Ok(Empty {})
    }
}
