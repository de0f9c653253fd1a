//! The way to the server is kept.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use super::phone;

/// Answers every request on a connection with 503, until the connection closes.
fn serve(mut stream: TcpStream) {
    let mut bytes = [0; 16_384];
    while stream.read(&mut bytes).is_ok_and(|count| count > 0) {
        if stream.write_all(b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n").is_err() {
            return;
        }
    }
}

#[test]
fn rounds_share_one_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let connections = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&connections);
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            count.fetch_add(1, Ordering::SeqCst);
            std::thread::spawn(move || serve(stream));
        }
    });
    let (_folder, tend) = phone();
    tend.pairing().use_server(&format!("http://{address}"), None).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        for _ in 0..5 {
            assert_eq!(tend.syncing().sync().await.unwrap_err().code, "offline");
        }
    });
    assert_eq!(connections.load(Ordering::SeqCst), 1);
}
