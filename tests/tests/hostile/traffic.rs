//! What a server sees of when and how much a person writes for themselves alone.

use std::collections::BTreeSet;

use tend_core::store::Namespace;

use super::couple::{ALEX, Couple, ROBIN};

/// Seconds between two looks at the server.
const LOOK: i64 = 600;

/// All requests of Alex's phone, which looks at the server every ten minutes for five hours, by the look, with their sizes. After one of the
/// looks Alex writes something private. If Robin `prods`, their phone asks for a snapshot before each look, which Alex's answers in the couple
/// space.
fn traffic(after: i64, prods: bool) -> Vec<(i64, &'static str, usize)> {
    let mut couple = Couple::new();
    let tablet = couple.link_tablet(0);
    couple.rest();
    couple.time.pass(24 * 3600);
    let mut seen = Vec::new();
    let space = couple.space();
    for look in 0..30 {
        if prods {
            let key = [b"control".as_slice(), &space.0, b"again"].concat();
            couple.phones[ROBIN].tamper(|tx| tx.put_value(Namespace::Intent, &key, &"want_snapshot"));
            couple.honest(ROBIN);
        }
        let syncing = couple.phones[ALEX].tend().syncing();
        syncing.begin(false);
        while let Some(request) = syncing.next_request().unwrap() {
            seen.push((look, request.path, request.body.len()));
            let answer = couple.server.serve(&request);
            syncing.take_answer(&request, answer).unwrap();
        }
        if look == after {
            couple.phones[ALEX].tend().surprises().add("A song").unwrap();
        }
        couple.time.pass(LOOK);
    }
    assert!(seen.iter().any(|(_, path, _)| path.ends_with("append")), "it never left");
    assert!(couple.phones[tablet].surprises().unwrap().is_empty());
    seen
}

#[test]
fn the_minute_of_writing_does_not_show() {
    hides_the_minute(false);
}

/// A partner who has the log of the server could look whenever they like, if what the partner asks for made the own space send.
#[test]
fn nobody_can_ask_whether_something_private_was_written() {
    hides_the_minute(true);
}

fn hides_the_minute(prods: bool) {
    let all: Vec<_> = (0..18).map(|after| traffic(after, prods)).collect();
    // Within three hours there are at most four different hours.
    let distinct: BTreeSet<_> = all.iter().collect();
    assert!(distinct.len() <= 4, "{} different looks", distinct.len());
    // And those that look alike are next to each other: it is the hour that shows, and no more.
    assert_eq!(all.windows(2).filter(|pair| pair[0] != pair[1]).count() + 1, distinct.len());
}
