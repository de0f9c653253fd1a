//! A code as it is said: what a person dictates, or writes down while another reads it out.

/// Words for digits in English, German and Spanish, each group for the digit that is its place.
const DIGITS: [&[&str]; 10] = [
    &["zero", "oh", "null", "cero"],
    &["one", "eins", "uno"],
    &["two", "zwei", "zwo", "dos"],
    &["three", "drei", "tres"],
    &["four", "vier", "cuatro"],
    &["five", "fünf", "fuenf", "cinco"],
    &["six", "sechs", "seis"],
    &["seven", "sieben", "siete"],
    &["eight", "acht", "ocho"],
    &["nine", "neun", "nueve"],
];

/// Words that stand for their first letter: the alphabets of NATO and of German offices. Letters that no code has are missing.
const LETTERS: &[&str] = &[
    "alfa",
    "alpha",
    "anton",
    "berta",
    "bravo",
    "charlie",
    "cäsar",
    "delta",
    "dora",
    "echo",
    "emil",
    "foxtrot",
    "friedrich",
    "golf",
    "gustav",
    "heinrich",
    "hotel",
    "juliet",
    "juliett",
    "julius",
    "kaufmann",
    "kilo",
    "martha",
    "mike",
    "nordpol",
    "november",
    "papa",
    "paula",
    "quebec",
    "quelle",
    "richard",
    "romeo",
    "samuel",
    "sierra",
    "siegfried",
    "tango",
    "theodor",
    "victor",
    "viktor",
    "whiskey",
    "whisky",
    "wilhelm",
    "xanthippe",
    "xray",
    "yankee",
    "ypsilon",
    "zacharias",
    "zulu",
];

/// Words for what is between the characters. X-ray comes as two: what is after the X says nothing more.
const BETWEEN: &[&str] =
    &["dash", "hyphen", "minus", "space", "bindestrich", "strich", "leerzeichen", "guion", "guión", "espacio", "ray"];

/// The characters that these words stand for. A word that is none of them stands for its own characters.
pub(super) fn characters<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut characters = String::new();
    for word in words.map(str::to_lowercase) {
        let digit = (b'0'..).zip(DIGITS).find(|(_, names)| names.contains(&word.as_str()));
        match digit {
            Some((digit, _)) => characters.push(digit.into()),
            None if BETWEEN.contains(&word.as_str()) => {}
            None if LETTERS.contains(&word.as_str()) => characters.extend(word.chars().next()),
            None => characters.push_str(&word),
        }
    }
    characters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_what_they_name() {
        let said = |text: &str| characters(text.split(' '));
        assert_eq!(said("one Zero ALPHA zulu null Bindestrich uno cäsar"), "10az01c");
        assert_eq!(said("10az1 dash 0m57g"), "10az10m57g");
        assert_eq!(said("x ray xray"), "xx");
    }

    #[test]
    fn no_word_is_two_things() {
        let mut all: Vec<&str> = DIGITS.concat();
        all.extend(LETTERS.iter().chain(BETWEEN));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
