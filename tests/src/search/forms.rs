/// A way to write text down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// As it is.
    Utf8,
    /// Two bytes a unit, the low one first.
    Utf16Little,
    /// Two bytes a unit, the high one first.
    Utf16Big,
    /// Base 64 (RFC 4648, section 4) of bytes that begin so many bytes after a multiple of three.
    Base64(usize),
    /// Base 64 for URLs (RFC 4648, section 5) of bytes that begin so many bytes after a multiple of three.
    Base64Url(usize),
    /// Hexadecimal digits with small letters.
    HexLower,
    /// Hexadecimal digits with capitals.
    HexUpper,
    /// In a JSON string (RFC 8259, section 7), with only what must be escaped.
    Json,
    /// In a JSON string of ASCII alone, with small letters in its escapes.
    JsonAscii,
    /// In a JSON string of ASCII alone, with capitals in its escapes.
    JsonAsciiUpper,
    /// Percent-encoded, as in a URL (RFC 3986, section 2.1).
    Url,
    /// Percent-encoded, with small letters.
    UrlLower,
    /// Percent-encoded as in the body of an HTML form, where a space is a plus.
    UrlForm,
}

/// The word in each form. Where several forms give the same bytes, only the first is listed.
pub fn forms(word: &str) -> Vec<(Form, Vec<u8>)> {
    let utf8 = word.as_bytes();
    let utf16: Vec<u16> = word.encode_utf16().collect();
    let mut all = vec![
        (Form::Utf8, utf8.to_vec()),
        (Form::Utf16Little, utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect()),
        (Form::Utf16Big, utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect()),
        (Form::HexLower, utf8.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()),
        (Form::HexUpper, utf8.iter().flat_map(|byte| format!("{byte:02X}").into_bytes()).collect()),
        (Form::Json, json(word, |unit| format!("{}", char::from_u32(unit).unwrap_or_default()))),
        (Form::JsonAscii, json(word, |unit| units(unit).map(|unit| format!("\\u{unit:04x}")).concat_all())),
        (Form::JsonAsciiUpper, json(word, |unit| units(unit).map(|unit| format!("\\u{unit:04X}")).concat_all())),
        (Form::Url, url(utf8, |byte| format!("%{byte:02X}"))),
        (Form::UrlLower, url(utf8, |byte| format!("%{byte:02x}"))),
        (Form::UrlForm, url(utf8, |byte| if byte == b' ' { "+".into() } else { format!("%{byte:02X}") })),
    ];
    for place in 0..3 {
        let standard = base64(utf8, place);
        let for_urls = standard
            .iter()
            .map(|&c| {
                if c == b'+' {
                    b'-'
                } else if c == b'/' {
                    b'_'
                } else {
                    c
                }
            })
            .collect();
        all.push((Form::Base64(place), standard));
        all.push((Form::Base64Url(place), for_urls));
    }
    let mut distinct: Vec<(Form, Vec<u8>)> = Vec::new();
    for (form, bytes) in all {
        if distinct.iter().all(|(_, known)| *known != bytes) {
            distinct.push((form, bytes));
        }
    }
    distinct
}

trait ConcatAll {
    fn concat_all(self) -> String;
}

impl<I: Iterator<Item = String>> ConcatAll for I {
    fn concat_all(self) -> String {
        self.collect()
    }
}

/// The UTF-16 units of a character.
fn units(character: u32) -> impl Iterator<Item = u16> {
    let mut units = [0; 2];
    let character = char::from_u32(character).unwrap_or_default();
    let count = character.encode_utf16(&mut units).len();
    units.into_iter().take(count)
}

fn json(word: &str, beyond_ascii: impl Fn(u32) -> String) -> Vec<u8> {
    let escaped = word.chars().map(|character| match character {
        '"' | '\\' => format!("\\{character}"),
        '\n' => "\\n".into(),
        '\t' => "\\t".into(),
        ' '..='~' => character.to_string(),
        _ => beyond_ascii(u32::from(character)),
    });
    escaped.collect::<String>().into_bytes()
}

fn url(bytes: &[u8], escape: impl Fn(u8) -> String) -> Vec<u8> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    let escaped = bytes.iter().map(|&byte| if plain(byte) { char::from(byte).to_string() } else { escape(byte) });
    escaped.collect::<String>().into_bytes()
}

/// The characters that depend on `bytes` alone, and not on what is around them, when they begin `place` bytes after a multiple of
/// three.
fn base64(bytes: &[u8], place: usize) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (first, last) = (place * 8, (place + bytes.len()) * 8);
    let bit = |at: usize| usize::from(bytes[(at - first) / 8] >> (7 - (at - first) % 8) & 1);
    let characters = (first.div_ceil(6)..last / 6).map(|character| {
        let value = (0..6).fold(0, |value, offset| value << 1 | bit(character * 6 + offset));
        ALPHABET[value]
    });
    characters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str, form: Form) -> String {
        let (_, bytes) = forms(word).into_iter().find(|(known, _)| *known == form).expect("a form of its own");
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn the_forms_are_those_of_their_standards() {
        assert_eq!(of("Zoë \"x\"", Form::Json), "Zoë \\\"x\\\"");
        assert_eq!(of("Zoë 💛", Form::JsonAscii), "Zo\\u00eb \\ud83d\\udc9b");
        assert_eq!(of("Zoë 💛", Form::JsonAsciiUpper), "Zo\\u00EB \\uD83D\\uDC9B");
        assert_eq!(of("Zoë x", Form::Url), "Zo%C3%AB%20x");
        assert_eq!(of("Zoë x", Form::UrlForm), "Zo%C3%AB+x");
        assert_eq!(of("Zoë", Form::HexLower), "5a6fc3ab");
        assert!(forms("ab").contains(&(Form::Utf16Big, vec![0, 97, 0, 98])));
    }

    #[test]
    fn base_64_keeps_only_what_neighbours_do_not_change() {
        // "foobar" is Zm9vYmFy (RFC 4648, section 10).
        assert_eq!(of("foobar", Form::Base64(0)), "Zm9vYmFy");
        // "xfoobar" is eGZvb2Jhcg==: its first character depends on x, the second on x and f, and the last on what follows.
        assert_eq!(of("foobar", Form::Base64(1)), "Zvb2Jhc");
        assert_eq!(of("foobar", Form::Base64(2)), "mb29iYX");
        assert_eq!(of("??>>??>>", Form::Base64Url(0)), "Pz8-Pj8_Pj");
    }
}
