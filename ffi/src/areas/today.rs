use std::sync::Arc;

use super::each;
use crate::{TendError, border::call};

/// The first screen: at most three cards.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct TodayView {
    /// The local date, as `YYYY-MM-DD`.
    pub day: String,
    /// The first one on top.
    pub cards: Vec<Card>,
}

/// A card of the first screen.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Card {
    /// What it is, for programs: `gentle`, `welcome_back`, `appointment`, `proposal`, `resume`, `prompt`, `next`, `rehearsal`, `asks`.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Why it is there.
    pub reason: String,
    /// What it leads to: the exercise, the prompt, or the kind of nudge that is asked about.
    pub about: Option<String>,
    /// The id of the run that it goes on with.
    pub run: Option<String>,
}

impl From<tend_core::TodayView> for TodayView {
    fn from(view: tend_core::TodayView) -> Self {
        Self { day: view.day, cards: each(view.cards) }
    }
}

impl From<tend_core::CardView> for Card {
    fn from(view: tend_core::CardView) -> Self {
        let tend_core::CardView { kind, title, text, reason, about, run } = view;
        Self { kind: kind.name().into(), title, text, reason, about, run: run.map(|run| run.to_hex()) }
    }
}

/// What a person sees on opening Tend.
#[derive(uniffi::Object)]
pub struct Today(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Today {
    /// The first screen. Reading changes nothing.
    ///
    /// # Errors
    /// `store_…`.
    pub fn read(&self) -> Result<TodayView, TendError> {
        call(|| self.0.today().read().map(TodayView::from))
    }

    /// The person opened Tend: to be called when its first screen has been drawn. It is noted on their own devices alone.
    ///
    /// # Errors
    /// `store_…`.
    pub fn opened(&self) -> Result<(), TendError> {
        call(|| self.0.today().opened())
    }

    /// The person did the small thing of the day.
    ///
    /// # Errors
    /// `not_found` when there is none; `store_…`.
    pub fn done(&self) -> Result<(), TendError> {
        call(|| self.0.today().done())
    }

    /// The person would like another one. Nothing is noted but that this one rests.
    ///
    /// # Errors
    /// `not_found` when there is none; `store_…`.
    pub fn another(&self) -> Result<(), TendError> {
        call(|| self.0.today().another())
    }
}
