#![allow(clippy::unwrap_used)]

mod appointments;
mod checks;
mod clocks;
mod days;
mod properties;
mod random;
mod responses;
mod snooze;
mod stored;
mod support;
mod transitions;
mod travel;
mod validation;
mod window;
mod wishes;
