//! Records: how operations merge, what is valid, and the form in which they travel.
#![allow(clippy::unwrap_used)]

mod foreign;
mod history;
mod later;
mod lists;
mod merging;
mod record_types;
mod typed;
mod validity;
mod wire;
