//! When a practice takes place: windows in which two people have time, the three times that Tend offers in a week, and how they agree
//! on one.
//!
//! All of it is pure functions over explicit values. Windows and proposals are shared records, so both phones compute the same from
//! the same records, whichever of the two is "me". Zones come from the database that is bundled, never from the phone's system: two
//! systems know different rules. A person alone has the same with their own windows only, and needs nobody's answer.

mod availability;
mod choice;
mod input;
mod journey;
mod negotiation;
mod offered;
mod proposals;
mod records;
mod resolve;
mod slot;
mod slots;
mod status;
#[cfg(test)]
mod tests;
mod thread;
mod today;
mod view;
mod week;

pub use availability::{Amount, Availability, BadAvailability, TimeWindow, Weekday};
pub use input::ScheduleInput;
pub use journey::{is_elsewhere, kept};
pub use negotiation::{NotAllowed, answered, called_off_in, proposed};
pub use proposals::{Answer, Proposal, Reply, Verdict};
pub use records::{TimeForUs, TimesKept};
pub use slot::{LONGEST_MINUTES, Slot};
pub use slots::slots;
pub use status::{Appointment, WeekStatus, appointments, week_status};
pub(crate) use thread::that_count;
pub use today::{AppointmentReason, appointment_reason, is_booked, offers};
pub use view::{ProposalView, ScheduleStatus, ScheduleWeekView, SessionTimeView, TimesView, times, weeks};
pub use week::{NotAWeek, Week};
