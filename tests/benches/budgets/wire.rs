//! A client that costs as little as can be, since it shares the machine with what it measures: one thread and one connection of HTTP/1.1
//! each, requests made before the clock starts.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use tend_core::identity::{SigningKey, SystemEntropy};
use tend_protocol::{
    Append, Bytes, Call, Challenge, CreateSpace, DeviceId, EntryId, EntryKind, Hash, Identify, MEDIA_TYPE, NewEntry,
    OpenSession, Register, SpaceId, decode, encode, register_text, session_text,
};

/// How long an answer may take before the measuring is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection.
pub struct Connection {
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
}

impl Connection {
    pub fn to(server: SocketAddr) -> Self {
        let stream = TcpStream::connect(server).expect("the server listens");
        stream.set_nodelay(true).and_then(|()| stream.set_read_timeout(Some(PATIENCE))).expect("a socket's settings");
        Self { stream: BufReader::new(stream), body: Vec::new() }
    }

    /// Sends a request that was made before, and waits for the body of its answer.
    pub fn send(&mut self, request: &[u8]) -> &[u8] {
        self.stream.get_mut().write_all(request).expect("the server reads");
        let length = content_length(&self.head());
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body).expect("the server answers");
        &self.body
    }

    /// Asks for the stream of events, waits until it is open, and gives the socket alone, so that ten thousand cost little here.
    pub fn follow(mut self, token: &str) -> TcpStream {
        let request = format!("GET /v1/events HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {token}\r\n\r\n");
        self.stream.get_mut().write_all(request.as_bytes()).expect("the server reads");
        self.head();
        // The length of the first chunk: the stream begins with a comment at once.
        self.stream.read_line(&mut String::new()).expect("the stream begins");
        self.stream.into_inner()
    }

    fn head(&mut self) -> String {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            let read = self.stream.read_line(&mut head).expect("the server answers");
            assert!(read > 0, "the server closed the connection");
        }
        assert!(head.starts_with("HTTP/1.1 200 "), "the server refused: {head}");
        head
    }

    pub fn call<C: Call>(&mut self, token: &str, call: &C) -> C::Answer {
        decode(self.send(&request(C::PATH, token, &encode(call)))).expect("an answer of the protocol")
    }
}

fn content_length(head: &str) -> usize {
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    length.expect("an answer says its length")
}

/// A request as it goes over the wire.
pub fn request(path: &str, token: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: bench\r\ncontent-type: {MEDIA_TYPE}\r\nauthorization: Bearer {token}\r\ncontent-length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

/// A device with a session and a space of its own, as far as the server knows.
pub struct Device {
    pub token: String,
    pub space: SpaceId,
}

impl Device {
    /// Registers over this connection.
    pub fn new(connection: &mut Connection) -> Self {
        let key = SigningKey::generate(&SystemEntropy::default());
        let device: DeviceId = key.device();
        let server = connection.call("", &Identify { nonce: Hash([1; 32]) }).key;
        let signature = key.sign(&register_text(server, device));
        connection.call("", &Register { device, signature, access_code: None });
        let challenge = connection.call("", &Challenge { device }).challenge;
        let signature = key.sign(&session_text(server, device, challenge));
        let token = connection.call("", &OpenSession { device, challenge, signature }).token;
        let space = SpaceId(first_16(device.0));
        connection.call(&token, &CreateSpace { space, suite: 0x004d });
        Self { token, space }
    }

    /// The append of its entries from `first` on, each of 1 KiB, with the cursor at the entry before.
    pub fn append(&self, first: u64, entries: u64) -> Append {
        let entries = (first..first + entries).map(|number| self.entry(number)).collect();
        Append { space: self.space, generation: 0, cursor: first - 1, entries }
    }

    fn entry(&self, number: u64) -> NewEntry {
        let id = EntryId(first_16(Hash::of(&[&self.space.0[..], &number.to_be_bytes()].concat()).0));
        let bytes = Bytes(vec![number as u8; 1024]);
        NewEntry { id, number, epoch: 0, kind: EntryKind::Message, bytes, change: None }
    }
}

fn first_16(bytes: [u8; 32]) -> [u8; 16] {
    let mut first = [0; 16];
    first.copy_from_slice(&bytes[..16]);
    first
}
