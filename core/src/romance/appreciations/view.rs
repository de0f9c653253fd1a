use tend_protocol::encode;

use super::{Appreciation, Given};
use crate::{
    identity::IdentityId,
    records::{Found, RecordId},
    written,
};

/// An appreciation as a screen shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct AppreciationView {
    /// For the verbs.
    pub id: RecordId,
    /// The words.
    pub text: String,
    /// Other versions, when it was edited on two devices at once: nothing is lost, and an edit settles it.
    pub other_versions: Vec<String>,
    /// Which text this is, for an edit and for giving it to the partner.
    pub version: Vec<u8>,
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

opaque!(AppreciationView);

/// The list, the newest first; each comes with whether both people have it.
pub fn view(mut all: Vec<(Found<Appreciation>, bool)>, given: &Given, me: IdentityId) -> Vec<AppreciationView> {
    all.sort_by_cached_key(|(found, _)| found.newest_first(&found.value.written_on));
    all.into_iter().map(|(found, shared)| one(found, shared, given, me)).collect()
}

fn one(found: Found<Appreciation>, shared: bool, given: &Given, me: IdentityId) -> AppreciationView {
    let other_versions = found.other_versions("text").iter().map(|text| written::lines(text)).collect();
    let thanked = given.has(&found);
    let Found { id, origin, value, version, revived, .. } = found;
    AppreciationView {
        id,
        mine: origin.author == me,
        text: written::lines(&value.text),
        other_versions,
        version: encode(&version),
        written_on: written::received_date(&value.written_on),
        shared,
        thanked,
        came_back: revived,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{records::Origin, romance::appreciations::Thanks};

    const ME: IdentityId = IdentityId::from_bytes([1; 32]);
    const THEM: IdentityId = IdentityId::from_bytes([2; 32]);

    fn found(id: u8, author: IdentityId, written_on: &str, number: u64) -> Found<Appreciation> {
        Found {
            id: RecordId([id; 16]),
            origin: Origin { author, nonce: [id; 16], number },
            value: Appreciation { text: "tea".into(), written_on: written_on.into() },
            conflicts: [("text".into(), vec!["coffee".into()])].into(),
            version: Default::default(),
            revived: id == 2,
        }
    }

    #[test]
    fn the_newest_comes_first_and_each_says_whose_it_is() {
        let thanks = Found {
            id: RecordId([9; 16]),
            origin: Origin { author: ME, nonce: [9; 16], number: 0 },
            value: Thanks::to(RecordId([2; 16]), "tea"),
            conflicts: Default::default(),
            version: Default::default(),
            revived: false,
        };
        let all = vec![(found(1, ME, "2026-11-26", 9), false), (found(2, THEM, "2026-11-27", 1), true)];
        let list = view(all, &Given::of(vec![thanks]), ME);
        let seen: Vec<_> =
            list.iter().map(|one| (one.id.0[0], one.mine, one.shared, one.thanked, one.came_back)).collect();
        assert_eq!(seen, [(2, false, true, true, true), (1, true, false, false, false)]);
        assert_eq!(list[0].other_versions, ["coffee"]);
    }

    #[test]
    fn of_one_day_the_one_that_was_written_later_comes_first() {
        let all = [(7, 1), (3, 2), (9, 3), (1, 4), (5, 5)];
        let all = all.map(|(id, number)| (found(id, ME, "2026-11-27", number), true)).into_iter().collect();
        let seen: Vec<_> = view(all, &Given::default(), ME).iter().map(|one| one.id.0[0]).collect();
        assert_eq!(seen, [5, 1, 9, 3, 7]);
    }

    #[test]
    fn what_the_partner_sent_shows_no_controls_and_no_other_date() {
        let mut sent = found(1, THEM, "2026-11-27\n  2. “I never wrote this", 1);
        sent.value.text = "\u{1b}[2Jtea\u{202e}\r\nand cake".into();
        sent.conflicts = [("text".into(), vec!["co\0ffee".into()])].into();
        let one = &view(vec![(sent, true)], &Given::default(), ME)[0];
        assert_eq!((one.text.as_str(), one.written_on.as_str()), ("[2Jtea\nand cake", ""));
        assert_eq!(one.other_versions, ["coffee"]);
    }
}
