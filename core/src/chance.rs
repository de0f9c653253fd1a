//! Chance that is the same on every device and in every version: what is drawn depends on a seed and on what it is drawn for alone.

/// A number for a seed and some bytes, spread evenly: FNV-1a, and the finish of SplitMix64 (Steele, Lea and Flood, 2014). It is no secret
/// and protects nothing. A test holds it to what it always was.
pub(crate) fn chance(seed: u64, parts: &[&[u8]]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325 ^ seed;
    for part in parts {
        for byte in part.iter().copied().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_never_changes() {
        assert_eq!(chance(0, &[]), 17_665_956_581_633_026_203);
        assert_eq!(chance(7, &[b"a", b"b"]), chance(7, &[b"a", b"b"]));
        assert_ne!(chance(7, &[b"ab"]), chance(7, &[b"a", b"b"]));
        assert_ne!(chance(7, &[b"ab"]), chance(8, &[b"ab"]));
    }
}
