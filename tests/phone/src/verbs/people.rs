//! The two people.

use serde_json::{Value, json};
use tend_core::{PersonView, Tend};

use crate::{answer::Answer, failure::Failure, said};

pub fn me(tend: &Tend, name: &str, pronouns: &str) -> Result<Answer, Failure> {
    tend.people().set_me(name, pronouns, None)?;
    let me = tend.people().me()?;
    let text = me.as_ref().map_or_else(String::new, |me| format!("Hello, {}.", full(me)));
    Ok(Answer::new(text, "me", json(me)))
}

pub fn who(tend: &Tend) -> Result<Answer, Failure> {
    let (me, partner, paired) = (tend.people().me()?, tend.people().partner()?, tend.people().is_paired()?);
    let you =
        me.as_ref().map_or_else(|| "You have not said your name yet.".into(), |me| format!("You are {}.", full(me)));
    let other = match &partner {
        Some(partner) => format!("Your partner is {}.", full(partner)),
        None if paired => "You are connected with your partner; their name is on its way.".into(),
        None => "You are here on your own so far.".into(),
    };
    Ok(Answer::new(you, "me", json(me)).line(&other).with("partner", json(partner)).with("paired", paired))
}

fn full(person: &PersonView) -> String {
    let name = said::name(&person.name);
    if person.pronouns.is_empty() { name } else { format!("{name} ({})", said::name(&person.pronouns)) }
}

fn json(person: Option<PersonView>) -> Value {
    person.map_or(Value::Null, |person| json!({ "name": person.name, "pronouns": person.pronouns }))
}
