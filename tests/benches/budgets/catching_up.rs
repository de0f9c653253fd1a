//! A phone that was off reads what the other person did meanwhile. Both phones and the server are the real ones, over HTTP.

use std::{path::Path, sync::Arc};

use tend_core::Tend;
use tend_tests::process::ServerProcess;

use tokio::runtime::Runtime;

use super::{
    phones::{self, words},
    reading::{SHOWN, THEN},
    samples::{Samples, milliseconds, timed},
    table::{Budget, Table},
};

const OPERATIONS: usize = 10_000;
/// Caught up once more, while a screen is drawn again and again.
const MORE: usize = 5000;
const BUDGET: Budget = Budget::AtMost(1000.0, "ms");

pub fn measure(folder: &Path, table: &mut Table) {
    let server = ServerProcess::start_for_tests(&folder.join("server"));
    let runtime = phones::runtime();
    let [alex, robin] = phones::couple(folder, &server.url(), &runtime);
    let ((), wrote) = timed(|| write(&alex, OPERATIONS));
    let ((), sent) = timed(|| phones::sync(&alex, &runtime));
    let (outcome, took) = timed(|| runtime.block_on(robin.syncing().sync()).expect("the server answers"));
    assert_eq!(robin.appreciations().all().expect("a read").len(), OPERATIONS, "everything came");
    table.plain(
        "10,000 operations, written one by one on a phone",
        &format!("{:.2} ms each, durable", milliseconds(wrote) / OPERATIONS as f64),
    );
    table.plain("10,000 operations, sent by that phone in one round", &format!("{:.0} ms", milliseconds(sent)));
    table.row(
        "Catch up 10,000 operations on loopback",
        &format!("{:.0} ms in {} requests", milliseconds(took), outcome.requests),
        milliseconds(took),
        &BUDGET,
    );
    read_meanwhile([&alex, &robin], &runtime, table);
}

fn write(tend: &Arc<Tend>, times: usize) {
    for number in 0..times {
        tend.appreciations().write(&words(number)).expect("a write");
    }
}

/// What a screen costs on a phone that is catching up.
fn read_meanwhile([alex, robin]: [&Arc<Tend>; 2], runtime: &Runtime, table: &mut Table) {
    for number in 0..SHOWN {
        robin.surprises().add(&words(number)).expect("a write");
    }
    write(alex, MORE);
    phones::sync(alex, runtime);
    let syncing = robin.syncing();
    let round = runtime.spawn(async move { syncing.sync().await });
    let drawn = Samples::take_while(|| !round.is_finished(), || robin.surprises().all().expect("a read").len());
    runtime.block_on(round).expect("the round ends").expect("the server answers");
    assert_eq!(robin.appreciations().all().expect("a read").len(), OPERATIONS + MORE, "everything came");
    let what = format!("A later read model ({SHOWN} records), while 5,000 operations are caught up");
    table.row(&what, &drawn.words(), drawn.percentile(95), &THEN);
}
