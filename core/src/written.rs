//! What a person types, as it is kept.

use crate::refusal::refusals;

refusals! {
    /// Why it cannot be kept so.
    BadText {
        /// A name has no letter.
        NameEmpty = "name_empty",
        /// A name has over 40 characters.
        NameTooLong = "name_too_long",
        /// There are no words.
        TextEmpty = "text_empty",
        /// There are over 1,000 characters.
        TextTooLong = "text_too_long",
    }
}

/// A name: trimmed, 1 to 40 characters.
///
/// # Errors
/// [`BadText::NameEmpty`], [`BadText::NameTooLong`].
pub fn name(typed: &str) -> Result<String, BadText> {
    bounded(typed, 40, BadText::NameEmpty, BadText::NameTooLong)
}

/// A name that may be left out: trimmed, 0 to 40 characters.
///
/// # Errors
/// [`BadText::NameTooLong`].
pub fn optional_name(typed: &str) -> Result<String, BadText> {
    if typed.trim().is_empty() { Ok(String::new()) } else { name(typed) }
}

/// Words: trimmed, 1 to 1,000 characters. Three versions that were written at once fit into one operation, whatever the script.
///
/// # Errors
/// [`BadText::TextEmpty`], [`BadText::TextTooLong`].
pub fn words(typed: &str) -> Result<String, BadText> {
    bounded(typed, 1000, BadText::TextEmpty, BadText::TextTooLong)
}

fn bounded(typed: &str, most: usize, empty: BadText, too_long: BadText) -> Result<String, BadText> {
    let text = typed.trim();
    match text.chars().count() {
        0 => Err(empty),
        count if count <= most => Ok(text.into()),
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
}
