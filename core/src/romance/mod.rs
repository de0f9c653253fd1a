//! Courting each other again: appreciations, and surprises that stay secret.

/// Appreciations: written to the partner, received from them, thanked for once.
pub mod appreciations;
/// Surprise ideas: on the person's own devices, and nowhere else.
pub mod surprises;

pub use appreciations::{Appreciation, AppreciationView, Thanks};
pub use surprises::{SurpriseIdea, SurpriseView};
