//! What a person types, as it is kept; and what another device sent, as it is shown. A partner's phone may send anything.

use jiff::civil::Date;

use crate::{
    characters::{is_blank, is_ignorable, shapes_others},
    refusal::refusals,
};

refusals! {
    /// Why it cannot be kept so.
    BadText {
        /// A name shows nothing.
        NameEmpty = "name_empty",
        /// A name has over 40 characters.
        NameTooLong = "name_too_long",
        /// There is nothing to read.
        TextEmpty = "text_empty",
        /// There are over 1,000 characters.
        TextTooLong = "text_too_long",
    }
}

/// The longest name, in characters.
const NAME: usize = 40;
/// The longest id of a rule or of content, in bytes.
const ID: usize = 64;

/// Whether a text can be the id of a rule, or of something in the content: 1 to 64 of `a` to `z`, `0` to `9` and `-`.
pub(crate) fn is_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=ID).contains(&id.len()) && id.bytes().all(allowed)
}

/// A name: one line ([`one_line`]) of 1 to 40 characters.
///
/// # Errors
/// [`BadText::NameEmpty`], [`BadText::NameTooLong`].
pub fn name(typed: &str) -> Result<String, BadText> {
    bounded(one_line(typed), NAME, BadText::NameEmpty, BadText::NameTooLong)
}

/// A name that may be left out: one line of 0 to 40 characters.
///
/// # Errors
/// [`BadText::NameTooLong`].
pub fn optional_name(typed: &str) -> Result<String, BadText> {
    if one_line(typed).is_empty() { Ok(String::new()) } else { name(typed) }
}

/// Words: several lines ([`lines`]) of 1 to 1,000 characters. Three versions that were written at once fit into one operation, whatever the
/// script.
///
/// # Errors
/// [`BadText::TextEmpty`], [`BadText::TextTooLong`].
pub fn words(typed: &str) -> Result<String, BadText> {
    bounded(lines(typed), 1000, BadText::TextEmpty, BadText::TextTooLong)
}

/// A name that another device sent, as it is shown: one line of at most 40 characters; empty when it shows nothing.
pub fn received_name(sent: &str) -> String {
    one_line(sent).chars().take(NAME).collect()
}

/// A date that another device sent, as `YYYY-MM-DD`; empty for what is none.
pub fn received_date(sent: &str) -> String {
    sent.parse::<Date>().map(|date| date.to_string()).unwrap_or_default()
}

/// One line: without controls, characters that turn text around and others that show nothing; a space for a line break. What shapes the
/// characters next to it stays. Empty when nothing would be seen.
pub fn one_line(text: &str) -> String {
    let one = |c| match c {
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c => seen(c),
    };
    trimmed(text.replace("\r\n", "\n").chars().filter_map(one).collect())
}

/// Several lines: the same, but line breaks and tabs stay, and the marks by which a person says in which direction a word runs.
pub fn lines(text: &str) -> String {
    let one = |c| match c {
        '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' | '\u{61c}' | '\u{200e}'..='\u{200f}' => Some(c),
        c => seen(c),
    };
    trimmed(text.replace("\r\n", "\n").chars().filter_map(one).collect())
}

fn seen(character: char) -> Option<char> {
    let unseen = character.is_control() || is_ignorable(character) || matches!(character, '\u{fff9}'..='\u{fffb}');
    (!unseen || shapes_others(character)).then_some(character)
}

/// Without what shows nothing at both ends. At the end of an emoji is what chooses its form, which stays.
fn trimmed(text: String) -> String {
    let ends = |c| is_blank(c) && (!shapes_others(c) || matches!(c, '\u{200c}'..='\u{200d}'));
    text.trim_start_matches(is_blank).trim_end_matches(ends).into()
}

fn bounded(text: String, most: usize, empty: BadText, too_long: BadText) -> Result<String, BadText> {
    match text.chars().count() {
        0 => Err(empty),
        count if count <= most => Ok(text),
        _ => Err(too_long),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_trimmed_and_counted_in_characters() {
        assert_eq!(name("  Robin "), Ok("Robin".into()));
        assert_eq!(name(" \n"), Err(BadText::NameEmpty));
        assert_eq!((name(&"ä".repeat(40)).is_ok(), name(&"ä".repeat(41))), (true, Err(BadText::NameTooLong)));
        assert_eq!((optional_name(" "), optional_name("they")), (Ok(String::new()), Ok("they".into())));
        assert_eq!((words(&"💛".repeat(1000)).is_ok(), words(&"💛".repeat(1001))), (true, Err(BadText::TextTooLong)));
        assert_eq!(words(""), Err(BadText::TextEmpty));
    }

    #[test]
    fn what_shows_nothing_is_empty() {
        for nothing in [
            "\u{200b}\u{200b}",
            "\u{2800}",
            "\u{3164}",
            "\u{115f}\u{1160}",
            "\u{ffa0}",
            "\u{ad}",
            "\0\u{1b}\u{7f}",
            "\u{202e}\u{2069}",
            "\u{200d}\u{fe0f}",
            "\u{e0041}\u{e007f}",
            "\u{feff} \u{3000}\u{a0}\u{2028}",
            " \u{200b}\u{2800} \t\r\n",
        ] {
            assert_eq!(name(nothing), Err(BadText::NameEmpty), "{nothing:?}");
            assert_eq!(optional_name(nothing), Ok(String::new()), "{nothing:?}");
            assert_eq!(words(nothing), Err(BadText::TextEmpty), "{nothing:?}");
            assert_eq!(received_name(nothing), "", "{nothing:?}");
        }
    }

    #[test]
    fn a_name_is_one_line_in_one_direction() {
        for (typed, kept) in [
            ("Al\nex", "Al ex"),
            ("Al\r\nex", "Al ex"),
            ("Al\u{2028}ex\u{85}", "Al ex"),
            ("a\u{202e}gnp.exe", "agnp.exe"),
            ("\u{2067}Robin\u{2069}\u{200f}", "Robin"),
            ("Ro\u{200b}b\u{ad}in\u{feff}", "Robin"),
            ("\u{1b}[31mRobin", "[31mRobin"),
            ("\u{2800}Robin\u{3164}", "Robin"),
        ] {
            assert_eq!(name(typed).as_deref(), Ok(kept), "{typed:?}");
            assert_eq!(received_name(typed), kept, "{typed:?}");
        }
        assert_eq!(received_name(&"x".repeat(41)), "x".repeat(40));
    }

    #[test]
    fn what_shapes_a_name_stays() {
        for whole in [
            "می\u{200c}خواهم",
            "👩\u{200d}💻",
            "❤\u{fe0f}",
            "क्\u{200d}ष",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "Zoe\u{308}",
            "דנה",
            "陽子",
            "-",
            "𝓐",
        ] {
            assert_eq!(name(whole).as_deref(), Ok(whole), "{whole}");
        }
    }

    #[test]
    fn words_keep_their_lines_and_no_controls() {
        assert_eq!(words("one\r\ntwo\rthree\u{2029}\tfour"), Ok("one\ntwo\nthree\n\tfour".into()));
        assert_eq!(words("\u{1b}[2Jtea\u{7}\u{202e}!\u{200f}"), Ok("[2Jtea!".into()));
        assert_eq!(words("שלום\u{200f}!"), Ok("שלום\u{200f}!".into()));
    }

    #[test]
    fn a_date_that_was_sent_is_one_or_nothing() {
        assert_eq!(received_date("2026-11-27"), "2026-11-27");
        for sent in ["", "soon", "2026-11-27\n  2. “", "2026-02-30"] {
            assert_eq!(received_date(sent), "", "{sent:?}");
        }
    }
}
