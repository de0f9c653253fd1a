use crate::{content::Words, records::RecordId};

/// What a card on the first screen is. Those that come first here come first there: what waits for somebody before what is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardKind {
    /// A quiet word on a hard day, and nothing else.
    Gentle,
    /// Somebody was away, and is welcome.
    WelcomeBack,
    /// What is agreed.
    Appointment,
    /// What the partner proposes.
    Proposal,
    /// Whether the person's times still hold, where clocks show another time.
    Times,
    /// What is under way.
    Resume,
    /// The small thing of the day.
    Prompt,
    /// What the path has next.
    Next,
    /// An exercise to take up again.
    Rehearsal,
    /// Whether nudges of a kind are still wanted.
    Asks,
}

/// A card that a module offers for the first screen, in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    /// What it is.
    pub kind: CardKind,
    /// What stands above.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Why it is there.
    pub reason: String,
    /// What it is about: the id of an exercise or a prompt, or the name of a kind of nudge.
    pub about: Option<String>,
    /// The run to go on with.
    pub run: Option<RecordId>,
}

opaque!(Card);

impl Card {
    /// A card whose title, text and reason are those of one message: the message itself, and its attributes `text` and `reason`.
    pub fn of(words: &Words, kind: CardKind, message: &str) -> Self {
        Self {
            kind,
            title: words.text(message),
            text: words.attribute(message, "text").unwrap_or_default(),
            reason: words.attribute(message, "reason").unwrap_or_default(),
            about: None,
            run: None,
        }
    }

    /// The same, about an exercise, whose name is the title.
    pub fn of_exercise(words: &Words, kind: CardKind, message: &str, exercise: &str) -> Self {
        Self { title: words.exercise(exercise), about: Some(exercise.into()), ..Self::of(words, kind, message) }
    }
}

impl CardKind {
    /// Its name, for programs. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gentle => "gentle",
            Self::WelcomeBack => "welcome_back",
            Self::Appointment => "appointment",
            Self::Proposal => "proposal",
            Self::Times => "times",
            Self::Resume => "resume",
            Self::Prompt => "prompt",
            Self::Next => "next",
            Self::Rehearsal => "rehearsal",
            Self::Asks => "asks",
        }
    }
}
