use std::sync::{Mutex, PoisonError};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tend_core::identity::Entropy;
use tend_server::environment::{NoRandomness, Random};

/// Random bytes from the seed: the same at every run.
pub struct Seeded(Mutex<ChaCha8Rng>);

impl Seeded {
    /// A source of its own for each `who`.
    pub fn new(seed: u64, who: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(who);
        Self(Mutex::new(rng))
    }

    fn take(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }
}

impl Entropy for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        self.take(bytes);
    }
}

impl Random for Seeded {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        self.take(bytes);
        Ok(())
    }
}
