//! A real server process, and phones that speak to it over plain HTTP.
#![allow(clippy::unwrap_used, dead_code)]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

use ring::signature::{Ed25519KeyPair, KeyPair};
use tend_protocol::*;

pub const SUITE: u16 = 0x004d;

/// A configuration for tests that send more than people do.
pub const UNLIMITED: &str = "[rates.device]\nper_minute = 0\nburst = 0\n[rates.source]\nper_minute = 0\nburst = 0\n";

/// How long an answer may take. Only a server that hangs takes so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server process. It is killed when dropped.
pub struct Server {
    pub child: Child,
    pub address: String,
    pub stdout: BufReader<ChildStdout>,
}

impl Server {
    pub fn start(database: &Path, config: &str) -> Self {
        Self::start_under(&[], database, config)
    }

    /// Starts it as the last arguments of another command.
    pub fn start_under(command: &[&str], database: &Path, config: &str) -> Self {
        let config_file = database.with_extension("toml");
        std::fs::write(&config_file, config).unwrap();
        let words: Vec<_> = command.iter().copied().chain([env!("CARGO_BIN_EXE_tend-server")]).collect();
        let mut child = Command::new(words[0])
            .args(&words[1..])
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(database)
            .arg("--config")
            .arg(&config_file)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://").expect("the server did not start").to_owned();
        Self { child, address, stdout }
    }

    pub fn connect(&self) -> Connection {
        Connection::new(&self.address)
    }

    /// SIGKILL: the process can do nothing more.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits until it has ended by itself.
    pub fn wait(mut self) {
        self.child.wait().unwrap();
    }

    /// SIGTERM, and whether it ended well.
    pub fn stop(mut self) -> bool {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Most have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Response {
    pub fn problem(&self) -> Problem {
        assert!(self.head.contains("content-type: application/problem+json"), "{}", self.head);
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem.status, self.status);
        problem
    }
}

/// One HTTP/1.1 connection, with nothing between the test and the wire.
pub struct Connection {
    pub stream: BufReader<TcpStream>,
}

impl Connection {
    pub fn new(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self { stream: BufReader::new(stream) }
    }

    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> std::io::Result<()> {
        let mut request = format!("{method} {path} HTTP/1.1\r\nhost: test\r\ncontent-length: {}\r\n", body.len());
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        request += "\r\n";
        self.stream.get_mut().write_all(&[request.as_bytes(), body].concat())
    }

    /// The status and header lines, in lower case.
    pub fn head(&mut self) -> std::io::Result<(u16, String)> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.stream.read_line(&mut head)? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Ok((status, head.to_lowercase()))
    }

    pub fn receive(&mut self) -> std::io::Result<Response> {
        let (status, head) = self.head()?;
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap();
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Response { status, head, body })
    }

    pub fn request(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
        self.send(method, path, headers, body).unwrap();
        self.receive().unwrap()
    }

    /// A call whose answer may never come.
    pub fn try_call<C: Call>(&mut self, token: &str, call: &C) -> std::io::Result<Result<C::Answer, ErrorCode>> {
        let bearer = format!("Bearer {token}");
        self.send("POST", C::PATH, &[("authorization", &bearer)], &encode(call))?;
        let response = self.receive()?;
        Ok(if response.status == 200 { Ok(decode(&response.body).unwrap()) } else { Err(response.problem().code) })
    }

    pub fn call<C: Call>(&mut self, token: &str, call: &C) -> Result<C::Answer, ErrorCode> {
        self.try_call(token, call).unwrap()
    }
}

pub struct Device {
    pub key: Ed25519KeyPair,
    pub id: DeviceId,
    pub token: String,
}

impl Device {
    /// Registers and opens a session.
    pub fn new(connection: &mut Connection, seed: u8) -> Self {
        let key = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
        let id = DeviceId(key.public_key().as_ref().try_into().unwrap());
        let mut device = Self { key, id, token: String::new() };
        let nonce = Hash([7; 32]);
        let server = connection.call("", &Identify { nonce }).unwrap();
        server.verify(nonce).unwrap();
        let signature = device.sign(&register_text(server.key, id));
        connection.call("", &Register { device: id, signature, access_code: None }).unwrap();
        let challenge = connection.call("", &Challenge { device: id }).unwrap().challenge;
        let signature = device.sign(&session_text(server.key, id, challenge));
        device.token = connection.call("", &OpenSession { device: id, challenge, signature }).unwrap().token;
        device
    }

    pub fn sign(&self, text: &[u8]) -> Signature {
        Signature(self.key.sign(text).as_ref().try_into().unwrap())
    }
}

/// Message `number`, whose id and bytes follow from `id` and the number.
pub fn message(id: u8, number: u64) -> NewEntry {
    let hash = Hash::of(&[&[id][..], &number.to_be_bytes()].concat());
    let entry = EntryId(hash.0[..16].try_into().unwrap());
    NewEntry { id: entry, number, epoch: 0, kind: EntryKind::Message, bytes: Bytes(vec![id; 1024]), change: None }
}

/// Every entry of a generation.
pub fn read_all(connection: &mut Connection, token: &str, space: SpaceId) -> Vec<Entry> {
    let (mut at, mut all) = (Position::start(space, 0), Vec::new());
    loop {
        let pull = Pull { space, generation: 0, after: at.seq, hash: Some(at.hash), limit: 1000, bytes: u32::MAX };
        let Pulled::Log(page) = connection.call(token, &pull).unwrap() else { panic!("the space was left") };
        assert_eq!(page.at, at, "the server computes another hash than the client");
        at = page.entries.iter().fold(at, |at, entry| at.after(entry.id, entry.kind, entry.content.hash()));
        all.extend(page.entries);
        if !page.more {
            return all;
        }
    }
}
