//! Rate limits: token buckets in memory, one for each device or source.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use serde::Deserialize;
use tend_protocol::{DeviceId, ErrorCode, Problem};

/// The most buckets of each kind. When there are so many, newcomers share one.
const BUCKETS: usize = 65_536;

/// How often something may happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Times a minute in the long run; 0 for no limit.
    pub per_minute: u32,
    /// Times at once after a pause.
    pub burst: u32,
}

/// The limits on how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rates {
    /// Calls of one device with a session. Leaving is never counted.
    pub device: Rate,
    /// Calls without a session, or with a wrong one, from one source.
    pub source: Rate,
    /// Look-ups of mailboxes that are not there, from one source.
    pub mailbox_tries: Rate,
    /// KiB that one device may send to be kept. Leaving and deleting are never counted.
    pub kibibytes: Rate,
    /// Single-use key packages of one device that one other may take in a day, fewer than a stock has; 0 for no limit.
    pub claims_per_day: u32,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            device: Rate { per_minute: 1200, burst: 600 },
            source: Rate { per_minute: 300, burst: 150 },
            mailbox_tries: Rate { per_minute: 6, burst: 20 },
            kibibytes: Rate { per_minute: 1024, burst: 256 * 1024 },
            claims_per_day: 4,
        }
    }
}

impl Rates {
    /// No limits: for simulations and benchmarks.
    pub const OFF: Self = Self {
        device: Rate { per_minute: 0, burst: 0 },
        source: Rate { per_minute: 0, burst: 0 },
        mailbox_tries: Rate { per_minute: 0, burst: 0 },
        kibibytes: Rate { per_minute: 0, burst: 0 },
        claims_per_day: 0,
    };
}

/// A source: an IPv4 address, or the /64 of an IPv6 address, which one household has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Source([u8; 16]);

impl From<IpAddr> for Source {
    fn from(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self(v4.to_ipv6_mapped().octets()),
            IpAddr::V6(v6) => {
                let mut octets = v6.octets();
                octets[8..].fill(0);
                Self(octets)
            }
        }
    }
}

/// The buckets of one running server.
pub(crate) struct Limiter {
    devices: Buckets<DeviceId>,
    sources: Buckets<Source>,
    tries: Buckets<Source>,
    kibibytes: Buckets<DeviceId>,
    claims: Buckets<(DeviceId, DeviceId)>,
}

impl Limiter {
    pub(crate) fn new(rates: Rates) -> Self {
        let a_day = Rate { per_minute: rates.claims_per_day, burst: rates.claims_per_day };
        Self {
            devices: Buckets::new(rates.device),
            sources: Buckets::new(rates.source),
            tries: Buckets::new(rates.mailbox_tries),
            kibibytes: Buckets::new(rates.kibibytes),
            claims: Buckets { period: DAY, ..Buckets::new(a_day) },
        }
    }

    /// Counts a call of a device.
    pub(crate) fn device(&self, device: DeviceId, now: u64) -> Result<(), Problem> {
        self.devices.take(device, 1, now)
    }

    /// Counts what a device sends to be kept.
    pub(crate) fn bytes(&self, device: DeviceId, bytes: usize, now: u64) -> Result<(), Problem> {
        self.kibibytes.take(device, u64::try_from(bytes.div_ceil(1024)).unwrap_or(u64::MAX), now)
    }

    /// Whether a device may have a single-use key package of another; counts it if so.
    pub(crate) fn may_claim(&self, claimer: DeviceId, of: DeviceId, now: u64) -> bool {
        self.claims.take((claimer, of), 1, now).is_ok()
    }

    /// Counts a call without a session.
    pub(crate) fn source(&self, source: Source, now: u64) -> Result<(), Problem> {
        self.sources.take(source, 1, now)
    }

    /// Whether a source may look for a mailbox.
    pub(crate) fn may_try(&self, source: Source, now: u64) -> Result<(), Problem> {
        self.tries.peek(source, now)
    }

    /// Counts a look-up that found nothing.
    pub(crate) fn tried(&self, source: Source, now: u64) {
        // The look-up was allowed; whether the next one is, the next one asks.
        let _ = self.tries.take(source, 1, now);
    }
}

struct Buckets<K> {
    rate: Rate,
    /// Seconds that the rate's `per_minute` is for.
    period: u64,
    /// Under `None`, those that found no place of their own.
    levels: Mutex<HashMap<Option<K>, Level>>,
}

/// In parts of one time, as many as the period has seconds, so that a second at any rate is a whole number.
#[derive(Clone, Copy)]
struct Level {
    left: u64,
    at: u64,
}

const MINUTE: u64 = 60;
const DAY: u64 = 24 * 60 * 60;

impl<K: Copy + Eq + Hash> Buckets<K> {
    fn new(rate: Rate) -> Self {
        Self { rate, period: MINUTE, levels: Mutex::new(HashMap::new()) }
    }

    fn full(&self) -> u64 {
        u64::from(self.rate.burst.max(1)) * self.period
    }

    fn level(&self, found: Option<&Level>, now: u64) -> u64 {
        found.map_or(self.full(), |level| {
            let gained = now.saturating_sub(level.at).saturating_mul(u64::from(self.rate.per_minute));
            level.left.saturating_add(gained).min(self.full())
        })
    }

    fn judge(&self, left: u64, cost: u64) -> Result<(), Problem> {
        if left >= cost {
            return Ok(());
        }
        let seconds = (cost - left).div_ceil(u64::from(self.rate.per_minute));
        Err(Problem { retry_after: u32::try_from(seconds).ok(), ..ErrorCode::RateLimited.into() })
    }

    fn peek(&self, key: K, now: u64) -> Result<(), Problem> {
        if self.rate.per_minute == 0 {
            return Ok(());
        }
        let levels = self.levels.lock().unwrap_or_else(PoisonError::into_inner);
        self.judge(self.level(levels.get(&Some(key)), now), self.period)
    }

    /// Takes so many times at once. More than a full bucket holds take all of it.
    fn take(&self, key: K, times: u64, now: u64) -> Result<(), Problem> {
        if self.rate.per_minute == 0 {
            return Ok(());
        }
        let cost = times.saturating_mul(self.period).min(self.full());
        let mut levels = self.levels.lock().unwrap_or_else(PoisonError::into_inner);
        let mut key = Some(key);
        if levels.len() >= BUCKETS && !levels.contains_key(&key) {
            levels.retain(|_, level| self.level(Some(level), now) < self.full());
            if levels.len() >= BUCKETS {
                key = None;
            }
        }
        let left = self.level(levels.get(&key), now);
        if let Some(level) = levels.get_mut(&key).filter(|level| level.at > now) {
            // The clock was set back: it fills from now on, not from a time to come.
            level.at = now;
        }
        self.judge(left, cost)?;
        levels.insert(key, Level { left: left - cost, at: now });
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_says_how_long_and_fills_again() {
        let buckets = Buckets::new(Rate { per_minute: 6, burst: 2 });
        assert!(buckets.take(1, 1, 100).is_ok());
        assert!(buckets.take(1, 1, 100).is_ok());
        let problem = buckets.take(1, 1, 100).unwrap_err();
        assert_eq!((problem.code, problem.retry_after), (ErrorCode::RateLimited, Some(10)));
        assert!(buckets.take(2, 1, 100).is_ok(), "another has its own");
        assert!(buckets.take(1, 1, 109).is_err());
        assert!(buckets.take(1, 1, 110).is_ok());
        assert!(buckets.take(1, 1, 50).is_err(), "a clock set back gives nothing away");
        assert!(buckets.take(1, 1, 60).is_ok(), "and takes nothing");
    }

    #[test]
    fn a_crowd_cannot_grow_the_memory() {
        let buckets = Buckets::new(Rate { per_minute: 1, burst: 1 });
        for key in 0..BUCKETS + 10 {
            let _ = buckets.take(key, 1, 0);
        }
        assert!(buckets.levels.lock().unwrap().len() <= BUCKETS + 1);
        assert!(buckets.take(BUCKETS + 20, 1, 0).is_err(), "the newcomers' common bucket is empty");
        assert!(buckets.take(BUCKETS + 20, 1, 60).is_ok(), "and room comes back with time");
    }

    #[test]
    fn one_household_is_one_source() {
        let source = |text: &str| Source::from(text.parse::<IpAddr>().unwrap());
        assert_eq!(source("2001:db8:1:2::1"), source("2001:db8:1:2:ffff::9"));
        assert_ne!(source("2001:db8:1:2::1"), source("2001:db8:1:3::1"));
        assert_eq!(source("::ffff:192.0.2.1"), source("192.0.2.1"));
        assert_ne!(source("192.0.2.2"), source("192.0.2.1"));
    }
}
