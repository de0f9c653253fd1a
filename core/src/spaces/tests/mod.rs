//! Groups over real stores: honest lives, hostile members, crashes, and garbage.
#![allow(clippy::unwrap_used)]

mod adds;
mod commits;
mod crash;
mod evil;
mod garbage;
mod keys;
mod life;
mod people;
mod proposals;
mod raw;
mod welcomes;
