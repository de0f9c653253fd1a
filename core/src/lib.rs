//! Everything a phone knows and decides: the store, records and how they merge, the two MLS spaces, sync, and the practice.
//!
//! A shell talks to [`Tend`] alone. The README says what each module is for, and where to start reading.

#[macro_use]
mod opaque;

mod address;
mod area;
mod card;
mod chance;
mod characters;
pub mod content;
mod days;
pub mod identity;
mod nudge_kind;
pub mod nudges;
pub mod pairing;
pub mod person;
pub mod practice;
mod record_types;
pub mod records;
mod refusal;
pub mod romance;
pub mod runs;
pub mod schedule;
pub mod spaces;
pub mod store;
pub mod sync;
mod tend;
pub mod today;
mod written;

pub use area::Area;
pub use card::{Card, CardKind};
pub use nudges::{HeldNudge, ListedRuleView, NudgeView, PendingChanges, PendingNudgeView};
pub use pairing::{InviteEnd, InviteView, InviteWay, SymbolView, WaitingFor};
pub use practice::{ExerciseVariant, ExerciseView, PathWeekView, PracticePathView, PracticeSettingsView, TopicView};
pub use record_types::RECORD_TYPES;
pub use romance::{AppreciationView, SurpriseView};
pub use runs::{RunView, SharedWordsView, StepDraft, StepView};
pub use schedule::{ProposalView, ScheduleStatus, ScheduleWeekView, SessionTimeView, TimesView};
pub use spaces::{Refusal, SpaceError};
pub use tend::*;
pub use today::TodayView;
