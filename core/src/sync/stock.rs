//! The device's key packages at the server.

use tend_protocol::{Bytes, KeyPackageStock, PublishKeyPackages, decode};

use super::{EngineError, Request, devices::ThisDevice, engine::Engine, error::Answered, request::RequestKind};
use crate::{
    spaces::{SUITE, key_packages},
    store::{Namespace, StoreError, Transaction},
};

/// Single-use key packages that a device keeps on the server.
const STOCK: u32 = 8;
/// What waits to be published.
const STOCK_CALL: &[u8] = b"stock";
/// What the server last said that it has.
const KNOWN: &[u8] = b"stock-known";
/// Whether all that it has must be replaced.
const RESTOCK: &[u8] = b"restock";

/// What the server has is of no use: it names another person, or is of a store that this one was put back from, and the private keys are not
/// here. All is replaced.
pub(super) fn restock(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.delete_value(Namespace::Device, STOCK_CALL)?;
    tx.put_value(Namespace::Device, RESTOCK, &())
}

/// Forgets what a server has: it is another one now.
pub(super) fn forget(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.delete_value(Namespace::Device, STOCK_CALL)?;
    tx.delete_value(Namespace::Device, KNOWN)
}

impl Engine {
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
        let call = match tx.value::<PublishKeyPackages>(Namespace::Device, STOCK_CALL)? {
            Some(call) => call,
            None => {
                let known = tx.value::<KeyPackageStock>(Namespace::Device, KNOWN)?;
                let call = self.new_stock(tx, device, known.as_ref())?;
                tx.put_value(Namespace::Device, STOCK_CALL, &call)?;
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
        let certificate = device.certificate.for_server();
        let replace = tx.value::<()>(Namespace::Device, RESTOCK)?.is_some();
        let mut call =
            PublishKeyPackages { certificate, suite: SUITE, packages: Vec::new(), last_resort: None, replace };
        let none = KeyPackageStock { left: 0, last_resort_fresh: false };
        let known = if replace { Some(&none) } else { known };
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
        let published = tx.value::<PublishKeyPackages>(Namespace::Device, STOCK_CALL)?;
        let filled = published.as_ref().is_some_and(|call| !call.packages.is_empty() || call.last_resort.is_some());
        if published.is_some_and(|call| call.replace) {
            tx.delete_value(Namespace::Device, RESTOCK)?;
        }
        tx.delete_value(Namespace::Device, STOCK_CALL)?;
        // Filled once a session, whatever the server says is left: else it could have key packages made without end.
        if filled || (stock.left >= STOCK / 2 && stock.last_resort_fresh) {
            self.memory.stocked = ThisDevice::load(tx)?.map(|device| device.person());
        }
        tx.put_value(Namespace::Device, KNOWN, &stock)?;
        Ok(Answered::Same)
    }
}
