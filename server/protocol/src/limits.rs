use serde::{Deserialize, Serialize};

/// The sizes, in bytes, that a message entry may have. A shorter message is padded to the next.
pub const SIZE_CLASSES: [usize; 4] = [1024, 4096, 16_384, 65_536];

/// The one size, in bytes, of every message in a person's own space, so that its size tells nothing.
pub const OWN_SPACE_CLASS: usize = 16_384;

/// The smallest size class that holds `length` bytes; `None` above the largest.
pub fn size_class(length: usize) -> Option<usize> {
    SIZE_CLASSES.into_iter().find(|class| length <= *class)
}

/// What a server accepts. A client reads it from `GET /v1/config` and never sends more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Limits {
    /// Bytes of one request's body.
    pub request_bytes: usize,
    /// Bytes of one commit entry, and of the welcome next to it. A message entry has one of the [`SIZE_CLASSES`].
    pub commit_bytes: usize,
    /// Entries in one append.
    pub append_entries: usize,
    /// Entries in one page of a pull.
    pub pull_entries: usize,
    /// Bytes of entries in one page of a pull; one entry always fits.
    pub pull_bytes: usize,
    /// Bytes of one blob.
    pub blob_bytes: usize,
    /// Days that a blob is kept, unless it is dropped before.
    pub blob_days: u32,
    /// Days that an entry is kept for a device that has not acknowledged it.
    pub retention_days: u32,
    /// Single-use key packages that a device may keep on the server for one suite.
    pub key_packages: usize,
    /// Bytes of one key package.
    pub key_package_bytes: usize,
    /// Devices in one space.
    pub space_devices: usize,
    /// Messages in one mailbox.
    pub mailbox_messages: usize,
    /// Bytes of one message in a mailbox.
    pub mailbox_message_bytes: usize,
    /// Seconds that a mailbox may be kept.
    pub mailbox_seconds: u32,
    /// Bytes of blobs that one device may have stored in one space. An entry is never refused for a quota.
    pub quota_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            request_bytes: 2 * 1024 * 1024,
            commit_bytes: 128 * 1024,
            append_entries: 64,
            pull_entries: 1000,
            pull_bytes: 1024 * 1024,
            blob_bytes: 1024 * 1024,
            blob_days: 14,
            retention_days: 90,
            key_packages: 32,
            key_package_bytes: 8 * 1024,
            space_devices: 16,
            mailbox_messages: 16,
            mailbox_message_bytes: 32 * 1024,
            mailbox_seconds: 2 * 24 * 60 * 60,
            quota_bytes: 128 * 1024 * 1024,
        }
    }
}

/// What a server says of itself at `GET /v1/config`, in JSON, to anyone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Config {
    /// The server's version (Semantic Versioning).
    pub version: String,
    /// Whether registering asks for the operator's access code.
    pub access_code_required: bool,
    /// What the server accepts.
    pub limits: Limits,
}
