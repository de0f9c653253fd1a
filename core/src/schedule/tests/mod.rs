#![allow(clippy::unwrap_used)]

mod availability;
mod clocks;
mod given;
mod negotiation;
mod slots;
mod talks;
mod week;
