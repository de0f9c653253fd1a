//! The server's key, registering, opening sessions, and shutting devices out.

use ring::{hmac, signature::KeyPair};
use tend_protocol::*;

use super::{
    pull,
    serve::{Context, Effects, Refusal, Serve, Work},
    spaces,
};
use crate::{
    environment::NoRandomness,
    storage::{SpaceRow, Transaction},
};

/// Seconds that a session lasts.
const SESSION_SECONDS: u32 = 60 * 60;
/// Seconds that a challenge is good, by a clock that may be set a little in between, either way.
const CHALLENGE_SECONDS: u64 = 60;
/// Seconds that a used challenge is remembered: a clock that is set back by less does not make it good again.
const SPENT_SECONDS: u64 = 60 * 60;
/// Sessions that a device may have; a new one ends the oldest.
const SESSIONS: usize = 8;

impl From<NoRandomness> for Refusal {
    fn from(_: NoRandomness) -> Self {
        ErrorCode::Unavailable.into()
    }
}

impl Serve for Identify {
    const WORK: Work = Work::Read;
    type Ready = Identified;

    fn prepare(self, context: &Context) -> Result<Identified, Refusal> {
        let storage = &context.inner.storage;
        let key = server_key(context)?;
        let signed = storage.key().sign(&identify_text(key, self.nonce));
        let signature = Signature(signed.as_ref().try_into().map_err(|_| ErrorCode::Internal)?);
        Ok(Identified { key, signature })
    }

    fn run(identified: Identified, _: &Context, _: &dyn Transaction, _: &mut Effects) -> Result<Identified, Refusal> {
        Ok(identified)
    }
}

fn server_key(context: &Context) -> Result<ServerKey, Refusal> {
    ServerKey::try_from(context.inner.storage.key().public_key().as_ref()).map_err(|_| ErrorCode::Internal.into())
}

impl Serve for Register {
    const WORK: Work = Work::Write;
    type Ready = DeviceId;

    fn prepare(self, context: &Context) -> Result<DeviceId, Refusal> {
        if let Some(code) = &context.inner.settings.access_code {
            let given = self.access_code.as_deref().unwrap_or_default();
            if !code.fits(given, context.inner.random.as_ref())? {
                return Err(ErrorCode::AccessCode.into());
            }
        }
        let text = register_text(server_key(context)?, self.device);
        verify(&self.device.0, &text, &self.signature).map_err(|_| ErrorCode::BadSignature)?;
        Ok(self.device)
    }

    fn run(device: DeviceId, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<Empty, Refusal> {
        if rows.is_revoked(device)? {
            return Err(ErrorCode::DeviceRevoked.into());
        }
        rows.put_device(device, context.now)?;
        Ok(Empty {})
    }
}

/// A challenge that needs no row until it is used: 8 random bytes, the second in which it was made, and 16 bytes of a MAC over
/// both and the device. So nobody can fill the database with challenges, nor push out those of others.
fn challenge_at(context: &Context, device: DeviceId, nonce: [u8; 8], at: u64) -> Hash {
    let key = hmac::Key::new(hmac::HMAC_SHA256, &context.inner.storage.secret());
    let mut challenge = Hash([0; 32]);
    challenge.0[..8].copy_from_slice(&nonce);
    challenge.0[8..16].copy_from_slice(&at.to_be_bytes());
    let text = [b"Tend challenge 1".as_slice(), &device.0, &challenge.0[..16]].concat();
    challenge.0[16..].copy_from_slice(&hmac::sign(&key, &text).as_ref()[..16]);
    challenge
}

/// When the challenge was made, if this server made it for the device and it is still good.
fn made_at(context: &Context, device: DeviceId, challenge: Hash) -> Option<u64> {
    let nonce = challenge.0[..8].try_into().ok()?;
    let at = u64::from_be_bytes(challenge.0[8..16].try_into().ok()?);
    // This comparison need not take constant time: anyone who forges a challenge still lacks the device's key.
    let made_here = challenge_at(context, device, nonce, at) == challenge;
    (made_here && at.abs_diff(context.now) < CHALLENGE_SECONDS).then_some(at)
}

impl Serve for Challenge {
    const WORK: Work = Work::Read;
    type Ready = Hash;

    fn prepare(self, context: &Context) -> Result<Hash, Refusal> {
        let mut nonce = [0; 8];
        context.inner.random.fill(&mut nonce)?;
        Ok(challenge_at(context, self.device, nonce, context.now))
    }

    fn run(challenge: Hash, _: &Context, _: &dyn Transaction, _: &mut Effects) -> Result<Challenged, Refusal> {
        Ok(Challenged { challenge })
    }
}

pub(crate) struct ReadySession {
    device: DeviceId,
    challenge: Hash,
    /// Until when it is remembered that the challenge was used.
    until: u64,
    secret: Hash,
}

impl Serve for OpenSession {
    const WORK: Work = Work::Write;
    // Without a session nobody could leave.
    const GROWS: bool = false;
    type Ready = ReadySession;

    fn prepare(self, context: &Context) -> Result<ReadySession, Refusal> {
        let Self { device, challenge, signature } = self;
        let at = made_at(context, device, challenge).ok_or(ErrorCode::ChallengeOver)?;
        let text = session_text(server_key(context)?, device, challenge);
        verify(&device.0, &text, &signature).map_err(|_| ErrorCode::BadSignature)?;
        let until = at.saturating_add(SPENT_SECONDS);
        let mut secret = Hash([0; 32]);
        context.inner.random.fill(&mut secret.0)?;
        Ok(ReadySession { device, challenge, until, secret })
    }

    fn run(
        ready: ReadySession,
        context: &Context,
        rows: &dyn Transaction,
        _: &mut Effects,
    ) -> Result<SessionOpened, Refusal> {
        let ReadySession { device, challenge, until, secret } = ready;
        if rows.is_revoked(device)? {
            return Err(ErrorCode::DeviceRevoked.into());
        }
        if !rows.has_device(device)? {
            return Err(ErrorCode::UnknownDevice.into());
        }
        if !rows.spend_challenge(device, challenge, until)? {
            return Err(ErrorCode::ChallengeOver.into());
        }
        rows.put_session(device, Hash::of(&secret.0), context.now + u64::from(SESSION_SECONDS), SESSIONS)?;
        Ok(SessionOpened {
            // The token begins with the device, because every row is found by a device or a space.
            token: device.to_hex() + &secret.to_hex(),
            seconds: SESSION_SECONDS,
            incarnation: context.inner.storage.incarnation(),
        })
    }
}

impl Serve for RevokeDevice {
    const WORK: Work = Work::Write;
    const GROWS: bool = false;
    type Ready = SignedRemoval;

    fn prepare(self, _: &Context) -> Result<SignedRemoval, Refusal> {
        self.removal.verify().map_err(|_| ErrorCode::BadSignature)?;
        Ok(self.removal)
    }

    fn run(
        removal: SignedRemoval,
        _: &Context,
        rows: &dyn Transaction,
        effects: &mut Effects,
    ) -> Result<Empty, Refusal> {
        let device = removal.device;
        if rows.is_revoked(device)? || !rows.has_device(device)? {
            return Ok(Empty {});
        }
        if !rows.persons(device)?.contains(&removal.person) {
            return Err(ErrorCode::BadSignature.into());
        }
        rows.revoke(device)?;
        effects.ended.push(device);
        for space in rows.pending_spaces(device)?.into_iter().chain(rows.spaces_of(device)?) {
            rows.remove_member(space, device)?;
            // A leave by a lost device is no word of its person's, as long as they are there with another. The space goes on in its next
            // generation. Who left for good, and gave that phone away later, has left.
            let left = |row: &SpaceRow| row.left.as_ref().is_some_and(|left| left.device == device);
            if let Some(row) = rows.space(space)?.filter(left)
                && spaces::has_device_of(rows, space, removal.person)?
            {
                rows.put_space(space, &SpaceRow { left: None, ..row })?;
            }
            pull::trim_all(rows, space)?;
        }
        Ok(Empty {})
    }
}

/// The device of a token and when its session ends; `None` when there is no such session.
pub(super) fn session(context: &Context, token: &str) -> Result<Option<(DeviceId, u64)>, Refusal> {
    let parts = token.split_at_checked(64);
    let Some((device, secret)) = parts.and_then(|(a, b)| DeviceId::from_hex(a).zip(Hash::from_hex(b))) else {
        return Ok(None);
    };
    let mut until = None;
    context.inner.storage.read(&mut |rows| {
        until = rows.session_until(device, Hash::of(&secret.0))?;
        Ok(())
    })?;
    Ok(until.filter(|until| context.now < *until).map(|until| (device, until)))
}
