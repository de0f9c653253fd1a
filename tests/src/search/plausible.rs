/// Bytes of output after which something counts as a stream: by chance hardly anything gets so far.
const ENOUGH: usize = 32;

/// Whether a deflate stream (RFC 1951) may begin here. `false` only where a decoder would give up before it had put out [`ENOUGH`]
/// bytes or come to an end. Running a decoder at every place would take minutes.
pub(super) fn may_begin(bytes: &[u8]) -> bool {
    let mut bits = Bits { bytes, at: 0 };
    let (Some(_is_last), Some(kind)) = (bits.take(1), bits.take(2)) else { return false };
    match kind {
        // A stored block has its length twice, the second time with every bit inverted (section 3.2.4).
        0 => matches!(bytes, &[_, a, b, c, d, ..] if (a, b) == (!c, !d)),
        1 => fixed_goes_on(&mut bits).unwrap_or(true),
        2 => dynamic_is_complete(&mut bits).unwrap_or(true),
        _ => false,
    }
}

/// Whether a block with the fixed codes (section 3.2.6) decodes for [`ENOUGH`] bytes or to its end. `None` when the input ends first.
fn fixed_goes_on(bits: &mut Bits<'_>) -> Option<bool> {
    let mut output = 0;
    while output < ENOUGH {
        let symbol = fixed_symbol(bits)?;
        let length = match symbol {
            0..=255 => {
                output += 1;
                continue;
            }
            256 => return Some(true),
            257..=264 => symbol - 254,
            265..=284 => {
                let extra = (symbol - 261) / 4;
                ((4 + (symbol - 265) % 4) << extra) + 3 + bits.take(extra)?
            }
            285 => 258,
            _ => return Some(false),
        };
        let code = bits.take_code(5)?;
        let distance = match code {
            0..=1 => code + 1,
            2..=29 => {
                let extra = code / 2 - 1;
                ((2 + code % 2) << extra) + 1 + bits.take(extra)?
            }
            _ => return Some(false),
        };
        if distance as usize > output {
            return Some(false);
        }
        output += length as usize;
    }
    Some(true)
}

fn fixed_symbol(bits: &mut Bits<'_>) -> Option<u32> {
    let seven = bits.take_code(7)?;
    if seven <= 0b001_0111 {
        return Some(256 + seven);
    }
    let eight = seven << 1 | bits.take(1)?;
    match eight {
        0x30..=0xbf => Some(eight - 0x30),
        0xc0..=0xc7 => Some(280 + eight - 0xc0),
        _ => Some(144 + (eight << 1 | bits.take(1)?) - 0x190),
    }
}

/// Whether a dynamic block begins with a complete code for its code lengths (section 3.2.7).
fn dynamic_is_complete(bits: &mut Bits<'_>) -> Option<bool> {
    let (literals, distances, lengths) = (bits.take(5)?, bits.take(5)?, bits.take(4)? + 4);
    if literals > 29 || distances > 29 {
        return Some(false);
    }
    let (mut used, mut sum) = (0, 0);
    for _ in 0..lengths {
        let length = bits.take(3)?;
        if length > 0 {
            used += 1;
            sum += 128 >> length;
        }
    }
    Some(sum == 128 || used <= 1)
}

struct Bits<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Bits<'_> {
    /// A number, its lowest bit first.
    fn take(&mut self, count: u32) -> Option<u32> {
        let mut value = 0;
        for place in 0..count {
            value |= self.bit()? << place;
        }
        Some(value)
    }

    /// A Huffman code, its highest bit first.
    fn take_code(&mut self, count: u32) -> Option<u32> {
        (0..count).try_fold(0, |value, _| Some(value << 1 | self.bit()?))
    }

    fn bit(&mut self) -> Option<u32> {
        let byte = *self.bytes.get(self.at / 8)?;
        let bit = byte >> (self.at % 8) & 1;
        self.at += 1;
        Some(u32::from(bit))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use flate2::{Compress, Compression, FlushCompress, Status};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_stream_may_begin(bytes in proptest::collection::vec(0_u8..16, 0..400), level in 0_u32..=9) {
            let mut packed = vec![0; 1024];
            let mut encoder = Compress::new(Compression::new(level), false);
            let status = encoder.compress(&bytes, &mut packed, FlushCompress::Finish).unwrap();
            prop_assert_eq!(status, Status::StreamEnd);
            prop_assert!(may_begin(&packed[..usize::try_from(encoder.total_out()).unwrap()]));
        }
    }

    #[test]
    fn little_else_may_begin() {
        let mut state = 1_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let places = (0..10_000).filter(|_| may_begin(&[(); 64].map(|()| random()))).count();
        assert!(places < 1000, "{places} of 10,000");
    }
}
