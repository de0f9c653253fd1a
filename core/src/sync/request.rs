use tend_protocol::{BlobId, Call, DeviceId, MailboxId, Problem, SpaceId, encode};

use super::server::At;

/// A request that is due. The transport sends it and gives the answer's bytes, or the [`Failure`], back with it.
#[derive(Clone)]
pub struct Request {
    /// The address of the server that it is for.
    pub server: String,
    /// The path of the call, see [`Call::PATH`].
    pub path: &'static str,
    /// The session's bearer token, for calls that need one.
    pub token: Option<String>,
    /// The body, in CBOR.
    pub body: Vec<u8>,
    pub(super) at: At,
    pub(super) kind: RequestKind,
}

impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Request").field("path", &self.path).field("bytes", &self.body.len()).finish_non_exhaustive()
    }
}

/// What a request is for: with it alone and the store, its answer can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RequestKind {
    Identify,
    Register,
    Challenge,
    OpenSession,
    StockKeyPackages,
    RevokeDevice(DeviceId),
    CreateSpace(SpaceId),
    RejoinSpace(SpaceId),
    AskToBeAdded(SpaceId),
    Pull(SpaceId),
    Append(SpaceId),
    OpenGeneration(SpaceId),
    Claim(SpaceId, DeviceId),
    PutBlob(SpaceId, BlobId),
    GetBlob(SpaceId, BlobId),
    DropBlob(SpaceId, BlobId),
    Leave(SpaceId),
    OpenMailbox(MailboxId),
    JoinMailbox(MailboxId),
    Post(MailboxId, u32),
    ReadMailbox(MailboxId),
    BurnMailbox(MailboxId),
    SeekCouple(MailboxId),
}

impl RequestKind {
    /// Whether a server whose disk is full refuses it alone, and the round goes on.
    pub fn takes_room(&self) -> bool {
        matches!(
            self,
            Self::StockKeyPackages
                | Self::CreateSpace(_)
                | Self::RejoinSpace(_)
                | Self::AskToBeAdded(_)
                | Self::Append(_)
                | Self::OpenGeneration(_)
                | Self::PutBlob(..)
        )
    }

    /// The space that it is about.
    pub fn space(&self) -> Option<SpaceId> {
        match self {
            Self::CreateSpace(space)
            | Self::RejoinSpace(space)
            | Self::AskToBeAdded(space)
            | Self::Pull(space)
            | Self::Append(space)
            | Self::OpenGeneration(space)
            | Self::Claim(space, _)
            | Self::PutBlob(space, _)
            | Self::GetBlob(space, _)
            | Self::DropBlob(space, _)
            | Self::Leave(space) => Some(*space),
            _ => None,
        }
    }
}

impl Request {
    pub(super) fn new<C: Call>(call: &C, token: Option<&str>, kind: RequestKind) -> Self {
        let token = token.filter(|_| C::SESSION).map(String::from);
        Self { server: String::new(), path: C::PATH, token, body: encode(call), at: At::Home, kind }
    }

    /// The same request, to the server at this address.
    pub(super) fn addressed(self, at: At, server: &str) -> Self {
        Self { at, server: server.into(), ..self }
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The server refused.
    #[error(transparent)]
    Refused(#[from] Problem),
    /// The server could not be reached, or the answer was lost on the way: whether the request arrived is not known.
    #[error("the server cannot be reached")]
    Unreachable,
    /// The answer began, and broke off or went silent.
    #[error("the answer broke off")]
    BrokenOff,
    /// What came back is not of the protocol.
    #[error("the answer is not of the expected form")]
    Malformed,
    /// Another server is there than the one whose key this device knows. Nothing was sent to it.
    #[error("another server answered")]
    OtherServer,
}
