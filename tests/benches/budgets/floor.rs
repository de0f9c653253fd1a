//! What the server is measured against: the same HTTP stack, set up alike, that receives a body, writes it to a plain file, flushes once for
//! all that wait, and answers. It knows no protocol, no session and no database. It is a process of its own, as the server is.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read, Write},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tend_protocol::{Appended, Incarnation, MEDIA_TYPE, Position, SpaceId, encode};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::oneshot,
};
use tower::ServiceExt;

/// The word by which this program knows that it is the floor.
pub const ROLE: &str = "--floor";
/// What asks for an answer of so many bytes, without a write.
pub const ANSWER: &str = "x-answer";
/// Bodies in one group: the server's bound.
const GROUP: usize = 256;
/// Bodies that may wait: the server's bound.
const QUEUE: usize = 4096;

/// The floor's process; it ends with this value.
pub struct Floor {
    child: Child,
    pub address: SocketAddr,
}

impl Floor {
    /// Starts it, with its file in `folder`.
    pub fn start(folder: &Path) -> Self {
        let program = std::env::current_exe().expect("this program knows its own path");
        let mut command = Command::new(program);
        command.arg(ROLE).arg(folder.join("floor")).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("this program can be started");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("stdout is piped");
        BufReader::new(stdout).read_line(&mut line).expect("the floor says where it listens");
        let address = line.trim().parse().expect("the floor listens");
        Self { child, address }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Floor {
    fn drop(&mut self) {
        // It fails only when it has ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Appends 1 KiB and flushes, one after the other: how many a second.
pub fn bare_rate(folder: &Path, times: u32, at_most: Duration) -> f64 {
    let mut file = File::create(folder.join("bare")).expect("a file");
    let (bytes, start) = ([7; 1024], Instant::now());
    let mut done = 0;
    while done < times && start.elapsed() < at_most {
        file.write_all(&bytes).and_then(|()| file.sync_data()).expect("the disk takes it");
        done += 1;
    }
    f64::from(done) / start.elapsed().as_secs_f64()
}

struct Job {
    body: Bytes,
    done: oneshot::Sender<()>,
}

/// Serves until standard input ends, which is when the process that started it ends.
pub fn serve(file: &Path) {
    std::thread::spawn(|| {
        let _ = std::io::stdin().read(&mut [0]);
        std::process::exit(0);
    });
    let file = File::create(file).expect("the floor's file");
    let (queue, jobs) = sync_channel(QUEUE);
    std::thread::spawn(move || write(file, &jobs));
    let router = Router::new().fallback(answer).with_state(queue);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        super::table::say(&listener.local_addr().expect("its address").to_string());
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(connection(stream, router.clone()));
        }
    });
}

/// As the server serves one.
async fn connection(stream: TcpStream, router: Router) {
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| Box::pin(router.clone().oneshot(request)));
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(Duration::from_secs(30)).max_buf_size(8192);
    let _ = builder.serve_connection(TokioIo::new(stream), service).await;
}

async fn answer(State(queue): State<SyncSender<Job>>, request: Request<Body>) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, 2 * 1024 * 1024).await else { return StatusCode::BAD_REQUEST.into_response() };
    let kind = [(header::CONTENT_TYPE, MEDIA_TYPE), (header::CACHE_CONTROL, "no-store")];
    let wanted = parts.headers.get(ANSWER).and_then(|length| length.to_str().ok()?.parse().ok());
    if let Some(length) = wanted {
        return (kind, vec![0; length]).into_response();
    }
    let (done, receive) = oneshot::channel();
    if queue.try_send(Job { body, done }).is_err() || receive.await.is_err() {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    (kind, appended()).into_response()
}

/// As many bytes as the server answers.
fn appended() -> Vec<u8> {
    let at = Position::start(SpaceId([0; 16]), 0);
    encode(&Appended { incarnation: Incarnation([0; 16]), seqs: vec![1000], at })
}

/// One writer, which gathers what waits, as the server's does.
fn write(mut file: File, jobs: &Receiver<Job>) {
    let mut bytes = Vec::new();
    while let Ok(first) = jobs.recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = jobs.try_recv()
        {
            group.push(next);
        }
        bytes.clear();
        group.iter().for_each(|job| bytes.extend_from_slice(&job.body));
        file.write_all(&bytes).and_then(|()| file.sync_data()).expect("the disk takes it");
        for job in group {
            // Nobody waits any more when the client is gone.
            let _ = job.done.send(());
        }
    }
}
