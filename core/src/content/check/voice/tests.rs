#![allow(clippy::unwrap_used)]

use std::{collections::BTreeMap, fs, path::Path};

use super::{super::super::check::messages_of, *};

/// The page that shows the figures and the thirty sentences as they are.
fn page() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/voice.md")
}

fn files() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Files::read(&root.join("content"), &root.join("../docs/sources.md")).unwrap()
}

fn all_figures(files: &Files) -> Vec<Figures> {
    let of = |language: &Language| figures(files, language.tag(), &messages_of(&files.language(language.tag())));
    Language::COMPLETE.iter().map(of).collect()
}

/// The table of the page, between its two marks.
fn table(all: &[Figures]) -> String {
    let in_thousand =
        |part: usize, of: usize| format!("{part} ({:.1} in 1,000 words)", part as f64 * 1000.0 / of as f64);
    type Row = (&'static str, fn(&Figures) -> String);
    let plain: [Row; 5] = [
        ("texts", |one| one.texts.to_string()),
        ("words", |one| one.words.to_string()),
        ("instructions too long", |one| format!("{} of {}", one.long, one.instructions)),
        ("instructions of over three sentences", |one| format!("{} of {}", one.crowded, one.instructions)),
        ("prompts and topics that are nearly alike, pairs", |one| one.alike.to_string()),
    ];
    let mut rows: Vec<(String, Vec<String>)> =
        plain.iter().map(|(name, of)| ((*name).to_owned(), all.iter().map(of).collect())).collect();
    let rate = |name: &str, of: fn(&Figures) -> usize| {
        (name.to_owned(), all.iter().map(|one| in_thousand(of(one), one.words)).collect::<Vec<_>>())
    };
    rows.extend([
        rate("contracted words", |one| one.contracted),
        rate("two words where people contract", |one| one.stiff),
        rate("softening words", |one| one.soft),
        rate("phrases that nobody says", |one| one.banned),
        rate("reasons that are no whole sentence", |one| one.because),
    ]);
    let lines = rows.iter().map(|(name, cells)| format!("| {name} | {} |\n", cells.join(" | ")));
    format!("| | English | German | Spanish |\n|---|---|---|---|\n{}", lines.collect::<String>())
}

/// A message as its file has it, on one line.
fn sources(text: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut now = None;
    for line in text.lines() {
        match line.split_once(" = ") {
            Some((id, rest)) if !line.starts_with([' ', '#', '*']) => {
                now = Some(id.to_owned());
                found.insert(id.to_owned(), rest.to_owned());
            }
            _ if !line.starts_with(' ') => now = None,
            _ => {
                if let Some(text) = now.as_ref().and_then(|id| found.get_mut(id)) {
                    *text = format!("{text} {}", line.trim().replace(".stem = ", "· "));
                }
            }
        }
    }
    found
}

/// The page with its table and its sentences as they are now.
fn page_now(page: &str, files: &Files) -> String {
    let (before, rest) = page.split_once("<!-- figures -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- figures end -->").unwrap();
    let page = format!("{before}<!-- figures -->\n{}<!-- figures end -->{after}", table(&all_figures(files)));
    let texts: BTreeMap<&str, _> =
        Language::COMPLETE.iter().map(|one| (one.tag(), sources(&files.language(one.tag())))).collect();
    let mut id = String::new();
    let line_now = |line: &str| {
        if let Some(named) = line.strip_prefix("### ") {
            id = named.trim_matches('`').to_owned();
        }
        let now = texts.iter().find(|(tag, _)| line.starts_with(&format!("- {tag}, now: ")));
        now.map_or_else(|| line.to_owned(), |(tag, texts)| format!("- {tag}, now: {}", texts[&id]))
    };
    page.lines().map(line_now).collect::<Vec<_>>().join("\n") + "\n"
}

/// `UPDATE=1` writes it.
#[test]
fn the_page_of_the_voice_shows_it_as_it_is() {
    let (path, files) = (page(), files());
    let there = fs::read_to_string(&path).unwrap();
    let now = page_now(&there, &files);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &now).unwrap();
    } else {
        assert!(there == now, "docs/voice.md is not as the words are: UPDATE=1 writes it");
    }
}

#[test]
fn an_instruction_that_is_not_short_and_a_reason_that_is_no_sentence_are_named() {
    let files = files();
    let said = |text: &str| problems_of(&files, "en", &messages_of(text)).join("\n");
    let instruction = "exercise-mirroring-practice-arrive";
    assert_eq!(said(&format!("{instruction} = Sit down. Look around. Breathe.\n")), "");
    assert!(said(&format!("{instruction} = Sit down. Look around. Breathe. Smile.\n")).contains("three sentences"));
    assert!(said(&format!("{instruction} = {}\n", "x".repeat(141))).contains("over 140 characters"));
    assert!(said("today-gentle = A gentle day\n    .reason = because it is\n").contains("no whole sentence"));
}

#[test]
fn sentences_are_counted_as_they_are_read() {
    for (text, count) in [
        ("One.", 1),
        ("One. Two? Three", 3),
        ("“Did I get that?” Then wait.", 2),
        ("When it is cold …", 1),
        ("Say “no.”", 1),
        ("Ask “Did I get that?” and “Is there more?” Then wait.", 2),
        ("At 7.30 it is time.", 1),
    ] {
        assert_eq!(sentences(text), count, "{text}");
    }
}

#[test]
fn what_nearly_says_the_same_is_told_from_what_does_not() {
    let to_one =
        |text| similarity(&stems("Ask your partner how the appointment went, and listen to the end."), &stems(text));
    assert!(to_one("How did that appointment go? Ask your partner, and listen.") >= ALIKE);
    assert!(to_one("Make a hat out of something that was never meant to be one.") < ALIKE);
    assert_eq!(similarity(&stems(""), &stems("")), 0);
}

#[test]
fn each_figure_counts_what_it_is_named_for() {
    let mut files = files();
    let voice = files.voices.get_mut("en").unwrap();
    *voice = Voice {
        characters: 20,
        soft: vec!["gentle".into()],
        apart: vec!["gentle day".into()],
        stiff: vec!["it is".into()],
        contracted: vec!["n't".into(), "it's".into()],
        banned: vec!["by turns".into(), "whoe…".into()],
        because: vec!["because".into()],
    };
    let text = "exercise-mirroring-practice-arrive = It is. It’s fine, isn't it? By turns. Whoever. So.\n\
                today-gentle = A gentle day, a gentle rain\n    .reason = because of you\n";
    let found = figures(&files, "en", &messages_of(text));
    let expected = Figures {
        texts: 3,
        words: 19,
        contracted: 2,
        stiff: 1,
        soft: 1,
        banned: 2,
        instructions: 1,
        long: 1,
        crowded: 1,
        because: 1,
        alike: 0,
    };
    assert_eq!(found, expected);
}
