use std::fmt;

use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use tend_protocol::MailboxId;

use super::{InviteError, Purpose, base32, spoken};
use crate::{
    characters::{is_ignorable, narrow},
    identity::Entropy,
};

/// Characters of a code: nine of five random bits each, and one that checks them.
const CHARACTERS: usize = 10;
/// Bytes of the longest text that is read as a code: its characters as words, with room.
const TYPED_BYTES: usize = 256;

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

    /// Reads a code as a person types, pastes or dictates it: either case, full width, I or L for 1, O for 0; with spaces and hyphens of
    /// any kind or without; its characters as words, such as "one", "zulu" or "Bindestrich". What could be both is read as typed.
    ///
    /// # Errors
    /// [`InviteError::BadCode`] for anything else than ten characters that fit together.
    pub fn parse(text: &str) -> Result<Self, InviteError> {
        if text.len() > TYPED_BYTES {
            return Err(InviteError::BadCode);
        }
        let text: String = text.chars().filter(|c| !is_ignorable(*c)).map(narrow).collect();
        let text = text.trim_matches(|c: char| c.is_whitespace() || "\"'`“”„‘’‚«»()[]<>.,:;!".contains(c));
        let words = || text.split(is_between).filter(|word| !word.is_empty());
        Self::of(&words().collect::<String>())
            .or_else(|| Self::of(&spoken::characters(words())))
            .ok_or(InviteError::BadCode)
    }

    fn of(characters: &str) -> Option<Self> {
        let values: Option<Vec<u8>> = characters.chars().map(base32::value).collect();
        let values: [u8; CHARACTERS] = values?.try_into().ok()?;
        (remainder(&values) == 0).then_some(Self(values))
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

/// Whether it stands between the characters of a code: white space, the dashes of Unicode (its category Pd and the signs that look alike,
/// since keyboards and chats replace the hyphen), and what a dictation puts between.
fn is_between(character: char) -> bool {
    character.is_whitespace()
        || matches!(character,
            '-' | '.' | ',' | '\u{2d7}' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'..='\u{2015}' | '\u{2043}'
            | '\u{207b}' | '\u{208b}' | '\u{2212}' | '\u{2500}' | '\u{2796}' | '\u{2e17}' | '\u{2e1a}' | '\u{2e3a}'..='\u{2e3b}'
            | '\u{2e40}' | '\u{2e5d}' | '\u{301c}' | '\u{3030}' | '\u{30a0}' | '\u{30fc}' | '\u{fe31}'..='\u{fe32}' | '\u{fe58}'
            | '\u{fe63}' | '\u{ff70}' | '\u{10ead}')
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
        for typed in [
            "10az10m57g",
            " IoAz1 om57g",
            "1-0-A-Z-L-O-M-5-7-G",
            "10AZ1\u{a0}0M57G\n",
            "１０ａｚ１－０Ｍ５７Ｇ",
            "„10AZ1-0M57G“.",
            "(10AZ1 - 0M57G)",
            "1, 0, A, Z, 1. 0, M, 5, 7, G.",
            "1 0 a z 1 dash 0 m 5 7 g",
            "one zero alpha zulu one hyphen zero mike five seven golf",
            "Eins Null Anton Zacharias Eins Bindestrich Null Martha Fünf Sieben Gustav",
            "uno cero A Z uno, guión, cero M cinco siete G",
        ] {
            assert_eq!(Code::parse(typed), Ok(code.clone()), "{typed}");
        }
        let hyphens = "\u{ad}\u{200b}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2043}\u{2212}\u{fe58}\u{fe63}\u{ff0d}\u{2009}\u{202f}\u{3000}\u{feff}";
        for hyphen in hyphens.chars() {
            assert_eq!(Code::parse(&format!("10AZ1{hyphen}0M57G")), Ok(code.clone()), "{hyphen:?}");
        }
        let long = format!("10AZ1{}0M57G", "-".repeat(TYPED_BYTES));
        for typed in [
            "",
            "10AZ1-0M57",
            "10AZ1-0M57GZ",
            "10AZ1-0M57U",
            "10AZ1_0M57G",
            "10AZ1-0M57é",
            "10AZ1-0M57💛",
            "10AZ1+0M57G",
            "one zero alpha zulu one zero mike five seven hotel",
            "ten alpha zulu ten mike five seven golf",
            &long,
        ] {
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
