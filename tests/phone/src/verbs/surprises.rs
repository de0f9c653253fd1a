//! Surprise ideas.

use serde_json::{Value, json};
use tend_core::{SurpriseView, Tend, records::RecordId};

use crate::{
    answer::Answer,
    failure::Failure,
    pick::{self, Listed, pick},
    said,
};

pub fn add(tend: &Tend, text: &str) -> Result<Answer, Failure> {
    let id = tend.surprises().add(text)?;
    Ok(Answer::new("Noted, for you alone.", "surprise", one(tend, id)?))
}

pub fn list(tend: &Tend) -> Result<Answer, Failure> {
    let all = tend.surprises().all()?;
    let text = pick::list(&all, "There are no surprises here.");
    Ok(Answer::new(text, "surprises", all.iter().map(json).collect::<Vec<_>>()))
}

pub fn edit(tend: &Tend, id: &str, text: &str) -> Result<Answer, Failure> {
    let seen = pick(id, tend.surprises().all()?)?;
    let id = seen.id;
    tend.surprises().edit(id, text, &seen.version)?;
    Ok(Answer::new("Changed.", "surprise", one(tend, id)?))
}

pub fn delete(tend: &Tend, id: &str) -> Result<Answer, Failure> {
    let id = find(tend, id)?;
    tend.surprises().delete(id)?;
    Ok(Answer::new("Gone, here and on your other phones.", "deleted", id.to_hex()))
}

fn find(tend: &Tend, id: &str) -> Result<RecordId, Failure> {
    Ok(pick(id, tend.surprises().all()?)?.id)
}

fn one(tend: &Tend, id: RecordId) -> Result<Value, Failure> {
    Ok(tend.surprises().all()?.iter().find(|view| view.id == id).map_or(Value::Null, json))
}

fn json(view: &SurpriseView) -> Value {
    json!({
        "id": view.id.to_hex(),
        "text": view.text,
        "other_versions": view.other_versions,
        "written_on": view.written_on,
    })
}

impl Listed for SurpriseView {
    fn id(&self) -> String {
        self.id.to_hex()
    }

    fn line(&self, id: &str) -> String {
        let (text, others) = (said::words(&self.text), said::other_versions(&self.other_versions));
        format!("[{id}] {}: {text}{others}", self.written_on)
    }
}
