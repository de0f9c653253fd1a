//! Reqwest on rustls with ring; see [`Http`].

use std::{sync::Once, time::Duration};

use futures_util::{Stream, StreamExt};
use reqwest::{
    Certificate, Client, Response, Url,
    header::{ACCEPT, CONTENT_TYPE},
};
use tend_protocol::{ErrorCode, Head, MEDIA_TYPE, PROBLEM_MEDIA_TYPE, Problem};

use super::{Failure, Request};
use crate::address;

pub use crate::address::BadServer;

/// Bytes of an answer that is taken at most: the largest page of a log, with room.
const ANSWER_BYTES: usize = 8 * 1024 * 1024;
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
            .read_timeout(Duration::from_secs(60))
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
    /// [`Failure`].
    pub async fn call(&self, request: &Request) -> Result<Vec<u8>, Failure> {
        let mut call = self
            .client
            .post(self.url(request.path)?)
            .timeout(Duration::from_secs(60))
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .body(request.body.clone());
        if let Some(token) = &request.token {
            call = call.bearer_auth(token);
        }
        let response = call.send().await.map_err(|_| Failure::Unreachable)?;
        let (succeeded, problem) = (response.status().is_success(), is_problem(&response));
        let bytes = body(response).await?;
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
        let response = self
            .client
            .get(self.url("/v1/events")?)
            .bearer_auth(token)
            .header(ACCEPT, "text/event-stream")
            .send()
            .await
            .map_err(|_| Failure::Unreachable)?;
        if !response.status().is_success() {
            return Err(if response.status().as_u16() == ErrorCode::Unauthenticated.status() {
                Failure::Refused(ErrorCode::Unauthenticated.into())
            } else {
                Failure::Unreachable
            });
        }
        let mut rest = Vec::new();
        let heads = response.bytes_stream().take_while(|part| std::future::ready(part.is_ok())).flat_map(move |part| {
            rest.extend_from_slice(&part.unwrap_or_default());
            futures_util::stream::iter(take_heads(&mut rest))
        });
        Ok(heads)
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

async fn body(mut response: Response) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|_| Failure::Unreachable)? {
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
