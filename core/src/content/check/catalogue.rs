use std::collections::BTreeSet;

use super::super::{
    files::Files,
    model::{Catalogue, Exercise, Path, Phones, Privacy, Risk, Step, StepAction, StepWords, Turn, Who},
};

/// What is said before an exercise; each has a message.
pub const CAUTIONS: [&str; 8] = [
    "memories",
    "touch",
    "strong-feelings",
    "not-when-unsafe",
    "only-for-you",
    "not-a-contract",
    "not-when-tired",
    "not-evidence",
];

pub fn problems(files: &Files) -> Vec<String> {
    let catalogue = &files.catalogue;
    let mut problems = Vec::new();
    for (id, exercise) in &catalogue.exercises {
        let found = of_exercise(files, exercise).into_iter().chain(of_steps(exercise));
        problems.extend(found.map(|problem| format!("exercise {id}: {problem}")));
    }
    problems.extend(circles(catalogue));
    let mut ids = BTreeSet::new();
    for prompt in &catalogue.prompts {
        let bounds = (1..=240).contains(&prompt.minutes) && !prompt.audience.is_empty();
        problems.extend((!bounds).then(|| format!("prompt {}: minutes or audience", prompt.id)));
        problems.extend((!ids.insert(&prompt.id)).then(|| format!("prompt {}: twice", prompt.id)));
    }
    for topic in &catalogue.topics {
        let bounds = (1..=3).contains(&topic.depth) && !topic.audience.is_empty();
        problems.extend((!bounds).then(|| format!("topic {}: depth or audience", topic.id)));
        problems.extend((!ids.insert(&topic.id)).then(|| format!("topic {}: twice", topic.id)));
    }
    for (id, path) in &catalogue.paths {
        problems.extend(of_path(catalogue, path).into_iter().map(|problem| format!("path {id}: {problem}")));
    }
    problems
}

fn of_exercise(files: &Files, exercise: &Exercise) -> Vec<String> {
    let known = |id: &&String| !files.catalogue.exercises.contains_key(*id);
    let mut problems: Vec<String> = Vec::new();
    let mut rule = |holds: bool, problem: &str| problems.extend((!holds).then(|| problem.to_owned()));
    rule(exercise.version > 0, "its version begins at 1");
    rule(exercise.phones == [Phones::One] || exercise.who != Who::Alone, "one person needs one phone");
    rule(!exercise.phones.is_empty(), "it needs a phone");
    rule(exercise.risk != Risk::High || exercise.optional, "a high risk is optional");
    rule(exercise.resume_within_hours != Some(0), "a pause that may last no hour is none");
    rule(!exercise.frustration || !exercise.is_listening(), "listening practice works on no frustration");
    rule(exercise.cautions.iter().all(|id| CAUTIONS.contains(&id.as_str())), "an unknown caution");
    let words: Vec<StepWords> = exercise.steps.iter().filter_map(|step| step.words).collect();
    let privacy = match exercise.privacy {
        Privacy::Spoken => words.is_empty(),
        Privacy::Private => !words.is_empty() && !words.contains(&StepWords::Share),
        Privacy::DraftThenShare => words.contains(&StepWords::Share),
    };
    rule(privacy, "its privacy is not that of its steps");
    rule(exercise.who != Who::Alone || !words.contains(&StepWords::Share), "there is nobody to share with");
    rule(!exercise.provenance.sources.is_empty() && !exercise.provenance.facts.is_empty(), "no provenance");
    problems.extend(exercise.prerequisites.iter().find(known).map(|id| format!("no exercise {id}")));
    let source = exercise.provenance.sources.iter().find(|key| !files.sources.contains(*key));
    problems.extend(source.map(|key| format!("docs/sources.md has no {key}")));
    problems
}

fn of_steps(exercise: &Exercise) -> Vec<String> {
    let mut problems: Vec<String> = Vec::new();
    let mut rule = |holds: bool, problem: &str| problems.extend((!holds).then(|| problem.to_owned()));
    let steps = &exercise.steps;
    let ids: BTreeSet<&str> = steps.iter().map(|step| step.id.as_str()).collect();
    rule(!steps.is_empty() && ids.len() == steps.len(), "its steps have ids, each its own");
    rule(steps.iter().all(|step| (10..=3600).contains(&step.seconds)), "a step takes 10 to 3,600 seconds");
    rule(
        steps.iter().all(|step| (step.action == StepAction::Write) == step.words.is_some()),
        "words are for write alone",
    );
    let alone = exercise.who == Who::Alone;
    let turn = |step: &Step| step.turn == Turn::Each || !alone;
    rule(steps.iter().all(turn), "one person alone has the turn each");
    let variants = || exercise.variants.iter().map(String::as_str).chain(["default"]);
    let only = |step: &Step| step.only.as_deref().is_none_or(|only| variants().any(|variant| variant == only));
    rule(steps.iter().all(only), "a step is in an unknown variant");
    let consent = steps.first().is_some_and(|step| step.action == StepAction::Consent && step.only.is_none());
    rule(!exercise.optional || consent, "what is optional begins with the question whether one wants to");
    for variant in [None].into_iter().chain(exercise.variants.iter().map(|variant| Some(variant.as_str()))) {
        let way = exercise.way(variant);
        let rounds: Vec<bool> = way.iter().map(|(step, _)| step.round).collect();
        rule(rounds.chunk_by(|a, b| a == b).filter(|run| run[0]).count() <= 1, "the steps of a round stand together");
        let seconds: u32 = way.iter().map(|(step, _)| step.seconds).sum();
        // Another way through may be shorter.
        rule(variant.is_some() || seconds.div_ceil(60) == exercise.minutes, "its minutes are the sum of its steps");
    }
    problems
}

/// An exercise that is its own prerequisite, over others.
fn circles(catalogue: &Catalogue) -> Vec<String> {
    let mut left: BTreeSet<&String> = catalogue.exercises.keys().collect();
    loop {
        let waits = |id: &&&String| {
            let before = catalogue.exercises.get(**id).map(|exercise| &exercise.prerequisites);
            before.into_iter().flatten().all(|before| !left.contains(before))
        };
        let free: Vec<&String> = left.iter().filter(waits).copied().collect();
        if free.is_empty() {
            return left.iter().map(|id| format!("exercise {id}: its prerequisites go in a circle")).collect();
        }
        left.retain(|id| !free.contains(id));
    }
}

/// What must be so for every exercise of a path to be reached in its order.
fn of_path(catalogue: &Catalogue, path: &Path) -> Vec<String> {
    let mut problems = Vec::new();
    let (mut before, mut listens) = (BTreeSet::new(), false);
    for (at, week) in path.weeks.iter().enumerate() {
        let number = at + 1;
        problems.extend(week.daily.is_empty().then(|| format!("week {number} has nothing for a day")));
        for id in [&week.anchor].into_iter().chain(&week.also) {
            let Some(exercise) = catalogue.exercises.get(id) else {
                problems.push(format!("week {number}: no exercise {id}"));
                continue;
            };
            let missing = exercise.prerequisites.iter().find(|wanted| !before.contains(*wanted));
            problems.extend(missing.map(|wanted| format!("week {number}: {id} comes before {wanted}")));
            let early = exercise.frustration && !listens;
            problems.extend(early.then(|| format!("week {number}: {id} comes before any listening")));
            let unfit = exercise.not_on.contains(&path.stage) || exercise.optional;
            problems
                .extend(unfit.then(|| format!("week {number}: {id} is not proposed to those whom the path is for")));
            let pair = exercise.who != Who::Alone && path.stage == super::super::model::Stage::Solo;
            problems.extend(pair.then(|| format!("week {number}: {id} takes two")));
            listens |= exercise.is_listening();
            before.insert(id);
        }
    }
    problems
}
