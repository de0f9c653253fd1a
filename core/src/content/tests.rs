#![allow(clippy::unwrap_used)]

use std::{collections::BTreeSet, path::Path as Folder};

use super::{check::problems, files::Files, *};

fn files() -> Files {
    let root = Folder::new(env!("CARGO_MANIFEST_DIR"));
    Files::read(&root.join("content"), &root.join("../docs/sources.md")).unwrap()
}

/// What the check says of the content with one thing changed.
fn broken(change: impl FnOnce(&mut Files)) -> String {
    let mut files = files();
    change(&mut files);
    problems(&files).join("\n")
}

/// An exercise to break, with others before and after it in a path.
fn one(files: &mut Files) -> &mut Exercise {
    files.catalogue.exercises.get_mut("mirroring-practice").unwrap()
}

fn replace(files: &mut Files, language: &str, file: &str, from: &str, to: &str) {
    let texts = files.locales.get_mut(language).unwrap();
    let (_, text) = texts.iter_mut().find(|(name, _)| name == file).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replacen(from, to, 1);
}

#[test]
fn the_content_keeps_its_rules() {
    assert_eq!(problems(&files()), Vec::<String>::new());
}

#[test]
fn what_the_phone_carries_is_what_lies_in_the_folder() {
    let (read, carried) = (files().catalogue, catalogue());
    assert_eq!(read.exercises, carried.exercises);
    assert_eq!(read.prompts, carried.prompts);
    assert_eq!(read.topics, carried.topics);
    assert_eq!(read.paths, carried.paths);
}

#[test]
fn there_is_enough_to_practise() {
    let catalogue = catalogue();
    assert!(catalogue.exercises.len() >= 24, "{} exercises", catalogue.exercises.len());
    assert!(catalogue.prompts.len() >= 240, "{} prompts", catalogue.prompts.len());
    assert!(catalogue.topics.len() >= 60, "{} topics", catalogue.topics.len());
    for kind in PromptKind::ALL {
        assert!(catalogue.prompts.iter().any(|prompt| prompt.kind == *kind), "{kind:?}");
    }
    let stages: BTreeSet<Stage> = catalogue.paths.values().map(|path| path.stage).collect();
    assert_eq!(stages, Stage::ALL.iter().copied().collect());
    assert_eq!(catalogue.paths["twelve-weeks"].weeks.len(), 12);
    assert!(catalogue.paths["tools"].weeks.is_empty());
}

#[test]
fn an_exercise_that_breaks_a_rule_is_named() {
    type Change = fn(&mut Exercise);
    let cases: [(Change, &str); 15] = [
        (|one| one.version = 0, "version"),
        (|one| one.prerequisites.push("nowhere".into()), "no exercise nowhere"),
        (|one| one.prerequisites.push("mirroring-practice".into()), "in a circle"),
        (|one| one.prerequisites.push("full-dialogue".into()), "in a circle"),
        (|one| one.minutes += 1, "sum of its steps"),
        (|one| one.steps[0].seconds = 5, "10 to 3,600"),
        (|one| one.steps[1].id = one.steps[0].id.clone(), "each its own"),
        (|one| one.steps[0].words = Some(StepWords::Share), "for write alone"),
        (|one| one.steps[0].only = Some("somehow".into()), "unknown variant"),
        (|one| one.privacy = Privacy::DraftThenShare, "privacy"),
        (|one| one.who = Who::Alone, "one person"),
        (|one| one.risk = Risk::High, "high risk"),
        (|one| one.optional = true, "begins with the question"),
        (|one| one.cautions.push("of-the-dog".into()), "unknown caution"),
        (|one| one.provenance.sources.push("hearsay".into()), "has no hearsay"),
    ];
    for (change, said) in cases {
        let found = broken(|files| change(one(files)));
        assert!(found.contains("exercise ") && found.contains(said), "{said}: {found}");
    }
}

#[test]
fn a_path_out_of_order_is_named() {
    let found = broken(|files| files.catalogue.paths.get_mut("twelve-weeks").unwrap().weeks.reverse());
    assert!(found.contains("comes before"), "{found}");
    let found = broken(|files| files.catalogue.paths.get_mut("solo").unwrap().weeks[0].anchor = "our-pause".into());
    assert!(found.contains("takes two"), "{found}");
    let found = broken(|files| {
        let weeks = &mut files.catalogue.paths.get_mut("solo").unwrap().weeks;
        weeks[0].anchor = "my-side-of-it".into();
    });
    assert!(found.contains("before any listening"), "{found}");
    let found = broken(|files| files.catalogue.paths.get_mut("twelve-weeks").unwrap().weeks[0].daily.clear());
    assert!(found.contains("nothing for a day"), "{found}");
}

#[test]
fn a_prompt_or_topic_that_is_there_twice_is_named() {
    let found = broken(|files| {
        let again = files.catalogue.prompts[0].clone();
        files.catalogue.prompts.push(again);
    });
    assert!(found.contains(": twice"), "{found}");
    assert!(broken(|files| files.catalogue.topics[0].depth = 9).contains("depth"));
    assert!(broken(|files| files.catalogue.prompts[0].audience.clear()).contains("audience"));
}

#[test]
fn words_that_break_a_rule_are_named() {
    let title = "exercise-mirroring-practice =";
    let said = |text: &str| {
        broken(|files| replace(files, "en", "exercise-mirroring-practice", title, &format!("{title} {text}")))
    };
    for (text, problem) in [
        ("You should", "should"),
        ("Don’t forget", "don't forget"),
        ("A 7-day streak", "streak"),
        ("It heals", "heals"),
        ("Wonderful!", "shouts"),
        ("A title that does not end where a button would end, and on", "over 40"),
        ("{", "exercise-mirroring-practice"),
    ] {
        assert!(said(text).contains(problem), "{text}: {}", said(text));
    }
    for (language, text) in [("de", "Du solltest"), ("es", "Deberías")] {
        let found = broken(|files| {
            replace(files, language, "exercise-mirroring-practice", title, &format!("{title} {text}"));
        });
        assert!(found.contains(&format!("{language}: ")), "{found}");
    }
}

#[test]
fn a_stem_has_eight_words_at_most() {
    let found = broken(|files| {
        replace(
            files,
            "en",
            "exercise-mirroring-practice",
            ".stem =",
            ".stem = one two three four five six seven eight",
        );
    });
    assert!(found.contains("stem is long"), "{found}");
}

#[test]
fn a_message_that_is_missing_or_unused_is_named() {
    let found = broken(|files| {
        let german = files.locales.get_mut("de").unwrap();
        german.retain(|(name, _)| name != "exercise-mirroring-practice");
    });
    assert!(found.contains("de lacks exercise-mirroring-practice"), "{found}");
    let found = broken(|files| {
        for texts in files.locales.values_mut() {
            texts.push(("more".into(), "prompt-nobody-has = Hello".into()));
        }
    });
    assert!(found.contains("prompt-nobody-has is not used"), "{found}");
    let found = broken(|files| {
        for texts in files.locales.values_mut() {
            texts.retain(|(name, _)| name != "cautions");
        }
    });
    assert!(found.contains("caution-memories is missing"), "{found}");
}

/// Messages outside the content are named in the source, as they are or by their beginning.
#[test]
fn every_other_message_is_said_somewhere() {
    let source = source(Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
    let english = files().language("en");
    let mut messages = check::messages_of(&english);
    messages
        .retain(|id, _| !["exercise", "prompt", "topic", "path", "caution"].contains(&id.split('-').next().unwrap()));
    for id in messages.keys() {
        let by_code = id.strip_prefix("error-").map(|code| format!("\"{}\"", code.replace('-', "_")));
        let beginning = id.rsplit_once('-').map(|(beginning, _)| format!("\"{beginning}-{{"));
        let notice = id.strip_prefix("notice-").map(|code| format!("\"{code}\""));
        let ways = [Some(format!("\"{id}\"")), by_code, beginning, notice];
        let said = ways.iter().flatten().any(|way| source.contains(way.as_str()));
        assert!(said || english.contains(&format!("{{ {id} }}")), "nobody says {id}");
    }
}

#[test]
fn every_message_that_is_said_exists() {
    let source = source(Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
    let messages = check::messages_of(&files().language("en"));
    let mut found = 0;
    for before in ["words.text(\"", "words.with(\"", "words.attribute(\"", "words.attribute_with(\""] {
        for rest in source.split(before).skip(1) {
            let id = rest.split('"').next().unwrap();
            assert!(messages.contains_key(id), "{id} is not there");
            found += 1;
        }
    }
    assert!(found > 5, "only {found} were found");
}

#[test]
fn every_error_code_in_the_source_has_words() {
    let source = source(Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
    let refusals: String = source.split("refusals! {").skip(1).filter_map(|rest| rest.split("\n}\n").next()).collect();
    let facade = include_str!("../tend/error.rs");
    let made = ["TendError::new(\"", "Self::new(\"", "Self::passing(\""];
    let found = made.iter().flat_map(|before| source.split(before).skip(1));
    let found = found.chain(refusals.split(" = \"").skip(1)).chain(facade.split("=> \"").skip(1));
    let is_code = |code: &&str| code.contains('_') && code.bytes().all(|b| b == b'_' || b.is_ascii_lowercase());
    let codes: BTreeSet<&str> = found.filter_map(|rest| rest.split('"').next()).filter(is_code).collect();
    assert!(codes.len() > 30, "only {} codes were found", codes.len());
    for code in codes {
        let id = format!("error-{}", code.replace('_', "-"));
        assert_ne!(Words::default().text(&id), id, "{code} has no words");
    }
}

fn source(folder: &Folder) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.push_str(&source(&path));
        } else if !path.ends_with("content/tests.rs") {
            all.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    all
}

#[test]
fn plural_and_gender_forms_follow_the_language() {
    let say = |language, partner, id: &str, count: i64| {
        Words { language, partner, ..Words::default() }.with(id, &[("count", count.into())])
    };
    for (language, one, many) in [
        (Language::English, "1 minute", "20 minutes"),
        (Language::German, "1 Minute", "20 Minuten"),
        (Language::Spanish, "1 minuto", "20 minutos"),
    ] {
        assert_eq!((say(language, Gender::Other, "minutes", 1)), one);
        assert_eq!((say(language, Gender::Other, "minutes", 20)), many);
    }
    for (partner, said) in [
        (Gender::Feminine, "deiner Partnerin"),
        (Gender::Masculine, "deinem Partner"),
        (Gender::Other, "deinem Gegenüber"),
    ] {
        let text = say(Language::German, partner, "privacy-draft-then-share", 0);
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn the_pseudo_locale_is_longer_and_keeps_what_is_filled_in() {
    let words = |language| Words { language, ..Words::default() };
    let at = jiff::civil::date(2026, 11, 29).at(19, 30, 0, 0);
    let (plain, stretched) = (words(Language::English).when(at), words(Language::Pseudo).when(at));
    assert!(stretched.chars().count() * 10 > plain.chars().count() * 13, "{stretched}");
    assert!(stretched.contains("29") && stretched.contains('['), "{stretched}");
}

#[test]
fn days_and_times_are_said_as_people_say_them() {
    let at = jiff::civil::date(2026, 11, 29).at(19, 30, 0, 0);
    for (language, said) in [
        (Language::English, "Sunday, 29 November, 7:30 pm"),
        (Language::German, "Sonntag, 29. November, 19:30 Uhr"),
        (Language::Spanish, "domingo, 29 de noviembre, 19:30"),
    ] {
        let text = Words { language, ..Words::default() }.when(at);
        assert_eq!(text, said);
    }
    let midnight = jiff::civil::date(2026, 11, 29).at(0, 5, 0, 0);
    let text = Words::default().when(midnight);
    assert_eq!(text, "Sunday, 29 November, 12:05 am");
}
