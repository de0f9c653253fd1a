//! What notices a planted bug, as the head of its patch names it.

use std::fmt;

/// What notices a planted bug. In this order little is built again from one to the next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Watch {
    /// `Seeds: 3,17,40-45`: these seeds of the simulation.
    Seeds(String),
    /// `Tests: tend-core --lib merge::tests`: the tests of a package whose names contain a text.
    Tests(Tests),
}

/// Tests of one package, in one of its targets or in all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tests {
    pub package: String,
    /// Cargo's words for the one target that is built: `--lib`, `--bin NAME` or `--test NAME`; `--tests` for all.
    pub target: Vec<String>,
    /// What the names of the tests contain.
    pub filter: String,
}

impl Watch {
    /// The one that these lines name.
    pub(super) fn in_head(lines: &[&str]) -> Result<Self, &'static str> {
        let values = |name: &str| -> Vec<&str> { lines.iter().filter_map(|line| line.strip_prefix(name)).collect() };
        match (values("Seeds:").as_slice(), values("Tests:").as_slice()) {
            ([seeds], []) => Self::seeds(seeds).ok_or("`Seeds:` is not like `3,17,40-45`"),
            ([], [tests]) => {
                let tests = Tests::parse(tests).ok_or("`Tests:` is not like `tend-core --lib merge::tests`")?;
                Ok(Self::Tests(tests))
            }
            _ => Err("not one line `Seeds: …` or `Tests: …` above the patch"),
        }
    }

    fn seeds(text: &str) -> Option<Self> {
        let seeds = text.replace(' ', "");
        let is_of_seeds = |c: char| c.is_ascii_digit() || c == ',' || c == '-';
        (seeds.starts_with(|c: char| c.is_ascii_digit()) && seeds.chars().all(is_of_seeds))
            .then_some(Self::Seeds(seeds))
    }
}

impl Tests {
    fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (package, target, filter) = match words.as_slice() {
            [package, filter] => (package, vec!["--tests"], filter),
            [package, "--lib", filter] => (package, vec!["--lib"], filter),
            [package, kind @ ("--bin" | "--test"), name, filter] => (package, vec![*kind, *name], filter),
            _ => return None,
        };
        // Only the first word of the target may look like an option.
        let mut names = [package, filter].into_iter().chain(target.get(1));
        if names.any(|word| word.starts_with('-')) {
            return None;
        }
        Some(Self {
            package: (*package).to_owned(),
            target: target.iter().map(|word| (*word).to_owned()).collect(),
            filter: (*filter).to_owned(),
        })
    }
}

impl fmt::Display for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seeds(seeds) => write!(f, "seeds {seeds}"),
            Self::Tests(Tests { package, target, filter }) => {
                write!(f, "tests {package} {} {filter}", target.join(" "))
            }
        }
    }
}

/// Each of them once, in their order; all seeds together.
pub(super) fn each_once<'w>(all: impl Iterator<Item = &'w Watch>) -> Vec<Watch> {
    let (mut seeds, mut each) = (Vec::new(), Vec::new());
    for watch in all {
        match watch {
            Watch::Seeds(some) => seeds.push(some.as_str()),
            Watch::Tests(_) => each.push(watch.clone()),
        }
    }
    let seeds = seeds.join(",");
    each.extend(Watch::seeds(&seeds));
    each.sort();
    each.dedup();
    each
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn named(line: &str) -> Result<Watch, &'static str> {
        Watch::in_head(&["What the bug is.", line])
    }

    #[test]
    fn seeds_are_numbers_and_ranges() {
        assert_eq!(named("Seeds: 3, 17,40-45"), Ok(Watch::Seeds("3,17,40-45".to_owned())));
        for bad in ["Seeds:", "Seeds: ", "Seeds: all", "Seeds: -3", "seeds: 3"] {
            assert!(named(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn tests_are_those_of_a_package_and_perhaps_of_one_target() {
        let tests = |line: &str| match named(line).unwrap() {
            Watch::Tests(tests) => (tests.package, tests.target.join(" "), tests.filter),
            Watch::Seeds(_) => panic!("{line}"),
        };
        let of = |target: &str| ("tend-core".to_owned(), target.to_owned(), "merge::tests".to_owned());
        assert_eq!(tests("Tests: tend-core merge::tests"), of("--tests"));
        assert_eq!(tests("Tests: tend-core --lib  merge::tests"), of("--lib"));
        assert_eq!(tests("Tests: tend-core --test records merge::tests"), of("--test records"));
        assert_eq!(tests("Tests: tend-core --bin phone merge::tests"), of("--bin phone"));
    }

    #[test]
    fn tests_without_a_filter_or_with_anything_else_are_none() {
        for bad in
            ["", " tend-core", " tend-core --lib", " tend-core --test hostile", " tend-core --doc x", " tend-core a b"]
        {
            assert!(named(&format!("Tests:{bad}")).is_err(), "{bad}");
        }
        assert!(named("Tests: tend-core --test --nocapture x").is_err());
    }

    #[test]
    fn a_head_names_one_thing() {
        assert!(Watch::in_head(&["What the bug is."]).is_err());
        assert!(Watch::in_head(&["Seeds: 3", "Tests: tend-core --lib merge"]).is_err());
        assert!(Watch::in_head(&["Seeds: 3", "Seeds: 4"]).is_err());
    }

    #[test]
    fn what_several_name_is_looked_at_once() {
        let all = ["Tests: b --lib x", "Seeds: 3", "Tests: a --lib x", "Tests: b --lib x", "Seeds: 5-9"].map(named);
        let all: Vec<_> = all.into_iter().map(Result::unwrap).collect();
        let once = each_once(all.iter());
        let words: Vec<_> = once.iter().map(ToString::to_string).collect();
        assert_eq!(words, ["seeds 3,5-9", "tests a --lib x", "tests b --lib x"]);
    }
}
