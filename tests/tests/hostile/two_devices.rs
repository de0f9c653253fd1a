//! A person with two devices, who pair, part and remove at once.

use std::sync::Arc;

use jiff::civil::time;
use tend_core::{
    InviteWay, Tend,
    content::Phones,
    identity::Removal,
    nudges::{GentleDay, NudgeKind, NudgePreferences},
    runs::RunStatus,
    schedule::{Amount, TimeWindow, Weekday},
    store::Namespace,
    sync::Failure,
};
use tend_protocol::{Append, Call, ErrorCode, Pull, PutBlob, SpaceId, decode};
use tend_tests::simulation::{Phone, Server, evil::in_copy, pages};

use super::{
    couple::{ALEX, Answer, Couple, ROBIN},
    devices::TABLET,
};

const SAM: usize = 3;
const YEAR: i64 = 365 * 24 * 3600;

/// A server that does not answer for one space.
fn without(space: SpaceId) -> impl FnMut(&Server, &tend_core::sync::Request) -> Answer {
    move |server, request| {
        let pulls = request.path == Pull::PATH && decode::<Pull>(&request.body).is_ok_and(|pull| pull.space == space);
        if pulls { Err(Failure::Unreachable) } else { server.serve(request) }
    }
}

fn couple_space(couple: &Couple, phone: usize) -> Option<SpaceId> {
    couple.state(phone).map(|state| state.id)
}

/// Alex with a phone and a tablet, whose clock is wrong, and Sam.
fn household(wrong_by: i64) -> (Couple, usize) {
    let mut couple = Couple::apart();
    let tablet = couple.link_tablet(wrong_by);
    let sam = Phone::new(couple.folder.path(), 1, ROBIN, 8, &couple.time, 0);
    sam.tend().people().set_me("Sam", "", None).unwrap();
    sam.tend().pairing().use_server("https://tend.example.org", None).unwrap();
    couple.phones.push(sam);
    (couple, tablet)
}

/// The phone pairs with Robin and the tablet with Sam, before either knows of the other's. The phone's is first in the log.
#[test]
fn of_two_pairings_at_once_the_first_in_the_log_lives_whatever_the_clocks_say() {
    for wrong_by in [-YEAR, 0, YEAR] {
        let (mut couple, tablet) = household(wrong_by);
        let own = couple.phones[ALEX].own_space().unwrap();
        for (inviter, joiner) in [(ALEX, ROBIN), (tablet, SAM)] {
            let invite = couple.phones[inviter].tend().pairing().invite_partner(InviteWay::InPerson).unwrap();
            couple.phones[joiner].tend().pairing().accept(&invite.text).unwrap();
        }
        for _ in 0..5 {
            couple.honest(ROBIN);
            couple.honest(ALEX);
            couple.honest(SAM);
            let _ = couple.round(tablet, without(own));
        }
        let (with_robin, with_sam) = (couple_space(&couple, ALEX).unwrap(), couple_space(&couple, tablet).unwrap());
        assert_ne!(with_robin, with_sam);
        couple.phones[tablet].tend().appreciations().write("to Sam").unwrap();
        for _ in 0..8 {
            couple.time.pass(4000);
            for phone in [tablet, ALEX, ROBIN, SAM] {
                let _ = couple.round(phone, Server::serve);
            }
        }
        for phone in [ALEX, tablet, ROBIN] {
            assert_eq!(couple_space(&couple, phone), Some(with_robin), "{phone}, {wrong_by}");
        }
        assert_eq!(couple_space(&couple, SAM), None);
        assert!(couple.told(SAM).contains(&"partner-left"));
        assert_eq!(couple.keeps(tablet), ["to Sam"], "nothing that was written is lost");
        // What one device leaves, all leave; the other pairing does not come up again.
        couple.phones[ALEX].tend().pairing().leave().unwrap();
        for _ in 0..6 {
            couple.time.pass(4000);
            for phone in [ALEX, tablet, ROBIN, SAM] {
                let _ = couple.round(phone, Server::serve);
            }
        }
        for phone in [ALEX, tablet, ROBIN, SAM] {
            assert_eq!(couple_space(&couple, phone), None, "{phone}");
        }
    }
}

/// A device that was removed before the two paired stays out of their space.
#[test]
fn a_new_couple_space_begins_with_the_removals_that_are_known() {
    for pairs_later in [ALEX, ROBIN] {
        let mut couple = Couple::apart();
        let tablet = couple.link_tablet(0);
        let removed = couple.phones[tablet].tend().devices().all().unwrap();
        let removed = removed.into_iter().find(|device| device.is_this).unwrap().id;
        couple.phones[ALEX].tend().devices().remove(removed).unwrap();
        couple.honest(ALEX);
        couple.read_notices();
        let other = if pairs_later == ALEX { ROBIN } else { ALEX };
        let invite = couple.phones[other].tend().pairing().invite_partner(InviteWay::InPerson).unwrap();
        couple.phones[pairs_later].tend().pairing().accept(&invite.text).unwrap();
        for _ in 0..6 {
            couple.honest(ALEX);
            couple.honest(ROBIN);
        }
        let space = couple.space();
        let listed = in_copy(&couple.phones[ALEX], |tx| {
            let key = [space.0.as_slice(), &[2]].concat();
            Ok(tx.values::<Removal>(tend_core::store::Namespace::Trust, &key)?)
        });
        assert_eq!(listed.into_iter().map(|(_, removal)| removal.device).collect::<Vec<_>>(), [removed]);
        couple.rest();
        // Anyone who joined knows who is there; and who went before is no news to the partner.
        let told = couple.phones[ROBIN].tend().notices().unread().unwrap();
        let told: Vec<_> = told.into_iter().map(|notice| notice.text).collect();
        let came = ["Your partner connected a new phone.".to_owned()];
        assert_eq!(told, if pairs_later == ALEX { came.as_slice() } else { &[] });
    }
}

/// Robin speaks right when Alex's phone adds the tablet: before the commit in the log, and after the phone had read it.
#[test]
fn what_is_said_while_a_device_is_added_reaches_it() {
    let mut couple = Couple::new();
    let tablet = Phone::new(couple.folder.path(), 1, ALEX, 7, &couple.time, 0);
    let invite = couple.phones[ALEX].tend().pairing().invite_device(InviteWay::InPerson).unwrap();
    tablet.tend().pairing().accept(&invite.text).unwrap();
    couple.phones.push(tablet);
    let robin = Arc::clone(couple.phones[ROBIN].tend());
    let space = couple.space();
    let mut said = 0;
    for _ in 0..8 {
        couple.time.pass(60);
        couple
            .round(ALEX, |server, request| {
                let append = decode::<Append>(&request.body).ok().filter(|_| request.path == Append::PATH);
                if append.is_some_and(|call| call.space == space && call.entries[0].change.is_some()) {
                    said += 1;
                    robin.appreciations().write(&format!("meanwhile {said}")).unwrap();
                    speaks(&robin, server);
                }
                server.serve(request)
            })
            .unwrap();
        couple.honest(2);
        couple.say_yes(&[ALEX, 2]);
    }
    couple.rest();
    assert!(said > 0 && couple.shows(ALEX).contains(&"meanwhile 1".to_owned()));
    assert_eq!(couple.shows(2), couple.shows(ALEX));
}

/// A round of a phone that is not stopped by what another one waits for.
fn speaks(tend: &Arc<Tend>, server: &Server) {
    let syncing = tend.syncing();
    syncing.begin(true);
    while let Some(request) = syncing.next_request().unwrap() {
        syncing.take_answer(&request, server.serve(&request)).unwrap();
    }
}

fn change(tend: &Tend, change: impl FnOnce(&mut NudgePreferences)) {
    let seen = tend.nudges().preferences().unwrap();
    let mut wanted = seen.clone();
    change(&mut wanted);
    tend.nudges().set_preferences(&seen, &wanted).unwrap();
}

/// Phone and tablet hear all of each other.
fn meet(couple: &mut Couple, tablet: usize) {
    for _ in 0..6 {
        couple.time.pass(4000);
        couple.honest(tablet);
        couple.honest(ALEX);
    }
}

/// The hours that a person gave before there was a partner go to the partner when they say so again, not by a journey.
#[test]
fn only_what_a_person_gave_to_the_partner_is_moved_for_the_partner() {
    let mut couple = Couple::apart();
    let evening = TimeWindow { day: Weekday::Friday, from: time(19, 0, 0, 0), until: time(21, 0, 0, 0) };
    couple.phones[ALEX].tend().schedule().set_times(vec![evening], Amount::Light).unwrap();
    couple.meet();
    let moved = |couple: &Couple| couple.phones[ALEX].tend().schedule().move_times().map_err(|error| error.code);
    assert_eq!(moved(&couple), Err("not_found"));
    couple.phones[ALEX].tend().schedule().set_times(vec![evening], Amount::Light).unwrap();
    assert_eq!(moved(&couple), Ok(()));
}

/// What a person adds on each of two devices that are apart is there on both, and what they take out on one is gone on both.
#[test]
fn what_is_added_to_a_list_on_two_devices_is_there_on_both() {
    let mut couple = Couple::apart();
    let tablet = couple.link_tablet(0);
    let preferences = |couple: &Couple, phone: usize| couple.phones[phone].tend().nudges().preferences().unwrap();
    let day = |month, day| GentleDay { month, day, year: None };
    change(couple.phones[ALEX].tend(), |wanted| wanted.gentle_days.push(day(11, 2)));
    change(couple.phones[tablet].tend(), |wanted| wanted.gentle_days.push(day(3, 14)));
    couple.phones[tablet].tend().nudges().pause(None).unwrap();
    change(couple.phones[ALEX].tend(), |wanted| wanted.switched_off = [NudgeKind::Fun].into());
    meet(&mut couple, tablet);
    for phone in [ALEX, tablet] {
        let now = preferences(&couple, phone);
        let mut days: Vec<_> = now.gentle_days.iter().map(|day| (day.month, day.day)).collect();
        days.sort_unstable();
        assert_eq!(days, [(3, 14), (11, 2)], "a day of a loss does not ring");
        assert_eq!((now.pauses.len(), now.switched_off), (1, [NudgeKind::Fun].into()));
    }
    assert_eq!(preferences(&couple, ALEX), preferences(&couple, tablet), "in the same order");
    // One takes a day out while the other one adds one; both move the quiet hours.
    change(couple.phones[ALEX].tend(), |wanted| {
        wanted.gentle_days.retain(|one| *one != day(3, 14));
        wanted.quiet_from = jiff::civil::time(19, 0, 0, 0);
    });
    change(couple.phones[tablet].tend(), |wanted| {
        wanted.gentle_days.push(day(5, 1));
        wanted.quiet_until = jiff::civil::time(10, 0, 0, 0);
    });
    meet(&mut couple, tablet);
    for phone in [ALEX, tablet] {
        let now = preferences(&couple, phone);
        assert_eq!(now.gentle_days, [day(11, 2), day(5, 1)]);
        let quiet = (now.quiet_from.hour(), now.quiet_until.hour());
        assert!([(19, 8), (21, 10)].contains(&quiet), "{quiet:?} are of nobody");
    }
}

/// What is done is done. The other device had not heard of it.
#[test]
fn an_exercise_that_was_finished_is_not_open_again() {
    let mut couple = Couple::apart();
    let tablet = couple.link_tablet(0);
    for late in [ALEX, tablet] {
        let early = ALEX + tablet - late;
        let run = couple.phones[ALEX].tend().runs().begin("caring-list", None, Phones::One, true).unwrap();
        meet(&mut couple, tablet);
        couple.phones[early].tend().runs().finish(run).unwrap();
        couple.time.pass(60);
        let runs = couple.phones[late].tend().runs();
        if late == ALEX {
            runs.pause(run).unwrap()
        } else {
            runs.let_go(run).unwrap()
        }
        meet(&mut couple, tablet);
        for phone in [ALEX, tablet] {
            let now = couple.phones[phone].tend().runs().get(run).unwrap();
            assert_eq!((now.status, now.open), (RunStatus::Done, false));
        }
    }
}

/// What one space has cannot be read any more: the others sync in the same round, and it heals by a generation.
#[test]
fn a_broken_space_is_set_aside_and_the_others_sync() {
    let mut couple = Couple::new();
    let tablet = couple.link_tablet(0);
    couple.rest();
    let space = couple.space();
    couple.phones[ALEX].tamper(|tx| {
        let stored = tx.values::<ciborium::Value>(Namespace::Mls, &[])?;
        for (key, _) in stored.iter().filter(|(key, _)| pages::contains(key, &space.0)) {
            tx.put_value(Namespace::Mls, key, &"broken")?;
        }
        Ok(())
    });
    couple.phones[ALEX].tend().surprises().add("A song").unwrap();
    couple.honest(ALEX);
    couple.honest(tablet);
    assert_eq!(couple.phones[tablet].surprises().unwrap().len(), 1);
    couple.heals();
}

/// The server has no room for the snapshot that a new device needs: the person is told, and what they write goes out all the same.
#[test]
fn a_snapshot_that_the_server_does_not_take_holds_no_words_back() {
    let mut couple = Couple::new();
    couple.begin_linking(ALEX);
    let full = |server: &Server, request: &tend_core::sync::Request| {
        let is_page = request.path == PutBlob::PATH;
        if is_page { Err(Failure::Refused(ErrorCode::QuotaExceeded.into())) } else { server.serve(request) }
    };
    couple.write(ALEX, "meanwhile");
    for _ in 0..6 {
        couple.time.pass(60);
        couple.round(ALEX, full).unwrap();
        couple.honest(TABLET);
        couple.honest(ROBIN);
    }
    assert!(couple.shows(ROBIN).contains(&"meanwhile".to_owned()));
    assert!(couple.told(ALEX).contains(&"server-full"));
    couple.rest();
    assert_eq!(couple.shows(TABLET), couple.shows(ALEX), "as soon as there is room again");
}

/// What is given to the partner is what its person saw: words that came in between, from another of their devices, do not cross with it.
#[test]
fn only_what_was_seen_crosses_to_the_partner() {
    let mut couple = Couple::apart();
    couple.phones[ALEX].tend().appreciations().write("before we met").unwrap();
    couple.rest_of(&[ALEX]);
    couple.meet();
    let tablet = couple.link_tablet(0);
    couple.rest();
    let [tend, other] = [ALEX, tablet].map(|phone| couple.phones[phone].tend().clone());
    let run = tend.runs().begin("caring-list", None, Phones::Two, true).unwrap();
    tend.runs().next(run, &[]).unwrap();
    tend.runs().write(run, "tea in bed", &[]).unwrap();
    couple.rest();
    let alone = |tend: &Tend| tend.appreciations().all().unwrap().into_iter().find(|one| !one.shared).unwrap();
    let seen = (tend.runs().drafts(run).unwrap().remove(0), alone(&tend));
    let draft = other.runs().drafts(run).unwrap().remove(0);
    other.runs().write(run, "nobody is to read this", &draft.version).unwrap();
    other.appreciations().edit(seen.1.id, "nor this", &alone(&other).version).unwrap();
    couple.rest();
    let code = |refused: Result<_, tend_core::TendError>| refused.unwrap_err().code;
    assert_eq!(code(tend.runs().release(run, &seen.0.step, &seen.0.version)), "changed_meanwhile");
    assert_eq!(code(tend.appreciations().share(seen.1.id, &seen.1.version)), "changed_meanwhile");
    assert_eq!(code(tend.runs().release(run, &seen.0.step, b"no version")), "changed_meanwhile");
    let seen = (tend.runs().drafts(run).unwrap().remove(0), alone(&tend));
    let given = tend.runs().release(run, &seen.0.step, &seen.0.version).unwrap();
    assert_eq!(tend.runs().release(run, &seen.0.step, &seen.0.version).unwrap(), given, "a second tap");
    tend.appreciations().share(seen.1.id, &seen.1.version).unwrap();
    couple.rest();
    assert_eq!(couple.phones[ROBIN].tend().runs().shared_words("caring-list").unwrap().len(), 1);
    assert!(couple.shows(ROBIN).contains(&"nor this".to_owned()));
}
