#![allow(clippy::unwrap_used)]

mod attacks;
mod garbage;
mod runs;

use std::sync::Mutex;

use ring::digest::{SHA256, digest};

use super::*;
use crate::pairing::Code;

/// Random bytes that a seed fixes.
struct Seeded(Mutex<u64>);

impl Seeded {
    fn new(seed: u64) -> Self {
        Self(Mutex::new(seed << 32))
    }
}

impl Entropy for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        let mut count = self.0.lock().unwrap();
        for part in bytes.chunks_mut(32) {
            *count += 1;
            part.copy_from_slice(&digest(&SHA256, &count.to_be_bytes()).as_ref()[..part.len()]);
        }
    }
}

/// The three ways, before there is an invite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    QrCode,
    Link,
    TypedCode,
}

const WAYS: [By; 3] = [By::QrCode, By::Link, By::TypedCode];
const PURPOSES: [Purpose; 2] = [Purpose::Pair, Purpose::Link];
const SERVER: &str = "https://tend.example";

fn invite(by: By, purpose: Purpose, inviter: &SigningKey, entropy: &dyn Entropy) -> Invite {
    match by {
        By::QrCode => Invite::in_person(purpose, SERVER, None, inviter.identity(), entropy),
        By::Link => Invite::link(purpose, SERVER, None, entropy),
        By::TypedCode => Invite::code(purpose, SERVER, Code::generate(entropy)),
    }
    .unwrap()
}

/// Two sides of one handshake, and the keys that they began with.
#[derive(Clone)]
struct Two {
    invite: Invite,
    inviter_key: SigningKey,
    joiner_key: SigningKey,
    inviter: Handshake,
    joiner: Handshake,
}

impl Two {
    fn new(by: By, purpose: Purpose, seed: u64) -> Self {
        let entropy = Seeded::new(seed);
        let (inviter_key, joiner_key) = (SigningKey::generate(&entropy), SigningKey::generate(&entropy));
        let invite = invite(by, purpose, &inviter_key, &entropy);
        let inviter = Handshake::invite(&invite, &inviter_key, &entropy).unwrap();
        let joiner = Handshake::join(&invite, &joiner_key, &entropy).unwrap();
        Self { invite, inviter_key, joiner_key, inviter, joiner }
    }

    /// Both know each other's keys.
    fn met(by: By, purpose: Purpose, seed: u64) -> Self {
        let mut two = Self::new(by, purpose, seed);
        two.inviter_reads().unwrap();
        two.joiner_reads().unwrap();
        two.inviter_reads().unwrap();
        two
    }

    /// The joiner has confirmed and sealed, and the inviter has confirmed, but not yet got it.
    fn confirmed(by: By, purpose: Purpose, seed: u64) -> Self {
        let mut two = Self::met(by, purpose, seed);
        two.joiner.confirm(&two.joiner_key).unwrap();
        two.joiner.seal(b"from the joiner").unwrap();
        two.inviter.confirm(&two.inviter_key).unwrap();
        two
    }

    /// Each has opened the other's first payload.
    fn open(by: By, purpose: Purpose, seed: u64) -> Self {
        let mut two = Self::confirmed(by, purpose, seed);
        two.inviter_reads().unwrap();
        two.inviter.seal(b"from the inviter").unwrap();
        two.joiner_reads().unwrap();
        two
    }

    /// The inviter reads the mailbox: every message there, from the first on. The last step.
    fn inviter_reads(&mut self) -> Result<Step, Mismatch> {
        read(&self.joiner, &mut self.inviter)
    }

    /// The joiner reads the mailbox.
    fn joiner_reads(&mut self) -> Result<Step, Mismatch> {
        read(&self.inviter, &mut self.joiner)
    }

    fn stored(&self) -> [Vec<u8>; 2] {
        [&self.inviter, &self.joiner].map(tend_protocol::encode)
    }
}

fn read(from: &Handshake, to: &mut Handshake) -> Result<Step, Mismatch> {
    let mut last = Ok(Step::Known);
    for (index, bytes) in from.outgoing().iter().enumerate() {
        last = Ok(to.receive(u32::try_from(index).unwrap(), bytes)?);
    }
    last
}

/// As after a restart.
fn reopened(side: &Handshake) -> Handshake {
    tend_protocol::decode(&tend_protocol::encode(side)).unwrap()
}

fn payload(step: Result<Step, Mismatch>) -> Vec<u8> {
    match step {
        Ok(Step::Opened(payload)) => payload.to_vec(),
        other => panic!("{other:?}"),
    }
}
