use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::Once,
};

use tracing::{Event, Metadata, Subscriber, span};

/// Whether a process dies right before or right after a transaction becomes durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// All that the transaction wrote is lost.
    Before,
    /// It is kept, but its caller did not learn that.
    After,
}

/// What unwinds; no panic, so that nothing is printed.
struct Cut;

thread_local! {
    /// How many transactions this thread may still commit, and on which side of its commit the one after them is cut off.
    static LEFT: Cell<Option<(u32, Side)>> = const { Cell::new(None) };
}

/// Does `work`, and cuts it off at a commit of the store, after `transactions` others. `None` when it was cut off.
pub fn cut<T>(transactions: u32, side: Side, work: impl FnOnce() -> T) -> Option<T> {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        tracing::subscriber::set_global_default(Transactions).expect("the simulation is alone in its process");
    });
    LEFT.set(Some((transactions, side)));
    let result = catch_unwind(AssertUnwindSafe(work));
    LEFT.set(None);
    match result {
        Ok(done) => Some(done),
        Err(cause) if cause.is::<Cut>() => None,
        Err(panic) => resume_unwind(panic),
    }
}

/// Gets the events of every transaction of a store, on the thread that runs it.
struct Transactions;

impl Subscriber for Transactions {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        side(metadata).is_some()
    }

    fn event(&self, event: &Event<'_>) {
        let (Some((left, at)), Some(side)) = (LEFT.get(), side(event.metadata())) else { return };
        if side != at {
            return;
        }
        LEFT.set(left.checked_sub(1).map(|left| (left, at)));
        if left == 0 {
            resume_unwind(Box::new(Cut));
        }
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

fn side(metadata: &Metadata<'_>) -> Option<Side> {
    match metadata.name() {
        tend_core::store::TRANSACTION_WRITTEN => Some(Side::Before),
        tend_core::store::TRANSACTION_DURABLE => Some(Side::After),
        _ => None,
    }
}
