//! The first screen: at most three things, each with its reason. Each module offers its own; here they are only put in order.

use crate::card::{Card, CardKind};

/// Cards on the first screen, at most.
pub const MOST: usize = 3;

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodayView {
    /// The local date, as `YYYY-MM-DD`.
    pub day: String,
    /// At most three, the first one on top.
    pub cards: Vec<Card>,
}

/// The cards, the first one on top. On a gentle day there is one quiet word and nothing else.
pub fn cards(mut offers: Vec<Card>) -> Vec<Card> {
    offers.sort_by_key(|card| card.kind);
    let most = if offers.first().is_some_and(|card| card.kind == CardKind::Gentle) { 1 } else { MOST };
    offers.truncate(most);
    offers
}

#[cfg(test)]
mod tests;
