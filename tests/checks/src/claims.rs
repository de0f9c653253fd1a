//! What the pages about security claim is shown by tests: each row of their tables names one, and it is there.

use crate::links::resolve;
use crate::{Error, read};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::path::Path;

/// The pages whose tables are read.
const PAGES: [&str; 2] = ["docs/security.md", "docs/what-the-server-sees.md"];
/// How a table begins that lists columns of a database: the server's own tests compare it with the schema.
const OF_COLUMNS: &str = "Column";
/// The last column of a table each of whose rows must name a test.
const REQUIRED: &str = "Test";
/// The last column of a table that says what can be seen all the same: a row may name a test.
const OPTIONAL: &str = "Test, if any";

/// Rows without a test, and tests that are not there.
pub fn problems(root: &Path) -> Result<Vec<String>, Error> {
    let mut problems = Vec::new();
    for page in PAGES {
        problems.extend(problems_in(root, page, &read(&root.join(page))?));
    }
    Ok(problems)
}

fn problems_in(root: &Path, page: &str, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let mut claims = 0;
    for table in tables(text) {
        let head = |cell: Option<&Cell>| cell.map(|cell| cell.words.clone()).unwrap_or_default();
        let (first, last) = (head(table.head.cells.first()), head(table.head.cells.last()));
        if first == OF_COLUMNS {
            continue;
        }
        if last != REQUIRED && last != OPTIONAL {
            problems.push(format!("{page}:{}: the table's last column is not \"{REQUIRED}\"", table.head.line));
            continue;
        }
        for row in &table.rows {
            claims += 1;
            let evidence = row.cells.last().map(|cell| cell.parts.as_slice()).unwrap_or_default();
            let mut found = problems_of(root, Path::new(page), evidence);
            if last == REQUIRED && !evidence.iter().any(|part| matches!(part, Part::Name(_))) {
                found.push("the row names no test".to_owned());
            }
            problems.extend(found.into_iter().map(|problem| format!("{page}:{}: {problem}", row.line)));
        }
    }
    if claims == 0 {
        problems.push(format!("{page}: there is no table with tests"));
    }
    problems
}

/// What is wrong with the files and tests that a cell names: each file is a link, and the names of its tests follow it.
fn problems_of(root: &Path, page: &Path, parts: &[Part]) -> Vec<String> {
    let mut problems = Vec::new();
    // The file that was named last, and its tests if it can be read.
    let mut file: Option<(&str, Option<BTreeSet<String>>)> = None;
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::File { shown, link } => {
                if resolve(page, link).is_none_or(|target| target != Path::new(shown)) {
                    problems.push(format!("{shown} is linked to {link}"));
                }
                if !matches!(parts.get(at + 1), Some(Part::Name(_))) {
                    problems.push(format!("{shown}: no test of it is named"));
                }
                let tests = std::fs::read_to_string(root.join(shown)).ok().map(|source| tests_of(&source));
                if tests.is_none() {
                    problems.push(format!("{shown}: no such file"));
                }
                file = Some((shown, tests));
            }
            Part::Name(name) => match &file {
                None => problems.push(format!("{name}: no file before it")),
                Some((shown, Some(tests))) if !tests.contains(name) => {
                    problems.push(format!("{shown} has no test {name}"));
                }
                Some(_) => {}
            },
        }
    }
    problems
}

/// The names of the functions of a Rust file that are run as tests, also inside of macros. One that is ignored proves nothing.
fn tests_of(source: &str) -> BTreeSet<String> {
    let mut tests = BTreeSet::new();
    let (mut is_test, mut is_ignored) = (false, false);
    for line in source.lines().map(str::trim_start) {
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            is_test = true;
        } else if line.starts_with("#[ignore") {
            is_ignored = true;
        } else if let Some(function) = line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn ") {
            let name: String = function.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if is_test && !is_ignored {
                tests.insert(name);
            }
            (is_test, is_ignored) = (false, false);
        }
    }
    tests
}

#[derive(Debug, Default)]
struct Table {
    head: Row,
    rows: Vec<Row>,
}

#[derive(Debug, Default)]
struct Row {
    /// In the page, from 1.
    line: usize,
    cells: Vec<Cell>,
}

#[derive(Debug, Default)]
struct Cell {
    words: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    /// A link, and what it is called.
    File { shown: String, link: String },
    /// Code outside of a link.
    Name(String),
}

/// All tables of a page.
fn tables(text: &str) -> Vec<Table> {
    let (mut tables, mut table, mut row, mut cell) = (Vec::new(), Table::default(), Row::default(), Cell::default());
    let mut link: Option<(String, String)> = None;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(_)) => table = Table::default(),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                row = Row { line: text[..range.start].matches('\n').count() + 1, cells: Vec::new() };
            }
            Event::Start(Tag::TableCell) => cell = Cell::default(),
            Event::Start(Tag::Link { dest_url, .. }) => link = Some((dest_url.to_string(), String::new())),
            Event::Text(words) | Event::Code(words) if link.is_some() => {
                if let Some((_, shown)) = &mut link {
                    shown.push_str(&words);
                }
            }
            Event::Code(name) => cell.parts.push(Part::Name(name.to_string())),
            Event::Text(words) => cell.words.push_str(&words),
            Event::End(TagEnd::Link) => {
                cell.parts.extend(link.take().map(|(link, shown)| Part::File { shown, link }));
            }
            Event::End(TagEnd::TableCell) => row.cells.push(std::mem::take(&mut cell)),
            Event::End(TagEnd::TableHead) => table.head = std::mem::take(&mut row),
            Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
            Event::End(TagEnd::Table) => tables.push(std::mem::take(&mut table)),
            _ => {}
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const HEAD: &str = "# A page\n\n| Threat | Defence | Test |\n|---|---|---|\n";
    const SOURCE: &str = "#[cfg(unix)]\n#[test]\nfn locks_hold() {}\nfn helper() {}\nproptest! {\n    #[test]\n    \
                          fn any_key_fits(key: u8) {}\n}\n#[tokio::test]\nasync fn it_waits() {}\n#[test]\n#[ignore]\n\
                          fn is_slow() {}\n";

    /// The problems of a page in a project with one file of tests.
    fn found(text: &str) -> Vec<String> {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("core")).unwrap();
        std::fs::write(root.path().join("core/door.rs"), SOURCE).unwrap();
        problems_in(root.path(), "docs/page.md", text)
    }

    #[test]
    fn a_test_is_known_by_its_attribute() {
        assert_eq!(tests_of(SOURCE), ["any_key_fits", "it_waits", "locks_hold"].map(str::to_owned).into());
    }

    #[test]
    fn rows_whose_tests_are_there_are_fine() {
        let rows = "| a thief | a lock | [`core/door.rs`](../core/door.rs) `locks_hold`, `it_waits` |\n\
                    | a `key` | [a door](../core) | [`core/door.rs`](../core/door.rs) `any_key_fits` |\n";
        let columns = "\n| Column | What it is |\n|---|---|\n| `door.lock` | a lock |\n";
        let seen = "\n| What | How much | Test, if any |\n|---|---|---|\n| the door | all | |\n";
        assert_eq!(found(&format!("{HEAD}{rows}{columns}{seen}")), Vec::<String>::new());
    }

    #[test]
    fn a_row_that_nothing_proves_is_named_with_its_line() {
        for (cell, problems) in [
            ("", &["the row names no test"][..]),
            ("we are sure", &["the row names no test"]),
            ("[`core/door.rs`](../core/door.rs)", &["core/door.rs: no test of it is named", "the row names no test"]),
            ("`locks_hold`", &["locks_hold: no file before it"]),
            ("[`core/gone.rs`](../core/gone.rs) `locks_hold`", &["core/gone.rs: no such file"]),
            ("[`core/door.rs`](../core/gone.rs) `locks_hold`", &["core/door.rs is linked to ../core/gone.rs"]),
            ("[`core/door.rs`](../core/door.rs) `helper`", &["core/door.rs has no test helper"]),
            ("[`core/door.rs`](../core/door.rs) `is_slow`", &["core/door.rs has no test is_slow"]),
            ("[`core/door.rs`](../core/door.rs) `locks_hold`, `lock`", &["core/door.rs has no test lock"]),
        ] {
            let expected: Vec<_> = problems.iter().map(|problem| format!("docs/page.md:5: {problem}")).collect();
            assert_eq!(found(&format!("{HEAD}| a thief | a lock | {cell} |\n")), expected, "{cell}");
        }
    }

    #[test]
    fn a_table_without_tests_and_a_page_without_a_table_are_named() {
        let bare = "\n| Threat | Defence |\n|---|---|\n| a thief | a lock |\n";
        let missing = "docs/page.md: there is no table with tests";
        assert_eq!(found(bare), ["docs/page.md:2: the table's last column is not \"Test\"", missing]);
        assert_eq!(found("We are safe."), [missing]);
        let wrong = "| What | Test, if any |\n|---|---|\n| a door | [`core/door.rs`](../core/door.rs) `helper` |\n";
        assert_eq!(found(wrong), ["docs/page.md:3: core/door.rs has no test helper"]);
    }
}
