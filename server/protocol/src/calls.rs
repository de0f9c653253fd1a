use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::*;

/// A call to the server: `POST` to [`Call::PATH`] with the CBOR of `Self`, answered with the CBOR of [`Call::Answer`].
pub trait Call: Serialize + DeserializeOwned + Send + 'static {
    /// The path, without a host.
    const PATH: &'static str;
    /// Whether the call needs a session: `Authorization: Bearer TOKEN`.
    const SESSION: bool = true;
    /// What comes back.
    type Answer: Serialize + DeserializeOwned + Send + 'static;
}

/// An answer that says only that it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Empty {}

macro_rules! calls {
    ($($call:ty, $path:literal, $session:literal => $answer:ty;)*) => {
        $(impl Call for $call {
            const PATH: &'static str = $path;
            const SESSION: bool = $session;
            type Answer = $answer;
        })*
    };
}

calls! {
    Identify, "/v1/identify", false => Identified;
    Register, "/v1/register", false => Empty;
    Challenge, "/v1/challenge", false => Challenged;
    OpenSession, "/v1/open-session", false => SessionOpened;
    CreateSpace, "/v1/create-space", true => Created;
    RejoinSpace, "/v1/rejoin-space", true => Created;
    AskToBeAdded, "/v1/ask-to-be-added", true => Empty;
    OpenGeneration, "/v1/open-generation", true => Appended;
    Append, "/v1/append", true => Appended;
    Pull, "/v1/pull", true => Pulled;
    Blank, "/v1/blank", true => Empty;
    Leave, "/v1/leave", true => Empty;
    PutBlob, "/v1/put-blob", true => Empty;
    GetBlob, "/v1/get-blob", true => FoundBlob;
    DropBlob, "/v1/drop-blob", true => Empty;
    RevokeDevice, "/v1/revoke-device", true => Empty;
    PublishKeyPackages, "/v1/publish-key-packages", true => KeyPackageStock;
    ClaimKeyPackage, "/v1/claim-key-package", true => ClaimedKeyPackage;
    OpenMailbox, "/v1/open-mailbox", true => MailboxState;
    JoinMailbox, "/v1/join-mailbox", true => MailboxState;
    PostToMailbox, "/v1/post-to-mailbox", true => MailboxState;
    ReadMailbox, "/v1/read-mailbox", true => MailboxState;
    BurnMailbox, "/v1/burn-mailbox", true => Empty;
}
