mod records;
mod rules;
mod view;

pub use records::{Appreciation, Thanks};
pub use rules::{AppreciationRefusal, Given, edited, may_delete, thanks};
pub use view::{AppreciationView, view};
