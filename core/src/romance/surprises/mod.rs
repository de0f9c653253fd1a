mod records;
mod view;

pub use records::SurpriseIdea;
pub use view::{SurpriseView, view};
