//! Courting each other again: appreciations, and surprises that stay secret.

mod appreciations;
mod surprises;

pub use appreciations::Appreciation;
pub use surprises::SurpriseIdea;
