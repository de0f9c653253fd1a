//! `soak SEEDS`: plays the simulation for seeds such as `7`, `1-5000` or `3,17,40-45`. Ends with 0 only if all of them hold.
//! `TRACE=1` shows how a failing seed came to it.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is what a person reads")]

use std::process::ExitCode;

use tend_tests::simulation::{STEPS, play_all, run, seeds};

fn main() -> ExitCode {
    let Some(seeds) = std::env::args().nth(1).and_then(|text| seeds(&text)) else {
        eprintln!("usage: soak SEEDS, such as 7, 1-5000 or 3,17,40-45");
        return ExitCode::from(2);
    };
    let failed = play_all(&seeds);
    for (seed, faults) in &failed {
        for fault in faults.iter().take(5) {
            println!("seed {seed}: {fault}");
        }
        if std::env::var_os("TRACE").is_some()
            && let Ok(report) = std::panic::catch_unwind(|| run(*seed, STEPS))
        {
            println!("{}\n{}", report.trace.join("\n"), report.states.join("\n"));
        }
    }
    println!("{} of {} seeds hold", seeds.len() - failed.len(), seeds.len());
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
