use tend_protocol::*;

use super::{
    open_space,
    serve::{Context, Effects, Refusal, Serve, Work},
};
use crate::storage::{StoredBlob, Transaction};

impl Serve for PutBlob {
    const WORK: Work = Work::Write;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        if self.bytes.len() > context.inner.settings.limits.blob_bytes {
            return Err(ErrorCode::TooLarge.into());
        }
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<Empty, Refusal> {
        let (caller, Self { space, blob, bytes }) = (context.caller()?, ready);
        open_space(rows, space, caller)?;
        let limits = &context.inner.settings.limits;
        match rows.blob(space, blob)? {
            Some(there) if there.until > context.now => {
                let same = there.author == caller && there.bytes == bytes;
                return if same { Ok(Empty {}) } else { Err(ErrorCode::IdReused.into()) };
            }
            Some(_) => rows.drop_blob(space, blob)?,
            None => {}
        }
        if rows.usage(space, caller)?.saturating_add(bytes.len() as u64) > limits.quota_bytes {
            return Err(ErrorCode::QuotaExceeded.into());
        }
        let until = context.now + u64::from(limits.blob_days) * super::sweep::DAY;
        rows.put_blob(space, blob, &StoredBlob { author: caller, bytes, until })?;
        Ok(Empty {})
    }
}

impl Serve for GetBlob {
    const WORK: Work = Work::Read;
    type Ready = Self;

    fn prepare(self, _: &Context) -> Result<Self, Refusal> {
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<FoundBlob, Refusal> {
        open_space(rows, ready.space, context.caller()?)?;
        let found = rows.blob(ready.space, ready.blob)?.filter(|blob| blob.until > context.now);
        Ok(FoundBlob { bytes: found.ok_or(ErrorCode::UnknownBlob)?.bytes })
    }
}

impl Serve for DropBlob {
    const WORK: Work = Work::Write;
    const GROWS: bool = false;
    type Ready = Self;

    fn prepare(self, _: &Context) -> Result<Self, Refusal> {
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<Empty, Refusal> {
        open_space(rows, ready.space, context.caller()?)?;
        rows.drop_blob(ready.space, ready.blob)?;
        Ok(Empty {})
    }
}
