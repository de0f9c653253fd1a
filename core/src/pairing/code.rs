use std::fmt;

use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use tend_protocol::MailboxId;

use super::{InviteError, Purpose, base32};
use crate::identity::Entropy;

/// Characters of a code: nine of five random bits each, and one that checks them.
const CHARACTERS: usize = 10;

/// A code that a person reads out and another types: 45 random bits as nine characters of Crockford's base 32, and a tenth that
/// tells any one wrong character and any two that changed places. It says nothing of the server.
///
/// A code is no secret once it is used: the server, which sees the mailbox, could try all of them. The comparison protects.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; CHARACTERS]);

impl Code {
    /// A new code.
    pub fn generate(entropy: &dyn Entropy) -> Self {
        let mut values = entropy.bytes::<CHARACTERS>().map(|byte| byte & 31);
        let (random, check) = values.split_at_mut(CHARACTERS - 1);
        check[0] = times_x(remainder(random));
        Self(values)
    }

    /// Reads a code as a person types it: either case, with or without spaces and hyphens, I or L for 1, O for 0.
    ///
    /// # Errors
    /// [`InviteError::BadCode`] for anything else than ten characters that fit together.
    pub fn parse(text: &str) -> Result<Self, InviteError> {
        let mut values = [0; CHARACTERS];
        let mut typed = text.chars().filter(|c| *c != '-' && !c.is_whitespace());
        for value in &mut values {
            *value = typed.next().and_then(base32::value).ok_or(InviteError::BadCode)?;
        }
        if typed.next().is_some() || remainder(&values) != 0 {
            return Err(InviteError::BadCode);
        }
        Ok(Self(values))
    }

    /// The code as it is read: two groups of five upper-case characters with a hyphen between.
    pub fn text(&self) -> String {
        let mut text: String = self.0.iter().map(|value| base32::character(*value)).collect();
        text.insert(CHARACTERS / 2, '-');
        text
    }

    /// The mailbox where those who hold the code meet for `purpose`. One purpose's code finds nobody under the other.
    pub(super) fn mailbox(&self, purpose: Purpose) -> MailboxId {
        let text = [b"Tend invite code 1".as_slice(), &[purpose.byte()], &self.0].concat();
        let mut id = [0; 16];
        id.copy_from_slice(&digest(&SHA256, &text).as_ref()[..16]);
        MailboxId(id)
    }
}

/// The values as a polynomial over the field of 32 elements, at the generator x. Zero for a code: each place has a weight of its
/// own, so that one wrong value, or two different ones that changed places, cannot leave it zero.
fn remainder(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| times_x(sum) ^ value)
}

/// Times x in the field of 32 elements, modulo the primitive polynomial x⁵ + x² + 1.
fn times_x(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.text()
    }
}

impl TryFrom<String> for Code {
    type Error = InviteError;

    fn try_from(text: String) -> Result<Self, InviteError> {
        Self::parse(&text)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    struct Given([u8; CHARACTERS]);

    impl Entropy for Given {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.copy_from_slice(&self.0);
        }
    }

    fn code() -> impl Strategy<Value = Code> {
        any::<[u8; CHARACTERS]>().prop_map(|bytes| Code::generate(&Given(bytes)))
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = Code::generate(&Given([1, 0, 10, 31, 1, 0, 20, 5, 7, 0]));
        assert_eq!(code.text(), "10AZ1-0M57G");
        for typed in ["10az10m57g", " IoAz1 om57g", "1-0-A-Z-L-O-M-5-7-G", "10AZ1\u{a0}0M57G\n"] {
            assert_eq!(Code::parse(typed), Ok(code.clone()), "{typed}");
        }
        for typed in ["", "10AZ1-0M57", "10AZ1-0M57GZ", "10AZ1-0M57U", "10AZ1_0M57G", "10AZ1-0M57Ｇ"] {
            assert_eq!(Code::parse(typed), Err(InviteError::BadCode), "{typed}");
        }
    }

    #[test]
    fn the_mailbox_is_of_the_code_and_the_purpose() {
        let code = Code::generate(&Given([1; 10]));
        let other = Code::generate(&Given([2; 10]));
        assert_ne!(code.mailbox(Purpose::Pair), code.mailbox(Purpose::Link));
        assert_ne!(code.mailbox(Purpose::Pair), other.mailbox(Purpose::Pair));
        assert_eq!(code.mailbox(Purpose::Pair), Code::parse(&code.text()).unwrap().mailbox(Purpose::Pair));
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_told(code in code(), at in 0..CHARACTERS, other in 0u8..32) {
            let mut values = code.0;
            values[at] = other;
            let typed = Code(values).text();
            prop_assert_eq!(Code::parse(&typed).is_ok(), other == code.0[at]);
        }

        #[test]
        fn two_characters_that_changed_places_are_told(code in code(), one in 0..CHARACTERS, other in 0..CHARACTERS) {
            let mut values = code.0;
            values.swap(one, other);
            let typed = Code(values).text();
            prop_assert_eq!(Code::parse(&typed).is_ok(), values == code.0);
        }

        #[test]
        fn garbage_is_no_code(text in ".{0,40}") {
            if let Ok(code) = Code::parse(&text) {
                prop_assert_eq!(Code::parse(&code.text()), Ok(code));
            }
        }
    }
}
