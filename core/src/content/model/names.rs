//! Values that the files have by name.

use serde::{Deserialize, Serialize};

/// Declares an enum whose values are written as in the files, with a list of all.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $value:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$inner])* #[serde(rename = $text)] $value),+ }

        #[allow(dead_code)]
        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// As in the files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$value => $text),+ }
            }

            /// The value with that name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }
    };
}

words! {
    /// What an exercise belongs to.
    Principle {
        /// What makes it safe to talk.
        Safety = "safety",
        /// Mirror, validate, empathise.
        Listening = "listening",
        /// The partner as somebody who was once small and hurt.
        Reimagine = "reimagine",
        /// Courting each other again.
        Romanticize = "romanticize",
        /// Complaints that become requests.
        Frustrations = "frustrations",
        /// Cooling down first.
        Anger = "anger",
        /// The relationship that both wish for.
        Vision = "vision",
    }
}
words! {
    /// Who does an exercise.
    Who {
        /// One person.
        Alone = "alone",
        /// Two people.
        Pair = "pair",
        /// Each alone, then both.
        AloneThenPair = "alone-then-pair",
    }
}
words! {
    /// How many phones are used.
    Phones {
        /// One, handed over or on the table.
        One = "one",
        /// Two, each at their own pace.
        Two = "two",
    }
}
words! {
    /// How often something is meant to be done.
    Cadence {
        /// Once.
        Once = "once",
        /// Any day.
        Daily = "daily",
        /// About weekly.
        Weekly = "weekly",
        /// About monthly.
        Monthly = "monthly",
        /// When it fits.
        NowAndThen = "now-and-then",
    }
}
words! {
    /// What becomes of an exercise's words.
    Privacy {
        /// Nothing is written.
        Spoken = "spoken",
        /// What is written never leaves the author's devices.
        Private = "private",
        /// Some of what is written can be released by its author.
        DraftThenShare = "draft-then-share",
    }
}
words! {
    /// How much an exercise can stir.
    Risk {
        /// Little.
        Low = "low",
        /// Some.
        Medium = "medium",
        /// Much: it begins with a question whether one wants to.
        High = "high",
    }
}
words! {
    /// A listening skill.
    Skill {
        /// Saying back what one heard.
        Mirror = "mirror",
        /// Saying how it makes sense.
        Validate = "validate",
        /// Naming what the other may feel.
        Empathise = "empathise",
    }
}
words! {
    /// Where a couple, or a person, is.
    Stage {
        /// Any.
        Default = "default",
        /// Getting to know each other.
        Dating = "dating",
        /// About to bind themselves.
        Premarital = "premarital",
        /// With children.
        Children = "children",
        /// Long together and content.
        LongTogether = "long-together",
        /// In distress: slower, safety first, low heat.
        Distress = "distress",
        /// One person alone.
        Solo = "solo",
        /// No path, just tools.
        Tools = "tools",
    }
}
words! {
    /// What one does in a step.
    StepAction {
        /// Reads, or listens to it read.
        Read = "read",
        /// Does something quiet while time runs.
        Timer = "timer",
        /// Writes, if one likes.
        Write = "write",
        /// Speaks.
        Speak = "speak",
        /// Says whether one wants to; no needs no reason.
        Consent = "consent",
    }
}
words! {
    /// Whose turn a step is.
    Turn {
        /// Both, together.
        Together = "together",
        /// Who speaks.
        Sender = "sender",
        /// Who listens.
        Receiver = "receiver",
        /// Each alone.
        Each = "each",
    }
}
words! {
    /// What becomes of the words of a step.
    StepWords {
        /// They stay with their author.
        Private = "private",
        /// A draft, until its author releases it.
        Share = "share",
    }
}
words! {
    /// What a prompt is about.
    PromptKind {
        /// Saying what one values.
        Appreciation = "appreciation",
        /// A small act of care.
        Caring = "caring",
        /// Something lively.
        Fun = "fun",
        /// Something unexpected.
        Surprise = "surprise",
        /// The relationship that one wishes for.
        Vision = "vision",
        /// About oneself, alone.
        Reflection = "reflection",
        /// A little listening practice.
        Listening = "listening",
    }
}
words! {
    /// What a prompt costs. As a filter, the default leaves everything, and stands for a value that only a later version knows.
    #[derive(Default)]
    Cost {
        /// Nothing.
        Free = "free",
        /// About a coffee.
        Little = "little",
        /// More.
        #[default]
        Some = "some",
    }
}
words! {
    /// Where a prompt can be done. The default is as for [`Cost`].
    #[derive(Default)]
    Place {
        /// Anywhere.
        #[default]
        Anywhere = "anywhere",
        /// At home.
        Home = "home",
        /// Out.
        Out = "out",
    }
}
words! {
    /// What a prompt asks of a body and a mind. The default is as for [`Cost`].
    #[derive(Default)]
    Energy {
        /// Little.
        Low = "low",
        /// Some.
        Medium = "medium",
        /// Much.
        #[default]
        High = "high",
    }
}
words! {
    /// Who can do something.
    Audience {
        /// One person by themselves.
        Alone = "alone",
        /// Two in one place.
        Together = "together",
        /// Two far from each other.
        Apart = "apart",
    }
}
words! {
    /// A season, where the person is.
    Season {
        /// Spring.
        Spring = "spring",
        /// Summer.
        Summer = "summer",
        /// Autumn.
        Autumn = "autumn",
        /// Winter.
        Winter = "winter",
    }
}

impl Default for PromptKind {
    /// Stands until the file's name is known.
    fn default() -> Self {
        Self::Appreciation
    }
}
