use tend_protocol::*;

use super::serve::{Context, Effects, Refusal, Serve, Work};
use crate::storage::Transaction;

/// Suites that one device may keep key packages for.
const SUITES: usize = 4;
/// Persons whose one device may say that it is: its first, and the one that it is linked to, with room.
const PERSONS: usize = 4;

impl Serve for PublishKeyPackages {
    const WORK: Work = Work::Write;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        context.certified(&self.certificate)?;
        let limits = &context.inner.settings.limits;
        let too_large = |package: &Bytes| package.len() > limits.key_package_bytes;
        if self.packages.len() > limits.key_packages || self.packages.iter().chain(&self.last_resort).any(too_large) {
            return Err(ErrorCode::TooLarge.into());
        }
        if self.packages.iter().chain(&self.last_resort).any(|package| package.is_empty()) {
            return Err(ErrorCode::Malformed.into());
        }
        Ok(self)
    }

    fn run(
        ready: Self,
        context: &Context,
        rows: &dyn Transaction,
        _: &mut Effects,
    ) -> Result<KeyPackageStock, Refusal> {
        let (caller, Self { certificate, suite, packages, last_resort, replace }) = (context.caller()?, ready);
        let person = certificate.person;
        let persons = rows.persons(caller)?;
        if !persons.contains(&person) {
            if persons.len() >= PERSONS {
                return Err(ErrorCode::TooLarge.into());
            }
            rows.put_person(caller, person)?;
        }
        if replace || !persons.contains(&person) {
            rows.drop_key_packages(caller)?;
        }
        for package in &packages {
            rows.put_key_package(caller, suite, package)?;
        }
        if let Some(package) = &last_resort {
            rows.put_last_resort(caller, suite, package)?;
        }
        let left = rows.key_packages_left(caller, suite)?;
        if left > context.inner.settings.limits.key_packages || rows.key_package_suites(caller)?.len() > SUITES {
            return Err(ErrorCode::TooLarge.into());
        }
        let left = u32::try_from(left).unwrap_or(u32::MAX);
        Ok(KeyPackageStock { left, last_resort_fresh: rows.last_resort_fresh(caller, suite)? })
    }
}

impl Serve for ClaimKeyPackage {
    const WORK: Work = Work::Write;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        // A device that claimed its own would only waste it.
        if self.device == context.caller()? { Err(ErrorCode::Malformed.into()) } else { Ok(self) }
    }

    fn run(
        ready: Self,
        context: &Context,
        rows: &dyn Transaction,
        _: &mut Effects,
    ) -> Result<ClaimedKeyPackage, Refusal> {
        let Self { device, suite } = ready;
        let package = if context.inner.limiter.may_claim(context.caller()?, device, context.now) {
            rows.claim_key_package(device, suite, context.now)?
        } else {
            None
        };
        let package = match package {
            None => rows.hand_out_last_resort(device, suite)?,
            package => package,
        };
        Ok(ClaimedKeyPackage { package: package.ok_or(ErrorCode::NoKeyPackage)? })
    }
}
