//! What the other side of a handshake may say, and what comes of all else: real handshakes, real keys, and one side that is evil.

use tend_core::{
    InviteEnd, InviteWay, WaitingFor,
    identity::{Certificate, SigningKey},
    pairing::{Purpose, Side},
    spaces::key_packages,
    store::Namespace,
    sync::{Role, SpaceState},
};
use tend_protocol::{Bytes, JoinMailbox, PostToMailbox};
use tend_tests::simulation::{
    Phone,
    evil::{Keys, in_copy},
};

use super::{
    couple::{ALEX, Couple, ROBIN},
    evil::{Evil, Said, in_store, stage},
};

fn end(couple: &Couple, phone: usize) -> Option<InviteEnd> {
    couple.phones[phone].tend().pairing().invites().unwrap().first().and_then(|invite| invite.end)
}

#[test]
fn each_side_may_say_one_thing_at_a_time_and_all_else_ends_the_handshake() {
    let turns = [
        (Purpose::Pair, Side::Inviter, vec![], ["pair"].as_slice()),
        (Purpose::Pair, Side::Joiner, vec![], &["paired"]),
        (Purpose::Link, Side::Inviter, vec![], &["link"]),
        (Purpose::Link, Side::Inviter, vec![Said::Link { name: "Tablet".into() }], &["ready", "in_use"]),
        (Purpose::Link, Side::Joiner, vec![], &["linked"]),
    ];
    for (purpose, victim_is, before, allowed) in turns {
        for number in 0..6 {
            let joins_link = (purpose, victim_is) == (Purpose::Link, Side::Joiner);
            let (mut couple, victim, mut evil) = stage(purpose, victim_is, !joins_link);
            for said in &before {
                evil.say(&couple, said);
                couple.honest(victim);
                evil.turn(&couple);
            }
            let was = Keys::of(&couple.phones[victim]);
            let (name, said) = evil.all_sayings(&couple, victim).swap_remove(number);
            let case = format!("{purpose:?}, to the {victim_is:?}, after {} messages: {name}", before.len());
            evil.say(&couple, &said);
            couple.honest(victim);
            let is = Keys::of(&couple.phones[victim]);
            let kept = (couple.keeps(victim), couple.phones[victim].surprises().unwrap().len());
            if joins_link && allowed.contains(&name) {
                assert!(
                    is.own_space == evil.keys.own_space && is.identity.identity() == evil.signer.identity(),
                    "{case}"
                );
                continue;
            }
            assert!(is.own_space == was.own_space && is.identity.identity() == was.identity.identity(), "{case}");
            if !joins_link {
                assert_eq!(kept, (vec!["months of words".into()], 1), "{case}");
            }
            assert_eq!(
                couple.phones[victim].tend().people().is_paired().unwrap(),
                ["pair", "paired"].contains(&name) && allowed.contains(&name),
                "{case}"
            );
            let why = match name {
                "in_use" if allowed.contains(&name) => Some(InviteEnd::PhoneInUse),
                _ if allowed.contains(&name) => None,
                _ => Some(InviteEnd::NotTheSame),
            };
            assert_eq!(end(&couple, victim), why, "{case}");
        }
    }
}

/// After it worked, nothing more may be said, and nothing of it is undone.
#[test]
fn what_is_said_after_the_end_changes_nothing() {
    for number in 0..6 {
        let (mut couple, victim, mut evil) = stage(Purpose::Pair, Side::Inviter, true);
        let all = evil.all_sayings(&couple, victim);
        evil.say(&couple, &all[0].1);
        couple.honest(victim);
        let was = Keys::of(&couple.phones[victim]);
        let space = couple.space();
        evil.turn(&couple);
        evil.say(&couple, &all[number].1);
        couple.honest(victim);
        let is = Keys::of(&couple.phones[victim]);
        assert!(is.own_space == was.own_space && couple.space() == space, "{}", all[number].0);
        assert_eq!(couple.keeps(victim), ["months of words"]);
    }
}

#[test]
fn a_partner_who_cannot_be_added_makes_no_space() {
    let bad = |package: Vec<u8>, evil: &Evil, couple: &Couple| {
        let alex = Keys::of(&couple.phones[ALEX]);
        let others =
            in_copy(&couple.phones[ALEX], |tx| key_packages::generate(tx, &alex.key, &alex.certificate, false));
        let stranger = Certificate::issue(&SigningKey::from_seed([9; 32]), evil.keys.key.device());
        let strangers =
            in_copy(&couple.phones[ROBIN], |tx| key_packages::generate(tx, &evil.keys.key, &stranger, false));
        let mut changed = package;
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        [("nothing", vec![]), ("Alex's own device", others), ("a stranger's device", strangers), ("changed", changed)]
    };
    for number in 0..4 {
        let (mut couple, victim, mut evil) = stage(Purpose::Pair, Side::Inviter, true);
        let Said::Pair { package } = evil.all_sayings(&couple, victim).swap_remove(0).1 else { unreachable!() };
        let (name, package) = bad(package.0, &evil, &couple).into_iter().nth(number).unwrap();
        evil.say(&couple, &Said::Pair { package: Bytes(package) });
        couple.honest(victim);
        assert!(!couple.phones[victim].tend().people().is_paired().unwrap(), "{name}");
        assert_eq!(end(&couple, victim), Some(InviteEnd::NotTheSame), "{name}");
    }
}

/// Nobody names the couple space. Were there one of that id already, by whatever chance, it would not be taken for the couple's.
#[test]
fn a_space_that_is_known_is_not_taken_for_the_couples() {
    let (mut couple, victim, mut evil) = stage(Purpose::Pair, Side::Joiner, true);
    let (space, _) = evil.handshake.couple().unwrap();
    assert_ne!(space.0, evil.mailbox.0);
    let own = couple.phones[victim].own_space().unwrap();
    in_store(&mut couple.phones[victim], |tx| {
        let mut state: SpaceState = tx.value(Namespace::Space, &own.0)?.unwrap();
        state.id = space;
        tx.put_value(Namespace::Space, &space.0, &state)
    });
    evil.say(&couple, &Said::Paired);
    couple.honest(victim);
    let spaces = couple.phones[victim].tend().syncing().spaces().unwrap();
    assert!(spaces.iter().all(|state| state.role == Role::Own), "{spaces:?}");
    assert_eq!(end(&couple, victim), Some(InviteEnd::NotTheSame));
}

/// What is handed to a new device must be what the handshake proved.
#[test]
fn a_device_becomes_nobodys_but_the_ones_it_met() {
    for number in 0..4 {
        let (mut couple, victim, mut evil) = stage(Purpose::Link, Side::Joiner, false);
        let was = Keys::of(&couple.phones[victim]);
        let stranger = SigningKey::from_seed([9; 32]);
        let (mut identity, own) = (evil.keys.identity.clone(), couple.phones[victim].own_space().unwrap());
        let mut certificate = Certificate::issue(&identity, was.key.device());
        let mut own_space = evil.keys.own_space;
        match number {
            0 => (identity, certificate) = (stranger.clone(), Certificate::issue(&stranger, was.key.device())),
            1 => certificate = Certificate::issue(&stranger, was.key.device()),
            2 => certificate = Certificate::issue(&identity, evil.keys.key.device()),
            _ => own_space = own,
        }
        evil.say(&couple, &Said::Linked { identity, certificate, own_space });
        couple.honest(victim);
        let is = Keys::of(&couple.phones[victim]);
        assert!(is.identity.identity() == was.identity.identity() && is.own_space == was.own_space, "{number}");
        assert_eq!(end(&couple, victim), Some(InviteEnd::NotTheSame), "{number}");
    }
}

/// "This is our pairing code", with an invite that links: the fresh phone asks its own person, and shows whose it would become.
#[test]
fn a_fresh_phone_asks_before_it_becomes_anothers() {
    let mut couple = Couple::apart();
    couple.honest(ROBIN);
    couple.phones.push(Phone::new(couple.folder.path(), 1, ALEX, 7, &couple.time, 0));
    let was = Keys::of(&couple.phones[2]);
    let (mut evil, text) = Evil::inviter(&couple, Purpose::Link);
    assert!(couple.phones[2].tend().pairing().accept(&text).unwrap().links);
    for _ in 0..4 {
        couple.honest(2);
        evil.turn(&couple);
    }
    let invite = couple.phones[2].tend().pairing().invites().unwrap().remove(0);
    assert_eq!((invite.waiting_for, invite.symbols.len()), (WaitingFor::You, 7));
    let shown = evil.handshake.comparison().unwrap().symbols().map(|symbol| symbol.emoji);
    assert_eq!(invite.symbols.iter().map(|symbol| symbol.emoji.as_str()).collect::<Vec<_>>(), shown);
    assert!(evil.opened.is_empty(), "it says nothing before its person says yes");
    couple.phones[2].tend().pairing().cancel(invite.id).unwrap();
    couple.honest(2);
    assert_eq!(Keys::of(&couple.phones[2]).own_space, was.own_space);
}

/// Words that are written between the scan and the end of linking.
#[test]
fn a_phone_that_is_used_while_it_links_stays_its_persons() {
    for after_its_yes in [false, true] {
        let mut couple = Couple::apart();
        couple.honest(ALEX);
        couple.phones.push(Phone::new(couple.folder.path(), 1, ALEX, 7, &couple.time, 0));
        let was = Keys::of(&couple.phones[2]);
        let invite = couple.phones[ALEX].tend().pairing().invite_device(InviteWay::Link).unwrap();
        couple.phones[2].tend().pairing().accept(&invite.text).unwrap();
        for _ in 0..3 {
            couple.honest(ALEX);
            couple.honest(2);
        }
        if after_its_yes {
            couple.say_yes(&[2]);
        }
        couple.phones[2].tend().surprises().add("while it links").unwrap();
        let refused = couple.phones[2].tend().pairing().confirm(invite.id).map_err(|error| error.code);
        assert_eq!(refused.is_ok(), after_its_yes);
        assert!(after_its_yes || refused == Err("phone_in_use"));
        couple.say_yes(&[ALEX]);
        for _ in 0..5 {
            couple.honest(ALEX);
            couple.honest(2);
        }
        let is = Keys::of(&couple.phones[2]);
        assert!(is.own_space == was.own_space && is.identity.identity() == was.identity.identity());
        assert_eq!(couple.phones[2].surprises().unwrap().len(), 1);
        let ends = after_its_yes.then_some(InviteEnd::PhoneInUse);
        assert_eq!((end(&couple, ALEX), end(&couple, 2)), (ends, ends));
        assert_eq!(couple.phones[ALEX].tend().devices().all().unwrap().len(), 1, "no device that never came");
        // Without those words it is fresh again, and can be linked.
        let idea = couple.phones[2].tend().surprises().all().unwrap()[0].id;
        couple.phones[2].tend().surprises().delete(idea).unwrap();
        for phone in [ALEX, 2] {
            for invite in couple.phones[phone].tend().pairing().invites().unwrap() {
                couple.phones[phone].tend().pairing().cancel(invite.id).unwrap();
            }
            couple.honest(phone);
        }
        let invite = couple.phones[ALEX].tend().pairing().invite_device(InviteWay::Link).unwrap();
        couple.phones[2].tend().pairing().accept(&invite.text).unwrap();
        for _ in 0..8 {
            couple.honest(ALEX);
            couple.honest(2);
            couple.say_yes(&[ALEX, 2]);
        }
        assert_eq!(couple.phones[2].own_space(), couple.phones[ALEX].own_space());
        assert_eq!(couple.phones[ALEX].tend().devices().all().unwrap().len(), 2);
    }
}

/// A no after the yes: the phone that has the person's key by then gets in nowhere, and one that has not may come another time.
#[test]
fn a_no_after_the_key_was_handed_over_shuts_the_device_out() {
    for key_has_left in [false, true] {
        let (mut couple, victim, mut evil) = stage(Purpose::Link, Side::Inviter, true);
        evil.say(&couple, &Said::Link { name: "Tablet".into() });
        let id = couple.phones[victim].tend().pairing().invites().unwrap()[0].id;
        if key_has_left {
            couple.honest(victim);
        } else {
            // The answer that brings the message is the last one of the round.
            let mut read = false;
            let _ = couple.round(victim, |server, request| {
                if std::mem::replace(&mut read, request.path.ends_with("read-mailbox")) {
                    return Err(tend_core::sync::Failure::Unreachable);
                }
                server.serve(request)
            });
        }
        assert_eq!(couple.phones[victim].tend().devices().all().unwrap().len(), 2);
        couple.phones[victim].tend().pairing().cancel(id).unwrap();
        couple.honest(victim);
        assert_eq!(couple.phones[victim].tend().devices().all().unwrap().len(), 1);
        assert_eq!(couple.phones[victim].tend().pairing().invites().unwrap(), []);
        let told = if key_has_left { vec!["own-device-went"] } else { vec![] };
        assert_eq!(couple.told(victim), told);
    }
}

#[test]
fn a_phone_with_a_newer_tend_is_told_apart_from_a_stranger() {
    let mut couple = Couple::apart();
    let invite = couple.phones[ALEX].tend().pairing().invite_partner(InviteWay::Link).unwrap();
    couple.honest(ALEX);
    couple.honest(ROBIN);
    couple.server.call(&couple.tokens[ROBIN], &JoinMailbox { mailbox: invite.id }).unwrap();
    let newer = PostToMailbox { mailbox: invite.id, index: 0, bytes: Bytes(vec![2, 1, 7]) };
    couple.server.call(&couple.tokens[ROBIN], &newer).unwrap();
    couple.honest(ALEX);
    let seen = couple.phones[ALEX].tend().pairing().invites().unwrap().remove(0);
    assert_eq!(seen.end, Some(InviteEnd::NewerVersion));
    assert!(seen.why.contains("newer Tend"), "{}", seen.why);
}

#[test]
fn who_opens_their_own_invite_on_their_other_phone_is_told_so() {
    let mut couple = Couple::apart();
    let tablet = couple.link_tablet(0);
    let invite = couple.phones[ALEX].tend().pairing().invite_partner(InviteWay::Link).unwrap();
    couple.phones[tablet].tend().pairing().accept(&invite.text).unwrap();
    for _ in 0..4 {
        couple.time.pass(60);
        for phone in [ALEX, tablet] {
            couple.honest(phone);
        }
    }
    assert_eq!(
        [tablet, ALEX].map(|phone| end(&couple, phone)),
        [Some(InviteEnd::OwnInvite), Some(InviteEnd::TakenBack)]
    );
}
