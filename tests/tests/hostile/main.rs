//! A hostile server, case by case: two paired phones, the real server behind, and between them one that alters its answers or makes up its
//! own. Each case ends in a typed outcome; nothing of it is applied, nothing is lost, and what was written meanwhile arrives once as soon as
//! the server is honest again.

#![allow(clippy::unwrap_used)]

mod answers;
mod copies;
mod couple;
mod devices;
mod evil;
mod generations;
mod gone;
mod half_pairing;
mod later;
mod leaving;
mod log;
mod lost;
mod member;
mod mutated;
mod order;
mod pairing;
mod servers;
mod traffic;
mod two_devices;
