//! HTTP: carries calls to the service and answers back, and adds the event stream and the operator's pages.

mod address;
mod connections;
mod events;
mod metrics;
pub mod openapi;
mod timeouts;

use futures_util::StreamExt;
use std::{
    net::{IpAddr, SocketAddr},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tend_protocol::{ErrorCode, MEDIA_TYPE, PROBLEM_MEDIA_TYPE, Problem};
use tokio::net::TcpListener;

pub use address::{ForwardedHeader, Proxies};
pub use events::Streams;
pub use timeouts::Timeouts;

use crate::service::Service;
use metrics::Metrics;

/// Bytes of a body that is read from anyone.
const SMALL_BODY: usize = 16 * 1024;
/// Bytes of a large body that must come within the time that the server waits for it to go on.
const SLOWEST: usize = 64 * 1024;
/// Time between two sweeps.
const SWEEP: Duration = Duration::from_secs(10 * 60);

/// What every request needs.
#[derive(Clone)]
struct App {
    service: Service,
    streams: Arc<Streams>,
    proxies: Arc<Proxies>,
    timeouts: Timeouts,
    metrics: Arc<Metrics>,
}

/// Serves until `stop` resolves, then lets answers under way finish.
///
/// `streams` must be the wake-ups that the service was made with.
pub async fn serve(
    service: Service,
    streams: Arc<Streams>,
    proxies: Proxies,
    timeouts: Timeouts,
    listener: TcpListener,
    metrics_listener: Option<TcpListener>,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    let app = App { service, streams, proxies: Arc::new(proxies), timeouts, metrics: Arc::new(Metrics::new()) };
    let background = [
        Some(tokio::spawn(tick(app.clone()))),
        Some(tokio::spawn(sweep(app.service.clone()))),
        metrics_listener.map(|listener| tokio::spawn(serve_metrics(app.clone(), listener))),
    ];
    let (stopping, mut stopped) = tokio::sync::watch::channel(false);
    let streams = Arc::clone(&app.streams);
    let stop = async move {
        stop.await;
        // The streams would never end by themselves.
        streams.close();
        stopping.send_replace(true);
    };
    let serving = connections::serve(listener, router(app), timeouts.header, stop);
    let deadline = async {
        // An error means that the server ended by itself.
        let _ = stopped.wait_for(|stopped| *stopped).await;
        tokio::time::sleep(timeouts.shutdown).await;
    };
    tokio::select! {
        () = serving => {}
        () = deadline => {}
    }
    background.into_iter().flatten().for_each(|task| task.abort());
}

fn router(app: App) -> Router {
    Router::new()
        .route("/livez", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/v1/config", get(config))
        .route("/v1/openapi.json", get(document))
        .route("/v1/events", get(events))
        .method_not_allowed_fallback(|| async { refusal(ErrorCode::UnknownCall.into()) })
        .fallback(call)
        .with_state(app)
}

/// Any call: the path says which.
async fn call(State(app): State<App>, ConnectInfo(peer): ConnectInfo<SocketAddr>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let outcome = answer(&app, peer.ip(), &path, request).await;
    app.metrics.count(&path, outcome.as_ref().err().map(|problem| problem.code));
    match outcome {
        Ok(body) => ([(header::CONTENT_TYPE, MEDIA_TYPE), (header::CACHE_CONTROL, "no-store")], body).into_response(),
        Err(problem) => refusal(problem),
    }
}

async fn answer(app: &App, peer: IpAddr, path: &str, request: Request) -> Result<Vec<u8>, Problem> {
    if request.method() != Method::POST || !metrics::PATHS.contains(&path) {
        return Err(ErrorCode::UnknownCall.into());
    }
    let (parts, body) = request.into_parts();
    let source = app.proxies.source(peer, &parts.headers);
    let token = token(&parts.headers).map(str::to_owned);
    let limit = match body_limit(app, source, token.as_deref(), path, &parts.headers) {
        Ok(limit) => limit,
        Err(problem) => {
            discard(body, app.service.limits().request_bytes, app.timeouts.body).await;
            return Err(problem);
        }
    };
    let body = read_body(body, limit, app.timeouts.body).await?;
    let (send, receive) = tokio::sync::oneshot::channel();
    let service = app.service.clone();
    let path = path.to_owned();
    let slow = Service::is_slow(&path, &body);
    let submit = move || {
        // When the client is gone, nobody waits for this.
        let reply = Box::new(move |answer| drop(send.send(answer)));
        service.submit(source, token.as_deref(), &path, &body, reply);
    };
    if slow {
        // If it panics, the sender is dropped, and the caller gets an internal error.
        drop(tokio::task::spawn_blocking(submit));
    } else if catch_unwind(AssertUnwindSafe(submit)).is_err() {
        tracing::error!("a call panicked");
    }
    receive.await.unwrap_or_else(|_| Err(ErrorCode::Internal.into()))
}

/// How much of the body to read. A large one takes memory while it arrives, so it is read only from a caller with a session.
fn body_limit(
    app: &App,
    source: IpAddr,
    token: Option<&str>,
    path: &str,
    headers: &HeaderMap,
) -> Result<usize, Problem> {
    let most = app.service.limits().request_bytes;
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    match announced {
        Some(length) if length > most => Err(ErrorCode::TooLarge.into()),
        Some(length) if length <= SMALL_BODY => Ok(length),
        _ => app.service.body_limit(source, token, path),
    }
}

/// Reads a body. `patience` is for silence, so that a slow link gets through; one that is slower than [`SLOWEST`] does not.
async fn read_body(body: Body, limit: usize, patience: Duration) -> Result<Bytes, Problem> {
    let times = u32::try_from(limit / SLOWEST).unwrap_or(u32::MAX).saturating_add(1);
    let whole = tokio::time::timeout(patience.saturating_mul(times), read_parts(body, limit, patience));
    whole.await.unwrap_or_else(|_| Err(too_slow()))
}

fn too_slow() -> Problem {
    Problem { retry_after: Some(1), ..ErrorCode::Unavailable.into() }
}

async fn read_parts(body: Body, limit: usize, patience: Duration) -> Result<Bytes, Problem> {
    let (mut parts, mut read) = (body.into_data_stream(), Vec::new());
    loop {
        match tokio::time::timeout(patience, parts.next()).await {
            Ok(None) => return Ok(read.into()),
            Ok(Some(Ok(part))) if read.len() + part.len() <= limit => read.extend_from_slice(&part),
            // Either it goes over the limit, or the connection broke and nobody reads this.
            Ok(Some(_)) => return Err(ErrorCode::TooLarge.into()),
            Err(_) => return Err(too_slow()),
        }
    }
}

/// Reads the body of a request that was refused already. A client that is still sending when the connection closes never sees its
/// answer: it would take a session that has ended for a server that is gone.
async fn discard(body: Body, most: usize, patience: Duration) {
    let mut parts = body.into_data_stream();
    let all = async {
        let mut read = 0;
        while let Some(Ok(part)) = parts.next().await {
            read += part.len();
            if read > most {
                break;
            }
        }
    };
    // A client that sends too slowly gets the answer all the same.
    let _ = tokio::time::timeout(patience, all).await;
}

/// The bearer token (RFC 6750, section 2.1).
fn token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn refusal(problem: Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, json(&problem)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_MEDIA_TYPE));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = problem.retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// # Panics
/// Never for what is given here: plain fields always become JSON.
#[allow(clippy::expect_used)]
fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain fields become JSON")
}

async fn ready(State(app): State<App>) -> Response {
    let service = app.service;
    match tokio::task::spawn_blocking(move || service.ready()).await {
        Ok(Ok(())) => "ready\n".into_response(),
        Ok(Err(problem)) => refusal(problem),
        Err(_) => refusal(ErrorCode::Internal.into()),
    }
}

async fn config(State(app): State<App>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], json(&app.service.config())).into_response()
}

async fn document() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], openapi::json()).into_response()
}

/// The event stream: the current heads first, then each that grows.
async fn events(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let source = app.proxies.source(peer.ip(), &headers);
    let token = token(&headers).map(str::to_owned);
    let open = move || {
        let (device, until) = app.service.session(source, token.as_deref())?;
        let stream = app.streams.open(device, until);
        stream.begin(app.service.heads(device)?);
        Ok(stream)
    };
    let opened = tokio::task::spawn_blocking(open).await.unwrap_or_else(|_| Err(ErrorCode::Internal.into()));
    let stream = opened.map_err(refusal)?;
    let kind = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store"),
        // Otherwise nginx collects events until its buffer is full.
        (header::HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((kind, Body::from_stream(stream)).into_response())
}

async fn tick(app: App) {
    let mut second = tokio::time::interval(Duration::from_secs(1));
    loop {
        second.tick().await;
        app.streams.tick(app.service.now());
    }
}

async fn sweep(service: Service) {
    let mut round = tokio::time::interval(SWEEP);
    loop {
        round.tick().await;
        let service = service.clone();
        if !matches!(tokio::task::spawn_blocking(move || service.sweep()).await, Ok(Ok(()))) {
            tracing::warn!("sweeping failed; the next round comes in ten minutes");
        }
    }
}

async fn serve_metrics(app: App, listener: TcpListener) {
    let text = move |State(app): State<App>| async move {
        ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], app.metrics.text(&app.streams))
    };
    let router = Router::new().route("/metrics", get(text)).with_state(app);
    if let Err(error) = axum::serve(listener, router).await {
        tracing::error!(%error, "the metrics are no longer served");
    }
}
