//! The one door for shells: [`Tend`], with a part for each area. It holds the store, and drives sync; what a screen shows comes from
//! here with finished words, and what a person does goes in here.

mod appreciations;
mod changes;
mod clock;
mod devices;
mod error;
mod listeners;
mod notices;
mod nudges;
mod offers;
mod pairing;
mod people;
mod practice;
mod runs;
mod schedule;
mod scope;
mod surprises;
mod syncing;
mod tend;
mod today;

pub use appreciations::Appreciations;
pub use clock::{Clock, SystemClock};
pub use devices::{DeviceView, Devices};
pub use error::TendError;
pub use listeners::Listener;
pub use notices::{NoticeView, Notices};
pub use nudges::Nudges;
pub use pairing::{InviteView, InviteWay, Pairing, SymbolView, WaitingFor};
pub use people::{People, PersonView};
pub use practice::{ExerciseView, PathView, PathWeekView, Practice, TopicView};
pub use runs::{RunView, SharedWordsView, StepView};
pub use schedule::{ProposalView, Schedule, TimeView, TimesView, WeekView};
pub use surprises::Surprises;
pub use syncing::{SyncOutcome, Syncing};
pub use tend::{Options, Tend};
pub use today::{CardView, Today, TodayView};
