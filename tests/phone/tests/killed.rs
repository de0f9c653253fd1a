//! A phone that is killed while it writes has lost nothing that it acknowledged.

#![allow(clippy::unwrap_used)]

mod common;

use std::{collections::BTreeSet, io::Write};

use common::{Phone, Shell};

const KILLS: usize = 20;

#[test]
fn nothing_acknowledged_is_missing_after_a_kill() {
    let phone = Phone::new();
    let mut acknowledged = BTreeSet::new();
    for round in 0..KILLS {
        let mut shell = phone.shell();
        // Far more than it can write in time: it is killed in the middle of writing.
        let mut input = shell.input.take().unwrap();
        let writer = std::thread::spawn(move || {
            for number in 0..10_000 {
                if writeln!(input, "appreciate '{round}/{number}'").is_err() {
                    break;
                }
            }
        });
        acknowledged.extend(answers(&mut shell, 1 + round * 3 % 7));
        shell.child.kill().unwrap();
        acknowledged.extend(answers(&mut shell, usize::MAX));
        writer.join().unwrap();
    }
    let kept: BTreeSet<_> = phone.texts().into_iter().collect();
    let missing: Vec<_> = acknowledged.difference(&kept).collect();
    assert!(missing.is_empty(), "of {} acknowledged, missing: {missing:?}", acknowledged.len());
    assert!(acknowledged.len() >= KILLS, "every round wrote");
    // And it goes on as before.
    phone.run(&["appreciate", "still here"]);
    assert!(phone.texts().contains(&"still here".into()));
}

/// The texts of the next whole answers: all that there are, or as many as asked for.
fn answers(shell: &mut Shell, count: usize) -> Vec<String> {
    let mut texts = Vec::new();
    while texts.len() < count {
        let mut line = String::new();
        std::io::BufRead::read_line(&mut shell.output, &mut line).unwrap();
        // The kill may have cut the last line.
        let Some(line) = line.strip_suffix('\n') else { break };
        let answer: serde_json::Value = serde_json::from_str(line).unwrap();
        texts.push(answer["appreciation"]["text"].as_str().unwrap().to_owned());
    }
    texts
}
