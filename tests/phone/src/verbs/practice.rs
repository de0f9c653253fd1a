//! Exercises, paths, and what one is at.

use serde_json::{Value, json};
use tend_core::{
    ExerciseView, PracticePathView, RunView, SharedWordsView, Tend,
    content::{Cost, Energy, Phones, Place},
    records::RecordId,
    runs::Speaker,
};

use crate::{
    answer::{Answer, numbered},
    args::{FiltersArgs, PhonesArg, PracticeVerb},
    failure::Failure,
    pick::{self, Listed, is_number, pick},
    said,
};

pub fn run(tend: &Tend, verb: PracticeVerb) -> Result<Answer, Failure> {
    let (practice, runs) = (tend.practice(), tend.runs());
    match verb {
        PracticeVerb::List => {
            let all = practice.exercises()?;
            let text = numbered(all.iter().map(|one| format!("{} ({} min)  [{}]", one.title, one.minutes, one.id)), "");
            Ok(Answer::new(text, "exercises", all.iter().map(exercise_json).collect::<Vec<_>>()))
        }
        PracticeVerb::Show { exercise } => {
            let view = practice.exercise(&exercise)?;
            Ok(Answer::new(exercise_text(&view), "exercise", exercise_json(&view)))
        }
        PracticeVerb::Begin { exercise, variant, phones, second } => {
            let phones = if phones == PhonesArg::One { Phones::One } else { Phones::Two };
            at(tend, runs.begin(&exercise, variant.as_deref(), phones, !second)?)
        }
        PracticeVerb::Runs => {
            let all = runs.open_ones()?;
            let text = pick::list(&all, "There is nothing to go on with.");
            Ok(Answer::new(text, "runs", all.iter().map(run_json).collect::<Vec<_>>()))
        }
        PracticeVerb::Step { run } => at(tend, find(tend, run.as_deref())?),
        PracticeVerb::Next { run } => {
            let id = find(tend, run.as_deref())?;
            let last = runs.next(id, &[])?;
            let answer = at(tend, id)?.with("last", last);
            Ok(if last { answer.line("That was the last step. You can finish it.") } else { answer })
        }
        PracticeVerb::Back { run } => then_at(tend, run, |id| runs.back(id, &[])),
        PracticeVerb::Pause { run } => then_at(tend, run, |id| runs.pause(id)),
        PracticeVerb::Resume { run } => then_at(tend, run, |id| runs.resume(id)),
        PracticeVerb::LetGo { run } => then_at(tend, run, |id| runs.let_go(id)),
        PracticeVerb::Finish { run } => then_at(tend, run, |id| runs.finish(id)),
        PracticeVerb::Feel { run, feeling } => then_at(tend, Some(run), |id| runs.feel(id, feeling.into())),
        PracticeVerb::Write { text } => then_at(tend, None, |id| {
            let version = runs.get(id)?.step.map(|step| step.version).unwrap_or_default();
            runs.write(id, &text, &version)
        }),
        PracticeVerb::Drafts { run } => drafts(tend, &run),
        PracticeVerb::Shred { run, step } => {
            runs.shred(find(tend, Some(&run))?, &step)?;
            Ok(Answer::new("Gone, here and on your other phones.", "shredded", step))
        }
        PracticeVerb::Release { run, step } => {
            let run = find(tend, Some(&run))?;
            let seen = runs.drafts(run)?.into_iter().find(|draft| draft.step == step).map(|draft| draft.version);
            let id = runs.release(run, &step, &seen.unwrap_or_default())?;
            Ok(Answer::new("Your partner gets these words, and nothing else of it.", "released", id.to_hex()))
        }
        PracticeVerb::Shared { exercise } => {
            let all = runs.shared_words(&exercise)?;
            let text = pick::list(&all, "Nothing was given here yet.");
            Ok(Answer::new(text, "shared", all.iter().map(shared_json).collect::<Vec<_>>()))
        }
        PracticeVerb::TakeBack { exercise, id } => {
            let id = pick(&id, runs.shared_words(&exercise)?)?.id;
            runs.take_back(id)?;
            Ok(Answer::new("Gone, on both phones.", "taken_back", id.to_hex()))
        }
        PracticeVerb::Topics => {
            let all = practice.topics()?;
            let text = numbered(all.iter().map(|one| one.text.clone()), "");
            let objects = all.iter().map(|one| json!({ "id": one.id, "text": one.text, "depth": one.depth }));
            Ok(Answer::new(text, "topics", objects.collect::<Vec<_>>()))
        }
        PracticeVerb::Paths => paths(tend),
        PracticeVerb::Path { path } => {
            practice.choose_path(&path)?;
            paths(tend)
        }
        PracticeVerb::Filters(filters) => set_filters(tend, &filters),
    }
}

/// The run that is named, or the latest that can be gone on with. One that is over is named by its id.
fn find(tend: &Tend, run: Option<&str>) -> Result<RecordId, Failure> {
    let runs = tend.runs();
    match run {
        Some(text) if is_number(text) => Ok(pick(text, runs.open_ones()?)?.id),
        Some(text) => Ok(pick(text, runs.all()?)?.id),
        None => {
            let latest = runs.open_ones()?.first().map(|one| one.id);
            latest.ok_or(Failure::new("not_found", "There is nothing to go on with."))
        }
    }
}

fn at(tend: &Tend, id: RecordId) -> Result<Answer, Failure> {
    let view = tend.runs().get(id)?;
    Ok(Answer::new(run_text(&view), "run", run_json(&view)))
}

fn then_at(
    tend: &Tend,
    run: Option<String>,
    work: impl FnOnce(RecordId) -> Result<(), tend_core::TendError>,
) -> Result<Answer, Failure> {
    let id = find(tend, run.as_deref())?;
    work(id)?;
    at(tend, id)
}

fn drafts(tend: &Tend, run: &str) -> Result<Answer, Failure> {
    let all = tend.runs().drafts(find(tend, Some(run))?)?;
    let text = numbered(
        all.iter().map(|one| format!("{}: {}", one.step, said::words(&one.text))),
        "Nothing was written here.",
    );
    let objects: Vec<Value> = all.iter().map(|one| json!({ "step": one.step, "text": one.text })).collect();
    Ok(Answer::new(text, "drafts", objects))
}

fn paths(tend: &Tend) -> Result<Answer, Failure> {
    let all = tend.practice().paths()?;
    let text = numbered(all.iter().map(path_line), "");
    Ok(Answer::new(text, "paths", all.iter().map(path_json).collect::<Vec<_>>()))
}

fn set_filters(tend: &Tend, wanted: &FiltersArgs) -> Result<Answer, Failure> {
    let unknown = || Failure::new("usage", "There is no such cost, place or energy.");
    let settings = tend.practice().settings()?;
    let mut filters = settings.filters.clone();
    if let Some(cost) = &wanted.cost {
        filters.cost = Cost::from_name(cost).ok_or_else(unknown)?;
    }
    if let Some(place) = &wanted.place {
        filters.place = Place::from_name(place).ok_or_else(unknown)?;
    }
    if let Some(energy) = &wanted.energy {
        filters.energy = Energy::from_name(energy).ok_or_else(unknown)?;
    }
    filters.minutes = wanted.minutes.unwrap_or(filters.minutes);
    tend.practice().set_filters(settings.filters, filters.clone())?;
    wanted.apart.map(|apart| tend.practice().set_apart(apart)).transpose()?;
    wanted.children.map(|children| tend.practice().set_children(children)).transpose()?;
    let (apart, children) = (wanted.apart.unwrap_or(settings.apart), wanted.children.unwrap_or(settings.children));
    let json = json!({
        "cost": filters.cost.name(),
        "minutes": filters.minutes,
        "place": filters.place.name(),
        "energy": filters.energy.name(),
        "apart": apart,
        "children": children,
    });
    Ok(Answer::new("Noted.", "filters", json))
}

fn exercise_text(view: &ExerciseView) -> String {
    let mut lines =
        vec![format!("{} ({} min)", view.title, view.minutes), view.purpose.clone(), view.privacy_note.clone()];
    lines.extend(view.cautions.iter().map(|caution| format!("· {caution}")));
    lines.extend(view.opens_later.clone());
    lines.join("\n")
}

fn exercise_json(view: &ExerciseView) -> Value {
    json!({
        "id": view.id,
        "title": view.title,
        "purpose": view.purpose,
        "principle": view.principle.name(),
        "who": view.who.name(),
        "phones": view.phones.iter().map(|phones| phones.name()).collect::<Vec<_>>(),
        "minutes": view.minutes,
        "privacy": view.privacy.name(),
        "privacy_note": view.privacy_note,
        "risk": view.risk.name(),
        "cautions": view.cautions,
        "variants": view.variants.iter().map(|one| json!({ "id": one.id, "title": one.title })).collect::<Vec<_>>(),
        "prerequisites": view.prerequisites,
        "resume_within_hours": view.resume_within_hours,
        "opens_later": view.opens_later,
        "last_on": view.last_on,
        "sources": view.sources,
    })
}

impl Listed for RunView {
    fn id(&self) -> String {
        self.id.to_hex()
    }

    fn line(&self, id: &str) -> String {
        format!("[{id}] {}, step {} of {}", self.title, self.step_number, self.steps)
    }
}

fn run_text(view: &RunView) -> String {
    let mut lines = vec![view.line(&view.id())];
    if let Some(step) = &view.step {
        lines.extend(step.hand_over.clone());
        lines.push(format!("{} · {}", step.turn, step.text));
        lines.extend(step.stem.as_ref().map(|stem| format!("  “{stem}”")));
        lines.extend(step.draft.as_ref().map(|draft| format!("  You wrote: {}", said::words(draft))));
    }
    lines.extend(view.question.clone());
    lines.join("\n")
}

fn run_json(view: &RunView) -> Value {
    let step = view.step.as_ref().map(|step| {
        json!({
            "id": step.id,
            "action": step.action.name(),
            "text": step.text,
            "stem": step.stem,
            "seconds": step.seconds,
            "speaker": match step.speaker {
                Speaker::Me => "me",
                Speaker::Partner => "partner",
                Speaker::Both => "both",
            },
            "turn": step.turn,
            "hand_over": step.hand_over,
            "writes": step.writes.map(|words| words.name()),
            "draft": step.draft,
            "other_versions": step.other_versions,
        })
    });
    json!({
        "id": view.id.to_hex(),
        "exercise": view.exercise,
        "title": view.title,
        "status": format!("{:?}", view.status).to_lowercase(),
        "open": view.open,
        "step_number": view.step_number,
        "steps": view.steps,
        "step": step,
        "question": view.question,
        "feeling": view.feeling,
    })
}

impl Listed for SharedWordsView {
    fn id(&self) -> String {
        self.id.to_hex()
    }

    fn line(&self, id: &str) -> String {
        let whose = if self.mine { "you" } else { "your partner" };
        format!("[{id}] {whose}, {}: {}", self.released_on, said::words(&self.text))
    }
}

fn shared_json(view: &SharedWordsView) -> Value {
    json!({
        "id": view.id.to_hex(),
        "exercise": view.exercise,
        "step": view.step,
        "text": view.text,
        "mine": view.mine,
        "released_on": view.released_on,
    })
}

fn path_line(view: &PracticePathView) -> String {
    let mut line =
        format!("{}{}  [{}]\n     {}", view.title, if view.chosen { " · yours" } else { "" }, view.id, view.purpose);
    for (at, week) in view.weeks.iter().enumerate().filter(|_| view.chosen) {
        let mark = if week.next { "→" } else { " " };
        line.push_str(&format!("\n   {mark} {}. {}: {}", at + 1, week.title, week.reason));
    }
    line
}

fn path_json(view: &PracticePathView) -> Value {
    let weeks = view.weeks.iter().map(|week| {
        json!({ "exercise": week.exercise, "title": week.title, "reason": week.reason, "done": week.done, "next": week.next })
    });
    json!({
        "id": view.id,
        "title": view.title,
        "purpose": view.purpose,
        "chosen": view.chosen,
        "weeks": weeks.collect::<Vec<_>>(),
    })
}
