//! The first screen.

use serde_json::{Value, json};
use tend_core::{Card, Tend, TodayView};

use crate::{answer::Answer, args::TodayAction, failure::Failure};

pub fn today(tend: &Tend, action: Option<TodayAction>) -> Result<Answer, Failure> {
    match action {
        Some(TodayAction::Open) => tend.today().opened()?,
        Some(TodayAction::Done) => tend.today().done()?,
        Some(TodayAction::Another) => tend.today().another()?,
        None => {}
    }
    let view = tend.today().read()?;
    Ok(Answer::new(text(&view), "day", view.day.as_str())
        .with("cards", view.cards.iter().map(json).collect::<Vec<_>>()))
}

fn text(view: &TodayView) -> String {
    let card = |card: &Card| format!("{}\n  {}\n  ({})", card.title, card.text, card.reason);
    let cards: Vec<String> = view.cards.iter().map(card).collect();
    if cards.is_empty() { "Nothing is waiting for you today.".into() } else { cards.join("\n\n") }
}

fn json(card: &Card) -> Value {
    json!({
        "kind": card.kind.name(),
        "title": card.title,
        "text": card.text,
        "reason": card.reason,
        "about": card.about,
        "run": card.run.map(|run| run.to_hex()),
    })
}
