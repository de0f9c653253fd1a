//! Bad input from a shell gets an error with a stable code, and costs nothing.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use tend_ffi::{Area, ChangeListener, InviteWay, Tend, TendError};

fn open(folder: &Path, key: Vec<u8>) -> Result<Arc<Tend>, TendError> {
    Tend::open(folder.to_str().unwrap().into(), key, "Phone".into(), None)
}

fn code<T>(result: Result<T, TendError>) -> String {
    let TendError::Failed { code, text, .. } = result.err().unwrap();
    assert!(text.contains(' '), "{code} has no words for a person");
    code
}

#[test]
fn a_key_that_does_not_fit_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for length in [0, 31, 33] {
        assert_eq!(code(open(folder.path(), vec![7; length])), "store_wrong_key");
    }
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let second = open(folder.path(), vec![7; 32]);
    let Err(TendError::Failed { code: second, retry_can_help: true, .. }) = second else { panic!("no retry") };
    assert_eq!(second, "store_in_use");
    tend.surprises().add("tickets".into()).unwrap();
    drop(tend);
    assert_eq!(code(open(folder.path(), vec![8; 32])), "store_wrong_key");
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    assert_eq!(tend.surprises().all().unwrap()[0].text, "tickets");
}

#[test]
fn an_id_that_is_none_is_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    for id in ["", "zz", "00112233", "00112233445566778899aabbccddeeff"] {
        let id = || id.to_owned();
        assert_eq!(code(tend.appreciations().delete(id())), "not_found");
        assert_eq!(code(tend.appreciations().edit(id(), "words".into())), "not_found");
        assert_eq!(code(tend.appreciations().thank(id())), "not_found");
        assert_eq!(code(tend.surprises().delete(id())), "not_found");
        assert_eq!(code(tend.devices().remove(id())), "not_found");
    }
    assert_eq!(code(tend.appreciations().share("zz".into())), "not_found");
    assert_eq!(code(tend.pairing().confirm("zz".into())), "not_found");
    assert_eq!(code(tend.pairing().cancel("00112233445566778899aabbccddeeff".into())), "invite_gone");
    assert_eq!(code(tend.notices().read("z".into())), "not_found");
}

#[test]
fn words_and_invites_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    assert_eq!(code(tend.appreciations().write(" \n ".into())), "text_empty");
    assert_eq!(code(tend.surprises().add("long ".repeat(401))), "text_too_long");
    assert_eq!(code(tend.people().set_me("".into(), "".into())), "name_empty");
    assert_eq!(code(tend.people().set_me("A".into(), "p".repeat(41))), "name_too_long");
    assert_eq!(code(tend.pairing().invite_partner(InviteWay::Link)), "no_server");
    assert_eq!(code(tend.pairing().accept("https://example.org".into())), "invite_unreadable");
    assert_eq!(code(tend.pairing().use_server("nowhere".into(), None)), "bad_server");
    assert_eq!(code(tend.pairing().leave()), "not_paired");
}

#[test]
fn a_listener_that_fails_harms_nobody() {
    #[derive(Default)]
    struct Failing(AtomicUsize);
    impl ChangeListener for Failing {
        fn changed(&self, areas: Vec<Area>) -> Result<(), TendError> {
            if areas == [Area::Surprises] {
                self.0.fetch_add(1, Ordering::Relaxed);
            }
            Err(TendError::Failed { code: "thrown".into(), text: "thrown".into(), retry_can_help: false })
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let (first, second) = (Arc::new(Failing::default()), Arc::new(Failing::default()));
    let number = tend.subscribe(first.clone());
    tend.subscribe(second.clone());
    tend.surprises().add("tickets".into()).unwrap();
    tend.unsubscribe(number);
    assert_eq!(tend.listener_count(), 1);
    tend.surprises().add("a picnic".into()).unwrap();
    assert_eq!((first.0.load(Ordering::Relaxed), second.0.load(Ordering::Relaxed)), (1, 2));
}

#[tokio::test]
async fn syncing_without_a_server_does_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let syncing = tend.syncing();
    let outcome = syncing.sync().await.unwrap();
    assert!(!outcome.changed && outcome.requests == 0);
}

#[tokio::test]
async fn following_ends_when_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    for _ in 0..2 {
        tend.syncing().start_following().unwrap();
        tend.syncing().start_following().unwrap();
        tend.syncing().stop_following().await.unwrap();
    }
    tend.syncing().stop_following().await.unwrap();
}
