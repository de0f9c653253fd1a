//! A wire that remembers: it stands between phones and the server, and keeps every byte of both directions.

use std::{
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::process::PATIENCE;

/// What went one way over one connection.
type Flow = Arc<Mutex<Vec<u8>>>;

/// The recording proxy. It stops taking connections when this value goes.
#[derive(Debug)]
pub struct Recorder {
    address: SocketAddr,
    flows: Arc<Mutex<Vec<Flow>>>,
    stopped: Arc<AtomicBool>,
}

impl Recorder {
    /// A proxy to the server that listens at `server`.
    ///
    /// # Panics
    /// When there is no free port.
    pub fn start(server: SocketAddr) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let address = listener.local_addr().expect("its address");
        let recorder = Self { address, flows: Arc::default(), stopped: Arc::default() };
        let (flows, stopped) = (Arc::clone(&recorder.flows), Arc::clone(&recorder.stopped));
        thread::spawn(move || {
            for phone in listener.incoming().flatten() {
                if stopped.load(Ordering::Acquire) {
                    break;
                }
                // A server that is down looks to the phone like this connection's end.
                let Ok(server) = TcpStream::connect(server) else { continue };
                connect(phone, server, &flows);
            }
        });
        recorder
    }

    /// The address for phones.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many bytes went over the wire so far, both ways.
    pub fn bytes(&self) -> usize {
        lock(&self.flows).iter().map(|flow| lock(flow).len()).sum()
    }

    /// Waits until so many bytes went over the wire.
    ///
    /// # Panics
    /// When they do not.
    pub fn wait_for(&self, bytes: usize) {
        let until = Instant::now() + PATIENCE;
        while self.bytes() < bytes {
            assert!(Instant::now() < until, "only {} of {bytes} bytes went over the wire", self.bytes());
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Everything so far: each direction of each connection by itself.
    pub fn recorded(&self) -> Vec<Vec<u8>> {
        lock(&self.flows).iter().map(|flow| lock(flow).clone()).collect()
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
        // The listener looks again when somebody comes.
        drop(TcpStream::connect(self.address));
    }
}

fn connect(phone: TcpStream, server: TcpStream, flows: &Mutex<Vec<Flow>>) {
    let (Ok(phone_too), Ok(server_too)) = (phone.try_clone(), server.try_clone()) else { return };
    for (from, to) in [(phone, server), (server_too, phone_too)] {
        let flow = Flow::default();
        lock(flows).push(Arc::clone(&flow));
        thread::spawn(move || carry(from, to, &flow));
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, flow: &Mutex<Vec<u8>>) {
    let mut part = [0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut part) {
        lock(flow).extend_from_slice(&part[..read]);
        if to.write_all(&part[..read]).is_err() {
            break;
        }
    }
    // The other side is told of the end; it may be gone already.
    let _ = to.shutdown(Shutdown::Write);
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
