use std::fmt;

use ring::hmac;

use crate::environment::{NoRandomness, Random};

/// What the operator gives to those who may register. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessCode(String);

impl AccessCode {
    /// The code that an operator wrote; `None` for what is none ([`tend_protocol::access_code`]).
    pub fn new(written: &str) -> Option<Self> {
        tend_protocol::access_code(written).map(|code| Self(code.into()))
    }

    /// Whether `given` is the code. The time that it takes tells nothing about either: what is compared are digests of both under
    /// a key that is random each time.
    pub(crate) fn fits(&self, given: &str, random: &dyn Random) -> Result<bool, NoRandomness> {
        let mut key = [0; 32];
        random.fill(&mut key)?;
        let key = hmac::Key::new(hmac::HMAC_SHA256, &key);
        let tag = hmac::sign(&key, self.0.as_bytes());
        Ok(hmac::verify(&key, given.as_bytes(), tag.as_ref()).is_ok())
    }
}

impl fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessCode")
    }
}
