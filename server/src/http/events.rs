//! The event stream (server-sent events). A stream has no task of its own: it is a small slot that the connection's task polls,
//! and one registry, keyed by device, fills the slots and wakes them. Heads that come faster than a client reads replace
//! each other, so a slot never holds more than one a space.

use std::{
    collections::{BTreeMap, HashMap},
    convert::Infallible,
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

use axum::body::Bytes;
use futures_util::Stream;
use tend_protocol::{DeviceId, Head};

use crate::environment::Wakeups;

/// Seconds between two comments that keep a quiet stream open through proxies.
pub(super) const KEEP_ALIVE_SECONDS: u64 = 15;
/// Streams that one device may have; a new one closes the oldest.
const STREAMS: usize = 4;

/// All open streams.
#[derive(Default)]
pub struct Streams {
    by_device: Mutex<HashMap<DeviceId, Vec<Arc<Slot>>>>,
    open: AtomicUsize,
    opened: AtomicU64,
}

struct Slot {
    /// When its session ends, in seconds since 1970-01-01 UTC.
    until: u64,
    /// In which second of [`KEEP_ALIVE_SECONDS`] its comment is sent, so that not all are sent at once.
    phase: u64,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    heads: BTreeMap<String, Head>,
    comment: bool,
    closed: bool,
    waker: Option<Waker>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing that can panic runs while it is held.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Slot {
    fn change(&self, change: impl FnOnce(&mut State)) {
        let waker = {
            let mut state = lock(&self.state);
            change(&mut state);
            state.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    fn put(&self, head: &Head) {
        self.change(|state| drop(state.heads.insert(head.space.clone(), head.clone())));
    }
}

impl Streams {
    /// Opens a stream. What grows from now on reaches it; [`EventStream::begin`] adds the heads of before.
    pub(super) fn open(self: &Arc<Self>, device: DeviceId, until: u64) -> EventStream {
        let phase = self.opened.fetch_add(1, Ordering::Relaxed) % KEEP_ALIVE_SECONDS;
        let slot = Arc::new(Slot { until, phase, state: Mutex::default() });
        let oldest = {
            let mut by_device = lock(&self.by_device);
            let slots = by_device.entry(device).or_default();
            slots.push(Arc::clone(&slot));
            (slots.len() > STREAMS).then(|| slots.remove(0))
        };
        if let Some(oldest) = oldest {
            oldest.change(|state| state.closed = true);
        }
        self.open.fetch_add(1, Ordering::Relaxed);
        EventStream { device, slot, streams: Arc::clone(self) }
    }

    /// How many are open.
    pub(super) fn count(&self) -> usize {
        self.open.load(Ordering::Relaxed)
    }

    /// Once a second, with the seconds since 1970-01-01 UTC: comments, and an end to streams whose session is over.
    pub(super) fn tick(&self, now: u64) {
        for slot in self.all() {
            if slot.until <= now {
                slot.change(|state| state.closed = true);
            } else if slot.phase == now % KEEP_ALIVE_SECONDS {
                slot.change(|state| state.comment = true);
            }
        }
    }

    /// Ends every stream, because the server stops.
    pub(super) fn close(&self) {
        for slot in self.all() {
            slot.change(|state| state.closed = true);
        }
    }

    fn all(&self) -> Vec<Arc<Slot>> {
        lock(&self.by_device).values().flatten().map(Arc::clone).collect()
    }

    fn of(&self, device: DeviceId) -> Vec<Arc<Slot>> {
        lock(&self.by_device).get(&device).cloned().unwrap_or_default()
    }
}

impl Wakeups for Streams {
    fn listening(&self) -> bool {
        self.count() > 0
    }

    fn grown(&self, devices: &[DeviceId], head: &Head) {
        for slot in devices.iter().flat_map(|device| self.of(*device)) {
            slot.put(head);
        }
    }

    fn ended(&self, device: DeviceId) {
        for slot in self.of(device) {
            slot.change(|state| state.closed = true);
        }
    }
}

/// One open stream, as the connection's body.
pub(super) struct EventStream {
    device: DeviceId,
    slot: Arc<Slot>,
    streams: Arc<Streams>,
}

impl EventStream {
    /// Adds the heads as they were read after opening. One that grew since then is not put back.
    pub(super) fn begin(&self, heads: Vec<Head>) {
        self.slot.change(|state| {
            // A comment first, so that the client sees at once that the stream is open.
            state.comment = true;
            for head in heads {
                state.heads.entry(head.space.clone()).or_insert(head);
            }
        });
    }
}

impl Stream for EventStream {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut state = lock(&self.slot.state);
        if state.closed {
            return Poll::Ready(None);
        }
        if !state.comment && state.heads.is_empty() {
            state.waker = Some(context.waker().clone());
            return Poll::Pending;
        }
        let comment = std::mem::take(&mut state.comment);
        let heads = std::mem::take(&mut state.heads);
        drop(state);
        let mut text = String::from(if comment { ":\n\n" } else { "" });
        for data in heads.values().filter_map(|head| serde_json::to_string(head).ok()) {
            text.push_str("event: head\ndata: ");
            text.push_str(&data);
            text.push_str("\n\n");
        }
        Poll::Ready(Some(Ok(text.into())))
    }
}

impl Drop for EventStream {
    fn drop(&mut self) {
        let mut by_device = lock(&self.streams.by_device);
        if let Some(slots) = by_device.get_mut(&self.device) {
            slots.retain(|slot| !Arc::ptr_eq(slot, &self.slot));
            if slots.is_empty() {
                by_device.remove(&self.device);
            }
        }
        self.streams.open.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn poll(stream: &mut EventStream) -> Poll<Option<String>> {
        let mut context = Context::from_waker(Waker::noop());
        Pin::new(stream)
            .poll_next(&mut context)
            .map(|item| item.map(|text| String::from_utf8(text.unwrap().to_vec()).unwrap()))
    }

    fn head(space: &str, head: u64) -> Head {
        Head { space: space.into(), generation: 0, head }
    }

    const A: DeviceId = DeviceId([1; 32]);
    const B: DeviceId = DeviceId([2; 32]);

    #[test]
    fn heads_reach_their_device_and_replace_each_other() {
        let streams = Arc::new(Streams::default());
        let (mut a, mut b) = (streams.open(A, 100), streams.open(B, 100));
        assert!(poll(&mut a).is_pending());
        streams.grown(&[A], &head("aa", 1));
        streams.grown(&[A], &head("aa", 2));
        a.begin(vec![head("aa", 1), head("bb", 7)]);
        let Poll::Ready(Some(text)) = poll(&mut a) else { panic!("nothing came") };
        assert_eq!(
            text,
            ":\n\nevent: head\ndata: {\"space\":\"aa\",\"generation\":0,\"head\":2}\n\n\
             event: head\ndata: {\"space\":\"bb\",\"generation\":0,\"head\":7}\n\n"
        );
        assert!(poll(&mut a).is_pending());
        assert!(poll(&mut b).is_pending(), "it is not for another device");
    }

    #[test]
    fn a_stream_ends_with_its_session_and_leaves_nothing() {
        let streams = Arc::new(Streams::default());
        let (mut a, mut b) = (streams.open(A, 100), streams.open(B, 200));
        streams.tick(100);
        assert_eq!(poll(&mut a), Poll::Ready(None));
        streams.ended(B);
        assert_eq!(poll(&mut b), Poll::Ready(None));
        drop((a, b));
        assert_eq!(streams.count(), 0);
        assert!(lock(&streams.by_device).is_empty());
    }

    #[test]
    fn a_quiet_stream_gets_a_comment_once_a_round() {
        let streams = Arc::new(Streams::default());
        let mut a = streams.open(A, 1000);
        let comments = (0..KEEP_ALIVE_SECONDS)
            .filter(|now| {
                streams.tick(*now);
                poll(&mut a) == Poll::Ready(Some(":\n\n".into()))
            })
            .count();
        assert_eq!(comments, 1);
    }

    #[test]
    fn one_device_cannot_open_streams_without_end() {
        let streams = Arc::new(Streams::default());
        let mut all: Vec<_> = (0..=STREAMS).map(|_| streams.open(A, 100)).collect();
        assert_eq!(poll(&mut all[0]), Poll::Ready(None));
        assert!(poll(&mut all[1]).is_pending());
    }
}
