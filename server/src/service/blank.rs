use tend_protocol::{Blank, Empty, ErrorCode};

use super::{
    open_space,
    serve::{Context, Effects, Refusal, Serve, Work},
};
use crate::storage::Transaction;

impl Serve for Blank {
    const WORK: Work = Work::Write;
    const GROWS: bool = false;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        // As many as one page can show.
        if self.entries.len() > context.inner.settings.limits.pull_entries {
            return Err(ErrorCode::TooLarge.into());
        }
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<Empty, Refusal> {
        let caller = context.caller()?;
        open_space(rows, ready.space, caller)?;
        for id in ready.entries {
            rows.blank_entry(ready.space, ready.generation, caller, id)?;
        }
        Ok(Empty {})
    }
}
