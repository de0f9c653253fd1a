use std::fmt;

/// One of the [`SYMBOLS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbol {
    /// The picture, one emoji without modifiers.
    pub emoji: &'static str,
    /// Its name in the source, an English word that never changes: what people call it in their language is the message `symbol-…`.
    pub name: &'static str,
}

/// What a comparison is made of: things that look and sound unlike each other, also without colours. The order never changes.
#[rustfmt::skip]
pub const SYMBOLS: [Symbol; 64] = [
    Symbol { emoji: "🐘", name: "elephant" },
    Symbol { emoji: "🐧", name: "penguin" },
    Symbol { emoji: "🐢", name: "turtle" },
    Symbol { emoji: "🦋", name: "butterfly" },
    Symbol { emoji: "🐙", name: "octopus" },
    Symbol { emoji: "🐝", name: "bee" },
    Symbol { emoji: "🐌", name: "snail" },
    Symbol { emoji: "🦉", name: "owl" },
    Symbol { emoji: "🐬", name: "dolphin" },
    Symbol { emoji: "🦒", name: "giraffe" },
    Symbol { emoji: "🐸", name: "frog" },
    Symbol { emoji: "🦔", name: "hedgehog" },
    Symbol { emoji: "🐴", name: "horse" },
    Symbol { emoji: "🦁", name: "lion" },
    Symbol { emoji: "🌵", name: "cactus" },
    Symbol { emoji: "🌻", name: "sunflower" },
    Symbol { emoji: "🍄", name: "mushroom" },
    Symbol { emoji: "🍀", name: "clover" },
    Symbol { emoji: "🌳", name: "tree" },
    Symbol { emoji: "🌈", name: "rainbow" },
    Symbol { emoji: "🌙", name: "moon" },
    Symbol { emoji: "🔥", name: "fire" },
    Symbol { emoji: "⚡", name: "lightning" },
    Symbol { emoji: "⛄", name: "snowman" },
    Symbol { emoji: "🌊", name: "wave" },
    Symbol { emoji: "🌋", name: "volcano" },
    Symbol { emoji: "🍎", name: "apple" },
    Symbol { emoji: "🍌", name: "banana" },
    Symbol { emoji: "🍇", name: "grapes" },
    Symbol { emoji: "🍒", name: "cherries" },
    Symbol { emoji: "🍍", name: "pineapple" },
    Symbol { emoji: "🥕", name: "carrot" },
    Symbol { emoji: "🌽", name: "corn" },
    Symbol { emoji: "🍞", name: "bread" },
    Symbol { emoji: "🧀", name: "cheese" },
    Symbol { emoji: "🍕", name: "pizza" },
    Symbol { emoji: "🎂", name: "cake" },
    Symbol { emoji: "☕", name: "coffee" },
    Symbol { emoji: "🔑", name: "key" },
    Symbol { emoji: "🔔", name: "bell" },
    Symbol { emoji: "💡", name: "lamp" },
    Symbol { emoji: "🔨", name: "hammer" },
    Symbol { emoji: "⚓", name: "anchor" },
    Symbol { emoji: "⛵", name: "sailboat" },
    Symbol { emoji: "🚀", name: "rocket" },
    Symbol { emoji: "🚂", name: "train" },
    Symbol { emoji: "🚲", name: "bicycle" },
    Symbol { emoji: "🚜", name: "tractor" },
    Symbol { emoji: "🎈", name: "balloon" },
    Symbol { emoji: "🎁", name: "present" },
    Symbol { emoji: "🥁", name: "drum" },
    Symbol { emoji: "🎸", name: "guitar" },
    Symbol { emoji: "🎺", name: "trumpet" },
    Symbol { emoji: "🎲", name: "dice" },
    Symbol { emoji: "🧩", name: "puzzle" },
    Symbol { emoji: "🎯", name: "target" },
    Symbol { emoji: "🏰", name: "castle" },
    Symbol { emoji: "⛺", name: "tent" },
    Symbol { emoji: "👑", name: "crown" },
    Symbol { emoji: "🎩", name: "hat" },
    Symbol { emoji: "👓", name: "glasses" },
    Symbol { emoji: "🧦", name: "socks" },
    Symbol { emoji: "☔", name: "umbrella" },
    Symbol { emoji: "📷", name: "camera" },
];

/// What both people see when nobody stands between their phones: seven symbols, 42 bits. They compare it by voice or face, not
/// in the chat that carried the invite.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Comparison([u8; 7]);

impl Comparison {
    /// From the highest 42 of 48 bits.
    pub(super) fn of_bytes(bytes: [u8; 6]) -> Self {
        let bits = bytes.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        Self(std::array::from_fn(|place| (bits >> (42 - 6 * place) & 63) as u8))
    }

    /// The symbols, in the order in which to say them.
    pub fn symbols(&self) -> [Symbol; 7] {
        self.0.map(|at| SYMBOLS[usize::from(at)])
    }
}

impl fmt::Debug for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Comparison")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::content::{Language, Words};

    #[test]
    fn the_symbols_are_distinct_and_their_names_plain() {
        let emoji: BTreeSet<_> = SYMBOLS.map(|symbol| symbol.emoji).into();
        let names: BTreeSet<_> = SYMBOLS.map(|symbol| symbol.name).into();
        assert_eq!((emoji.len(), names.len()), (64, 64));
        assert!(emoji.iter().all(|emoji| emoji.chars().count() == 1));
        assert!(names.iter().all(|name| name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_lowercase())));
    }

    #[test]
    fn every_language_has_a_name_of_its_own_for_each() {
        for language in Language::COMPLETE {
            let words = Words { language: *language, ..Words::default() };
            let names: BTreeSet<_> = SYMBOLS.map(|symbol| words.text(&format!("symbol-{}", symbol.name))).into();
            assert_eq!(names.len(), 64, "{language:?}");
            assert!(!names.iter().any(|name| name.starts_with("symbol-")), "{language:?}: {names:?}");
        }
    }

    #[test]
    fn six_bits_choose_a_symbol_from_the_highest_on() {
        let shown =
            Comparison::of_bytes([0b0000_0000, 0b0001_0000, 0b1000_0011, 0b0001_0000, 0b0101_1111, 0b1111_1111]);
        let names = shown.symbols().map(|symbol| symbol.name);
        assert_eq!(names, [0, 1, 2, 3, 4, 5, 63].map(|at| SYMBOLS[at].name));
        let lower =
            Comparison::of_bytes([0b0000_0000, 0b0001_0000, 0b1000_0011, 0b0001_0000, 0b0101_1111, 0b1100_0000]);
        assert_eq!(shown, lower, "six bits of 48 are left over");
    }
}
