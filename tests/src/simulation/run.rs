use std::collections::BTreeSet;

use rand::RngExt;

use super::{
    World,
    faults::{Sentences, counts, faults, gentle_days, seen},
    phone::Phone,
};

/// What a run came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What happened, step by step: equal for equal seeds.
    pub trace: Vec<String>,
    /// Where each space of each phone stands in the end. It holds hashes of ciphertext, which no seed fixes.
    pub states: Vec<String>,
    /// What must not be; empty when all is well.
    pub faults: Vec<String>,
}

/// Plays one seed: two people pair, live through `steps` of everything that can go wrong, and come to rest.
pub fn run(seed: u64, steps: usize) -> Report {
    let mut world = World::new(seed);
    let mut kept = None;
    for _ in 0..steps {
        world.step(&mut kept);
        world.happens();
    }
    world.come_to_rest();
    world.last_words();
    let faults = faults(&world);
    Report { states: states(&world), trace: std::mem::take(&mut world.trace), faults }
}

impl World {
    /// What was added to the simulation later, seldom enough that most seeds meet little of it.
    fn happens(&mut self) {
        let (fate, phone) = (self.dice.random_range(0..10_000), self.dice.random_range(0..self.phones.len()));
        match fate {
            0..400 => self.chooses(phone),
            400..410 => {
                self.server.loses_all(&self.empty.clone());
                self.taken.clear();
                self.needs_repair = true;
                self.note("the server loses all".into());
            }
            410..416 => self.turns_hostile(self.phones[phone].person),
            416..916 => self.harms(),
            _ => {}
        }
    }

    fn step(&mut self, kept: &mut Option<std::path::PathBuf>) {
        let pass = if self.chance(5) { 4000 } else { self.rng.random_range(0..10) };
        self.time.pass(pass);
        let phone = self.rng.random_range(0..self.phones.len());
        match self.rng.random_range(0..1000) {
            0..200 => self.act(phone),
            200..205 => {
                self.server.restart();
                self.note("server restarts".into());
            }
            205..210 => *kept = Some(self.server.keep_copy()),
            210..214 => {
                if let Some(copy) = kept.take() {
                    self.server.put_back(&copy);
                    self.taken.clear();
                    self.needs_repair = true;
                    self.note("server restored".into());
                }
            }
            214..240 => {
                self.phones[phone].crash();
                let note = format!("{} crashes", self.phones[phone].name);
                self.note(note);
            }
            240..255 => self.phones[phone].asleep ^= true,
            255..259 if self.phones.iter().filter(|p| p.person == self.phones[phone].person && !p.out).count() < 2 => {
                if !self.phones[phone].out && !self.phones[phone].asleep && self.is_linked(phone) {
                    let cut = self.chance(30);
                    self.link(phone, cut);
                }
            }
            259..261 => self.remove_other(phone),
            261..262 => {
                self.time.pass(100 * 24 * 3600);
                self.server.sweep();
                self.needs_repair = true;
                self.note("100 days pass".into());
            }
            262..263 => self.leave(phone),
            263..265 => self.copied(phone),
            265..300 => self.stray(),
            _ => self.advance(phone),
        }
    }

    /// One more message of a phone's round.
    fn advance(&mut self, phone: usize) {
        if self.phones[phone].asleep {
            return;
        }
        if !self.phones[phone].busy {
            let now = self.chance(50);
            self.phones[phone].tend().syncing().begin(now);
            self.phones[phone].busy = true;
        }
        if let Some(Some(request)) = self.may_die(phone, Phone::step) {
            if self.chance(2) {
                // Dead between writing and sending.
                self.phones[phone].crash();
                return;
            }
            self.deliver(phone, request);
        }
    }

    /// A person does something.
    pub(super) fn act(&mut self, phone: usize) {
        if self.phones[phone].out || !self.is_linked(phone) {
            return;
        }
        self.sentences += 1;
        let sentence = format!("sentence {} of seed {}", self.sentences, self.seed);
        match self.rng.random_range(0..10) {
            0..4 if self.phones[phone].tend().people().is_paired().expect("a read") => {
                let write = |phone: &mut Phone| phone.tend().appreciations().write(&sentence).expect("it is written");
                let Some(id) = self.may_fail(phone, write) else { return };
                let person = self.phones[phone].person;
                self.shared.wrote(person, &id.to_hex(), &sentence);
                self.did(phone, "writes", id, &sentence);
            }
            4..6 => {
                let add = |phone: &mut Phone| phone.tend().surprises().add(&sentence).expect("it is written");
                let Some(id) = self.may_fail(phone, add) else { return };
                let person = self.phones[phone].person;
                self.secrets[person].wrote(person, &id.to_hex(), &sentence);
            }
            choice => self.change(phone, choice, &sentence),
        }
    }

    /// A phone whose linking was cut too early stays a stranger's; its person's first phone is always theirs.
    fn is_linked(&self, phone: usize) -> bool {
        let phone = &self.phones[phone];
        self.phones[phone.person].own_space() == phone.own_space()
    }

    fn change(&mut self, phone: usize, choice: u32, sentence: &str) {
        let device = &self.phones[phone];
        let mine: Vec<_> =
            device.tend().appreciations().all().expect("a read").into_iter().filter(|view| view.shared).collect();
        if mine.is_empty() {
            return;
        }
        let view = mine[self.rng.random_range(0..mine.len())].clone();
        let shown: Vec<_> = view.other_versions.iter().cloned().chain([view.text.clone()]).collect();
        match choice {
            6 | 7 if view.mine && !view.thanked => {
                let edit = |phone: &mut Phone| phone.tend().appreciations().edit(view.id, sentence, &view.version);
                let Some(done) = self.may_fail(phone, edit) else { return };
                done.expect("it is changed");
                self.shared.replaced(&view.id.to_hex(), &shown, sentence);
                self.did(phone, "edits", view.id, sentence);
            }
            8 if !view.mine && !view.thanked => {
                self.phones[phone].tend().appreciations().thank(view.id).expect("thanks");
            }
            9 if view.mine => {
                let delete = |phone: &mut Phone| phone.tend().appreciations().delete(view.id);
                let Some(done) = self.may_fail(phone, delete) else { return };
                done.expect("it is deleted");
                self.shared.deleted(&view.id.to_hex(), phone);
                self.did(phone, "deletes", view.id, "");
            }
            _ => {}
        }
    }

    fn did(&mut self, phone: usize, what: &str, record: tend_core::records::RecordId, sentence: &str) {
        let note = format!("{} {what} {} {sentence}", self.phones[phone].name, &record.to_hex()[8..14]);
        self.note(note);
    }

    fn leave(&mut self, phone: usize) {
        // Only late, so that most seeds live together.
        if self.phones[phone].out || self.trace.len() < 150 || !self.is_linked(phone) {
            return;
        }
        if let Some(Ok(())) = self.may_fail(phone, |phone| phone.tend().pairing().leave()) {
            self.parted = true;
            let note = format!("{} leaves", self.phones[phone].name);
            self.note(note);
        }
    }

    /// A phone's store is copied, and later, if it is the same phone's turn again, put back: a backup that should not have been made.
    fn copied(&mut self, phone: usize) {
        if self.phones[phone].out || !self.is_linked(phone) {
            return;
        }
        if let Some((owner, copy)) = self.copy.take().filter(|(owner, _)| *owner == phone) {
            self.expect_only_what_others_saw(owner);
            self.phones[owner].put_back(&copy);
            self.shared.doubt(&seen(&self.phones[owner]).0);
            self.doubt_what_only_it_knew(owner);
            self.needs_repair = true;
            let note = format!("{} goes on with a copy", self.phones[owner].name);
            self.note(note);
        } else if self.phones.iter().filter(|other| other.person == self.phones[phone].person && !other.out).count() > 1
        {
            self.copy = Some((phone, self.phones[phone].keep_copy()));
        }
    }

    fn remove_other(&mut self, phone: usize) {
        if self.phones[phone].out || self.phones[phone].asleep || !self.is_linked(phone) {
            return;
        }
        let devices = self.phones[phone].tend().devices().all().expect("a read");
        let Some(other) = devices.into_iter().find(|device| !device.is_this) else { return };
        let removed = self.phones.iter().position(|known| known.name == other.name);
        if let Some(removed) = removed.filter(|removed| !self.phones[*removed].out) {
            // It may send what it has; what does not come through to another phone stays with it.
            self.round(removed);
            for other in (0..self.phones.len()).filter(|other| *other != removed) {
                if !self.phones[other].asleep {
                    self.round(other);
                }
            }
            self.expect_only_what_others_saw(removed);
            self.phones[phone].tend().devices().remove(other.id).expect("it is removed");
            self.phones[removed].out = true;
            self.phones[removed].removed_by = Some(phone);
            let note = format!("{} removes {}", self.phones[phone].name, other.name);
            self.note(note);
        }
    }

    /// What a phone deleted or removed, and nobody else has heard of, is undone by a store from before.
    pub(super) fn doubt_what_only_it_knew(&mut self, owner: usize) {
        let others = || self.phones.iter().enumerate().filter(|(at, _)| *at != owner).map(|(_, phone)| phone);
        let purged = others().flat_map(Phone::purged).collect();
        let removed = (0..self.phones.len()).filter(|at| self.phones[*at].removed_by == Some(owner));
        let unheard: Vec<_> =
            removed.filter(|at| !others().any(|phone| phone.knows_as_removed(&self.phones[*at]))).collect();
        self.shared.doubt_deletions(owner, &purged);
        for at in unheard {
            self.phones[at].removed_by = None;
        }
    }

    pub(super) fn expect_only_what_others_saw(&mut self, gone: usize) {
        let mut shared = Sentences::new();
        let mut secrets = [Sentences::new(), Sentences::new()];
        for phone in
            self.phones.iter().enumerate().filter(|(at, phone)| *at != gone && !phone.out).map(|(_, phone)| phone)
        {
            let (appreciations, surprises) = seen(phone);
            for (record, sentences) in appreciations {
                shared.entry(record).or_default().extend(sentences);
            }
            for (record, sentences) in surprises {
                secrets[phone.person].entry(record).or_default().extend(sentences);
            }
        }
        let person = self.phones[gone].person;
        if self.parted {
            let own = |(at, phone): &(usize, &Phone)| *at != gone && phone.person == person && !phone.out;
            let others = self.phones.iter().enumerate().filter(own);
            let kept = others.flat_map(|(_, phone)| phone.kept().expect("a read")).collect();
            self.shared.only_kept(person, &kept);
        } else {
            self.shared.only(&shared);
        }
        self.secrets[person].only(&secrets[person]);
        let others = self.phones.iter().enumerate().filter(|(at, phone)| *at != gone && !phone.out);
        let seen: BTreeSet<_> =
            others.filter(|(_, phone)| phone.person == person).flat_map(|(_, phone)| gentle_days(phone)).collect();
        self.gentle[person].retain(|day| seen.contains(day));
    }

    /// When all is well again, everybody has a word for the others, and all of them hear it. Who was removed does not.
    fn last_words(&mut self) {
        for phone in 0..self.phones.len() {
            let paired = self.phones[phone].tend().people().is_paired().expect("a read");
            if paired && !self.parted && counts(self, &self.phones[phone]) {
                let sentence = format!("last words of {}", self.phones[phone].name);
                let id = self.phones[phone].tend().appreciations().write(&sentence).expect("it is written");
                self.shared.wrote(self.phones[phone].person, &id.to_hex(), &sentence);
                self.last_words.push(sentence);
            }
        }
        for _ in 0..3 {
            for phone in 0..self.phones.len() {
                self.round(phone);
            }
        }
    }

    /// All wake up, the network is kind, and everybody talks until nobody has anything new.
    fn come_to_rest(&mut self) {
        self.note("rest".into());
        self.strays.clear();
        for phone in &mut self.phones {
            phone.asleep = false;
            phone.give_up();
        }
        let mut before = Vec::new();
        for round in 0..40 {
            self.time.pass(4000);
            for phone in 0..self.phones.len() {
                self.round(phone);
            }
            let now: Vec<_> = self.phones.iter().map(seen).collect();
            if round > 8 && now == before {
                return;
            }
            before = now;
        }
        self.broken.push("the phones do not come to rest".into());
    }
}

/// Where everything stands, for a person who looks at a failing seed.
fn states(world: &World) -> Vec<String> {
    let mut lines = Vec::new();
    for phone in &world.phones {
        lines.push(format!("{} out: {}", phone.name, phone.out));
        lines.extend(phone.tend().syncing().spaces().expect("a read").iter().map(|state| format!("  {state:?}")));
        lines
            .extend(phone.tend().notices().unread().expect("a read").iter().map(|notice| format!("  {}", notice.code)));
    }
    lines
}
