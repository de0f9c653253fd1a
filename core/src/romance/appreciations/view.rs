use super::Appreciation;
use crate::{
    identity::IdentityId,
    records::{Found, RecordId},
    written,
};

/// An appreciation as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppreciationView {
    /// For the verbs.
    pub id: RecordId,
    /// The words.
    pub text: String,
    /// Other versions, when it was edited on two devices at once: nothing is lost, and an edit settles it.
    pub other_versions: Vec<String>,
    /// The local date on which it was written, as `YYYY-MM-DD`.
    pub written_on: String,
    /// Whether this person wrote it.
    pub mine: bool,
    /// Whether the partner gets it. Until two are paired, or after they parted, it is this person's alone.
    pub shared: bool,
    /// Whether the receiver has thanked.
    pub thanked: bool,
    /// Whether it was deleted on one device while it was edited on another, and is back.
    pub came_back: bool,
}

/// The list, the newest first; each comes with whether both people have it.
pub fn view(all: Vec<(Found<Appreciation>, bool)>, me: IdentityId) -> Vec<AppreciationView> {
    let mut all: Vec<_> = all.into_iter().map(|(found, shared)| one(found, shared, me)).collect();
    all.sort_by(|a, b| (&b.written_on, b.id).cmp(&(&a.written_on, a.id)));
    all
}

fn one(found: Found<Appreciation>, shared: bool, me: IdentityId) -> AppreciationView {
    let other_versions = found.other_versions("text").iter().map(|text| written::lines(text)).collect();
    let Found { id, value, revived, .. } = found;
    AppreciationView {
        id,
        mine: value.author == me,
        text: written::lines(&value.text),
        other_versions,
        written_on: written::received_date(&value.written_on),
        shared,
        thanked: value.thanked,
        came_back: revived,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_comes_first_and_each_says_whose_it_is() {
        let me = IdentityId::from_bytes([1; 32]);
        let found = |id, author, written_on: &str| Found {
            id: RecordId([id; 16]),
            value: Appreciation { author, text: "tea".into(), written_on: written_on.into(), thanked: false },
            conflicts: [("text".into(), vec!["coffee".into()])].into(),
            revived: id == 2,
        };
        let them = IdentityId::from_bytes([2; 32]);
        let list = view(vec![(found(1, me, "2026-11-26"), false), (found(2, them, "2026-11-27"), true)], me);
        let seen: Vec<_> = list.iter().map(|one| (one.id.0[0], one.mine, one.shared, one.came_back)).collect();
        assert_eq!(seen, [(2, false, true, true), (1, true, false, false)]);
        assert_eq!(list[0].other_versions, ["coffee"]);
    }

    #[test]
    fn what_the_partner_sent_shows_no_controls_and_no_other_date() {
        let found = Found {
            id: RecordId([1; 16]),
            value: Appreciation {
                author: IdentityId::from_bytes([2; 32]),
                text: "\u{1b}[2Jtea\u{202e}\r\nand cake".into(),
                written_on: "2026-11-27\n  2. “I never wrote this".into(),
                thanked: false,
            },
            conflicts: [("text".into(), vec!["co\0ffee".into()])].into(),
            revived: false,
        };
        let one = &view(vec![(found, true)], IdentityId::from_bytes([1; 32]))[0];
        assert_eq!((one.text.as_str(), one.written_on.as_str()), ("[2Jtea\nand cake", ""));
        assert_eq!(one.other_versions, ["coffee"]);
    }
}
