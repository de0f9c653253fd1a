//! What the person should be told, once.

use serde_json::{Value, json};
use tend_core::{NoticeView, Tend};

use crate::{
    answer::{Answer, numbered},
    failure::Failure,
    pick::{hex, pick},
};

pub fn list(tend: &Tend) -> Result<Answer, Failure> {
    let all = tend.notices().unread()?;
    let text = numbered(all.iter().map(|view| view.text.clone()), "There is no news.");
    Ok(Answer::new(text, "notices", all.iter().map(json).collect::<Vec<_>>()))
}

pub fn read(tend: &Tend, text: &str) -> Result<Answer, Failure> {
    let notice = pick(text, tend.notices().unread()?, id)?;
    tend.notices().read(&notice.id)?;
    Ok(Answer::new("Read.", "read", id(&notice)))
}

/// The end of the id: its beginning is the same for many.
fn id(view: &NoticeView) -> String {
    hex(&view.id[view.id.len().saturating_sub(16)..])
}

fn json(view: &NoticeView) -> Value {
    json!({ "id": id(view), "code": view.code, "text": view.text })
}
