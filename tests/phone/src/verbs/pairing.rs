//! Invites, and leaving.

use serde_json::{Value, json};
use tend_core::{InviteEnd, InviteView, InviteWay, Tend, WaitingFor};

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
    // A yes that was said already may be said again.
    let order =
        [WaitingFor::You, WaitingFor::OtherPerson].map(|what| move |view: &InviteView| view.waiting_for == what);
    let invite = find(tend, id, &order, nothing)?;
    let view = tend.pairing().confirm(invite.id)?;
    Ok(Answer::new("You said yes.", "invite", json(&view)))
}

pub fn cancel(tend: &Tend, id: Option<&str>) -> Result<Answer, Failure> {
    let gone = || Failure::new("invite_gone", "There is no invite under way.");
    let order = [false, true].map(|ended| move |view: &InviteView| view.end.is_some() == ended);
    let invite = find(tend, id, &order, gone)?;
    tend.pairing().cancel(invite.id)?;
    let text = match invite.waiting_for {
        WaitingFor::Nothing => "This invite worked already, so it stays as it is.",
        _ => "This invite is off, on both phones.",
    };
    Ok(Answer::new(text, "cancelled", hex(&invite.id.0)))
}

pub fn leave(tend: &Tend) -> Result<Answer, Failure> {
    tend.pairing().leave()?;
    Ok(Answer::new("You left. What you wrote is still with you.", "left", true))
}

/// The invite with that id; without an id, the only one that can be meant: of the first kind in `order` of which there is one.
fn find(
    tend: &Tend,
    id: Option<&str>,
    order: &[impl Fn(&InviteView) -> bool],
    none: impl FnOnce() -> Failure,
) -> Result<InviteView, Failure> {
    let all = tend.pairing().invites()?;
    if let Some(id) = id {
        return pick(id, all);
    }
    for meant in order {
        let meant: Vec<InviteView> = all.iter().filter(|view| meant(view)).cloned().collect();
        if !meant.is_empty() {
            return pick::only(meant, "There is more than one invite. Say which:");
        }
    }
    Err(none())
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
        "end": view.end.map(end),
        "why": view.why,
    })
}

fn end(end: InviteEnd) -> &'static str {
    match end {
        InviteEnd::RanOut => "ran_out",
        InviteEnd::TakenBack => "taken_back",
        InviteEnd::PhoneInUse => "phone_in_use",
        InviteEnd::AlreadyPaired => "already_paired",
        InviteEnd::NewerVersion => "newer_version",
        InviteEnd::OwnInvite => "own_invite",
        InviteEnd::NotTheSame => "not_the_same",
    }
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
        WaitingFor::You => {
            let names: Vec<_> = view.symbols.iter().map(|symbol| format!("{} {}", symbol.emoji, symbol.name)).collect();
            let (ask, then) = match (view.links, view.mine) {
                (false, _) => ("Do both phones show this, by voice or face?", "`confirm`"),
                (true, true) => {
                    ("Does your other phone show this?", "`confirm` on both: it will hold all that is yours")
                }
                (true, false) => (
                    "Does your other phone show this?",
                    "`confirm` on both: this phone becomes another one of the person's whose phone that is",
                ),
            };
            format!("waits for your yes. {ask}\n\n       {}\n\n     If so, {then}; if not, `cancel`", names.join("   "))
        }
        WaitingFor::OtherPerson => "waits for the other's yes".into(),
        WaitingFor::Nothing => "worked".into(),
        WaitingFor::NewInvite => format!("came to nothing. {}", view.why),
    };
    format!("{whose} {state}")
}
