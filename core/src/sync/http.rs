//! Reqwest on rustls with ring; see [`Http`].

use std::{
    pin::pin,
    sync::{
        Arc, Once,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::{Stream, StreamExt, stream};
use reqwest::{
    Body, Certificate, Client, Response, Url,
    header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE},
};
use tend_protocol::{ErrorCode, Head, MEDIA_TYPE, PROBLEM_MEDIA_TYPE, Problem};

use super::{Failure, Request};
use crate::address;

pub use crate::address::BadServer;

/// Bytes of an answer that is taken at most: the largest page of a log, with room.
const ANSWER_BYTES: usize = 8 * 1024 * 1024;
/// How long hardly anything may come or go before a call is given up. However long the whole takes, a slow link gets through.
const SILENCE: Duration = Duration::from_secs(60);
/// Bytes that must come or go in that time: less than any link carries. A server that lets an answer drip holds no call for days.
const LEAST_BYTES: usize = PART_BYTES;
/// Bytes of a request that are handed to the connection at once.
const PART_BYTES: usize = 16 * 1024;
/// Bytes of one event of the stream.
const EVENT_BYTES: usize = 4096;

/// Which certificates a server may show.
#[derive(Debug, Clone, Default)]
pub enum Roots {
    /// Those of Mozilla's list, as it was when this version was built: the same on every phone.
    #[default]
    Mozilla,
    /// One authority alone, in DER: a household's own.
    Pinned(Vec<u8>),
}

/// One server.
#[derive(Debug, Clone)]
pub struct Http {
    client: Client,
    server: Url,
}

impl Http {
    /// A transport to the server at this address, which is read as a person types it: `https://…` or, on one's own network, `http://…`.
    ///
    /// # Errors
    /// [`BadServer`] for another address, or roots that are no certificates.
    pub fn new(server: &str, roots: &Roots) -> Result<Self, BadServer> {
        static PROVIDER: Once = Once::new();
        PROVIDER.call_once(|| {
            // It fails only when there is one already, which is as good.
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        let server = Url::parse(&address::canonical(server)?).map_err(|_| BadServer)?;
        let roots: Vec<&[u8]> = match roots {
            Roots::Mozilla => webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().map(AsRef::as_ref).collect(),
            Roots::Pinned(der) => vec![der],
        };
        let roots = roots.into_iter().map(Certificate::from_der).collect::<Result<Vec<_>, _>>();
        let client = Client::builder()
            .tls_certs_only(roots.map_err(|_| BadServer)?)
            .connect_timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|_| BadServer)?;
        Ok(Self { client, server })
    }

    fn url(&self, path: &str) -> Result<Url, Failure> {
        let base = self.server.path().trim_end_matches('/');
        let mut url = self.server.clone();
        url.set_path(&format!("{base}{path}"));
        Ok(url)
    }

    /// Sends a request and waits for the answer's body.
    ///
    /// # Errors
    /// [`Failure`]; [`Failure::BrokenOff`] once the answer had begun.
    pub async fn call(&self, request: &Request) -> Result<Vec<u8>, Failure> {
        let moved = Arc::new(AtomicUsize::new(0));
        let mut call = self
            .client
            .post(self.url(request.path)?)
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .header(CONTENT_LENGTH, request.body.len())
            .body(in_parts(&request.body, &moved));
        if let Some(token) = &request.token {
            call = call.bearer_auth(token);
        }
        let sent = while_it_moves(SILENCE, &moved, call.send()).await;
        let response = sent.and_then(Result::ok).ok_or(Failure::Unreachable)?;
        let (succeeded, problem) = (response.status().is_success(), is_problem(&response));
        let bytes = while_it_moves(SILENCE, &moved, body(response, &moved)).await.unwrap_or(Err(Failure::BrokenOff))?;
        match (succeeded, problem) {
            (true, _) => Ok(bytes),
            (false, true) => Err(refusal(&bytes)),
            // Something between the phone and the server answered.
            (false, false) => Err(Failure::Unreachable),
        }
    }

    /// The stream of hints that a space has grown. It ends when the connection does.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn events(&self, token: &str) -> Result<impl Stream<Item = Head> + Send + use<>, Failure> {
        let asked =
            self.client.get(self.url("/v1/events")?).bearer_auth(token).header(ACCEPT, "text/event-stream").send();
        let answered = tokio::time::timeout(SILENCE, asked).await;
        let response = answered.ok().and_then(Result::ok).ok_or(Failure::Unreachable)?;
        if !response.status().is_success() {
            return Err(if response.status().as_u16() == ErrorCode::Unauthenticated.status() {
                Failure::Refused(ErrorCode::Unauthenticated.into())
            } else {
                Failure::Unreachable
            });
        }
        let mut rest = Vec::new();
        // A quiet stream has a comment now and then, so silence means that it is gone.
        let parts = stream::unfold(Box::pin(response.bytes_stream()), |mut parts| async move {
            let part = tokio::time::timeout(SILENCE, parts.next()).await.ok()??.ok()?;
            Some((part, parts))
        });
        let heads = parts.flat_map(move |part| {
            rest.extend_from_slice(&part);
            stream::iter(take_heads(&mut rest))
        });
        Ok(heads)
    }
}

/// A request's body, handed over in parts, so that it shows how it goes.
fn in_parts(body: &[u8], moved: &Arc<AtomicUsize>) -> Body {
    if body.len() <= PART_BYTES {
        return body.to_vec().into();
    }
    let (parts, moved) = (body.chunks(PART_BYTES).map(<[u8]>::to_vec).collect::<Vec<_>>(), Arc::clone(moved));
    Body::wrap_stream(stream::iter(parts).map(move |part| {
        moved.fetch_add(PART_BYTES, Ordering::Relaxed);
        Ok::<_, std::convert::Infallible>(part)
    }))
}

/// What the work comes to; `None` when hardly anything moved for so long.
async fn while_it_moves<T>(silence: Duration, moved: &AtomicUsize, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    loop {
        let before = moved.load(Ordering::Relaxed);
        match tokio::time::timeout(silence, &mut work).await {
            Ok(done) => return Some(done),
            Err(_) if moved.load(Ordering::Relaxed) - before < LEAST_BYTES => return None,
            Err(_) => {}
        }
    }
}

/// The problem in an error's body.
fn refusal(body: &[u8]) -> Failure {
    serde_json::from_slice::<Problem>(body).map_or(Failure::Malformed, Failure::Refused)
}

fn is_problem(response: &Response) -> bool {
    let media_type = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    media_type.starts_with(PROBLEM_MEDIA_TYPE)
}

async fn body(mut response: Response, moved: &AtomicUsize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|_| Failure::BrokenOff)? {
        moved.fetch_add(part.len(), Ordering::Relaxed);
        if bytes.len() + part.len() > ANSWER_BYTES {
            return Err(Failure::Malformed);
        }
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

/// Takes the whole events off the beginning of what arrived (HTML, "server-sent events": `data:` lines up to an empty line).
fn take_heads(rest: &mut Vec<u8>) -> Vec<Head> {
    let mut heads = Vec::new();
    while let Some(end) = rest.windows(2).position(|pair| pair == b"\n\n") {
        let event: Vec<u8> = rest.drain(..end + 2).collect();
        let data = event.split(|byte| *byte == b'\n').find_map(|line| line.strip_prefix(b"data:"));
        heads.extend(data.and_then(|data| serde_json::from_slice(data).ok()));
    }
    if rest.len() > EVENT_BYTES {
        rest.clear();
    }
    heads
}

#[cfg(test)]
mod tests;
