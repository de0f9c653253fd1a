//! What was deleted for good is gone from both phones' files: from every page, and from every frame of the write-ahead log, stale ones too.

use tend_core::{
    content::{Phones, StepWords, catalogue},
    records::RecordId,
};
use tend_tests::simulation::pages;

use super::couple::{ALEX, Couple, ROBIN};

const WORD: &str = "marigolds-in-the-morning";
const NOWHERE: [usize; 0] = [];
/// The key of every phone's store.
const KEY: [u8; 32] = [7; 32];

/// On how many pages and frames a phone's files have the word.
fn found(couple: &Couple, phone: usize) -> usize {
    let (pages, frames) = pages::find(&couple.phones[phone].keep_copy(), &KEY, WORD);
    pages + frames
}

/// On which phones it is found.
fn where_found(couple: &Couple) -> Vec<usize> {
    (0..couple.phones.len()).filter(|phone| found(couple, *phone) > 0).collect()
}

fn id_of(couple: &Couple, phone: usize) -> RecordId {
    let all = couple.phones[phone].tend().appreciations().all().unwrap();
    all.into_iter().find(|view| view.text.contains(WORD)).unwrap().id
}

/// Words are written, and changed once, so that an older version of them lies in the files too.
fn with_an_appreciation() -> (Couple, RecordId) {
    let mut couple = Couple::new();
    let appreciations = couple.phones[ALEX].tend().appreciations();
    let id = appreciations.write(&format!("{WORD}, once")).unwrap();
    couple.rest();
    let view = couple.phones[ALEX].tend().appreciations().all().unwrap();
    let version = &view.iter().find(|view| view.id == id).unwrap().version;
    couple.phones[ALEX].tend().appreciations().edit(id, &format!("{WORD}, and more"), version).unwrap();
    couple.rest();
    assert_eq!(where_found(&couple), [ALEX, ROBIN]);
    (couple, id)
}

#[test]
fn an_appreciation_that_its_author_takes_back_is_in_neither_file() {
    let (mut couple, id) = with_an_appreciation();
    couple.phones[ALEX].tend().appreciations().delete(id).unwrap();
    assert_eq!(where_found(&couple), [ROBIN], "the author's is clean at once");
    couple.rest();
    assert_eq!(where_found(&couple), NOWHERE);
    assert_eq!(couple.shows(ROBIN), ["first 0", "first 1"]);
}

/// Robin is offline while Alex writes, changes and takes back: what is merged at once leaves nothing either.
#[test]
fn nor_is_it_when_all_comes_at_once() {
    let (mut couple, id) = with_an_appreciation();
    let version = couple.phones[ALEX].tend().appreciations().all().unwrap()[0].version.clone();
    couple.phones[ALEX].tend().appreciations().edit(id, &format!("{WORD} again"), &version).unwrap();
    couple.honest(ALEX);
    couple.phones[ALEX].tend().appreciations().delete(id).unwrap();
    couple.honest(ALEX);
    couple.rest();
    assert_eq!(where_found(&couple), NOWHERE);
}

/// A step of an exercise in which both write something for the other.
fn shared_step() -> (&'static str, &'static str) {
    let steps =
        catalogue().exercises.iter().flat_map(|(id, exercise)| exercise.steps.iter().map(move |step| (id, step)));
    let mut shared = steps.filter(|(id, step)| *id == "caring-list" && step.words == Some(StepWords::Share));
    shared.next().map(|(id, step)| (id.as_str(), step.id.as_str())).unwrap()
}

#[test]
fn words_of_an_exercise_that_are_taken_back_and_shredded_are_in_no_file() {
    let mut couple = Couple::new();
    let tablet = couple.link_tablet(0);
    let (exercise, step) = shared_step();
    let tend = couple.phones[ALEX].tend().clone();
    let run = tend.runs().begin(exercise, None, Phones::Two, true).unwrap();
    while tend.runs().get(run).unwrap().step.unwrap().id != step {
        assert!(!tend.runs().next(run, &[]).unwrap(), "there is no step {step}");
    }
    tend.runs().write(run, WORD, &[]).unwrap();
    let seen = tend.runs().drafts(run).unwrap().pop().unwrap().version;
    let given = tend.runs().release(run, step, &seen).unwrap();
    drop(tend);
    let settle = |couple: &mut Couple| {
        couple.rest();
        couple.honest(tablet);
        couple.rest();
        couple.honest(tablet);
    };
    settle(&mut couple);
    assert_eq!(where_found(&couple), [ALEX, ROBIN, tablet]);
    couple.phones[ALEX].tend().runs().take_back(given).unwrap();
    settle(&mut couple);
    assert_eq!(where_found(&couple), [ALEX, tablet], "the draft is its author's");
    couple.phones[tablet].tend().runs().shred(run, step).unwrap();
    settle(&mut couple);
    assert_eq!(where_found(&couple), NOWHERE);
}

/// Each keeps their own. Of the other's nothing stays, no matter who left.
#[test]
fn the_others_words_are_gone_when_the_two_part() {
    for leaver in [ALEX, ROBIN] {
        let (mut couple, _) = with_an_appreciation();
        couple.phones[leaver].tend().pairing().leave().unwrap();
        couple.rest();
        assert_eq!(where_found(&couple), [ALEX]);
        let id = id_of(&couple, ALEX);
        couple.phones[ALEX].tend().appreciations().delete(id).unwrap();
        assert_eq!(where_found(&couple), NOWHERE);
    }
}

#[test]
fn a_surprise_that_is_deleted_is_in_none_of_its_persons_files() {
    let mut couple = Couple::new();
    let tablet = couple.link_tablet(0);
    let idea = couple.phones[ALEX].tend().surprises().add(WORD).unwrap();
    let settle = |couple: &mut Couple| {
        couple.rest();
        couple.honest(tablet);
        couple.rest();
    };
    settle(&mut couple);
    assert_eq!(where_found(&couple), [ALEX, tablet]);
    couple.phones[tablet].tend().surprises().delete(idea).unwrap();
    settle(&mut couple);
    assert_eq!(where_found(&couple), NOWHERE);
}
