//! Doing an exercise, step by step. A run, and what is written in it, is one person's alone; words become the partner's only when their
//! author gives these very ones.

mod records;
mod rules;
#[cfg(test)]
mod tests;
mod today;
/// What the screens of a run show.
pub mod view;

pub use records::{Draft, Run, RunStatus, SharedWords};
pub use rules::{
    LONGEST_RUN, RunRefusal, Speaker, StepNow, begin, draft, exercise_of, felt, known, may_release, may_take_back,
    on_scale, open, together,
};
pub use today::offers;
pub use view::{RunView, SharedWordsView, StepDraft, StepView};
