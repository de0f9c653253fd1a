//! Which thing a person means.

use crate::failure::Failure;

/// Digits that an id's beginning has at least.
const PREFIX: usize = 4;

/// Finds the one that `text` names among `all`, in the order of the list: by its number, of up to three digits, or by the first
/// digits of its id, at least four.
///
/// # Errors
/// `id_unreadable`, `not_found`, `id_ambiguous`.
pub fn pick<T>(text: &str, mut all: Vec<T>, id: impl Fn(&T) -> String) -> Result<T, Failure> {
    let gone = || Failure::new("not_found", "There is nothing with this number or id.");
    if text.len() < PREFIX {
        let number: usize = text.parse().map_err(|_| unreadable())?;
        let index = number.checked_sub(1).filter(|index| *index < all.len()).ok_or_else(gone)?;
        return Ok(all.swap_remove(index));
    }
    let prefix = text.to_ascii_lowercase();
    if !prefix.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(unreadable());
    }
    let mut found = all.into_iter().filter(|one| id(one).starts_with(&prefix));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(gone()),
        (Some(_), Some(_)) => Err(Failure::new("id_ambiguous", "More than one begins like this. Give more of its id.")),
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

    const ALL: [&str; 3] = ["abcd01", "abcd02", "1234ff"];

    fn by(text: &str) -> Result<&'static str, &'static str> {
        pick(text, ALL.to_vec(), |id| (*id).into()).map_err(|failure| failure.code())
    }

    #[test]
    fn a_number_counts_from_one() {
        assert_eq!([by("1"), by("003")], [Ok("abcd01"), Ok("1234ff")]);
        assert_eq!([by("0"), by("4")], [Err("not_found"); 2]);
    }

    #[test]
    fn an_id_may_be_cut_while_it_names_one() {
        assert_eq!([by("1234"), by("ABCD02")], [Ok("1234ff"), Ok("abcd02")]);
        assert_eq!([by("abcd"), by("abcd03")], [Err("id_ambiguous"), Err("not_found")]);
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in ["", "abc", "-1", "wxyz", "abcd01💛", "12 34"] {
            assert_eq!(by(bad), Err("id_unreadable"), "{bad}");
        }
    }
}
