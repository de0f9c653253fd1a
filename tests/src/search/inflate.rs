use std::io::Write;

use super::plausible::may_begin;
use flate2::{Compression, Decompress, FlushDecompress, Status, write};

/// Bytes that one stream may inflate to; the rest is not looked at.
const LARGEST: usize = 256 * 1024;
/// Bytes of input of one stream that are looked at.
const INPUT: usize = 64 * 1024;

/// A way to pack bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Packing {
    /// RFC 1951.
    Deflate,
    /// RFC 1950.
    Zlib,
    /// RFC 1952.
    Gzip,
}

impl Packing {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Deflate, Self::Zlib, Self::Gzip];
}

/// Packs bytes, for what is planted.
///
/// # Panics
/// When there is no memory.
pub fn pack(packing: Packing, bytes: &[u8]) -> Vec<u8> {
    let (packed, best) = (Vec::new(), Compression::best());
    let packed = match packing {
        Packing::Deflate => {
            let mut encoder = write::DeflateEncoder::new(packed, best);
            encoder.write_all(bytes).and_then(|()| encoder.finish())
        }
        Packing::Zlib => {
            let mut encoder = write::ZlibEncoder::new(packed, best);
            encoder.write_all(bytes).and_then(|()| encoder.finish())
        }
        Packing::Gzip => {
            let mut encoder = write::GzEncoder::new(packed, best);
            encoder.write_all(bytes).and_then(|()| encoder.finish())
        }
    };
    packed.expect("writing to memory")
}

/// Gives `take` all that inflates, from every place in `bytes`. Of a stream that breaks off it gives what came before.
pub(super) fn each(bytes: &[u8], mut take: impl FnMut(Packing, &[u8])) {
    let mut inflater = Inflater { raw: Decompress::new(false), output: vec![0; LARGEST] };
    for at in 0..bytes.len() {
        let rest = &bytes[at..];
        let (packing, skip) = match rest {
            [0x1f, 0x8b, 8, flags, ..] if flags & 0xe0 == 0 => (Packing::Gzip, gzip_header(rest)),
            // The two bytes name the method and its window, and are together a multiple of 31.
            &[method, check, ..]
                if method & 0x0f == 8
                    && method >> 4 <= 7
                    && check & 0x20 == 0
                    && (u16::from(method) << 8 | u16::from(check)) % 31 == 0 =>
            {
                (Packing::Zlib, Some(2))
            }
            _ => (Packing::Deflate, None),
        };
        if let Some(inside) = skip.and_then(|skip| rest.get(skip..)) {
            inflater.inflate(inside, |inflated| take(packing, inflated));
        }
        // What looks like a header may be the middle of a stream without a header.
        inflater.inflate(rest, |inflated| take(Packing::Deflate, inflated));
    }
}

/// Bytes of a gzip header (RFC 1952, section 2.3).
fn gzip_header(bytes: &[u8]) -> Option<usize> {
    let flags = *bytes.get(3)?;
    let mut at = 10;
    if flags & 4 != 0 {
        at += 2 + usize::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            at += bytes.get(at..)?.iter().position(|&byte| byte == 0)? + 1;
        }
    }
    Some(if flags & 2 != 0 { at + 2 } else { at })
}

struct Inflater {
    raw: Decompress,
    output: Vec<u8>,
}

impl Inflater {
    fn inflate(&mut self, input: &[u8], take: impl FnOnce(&[u8])) {
        if !may_begin(input) {
            return;
        }
        self.raw.reset(false);
        let input = &input[..input.len().min(INPUT)];
        let status = self.raw.decompress(input, &mut self.output, FlushDecompress::None);
        let length = usize::try_from(self.raw.total_out()).unwrap_or_default().min(self.output.len());
        // A few bytes come out of anything by chance; words are longer.
        if length >= super::SHORTEST
            && (matches!(status, Ok(Status::Ok | Status::StreamEnd | Status::BufError)) || length >= 32)
        {
            take(&self.output[..length]);
        }
    }
}
