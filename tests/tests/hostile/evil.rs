//! One side of a handshake, with real keys and at the real server, that says whatever it likes.

use serde::{Deserialize, Serialize};
use tend_core::{
    InviteWay,
    identity::{Certificate, SigningKey, SystemEntropy},
    pairing::{Handshake, Invite, Purpose, Side, Step},
    spaces::key_packages,
    store::{Store, StoreError, StoreKey, Transaction},
};
use tend_protocol::{
    Bytes, JoinMailbox, MailboxId, MailboxState, OpenMailbox, PostToMailbox, ReadMailbox, SpaceId, decode, encode,
};
use tend_tests::simulation::{
    Phone,
    evil::{Keys, in_copy},
};

use super::couple::{ALEX, Couple, ROBIN};

/// As `sync` says it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    Pair { package: Bytes },
    Paired,
    Link { name: String },
    Linked { identity: SigningKey, certificate: Certificate, own_space: SpaceId },
    Ready { package: Bytes },
    InUse,
}

/// A change to a phone's own store, while the app is closed.
pub fn in_store<T>(phone: &mut Phone, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> T {
    let copy = phone.keep_copy();
    let store = Store::open(&copy, &StoreKey::new([7; 32])).unwrap();
    let done = store.write(work).unwrap();
    drop(store);
    phone.put_back(&copy);
    done
}

/// One side of a real handshake, driven by hand in the session of Robin's phone.
pub struct Evil {
    pub handshake: Handshake,
    pub mailbox: MailboxId,
    pub signer: SigningKey,
    pub keys: Keys,
    posted: usize,
    pub opened: Vec<Said>,
}

impl Evil {
    /// Robin invites. The invite's text, too.
    pub fn inviter(couple: &Couple, purpose: Purpose) -> (Self, String) {
        let keys = Keys::of(&couple.phones[ROBIN]);
        let entropy = SystemEntropy::default();
        let server = "https://tend.example.org";
        let invite = Invite::in_person(purpose, server, None, keys.identity.identity(), &entropy).unwrap();
        let (handshake, mailbox) = (Handshake::invite(&invite, &keys.identity, &entropy).unwrap(), invite.mailbox());
        couple.server.call(&couple.tokens[ROBIN], &OpenMailbox { mailbox, seconds: invite.seconds() }).unwrap();
        let signer = keys.identity.clone();
        (Self { handshake, mailbox, signer, keys, posted: 0, opened: vec![] }, invite.text())
    }

    /// Robin takes an invite.
    pub fn joiner(couple: &Couple, purpose: Purpose, text: &str) -> Self {
        let keys = Keys::of(&couple.phones[ROBIN]);
        let signer = if purpose == Purpose::Link { keys.key.clone() } else { keys.identity.clone() };
        let invite = Invite::parse(text).unwrap();
        let handshake = Handshake::join(&invite, &signer, &SystemEntropy::default()).unwrap();
        let mailbox = invite.mailbox();
        couple.server.call(&couple.tokens[ROBIN], &JoinMailbox { mailbox }).unwrap();
        Self { handshake, mailbox, signer, keys, posted: 0, opened: vec![] }
    }

    /// Posts what there is, and reads what came.
    pub fn turn(&mut self, couple: &Couple) {
        self.post(couple);
        let read = ReadMailbox { mailbox: self.mailbox };
        let Ok(MailboxState { messages, .. }) = couple.server.call(&couple.tokens[ROBIN], &read) else { return };
        for message in messages {
            match self.handshake.receive(message.index, &message.bytes).unwrap() {
                Step::Met => assert_eq!(self.handshake.confirm(&self.signer), Ok(None)),
                Step::Opened(payload) => self.opened.push(decode(&payload).unwrap()),
                _ => {}
            }
        }
        self.post(couple);
    }

    pub fn say(&mut self, couple: &Couple, said: &Said) {
        self.handshake.seal(&encode(said)).unwrap();
        self.post(couple);
    }

    fn post(&mut self, couple: &Couple) {
        while let Some(bytes) = self.handshake.outgoing().get(self.posted) {
            let call = PostToMailbox { mailbox: self.mailbox, index: self.posted as u32, bytes: bytes.clone() };
            couple.server.call(&couple.tokens[ROBIN], &call).unwrap();
            self.posted += 1;
        }
    }

    /// Everything that can be said, with the best that the evil side has.
    pub fn all_sayings(&self, couple: &Couple, victim: usize) -> Vec<(&'static str, Said)> {
        let package = in_copy(&couple.phones[ROBIN], |tx| {
            key_packages::generate(tx, &self.keys.key, &self.keys.certificate, false)
        });
        let certificate = Certificate::issue(&self.keys.identity, Keys::of(&couple.phones[victim]).key.device());
        let (identity, own_space) = (self.keys.identity.clone(), self.keys.own_space);
        vec![
            ("pair", Said::Pair { package: Bytes(package.clone()) }),
            ("paired", Said::Paired),
            ("link", Said::Link { name: "Tablet".into() }),
            ("linked", Said::Linked { identity, certificate, own_space }),
            ("ready", Said::Ready { package: Bytes(package) }),
            ("in_use", Said::InUse),
        ]
    }
}

/// Two who do not know each other; the victim's handshake with the evil side stands where that one may speak. Everyone who is asked says yes.
pub fn stage(purpose: Purpose, victim_is: Side, used: bool) -> (Couple, usize, Evil) {
    let mut couple = Couple::apart();
    for phone in [ROBIN, ALEX] {
        couple.honest(phone);
    }
    let victim = if used { ALEX } else { 2 };
    if used {
        couple.phones[ALEX].tend().surprises().add("a private idea").unwrap();
        couple.write(ALEX, "months of words");
        couple.honest(ALEX);
    } else {
        couple.phones.push(Phone::new(couple.folder.path(), 1, ALEX, 7, &couple.time, 0));
    }
    let mut evil = match victim_is {
        Side::Inviter => {
            let pairing = couple.phones[victim].tend().pairing();
            let invite = match purpose {
                Purpose::Pair => pairing.invite_partner(InviteWay::InPerson).unwrap(),
                Purpose::Link => pairing.invite_device(InviteWay::InPerson).unwrap(),
            };
            couple.honest(victim);
            Evil::joiner(&couple, purpose, &invite.text)
        }
        Side::Joiner => {
            let (evil, text) = Evil::inviter(&couple, purpose);
            couple.phones[victim].tend().pairing().accept(&text).unwrap();
            evil
        }
    };
    for _ in 0..3 {
        evil.turn(&couple);
        couple.honest(victim);
        couple.say_yes(&[victim]);
    }
    couple.honest(victim);
    evil.turn(&couple);
    (couple, victim, evil)
}
