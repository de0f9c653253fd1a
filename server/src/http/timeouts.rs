use std::{num::NonZeroU32, time::Duration};

use serde::{Deserialize, Deserializer};

/// How long the server waits for a client. In a configuration each is a whole number of seconds above 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Timeouts {
    /// For a request's header section, and for a new connection to show which version of HTTP it speaks.
    #[serde(rename = "header_seconds", deserialize_with = "seconds")]
    pub header: Duration,
    /// For a request's body.
    #[serde(rename = "body_seconds", deserialize_with = "seconds")]
    pub body: Duration,
    /// For answers under way, once the server was told to stop.
    #[serde(rename = "shutdown_seconds", deserialize_with = "seconds")]
    pub shutdown: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        let [header, body, shutdown] = [30, 60, 10].map(Duration::from_secs);
        Self { header, body, shutdown }
    }
}

fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    NonZeroU32::deserialize(deserializer).map(|seconds| Duration::from_secs(seconds.get().into()))
}
