//! `checks`: the tests of every part, and the checks of the project itself.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for people")]

use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tend_checks::{Error, claims, layers, licences, links, maven, mutants, notices, parts, root, sources};

#[derive(Parser)]
#[command(about = "Runs every part's tests and checks the project itself")]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Run every part's tests; ends with the totals
    Test,
    /// Check licences, dependencies, notices, links, claims, sources, scripts and layers
    Project,
    /// Write NOTICES.txt
    Notices,
    /// Show circles and forbidden imports in one crate
    Layers {
        /// The crate's folder, such as core
        folder: String,
    },
    /// Check what Maven resolved
    Maven {
        /// What `mvn dependency:list -DoutputFile=LIST` wrote
        list: PathBuf,
    },
    /// Plant each known bug in a copy; each must be noticed
    Mutants,
}

fn main() -> ExitCode {
    match carry_out(&Arguments::parse().what, &root()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("checks: {error}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(what: &What, root: &Path) -> Result<bool, Error> {
    match what {
        What::Test => {
            let in_ci = std::env::var("CI").is_ok_and(|value| value == "true");
            parts::run_all(root, &parts::parts(root), in_ci, &mut std::io::stdout())
                .map_err(|cause| Error::Command { command: "test".to_owned(), what: cause.to_string() })
        }
        What::Project => {
            let mut problems = licences::problems(root)?;
            problems.extend(maven::problems(root)?);
            problems.extend(notices::problems(root)?);
            problems.extend(links::problems(root)?);
            problems.extend(claims::problems(root)?);
            problems.extend(sources::problems(root)?);
            problems.extend(sources::without_readme(root)?);
            problems.extend(sources::script_problems(root)?);
            problems.extend(mutants::problems(root)?);
            problems.extend(layers::problems(root)?);
            Ok(none(&problems))
        }
        What::Notices => {
            let path = root.join(notices::PATH);
            std::fs::write(&path, notices::generate(root)?).map_err(|cause| Error::File { path, cause })?;
            Ok(true)
        }
        What::Layers { folder } => Ok(none(&layers::problems_of(root, folder)?)),
        What::Maven { list } => Ok(none(&maven::unnamed_in_list(root, list)?)),
        What::Mutants => mutants::run(root, &mutants::work_folder(root)?, &mut std::io::stdout()),
    }
}

/// Prints the problems. True if there are none.
fn none(problems: &[String]) -> bool {
    for problem in problems {
        println!("{problem}");
    }
    problems.is_empty()
}
