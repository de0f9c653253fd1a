//! Splitting a line into words as a POSIX shell does, without expansions.

/// The words of a line: between spaces; '…' keeps all as it is, "…" and a backslash outside of '…' keep the next character. `None` when
/// a quotation mark is not closed, or a backslash is the last character.
pub fn split(line: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    let mut rest = line.chars();
    while let Some(character) = rest.next() {
        match (quote, character) {
            (None, '\'' | '"') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (Some(open), _) if open == character => quote = None,
            (None, _) if character.is_whitespace() => words.extend(word.take()),
            (None, '\\') => word.get_or_insert_default().push(rest.next()?),
            (Some('"'), '\\') => {
                let next = rest.next()?;
                if !matches!(next, '"' | '\\') {
                    word.get_or_insert_default().push('\\');
                }
                word.get_or_insert_default().push(next);
            }
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

/// The word as a line holds it, for [`split`] to give back.
#[cfg(test)]
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_as_in_a_shell() {
        for (line, words) in [
            ("who", &["who"][..]),
            ("  appreciate  'you made tea'  ", &["appreciate", "you made tea"]),
            (r#"appreciate "she said \"yes\" \n""#, &["appreciate", r#"she said "yes" \n"#]),
            (r"it\'s", &["it's"]),
            ("me ''", &["me", ""]),
            ("", &[]),
        ] {
            assert_eq!(split(line).unwrap(), words, "{line}");
        }
    }

    #[test]
    fn what_is_quoted_comes_back() {
        for word in ["", "it's", "a\"b", "back\\slash", "two words", "💛 'x' \"y\""] {
            assert_eq!(split(&quoted(word)).unwrap(), [word]);
        }
    }

    #[test]
    fn what_is_not_closed_is_refused() {
        for line in ["'a", "\"a", "a\\", "\"a\\"] {
            assert!(split(line).is_none(), "{line}");
        }
    }
}
