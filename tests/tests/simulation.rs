//! The simulation over many seeds. One that fails is printed and replays alone: `SEEDS=17 cargo test -p tend-tests --test simulation`.

#![allow(clippy::print_stderr, reason = "a failing seed is printed")]

use tend_tests::simulation::run;

/// `SEEDS`: a number of seeds from 0, one seed as `=17`, or a range as `100..200`.
fn seeds() -> std::ops::Range<u64> {
    let Ok(text) = std::env::var("SEEDS") else { return 0..500 };
    let number = |text: &str| text.parse().expect("SEEDS is 500, =17 or 100..200");
    match (text.strip_prefix('='), text.split_once("..")) {
        (Some(one), _) => number(one)..number(one) + 1,
        (_, Some((from, to))) => number(from)..number(to),
        _ => 0..number(&text),
    }
}

#[test]
fn every_seed_comes_to_rest_with_nothing_lost() {
    let failed: Vec<u64> = seeds()
        .filter(|seed| {
            let Ok(report) = std::panic::catch_unwind(|| run(*seed, 300)) else { return true };
            for fault in report.faults.iter().take(5) {
                eprintln!("seed {seed}: {fault}");
            }
            if !report.faults.is_empty() && std::env::var("TRACE").is_ok() {
                for line in &report.trace {
                    eprintln!("  {line}");
                }
            }
            !report.faults.is_empty()
        })
        .collect();
    assert!(failed.is_empty(), "these seeds fail: {failed:?}");
}
