//! Invites, and leaving.

use serde_json::{Value, json};
use tend_core::{InviteView, InviteWay, Tend, WaitingFor};

use crate::{
    answer::Answer,
    args::{Way, Whom},
    failure::Failure,
    pick::{self, Listed, hex, pick},
};

pub fn invite(tend: &Tend, whom: Whom, way: Way) -> Result<Answer, Failure> {
    let core_way = match way {
        Way::Qr => InviteWay::InPerson,
        Way::Link => InviteWay::Link,
        Way::Code => InviteWay::Code,
    };
    let view = match whom {
        Whom::Partner => tend.pairing().invite_partner(core_way)?,
        Whom::Device => tend.pairing().invite_device(core_way)?,
    };
    let how = match way {
        Way::Qr => "Show this to the other phone, and to nobody else:",
        Way::Link => "Send this to the other phone:",
        Way::Code => "Read this out to the other phone:",
    };
    Ok(Answer::new(format!("{how}\n\n{}\n", view.text), "invite", json(&view)))
}

pub fn accept(tend: &Tend, text: &str) -> Result<Answer, Failure> {
    Ok(accepted(&tend.pairing().accept(text)?))
}

pub fn accept_code(tend: &Tend, whom: Whom, code: &str) -> Result<Answer, Failure> {
    let view = match whom {
        Whom::Partner => tend.pairing().accept_partner_code(code)?,
        Whom::Device => tend.pairing().accept_device_code(code)?,
    };
    Ok(accepted(&view))
}

fn accepted(view: &InviteView) -> Answer {
    Answer::new("Taken. The two phones now look for each other.", "invite", json(view))
}

pub fn invites(tend: &Tend) -> Result<Answer, Failure> {
    let all = tend.pairing().invites()?;
    let text = pick::list(&all, "There are no invites under way.");
    Ok(Answer::new(text, "invites", all.iter().map(json).collect::<Vec<_>>()))
}

pub fn confirm(tend: &Tend, id: Option<&str>) -> Result<Answer, Failure> {
    let nothing = || Failure::new("nothing_to_confirm", "There is nothing to confirm yet.");
    let invite = find(tend, id, |invite| invite.waiting_for == WaitingFor::You, nothing)?;
    let view = tend.pairing().confirm(invite.id)?;
    Ok(Answer::new("You said yes.", "invite", json(&view)))
}

pub fn cancel(tend: &Tend, id: Option<&str>) -> Result<Answer, Failure> {
    let gone = || Failure::new("invite_gone", "There is no invite under way.");
    let invite = find(tend, id, |_| true, gone)?;
    tend.pairing().cancel(invite.id)?;
    Ok(Answer::new("This invite is off, on both phones.", "cancelled", hex(&invite.id.0)))
}

pub fn leave(tend: &Tend) -> Result<Answer, Failure> {
    tend.pairing().leave()?;
    Ok(Answer::new("You left. What you wrote is still with you.", "left", true))
}

/// The invite with that id; without an id, the only one that can be meant.
fn find(
    tend: &Tend,
    id: Option<&str>,
    meant: impl Fn(&InviteView) -> bool,
    none: impl FnOnce() -> Failure,
) -> Result<InviteView, Failure> {
    let all = tend.pairing().invites()?;
    if let Some(id) = id {
        return pick(id, all);
    }
    let meant: Vec<InviteView> = all.into_iter().filter(meant).collect();
    if meant.is_empty() { Err(none()) } else { pick::only(meant, "There is more than one invite. Say which:") }
}

/// Lines about the invites that wait for this person; none when there are none.
pub fn waiting(tend: &Tend) -> Result<Vec<String>, Failure> {
    let all = tend.pairing().invites()?;
    let lines = pick::lines(&all).into_iter().zip(&all);
    Ok(lines.filter(|(_, view)| view.waiting_for == WaitingFor::You).map(|(line, _)| line).collect())
}

fn json(view: &InviteView) -> Value {
    let symbols: Vec<_> =
        view.symbols.iter().map(|symbol| json!({ "emoji": symbol.emoji, "name": symbol.name })).collect();
    json!({
        "id": hex(&view.id.0),
        "links": view.links,
        "mine": view.mine,
        "text": view.text,
        "waiting_for": waiting_for(view.waiting_for),
        "symbols": symbols,
    })
}

fn waiting_for(waiting: WaitingFor) -> &'static str {
    match waiting {
        WaitingFor::OtherPhone => "other_phone",
        WaitingFor::You => "you",
        WaitingFor::OtherPerson => "other_person",
        WaitingFor::Nothing => "nothing",
        WaitingFor::NewInvite => "new_invite",
    }
}

impl Listed for InviteView {
    fn id(&self) -> String {
        hex(&self.id.0)
    }

    fn line(&self, id: &str) -> String {
        format!("[{id}] {}.", state(self))
    }
}

fn state(view: &InviteView) -> String {
    let whose = match (view.mine, view.links) {
        (true, false) => "Your invite to your partner",
        (true, true) => "Your invite to your next phone",
        (false, false) => "Your partner's invite",
        (false, true) => "The invite of your other phone",
    };
    let state = match view.waiting_for {
        WaitingFor::OtherPhone => "waits for the other phone".into(),
        WaitingFor::You if view.symbols.is_empty() => "waits for your yes: is it your own phone? Then `confirm`".into(),
        WaitingFor::You => {
            let names: Vec<_> = view.symbols.iter().map(|symbol| format!("{} {}", symbol.emoji, symbol.name)).collect();
            format!(
                "waits for your yes. Do both phones show this, by voice or face?\n\n       {}\n\n     If so, `confirm`; if not, `cancel`",
                names.join("   ")
            )
        }
        WaitingFor::OtherPerson => "waits for the other's yes".into(),
        WaitingFor::Nothing => "worked".into(),
        WaitingFor::NewInvite => "came to nothing: make a new one, and `cancel` this".into(),
    };
    format!("{whose} {state}")
}
