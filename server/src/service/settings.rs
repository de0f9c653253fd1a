use tend_protocol::Limits;

use super::{AccessCode, Rates};

/// What the operator decides of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What is accepted.
    pub limits: Limits,
    /// How often.
    pub rates: Rates,
    /// What registering asks for; `None` lets everyone register.
    pub access_code: Option<AccessCode>,
    /// Spaces that one device may have joined, and nobody left, when it creates another.
    pub spaces_per_device: usize,
    /// Bytes of the disk that stay free: below that, only what frees room is taken.
    pub keep_free_bytes: u64,
    /// Mailboxes that one device may have at a time.
    pub mailboxes_per_device: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            rates: Rates::default(),
            access_code: None,
            spaces_per_device: 64,
            keep_free_bytes: 128 * 1024 * 1024,
            mailboxes_per_device: 16,
        }
    }
}
