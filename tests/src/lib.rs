//! What needs more than one part of Tend: the simulation, and what whole-system tests share.

pub mod process;
pub mod recorder;
pub mod search;
pub mod simulation;
