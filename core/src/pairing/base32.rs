//! Crockford's base 32: digits and letters without I, L, O and U; reading takes either case, I and L for 1, O for 0.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The upper-case character of a value below 32; of a larger one its lowest five bits count.
pub(super) fn character(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 31)])
}

/// The value of a character; `None` for one outside the alphabet.
pub(super) fn value(character: char) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == upper).and_then(|at| u8::try_from(at).ok())
}

/// The text of `bytes`: five bits a character from the highest on, the last filled up with zeros.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut waiting, mut bits) = (0u16, 0);
    for byte in bytes {
        waiting = waiting << 8 | u16::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(character((waiting >> bits & 31) as u8));
        }
        waiting &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(character((waiting << (5 - bits)) as u8));
    }
    text
}

/// The bytes whose text this is, in either case; `None` for a foreign character, a length that [`encode`] does not make, or
/// a filling that is not zero.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut waiting, mut bits) = (0u16, 0);
    for symbol in text.chars() {
        waiting = waiting << 5 | u16::from(value(symbol)?);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((waiting >> bits) as u8);
            waiting &= (1 << bits) - 1;
        }
    }
    (bits < 5 && waiting == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_text_is_crockfords() {
        assert_eq!(encode(&[0xff, 0x00, 0x84]), "ZW088");
        assert_eq!(decode("zw088").as_deref(), Some(&[0xff, 0x00, 0x84][..]));
        assert_eq!(decode("oO"), Some(vec![0]));
        assert_eq!(decode("0i"), None, "a filling that is not zero");
        assert_eq!(decode("0"), None, "a length that no bytes have");
        assert_eq!(decode("0U"), None, "a character that is not in the alphabet");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(bytes: Vec<u8>) {
            let text = encode(&bytes);
            prop_assert_eq!(decode(&text.to_lowercase()), Some(bytes));
        }
    }
}
