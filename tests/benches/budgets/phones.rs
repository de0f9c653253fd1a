//! Two people's phones, in this process, that speak to a real server over HTTP.

use std::{path::Path, sync::Arc};

use tend_core::{
    Clock, InviteWay, Options, SystemClock, Tend, identity::SystemEntropy, store::StoreKey, sync::http::Roots,
};
use tokio::runtime::Runtime;

/// Rounds of sync after which two phones must have become a couple.
const ROUNDS: usize = 12;

/// Opens the phone in this folder, or a new one.
pub fn open(folder: &Path) -> Arc<Tend> {
    open_at(folder, Arc::new(SystemClock::default()))
}

/// As [`open`], by another clock.
pub fn open_at(folder: &Path, clock: Arc<dyn Clock>) -> Arc<Tend> {
    let options = Options {
        folder: folder.into(),
        key: StoreKey::new([7; 32]),
        device_name: "phone".into(),
        language: tend_core::content::Language::English,
        clock,
        entropy: Arc::new(SystemEntropy::default()),
        roots: Roots::default(),
    };
    Tend::open(options).expect("the store opens")
}

/// Runs what phones do at once, as a shell does.
pub fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime")
}

/// Two people who have become a couple.
pub fn couple(folder: &Path, server: &str, runtime: &Runtime) -> [Arc<Tend>; 2] {
    let [alex, robin] = ["alex", "robin"].map(|name| {
        let tend = open(&folder.join(name));
        tend.people().set_me(name, "", None).expect("a name");
        tend
    });
    alex.pairing().use_server(server, None).expect("a server");
    let invite = alex.pairing().invite_partner(InviteWay::InPerson).expect("an invite");
    robin.pairing().accept(&invite.text).expect("the invite is good");
    let knows = |tend: &Arc<Tend>| tend.people().partner().expect("a read").is_some();
    for _ in 0..ROUNDS {
        for phone in [&alex, &robin] {
            sync(phone, runtime);
        }
        if knows(&alex) && knows(&robin) {
            return [alex, robin];
        }
    }
    panic!("the phones do not become a couple");
}

/// A round of sync that must work.
pub fn sync(phone: &Arc<Tend>, runtime: &Runtime) {
    runtime.block_on(phone.syncing().sync_now()).expect("the server answers");
}

/// Words of the length that people write, each different.
pub fn words(number: usize) -> String {
    let ends = ["listened until I was done", "laughed with me", "made tea before I asked, and sat down with me"];
    format!("Number {number}: today you {}. Thank you.", ends[number % ends.len()])
}
