#![allow(clippy::unwrap_used)]

mod paths;
mod prompts;
mod runs;
