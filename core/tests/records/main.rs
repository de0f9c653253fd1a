//! Records: how operations merge, what is valid, and the form in which they travel.
#![allow(clippy::unwrap_used)]

mod foreign;
mod history;
mod kinds;
mod later;
mod merging;
mod typed;
mod validity;
mod wire;
