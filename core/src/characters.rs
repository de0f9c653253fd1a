//! Characters that show nothing, that turn text around, or that are other forms of plain ones. The core reads what people paste and
//! what a partner sent, and both hold such characters.

/// Whether the character by itself shows nothing: white space, controls, what Unicode lets a reader ignore, and the few blank ones that
/// it counts as letters or symbols.
pub fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || is_ignorable(character)
        || matches!(character, '\u{2800}' | '\u{fff9}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}' | '\u{16fe4}' | '\u{1d159}')
}

/// Unicode's `Default_Ignorable_Code_Point` (DerivedCoreProperties.txt), which holds reserved ones too, so that it is stable: the zero-width
/// ones, the soft hyphen, fillers, selectors of variants.
pub fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether it shapes the ones next to it although it shows nothing: the joiners of Persian, of Indian scripts and of emoji, and selectors
/// of variants (an emoji's colour, a flag's region).
pub fn shapes_others(character: char) -> bool {
    matches!(character,
        '\u{200c}'..='\u{200d}' | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The plain character of one of full width, which keyboards for Chinese and Japanese write.
pub fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_is_told_from_what_does() {
        for blank in " \n\u{a0}\u{3000}\u{2028}\0\u{1b}\u{200b}\u{feff}\u{ad}\u{2800}\u{3164}\u{115f}\u{ffa0}\u{2066}\u{fe0f}\u{e0041}".chars() {
            assert!(is_blank(blank), "{blank:?}");
        }
        for shown in "aß\u{301}ש中💛-.·\u{fffd}".chars() {
            assert!(!is_blank(shown), "{shown:?}");
        }
    }

    #[test]
    fn full_width_is_read_as_plain() {
        assert_eq!("ＴＥＮＤ：１．ａ　－".chars().map(narrow).collect::<String>(), "TEND:1.a -");
    }
}
