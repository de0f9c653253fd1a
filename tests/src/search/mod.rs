//! Searching bytes for words in every form in which something could have kept them: as they are, in other encodings, escaped, and
//! inside all that inflates.

mod forms;
mod inflate;
mod plausible;

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

pub use forms::{Form, forms};
pub use inflate::{Packing, pack};

/// Bytes that the shortest form must have: shorter ones would be found by chance.
const SHORTEST: usize = 5;
/// How deep things that inflate may be inside each other.
const DEPTH: u32 = 2;

/// A word that was found, and the form in which it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The word.
    pub word: String,
    /// Its form.
    pub form: Form,
    /// How it was packed, from the outside in; empty when it was not packed.
    pub packed: Vec<Packing>,
}

/// A search for many words in all forms at once.
#[derive(Debug)]
pub struct Search {
    /// Of each needle, the word and the form.
    needles: Vec<(String, Form)>,
    automaton: AhoCorasick,
}

impl Search {
    /// A search for these words.
    ///
    /// # Panics
    /// When a word is so short that it would be found by chance, or there are gigabytes of words.
    pub fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let (mut needles, mut patterns) = (Vec::new(), Vec::new());
        for word in words.into_iter().collect::<BTreeSet<_>>() {
            for (form, bytes) in forms(word) {
                assert!(bytes.len() >= SHORTEST, "{word:?} is too short to be searched for as {form:?}");
                needles.push((word.to_owned(), form));
                patterns.push(bytes);
            }
        }
        Self { needles, automaton: AhoCorasick::new(patterns).expect("the words fit into an automaton") }
    }

    /// How many different byte strings it looks for.
    pub fn needles(&self) -> usize {
        self.needles.len()
    }

    /// Searches `bytes`, and all in them that inflates.
    pub fn find(&self, bytes: &[u8]) -> BTreeSet<Finding> {
        let mut found = BTreeSet::new();
        self.find_within(bytes, &mut Vec::new(), &mut found);
        found
    }

    /// Searches `bytes` as they are.
    pub fn find_open(&self, bytes: &[u8]) -> BTreeSet<Finding> {
        let mut found = BTreeSet::new();
        self.scan(bytes, &[], &mut found);
        found
    }

    fn find_within(&self, bytes: &[u8], packed: &mut Vec<Packing>, found: &mut BTreeSet<Finding>) {
        self.scan(bytes, packed, found);
        let depth = u32::try_from(packed.len()).unwrap_or(u32::MAX);
        if depth >= DEPTH {
            return;
        }
        inflate::each(bytes, |packing, inflated| {
            packed.push(packing);
            // What inflates only by chance gives few bytes: they are searched, but not unpacked again.
            if inflated.len() < 64 {
                self.scan(inflated, packed, found);
            } else {
                self.find_within(inflated, packed, found);
            }
            packed.pop();
        });
    }

    fn scan(&self, bytes: &[u8], packed: &[Packing], found: &mut BTreeSet<Finding>) {
        for hit in self.automaton.find_overlapping_iter(bytes) {
            let (word, form) = &self.needles[hit.pattern().as_usize()];
            found.insert(Finding { word: word.clone(), form: *form, packed: packed.to_vec() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: &str = "Tee & Törtchen “jetzt”";

    #[test]
    fn a_word_is_found_in_every_form_and_packing() {
        let search = Search::new([WORD]);
        for (form, bytes) in forms(WORD) {
            for before in 0..3 {
                let open = [&[0xa5; 100][..before], &bytes, &[0x5a; 7]].concat();
                assert!(search.find(&open).iter().any(|finding| finding.form == form), "{form:?} open");
                for packing in Packing::ALL {
                    let inside = [&[0x99; 31], pack(packing, &open).as_slice(), &[0x77; 31]].concat();
                    let found = search.find(&inside);
                    let fits = |finding: &Finding| finding.form == form && finding.packed == [packing];
                    assert!(found.iter().any(fits), "{form:?} in {packing:?}");
                }
            }
        }
    }

    #[test]
    fn a_word_is_found_in_what_is_packed_twice() {
        let inner = pack(Packing::Gzip, format!("{}{WORD}", "x".repeat(80)).as_bytes());
        let outer = pack(Packing::Zlib, &[&[1; 40], inner.as_slice()].concat());
        let found = Search::new([WORD]).find(&outer);
        assert!(found.iter().any(|finding| finding.packed == [Packing::Zlib, Packing::Gzip]));
    }

    #[test]
    fn words_that_overlap_are_all_found() {
        let words = ["by the lake", "house by", "house by the lake", "the la"];
        let found = Search::new(words).find_open(b"a house by the lake");
        assert_eq!(found.iter().map(|finding| finding.word.as_str()).collect::<Vec<_>>(), words);
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let search = Search::new([WORD]);
        assert!(search.find(b"").is_empty());
        assert!(search.find("Tee und Törtchen später ".repeat(50).as_bytes()).is_empty());
    }
}
