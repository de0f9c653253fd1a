//! A log that holds something of this device that it did not write: its store was put back or copied, or the server lies.

use tend_core::sync::{Failure, Request, SpaceStatus};
use tend_protocol::{Call, CreateSpace, DeviceId, EntryKind, LogPage};
use tend_tests::simulation::Server;

use super::{
    couple::{ALEX, Couple, ROBIN, renumber},
    log::{invented, two_to_hear},
};

/// It may be the work of a copy of this store. A new generation needs nobody, and a copy has no part in it.
#[test]
fn an_invented_message_of_this_device_takes_nothing() {
    let mut couple = two_to_hear();
    let kept = doubtful(&mut couple, |page, robin| {
        page.entries.insert(0, invented(EntryKind::Message, robin));
        renumber(page);
    });
    couple.rest();
    assert!(kept.iter().all(|text| couple.keeps(ROBIN).contains(text)));
    assert_eq!(couple.told(ROBIN), ["store-put-back"]);
    couple.heals();
}

#[test]
fn a_number_that_this_device_never_used_takes_nothing() {
    let mut couple = Couple::new();
    let kept = doubtful(&mut couple, |page, _| page.number += 5);
    couple.rest();
    assert!(kept.iter().all(|text| couple.keeps(ROBIN).contains(text)));
    assert_eq!(couple.told(ROBIN), ["store-put-back"]);
    couple.heals();
}

/// Robin has something to say and is shown such a page; what they keep then.
fn doubtful(couple: &mut Couple, spoil: impl Fn(&mut LogPage, DeviceId)) -> Vec<String> {
    let robin = couple.phones[ROBIN].tend().devices().all().unwrap()[0].id;
    couple.write(ROBIN, "not sent");
    let mut spoiled = false;
    couple
        .round_of_pages(ROBIN, |page| {
            if !std::mem::replace(&mut spoiled, true) {
                spoil(page, robin);
            }
        })
        .unwrap();
    assert_eq!(couple.stands(ROBIN), SpaceStatus::Active);
    couple.keeps(ROBIN)
}

/// A server that says so again and again, or two phones with one store: the space takes a break, says so, and goes on by itself.
#[test]
fn what_is_said_of_a_copy_again_makes_a_pause_of_a_day() {
    let mut couple = Couple::new();
    doubtful(&mut couple, |page, _| page.number += 5);
    couple.rest();
    couple.read_notices();
    couple.write(ROBIN, "waits");
    couple.round_of_pages(ROBIN, |page| page.number += 5).unwrap();
    assert_eq!((couple.stands(ROBIN), couple.told(ROBIN)), (SpaceStatus::Paused, vec!["copied-store"]));
    let kept = couple.keeps(ROBIN);
    couple.honest(ROBIN);
    assert_eq!((couple.stands(ROBIN), couple.keeps(ROBIN)), (SpaceStatus::Paused, kept));
    let waiting = couple.phones[ROBIN].tend().syncing().kept_back().unwrap();
    assert!(waiting.is_some_and(|text| text.contains("One thing")), "the person sees that it waits");
    couple.time.pass(24 * 3600);
    couple.rest();
    assert_eq!(couple.phones[ROBIN].tend().syncing().kept_back().unwrap(), None);
    assert!(couple.shows(ALEX).contains(&"waits".to_owned()));
    couple.heals();
}

/// A backup of last week was put back on a person's one phone. What it had said since is with the partner alone.
#[test]
fn what_a_put_back_phone_had_said_comes_back_from_the_partner() {
    for loses_all in [false, true] {
        let mut couple = Couple::new();
        couple.rest();
        couple.read_notices();
        let backup = couple.phones[ALEX].keep_copy();
        couple.write(ALEX, "said since");
        couple.write(ROBIN, "heard since");
        couple.rest();
        if loses_all {
            couple.server.loses_all(&couple.empty.clone());
        }
        couple.phones[ALEX].put_back(&backup);
        assert!(!couple.shows(ALEX).contains(&"said since".to_owned()));
        couple.rest();
        assert!(couple.shows(ALEX).contains(&"said since".to_owned()), "the server lost all: {loses_all}");
        assert_eq!(couple.shows(ALEX), couple.shows(ROBIN));
        assert!(couple.told(ALEX).contains(&"partners-copy"), "{:?}", couple.told(ALEX));
        couple.read_notices();
        couple.heals();
        assert!(couple.state(ALEX).is_some_and(|state| !state.put_back), "it is over");
    }
}

/// The copy is of before the couple's space was made. The server has it, and the other person is in it.
#[test]
fn a_phone_that_is_put_back_to_before_its_space_was_made_goes_on_in_it() {
    let mut couple = Couple::apart();
    couple.invite();
    couple.honest(ROBIN);
    couple.honest(ALEX);
    couple.say_yes(&[ALEX, ROBIN]);
    let mut copy = None;
    for _ in 0..6 {
        couple.honest(ROBIN);
        let not_made = |server: &Server, request: &Request| match request.path {
            CreateSpace::PATH if copy.is_none() => Err(Failure::Unreachable),
            _ => server.serve(request),
        };
        let _ = couple.round(ALEX, not_made);
        if copy.is_none() && couple.state(ALEX).is_some_and(|state| state.status == SpaceStatus::Local) {
            copy = Some(couple.phones[ALEX].keep_copy());
        }
    }
    couple.rest();
    couple.say(ROBIN, "hello");
    couple.rest();
    assert_eq!(couple.shows(ALEX), ["hello"]);
    couple.phones[ALEX].put_back(&copy.unwrap());
    couple.rest();
    couple.say(ALEX, "back again");
    couple.rest();
    for phone in [ALEX, ROBIN] {
        assert_eq!(couple.shows(phone), ["back again", "hello"], "{phone}");
    }
}
