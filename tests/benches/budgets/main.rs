//! The design's budgets, measured: `make bench`. It prints a table of what this machine does, next to a floor that is measured in the same
//! run, and never fails on a time. Everything runs on 127.0.0.1, ends by itself and leaves nothing behind.
//!
//! `make bench PARTS="appends streams"` measures only those parts; [`PARTS`] names them. `docs/benchmarks.md` explains the rows.

mod appends;
mod catching_up;
mod descriptors;
mod floor;
mod partner;
mod phones;
mod planning;
mod process_facts;
mod pulls;
mod reading;
mod samples;
mod streams;
mod table;
mod wire;

use std::{path::Path, process::ExitCode};

use table::Table;

/// A part of the table; the folder is its own.
type Part = fn(&Path, &mut Table);

/// In the order in which they are measured.
const PARTS: [(&str, Part); 7] = [
    ("reading", reading::measure),
    ("planning", planning::measure),
    ("appends", appends::measure),
    ("pulls", pulls::measure),
    ("catching-up", catching_up::measure),
    ("partner", partner::measure),
    ("streams", streams::measure),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [role, file] = words.as_slice()
        && role == floor::ROLE
    {
        floor::serve(Path::new(file));
        return ExitCode::SUCCESS;
    }
    // `cargo test --all-targets` starts this too, unoptimised: nothing to measure then.
    if !words.iter().any(|word| word == "--bench") {
        return ExitCode::SUCCESS;
    }
    let wanted: Vec<_> = words.iter().filter(|word| !word.starts_with("--")).collect();
    if let Some(unknown) = wanted.iter().find(|word| PARTS.iter().all(|(name, _)| name != **word)) {
        table::say(&format!("There is no part `{unknown}`. There are: {}.", PARTS.map(|(name, _)| name).join(", ")));
        return ExitCode::FAILURE;
    }
    // On the disk of the build, not in a folder of temporary files, which may be kept in memory: a flush must cost what it costs.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder for what is measured");
    let mut table = Table::begin();
    for (name, part) in PARTS {
        if wanted.is_empty() || wanted.iter().any(|word| *word == name) {
            let folder = folder.path().join(name);
            std::fs::create_dir(&folder).expect("a folder for one part");
            part(&folder, &mut table);
        }
    }
    table.end();
    ExitCode::SUCCESS
}
