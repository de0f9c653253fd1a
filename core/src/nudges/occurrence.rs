use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};

use tend_protocol::DeviceId;

use super::NudgeKind;

/// A reminder that is to come.
#[derive(Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Its id, which no other shares. It is made of the rule's id, the local date it is for (of a single moment: that moment) and, where
    /// there are several, which of them it is; so it stays the same however often, and wherever, the plan is made.
    pub id: String,
    /// The id of its rule.
    pub rule: String,
    /// What for.
    pub kind: NudgeKind,
    /// When: a whole minute, never in quiet hours, a pause or a gentle day.
    pub at: Timestamp,
    /// What clocks show then, in the zone that the plan was made for.
    pub local: DateTime,
    /// The local date it is for. A reminder of a booked moment may come on an earlier one.
    pub day: Date,
    /// The device that rings, if one does.
    pub device: Option<DeviceId>,
    /// Whether it is one of the few routine reminders of its day; otherwise the person asked for it.
    pub routine: bool,
    /// Why it comes.
    pub reason: Reason,
    /// What it is tied to in the person's day.
    pub cue: Option<String>,
    /// Of an appointment, the id of the exercise.
    pub about: Option<String>,
    /// Of what is booked, when it is.
    pub moment: Option<Timestamp>,
    /// Whether it also asks if such reminders still help.
    pub asks: bool,
    /// Of a booked moment, how long before it this was meant to be, in minutes. Quiet hours may have moved it earlier.
    pub lead: Option<u32>,
    /// From here to [`Occurrence::at`] nothing speaks against showing it: no quiet hours, pause or gentle day, and for a routine one no
    /// other date. At most a quarter of an hour before.
    pub earliest: Timestamp,
    /// Before this, nothing speaks against showing it late. One minute to a quarter of an hour after [`Occurrence::at`].
    pub latest: Timestamp,
}

opaque!(Occurrence);

/// Why a reminder comes, for a sentence that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The person chose its days.
    ChosenDays,
    /// The person chose how often a week, and chance the days.
    ChosenTimes {
        /// How often a week.
        times: u8,
    },
    /// Something to surprise the partner with; its time is a surprise too.
    Surprise,
    /// It has become a habit, so this comes less often than it was chosen.
    CueTaper,
    /// Three in a row were left alone, so this kind comes half as often.
    HalfAsOften,
    /// An appointment.
    Booked {
        /// How long before it, in minutes.
        lead: u32,
    },
    /// A date that comes back every year.
    Yearly,
    /// The person wanted it again later.
    Snoozed,
}
