//! Commands for the first screen and for doing exercises.

use clap::{Args, Subcommand, ValueEnum};

/// What is done with the first screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TodayAction {
    /// Say that Tend was opened.
    Open,
    /// You did the small thing of the day.
    Done,
    /// You would like another one.
    Another,
}

#[derive(Debug, Subcommand)]
pub enum PracticeVerb {
    /// List the exercises.
    List,
    /// Show an exercise.
    Show { exercise: String },
    /// Begin an exercise.
    Begin {
        exercise: String,
        /// Another way through it.
        #[arg(long)]
        variant: Option<String>,
        /// One phone that is handed over, or two.
        #[arg(long, default_value = "one")]
        phones: PhonesArg,
        /// Your partner speaks first.
        #[arg(long)]
        second: bool,
    },
    /// List what you can go on with.
    Runs,
    /// Show what you are at: the latest, or the one named.
    Step { run: Option<String> },
    /// Go to the next step.
    Next { run: Option<String> },
    /// Go back a step.
    Back { run: Option<String> },
    /// Set it aside for a while.
    Pause { run: Option<String> },
    /// Take it up again.
    Resume { run: Option<String> },
    /// Let it go; nobody asks why.
    LetGo { run: Option<String> },
    /// It is done.
    Finish { run: Option<String> },
    /// Say how at ease you feel with yourself, 0 to 10, if you like.
    Feel { run: String, feeling: u8 },
    /// Write the words of the step at hand.
    Write { text: String },
    /// Show what you wrote in a run.
    Drafts { run: String },
    /// Delete what you wrote in a step, for good.
    Shred { run: String, step: String },
    /// Give your partner what you wrote in a step that is meant for both.
    Release { run: String, step: String },
    /// List what you gave each other in an exercise.
    Shared { exercise: String },
    /// Take back what you gave.
    TakeBack { exercise: String, id: String },
    /// List things to talk about while learning to listen, the lightest first.
    Topics,
    /// List the paths, and where you are on yours.
    Paths,
    /// Go this path from today.
    Path { path: String },
    /// Say what the small things of a day are chosen by.
    Filters(FiltersArgs),
}

#[derive(Debug, Args)]
pub struct FiltersArgs {
    /// No more than this: free, little, some.
    #[arg(long)]
    pub cost: Option<String>,
    /// No longer than this.
    #[arg(long)]
    pub minutes: Option<u32>,
    /// anywhere, home, out.
    #[arg(long)]
    pub place: Option<String>,
    /// No more than this: low, medium, high.
    #[arg(long)]
    pub energy: Option<String>,
    /// Whether you live far from each other.
    #[arg(long)]
    pub apart: Option<bool>,
    /// Whether there are children.
    #[arg(long)]
    pub children: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PhonesArg {
    One,
    Two,
}
