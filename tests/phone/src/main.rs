//! `phone`: Tend in a terminal, over the same facade that the apps use. The README says how it is used.

mod answer;
mod args;
mod clock;
mod failure;
mod home;
mod output;
mod pick;
mod said;
mod shell;
mod verbs;

use std::{ffi::OsString, process::ExitCode};

use clap::Parser;

use args::{Action, CommandLine};
use failure::Failure;
use output::Output;
use tend_core::content::Language;

fn main() -> ExitCode {
    let Ok(words) = std::env::args_os().map(OsString::into_string).collect::<Result<Vec<_>, _>>() else {
        return not_text();
    };
    let line = match CommandLine::try_parse_from(&words) {
        Ok(line) => line,
        Err(error) => return refused(&error, &words),
    };
    let output = Output::new(line.options.json, line.options.language());
    match run(line, &output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output.failure(&failure);
            failure.exit_code()
        }
    }
}

/// A command line of which a word is no text.
fn not_text() -> ExitCode {
    let json = std::env::args_os().any(|word| word == "--json");
    let failure = Failure::new("usage", "A word of this command is not text in UTF-8.");
    Output::new(json, Language::English).failure(&failure);
    failure.exit_code()
}

/// A command line that was not understood; or a page of help, which is no failure.
fn refused(error: &clap::Error, words: &[String]) -> ExitCode {
    if error.use_stderr() && words.iter().any(|word| word == "--json") {
        let failure = Failure::usage(error);
        Output::new(true, Language::English).failure(&failure);
        return failure.exit_code();
    }
    // When standard output or error is closed, there is nobody to tell.
    let _ = error.print();
    ExitCode::from(if error.use_stderr() { failure::USAGE } else { 0 })
}

fn run(line: CommandLine, output: &Output) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|_| Failure::system())?;
    runtime.block_on(async {
        let tend = home::open(&line.options).await?;
        match line.action {
            Action::Shell => shell::run(&tend, &line.options, output).await,
            Action::Verb(verb) => {
                output.answer(&verbs::run(&tend, verb, line.options.offline).await?);
                Ok(())
            }
        }
    })
}
