//! A server that lost its file, or got an older one: the spaces are on the phones, and are made again from there.

use tend_core::{InviteWay, sync::Request};
use tend_protocol::{Call, CreateSpace, ErrorCode, Problem, RejoinSpace};
use tend_tests::simulation::Server;

use super::couple::{ACTIVE, ALEX, Couple, ROBIN};

/// Everyone but `phones` is away for good.
fn remaining(couple: &mut Couple, phones: &[usize]) {
    couple.rest_of(phones);
    for phone in phones {
        assert_eq!(couple.stands(*phone), ACTIVE);
    }
}

#[test]
fn a_server_that_lost_all_is_filled_again_and_links_phones_as_before() {
    let mut couple = Couple::new();
    couple.phones[ALEX].tend().surprises().add("A song").unwrap();
    couple.rest();
    couple.server.loses_all(&couple.empty.clone());
    couple.rest();
    assert_eq!((couple.told(ALEX), couple.told(ROBIN)), (vec!["repaired"], vec![]), "who came first says so, once");
    couple.read_notices();
    couple.heals();
    let tablet = couple.link_tablet(0);
    couple.rest();
    assert_eq!(couple.shows(tablet), couple.shows(ALEX));
    assert_eq!(couple.phones[tablet].surprises().unwrap().len(), 1);
    couple.all_is_well();
}

#[test]
fn what_was_written_before_anyone_noticed_goes_out() {
    let mut couple = Couple::new();
    couple.server.loses_all(&couple.empty.clone());
    couple.write(ALEX, "by Alex");
    couple.write(ROBIN, "by Robin");
    couple.rest();
    couple.all_is_well();
}

/// An honest operator puts back what they have. The phone that has been bought since is not in it, and the one that was given away is.
#[test]
fn a_new_phone_comes_back_to_where_only_the_old_one_is_known() {
    let mut couple = Couple::new();
    couple.phones[ALEX].tend().surprises().add("A song").unwrap();
    couple.rest();
    let backup = couple.server.keep_copy();
    let new = couple.link_tablet(0);
    let old = couple.phones[ALEX].tend().devices().all().unwrap().iter().find(|device| device.is_this).unwrap().id;
    couple.phones[new].tend().devices().remove(old).unwrap();
    couple.rest_of(&[new, ROBIN]);
    couple.server.put_back(&backup);
    remaining(&mut couple, &[new, ROBIN]);
    couple.phones[new].tend().surprises().add("A walk").unwrap();
    couple.rest_of(&[new, ROBIN]);
    let next = couple.link_to(new);
    couple.rest_of(&[new, next, ROBIN]);
    assert_eq!(couple.phones[next].surprises().unwrap().len(), 2);
    assert_eq!(couple.shows(next), couple.shows(ROBIN));
    assert_ne!(couple.round(ALEX, Server::serve), Ok(0));
    assert_eq!(couple.phones[ALEX].surprises().unwrap().len(), 1, "who was removed hears nothing of it");
}

#[test]
fn who_left_has_left_also_for_a_server_that_forgot_it() {
    let mut couple = Couple::new();
    couple.rest_of(&[ALEX]);
    couple.phones[ALEX].tend().pairing().leave().unwrap();
    couple.rest_of(&[ALEX]);
    couple.server.loses_all(&couple.empty.clone());
    couple.rest_of(&[ROBIN]);
    couple.rest();
    assert_eq!(couple.told(ROBIN), ["partner-left", "repaired"]);
    assert!(couple.keeps(ROBIN).contains(&"first 1".to_owned()));
}

/// The partner made the space again before the leave reached the server, which does not know any more who leaves there.
#[test]
fn who_left_while_the_server_lost_all_has_left() {
    let mut couple = Couple::new();
    couple.rest();
    couple.phones[ALEX].tend().pairing().leave().unwrap();
    couple.server.loses_all(&couple.empty.clone());
    couple.rest_of(&[ROBIN]);
    assert!(couple.state(ROBIN).is_some());
    couple.rest_of(&[ALEX]);
    couple.rest_of(&[ROBIN]);
    assert!(couple.state(ROBIN).is_none());
    assert!(couple.told(ROBIN).contains(&"partner-left"));
    assert!(couple.keeps(ROBIN).contains(&"first 1".to_owned()));
}

/// A person alone has nothing at the server but their own space.
#[test]
fn a_lost_own_space_of_one_phone_is_made_again() {
    let mut couple = Couple::apart();
    couple.phones[ALEX].tend().surprises().add("A song").unwrap();
    couple.rest_of(&[ALEX]);
    couple.server.loses_all(&couple.empty.clone());
    couple.rest_of(&[ALEX]);
    assert!(couple.told(ALEX).is_empty(), "nothing was there that anyone would miss");
    let tablet = couple.link_tablet(0);
    couple.rest_of(&[ALEX, tablet]);
    assert_eq!(couple.phones[tablet].surprises().unwrap().len(), 1);
    let invite = couple.phones[tablet].tend().pairing().invite_partner(InviteWay::InPerson);
    assert!(invite.is_ok());
}

/// Whom a new generation leaves out is told like anyone who goes.
#[test]
fn a_device_that_is_gone_with_a_new_generation_is_told() {
    let mut couple = Couple::new();
    let tablet = couple.link_tablet(0);
    couple.rest();
    couple.read_notices();
    let gone = couple.phones[tablet].tend().devices().all().unwrap().iter().find(|device| device.is_this).unwrap().id;
    couple.server.loses_all(&couple.empty.clone());
    couple.phones[ALEX].tend().devices().remove(gone).unwrap();
    couple.rest_of(&[ALEX, ROBIN]);
    assert_eq!(couple.told(ALEX), ["repaired"], "who removed it knows");
    assert_eq!(couple.told(ROBIN), ["partner-device-went"]);
}

/// A phone that did not come back yet is not one that its person removed.
#[test]
fn a_device_that_a_new_generation_misses_is_not_told_to_be_removed() {
    let mut couple = Couple::new();
    let tablet = couple.link_tablet(0);
    couple.rest();
    couple.read_notices();
    couple.server.loses_all(&couple.empty.clone());
    couple.rest_of(&[ALEX, ROBIN]);
    assert!(couple.told(ROBIN).is_empty());
    couple.rest();
    assert_eq!(couple.shows(tablet), couple.shows(ROBIN));
    for phone in [ALEX, ROBIN, tablet] {
        let told = couple.told(phone);
        assert!(told.iter().all(|told| *told == "repaired"), "{told:?}");
    }
}

/// The operator gives a person room for no more spaces. They are told, and what they wrote waits.
#[test]
fn a_space_that_the_server_has_no_room_for_is_told_and_tried_again() {
    let mut couple = Couple::new();
    couple.rest();
    couple.server.loses_all(&couple.empty.clone());
    couple.write(ALEX, "waits for room");
    let full = |server: &Server, request: &Request| match request.path {
        RejoinSpace::PATH | CreateSpace::PATH => Err(Problem::from(ErrorCode::QuotaExceeded).into()),
        _ => server.serve(request),
    };
    for _ in 0..2 {
        couple.round(ALEX, full).unwrap();
        assert_eq!(couple.told(ALEX), ["server-full"], "once");
    }
    assert!(couple.phones[ALEX].tend().syncing().kept_back().unwrap().is_some());
    couple.rest();
    assert!(couple.shows(ROBIN).contains(&"waits for room".to_owned()));
    assert_eq!(couple.phones[ALEX].tend().syncing().kept_back().unwrap(), None);

    let mut alone = Couple::apart();
    alone.round(ALEX, full).unwrap();
    assert_eq!(alone.told(ALEX), ["server-full"], "also the first time");
    alone.rest_of(&[ALEX]);
    assert_eq!(alone.phones[ALEX].tend().syncing().spaces().unwrap()[0].status, ACTIVE);
}

/// The partner made the space again, and never met the phone that was bought meanwhile. It asks, and they add it.
#[test]
fn a_phone_that_the_partner_never_met_asks_them_to_be_added() {
    let mut couple = Couple::new();
    let new = couple.link_tablet(0);
    let old = couple.phones[ALEX].tend().devices().all().unwrap().iter().find(|device| device.is_this).unwrap().id;
    couple.server.loses_all(&couple.empty.clone());
    couple.rest_of(&[ROBIN]);
    couple.phones[new].tend().devices().remove(old).unwrap();
    remaining(&mut couple, &[new, ROBIN]);
    couple.write(new, "from the new one");
    couple.rest_of(&[new, ROBIN]);
    assert!(couple.shows(ROBIN).contains(&"from the new one".to_owned()));
    assert_eq!(couple.shows(new), couple.shows(ROBIN));
    assert_ne!(couple.round(ALEX, Server::serve), Ok(0), "who was removed may not ask");
    couple.rest_of(&[new, ROBIN]);
    assert_eq!(couple.told(ROBIN).iter().filter(|code| **code == "partner-device-came").count(), 1);
}

/// Both were away when the server lost all. Who comes first makes the space again, and leaves it.
#[test]
fn a_leave_reaches_who_had_not_come_back_to_the_space() {
    let mut couple = Couple::new();
    couple.rest();
    couple.server.loses_all(&couple.empty.clone());
    couple.rest_of(&[ROBIN]);
    couple.phones[ROBIN].tend().pairing().leave().unwrap();
    couple.rest_of(&[ROBIN]);
    couple.rest_of(&[ALEX]);
    assert!(couple.told(ALEX).contains(&"partner-left"), "{:?}", couple.told(ALEX));
    assert!(couple.state(ALEX).is_none());
}
