//! Accepting connections. Each is set up to cost little while it idles, since most carry an event stream, and none can be
//! held open by sending slowly.
//!
//! `axum::serve` does neither: with it an idle event stream took 18.6 KB of memory, with this 12.2 KB (measured with 3,000), and
//! it has no timeout for a request's header section.

use std::{future::Future, net::SocketAddr, time::Duration};

use axum::{Router, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// The most bytes of a request's header section, and of what is read and written at once: hyper's smallest.
const BUFFER: usize = 8192;
/// Time between two PING frames (RFC 9113, section 6.7), which ask an HTTP/2 client whether it is still there.
const PING: Duration = Duration::from_secs(60);

/// Serves every connection until `stop` resolves, then lets what is under way finish. `patience` is how long a connection may
/// take to show its version of HTTP, and then a request's header section to arrive.
pub(super) async fn serve(listener: TcpListener, router: Router, patience: Duration, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    tokio::spawn(connection(stream, peer, router.clone(), patience, graceful.watcher()));
                },
                Err(error) => failed(&error).await,
            },
        }
    }
    drop(listener);
    graceful.shutdown().await;
}

/// A client that closed before it was accepted does not matter. Anything else, such as too many open files, may pass: waiting
/// for a second keeps the loop from spinning until then.
async fn failed(error: &std::io::Error) {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::warn!(kind = ?error.kind(), "a connection cannot be accepted");
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn connection(stream: TcpStream, peer: SocketAddr, router: Router, patience: Duration, watcher: Watcher) {
    // Small answers must not wait for each other. A connection where this fails is served all the same.
    let _ = stream.set_nodelay(true);
    let Ok(Ok(http2)) = tokio::time::timeout(patience, begins_as_http2(&stream)).await else { return };
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        // Freed once answered: the connection of a stream then holds only its body.
        Box::pin(router.clone().oneshot(request))
    });
    let io = TokioIo::new(stream);
    // A broken connection is for the client to notice; a line about it in the log would have to say whose it was.
    if http2 {
        let mut builder = conn::http2::Builder::new(TokioExecutor::new());
        builder.timer(TokioTimer::new()).keep_alive_interval(PING).max_concurrent_streams(64);
        // In a box of its own, or the task of every connection would be as large as one of HTTP/2.
        let _ = Box::pin(watcher.watch(builder.serve_connection(io, service))).await;
    } else {
        let mut builder = conn::http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(patience).max_buf_size(BUFFER);
        let _ = watcher.watch(builder.serve_connection(io, service)).await;
    }
}

/// Whether the connection begins with the preface of HTTP/2 (RFC 9113, section 3.4): `PRI`. No method of ours begins with `PR`.
async fn begins_as_http2(stream: &TcpStream) -> std::io::Result<bool> {
    let mut start = [0; 2];
    let read = stream.peek(&mut start).await?;
    Ok(start[..read] == *b"PR")
}
