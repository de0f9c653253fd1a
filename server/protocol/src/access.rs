/// Bytes of the longest access code.
pub const ACCESS_CODE_BYTES: usize = 128;

/// The access code in what an operator or a person wrote: without the white space and the byte-order mark that editors put around it.
/// `None` for one that is empty, longer than [`ACCESS_CODE_BYTES`] or not one line: no server has such a code, and no phone sends one.
pub fn access_code(written: &str) -> Option<&str> {
    let code = written.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let fits = (1..=ACCESS_CODE_BYTES).contains(&code.len()) && !code.contains(char::is_control);
    fits.then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_without_what_an_editor_puts_around_it() {
        for written in ["garden", " garden ", "garden\r\n", "\u{feff}garden\n", " \u{feff}garden\u{a0}\t"] {
            assert_eq!(access_code(written), Some("garden"), "{written:?}");
        }
        assert_eq!(access_code("two words, käse"), Some("two words, käse"));
    }

    #[test]
    fn what_nobody_could_type_is_no_code() {
        let (longest, long) = ("x".repeat(ACCESS_CODE_BYTES), "x".repeat(ACCESS_CODE_BYTES + 1));
        assert_eq!(access_code(&longest), Some(longest.as_str()));
        for written in ["", " \n", "\u{feff}", "two\nlines", "gar\0den", &long] {
            assert_eq!(access_code(written), None, "{written:?}");
        }
    }
}
