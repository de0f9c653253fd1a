//! The simulation over 500 seeds. One that fails is printed and replays alone: `make soak SEEDS=17`.

use tend_tests::simulation::{play_all, seeds};

#[test]
fn every_seed_comes_to_rest_with_nothing_lost() {
    let failed = play_all(&seeds("0-499").expect("seeds"));
    let told: Vec<_> = failed.iter().map(|(seed, faults)| format!("seed {seed}: {}", faults[0])).collect();
    assert!(failed.is_empty(), "{}", told.join("\n"));
}
