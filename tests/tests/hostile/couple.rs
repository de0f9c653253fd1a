use std::{collections::BTreeSet, path::PathBuf};

use tend_core::{
    InviteWay, TendError, WaitingFor,
    sync::{Failure, Request, Role, SpaceState, SpaceStatus},
};
use tend_protocol::{Call, Content, DeviceId, Entry, LogPage, NewEntry, Pull, Pulled, SpaceId, decode, encode};
use tend_tests::simulation::{Phone, Server, Time, memory_folder};

pub const ALEX: usize = 0;
pub const ROBIN: usize = 1;
pub const ACTIVE: SpaceStatus = SpaceStatus::Active;
/// Requests of one round in these tests: far above what any of them needs.
const ROUND_REQUESTS: usize = 300;

pub type Answer = Result<Vec<u8>, Failure>;

/// Two paired phones and their server.
pub struct Couple {
    pub phones: Vec<Phone>,
    pub server: Server,
    pub time: Time,
    /// The last session's token of each phone.
    pub tokens: [String; 4],
    /// All that was written, with the author.
    written: BTreeSet<(usize, String)>,
    pub folder: tempfile::TempDir,
    /// The server's file when it had its key and nothing else.
    pub empty: PathBuf,
}

impl Couple {
    /// They have met, and each has heard a word of the other.
    pub fn new() -> Self {
        let mut couple = Self::apart();
        couple.meet();
        couple.read_notices();
        couple
    }

    /// Two who have the same server.
    pub fn apart() -> Self {
        let folder = memory_folder();
        let time = Time::new();
        let mut server = Server::new(folder.path(), 1, &time);
        let empty = server.keep_copy();
        let phones: Vec<_> = (0..2).map(|i| Phone::new(folder.path(), 1, i, i as u64, &time, 0)).collect();
        for (phone, name) in phones.iter().zip(["Alex", "Robin"]) {
            phone.tend().people().set_me(name, "", None).unwrap();
            phone.tend().pairing().use_server("https://tend.example.org", None).unwrap();
        }
        Self { phones, server, time, tokens: Default::default(), written: BTreeSet::new(), folder, empty }
    }

    /// Alex invites Robin.
    pub fn invite(&mut self) {
        let invite = self.phones[ALEX].tend().pairing().invite_partner(InviteWay::InPerson).unwrap();
        self.phones[ROBIN].tend().pairing().accept(&invite.text).unwrap();
    }

    /// Everyone who is asked says yes.
    pub fn say_yes(&self, phones: &[usize]) {
        for phone in phones {
            let pairing = self.phones[*phone].tend().pairing();
            for invite in pairing.invites().unwrap().into_iter().filter(|one| one.waiting_for == WaitingFor::You) {
                pairing.confirm(invite.id).unwrap();
            }
        }
    }

    /// Alex's next device, linked and in both spaces: the last of the phones. Its clock is wrong by so many seconds.
    pub fn link_tablet(&mut self, wrong_by: i64) -> usize {
        self.link(ALEX, 7, wrong_by)
    }

    fn link(&mut self, with: usize, number: u64, wrong_by: i64) -> usize {
        let tablet = Phone::new(self.folder.path(), 1, ALEX, number, &self.time, wrong_by);
        let invite = self.phones[with].tend().pairing().invite_device(InviteWay::InPerson).unwrap();
        tablet.tend().pairing().accept(&invite.text).unwrap();
        self.phones.push(tablet);
        let new = self.phones.len() - 1;
        for _ in 0..8 {
            self.time.pass(60);
            for phone in [with, new, ROBIN] {
                self.honest(phone);
            }
            self.say_yes(&[with, new]);
        }
        new
    }

    /// The same person's next device, linked with this one.
    pub fn link_to(&mut self, with: usize) -> usize {
        self.link(with, 9, 0)
    }

    /// They meet, and each hears a word of the other.
    pub fn meet(&mut self) {
        self.invite();
        for _ in 0..6 {
            self.honest(ROBIN);
            self.honest(ALEX);
        }
        for phone in [ALEX, ROBIN] {
            self.write(phone, &format!("first {phone}"));
        }
        self.rest();
        self.all_is_well();
    }

    /// The person marks all notices as read.
    pub fn read_notices(&self) {
        for phone in &self.phones {
            for notice in phone.tend().notices().unread().unwrap() {
                phone.tend().notices().read(&notice.id).unwrap();
            }
        }
    }

    pub fn write(&mut self, phone: usize, text: &str) {
        self.phones[phone].tend().appreciations().write(text).unwrap();
        self.written.insert((phone, text.into()));
    }

    /// Writes and sends, so that each becomes a message of its own.
    pub fn say(&mut self, phone: usize, text: &str) {
        self.write(phone, text);
        self.honest(phone);
    }

    /// A round with a server that answers as `between` does: how many requests it took, or the code of the error that a shell gets.
    pub fn round(
        &mut self,
        phone: usize,
        mut between: impl FnMut(&Server, &Request) -> Answer,
    ) -> Result<usize, &'static str> {
        let syncing = self.phones[phone].tend().syncing();
        syncing.begin(true);
        let mut requests = 0;
        while let Some(request) = syncing.next_request().unwrap() {
            if let Some(token) = &request.token {
                self.tokens[phone].clone_from(token);
            }
            let answer = between(&self.server, &request);
            let failure = answer.as_ref().err().cloned();
            let taken = syncing.take_answer(&request, answer).unwrap();
            if taken.wait.is_some() {
                return Err(TendError::from(failure.unwrap_or(Failure::Malformed)).code);
            }
            requests += 1;
            if requests >= ROUND_REQUESTS {
                return Err("endless");
            }
        }
        Ok(requests)
    }

    pub fn honest(&mut self, phone: usize) {
        self.round(phone, Server::serve).unwrap();
    }

    /// A round in which `change` alters each page of the couple space's log.
    pub fn round_of_pages(&mut self, phone: usize, change: impl FnMut(&mut LogPage)) -> Result<usize, &'static str> {
        let space = self.space();
        self.round(phone, pages(space, change))
    }

    /// Honest rounds until nobody has anything new.
    pub fn rest(&mut self) {
        let all: Vec<_> = (0..self.phones.len()).collect();
        self.rest_of(&all);
    }

    /// The same for some of them.
    pub fn rest_of(&mut self, phones: &[usize]) {
        for _ in 0..6 {
            self.time.pass(4000);
            for phone in phones {
                let _ = self.round(*phone, Server::serve);
            }
        }
    }

    /// The couple space of both.
    pub fn space(&self) -> SpaceId {
        self.state(ALEX).or_else(|| self.state(ROBIN)).unwrap().id
    }

    pub fn state(&self, phone: usize) -> Option<SpaceState> {
        self.phones[phone].tend().syncing().spaces().unwrap().into_iter().find(|space| space.role == Role::Couple)
    }

    /// Where the couple space stands on a phone.
    pub fn stands(&self, phone: usize) -> SpaceStatus {
        self.state(phone).map(|state| state.status).unwrap()
    }

    /// What the person is told, in the order of the alphabet.
    pub fn told(&self, phone: usize) -> Vec<&'static str> {
        let mut codes: Vec<_> =
            self.phones[phone].tend().notices().unread().unwrap().iter().map(|notice| notice.code).collect();
        codes.sort_unstable();
        codes
    }

    /// The texts that a phone shows as shared, sorted; one that is there twice is twice in it.
    pub fn shows(&self, phone: usize) -> Vec<String> {
        let all = self.phones[phone].tend().appreciations().all().unwrap();
        let mut texts: Vec<_> = all.into_iter().filter(|view| view.shared).map(|view| view.text).collect();
        texts.sort();
        texts
    }

    /// Whatever a phone keeps, shared or not, sorted.
    pub fn keeps(&self, phone: usize) -> Vec<String> {
        let all = self.phones[phone].tend().appreciations().all().unwrap();
        let mut texts: Vec<_> = all.into_iter().map(|view| view.text).collect();
        texts.sort();
        texts
    }

    /// Both show all that was written, each once.
    pub fn all_is_well(&self) {
        let mut all: Vec<_> = self.written.iter().map(|(_, text)| text.clone()).collect();
        all.sort();
        for phone in [ALEX, ROBIN] {
            assert_eq!(self.shows(phone), all, "phone {phone}: {:?}", self.state(phone));
            assert_eq!(self.stands(phone), ACTIVE);
        }
    }

    /// Both write, the server is honest from now on, and everything comes through.
    pub fn heals(&mut self) {
        for phone in [ALEX, ROBIN] {
            self.write(phone, &format!("after {phone}"));
        }
        self.rest();
        self.all_is_well();
    }
}

/// A server that alters the pages of one space's log.
pub fn pages(space: SpaceId, mut change: impl FnMut(&mut LogPage)) -> impl FnMut(&Server, &Request) -> Answer {
    move |server, request| {
        let answer = server.serve(request)?;
        if !pulls(request, space) {
            return Ok(answer);
        }
        let Ok(Pulled::Log(mut page)) = decode(&answer) else { return Ok(answer) };
        change(&mut page);
        Ok(encode(&Pulled::Log(page)))
    }
}

/// Whether the request reads that space's log.
pub fn pulls(request: &Request, space: SpaceId) -> bool {
    request.path == Pull::PATH && decode::<Pull>(&request.body).is_ok_and(|pull| pull.space == space)
}

/// Numbers the entries of a page again, so that the log looks whole.
pub fn renumber(page: &mut LogPage) {
    for (seq, entry) in (page.at.seq + 1..).zip(&mut page.entries) {
        entry.seq = seq;
    }
    page.head = page.at.seq + page.entries.len() as u64;
}

/// An entry as a log shows it that took it from `author`.
pub fn entry_of(new: &NewEntry, author: DeviceId) -> Entry {
    let NewEntry { id, number, epoch, kind, bytes, change } = new.clone();
    Entry { seq: 0, id, author, number, epoch, kind, content: Content::Bytes(bytes), change }
}
