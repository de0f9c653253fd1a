//! Telling the server of a leave.

use tend_protocol::{Leave, SignedLeave, SpaceId};

use super::{EngineError, Request, engine::Engine, request::RequestKind};
use crate::store::{Namespace, Transaction};

impl Engine {
    /// Tells the server of each leave again with every session: one that was restored has forgotten it, and a statement costs little.
    pub(super) fn leave_request(&self, tx: &Transaction<'_>) -> Result<Option<Request>, EngineError> {
        let mut left =
            tx.values::<SignedLeave>(Namespace::Intent, b"leave")?.into_iter().map(|(_, statement)| statement);
        let due = left.find(|statement| !self.memory.told.contains(&statement.space));
        Ok(due.map(|statement| {
            let space = statement.space;
            Request::new(&Leave { statement }, self.token(), RequestKind::Leave(space))
        }))
    }

    /// The server took the statement, or does not know the space any more, which comes to the same.
    pub(super) fn leave_sent(&mut self, space: SpaceId) -> bool {
        self.memory.told.insert(space);
        false
    }
}
