//! What the person should be told, once.

use serde_json::{Value, json};
use tend_core::{NoticeView, Tend};

use crate::{
    answer::Answer,
    failure::Failure,
    pick::{self, Listed, hex, pick},
};

pub fn list(tend: &Tend) -> Result<Answer, Failure> {
    let all = tend.notices().unread()?;
    let text = pick::list(&all, "There is no news.");
    Ok(Answer::new(text, "notices", all.iter().map(json).collect::<Vec<_>>()))
}

pub fn read(tend: &Tend, text: &str) -> Result<Answer, Failure> {
    let notice = pick(text, tend.notices().unread()?)?;
    tend.notices().read(&notice.id)?;
    Ok(Answer::new("Read.", "read", notice.id()))
}

impl Listed for NoticeView {
    /// The end of the id: its beginning is the same for many.
    fn id(&self) -> String {
        hex(&self.id[self.id.len().saturating_sub(16)..])
    }

    fn line(&self, id: &str) -> String {
        format!("[{id}] {}", self.text)
    }
}

fn json(view: &NoticeView) -> Value {
    json!({ "id": view.id(), "code": view.code, "text": view.text })
}
