use crate::store::StoreError;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident, $code:literal;)*) => {
        /// Why something that another device sent is not accepted. A code never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
        #[error("refused: {}", self.as_str())]
        pub enum Refusal {
            $($(#[$doc])* $name,)*
        }

        impl Refusal {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable code.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

refusals! {
    /// The bytes are no MLS message of the expected kind, or something stands behind it.
    Malformed, "malformed";
    /// The message is not encrypted (RFC 9420, section 6.2).
    Unencrypted, "unencrypted";
    /// It comes from outside the group: an external commit or proposal (RFC 9420, sections 12.1.8 and 12.4.3.2).
    External, "external";
    /// It belongs to another group.
    OtherGroup, "other_group";
    /// It was made in another epoch than the group's.
    OtherEpoch, "other_epoch";
    /// It is a commit where a message was said to be, or the other way round.
    OtherKind, "other_kind";
    /// Another device wrote it than was said.
    OtherAuthor, "other_author";
    /// This device wrote it: it is known by its stored id and bytes, and cannot be read back.
    Own, "own";
    /// It was read before, and its key is used up; or it is too many messages before or after the last one that was read.
    Replayed, "replayed";
    /// It does not decrypt, or its signature does not fit.
    Undecryptable, "undecryptable";
    /// The group has removed this device.
    NotAMember, "not_a_member";
    /// The device that a commit removes is not in the group, or is the one that makes the commit.
    BadRemoval, "bad_removal";
    /// The credential holds no valid certificate, or that of another device than the leaf's.
    BadCertificate, "bad_certificate";
    /// The person is not pinned.
    UnknownIdentity, "unknown_identity";
    /// The device is on the list of removed ones.
    RemovedDevice, "removed_device";
    /// The cipher suite is another.
    OtherSuite, "other_suite";
    /// The key package does not last for all of time.
    BoundedLifetime, "bounded_lifetime";
    /// A key in a key package, a leaf or a node of the tree that nobody can encrypt to.
    BadKey, "bad_key";
    /// An extension where none is allowed: in a leaf, a key package, or the group's context.
    Extension, "extension";
    /// A proposal that stands alone (RFC 9420, section 12.1).
    LoneProposal, "lone_proposal";
    /// A commit that names a proposal instead of carrying it (RFC 9420, section 12.4).
    ByReference, "by_reference";
    /// A commit that changes the group's extensions.
    ChangesExtensions, "changes_extensions";
    /// A commit or welcome with a pre-shared key.
    PreSharedKey, "pre_shared_key";
    /// A commit that starts the group over.
    ReInit, "re_init";
    /// A proposal of another kind that is not allowed.
    OtherProposal, "other_proposal";
    /// A commit that removes another person's device.
    RemovesOther, "removes_other";
    /// A commit that gives its author's leaf to another device or person.
    ChangedLeaf, "changed_leaf";
    /// A commit that is not valid by MLS itself.
    InvalidCommit, "invalid_commit";
    /// A welcome that is not valid by MLS itself.
    InvalidWelcome, "invalid_welcome";
    /// A key package that is not valid by MLS itself.
    InvalidKeyPackage, "invalid_key_package";
    /// A welcome for a key package that this device does not have, or has used.
    NoKeyPackage, "no_key_package";
    /// A welcome to a group that this device is in already.
    GroupExists, "group_exists";
}

/// Why something could not be done with a group.
#[derive(Debug, thiserror::Error)]
pub enum SpaceError {
    /// The store failed: nothing was done.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What another device sent, or what was asked, is not accepted: nothing was done.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// An own commit is not answered yet: until it is, nothing else is sent.
    #[error("a commit is not answered yet")]
    CommitPending,
    /// MLS failed on this device's own state or randomness: nothing was done.
    #[error("mls failed: {0}")]
    Mls(&'static str),
}
