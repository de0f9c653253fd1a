use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tend_core::{
    InviteWay, WaitingFor,
    sync::{Failure, Request},
};
use tend_protocol::{Append, Appended, Call, EntryId, ErrorCode, decode};

use super::{
    clock::Time,
    cut::{Side, cut},
    faults::counts,
    model::Model,
    phone::Phone,
    server::Server,
};

/// The address that the phones think they talk to.
const SERVER: &str = "https://tend.example.org";
const YEAR: i64 = 365 * 24 * 3600;

/// Everything of one simulation.
pub struct World {
    pub(super) seed: u64,
    pub(super) rng: ChaCha8Rng,
    pub(super) time: Time,
    pub(super) server: Server,
    pub(super) phones: Vec<Phone>,
    /// Copies of requests that are still under way somewhere.
    pub(super) strays: Vec<(usize, Request)>,
    pub(super) shared: Model,
    pub(super) secrets: [Model; 2],
    pub(super) trace: Vec<String>,
    pub(super) sentences: u64,
    /// Somebody left.
    pub(super) parted: bool,
    /// While one phone syncs, others speak.
    pub(super) bustles: bool,
    /// Something happened after which a space may have to go on in a new generation.
    pub(super) needs_repair: bool,
    /// The numbers that entries got, by their ids.
    pub(super) taken: BTreeMap<EntryId, Vec<u64>>,
    /// What was said when all had come to rest.
    pub(super) last_words: Vec<String>,
    /// What was wrong on the way.
    pub(super) broken: Vec<String>,
    /// Whose store was copied, and where the copy is.
    pub(super) copy: Option<(usize, std::path::PathBuf)>,
    /// What the operator has of the time before anyone came.
    pub(super) empty: std::path::PathBuf,
    /// For what was added later: it draws from a stream of its own, so that every seed keeps its story.
    pub(super) dice: ChaCha8Rng,
    /// Whose phones mean harm.
    pub(super) hostile: Option<usize>,
    /// By person, the days that they want nothing to remind on.
    pub(super) gentle: [BTreeSet<(u8, u8)>; 2],
    /// All files are in this folder, which is deleted with this value.
    pub(super) folder: tempfile::TempDir,
}

impl World {
    /// Two people with a phone each, at the same table: they pair before anything goes wrong.
    pub fn new(seed: u64) -> Self {
        let folder = memory_folder();
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let time = Time::new();
        let mut server = Server::new(folder.path(), seed, &time);
        let empty = server.keep_copy();
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        dice.set_stream(u64::MAX);
        let skews: Vec<i64> = (0..2).map(|_| [0, 0, YEAR, -YEAR][rng.random_range(0..4)]).collect();
        let phones = (0..2).map(|i| Phone::new(folder.path(), seed, i, i as u64, &time, skews[i])).collect();
        let mut world = Self {
            seed,
            rng,
            time,
            server,
            phones,
            strays: Vec::new(),
            shared: Model::default(),
            secrets: Default::default(),
            trace: Vec::new(),
            sentences: 0,
            parted: false,
            bustles: false,
            needs_repair: false,
            taken: BTreeMap::new(),
            last_words: Vec::new(),
            broken: Vec::new(),
            copy: None,
            empty,
            dice,
            hostile: None,
            gentle: Default::default(),
            folder,
        };
        for (phone, name) in [(0, "Alex"), (1, "Robin")] {
            world.phones[phone].tend().people().set_me(name, "", None).expect("a name");
        }
        world.pair();
        world
    }

    pub(super) fn note(&mut self, what: String) {
        self.trace.push(what);
    }

    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.rng.next_u32() % 100 < percent
    }

    /// A whole round without faults. Returns how many requests it took.
    pub(super) fn round(&mut self, phone: usize) -> usize {
        self.phones[phone].tend().syncing().begin(true);
        let mut requests = 0;
        while let Some(request) = self.phones[phone].step() {
            if self.bustles && self.chance(8) {
                self.speak_between(phone);
            }
            let answer = self.serve(phone, &request);
            self.phones[phone].take(answer);
            requests += 1;
            assert!(requests < 5000, "{} does not come to rest: {}", self.phones[phone].name, request.path);
            if !self.phones[phone].busy {
                break;
            }
        }
        self.phones[phone].waits = None;
        self.phones[phone].busy = false;
        requests
    }

    /// While one is busy, another writes something, and it arrives.
    fn speak_between(&mut self, busy: usize) {
        let other = self.rng.random_range(0..self.phones.len());
        let speaks = other != busy && !self.phones[other].asleep && !self.phones[other].busy;
        if speaks && counts(self, &self.phones[other]) && self.phones[other].waits.is_none() {
            self.bustles = false;
            self.act(other);
            self.round(other);
            self.bustles = true;
        }
    }

    fn pair(&mut self) {
        let way = [InviteWay::InPerson, InviteWay::Link, InviteWay::Code][self.rng.random_range(0..3)];
        for phone in &self.phones {
            phone.tend().pairing().use_server(SERVER, None).expect("a server");
        }
        let invite = self.phones[0].tend().pairing().invite_partner(way).expect("an invite");
        self.round(0);
        let guest = self.phones[1].tend().pairing();
        match way {
            InviteWay::Code => guest.accept_partner_code(&invite.text),
            _ => guest.accept(&invite.text),
        }
        .expect("the invite is whole");
        for _ in 0..6 {
            self.round(1);
            self.round(0);
            self.confirm_same();
        }
        for phone in &self.phones {
            assert!(phone.tend().people().partner().expect("a read").is_some(), "{} is not paired", phone.name);
        }
    }

    /// A person who is asked compares, and says yes if the symbols are the same.
    fn confirm_same(&mut self) {
        let invites: Vec<_> =
            self.phones.iter().map(|phone| phone.tend().pairing().invites().expect("a read")).collect();
        let shown: Vec<_> = invites.iter().flatten().filter(|invite| !invite.symbols.is_empty()).collect();
        assert!(shown.windows(2).all(|pair| pair[0].symbols == pair[1].symbols), "the symbols differ");
        for (phone, invites) in invites.iter().enumerate() {
            for invite in invites.iter().filter(|invite| invite.waiting_for == WaitingFor::You) {
                self.phones[phone].tend().pairing().confirm(invite.id).expect("it waits for this");
            }
        }
    }

    /// A person's next phone, linked by one that they have, while the network is kind. It may be cut in the middle.
    pub(super) fn link(&mut self, from: usize, cut: bool) {
        let person = self.phones[from].person;
        let number = self.phones.len() as u64;
        let wrong_by = [0, YEAR, -YEAR][self.rng.random_range(0..3)];
        let phone = Phone::new(self.folder.path(), self.seed, person, number, &self.time, wrong_by);
        let invite = self.phones[from].tend().pairing().invite_device(InviteWay::InPerson).expect("an invite");
        phone.tend().pairing().accept(&invite.text).expect("the invite is whole");
        self.phones.push(phone);
        let new = self.phones.len() - 1;
        self.note(format!("link {} from {}, cut: {cut}", self.phones[new].name, self.phones[from].name));
        self.bustles = true;
        let rounds = if cut { self.rng.random_range(1..5) } else { 8 };
        for _ in 0..rounds {
            self.round(from);
            self.round(new);
            for phone in [from, new] {
                let pairing = self.phones[phone].tend().pairing();
                for invite in pairing.invites().expect("a read") {
                    if invite.waiting_for == WaitingFor::You {
                        pairing.confirm(invite.id).expect("it waits for this");
                    }
                }
            }
        }
        self.bustles = false;
    }

    /// Something happens to a request: it arrives, or not, or its answer does not, or a copy stays under way.
    pub(super) fn deliver(&mut self, phone: usize, request: Request) {
        if self.chance(10) {
            self.note(format!("{} {} lost", self.phones[phone].name, request.path));
            return self.phones[phone].take(Err(Failure::Unreachable));
        }
        if self.chance(10) {
            self.strays.push((phone, request.clone()));
        }
        let answer = self.serve(phone, &request);
        if self.chance(10) {
            self.note(format!("{} answer lost", self.phones[phone].name));
            if self.chance(50) {
                // It was under way twice.
                self.serve(phone, &request).ok();
            }
            return self.phones[phone].take(Err(Failure::Unreachable));
        }
        self.may_die(phone, |phone| phone.take(answer));
    }

    /// What the server makes of a phone's request.
    fn serve(&mut self, phone: usize, request: &Request) -> Result<Vec<u8>, Failure> {
        let answer = self.server.serve(request);
        let outcome = answer.as_ref().map_or_else(ToString::to_string, |_| "ok".into());
        self.note(format!("{} {} {outcome}", self.phones[phone].name, request.path));
        self.check_repeated(phone, request, &answer);
        // What a removed phone still changes of a group, those who know of its removal do not take.
        self.needs_repair |= self.phones[phone].removed_by.is_some() && request.path == Append::PATH && answer.is_ok();
        answer
    }

    /// A phone that got no answer sends its entry again. If the server had accepted it, the phone must get the first answer, whatever
    /// happened since.
    fn check_repeated(&mut self, phone: usize, request: &Request, answer: &Result<Vec<u8>, Failure>) {
        let Some((space, number, id)) = decode::<Append>(&request.body)
            .ok()
            .and_then(|call| Some((call.space, call.entries.first()?.number, call.entries.first()?.id)))
        else {
            return;
        };
        match (answer, self.taken.get(&id)) {
            (Ok(bytes), known) => {
                let seqs = decode::<Appended>(bytes).expect("the server answers as it should").seqs;
                if known.is_some_and(|known| *known != seqs) {
                    self.broken.push("an entry was taken twice".into());
                }
                self.taken.insert(id, seqs);
            }
            (Err(Failure::Refused(problem)), Some(_))
                if matches!(problem.code, ErrorCode::WrongEpoch | ErrorCode::WrongNumber | ErrorCode::Internal)
                    && self.phones[phone].waits_for(space, number) =>
            {
                self.broken.push(format!("an entry that was taken is refused: {problem}"));
            }
            _ => {}
        }
    }

    /// A phone does something, and may die at it: right before, or right after, one of its transactions is durable. Or a transaction
    /// fails, and the app lives on. `None` when one of the two happened.
    pub(super) fn may_die<T>(&mut self, phone: usize, work: impl FnOnce(&mut Phone) -> T) -> Option<T> {
        let side = if self.chance(50) { Side::Before } else { Side::After };
        let (transactions, lives_on) = (self.rng.random_range(0..2), self.chance(40) && side == Side::Before);
        if !self.chance(4) {
            return Some(work(&mut self.phones[phone]));
        }
        let done = cut(transactions, side, || work(&mut self.phones[phone]));
        if done.is_none() {
            let name = &self.phones[phone].name;
            self.trace.push(format!("{name} dies {side:?} a transaction is durable, lives on: {lives_on}"));
            if lives_on {
                self.phones[phone].give_up();
            } else {
                self.phones[phone].crash();
            }
        }
        done
    }

    /// A person does something, and it may fail: then nothing was done.
    pub(super) fn may_fail<T>(&mut self, phone: usize, work: impl FnOnce(&mut Phone) -> T) -> Option<T> {
        if !self.chance(4) {
            return Some(work(&mut self.phones[phone]));
        }
        let done = cut(0, Side::Before, || work(&mut self.phones[phone]));
        if done.is_none() {
            let note = format!("{} fails at something", self.phones[phone].name);
            self.note(note);
        }
        done
    }

    /// A copy arrives late; nobody hears the answer.
    pub(super) fn stray(&mut self) {
        if self.strays.is_empty() {
            return;
        }
        let at = self.rng.random_range(0..self.strays.len());
        let (phone, request) = self.strays.swap_remove(at);
        let answer = self.server.serve(&request);
        self.check_repeated(phone, &request, &answer);
        let outcome = answer.map_or_else(|failure| failure.to_string(), |_| "ok".into());
        self.note(format!("stray {} {outcome}", request.path));
    }
}

/// A world that ends in a panic shows how it came to it, if asked.
impl Drop for World {
    fn drop(&mut self) {
        if std::thread::panicking() && std::env::var_os("TRACE").is_some() {
            #[allow(clippy::print_stderr, reason = "a failing seed is shown to the person who asked for it")]
            {
                eprintln!("{}", self.trace.join("\n"));
            }
        }
    }
}

/// A folder whose files are in memory, where the system has one: thousands of small durable writes would wear a disk.
pub fn memory_folder() -> tempfile::TempDir {
    let shm = std::path::Path::new("/dev/shm");
    if shm.is_dir() { tempfile::tempdir_in(shm) } else { tempfile::tempdir() }.expect("a folder")
}
