#![allow(clippy::unwrap_used)]

mod appointments;
mod changes;
mod checks;
mod clocks;
mod days;
mod preferences;
mod properties;
mod random;
mod response;
mod responses;
mod rules;
mod snooze;
mod stored;
mod support;
mod today;
mod transitions;
mod travel;
mod validation;
mod views;
mod window;
mod wishes;
