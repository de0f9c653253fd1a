use serde::{Serialize, de::DeserializeOwned};

/// The media type of every body but a problem (RFC 8949, section 9.5).
pub const MEDIA_TYPE: &str = "application/cbor";

/// Bytes that are not the CBOR of the expected type, or that go on after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are not of the expected form")]
pub struct Malformed;

/// The CBOR of `value`.
///
/// # Panics
/// Never for the types of Tend: writing to memory cannot fail, and none of them has a `Serialize` that fails.
pub fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    #[allow(clippy::expect_used)]
    ciborium::into_writer(value, &mut bytes).expect("writing CBOR to memory");
    bytes
}

/// Reads a value from its CBOR, which must end with the last byte. Foreign bytes are safe to give: nesting is bounded, and
/// memory is taken for bytes that are there, not for a length that they announce.
///
/// # Errors
/// [`Malformed`], which says nothing of the bytes.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Malformed> {
    let mut rest = bytes;
    let value = ciborium::de::from_reader_with_recursion_limit(&mut rest, 32).map_err(|_| Malformed)?;
    if rest.is_empty() { Ok(value) } else { Err(Malformed) }
}
