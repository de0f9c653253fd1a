//! Lists, and which of their things a person means.

use crate::{answer::numbered, failure::Failure};

/// Digits that an id's beginning has at least when a person gives it, and when a list shows it.
const GIVEN: usize = 4;
const SHOWN: usize = 12;
/// How many things are shown of which one must be chosen.
const CHOICES: usize = 10;

/// Something that a list shows and a person names.
pub trait Listed {
    /// Its id, in hex digits.
    fn id(&self) -> String;

    /// What the list says of it. `id` is the beginning of its id that names it alone.
    fn line(&self, id: &str) -> String;
}

/// The list for people, numbered; `empty` when there is nothing.
pub fn list<T: Listed>(all: &[T], empty: &str) -> String {
    numbered(lines(all), empty)
}

/// What the list says of each.
pub fn lines<T: Listed>(all: &[T]) -> Vec<String> {
    all.iter().zip(short_ids(all)).map(|(one, id)| one.line(&id)).collect()
}

/// The beginning of each id that no other in the list has: the ids of one day begin alike.
pub fn short_ids<T: Listed>(all: &[T]) -> Vec<String> {
    let ids: Vec<String> = all.iter().map(Listed::id).collect();
    let alike = |one: &str, other: &str| one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let short = |one: &String| {
        let others = ids.iter().filter(|other| *other != one);
        let shared = others.map(|other| alike(one, other)).max().unwrap_or_default();
        one.chars().take(SHOWN.max(shared + 1)).collect()
    };
    ids.iter().map(short).collect()
}

/// Finds the one that `text` names among `all`, in the order of the list: by its number, of up to three digits, or by the first
/// digits of its id, at least four.
///
/// # Errors
/// `id_unreadable`, `not_found`, `id_ambiguous`.
pub fn pick<T: Listed>(text: &str, mut all: Vec<T>) -> Result<T, Failure> {
    let gone = || Failure::new("not_found", "There is nothing with this number or id.");
    let text = text.trim_matches(['[', ']', ' ']);
    if is_number(text) {
        let number: usize = text.parse().map_err(|_| unreadable())?;
        let index = number.checked_sub(1).filter(|index| *index < all.len()).ok_or_else(gone)?;
        return Ok(all.swap_remove(index));
    }
    let prefix = text.to_ascii_lowercase();
    if !prefix.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(unreadable());
    }
    all.retain(|one| one.id().starts_with(&prefix));
    if all.is_empty() { Err(gone()) } else { only(all, "More than one begins like this. Give more of its id:") }
}

/// Whether this is the number of something in a list, and not the beginning of an id.
pub fn is_number(text: &str) -> bool {
    text.len() < GIVEN
}

/// The only one of them.
///
/// # Errors
/// `id_ambiguous`, with what to choose from.
pub fn only<T: Listed>(mut all: Vec<T>, which: &str) -> Result<T, Failure> {
    match all.pop() {
        Some(one) if all.is_empty() => Ok(one),
        last => {
            all.extend(last);
            let choices: Vec<String> = lines(&all).into_iter().take(CHOICES).collect();
            Err(Failure::new("id_ambiguous", format!("{which}\n  {}\n", choices.join("\n  "))))
        }
    }
}

fn unreadable() -> Failure {
    Failure::new("id_unreadable", "Name it by its number in the list, or by at least four digits of its id.")
}

/// Bytes as an id is shown.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    impl Listed for &str {
        fn id(&self) -> String {
            (*self).into()
        }

        fn line(&self, id: &str) -> String {
            format!("[{id}]")
        }
    }

    const ALL: [&str; 3] = ["abcd01", "abcd02", "1234ff"];

    fn by(text: &str) -> Result<&'static str, &'static str> {
        pick(text, ALL.to_vec()).map_err(|failure| failure.code())
    }

    #[test]
    fn a_number_counts_from_one() {
        assert_eq!([by("1"), by("003")], [Ok("abcd01"), Ok("1234ff")]);
        assert_eq!([by("0"), by("4")], [Err("not_found"); 2]);
    }

    #[test]
    fn an_id_may_be_cut_while_it_names_one() {
        assert_eq!([by("1234"), by("ABCD02"), by("[1234ff]")], [Ok("1234ff"), Ok("abcd02"), Ok("1234ff")]);
        assert_eq!([by("abcd"), by("abcd03")], [Err("id_ambiguous"), Err("not_found")]);
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in ["", "abc", "-1", "wxyz", "abcd01💛", "12 34"] {
            assert_eq!(by(bad), Err("id_unreadable"), "{bad}");
        }
    }

    #[test]
    fn what_a_list_shows_of_an_id_names_it_alone() {
        let day = "80005130";
        let ids = ["aaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaa2", "bbbbbbbbbbbbbbbb"].map(|rest| format!("{day}{rest}"));
        let all: Vec<&str> = ids.iter().map(String::as_str).collect();
        let short = short_ids(&all);
        assert_eq!(short, [ids[0].as_str(), &ids[1], "80005130bbbb"]);
        for (id, short) in all.iter().zip(short) {
            assert_eq!(pick(&short, all.clone()).unwrap(), *id);
        }
        let failure = pick(day, all).unwrap_err().message(tend_core::content::Language::English);
        assert!(ids[..2].iter().all(|id| failure.contains(id)) && failure.contains("[80005130bbbb]"), "{failure}");
    }
}
