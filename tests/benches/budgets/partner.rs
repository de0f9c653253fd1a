//! How soon a partner sees what a person did, as the next step of a dialogue will be: from the moment of writing, over both phones and the server, to the other's read model.

use std::{
    collections::BTreeSet,
    path::Path,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    time::{Duration, Instant},
};

use tend_core::{Area, Listener, Tend};
use tend_tests::process::ServerProcess;
use tokio::runtime::Runtime;

use super::{
    phones::{self, words},
    samples::{Samples, milliseconds, timed},
    table::{Budget, Table},
};

const STEPS: usize = 200;
/// Steps that wait for a phone that is off, each in a message of its own.
const WAITING: usize = 500;
/// How long a step may take before the measuring is given up.
const PATIENCE: Duration = Duration::from_secs(30);
const BUDGET: Budget = Budget::AtMost(100.0, "ms");

pub fn measure(folder: &Path, table: &mut Table) {
    let server = ServerProcess::start_for_tests(&folder.join("server"));
    let runtime = phones::runtime();
    let [alex, robin] = phones::couple(folder, &server.url(), &runtime);

    let (told, news) = channel();
    let number = robin.subscribe(Arc::new(Told(told)));
    let syncing = robin.syncing();
    let following = runtime.spawn(async move { syncing.follow().await });
    // The first step shows that Robin's phone follows; it is not counted.
    step(&alex, &robin, &news, 0, &runtime);
    let (seen, sent): (Vec<_>, Vec<_>) = (1..=STEPS).map(|count| step(&alex, &robin, &news, count, &runtime)).unzip();
    following.abort();
    robin.unsubscribe(number);

    let (seen, sent) = (Samples::of(seen), Samples::of(sent));
    table.row("Partner sees a step", &seen.words(), seen.percentile(95), &BUDGET);
    table.plain("Of that step, the writer's own round of sync, to its end", &sent.words());
    waiting_messages(&alex, &robin, &runtime, table);
}

/// Passes on that something changed.
struct Told(Sender<()>);

impl Listener for Told {
    fn changed(&self, _: &BTreeSet<Area>) {
        // Nobody waits any more once the last step was seen.
        let _ = self.0.send(());
    }
}

/// Alex writes and syncs. Returns how long it took until Robin's list had it, and until Alex's phone was done.
fn step(
    alex: &Arc<Tend>,
    robin: &Arc<Tend>,
    news: &Receiver<()>,
    count: usize,
    runtime: &Runtime,
) -> (Duration, Duration) {
    let start = Instant::now();
    alex.appreciations().write(&words(count)).expect("a write");
    let syncing = alex.syncing();
    let sent = runtime.spawn(async move {
        syncing.sync().await.expect("the server answers");
        start.elapsed()
    });
    while robin.appreciations().all().expect("a read").len() <= count {
        news.recv_timeout(PATIENCE).expect("Robin's phone is told");
    }
    let seen = start.elapsed();
    (seen, runtime.block_on(sent).expect("Alex's phone syncs"))
}

/// The same as many small messages, for a phone that was off: what a message costs, compared with what an operation costs.
fn waiting_messages(alex: &Arc<Tend>, robin: &Arc<Tend>, runtime: &Runtime, table: &mut Table) {
    phones::sync(robin, runtime);
    for number in 0..WAITING {
        alex.appreciations().write(&words(number)).expect("a write");
        phones::sync(alex, runtime);
    }
    let ((), took) = timed(|| phones::sync(robin, runtime));
    let each = milliseconds(took) / WAITING as f64;
    let all = robin.appreciations().all().expect("a read").len();
    assert_eq!(all, WAITING + STEPS + 1, "everything came");
    table.plain(
        "Catch up 500 operations that came one a message",
        &format!("{:.0} ms, {each:.2} ms a message", milliseconds(took)),
    );
}
