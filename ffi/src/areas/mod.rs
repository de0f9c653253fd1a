//! One file for each area: its object, its records, and how they come from the core's. What crosses both ways and is large has a file of
//! its own.

mod appreciations;
mod devices;
mod notices;
mod nudge_preferences;
mod nudge_rules;
mod nudges;
mod pairing;
mod people;
mod practice;
mod runs;
mod schedule;
mod surprises;
mod syncing;
mod today;

pub use appreciations::{Appreciation, Appreciations};
pub use devices::{Device, Devices};
pub use notices::{Notice, Notices};
pub use nudge_preferences::{GentleDay, KindWindow, NudgePause, NudgePreferences};
pub use nudge_rules::{LeapRule, NudgeRule, RuleSchedule};
pub use nudges::{ListedRule, Nudge, NudgeKind, Nudges, PendingNudge, Platform};
pub use pairing::{Invite, InviteWay, Pairing, Symbol, WaitingFor};
pub use people::{People, Person};
pub use practice::{
    Cost, Energy, Exercise, ExerciseVariant, Filters, PathWeek, Phones, Place, Practice, PracticePath,
    PracticeSettings, Principle, Privacy, Risk, Topic, Who,
};
pub use runs::{Run, RunStanding, Runs, SharedWords, Speaker, Step, StepAction, StepDraft, StepWords};
pub use schedule::{
    Amount, Availability, Proposal, Reply, Schedule, ScheduleWeek, SessionTime, TimeWindow, Times, Weekday,
};
pub use surprises::{Surprise, Surprises};
pub use syncing::{SyncOutcome, Syncing};
pub use today::{Card, Today, TodayView};

/// All of them, each as what it is on the other side of the border.
fn each<T, U: From<T>>(all: Vec<T>) -> Vec<U> {
    all.into_iter().map(U::from).collect()
}
