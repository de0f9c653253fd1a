//! Words of a person, as a terminal shows them: a partner may write anything, and nothing of it may look like Tend's own lines.

/// What following lines of somebody's words begin with. No line of Tend's own does.
const FOLLOWING: &str = "\n     | ";

/// A name, or other words of one line.
pub fn name(text: &str) -> String {
    apart(&text.chars().map(|c| if breaks(c) { ' ' } else { c }).collect::<String>())
}

/// Words of any length in quotation marks. What is said of them comes before: nothing after the first mark is Tend's, and following
/// lines are marked.
pub fn words(text: &str) -> String {
    let lines: Vec<String> = text.split(breaks).map(apart).collect();
    format!("“{}”", lines.join(FOLLOWING))
}

/// What was written at the same time, on lines of its own.
pub fn other_versions(all: &[String]) -> String {
    all.iter().map(|text| format!("\n     written at the same time: {}", words(text))).collect()
}

/// Text for the terminal: without the controls that would move its cursor or change its colours.
pub fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// A line kept apart from the text around it, if it may run in another direction (Unicode Standard Annex #9, first strong isolate).
fn apart(line: &str) -> String {
    if line.contains(runs_leftwards) { format!("\u{2068}{line}\u{2069}") } else { line.into() }
}

/// Whether it is in a block of Unicode whose letters run from right to left, or says that what follows does.
fn runs_leftwards(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn breaks(character: char) -> bool {
    matches!(character, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn following_lines_are_marked() {
        assert_eq!(words("tea"), "“tea”");
        assert_eq!(words("tea\n  2. [80005130] from you: “cake"), "“tea\n     |   2. [80005130] from you: “cake”");
        for other in ["a\rb", "a\u{2028}b", "a\u{85}b", "a\u{b}b"] {
            assert_eq!(words(other), "“a\n     | b”", "{other:?}");
        }
    }

    #[test]
    fn a_name_stays_on_its_line_and_in_its_direction() {
        assert_eq!(name("Al\nex"), "Al ex");
        assert_eq!(name("דנה"), "\u{2068}דנה\u{2069}");
        assert_eq!(shown("\u{1b}[2Jtea\n"), "\u{fffd}[2Jtea\n");
    }
}
