//! When the two practise together.

use jiff::civil::Time;
use serde_json::{Value, json};
use tend_core::{
    ProposalView, ScheduleWeekView, SessionTimeView, Tend,
    schedule::{Amount, Availability, Reply, TimeWindow, Weekday},
};

use crate::{
    answer::Answer,
    args::{AmountArg, ScheduleVerb, until_time},
    failure::Failure,
    pick::{self, Listed, pick},
    said,
};

/// Days of the week as they are written on the command line, from Monday.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub fn run(tend: &Tend, verb: ScheduleVerb) -> Result<Answer, Failure> {
    let schedule = tend.schedule();
    match verb {
        ScheduleVerb::Weeks => weeks(tend),
        ScheduleVerb::Times => times(tend),
        ScheduleVerb::Set { windows, amount } => {
            let windows = windows.iter().map(|text| window(text)).collect::<Result<Vec<_>, _>>()?;
            let amount = match amount {
                AmountArg::Light => Amount::Light,
                AmountArg::Steady => Amount::Steady,
                AmountArg::Deep => Amount::Deep,
            };
            schedule.set_times(windows, amount)?;
            times(tend)
        }
        ScheduleVerb::Keep => {
            schedule.keep_times()?;
            times(tend)
        }
        ScheduleVerb::Move => {
            schedule.move_times()?;
            times(tend)
        }
        ScheduleVerb::Propose { at, minutes, exercise } => {
            let offered: Vec<SessionTimeView> = schedule.weeks()?.into_iter().flat_map(|week| week.offered).collect();
            let number = at.parse::<usize>().ok().and_then(|number| offered.get(number.checked_sub(1)?));
            let (at, minutes) = match number {
                Some(time) => (time.at, time.minutes),
                None => {
                    let at = at
                        .parse()
                        .map_err(|_| Failure::new("usage", "Name an offered time by its number, or an instant."))?;
                    (at, minutes)
                }
            };
            schedule.propose(at, minutes, exercise.as_deref())?;
            weeks(tend)
        }
        ScheduleVerb::Accept { id } => reply(tend, id, Reply::Accept),
        ScheduleVerb::Decline { id } => reply(tend, id, Reply::Decline),
        ScheduleVerb::Withdraw { id } => reply(tend, id, Reply::Withdraw),
        ScheduleVerb::CallOff { week } => {
            let week = week.parse().map_err(|_| Failure::new("usage", "A week looks like 2026-W48."))?;
            schedule.call_off(week)?;
            weeks(tend)
        }
    }
}

fn reply(tend: &Tend, id: Option<String>, reply: Reply) -> Result<Answer, Failure> {
    let waiting: Vec<ProposalView> = tend.schedule().weeks()?.into_iter().filter_map(|week| week.proposal).collect();
    let proposal = match id {
        Some(id) => pick(&id, waiting)?,
        None => meant(waiting, reply == Reply::Withdraw)?,
    };
    tend.schedule().reply(proposal.id, reply)?;
    weeks(tend)
}

/// The only proposal that can be answered so: one's own is taken back, the other's accepted or declined. Without any, the core says
/// why the other kind cannot.
fn meant(waiting: Vec<ProposalView>, mine: bool) -> Result<ProposalView, Failure> {
    let (fitting, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|one| one.mine == mine);
    let all = if fitting.is_empty() { others } else { fitting };
    if all.is_empty() {
        return Err(Failure::new("not_found", "Nothing waits for an answer."));
    }
    pick::only(all, "There is more than one proposal. Say which:")
}

/// `sun-19:00-21:00`, or over midnight `sat-22:00-02:00`.
fn window(text: &str) -> Result<TimeWindow, Failure> {
    let unreadable = || {
        Failure::new(
            "usage",
            "A time looks like sun-19:00-21:00, until midnight sat-22:00-24:00, and after it sat-22:00-02:00.",
        )
    };
    let mut parts = text.splitn(3, '-');
    let (day, from, until) = (parts.next(), parts.next(), parts.next());
    let time = |text: Option<&str>| text.and_then(|text| text.parse::<Time>().ok()).ok_or_else(unreadable);
    let until = match until {
        Some(text) => until_time(text).map_err(|_| unreadable()),
        None => Err(unreadable()),
    };
    let day = DAYS.iter().position(|name| Some(*name) == day).ok_or_else(unreadable)?;
    Ok(TimeWindow { day: Weekday::ALL[day], from: time(from)?, until: until? })
}

fn times(tend: &Tend) -> Result<Answer, Failure> {
    let view = tend.schedule().times()?;
    let line = |whose: &str, times: &Option<Availability>| match times {
        Some(times) => format!(
            "{whose}: {} ({})",
            times.windows.iter().map(window_text).collect::<Vec<_>>().join(", "),
            said::name(&times.zone)
        ),
        None => format!("{whose}: none yet"),
    };
    let lines = [Some(line("You", &view.mine)), Some(line("Your partner", &view.partners)), Some(view.note.clone())];
    let asked = [view.question.clone(), view.partners_note.clone()];
    let text = lines.into_iter().chain(asked).flatten().collect::<Vec<_>>().join("\n");
    let json = |times: &Option<Availability>| {
        times.as_ref().map(|times| {
            json!({
                "windows": times.windows.iter().map(window_text).collect::<Vec<_>>(),
                "zone": times.zone,
                "amount": format!("{:?}", times.amount).to_lowercase(),
            })
        })
    };
    Ok(Answer::new(text, "mine", json(&view.mine))
        .with("partners", json(&view.partners))
        .with("note", view.note)
        .with("question", view.question)
        .with("partners_note", view.partners_note))
}

fn window_text(window: &TimeWindow) -> String {
    let day = DAYS[usize::from(u8::from(window.day)) - 1];
    format!("{day}-{}-{}", window.from.strftime("%H:%M"), window.until.strftime("%H:%M"))
}

fn weeks(tend: &Tend) -> Result<Answer, Failure> {
    let all = tend.schedule().weeks()?;
    let proposals: Vec<ProposalView> = all.iter().filter_map(|week| week.proposal.clone()).collect();
    let (mut number, mut proposals) = (0, pick::lines(&proposals).into_iter());
    let times = tend.schedule().times()?;
    let asked = [times.question.clone(), times.partners_note.clone()].into_iter().flatten();
    let text: Vec<String> = all.iter().map(|week| week_text(week, &mut number, &mut proposals)).chain(asked).collect();
    let answer = Answer::new(text.join("\n"), "weeks", all.iter().map(week_json).collect::<Vec<_>>());
    Ok(answer.with("question", times.question).with("partners_note", times.partners_note))
}

impl Listed for ProposalView {
    fn id(&self) -> String {
        self.id.to_hex()
    }

    fn line(&self, id: &str) -> String {
        let whose = if self.mine { "you propose" } else { "your partner proposes" };
        format!("[{id}] {whose}: {}, {}", self.title, both(&self.time))
    }
}

fn both(time: &SessionTimeView) -> String {
    match &time.partners_in_words {
        Some(theirs) => format!("{} ({} min; for your partner {theirs})", time.in_words, time.minutes),
        None => format!("{} ({} min)", time.in_words, time.minutes),
    }
}

/// The week; its proposal is the next of `proposals`.
fn week_text(view: &ScheduleWeekView, number: &mut usize, proposals: &mut impl Iterator<Item = String>) -> String {
    let mut lines = vec![format!("{}:", view.week)];
    lines.extend(view.agreed.as_ref().map(|time| format!("  agreed: {}", both(time))));
    lines.extend(view.proposal.as_ref().and_then(|_| proposals.next()).map(|line| format!("  {line}")));
    for time in &view.offered {
        *number += 1;
        lines.push(format!("  {number}. {}", both(time)));
    }
    lines.extend(view.note.as_ref().map(|note| format!("  {note}")));
    lines.join("\n")
}

fn week_json(view: &ScheduleWeekView) -> Value {
    json!({
        "week": view.week.to_string(),
        "status": view.status.name(),
        "exercise": view.exercise,
        "agreed": view.agreed.as_ref().map(time_json),
        "proposal": view.proposal.as_ref().map(proposal_json),
        "offered": view.offered.iter().map(time_json).collect::<Vec<_>>(),
        "note": view.note,
    })
}

fn proposal_json(view: &ProposalView) -> Value {
    json!({
        "id": view.id.to_hex(),
        "mine": view.mine,
        "exercise": view.exercise,
        "title": view.title,
        "time": time_json(&view.time),
    })
}

fn time_json(view: &SessionTimeView) -> Value {
    json!({
        "at": view.at.to_string(),
        "minutes": view.minutes,
        "local": view.local.to_string(),
        "in_words": view.in_words,
        "partners_in_words": view.partners_in_words,
    })
}
