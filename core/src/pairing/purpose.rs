use serde::{Deserialize, Serialize};

/// What the two sides want of each other. It is bound into the mailbox of a code, every key and the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Two people become a couple.
    Pair,
    /// A person's further device joins those they have.
    Link,
}

impl Purpose {
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Pair => 1,
            Self::Link => 2,
        }
    }

    pub(super) fn of_byte(byte: u8) -> Option<Self> {
        [Self::Pair, Self::Link].into_iter().find(|purpose| purpose.byte() == byte)
    }
}
