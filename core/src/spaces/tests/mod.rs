//! Groups over real stores: honest lives, hostile commits, crashes, and garbage.
#![allow(clippy::unwrap_used)]

mod life;
mod people;
