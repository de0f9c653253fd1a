//! Ordered mailboxes for ciphertext: the server that Tend's phones meet at.
//!
//! [`service`] decides, [`storage`] keeps, [`http`] carries, [`environment`] gives time and chance, [`config`] reads what the
//! operator wants. `README.md` says where to start reading.

pub mod config;
pub mod environment;
pub mod http;
pub mod service;
pub mod storage;
