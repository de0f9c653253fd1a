//! The areas, with all that they take and give, as `build/` writes them from the core's facade.

use std::sync::Arc;

use tend_core::TendError as CoreError;

use crate::{
    Tend, TendError,
    boundary::call,
    forms::{ComesBack, Crosses, KindWindow, Listed},
};

include!(concat!(env!("OUT_DIR"), "/areas.rs"));
