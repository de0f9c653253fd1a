//! One phone, through the facade that shells use: what needs a store and a clock, and no other phone.
#![allow(clippy::unwrap_used)]

mod edits;
mod fresh;
mod printed;
mod transport;

use std::sync::Arc;

use tend_core::{
    Options, SystemClock, Tend, content::Language, identity::SystemEntropy, store::StoreKey, sync::http::Roots,
};

/// A phone that was just opened, and the folder that goes with it.
fn phone() -> (tempfile::TempDir, Arc<Tend>) {
    let folder = tempfile::tempdir().unwrap();
    let tend = Tend::open(Options {
        folder: folder.path().into(),
        key: StoreKey::new([7; 32]),
        device_name: "phone".into(),
        language: Language::English,
        clock: Arc::new(SystemClock::default()),
        entropy: Arc::new(SystemEntropy::default()),
        roots: Roots::Mozilla,
    });
    (folder, tend.unwrap())
}
