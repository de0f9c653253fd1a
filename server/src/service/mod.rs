//! What the server does, without HTTP and without SQL.
//!
//! [`Service::submit`] takes a call's path and body and gives its answer; the HTTP layer adds only transport, and a
//! simulation calls it directly. Given the same storage, clock and randomness it does the same.

mod access;
mod append;
mod blank;
mod blobs;
mod devices;
mod key_packages;
mod mailboxes;
mod pull;
mod rates;
mod serve;
mod settings;
mod spaces;
mod sweep;

#[cfg(test)]
mod tests;

use std::{
    net::IpAddr,
    sync::{Arc, mpsc::sync_channel},
};

use tend_protocol::*;

pub use access::AccessCode;
pub use rates::{Rate, Rates};
pub use settings::Settings;

use crate::{
    environment::{Clock, Random, Wakeups},
    storage::{Storage, Transaction, WriteJob},
};
use rates::Limiter;
use serve::{Context, Effects, Inner, Refusal, Serve, Work, storage_problem};

/// Bytes of a body that needs no session: registering with a long access code is the largest.
const WITHOUT_SESSION: usize = 16 * 1024;

/// Seconds after which a caller may find room again on a disk that is almost full.
const FULL_SECONDS: u32 = 600;

/// Where a call's answer goes: its CBOR, or a problem.
pub type Reply = Box<dyn FnOnce(Result<Vec<u8>, Problem>) + Send>;

/// The service. A clone is the same service.
#[derive(Clone)]
pub struct Service {
    inner: Arc<Inner>,
}

/// The calls, each under its path.
macro_rules! every_call {
    ($then:ident) => {
        $then!(
            Identify,
            Register,
            Challenge,
            OpenSession,
            CreateSpace,
            RejoinSpace,
            AskToBeAdded,
            OpenGeneration,
            Append,
            Pull,
            Blank,
            Leave,
            PutBlob,
            GetBlob,
            DropBlob,
            RevokeDevice,
            PublishKeyPackages,
            ClaimKeyPackage,
            OpenMailbox,
            JoinMailbox,
            PostToMailbox,
            ReadMailbox,
            BurnMailbox
        )
    };
}
pub(crate) use every_call;

impl Service {
    /// A service over a storage.
    pub fn new(
        storage: Arc<dyn Storage>,
        settings: Settings,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        wakeups: Arc<dyn Wakeups>,
    ) -> Self {
        let limiter = Limiter::new(settings.rates);
        Self { inner: Arc::new(Inner { storage, settings, clock, random, wakeups, limiter }) }
    }

    /// What the server says of itself.
    pub fn config(&self) -> Config {
        Config {
            version: env!("CARGO_PKG_VERSION").into(),
            access_code_required: self.inner.settings.access_code.is_some(),
            limits: self.inner.settings.limits.clone(),
        }
    }

    /// What is accepted.
    pub fn limits(&self) -> &Limits {
        &self.inner.settings.limits
    }

    /// Serves the call at `path` with the CBOR `body`, and waits for its answer. `source` is the caller's address, `token`
    /// the bearer token if it has one.
    ///
    /// # Errors
    /// A [`Problem`] with one of the codes of its call.
    pub fn handle(&self, source: IpAddr, token: Option<&str>, path: &str, body: &[u8]) -> Result<Vec<u8>, Problem> {
        let (send, receive) = sync_channel(1);
        // Sending fails only if this thread is gone.
        self.submit(source, token, path, body, Box::new(move |answer| drop(send.send(answer))));
        receive.recv().unwrap_or_else(|_| Err(ErrorCode::Internal.into()))
    }

    /// As [`Self::handle`], but the answer of a call that writes comes when it is on disk, from the storage's thread.
    pub fn submit(&self, source: IpAddr, token: Option<&str>, path: &str, body: &[u8], reply: Reply) {
        macro_rules! dispatch {
            ($($call:ty),*) => {
                match path {
                    $(<$call as Call>::PATH => self.serve::<$call>(source, token, body, reply),)*
                    _ => reply(Err(ErrorCode::UnknownCall.into())),
                }
            };
        }
        every_call!(dispatch);
    }

    /// How large a body is worth reading: little of a call that needs no session, and none of a caller without one.
    ///
    /// # Errors
    /// [`ErrorCode::Unauthenticated`], or one of the rates'.
    pub fn body_limit(&self, source: IpAddr, token: Option<&str>, path: &str) -> Result<usize, Problem> {
        macro_rules! needs_session {
            ($($call:ty),*) => {
                match path {
                    $(<$call as Call>::PATH => <$call as Call>::SESSION,)*
                    _ => false,
                }
            };
        }
        if !every_call!(needs_session) {
            return Ok(WITHOUT_SESSION.min(self.inner.settings.limits.request_bytes));
        }
        let now = self.inner.clock.now();
        let context = Context { inner: Arc::clone(&self.inner), session: None, source: source.into(), now };
        self.authenticate(&context, token)?;
        Ok(self.inner.settings.limits.request_bytes)
    }

    /// Whether a call may take so long, on the thread that submits it, that others would have to wait.
    pub fn is_slow(path: &str, body: &[u8]) -> bool {
        body.len() > 32 * 1024 || path == Pull::PATH || path == GetBlob::PATH
    }

    fn serve<C: Serve>(&self, source: IpAddr, token: Option<&str>, body: &[u8], reply: Reply) {
        let admitted = self.admit::<C>(source, token, body).and_then(|(context, call)| {
            let ready = call.prepare(&context)?;
            Ok((context, ready))
        });
        match admitted {
            Err(refusal) => reply(Err(refusal.into())),
            Ok((context, ready)) => match C::WORK {
                Work::Read => reply(read::<C>(&context, ready).map(|answer| encode(&answer)).map_err(Problem::from)),
                Work::Write => {
                    let storage = Arc::clone(&context.inner.storage);
                    storage.write(Box::new(Job::<C> { context, ready: Some(ready), ran: None, reply }));
                }
            },
        }
    }

    /// Who asks, whether they may at all now, and what they ask.
    fn admit<C: Serve>(&self, source: IpAddr, token: Option<&str>, body: &[u8]) -> Result<(Context, C), Refusal> {
        let inner = &self.inner;
        let mut context =
            Context { inner: Arc::clone(inner), session: None, source: source.into(), now: inner.clock.now() };
        if C::SESSION {
            let device = self.authenticate(&context, token)?;
            if C::COUNTED {
                inner.limiter.device(device, context.now)?;
            }
            if C::WORK == Work::Write && C::GROWS {
                inner.limiter.bytes(device, body.len(), context.now)?;
            }
            context.session = Some(device);
        } else {
            inner.limiter.source(context.source, context.now)?;
        }
        if body.len() > inner.settings.limits.request_bytes {
            return Err(ErrorCode::TooLarge.into());
        }
        let floor = inner.settings.keep_free_bytes;
        if C::WORK == Work::Write && C::GROWS && inner.storage.free_bytes().is_some_and(|free| free < floor) {
            return Err(Problem { retry_after: Some(FULL_SECONDS), ..ErrorCode::DiskFull.into() }.into());
        }
        let call = decode(body).map_err(|_| ErrorCode::Malformed)?;
        Ok((context, call))
    }

    fn authenticate(&self, context: &Context, token: Option<&str>) -> Result<DeviceId, Refusal> {
        match token.map(|token| devices::session(context, token)).transpose()?.flatten() {
            Some((device, _)) => Ok(device),
            None => {
                context.inner.limiter.source(context.source, context.now)?;
                Err(ErrorCode::Unauthenticated.into())
            }
        }
    }

    /// The device of a session, and when the session ends (seconds since 1970-01-01 UTC): for streams, which are no calls.
    ///
    /// # Errors
    /// [`ErrorCode::Unauthenticated`], or one of the rates'.
    pub fn session(&self, source: IpAddr, token: Option<&str>) -> Result<(DeviceId, u64), Problem> {
        let now = self.inner.clock.now();
        let context = Context { inner: Arc::clone(&self.inner), session: None, source: source.into(), now };
        match token.map(|token| devices::session(&context, token)).transpose()?.flatten() {
            Some((device, until)) => self.inner.limiter.device(device, now).map(|()| (device, until)),
            None => {
                self.inner.limiter.source(context.source, now)?;
                Err(ErrorCode::Unauthenticated.into())
            }
        }
    }

    /// The heads of the spaces that a device joined, as the event stream begins with them. A space that was left has head 0.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn heads(&self, device: DeviceId) -> Result<Vec<Head>, Problem> {
        let mut heads = Vec::new();
        let work = &mut |rows: &dyn Transaction| {
            for id in rows.spaces_of(device)? {
                let Some(space) = rows.space(id)? else { continue };
                let head = rows.generation(id, space.generation)?.map_or(0, |log| log.head.seq);
                heads.push(Head { space: id.to_hex(), generation: space.generation, head });
            }
            Ok(())
        };
        self.inner.storage.read(work).map_err(storage_problem)?;
        Ok(heads)
    }

    /// Whether the database takes a write and has the schema that this program expects.
    ///
    /// # Errors
    /// What hinders it.
    pub fn ready(&self) -> Result<(), Problem> {
        self.inner.storage.probe().map_err(storage_problem)
    }

    /// Seconds since 1970-01-01 UTC, by the service's clock.
    pub fn now(&self) -> u64 {
        self.inner.clock.now()
    }
}

fn read<C: Serve>(context: &Context, ready: C::Ready) -> Result<C::Answer, Refusal> {
    let (mut ready, mut outcome, mut effects) = (Some(ready), None, Effects::default());
    context.inner.storage.read(&mut |rows| {
        if let Some(ready) = ready.take() {
            outcome = Some(C::run(ready, context, rows, &mut effects));
        }
        Ok(())
    })?;
    if let Some(acknowledged) = effects.acknowledged.take() {
        // The answer does not wait for this: an acknowledgement that is lost comes again with the next pull.
        pull::acknowledge(context, acknowledged);
    }
    if let (Some(space), Some(device)) = (effects.joined.take(), context.session) {
        // The writer takes jobs in their order, so whatever the device sends next finds it joined.
        pull::join(context, space, device);
    }
    outcome.unwrap_or_else(|| Err(ErrorCode::Internal.into()))
}

/// A call on its way through the writer.
struct Job<C: Serve> {
    context: Context,
    /// Until it runs.
    ready: Option<C::Ready>,
    /// Once it ran; not if it panicked.
    ran: Option<(Result<Vec<u8>, Refusal>, Effects)>,
    reply: Reply,
}

impl<C: Serve> WriteJob for Job<C> {
    fn run(&mut self, rows: &dyn Transaction) -> crate::storage::Result<bool> {
        let Some(ready) = self.ready.take() else { return Ok(false) };
        let mut effects = Effects::default();
        let mut outcome = C::run(ready, &self.context, rows, &mut effects).map(|answer| encode(&answer));
        if outcome.is_ok()
            && let Err(error) = effects.address(&self.context, rows)
        {
            outcome = Err(error.into());
        }
        let keep = matches!(outcome, Ok(_) | Err(Refusal::Kept(_)));
        self.ran = Some((outcome, effects));
        Ok(keep)
    }

    fn done(self: Box<Self>, outcome: crate::storage::Result<()>) {
        let Self { context, ran, reply, .. } = *self;
        match (outcome, ran) {
            (Err(error), _) => reply(Err(storage_problem(error))),
            (Ok(()), Some((answer, effects))) => {
                if answer.is_ok() {
                    effects.tell(&context);
                }
                reply(answer.map_err(Problem::from));
            }
            (Ok(()), None) => reply(Err(ErrorCode::Internal.into())),
        }
    }
}

/// The space, if the device is in it, joined or pending, and nobody left.
fn open_space(rows: &dyn Transaction, space: SpaceId, device: DeviceId) -> Result<crate::storage::SpaceRow, Refusal> {
    if rows.membership(space, device)?.is_none() {
        return Err(ErrorCode::NotAMember.into());
    }
    let row = rows.space(space)?.ok_or(ErrorCode::NotAMember)?;
    if row.left.is_some() { Err(ErrorCode::SpaceLeft.into()) } else { Ok(row) }
}
