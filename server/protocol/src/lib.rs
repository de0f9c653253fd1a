//! The wire types and limits that Tend's core and server share.
//!
//! Every call is `POST /v1/…` with a CBOR body and a CBOR answer ([`Call`]); an error is an
//! `application/problem+json` document (RFC 9457) with a stable [`ErrorCode`]. Ids travel in bodies alone, so that
//! no log of addresses holds one. `docs/protocol.md` gives the overview; this crate is the reference.

mod access;
mod bytes;
mod calls;
mod codec;
mod ids;
mod limits;
mod log;
mod people;
mod problem;
mod signing;

pub use access::{ACCESS_CODE_BYTES, access_code};
pub use bytes::Bytes;
pub use calls::{Call, Empty};
pub use codec::{MEDIA_TYPE, Malformed, decode, encode};
pub use ids::{BlobId, DeviceId, EntryId, Hash, Incarnation, MailboxId, PersonKey, ServerKey, SpaceId};
pub use limits::{Config, Limits, OWN_SPACE_CLASS, SIZE_CLASSES, size_class};
pub use log::{
    Append, Appended, AskToBeAdded, Blank, Change, Content, CreateSpace, Created, Entry, EntryKind, Head, LogPage,
    NewEntry, OpenGeneration, Position, Pull, Pulled, RejoinSpace,
};
pub use people::{
    BurnMailbox, Challenge, Challenged, ClaimKeyPackage, ClaimedKeyPackage, DropBlob, FoundBlob, GetBlob, Identified,
    Identify, JoinMailbox, KeyPackageStock, Leave, MailboxMessage, MailboxState, OpenMailbox, OpenSession,
    PostToMailbox, PublishKeyPackages, PutBlob, ReadMailbox, Register, RevokeDevice, SessionOpened,
};
pub use problem::{ErrorCode, PROBLEM_MEDIA_TYPE, Problem};
pub use signing::{
    BadSignature, Signature, SignedCertificate, SignedLeave, SignedRemoval, certificate_text, identify_text,
    leave_text, register_text, removal_text, session_text, verify,
};
