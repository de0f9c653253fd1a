//! More than one command on the same phone at once.

#![allow(clippy::unwrap_used)]

mod common;

use std::thread;

use common::Phone;

#[test]
fn commands_at_once_wait_for_each_other_from_the_very_first() {
    let phone = Phone::new();
    let texts: Vec<_> = (0..8).map(|number| format!("Thank you, {number}")).collect();
    thread::scope(|scope| {
        for text in &texts {
            let one = Phone::at(&phone.home);
            scope.spawn(move || one.run(&["--patience", "60", "appreciate", text]));
        }
    });
    let mut written = phone.texts();
    written.sort();
    assert_eq!(written, texts);
    assert_eq!(phone.run(&["devices"])["devices"].as_array().unwrap().len(), 1);
}

#[test]
fn a_shell_that_stays_open_keeps_others_out() {
    let phone = Phone::new();
    let mut shell = phone.shell();
    shell.ask("appreciate Hello");
    assert_eq!(phone.refusal(&["--patience", "0", "appreciate", "Too early"]), "store_in_use");
    assert_eq!(shell.ask("appreciations")["appreciations"].as_array().unwrap().len(), 1);
    drop(shell);
    assert_eq!(phone.texts(), ["Hello"]);
}
