//! Commands for when the two practise together.

use clap::{Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum ScheduleVerb {
    /// Show this week and the next.
    Weeks,
    /// Show when you have time, and your partner.
    Times,
    /// Say when you have time; your partner sees it.
    Set {
        /// Such as sun-19:00-21:00 or, over midnight, sat-22:00-02:00; several are possible.
        #[arg(required = true)]
        windows: Vec<String>,
        /// How much you want.
        #[arg(long, default_value = "steady")]
        amount: AmountArg,
    },
    /// After a journey: your times stay as they are.
    Keep,
    /// After a journey: your times go by the clock here.
    Move,
    /// Propose a time: one that is offered by its number, or any.
    Propose {
        /// A number among the offered times, or an instant such as 2026-02-14T18:00:00Z.
        at: String,
        /// Its length, for an instant.
        #[arg(long, default_value_t = 30)]
        minutes: u32,
        /// For this exercise, and not the one that is next.
        #[arg(long)]
        exercise: Option<String>,
    },
    /// Say yes to your partner's proposal.
    Accept { id: Option<String> },
    /// Say no to it; nobody asks why.
    Decline { id: Option<String> },
    /// Take your own back.
    Withdraw { id: Option<String> },
    /// Call off what is agreed in a week, such as 2026-W48.
    CallOff { week: String },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AmountArg {
    Light,
    Steady,
    Deep,
}
