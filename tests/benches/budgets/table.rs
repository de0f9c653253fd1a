//! The table, as it is printed: Markdown, a row as soon as it is known.

use std::{io::Write, time::Instant};

use super::process_facts::machine_load;

/// What was measured, row by row.
pub struct Table {
    start: Instant,
    missed: Vec<String>,
}

/// How a figure stands to its budget.
pub enum Budget {
    /// The figure must not be above.
    AtMost(f64, &'static str),
    /// The figure must not be below.
    AtLeast(f64, &'static str),
}

impl Table {
    /// Says on what it is measured, and the head of the table.
    pub fn begin() -> Self {
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let profile = if cfg!(debug_assertions) { "unoptimised: these figures say nothing" } else { "release" };
        say(&format!("{cores} cores, {profile}, everything on 127.0.0.1{}\n", load("; load before")));
        say("| What | Measured | Budget | Measured : budget |\n|---|---|---|---|");
        Self { start: Instant::now(), missed: Vec::new() }
    }

    /// A row whose figure has a budget, in the unit of the budget's words.
    pub fn row(&mut self, what: &str, measured: &str, figure: f64, budget: &Budget) {
        let (words, ratio, held) = match *budget {
            Budget::AtMost(bound, unit) => (format!("≤ {bound} {unit}"), figure / bound, figure <= bound),
            Budget::AtLeast(bound, unit) => (format!("≥ {bound} {unit}"), figure / bound, figure >= bound),
        };
        let verdict = if held { "held" } else { "**missed**" };
        say(&format!("| {what} | {measured} | {words} | {ratio:.2}, {verdict} |"));
        if !held {
            self.missed.push(what.into());
        }
    }

    /// A row that is there to read the others by.
    pub fn plain(&mut self, what: &str, measured: &str) {
        say(&format!("| {what} | {measured} | – | – |"));
    }

    /// The last words.
    pub fn end(self) {
        match self.missed.as_slice() {
            [] => say("\nEvery budget that was measured is held."),
            missed => say(&format!("\nMissed: {}.", missed.join("; "))),
        }
        say(&format!(
            "Took {:.0} s{}.",
            self.start.elapsed().as_secs_f64(),
            load("; load after, of which about 2 are the benchmark's own,")
        ));
    }
}

/// Whatever else the machine does makes every figure worse.
fn load(when: &str) -> String {
    machine_load().map(|load| format!("{when} {load:.1}")).unwrap_or_default()
}

/// One line to standard output. If its reader has gone, the measuring still runs to its end.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}
