mod records;
mod rules;
mod view;

pub use records::Appreciation;
pub use rules::{AppreciationRefusal, edited, may_delete, thanked};
pub use view::{AppreciationView, view};
