//! What a person waits for: opening a store with 50,000 records, and drawing Today, notices and a list of 200 from it. What a list of nearly
//! all costs is printed too, without a budget: no screen shows so many.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use jiff::{Span, ZonedDateTime};
use tend_core::{
    Tend,
    content::{Words, catalogue},
    identity::{Entropy, SystemEntropy},
    records::{Record, RecordId},
    romance::{Appreciation, SurpriseIdea},
    store::{Store, StoreKey},
};

use super::{
    phones::{self, words},
    samples::Samples,
    table::{Budget, Table},
};

const RECORDS: usize = 50_000;
/// In the list of the first screen; the others are appreciations.
pub const SHOWN: usize = 200;
/// Written as a person writes; the store is filled with copies of them.
const WRITTEN: usize = 50;
/// Days that the copies are of: ten years.
const DAYS: i64 = 3650;
const OPENINGS: usize = 20;
const LATER: usize = 500;
/// While another thread writes, so long.
const BUSY: Duration = Duration::from_secs(3);
const FIRST: Budget = Budget::AtMost(150.0, "ms");
/// For every read model after the first.
pub const THEN: Budget = Budget::AtMost(5.0, "ms");

pub fn measure(folder: &Path, table: &mut Table) {
    let start = Instant::now();
    let known = (catalogue().prompts.len(), Words::default().text("minutes").len());
    let once = start.elapsed().as_secs_f64() * 1000.0;
    assert!(known.0 > 0 && known.1 > 0, "there is something to practise, and a language");
    table
        .plain("Read the catalogue and a language, once in a process, before the rows below", &format!("{once:.1} ms"));
    fill(folder);
    let opened = Samples::take(OPENINGS, || phones::open(folder));
    table.plain("Open a store with 50,000 records, and nothing else", &opened.words());
    let drawn = Samples::take(OPENINGS, || first_screen(&phones::open(folder)));
    table.row(
        "Open a store with 50,000 records and draw Today, notices and a list of 200",
        &drawn.words(),
        drawn.percentile(50),
        &FIRST,
    );
    let long = Samples::take(OPENINGS / 4, || long_list(&phones::open(folder)));
    table.plain("Open it and draw all 49,800 appreciations", &long.words());

    let tend = phones::open(folder);
    first_screen(&tend);
    let quiet = Samples::take(LATER, || list(&tend));
    table.row("A later read model (200 records)", &quiet.words(), quiet.percentile(95), &THEN);
    let long = Samples::take(OPENINGS / 4, || long_list(&tend));
    table.plain("All 49,800 appreciations, later", &long.words());
    let (busy, written) = while_writing(&tend);
    table.row(
        "A later read model (200 records), while another thread writes",
        &format!("{}; {written} writes meanwhile", busy.words()),
        busy.percentile(95),
        &THEN,
    );
}

fn first_screen(tend: &Arc<Tend>) -> usize {
    let (today, notices) = (tend.today().read().expect("a read"), tend.notices().unread().expect("a read"));
    today.cards.len() + notices.len() + list(tend)
}

fn list(tend: &Arc<Tend>) -> usize {
    let all = tend.surprises().all().expect("a read").len();
    assert_eq!(all, SHOWN, "the list is whole");
    all
}

fn long_list(tend: &Arc<Tend>) -> usize {
    let all = tend.appreciations().all().expect("a read").len();
    assert!(all >= RECORDS - SHOWN, "the list is whole");
    all
}

/// Reads while another thread does what a person and a sync do: durable transactions, one after the other. Also returns how many those
/// were.
fn while_writing(tend: &Arc<Tend>) -> (Samples, usize) {
    let (stop, start) = (AtomicBool::new(false), Instant::now());
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut written = 0;
            while !stop.load(Ordering::Acquire) {
                tend.appreciations().write(&words(written)).expect("a write");
                written += 1;
            }
            written
        });
        let samples = Samples::take_while(|| start.elapsed() < BUSY, || list(tend));
        stop.store(true, Ordering::Release);
        (samples, writer.join().expect("the writer ends"))
    })
}

/// Writes some records as a person does, and copies them under new ids until there are enough: only their words repeat. An appreciation's id
/// begins with its day, so the copies are of ten years of days.
fn fill(folder: &Path) {
    let tend = phones::open(folder);
    tend.people().set_me("Alex", "", None).expect("a name");
    let own = tend.syncing().spaces().expect("a read")[0].id;
    for number in 0..WRITTEN {
        tend.appreciations().write(&words(number)).expect("a write");
        tend.surprises().add(&words(number)).expect("a write");
    }
    drop(tend);
    let store = Store::open(folder, &StoreKey::new([7; 32])).expect("the store opens");
    let today = ZonedDateTime::now().date();
    let copy = |kind: &str, wanted: usize| {
        store.write(|tx| {
            let written = tx.live_records(own, kind)?;
            for number in written.len()..wanted {
                let mut record = written[number % written.len()].clone();
                let day = today.saturating_sub(Span::new().days(i64::try_from(number).unwrap_or(0) % DAYS));
                record.id = RecordId::on_day(day, <dyn Entropy>::bytes(&SystemEntropy::default()));
                tx.put_record(own, &record)?;
                let counter = tx.next_operation(own)?;
                tx.note_own_operation(own, record.id, counter)?;
                tx.note_taken(own, record.id, counter, 0, counter)?;
            }
            Ok::<_, tend_core::store::StoreError>(())
        })
    };
    copy(SurpriseIdea::KIND, SHOWN).expect("the records are stored");
    copy(Appreciation::KIND, RECORDS - SHOWN).expect("the records are stored");
}
