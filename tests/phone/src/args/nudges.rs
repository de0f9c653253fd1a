//! Commands for nudges.

use clap::{Args, Subcommand, ValueEnum};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};

use super::{instant, until_time};

#[derive(Debug, Subcommand)]
pub enum NudgesVerb {
    /// Show what you want of nudges as a whole.
    Show,
    /// Change it.
    Set(Box<PreferencesArgs>),
    /// Show what a platform should hold.
    Pending {
        #[arg(default_value = "android")]
        platform: PlatformArg,
    },
    /// A nudge rang, by its id.
    Rang { id: String },
    /// You want to be told of it later.
    Snooze {
        id: String,
        #[arg(value_parser = instant)]
        until: Timestamp,
    },
    /// None from now until then, or until `resume`.
    Pause {
        #[arg(value_parser = instant)]
        until: Option<Timestamp>,
    },
    /// End every pause.
    Resume,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PlatformArg {
    Ios,
    Android,
}

#[derive(Debug, Args)]
pub struct PreferencesArgs {
    /// When quiet begins, as 21:00.
    #[arg(long, value_parser = until_time)]
    pub quiet_from: Option<Time>,
    /// When quiet ends, as 08:00.
    #[arg(long, value_parser = until_time)]
    pub quiet_until: Option<Time>,
    /// How many a day at most, 0 to 3.
    #[arg(long)]
    pub routine: Option<u8>,
    /// No nudges of this kind; several are possible.
    #[arg(long)]
    pub switch_off: Vec<String>,
    /// Nudges of this kind again; several are possible.
    #[arg(long)]
    pub switch_on: Vec<String>,
    /// None in the week of this day but what you booked; several are possible.
    #[arg(long)]
    pub off_week: Vec<Date>,
    /// Nudges again in the week of this day; several are possible.
    #[arg(long)]
    pub no_off_week: Vec<Date>,
    /// None on this day, each year as 11-02, or once as 2026-11-02; several are possible.
    #[arg(long)]
    pub gentle_day: Vec<String>,
    /// A window for a kind, as fun=17:00-20:00 or, over midnight, fun=22:00-01:00; several are possible.
    #[arg(long)]
    pub window: Vec<String>,
    /// This day is as any other again, as it was given; several are possible.
    #[arg(long)]
    pub no_gentle_day: Vec<String>,
    /// No window for this kind any more; several are possible.
    #[arg(long)]
    pub no_window: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub enum RuleVerb {
    /// List the rules, those that Tend comes with among them.
    List,
    /// Set a rule: a new one, or another in the place of the one with its id.
    Add(Box<RuleArgs>),
    /// Delete a rule of your own.
    Remove { id: String },
}

/// A rule: exactly one way of choosing its days.
#[derive(Debug, Args)]
pub struct RuleArgs {
    /// Its name: small letters, digits and hyphens.
    pub id: String,
    /// appreciation, caring, fun, surprise, vision, reflection, listening, session, appointment, occasion.
    #[arg(long)]
    pub kind: String,
    /// On every day.
    #[arg(long, group = "when")]
    pub daily: bool,
    /// On these days of the week, as mon,wed,sun.
    #[arg(long, group = "when", value_delimiter = ',')]
    pub weekly: Vec<String>,
    /// So many times a week, on other days each time.
    #[arg(long, group = "when")]
    pub times_a_week: Option<u8>,
    /// Every so many days, from `--starting` on.
    #[arg(long, group = "when", requires = "starting")]
    pub every_days: Option<u16>,
    /// The first day of `--every-days`.
    #[arg(long)]
    pub starting: Option<Date>,
    /// Once a month, on this day or the month's last.
    #[arg(long, group = "when")]
    pub monthly: Option<u8>,
    /// Once a year, as 02-29.
    #[arg(long, group = "when")]
    pub yearly: Option<String>,
    /// Which day stands for 29 February in other years: february28, march1, both.
    #[arg(long, default_value = "february28")]
    pub leap: String,
    /// Once, at this instant.
    #[arg(long, group = "when", value_parser = instant)]
    pub once: Option<Timestamp>,
    /// From when on these days, as 18:00.
    #[arg(long, default_value = "12:00")]
    pub from: Time,
    /// Until when, 24:00 or 00:00 for midnight; the same as `--from` means exactly that minute [default: as --from].
    #[arg(long, value_parser = until_time)]
    pub until: Option<Time>,
    /// The moment of the day that it belongs to, as "after the first coffee".
    #[arg(long)]
    pub cue: Option<String>,
    /// Minutes before an appointment or occasion; several are possible, as 1440,60.
    #[arg(long, value_delimiter = ',')]
    pub lead: Vec<u32>,
    /// Switched off.
    #[arg(long)]
    pub off: bool,
}
