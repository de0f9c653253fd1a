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
    /// Spaces that one device may be in when it creates another.
    pub spaces_per_device: usize,
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
            mailboxes_per_device: 16,
        }
    }
}
