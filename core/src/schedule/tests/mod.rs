#![allow(clippy::unwrap_used)]

mod availability;
mod clocks;
mod given;
mod input;
mod negotiation;
mod offered;
mod places;
mod slots;
mod threads;
mod today;
mod week;
mod weeks;
