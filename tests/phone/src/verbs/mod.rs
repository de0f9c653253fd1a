//! What each command does: a call of the facade, and an answer.

mod appreciations;
mod devices;
mod notices;
mod nudges;
mod pairing;
mod people;
mod practice;
mod rules;
mod schedule;
mod surprises;
mod syncing;
mod today;

use std::sync::Arc;

use tend_core::Tend;

use crate::{
    answer::Answer,
    args::{NudgesVerb, PracticeVerb, RuleVerb, ScheduleVerb, Verb},
    failure::Failure,
};

/// Runs one command. One that has something to send tries to send it, unless `offline`; it counts as done even if that fails.
///
/// # Errors
/// [`Failure`]; nothing was changed.
pub async fn run(tend: &Arc<Tend>, verb: Verb, offline: bool) -> Result<Answer, Failure> {
    let sends = sends(&verb);
    let answer = match verb {
        Verb::Me { name, pronouns } => people::me(tend, &name, &pronouns),
        Verb::Who => people::who(tend),
        Verb::Invite { whom, way } => pairing::invite(tend, whom, way),
        Verb::Accept { text } => pairing::accept(tend, &text),
        Verb::AcceptCode { whom, code } => pairing::accept_code(tend, whom, &code),
        Verb::Invites => pairing::invites(tend),
        Verb::Confirm { id } => pairing::confirm(tend, id.as_deref()),
        Verb::Cancel { id } => pairing::cancel(tend, id.as_deref()),
        Verb::Appreciate { text } => appreciations::write(tend, &text),
        Verb::Appreciations => appreciations::list(tend),
        Verb::Thank { id } => appreciations::thank(tend, &id),
        Verb::Edit { id, text } => appreciations::edit(tend, &id, &text),
        Verb::Delete { id } => appreciations::delete(tend, &id),
        Verb::Share { id } => appreciations::share(tend, &id),
        Verb::Surprise { text } => surprises::add(tend, &text),
        Verb::Surprises => surprises::list(tend),
        Verb::EditSurprise { id, text } => surprises::edit(tend, &id, &text),
        Verb::DeleteSurprise { id } => surprises::delete(tend, &id),
        Verb::Today { action } => today::today(tend, action),
        Verb::Practice(verb) => practice::run(tend, verb),
        Verb::Schedule(verb) => schedule::run(tend, verb),
        Verb::Plan { days } => nudges::plan(tend, days),
        Verb::Rule(verb) => rules::run(tend, verb),
        Verb::Nudges(verb) => nudges::run(tend, verb),
        Verb::Devices => devices::list(tend),
        Verb::RemoveDevice { id } => devices::remove(tend, &id),
        Verb::Notices => notices::list(tend),
        Verb::Read { id } => notices::read(tend, &id),
        Verb::Sync { all } => return syncing::sync(tend, all, offline).await,
        Verb::Leave => pairing::leave(tend),
        Verb::Status => syncing::status(tend),
    }?;
    if sends { syncing::after(tend, answer, offline).await } else { Ok(answer) }
}

/// Whether a command leaves something to send.
fn sends(verb: &Verb) -> bool {
    !matches!(
        verb,
        Verb::Who
            | Verb::Invites
            | Verb::Appreciations
            | Verb::Surprises
            | Verb::Today { action: None }
            | Verb::Practice(
                PracticeVerb::List
                    | PracticeVerb::Show { .. }
                    | PracticeVerb::Runs
                    | PracticeVerb::Step { .. }
                    | PracticeVerb::Drafts { .. }
                    | PracticeVerb::Shared { .. }
                    | PracticeVerb::Topics
                    | PracticeVerb::Paths
            )
            | Verb::Schedule(ScheduleVerb::Weeks | ScheduleVerb::Times)
            | Verb::Plan { .. }
            | Verb::Rule(RuleVerb::List)
            | Verb::Nudges(NudgesVerb::Show | NudgesVerb::Pending { .. })
            | Verb::Devices
            | Verb::Notices
            | Verb::Read { .. }
            | Verb::Sync { .. }
            | Verb::Status
    )
}
