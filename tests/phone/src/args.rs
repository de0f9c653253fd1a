//! The command line, and the lines of the shell.

mod nudges;
mod practice;
mod schedule;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::{Timestamp, civil::Time, tz::TimeZone};
use tend_core::content::Language;

pub use nudges::{NudgesVerb, PlatformArg, PreferencesArgs, RuleArgs, RuleVerb};
pub use practice::{FiltersArgs, PhonesArg, PracticeVerb, TodayAction};
pub use schedule::{AmountArg, ScheduleVerb};

/// A phone in a terminal: one command at a time, or `phone shell` for many.
#[derive(Debug, Parser)]
#[command(name = "phone", version, about)]
pub struct CommandLine {
    #[command(flatten)]
    pub options: Options,
    #[command(subcommand)]
    pub action: Action,
}

/// What holds for every command.
#[derive(Debug, Args)]
pub struct Options {
    /// The phone: a folder that only it uses. It is made at first use.
    #[arg(long, global = true, env = "TEND_HOME", default_value = "./phone", value_name = "DIR")]
    pub home: PathBuf,
    /// Choose this server, before the first invite.
    #[arg(long, global = true, value_name = "URL")]
    pub server: Option<String>,
    /// What the server's operator gave out to let you in.
    #[arg(long, global = true, requires = "server", value_name = "CODE")]
    pub access_code: Option<String>,
    /// Trust this one certificate authority (PEM or DER), as a household's own server has it.
    #[arg(long, global = true, value_name = "FILE")]
    pub pinned_certificate: Option<PathBuf>,
    /// What you call this phone, for the list on your other phones; taken at first use [default: the folder's name].
    #[arg(long, global = true, value_name = "NAME")]
    pub device_name: Option<String>,
    /// Pretend that it is this instant, as 2026-02-14T08:00:00Z; the clock stands still.
    #[arg(long, global = true, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Timestamp>,
    /// Pretend to be in this time zone, as Europe/Lisbon.
    #[arg(long, global = true, value_name = "ZONE", value_parser = zone)]
    pub zone: Option<TimeZone>,
    /// Speak this language: en, de, es, or en-XA to see what long words do.
    #[arg(long, global = true, default_value = "en", value_name = "TAG")]
    pub language: String,
    /// Answer in JSON, one object on each line.
    #[arg(long, global = true)]
    pub json: bool,
    /// Do not ask the server.
    #[arg(long, global = true)]
    pub offline: bool,
    /// Wait at most so many seconds for another command on the same phone.
    #[arg(long, global = true, default_value_t = 5, value_name = "SECONDS")]
    pub patience: u32,
}

impl Options {
    /// The language of all words.
    pub fn language(&self) -> Language {
        Language::choose([self.language.as_str()])
    }
}

#[derive(Debug, Subcommand)]
pub enum Action {
    #[command(flatten)]
    Verb(Verb),
    /// Read commands from standard input, one a line, until `quit` or the end.
    Shell,
}

/// A line of the shell.
#[derive(Debug, Parser)]
#[command(name = "", no_binary_name = true, disable_version_flag = true)]
pub struct ShellLine {
    /// Do not ask the server.
    #[arg(long, global = true)]
    pub offline: bool,
    #[command(subcommand)]
    pub action: ShellAction,
}

#[derive(Debug, Subcommand)]
pub enum ShellAction {
    #[command(flatten)]
    Verb(Verb),
    /// Stay connected, and say when something changed; or stop.
    Follow { state: Switch },
    /// End the shell.
    Quit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    On,
    Off,
}

/// What a person does. IDs are given by their first digits, at least four, or by the number in the list.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Say your name, for your partner.
    Me {
        name: String,
        /// As "she/her".
        #[arg(long, default_value = "")]
        pronouns: String,
    },
    /// Say who you are, and who your partner is.
    Who,
    /// Invite your partner, or your next phone.
    Invite {
        whom: Whom,
        /// How the invite gets there. What is sent or read out is compared afterwards; `qr` is for two who are together.
        #[arg(long, default_value = "link")]
        way: Way,
    },
    /// Take an invite that was shown or sent to you.
    Accept { text: String },
    /// Take a code that was read out to you: of your partner, or of another phone of yours.
    AcceptCode { whom: Whom, code: String },
    /// List the invites under way.
    Invites,
    /// Say yes: the symbols are the same on both phones, or it is your own next phone.
    Confirm { id: Option<String> },
    /// Say no, or take an invite back.
    Cancel { id: Option<String> },
    /// Write an appreciation.
    Appreciate { text: String },
    /// List the appreciations, the newest first.
    Appreciations,
    /// Thank your partner for an appreciation.
    Thank { id: String },
    /// Change an appreciation that you wrote.
    Edit { id: String, text: String },
    /// Take back an appreciation that you wrote.
    Delete { id: String },
    /// Give your partner an appreciation that you wrote before you were connected.
    Share { id: String },
    /// Note a surprise, for you alone.
    Surprise { text: String },
    /// List your surprises, the newest first.
    Surprises,
    /// Change a surprise.
    EditSurprise { id: String, text: String },
    /// Delete a surprise.
    DeleteSurprise { id: String },
    /// Show the first screen; or say what you did with it.
    Today { action: Option<TodayAction> },
    /// Exercises, paths, and what you are at.
    #[command(subcommand)]
    Practice(PracticeVerb),
    /// When you practise together.
    #[command(subcommand)]
    Schedule(ScheduleVerb),
    /// List the nudges to come.
    Plan {
        /// Of so many days.
        #[arg(long, default_value_t = 14)]
        days: u32,
    },
    /// When nudges of a kind are wanted.
    #[command(subcommand)]
    Rule(RuleVerb),
    /// What you want of nudges as a whole, and what became of them.
    #[command(subcommand)]
    Nudges(NudgesVerb),
    /// List your phones.
    Devices,
    /// Remove another phone of yours.
    RemoveDevice { id: String },
    /// List what Tend has to tell you.
    Notices,
    /// You have read a notice.
    Read { id: String },
    /// Send what is due, and get what is new.
    Sync {
        /// Also send at once what is for your own phones alone; otherwise it is sent at a long regular interval.
        #[arg(long, alias = "now-too")]
        all: bool,
    },
    /// Close the shared space, at once. What you wrote stays with you.
    Leave,
    /// Say how this phone is set up.
    Status,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Whom {
    Partner,
    Device,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// Shown to someone who is here.
    Qr,
    /// Sent.
    Link,
    /// Read out and typed.
    Code,
}

fn instant(text: &str) -> Result<Timestamp, String> {
    text.parse().map_err(|_| "an instant looks like 2026-02-14T08:00:00Z".into())
}

/// When something ends on a day: 24:00 is midnight, as 00:00 is.
pub fn until_time(text: &str) -> Result<Time, String> {
    if text == "24:00" { Ok(Time::midnight()) } else { text.parse().map_err(|_| "a time looks like 18:00".into()) }
}

fn zone(text: &str) -> Result<TimeZone, String> {
    TimeZone::get(text).map_err(|_| "a time zone looks like Europe/Lisbon".into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn both_grammars_are_sound() {
        CommandLine::command().debug_assert();
        ShellLine::command().debug_assert();
    }

    #[test]
    fn options_may_stand_before_and_after_the_command() {
        let line =
            CommandLine::try_parse_from(["phone", "--json", "who", "--home", "x", "--zone", "Asia/Tokyo"]).unwrap();
        assert!(line.options.json && line.options.home.ends_with("x"));
        assert_eq!(line.options.zone.unwrap().iana_name(), Some("Asia/Tokyo"));
    }

    #[test]
    fn times_and_zones_are_checked() {
        for bad in [["--now", "yesterday"], ["--zone", "Mars/Olympus"], ["--now", "2026-02-30T00:00:00Z"]] {
            assert!(CommandLine::try_parse_from(["phone", bad[0], bad[1], "who"]).is_err(), "{bad:?}");
        }
    }
}
