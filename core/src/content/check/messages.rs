use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{
    super::{files::Files, language::Language, model::Exercise},
    catalogue::CAUTIONS,
};

/// Messages by id, each with its attributes; a message's own value has the name "".
pub type Messages = BTreeMap<String, BTreeMap<String, Words>>;

/// A pattern as a person reads it, with `{}` where something is filled in; of alternatives, each.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Every way in which the pattern may come out, as far as its own text goes.
    pub forms: Vec<String>,
    /// Messages that it refers to.
    pub refers: BTreeSet<String>,
}

/// The file whose messages are a language's own affair.
const GRAMMAR: &str = "grammar";

pub fn problems(files: &Files) -> Vec<String> {
    let mut problems = Vec::new();
    let mut languages = Vec::new();
    for language in Language::COMPLETE.iter().map(|language| language.tag()) {
        let (messages, unread) = of_language(files, language);
        problems.extend(unread);
        problems.extend(forbidden(files, language, &messages));
        problems.extend(too_long(language, &messages));
        languages.push((language, messages));
    }
    problems.extend(differences(&languages));
    if let Some((_, english)) = languages.first() {
        problems.extend(not_as_wanted(files, english));
    }
    problems
}

/// A language's messages, those of the grammar file apart, and what could not be read.
pub fn of_language(files: &Files, language: &str) -> (Messages, Vec<String>) {
    let (mut messages, mut problems) = (Messages::new(), Vec::new());
    for (file, text) in files.locales.get(language).into_iter().flatten() {
        let found = parse(text, &mut messages, file == GRAMMAR);
        problems.extend(found.into_iter().map(|problem| format!("locales/{language}/{file}.ftl: {problem}")));
    }
    (messages, problems)
}

/// Reads one file. The messages of the grammar file are checked for their syntax alone.
pub fn parse(text: &str, messages: &mut Messages, grammar: bool) -> Vec<String> {
    let (resource, mut problems) = match fluent_syntax::parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors.iter().map(ToString::to_string).collect()),
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut all: BTreeMap<String, Words> = BTreeMap::new();
        all.extend(message.value.as_ref().map(|value| (String::new(), words(value))));
        all.extend(message.attributes.iter().map(|one| (one.id.name.to_owned(), words(&one.value))));
        if !grammar && messages.insert(message.id.name.to_owned(), all).is_some() {
            problems.push(format!("{} is there twice", message.id.name));
        }
    }
    problems
}

fn words(pattern: &Pattern<&str>) -> Words {
    let mut words = Words { forms: vec![String::new()], refers: BTreeSet::new() };
    for element in &pattern.elements {
        let parts = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => placed(expression, &mut words.refers),
        };
        words.forms =
            words.forms.iter().flat_map(|form| parts.iter().map(move |part| format!("{form}{part}"))).collect();
    }
    words
}

fn placed(expression: &Expression<&str>, refers: &mut BTreeSet<String>) -> Vec<String> {
    match expression {
        Expression::Select { variants, .. } => {
            let inner = variants.iter().map(|variant| words(&variant.value));
            let mut forms = Vec::new();
            for words in inner {
                forms.extend(words.forms);
                refers.extend(words.refers);
            }
            forms
        }
        Expression::Inline(InlineExpression::MessageReference { id, .. }) => {
            refers.insert(id.name.to_owned());
            vec!["{}".into()]
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => vec![(*value).to_owned()],
        Expression::Inline(_) => vec!["{}".into()],
    }
}

fn all(messages: &Messages) -> impl Iterator<Item = (&String, &String, &Words)> {
    messages.iter().flat_map(|(id, parts)| parts.iter().map(move |(part, words)| (id, part, words)))
}

/// How often a [`spaced`] text has a phrase: `phrase` is found as whole words, `phrase…` as their beginning.
pub fn times(text: &str, phrase: &str) -> usize {
    match phrase.strip_suffix('…') {
        Some(beginning) => text.matches(&format!(" {beginning}")).count(),
        None => text.matches(&format!(" {phrase} ")).count(),
    }
}

/// Phrases that never appear.
fn forbidden(files: &Files, language: &str, messages: &Messages) -> Vec<String> {
    let phrases = files.forbidden.get(language).map(Vec::as_slice).unwrap_or_default();
    let mut problems = Vec::new();
    for (id, part, words) in all(messages) {
        for form in &words.forms {
            let text = spaced(form);
            let found = phrases.iter().find(|phrase| times(&text, phrase) > 0);
            problems.extend(found.map(|phrase| format!("{language}: {id}.{part} says “{phrase}”")));
            let shouts = form.contains('!') || form.contains('¡');
            problems.extend(shouts.then(|| format!("{language}: {id}.{part} shouts")));
        }
    }
    problems
}

/// Lower case, each word between single spaces, apostrophes straight.
pub fn spaced(text: &str) -> String {
    let plain: String = text.to_lowercase().replace('’', "'");
    let words = plain.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

fn too_long(language: &str, messages: &Messages) -> Vec<String> {
    let mut problems = Vec::new();
    for (id, part, words) in all(messages) {
        let limit = match (id.split('-').next().unwrap_or_default(), part.as_str()) {
            (_, "stem") => {
                let count = |form: &String| spaced(form).split_whitespace().count();
                problems.extend(
                    words.forms.iter().any(|form| count(form) > 8).then(|| format!("{language}: {id}.stem is long")),
                );
                continue;
            }
            ("exercise" | "path", "purpose") | ("prompt" | "path", _) => 160,
            ("topic", _) => 80,
            _ => 280,
        };
        let long = words.forms.iter().any(|form| form.chars().count() > limit);
        problems.extend(long.then(|| format!("{language}: {id}.{part} has over {limit} characters")));
    }
    problems
}

/// What one language has and another lacks.
fn differences(languages: &[(&str, Messages)]) -> Vec<String> {
    let keys = |messages: &Messages| -> BTreeSet<String> {
        all(messages).map(|(id, part, _)| format!("{id}.{part}")).collect()
    };
    let Some((first, english)) = languages.first().map(|(name, messages)| (name, keys(messages))) else {
        return Vec::new();
    };
    let others = languages.iter().skip(1).map(|(name, messages)| (name, keys(messages)));
    let mut problems = Vec::new();
    for (name, other) in others {
        problems.extend(english.difference(&other).map(|key| format!("{name} lacks {key}")));
        problems.extend(other.difference(&english).map(|key| format!("{name} has {key}, {first} has not")));
    }
    problems
}

/// The messages of content are those that its files ask for.
fn not_as_wanted(files: &Files, english: &Messages) -> Vec<String> {
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for (id, exercise) in &files.catalogue.exercises {
        wanted.extend(of_exercise(id, exercise));
    }
    wanted.extend(files.catalogue.prompts.iter().map(|prompt| format!("prompt-{}", prompt.id)));
    wanted.extend(files.catalogue.topics.iter().map(|topic| format!("topic-{}", topic.id)));
    for (id, path) in &files.catalogue.paths {
        wanted.insert(format!("path-{id}"));
        wanted.extend((1..=path.weeks.len()).map(|week| format!("path-{id}-week-{week}")));
    }
    wanted.extend(CAUTIONS.iter().map(|id| format!("caution-{id}")));
    let of_content = |id: &&String| {
        let kind = id.split('-').next().unwrap_or_default();
        ["exercise", "prompt", "topic", "path", "caution"].contains(&kind)
    };
    let there: BTreeSet<String> = english.keys().filter(of_content).cloned().collect();
    let mut problems: Vec<String> = wanted.difference(&there).map(|id| format!("en: {id} is missing")).collect();
    problems.extend(there.difference(&wanted).map(|id| format!("en: {id} is not used")));
    problems.extend(parts_amiss(files, english));
    problems
}

fn of_exercise(id: &str, exercise: &Exercise) -> Vec<String> {
    let mut wanted = vec![format!("exercise-{id}")];
    wanted.extend(exercise.steps.iter().map(|step| format!("exercise-{id}-{}", step.id)));
    wanted.extend(exercise.variants.iter().map(|variant| format!("exercise-{id}-variant-{variant}")));
    wanted
}

/// Titles have a purpose, and stems belong to what is spoken or written.
fn parts_amiss(files: &Files, english: &Messages) -> Vec<String> {
    use super::super::model::StepAction;
    let parts = |id: &str| english.get(id).map(|parts| parts.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let mut problems = Vec::new();
    for (id, exercise) in &files.catalogue.exercises {
        let title = parts(&format!("exercise-{id}"));
        problems.extend((title != ["", "purpose"]).then(|| format!("exercise-{id} has a title and a purpose")));
        for step in &exercise.steps {
            let parts = parts(&format!("exercise-{id}-{}", step.id));
            let says = matches!(step.action, StepAction::Speak | StepAction::Write);
            let holds = parts == [""] || (says && parts == ["", "stem"]);
            problems.extend((!holds).then(|| format!("exercise-{id}-{} has other parts than it may", step.id)));
        }
    }
    for id in files.catalogue.paths.keys() {
        let holds = parts(&format!("path-{id}")) == ["", "purpose"];
        problems.extend((!holds).then(|| format!("path-{id} has a title and a purpose")));
    }
    // A title stands on a button.
    let long = english.iter().filter(|(id, parts)| {
        parts.contains_key("purpose")
            && parts[""].forms.iter().any(|form| form.chars().count() > 40)
            && id.contains('-')
    });
    problems.extend(long.map(|(id, _)| format!("{id} has over 40 characters")));
    problems
}
