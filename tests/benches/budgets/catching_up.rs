//! A phone that was off reads what the other person did meanwhile. Both phones and the server are the real ones, over HTTP.

use std::path::Path;

use tend_tests::process::ServerProcess;

use super::{
    phones::{self, words},
    samples::{milliseconds, timed},
    table::{Budget, Table},
};

const OPERATIONS: usize = 10_000;
const BUDGET: Budget = Budget::AtMost(1000.0, "ms");

pub fn measure(folder: &Path, table: &mut Table) {
    let server = ServerProcess::start_for_tests(&folder.join("server"));
    let runtime = phones::runtime();
    let [alex, robin] = phones::couple(folder, &server.url(), &runtime);
    let ((), wrote) = timed(|| {
        for number in 0..OPERATIONS {
            alex.appreciations().write(&words(number)).expect("a write");
        }
    });
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
}
