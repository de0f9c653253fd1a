//! Files and sockets that a process may have open.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Raises this process's bound, which the processes that it starts inherit, towards `wanted`. Returns what it came to.
pub fn allow(wanted: u64) -> u64 {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current.is_none_or(|current| current >= wanted) {
        return wanted;
    }
    // Above the maximum only the superuser may go, and not everywhere.
    let higher = Rlimit { current: Some(wanted), maximum: maximum.map(|maximum| maximum.max(wanted)) };
    if setrlimit(Resource::Nofile, higher).is_err() {
        let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    }
    getrlimit(Resource::Nofile).current.unwrap_or(wanted)
}
