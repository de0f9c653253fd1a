use std::{
    net::{IpAddr, Ipv4Addr},
    path::{Path, PathBuf},
    sync::Arc,
};

use rusqlite::Connection;
use tend_core::sync::{Failure, Request};
use tend_protocol::{Call, decode, encode};
use tend_server::{
    environment::NoWakeups,
    service::{Service, Settings},
    storage::{self, SqliteStorage, Storage, Transaction, WriteJob},
};

use super::{clock::Time, entropy::Seeded};

/// The server without its sockets, on a real file.
pub struct Server {
    service: Option<Service>,
    folder: PathBuf,
    time: Time,
    entropy: Arc<Seeded>,
    copies: u32,
}

impl Server {
    /// A new server in a folder of its own.
    pub fn new(folder: &Path, seed: u64, time: &Time) -> Self {
        let mut server = Self {
            service: None,
            folder: folder.to_owned(),
            time: time.clone(),
            entropy: Arc::new(Seeded::new(seed, 1_000_000)),
            copies: 0,
        };
        server.start();
        server
    }

    fn file(&self) -> PathBuf {
        self.folder.join("server.sqlite")
    }

    fn start(&mut self) {
        let storage = SqliteStorage::open_direct(&self.file(), &*self.entropy).expect("the server's file opens");
        let settings = Settings { rates: tend_server::service::Rates::OFF, keep_free_bytes: 0, ..Settings::default() };
        let time = Arc::new(self.time.clone());
        let random = Arc::clone(&self.entropy);
        self.service = Some(Service::new(Arc::new(storage), settings, time, random, Arc::new(NoWakeups)));
    }

    /// Goes down and comes up again.
    pub fn restart(&mut self) {
        self.service = None;
        self.start();
    }

    /// Copies the database while the server is down, for later.
    pub fn keep_copy(&mut self) -> PathBuf {
        self.service = None;
        self.copies += 1;
        let copy = self.folder.join(format!("copy-{}", self.copies));
        std::fs::create_dir_all(&copy).expect("a folder");
        copy_database(&self.file(), &copy.join("server.sqlite"));
        self.start();
        copy
    }

    /// Puts an older copy back, as a hasty operator would.
    pub fn put_back(&mut self, copy: &Path) {
        self.service = None;
        copy_database(&copy.join("server.sqlite"), &self.file());
        self.start();
    }

    /// Its file is gone; with `empty` in its place, which is as it was when new, it begins another life. Only its key is kept.
    pub fn loses_all(&mut self, empty: &Path) {
        self.service = None;
        copy_database(&empty.join("server.sqlite"), &self.file());
        let file = Connection::open(self.file()).expect("the server's file opens");
        file.execute("UPDATE server SET renew = 1", []).expect("it is written");
        drop(file);
        self.start();
    }

    /// Writes to the database while the server is down, as another version of it may have.
    pub fn alter(&mut self, work: impl Fn(&dyn Transaction) -> storage::Result<()> + Send + 'static) {
        self.service = None;
        let storage = SqliteStorage::open_direct(&self.file(), &*self.entropy).expect("the server's file opens");
        // Without a thread of its own, it has done the job when this returns.
        storage.write(Box::new(Alteration(work)));
        drop(storage);
        self.start();
    }

    /// Deletes what is too old.
    pub fn sweep(&self) {
        self.service().sweep().expect("the sweep works");
    }

    fn service(&self) -> &Service {
        self.service.as_ref().expect("the server is up")
    }

    /// Takes a request as the HTTP layer would.
    pub fn serve(&self, request: &Request) -> Result<Vec<u8>, Failure> {
        let source = IpAddr::V4(Ipv4Addr::LOCALHOST);
        self.service().handle(source, request.token.as_deref(), request.path, &request.body).map_err(Failure::Refused)
    }

    /// A call that no phone of ours makes, in the session of `token`.
    ///
    /// # Errors
    /// [`Failure::Refused`], or [`Failure::Malformed`] when the answer is of another type.
    pub fn call<C: Call>(&self, token: &str, call: &C) -> Result<C::Answer, Failure> {
        let source = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let answer = self.service().handle(source, Some(token), C::PATH, &encode(call)).map_err(Failure::Refused)?;
        decode(&answer).map_err(|_| Failure::Malformed)
    }
}

struct Alteration<W>(W);

impl<W: Fn(&dyn Transaction) -> storage::Result<()> + Send> WriteJob for Alteration<W> {
    fn run(&mut self, rows: &dyn Transaction) -> storage::Result<bool> {
        (self.0)(rows).map(|()| true)
    }

    fn done(self: Box<Self>, outcome: storage::Result<()>) {
        outcome.expect("the alteration is written");
    }
}

fn copy_database(from: &Path, to: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let name = |path: &Path| PathBuf::from(format!("{}{suffix}", path.display()));
        let (from, to) = (name(from), name(to));
        if from.exists() {
            std::fs::copy(&from, &to).expect("the copy is written");
        } else if to.exists() {
            std::fs::remove_file(&to).expect("the old file goes");
        }
    }
}
