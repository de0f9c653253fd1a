//! Registering, sessions, and the stock of key packages.

use tend_protocol::{
    Bytes, Challenge, Challenged, ErrorCode, KeyPackageStock, OpenSession, PublishKeyPackages, Register, SessionOpened,
    decode, register_text, session_text,
};

use super::{EngineError, Request, devices::ThisDevice, engine::Engine, error::Answered, request::RequestKind};
use crate::{
    spaces::{SUITE, key_packages},
    store::{Namespace, Transaction},
};

/// Single-use key packages that a device keeps on the server.
const STOCK: u32 = 8;
/// Bytes of the longest token that is taken.
const TOKEN_BYTES: usize = 1024;
/// The shortest session, in seconds: one that ends earlier is opened again when the server says so.
const SESSION_SECONDS: u32 = 60;

impl Engine {
    /// Registers, or opens a session, when that is due.
    pub(super) fn session_request(&mut self, device: &ThisDevice, now: i64) -> Option<Request> {
        let id = device.id();
        if !device.registered {
            let signature = device.key.sign(&register_text(id));
            let call = Register { device: id, signature, access_code: device.access_code.clone() };
            return Some(Request::new(&call, None, RequestKind::Register));
        }
        if self.memory.token.is_some() && now < self.memory.token_until {
            return None;
        }
        let Some(challenge) = self.memory.challenge else {
            return Some(Request::new(&Challenge { device: id }, None, RequestKind::Challenge));
        };
        let signature = device.key.sign(&session_text(id, challenge));
        Some(Request::new(&OpenSession { device: id, challenge, signature }, None, RequestKind::OpenSession))
    }

    pub(super) fn registered(&mut self, tx: &Transaction<'_>) -> Result<Answered, EngineError> {
        if let Some(mut device) = ThisDevice::load(tx)? {
            device.registered = true;
            device.save(tx)?;
        }
        Ok(Answered::Same)
    }

    pub(super) fn challenged(&mut self, bytes: &[u8]) -> Answered {
        let Ok(challenged) = decode::<Challenged>(bytes) else { return Answered::Foreign };
        self.memory.challenge = Some(challenged.challenge);
        Answered::Same
    }

    pub(super) fn session_opened(&mut self, bytes: &[u8], now: i64) -> Answered {
        let Ok(opened) = decode::<SessionOpened>(bytes) else { return Answered::Foreign };
        if opened.token.is_empty()
            || opened.token.len() > TOKEN_BYTES
            || !opened.token.bytes().all(|b| b.is_ascii_graphic())
        {
            // No request could carry it.
            return Answered::Foreign;
        }
        self.memory.challenge = None;
        self.memory.token = Some(opened.token);
        // A phone's clock may jump. If the token ends earlier than it says, the server answers 401 and another session is opened.
        self.memory.token_until = now.saturating_add(i64::from(opened.seconds.max(SESSION_SECONDS)) * 9 / 10);
        // The server may have been restored from a backup since the last session, so it is asked again what it has.
        self.memory.stocked = None;
        self.memory.told.clear();
        Answered::Same
    }

    /// A server that was restored from a backup may not know this device any more. The device then registers again.
    pub(super) fn session_refused(
        &mut self,
        tx: &Transaction<'_>,
        kind: &RequestKind,
        code: ErrorCode,
    ) -> Result<bool, EngineError> {
        self.memory.challenge = None;
        if *kind == RequestKind::OpenSession
            && code == ErrorCode::BadSignature
            && let Some(mut device) = ThisDevice::load(tx)?
        {
            device.registered = false;
            device.save(tx)?;
        }
        Ok(false)
    }

    /// Asks once a session how many key packages are left, and fills the stock up.
    pub(super) fn stock_request(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
    ) -> Result<Option<Request>, EngineError> {
        if self.memory.stocked == Some(device.person()) {
            return Ok(None);
        }
        // What is published was stored before; it is sent again, byte for byte, until the server took it.
        let call = match tx.value::<PublishKeyPackages>(Namespace::Device, b"stock")? {
            Some(call) => call,
            None => {
                let known = tx.value::<KeyPackageStock>(Namespace::Device, b"stock-known")?;
                let call = self.new_stock(tx, device, known.as_ref())?;
                tx.put_value(Namespace::Device, b"stock", &call)?;
                call
            }
        };
        Ok(Some(Request::new(&call, self.token(), RequestKind::StockKeyPackages)))
    }

    fn new_stock(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        known: Option<&KeyPackageStock>,
    ) -> Result<PublishKeyPackages, EngineError> {
        let mut call = PublishKeyPackages { suite: SUITE, packages: Vec::new(), last_resort: None };
        let Some(known) = known else { return Ok(call) };
        for _ in known.left..STOCK {
            let package = key_packages::generate(tx, &device.key, &device.certificate, false)?;
            call.packages.push(Bytes(package));
        }
        if !known.last_resort_fresh {
            call.last_resort = Some(Bytes(key_packages::generate(tx, &device.key, &device.certificate, true)?));
        }
        Ok(call)
    }

    pub(super) fn stocked(&mut self, tx: &Transaction<'_>, bytes: &[u8]) -> Result<Answered, EngineError> {
        let Ok(stock) = decode::<KeyPackageStock>(bytes) else { return Ok(Answered::Foreign) };
        let published = tx.value::<PublishKeyPackages>(Namespace::Device, b"stock")?;
        let filled = published.is_some_and(|call| !call.packages.is_empty() || call.last_resort.is_some());
        tx.delete_value(Namespace::Device, b"stock")?;
        // Filled once a session, whatever the server says is left: else it could have key packages made without end.
        if filled || (stock.left >= STOCK / 2 && stock.last_resort_fresh) {
            self.memory.stocked = ThisDevice::load(tx)?.map(|device| device.person());
        }
        tx.put_value(Namespace::Device, b"stock-known", &stock)?;
        Ok(Answered::Same)
    }
}
