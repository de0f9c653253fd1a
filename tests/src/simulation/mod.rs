//! A seeded simulation: two people's devices, one server, and all that can go wrong between them.
//!
//! The phones are real: the facade, the engine, MLS, and a real encrypted store in a folder of its own. The server is real but for its
//! sockets: its service over a real SQLite file. Only the wire, the clocks and the random ids come from the seed. See [`World`], then
//! [`run`].

mod chooses;
mod clock;
mod cut;
mod entropy;
pub mod evil;
mod faults;
mod model;
#[path = "../../../core/tests/store/pages.rs"]
#[allow(dead_code, clippy::unwrap_used, missing_docs, reason = "shared with the tests of the store")]
pub mod pages;
mod phone;
mod play;
mod run;
mod server;
mod world;

pub use clock::Time;
pub use phone::Phone;
pub use play::{STEPS, play, play_all, seeds};
pub use run::{Report, run};
pub use server::Server;
pub use world::{World, memory_folder};
