//! Counts for the operator, as Prometheus reads them. They name calls and codes, never a device, space or address.

use std::{
    fmt::Write,
    sync::atomic::{AtomicU64, Ordering},
};

use tend_protocol::{Call, ErrorCode};

use super::events::Streams;

macro_rules! paths {
    ($($call:ty),*) => { &[$(<$call as Call>::PATH),*] };
}
use tend_protocol::*;
/// Every call's path.
pub(super) const PATHS: &[&str] = crate::service::every_call!(paths);

/// The counts since the server started.
pub(super) struct Metrics {
    /// For each path, and last for all unknown ones together: answers, and problems by code.
    calls: Vec<Counts>,
}

struct Counts {
    answered: AtomicU64,
    refused: Vec<AtomicU64>,
}

impl Metrics {
    pub(super) fn new() -> Self {
        let counts = || Counts {
            answered: AtomicU64::new(0),
            refused: ErrorCode::ALL.iter().map(|_| AtomicU64::new(0)).collect(),
        };
        Self { calls: (0..=PATHS.len()).map(|_| counts()).collect() }
    }

    /// Counts a call that was answered, or refused with a code.
    pub(super) fn count(&self, path: &str, refused: Option<ErrorCode>) {
        let call = PATHS.iter().position(|known| *known == path).unwrap_or(PATHS.len());
        let counts = &self.calls[call];
        let code = refused.and_then(|code| ErrorCode::ALL.iter().position(|known| *known == code));
        code.map_or(&counts.answered, |code| &counts.refused[code]).fetch_add(1, Ordering::Relaxed);
    }

    /// The text format of Prometheus, version 0.0.4.
    pub(super) fn text(&self, streams: &Streams) -> String {
        let mut text = String::from(
            "# HELP tend_calls_total Calls by outcome: ok, or the code of the problem.\n# TYPE tend_calls_total counter\n",
        );
        for (call, counts) in self.calls.iter().enumerate() {
            let name = PATHS.get(call).map_or("unknown", |path| path.trim_start_matches("/v1/"));
            let codes = ErrorCode::ALL.iter().map(|code| code.as_str()).zip(&counts.refused);
            for (code, count) in std::iter::once(("ok", &counts.answered)).chain(codes) {
                let count = count.load(Ordering::Relaxed);
                if count > 0 {
                    // Writing to a String cannot fail.
                    let _ = writeln!(text, "tend_calls_total{{call=\"{name}\",outcome=\"{code}\"}} {count}");
                }
            }
        }
        text.push_str("# HELP tend_event_streams Event streams that are open.\n# TYPE tend_event_streams gauge\n");
        let _ = writeln!(text, "tend_event_streams {}", streams.count());
        text
    }
}
