//! Practising: which exercise is next, doing one, and the small thing of a day. Records, and rules as pure functions over explicit values.

mod choose;
mod filters;
mod path;
mod prompt_of_day;
mod run;
mod season;
mod settings;
mod shared_words;
#[cfg(test)]
mod tests;

pub use choose::{REST_DAYS, choose, pool};
pub use filters::{Filters, Situation};
pub use path::{Place, Practised, again, is_open, next_place, rehearsal_due};
pub use prompt_of_day::{Outcome, PromptOfDay};
pub use run::{Draft, Run, RunRefusal, RunStanding, Speaker, StepNow};
pub use season::season;
pub use settings::PracticeSettings;
pub use shared_words::{SharedWords, TogetherDone};
