use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Report, run};

/// Steps of one seed before everybody comes to rest.
pub const STEPS: usize = 300;
/// Every so many seeds one is played twice: the same seed must do the same.
const TWICE: u64 = 25;

/// Plays a seed and says what is wrong with it; nothing when all is well.
pub fn play(seed: u64) -> Vec<String> {
    let Some(report) = tried(seed) else { return vec!["it panics".into()] };
    let same = |again: &Report| (&again.trace, &again.faults) == (&report.trace, &report.faults);
    if seed.is_multiple_of(TWICE) && !tried(seed).as_ref().is_some_and(same) {
        return vec!["played twice, it is not the same".into()];
    }
    report.faults
}

fn tried(seed: u64) -> Option<Report> {
    catch_unwind(AssertUnwindSafe(|| run(seed, STEPS))).ok()
}

/// The seeds that a text names: `7`, `1-5000`, `3,17,40-45`. `None` when it is not of that form.
pub fn seeds(text: &str) -> Option<Vec<u64>> {
    let mut seeds = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last): (u64, u64) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        if last < first || last - first > 1_000_000 {
            return None;
        }
        seeds.extend(first..=last);
    }
    Some(seeds)
}

/// Plays these seeds on every processor, and gives those that fail with what is wrong.
pub fn play_all(seeds: &[u64]) -> Vec<(u64, Vec<String>)> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut failed: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                scope.spawn(move || {
                    let own = seeds.iter().skip(first).step_by(threads);
                    own.map(|seed| (*seed, play(*seed))).filter(|(_, faults)| !faults.is_empty()).collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("what a seed does is caught")).collect()
    });
    failed.sort();
    failed
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn seeds_are_read_as_they_are_written() {
        assert_eq!(seeds("7").unwrap(), [7]);
        assert_eq!(seeds("3,17,40-42").unwrap(), [3, 17, 40, 41, 42]);
        for bad in ["", "x", "5-3", "1-", "1-99999999999"] {
            assert_eq!(seeds(bad), None, "{bad}");
        }
    }
}
