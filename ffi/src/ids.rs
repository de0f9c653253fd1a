//! Ids cross as hexadecimal digits, so that a shell can use them as keys. What is none is an id that does not exist.

use tend_core::{TendError, records::RecordId};
use tend_protocol::{DeviceId, MailboxId};

pub(crate) fn record(id: &str) -> Result<RecordId, TendError> {
    RecordId::from_hex(id).ok_or(TendError::new("not_found"))
}

pub(crate) fn device(id: &str) -> Result<DeviceId, TendError> {
    DeviceId::from_hex(id).ok_or(TendError::new("not_found"))
}

pub(crate) fn mailbox(id: &str) -> Result<MailboxId, TendError> {
    MailboxId::from_hex(id).ok_or(TendError::new("not_found"))
}

/// A notice's key, which has no fixed length.
pub(crate) fn notice(id: &str) -> Result<Vec<u8>, TendError> {
    let digits: Option<Vec<u32>> = id.chars().map(|digit| digit.to_digit(16)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0).ok_or(TendError::new("not_found"))?;
    // Two digits are at most 255.
    Ok(digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect())
}

/// The id that [`notice`] reads.
pub(crate) fn notice_id(key: &[u8]) -> String {
    key.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_notice_is_found_by_its_id() {
        let key = [0, 1, 0x7f, 0xff];
        assert_eq!(notice(&notice_id(&key)).unwrap(), key);
    }

    #[test]
    fn what_is_no_id_is_not_found() {
        for bad in ["", "0", "zz", "ß", "00 00", "0011223344556677889900112233445566"] {
            assert_eq!(record(bad).unwrap_err().code, "not_found", "{bad}");
            assert_eq!(device(bad).unwrap_err().code, "not_found", "{bad}");
            assert_eq!(mailbox(bad).unwrap_err().code, "not_found", "{bad}");
        }
        for bad in ["0", "zz", "ß", "00 00", "+1"] {
            assert_eq!(notice(bad).unwrap_err().code, "not_found", "{bad}");
        }
    }
}
