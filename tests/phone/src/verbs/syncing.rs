//! Talking to the server, and how this phone is set up.

use std::sync::Arc;

use tend_core::Tend;

use super::pairing;
use crate::{answer::Answer, failure::Failure};

/// The command `sync`: here it is a failure when the server cannot be reached, since nothing else was asked.
pub async fn sync(tend: &Arc<Tend>, all: bool, offline: bool) -> Result<Answer, Failure> {
    if tend.pairing().server()?.is_none() {
        return Err(Failure::new("no_server", "Choose a server first."));
    }
    if offline {
        return Err(Failure::new("usage", "`sync` asks the server, and `--offline` says not to."));
    }
    let syncing = tend.syncing();
    let outcome = if all { syncing.sync_now().await } else { syncing.sync().await }?;
    let text = if outcome.changed { "Done. Something is new." } else { "Done. Nothing is new." };
    let mut answer = Answer::new(text, "changed", outcome.changed).with("requests", outcome.requests);
    for line in pairing::waiting(tend)? {
        answer = answer.line(&line);
    }
    let mut answer = kept_back(tend, answer)?;
    let news = tend.notices().unread()?.len();
    if news > 0 {
        answer = answer.line(&format!("There is news for you: {news}. See `notices`."));
    }
    Ok(answer.with("notices", news))
}

/// Says so when something does not leave.
fn kept_back(tend: &Arc<Tend>, answer: Answer) -> Result<Answer, Failure> {
    let kept = tend.syncing().kept_back()?;
    let answer = if let Some(kept) = &kept { answer.line(kept) } else { answer };
    Ok(answer.with("kept_back", kept))
}

/// Sends what a command left to send. What was written is safe on the phone, no matter whether that works.
pub async fn after(tend: &Arc<Tend>, answer: Answer, offline: bool) -> Result<Answer, Failure> {
    if offline || tend.pairing().server()?.is_none() {
        return Ok(answer.with("sync", "none"));
    }
    match tend.syncing().sync().await {
        Ok(_) => Ok(kept_back(tend, answer)?.with("sync", "done")),
        Err(error) => {
            let failure = Failure::from(error);
            Ok(answer.line(&failure.message(tend.language())).with("sync", failure.code()))
        }
    }
}

pub fn status(tend: &Tend) -> Result<Answer, Failure> {
    let (server, paired) = (tend.pairing().server()?, tend.people().is_paired()?);
    let (devices, invites, news) =
        (tend.devices().all()?.len(), tend.pairing().invites()?.len(), tend.notices().unread()?.len());
    let text = [
        format!("Server:   {}", server.as_deref().unwrap_or("none chosen yet")),
        format!("Partner:  {}", if paired { "connected" } else { "not connected" }),
        format!("Phones:   {devices}"),
        format!("Invites:  {invites}"),
        format!("News:     {news}"),
    ];
    Ok(Answer::new(text.join("\n"), "server", server)
        .with("paired", paired)
        .with("devices", devices)
        .with("invites", invites)
        .with("notices", news))
}
