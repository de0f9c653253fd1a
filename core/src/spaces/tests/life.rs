//! What honest devices do.

use tend_protocol::{EntryKind, Limits};

use super::people::{Couple, NAME, Phone, person, refusal};
use crate::spaces::{Group, Received, Refusal, SpaceError, Trust, key_packages};

#[test]
fn two_people_with_two_devices_each_hear_each_other() {
    let couple = Couple::new();
    couple.all_hear(&[0, 1, 2, 3]);
    let members = couple.phones[3].group(|group| group.members()).unwrap();
    let expected: Vec<_> = couple.phones.iter().map(|phone| phone.certificate).collect();
    assert_eq!(members, expected);
    assert_eq!(couple.phones[2].group(|group| group.own()).unwrap(), couple.phones[2].certificate);
    assert_eq!(couple.phones[0].epoch(), 1);
}

#[test]
fn a_device_is_added_and_all_are_told_which() {
    let mut couple = Couple::new();
    let tablet = Phone::new(2, 4);
    let package = tablet.package();
    let pending = couple.phones[2].group(|g| g.change(&couple.phones[2].key, &[&package], &[], &couple.trust)).unwrap();
    assert_eq!(pending.added, [tablet.device()]);
    couple.phones[2].group(|group| group.merge_pending()).unwrap();
    let received = couple.phones[0].read(&pending.commit, &couple.phones[2], EntryKind::Commit, &couple.trust).unwrap();
    let expected = Received::Commit {
        committer: couple.phones[2].certificate,
        added: vec![tablet.certificate],
        removed: vec![],
        authenticated: vec![],
    };
    assert_eq!(received, expected);
    tablet.join(&pending.welcome.unwrap(), &couple.trust).unwrap();
    couple.phones.push(tablet);
    couple.merge(2, &pending.commit, &[1, 3]);
    couple.all_hear(&[0, 1, 2, 3, 4]);
}

#[test]
fn a_removed_device_learns_it_and_reads_nothing_more() {
    let couple = Couple::new();
    let [ana, old, ben, _] = couple.phones.as_slice() else { unreachable!() };
    let pending = ana.change(&[], &[old.device()], &couple.trust);
    let told = old.read(&pending.commit, ana, EntryKind::Commit, &couple.trust).unwrap();
    assert!(matches!(told, Received::Commit { removed, .. } if removed == [old.certificate]));
    assert!(!old.group(|group| Ok(group.is_member())).unwrap());
    assert_eq!(refusal(old.group(|group| group.encrypt(&old.key, b"still here"))), Refusal::NotAMember);
    couple.merge(0, &pending.commit, &[0, 2, 3]);
    let later = ben.encrypt(b"later");
    assert!(old.read(&later, ben, EntryKind::Message, &couple.trust).is_err());
    old.transaction(|tx| Ok(Group::forget(tx, NAME)?)).unwrap();
    assert!(old.transaction(|tx| Ok(Group::load(tx, NAME)?.is_none())).unwrap());
}

#[test]
fn a_leaf_is_refreshed() {
    let couple = Couple::new();
    let pending = couple.phones[3].change(&[], &[], &Trust::default());
    assert_eq!(pending.welcome, None);
    couple.merge(3, &pending.commit, &[0, 1, 2, 3]);
    assert_eq!(couple.phones[1].epoch(), 2);
}

#[test]
fn a_device_is_taken_out_and_in_again_by_one_commit() {
    let couple = Couple::new();
    let [ana, second, ..] = couple.phones.as_slice() else { unreachable!() };
    second.transaction(|tx| Ok(Group::forget(tx, NAME)?)).unwrap();
    let package = second.package();
    let pending = ana.change(&[&package], &[second.device()], &couple.trust);
    second.join(&pending.welcome.unwrap(), &couple.trust).unwrap();
    couple.merge(0, &pending.commit, &[0, 2, 3]);
    couple.all_hear(&[0, 1, 2, 3]);
}

#[test]
fn while_a_commit_waits_nothing_is_sent() {
    let couple = Couple::new();
    let ana = &couple.phones[0];
    ana.group(|group| group.refresh(&ana.key)).unwrap();
    assert!(ana.group(|group| Ok(group.has_pending())).unwrap());
    assert!(matches!(ana.group(|group| group.encrypt(&ana.key, b"x")), Err(SpaceError::CommitPending)));
    assert!(matches!(ana.group(|group| group.refresh(&ana.key)), Err(SpaceError::CommitPending)));
    ana.group(|group| group.discard_pending()).unwrap();
    couple.all_hear(&[0, 1, 2, 3]);
}

#[test]
fn anothers_commit_discards_ones_own() {
    let couple = Couple::new();
    let [ana, _, ben, _] = couple.phones.as_slice() else { unreachable!() };
    let lost = ana.group(|group| group.refresh(&ana.key)).unwrap();
    let won = ben.change(&[], &[], &couple.trust);
    couple.merge(2, &won.commit, &[0, 1, 2, 3]);
    assert!(!ana.group(|group| Ok(group.has_pending())).unwrap());
    assert_eq!(refusal(ben.read(&lost.commit, ana, EntryKind::Commit, &couple.trust)), Refusal::OtherEpoch);
}

#[test]
fn what_this_device_wrote_is_not_read_back() {
    let couple = Couple::new();
    let ana = &couple.phones[0];
    let message = ana.encrypt(b"mine");
    assert_eq!(refusal(ana.read(&message, ana, EntryKind::Message, &couple.trust)), Refusal::Own);
    let pending = ana.group(|group| group.refresh(&ana.key)).unwrap();
    assert_eq!(refusal(ana.read(&pending.commit, ana, EntryKind::Commit, &couple.trust)), Refusal::Own);
    ana.group(|group| group.merge_pending()).unwrap();
    assert_eq!(ana.epoch(), 2);
}

#[test]
fn a_single_use_key_package_is_used_once_and_a_last_resort_one_until_it_is_forgotten() {
    let couple = Couple::new();
    let ana = &couple.phones[0];
    let tablet = Phone::new(1, 4);
    for last_resort in [false, true] {
        let make =
            || tablet.transaction(|tx| key_packages::generate(tx, &tablet.key, &tablet.certificate, last_resort));
        let package = make().unwrap();
        let pending = ana.change(&[&package], &[], &couple.trust);
        let welcome = pending.welcome.unwrap();
        tablet.join(&welcome, &couple.trust).unwrap();
        tablet.transaction(|tx| Ok(Group::forget(tx, NAME)?)).unwrap();
        // The list of those that were made.
        assert_eq!(tablet.values().len() == 1, !last_resort, "a used key is not kept");
        ana.change(&[], &[tablet.device()], &couple.trust);
        if last_resort {
            tablet.join(&welcome, &couple.trust).unwrap();
            tablet.transaction(|tx| Ok(Group::forget(tx, NAME)?)).unwrap();
            (0..16).for_each(|_| drop(make().unwrap()));
        }
        assert_eq!(refusal(tablet.join(&welcome, &couple.trust)), Refusal::NoKeyPackage);
    }
}

#[test]
fn key_packages_that_nobody_uses_do_not_pile_up() {
    let couple = Couple::new();
    let tablet = Phone::new(1, 4);
    let oldest = tablet.package();
    let values = |count: usize, last_resort: bool| {
        tablet
            .transaction(|tx| {
                (0..count).try_for_each(|_| {
                    key_packages::generate(tx, &tablet.key, &tablet.certificate, last_resort).map(|_| ())
                })
            })
            .unwrap();
        tablet.values().len()
    };
    let full = values(255, false);
    assert_eq!(values(20, false), full);
    let full = values(16, true);
    assert_eq!(values(4, true), full);
    let newest = tablet.package();
    let joins = |package: &[u8]| {
        let ana = &couple.phones[0];
        let pending = ana.group(|group| group.change(&ana.key, &[package], &[], &couple.trust)).unwrap();
        ana.group(|group| group.discard_pending()).unwrap();
        tablet.join(&pending.welcome.unwrap(), &couple.trust)
    };
    assert_eq!(refusal(joins(&oldest)), Refusal::NoKeyPackage);
    joins(&newest).unwrap();
}

#[test]
fn messages_may_be_skipped_and_a_replay_is_refused() {
    let couple = Couple::new();
    let [ana, _, ben, _] = couple.phones.as_slice() else { unreachable!() };
    let first = ana.encrypt(b"first");
    let second = ana.encrypt(b"second");
    assert_eq!(ben.hears(ana, &second, &couple.trust), b"second");
    assert_eq!(ben.hears(ana, &first, &couple.trust), b"first");
    assert_eq!(refusal(ben.read(&first, ana, EntryKind::Message, &couple.trust)), Refusal::Replayed);
}

#[test]
fn a_key_package_tells_its_device() {
    let phone = Phone::new(1, 0);
    let trust = Trust { pinned: [person(1).identity()].into(), removed: [].into() };
    let package = phone.package();
    assert_eq!(key_packages::read(&package, crate::spaces::SUITE, Some(&trust)).unwrap(), phone.certificate);
    assert_eq!(key_packages::read(&package, crate::spaces::SUITE, None).unwrap(), phone.certificate);
    assert_eq!(refusal(key_packages::read(&package, 0x0001, None)), Refusal::OtherSuite);
    let nobody = Trust::default();
    assert_eq!(refusal(key_packages::read(&package, crate::spaces::SUITE, Some(&nobody))), Refusal::UnknownIdentity);
    assert!(package.len() < 8 * 1024);
}

/// What a device keeps does not grow with the epochs: the keys of those before are gone.
#[test]
fn the_keys_of_past_epochs_are_gone() {
    let couple = Couple::new();
    let keys = |at: usize| couple.phones[at].values().into_iter().map(|(key, _)| key).collect::<Vec<_>>();
    let round = || {
        for author in 0..4 {
            let commit = couple.phones[author].change(&[], &[], &couple.trust).commit;
            couple.merge(author, &commit, &[0, 1, 2, 3]);
        }
    };
    round();
    let before: Vec<_> = (0..4).map(keys).collect();
    round();
    for (at, before) in before.iter().enumerate() {
        let after = keys(at);
        assert_eq!(after.len(), before.len());
        assert_eq!(
            after.iter().filter(|key| !before.contains(key)).count(),
            1,
            "the current epoch's keys alone are new"
        );
    }
}

/// The first commit of a space with as many devices as a server takes, and a refresh in it, are within the server's limits.
#[test]
fn the_largest_space_fits() {
    let limits = Limits::default();
    let phones: Vec<_> = (0..limits.space_devices).map(|at| Phone::new(1, u8::try_from(at).unwrap())).collect();
    let trust = Trust { pinned: [person(1).identity()].into(), removed: [].into() };
    let packages: Vec<_> = phones[1..].iter().map(Phone::package).collect();
    let packages: Vec<_> = packages.iter().map(Vec::as_slice).collect();
    phones[0].create();
    let pending = phones[0].change(&packages, &[], &trust);
    let welcome = pending.welcome.unwrap();
    assert!(pending.commit.len() <= limits.commit_bytes, "{}", pending.commit.len());
    assert!(welcome.len() <= limits.commit_bytes, "{}", welcome.len());
    let last = phones.last().unwrap();
    last.join(&welcome, &trust).unwrap();
    let refresh = last.change(&[], &[], &trust);
    assert!(refresh.commit.len() <= limits.commit_bytes, "{}", refresh.commit.len());
    phones[0].read(&refresh.commit, last, EntryKind::Commit, &trust).unwrap();
}
