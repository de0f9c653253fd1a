//! Appreciations.

use serde_json::{Value, json};
use tend_core::{AppreciationView, Tend, records::RecordId};

use crate::{
    answer::Answer,
    failure::Failure,
    pick::{self, Listed, pick},
    said,
};

pub fn write(tend: &Tend, text: &str) -> Result<Answer, Failure> {
    let id = tend.appreciations().write(text)?;
    let said = if tend.people().is_paired()? {
        "Written, for your partner."
    } else {
        "Written. It is yours alone until you share it."
    };
    Ok(Answer::new(said, "appreciation", one(tend, id)?))
}

pub fn list(tend: &Tend) -> Result<Answer, Failure> {
    let all = tend.appreciations().all()?;
    let text = pick::list(&all, "There are no appreciations yet.");
    Ok(Answer::new(text, "appreciations", all.iter().map(json).collect::<Vec<_>>()))
}

pub fn thank(tend: &Tend, id: &str) -> Result<Answer, Failure> {
    let id = find(tend, id)?;
    tend.appreciations().thank(id)?;
    Ok(Answer::new("Your thanks are on their way.", "appreciation", one(tend, id)?))
}

pub fn edit(tend: &Tend, id: &str, text: &str) -> Result<Answer, Failure> {
    let seen = pick(id, tend.appreciations().all()?)?;
    let id = seen.id;
    tend.appreciations().edit(id, text, &seen.version)?;
    Ok(Answer::new("Changed.", "appreciation", one(tend, id)?))
}

pub fn delete(tend: &Tend, id: &str) -> Result<Answer, Failure> {
    let id = find(tend, id)?;
    tend.appreciations().delete(id)?;
    Ok(Answer::new("Gone, here and on the other phones.", "deleted", id.to_hex()))
}

pub fn share(tend: &Tend, id: &str) -> Result<Answer, Failure> {
    let seen = pick(id, tend.appreciations().all()?)?;
    let shared = tend.appreciations().share(seen.id, &seen.version)?;
    Ok(Answer::new("Shared with your partner.", "appreciation", one(tend, shared)?))
}

fn find(tend: &Tend, id: &str) -> Result<RecordId, Failure> {
    Ok(pick(id, tend.appreciations().all()?)?.id)
}

fn one(tend: &Tend, id: RecordId) -> Result<Value, Failure> {
    Ok(tend.appreciations().all()?.iter().find(|view| view.id == id).map_or(Value::Null, json))
}

fn json(view: &AppreciationView) -> Value {
    json!({
        "id": view.id.to_hex(),
        "text": view.text,
        "other_versions": view.other_versions,
        "written_on": view.written_on,
        "mine": view.mine,
        "shared": view.shared,
        "thanked": view.thanked,
        "came_back": view.came_back,
    })
}

impl Listed for AppreciationView {
    fn id(&self) -> String {
        self.id.to_hex()
    }

    fn line(&self, id: &str) -> String {
        let from = match (self.mine, self.shared) {
            (true, true) => "from you",
            (true, false) => "from you, not shared",
            (false, _) => "for you",
        };
        let thanks = match (self.thanked, self.mine) {
            (false, _) => "",
            (true, true) => "  ♥ thanked",
            (true, false) => "  ♥ you said thanks",
        };
        let back = if self.came_back { "  (changed on another phone while it was deleted: it is back)" } else { "" };
        let text = said::words(&self.text);
        let others = said::other_versions(&self.other_versions);
        format!("[{id}] {from}, {}{thanks}{back}: {text}{others}", self.written_on)
    }
}
