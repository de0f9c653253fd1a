//! What can be practised: exercises, paths, and the small thing of a day. Which of them comes next follows from what was done, what the
//! person wants and where they are; all of it is given, and nothing here reads a clock or a store.

mod choose;
mod filters;
mod input;
mod path;
mod prompts;
mod records;
mod season;
#[cfg(test)]
mod tests;
mod today;
/// What the screens of the practice show.
pub mod view;

pub use choose::{REST_DAYS, choose, pool};
pub use filters::{Filters, Situation};
pub use input::PracticeInput;
pub use path::{PathPlace, again, is_open, next_place, rehearsal_due};
pub use prompts::{PromptRefusal, note_prompt, prompt_of_today};
pub use records::{Outcome, PracticeSettings, Practised, PromptOfDay, TogetherDone};
pub use season::season;
pub use today::{ThisWeek, offers};
pub use view::{ExerciseVariant, ExerciseView, PathWeekView, PracticePathView, PracticeSettingsView, TopicView};
