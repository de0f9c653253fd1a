//! Invites and the handshake behind them: how two people's phones meet (*pairing*), and how a person's next device meets the
//! ones they have (*linking*). Pure: no network, no store, no clock, no MLS.
//!
//! The two sides meet in a mailbox at a server that neither trusts. One made the [`Invite`]; the other got it in person (a QR
//! code), by a link, or as a typed [`Code`]. Each drives a [`Handshake`], posts what it has in [`Handshake::outgoing`] and
//! gives it what the mailbox holds from the other side:
//!
//! ```text
//!      inviter                                              joiner
//!                 <- 0  commitment to the joiner's keys ----
//!                 -- 0  the inviter's keys ---------------->   both sides' keys are known here,
//!                 <- 1  the joiner's keys ------------------   and here: compare, then confirm
//!                 <- 2  sealed: signature, payload ---------   after the joiner confirmed
//!                 -- 1  sealed: signature, payload -------->   after the inviter confirmed too
//!                 <- 3…, -- 2…  sealed payloads, if needed
//! ```
//!
//! Nobody in the middle can choose keys so that both sides show the same [`Comparison`]: the joiner is bound by its commitment
//! before it sees the inviter's keys, and the inviter posts its own before it sees the joiner's. One guess in 2⁴² is left, and
//! a wrong one burns the invite. An invite to pair that is given in person needs no comparison: its secret goes into every key.
//! Two people who pair will be in a space whose id both sides derive from what only they share ([`Handshake::couple`]).
//!
//! Nothing is created before both have confirmed. The joiner seals its payload only after its own confirmation; the inviter
//! sees that payload only after *its* own confirmation, and seals its answer after that. When linking, the device that the
//! person has is the inviter and the new one joins: the inviter's payload carries the person's identity key, so the person is
//! asked on the inviting device before it confirms. The joining one asks its own person too: an invite says by itself that it
//! links, so only the comparison shows them whose device theirs becomes. It is there however the invite came.

mod base32;
mod code;
mod comparison;
mod error;
mod handshake;
mod invite;
mod key_schedule;
mod message;
mod purpose;
mod rules;
mod secret;
mod spoken;
mod view;

pub use code::Code;
pub use comparison::{Comparison, SYMBOLS, Symbol};
pub use error::InviteError;
pub use handshake::{Handshake, Mismatch, PAYLOAD_BYTES, Peer, Refused, SEALED_MESSAGES, Side, Stage, Step};
pub(crate) use invite::access_code;
pub use invite::{Invite, Way, survivor};
pub use purpose::Purpose;
pub use rules::{PairingRefusal, may_confirm, may_invite, may_join};
pub use secret::{SealedPayload, Secret};
pub use view::{InviteEnd, InviteView, InviteWay, SymbolView, WaitingFor, view};
