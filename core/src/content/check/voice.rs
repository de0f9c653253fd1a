//! What a program can measure of the voice: how often people's words are not those of people.

use std::collections::BTreeSet;

use super::{
    super::{
        files::{Files, Voice},
        language::Language,
        model::Exercise,
    },
    messages::{Messages, Words, of_language, spaced, times},
};

/// The rates of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Texts: messages and their attributes.
    pub texts: usize,
    /// Words in them.
    pub words: usize,
    /// Words that are contracted.
    pub contracted: usize,
    /// Pairs of words where people contract.
    pub stiff: usize,
    /// Words that soften.
    pub soft: usize,
    /// Phrases that nobody says aloud.
    pub banned: usize,
    /// Instructions of exercises.
    pub instructions: usize,
    /// Of these, with more characters than they may have.
    pub long: usize,
    /// Of these, with more than three sentences.
    pub crowded: usize,
    /// Reasons that are no whole sentences.
    pub because: usize,
    /// Pairs of prompts, or of topics, that nearly say the same.
    pub alike: usize,
}

/// What no language may say.
pub fn problems(files: &Files) -> Vec<String> {
    let languages = Language::COMPLETE.iter().map(|language| language.tag());
    languages.flat_map(|language| problems_of(files, language, &of_language(files, language).0)).collect()
}

/// Instructions that are not short, and reasons that are no whole sentences.
fn problems_of(files: &Files, language: &str, messages: &Messages) -> Vec<String> {
    let voice = files.voices.get(language).cloned().unwrap_or_default();
    let mut problems = Vec::new();
    for (id, instruction) in instructions(files, messages) {
        let long = instruction.forms.iter().any(|form| form.chars().count() > voice.characters);
        let crowded = instruction.forms.iter().any(|form| sentences(form) > 3);
        problems.extend(long.then(|| format!("{language}: {id} has over {} characters", voice.characters)));
        problems.extend(crowded.then(|| format!("{language}: {id} has over three sentences")));
    }
    for (id, parts) in messages {
        for (part, words) in parts {
            let half = words.forms.iter().any(|form| is_half_a_reason(&voice, id, part, &spaced(form)));
            problems.extend(half.then(|| format!("{language}: {id}.{part} is no whole sentence")));
        }
    }
    problems
}

/// The rates of a language's messages.
pub fn figures(files: &Files, language: &str, messages: &Messages) -> Figures {
    let voice = files.voices.get(language).cloned().unwrap_or_default();
    let mut figures = Figures::default();
    for (id, parts) in messages {
        for (part, words) in parts {
            figures.count(&voice, id, part, words);
        }
    }
    for (_, instruction) in instructions(files, messages) {
        let longest = instruction.forms.iter().map(|form| form.chars().count()).max().unwrap_or_default();
        let sentences = instruction.forms.iter().map(|form| sentences(form)).max().unwrap_or_default();
        figures.instructions += 1;
        figures.long += usize::from(longest > voice.characters);
        figures.crowded += usize::from(sentences > 3);
    }
    figures.alike = alike(messages).len();
    figures
}

impl Figures {
    fn count(&mut self, voice: &Voice, id: &str, part: &str, words: &Words) {
        // Of alternatives the first: the others say the same of another gender or number.
        let Some(text) = words.forms.first().map(|form| spaced(form)) else { return };
        let all = |phrases: &[String]| phrases.iter().map(|phrase| times(&text, phrase)).sum::<usize>();
        self.texts += 1;
        self.words += text.split_whitespace().count();
        let is_contracted =
            |word: &&str| voice.contracted.iter().any(|one| word.contains('\'') && word.ends_with(&**one));
        self.contracted += text.split_whitespace().filter(is_contracted).count();
        self.stiff += all(&voice.stiff);
        self.soft += all(&voice.soft).saturating_sub(all(&voice.apart));
        self.banned += all(&voice.banned);
        self.because += usize::from(is_half_a_reason(voice, id, part, &text));
    }
}

/// Whether a message is a reason, and its [`spaced`] text no whole sentence.
fn is_half_a_reason(voice: &Voice, id: &str, part: &str, text: &str) -> bool {
    let is_reason = id.starts_with("reason-") || part.starts_with("reason");
    is_reason && voice.because.iter().any(|word| text.starts_with(&format!(" {word} ")))
}

/// The instructions of exercises, step by step.
fn instructions<'m>(files: &Files, messages: &'m Messages) -> Vec<(String, &'m Words)> {
    let of = |(id, exercise): (&String, &Exercise)| {
        exercise.steps.iter().map(|step| format!("exercise-{id}-{}", step.id)).collect::<Vec<_>>()
    };
    let ids = files.catalogue.exercises.iter().flat_map(of);
    ids.filter_map(|id| Some((messages.get(&id)?.get("")?, id))).map(|(words, id)| (id, words)).collect()
}

/// How many sentences a text has: an end of one is a mark with nothing after it, or with a space and no small letter. An ellipsis ends none,
/// and neither does a question that is said within a sentence.
pub fn sentences(text: &str) -> usize {
    let closing = ['”', '“', '»', '"'];
    let mut count = 0;
    let mut rest = text.trim().trim_end_matches(closing);
    while let Some(at) = rest.find(['.', '?', '!']) {
        let after = rest[at + 1..].trim_start_matches(closing);
        let goes_on = after.trim_start().starts_with(char::is_lowercase) || !after.starts_with(char::is_whitespace);
        count += usize::from(after.is_empty() || !goes_on);
        rest = after;
    }
    count + usize::from(!rest.trim().is_empty())
}

/// The longer words of a text, cut to five letters.
fn stems(text: &str) -> BTreeSet<String> {
    let text = spaced(text);
    let long = text.split_whitespace().filter(|word| word.chars().count() > 3 && !word.contains('\''));
    long.map(|word| word.chars().take(5).collect()).collect()
}

/// How much two texts say the same, from 0 to 100: the share of their [`stems`] that both have.
fn similarity(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    let both = one.intersection(other).count();
    (200 * both).checked_div(one.len() + other.len()).unwrap_or_default()
}

/// From this on two texts nearly say the same.
const ALIKE: usize = 50;

/// Pairs of prompts, or of topics, that nearly say the same.
pub fn alike(messages: &Messages) -> Vec<(&String, &String)> {
    let mut pairs = Vec::new();
    for kind in ["prompt-", "topic-"] {
        let of_kind = messages.iter().filter(|(id, _)| id.starts_with(kind));
        let texts: Vec<_> =
            of_kind.filter_map(|(id, parts)| Some((id, stems(parts.get("")?.forms.first()?)))).collect();
        for (place, (id, one)) in texts.iter().enumerate() {
            let later = texts[place + 1..].iter().filter(|(_, other)| similarity(one, other) >= ALIKE);
            pairs.extend(later.map(|(other, _)| (*id, *other)));
        }
    }
    pairs
}

#[cfg(test)]
mod tests;
