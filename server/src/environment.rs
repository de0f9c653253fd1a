//! What the server gets from outside, so that a simulation can give it instead.

use std::time::{SystemTime, UNIX_EPOCH};

use ring::rand::SecureRandom;
use tend_protocol::{DeviceId, Head};

/// Where the time comes from.
pub trait Clock: Send + Sync + 'static {
    /// Seconds since 1970-01-01 UTC.
    fn now(&self) -> u64;
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> u64 {
        // A clock before 1970 is wrong in any case.
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }
}

/// The source gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there are no random bytes")]
pub struct NoRandomness;

/// Where unpredictable bytes come from.
pub trait Random: Send + Sync + 'static {
    /// Fills all of `bytes`.
    ///
    /// # Errors
    /// [`NoRandomness`]; `bytes` must not be used then.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness>;
}

/// The operating system's random bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        ring::rand::SystemRandom::new().fill(bytes).map_err(|_| NoRandomness)
    }
}

/// Is told when logs grow. What it is told is a hint: it may be lost, and then the next pull finds what is new.
pub trait Wakeups: Send + Sync + 'static {
    /// Whether anyone listens; if not, nothing is prepared for [`Self::grown`].
    fn listening(&self) -> bool;
    /// A log of these devices grew, and what made it grow is on disk.
    fn grown(&self, devices: &[DeviceId], head: &Head);
    /// The sessions of a device ended.
    fn ended(&self, device: DeviceId);
}

/// Nobody listens.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoWakeups;

impl Wakeups for NoWakeups {
    fn listening(&self) -> bool {
        false
    }

    fn grown(&self, _: &[DeviceId], _: &Head) {}

    fn ended(&self, _: DeviceId) {}
}
