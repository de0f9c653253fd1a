//! What can be practised, and words for people: data in `core/content`, whose rules `docs/content.md` gives. The build script reads and
//! checks it; a phone carries what comes of it.

#[cfg(test)]
mod check;
mod dates;
#[cfg(test)]
mod files;
mod language;
mod model;
#[cfg(test)]
mod tests;
pub(crate) mod words;

use std::{io::Read, sync::LazyLock};

pub use language::{Gender, Language};
pub use model::*;
pub use words::Words;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    // The build script wrote it: it is as it was read.
    let bytes = unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.cbor.deflate")));
    ciborium::from_reader(bytes.as_slice()).unwrap_or_default()
});

/// What the build script packed.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    // It was packed by the same library, so there is nothing to go wrong.
    let _ = flate2::read::DeflateDecoder::new(bytes).read_to_end(&mut all);
    all
}

/// Everything that can be practised.
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}
