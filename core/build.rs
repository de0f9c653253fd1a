//! Reads the content, holds it to its rules, and leaves it where the crate includes it.

// Of what the crate shares with this script, each uses a part.
#![allow(dead_code, unreachable_pub, missing_docs)]

mod content {
    #[path = "../src/content/check/mod.rs"]
    pub mod check;
    #[path = "../src/content/files.rs"]
    pub mod files;
    #[path = "../src/content/language.rs"]
    pub mod language;
    #[path = "../src/content/model/mod.rs"]
    pub mod model;
}

use std::{env, fmt, fs, io::Write, path::PathBuf};

use content::{files::Files, language::Language};
use flate2::{Compression, write::DeflateEncoder};

/// Why the content is not taken. Cargo shows it as it is.
struct Refused(String);

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: fmt::Display> From<E> for Refused {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// DEFLATE (RFC 1951): words shrink to a third, and a phone carries all languages.
fn packed(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn main() -> Result<(), Refused> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let (folder, sources) = (root.join("content"), root.join("../docs/sources.md"));
    for watched in [&folder, &sources] {
        println!("cargo::rerun-if-changed={}", watched.display());
    }
    println!("cargo::rerun-if-changed=build.rs");
    let files = Files::read(&folder, &sources)?;
    let problems = content::check::problems(&files);
    if !problems.is_empty() {
        return Err(Refused(format!("the content does not keep its rules:\n{}", problems.join("\n"))));
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut catalogue = Vec::new();
    ciborium::into_writer(&files.catalogue, &mut catalogue)?;
    fs::write(out.join("catalogue.cbor.deflate"), packed(&catalogue)?)?;
    let mut locales = String::new();
    for tag in Language::COMPLETE.iter().map(|language| language.tag()) {
        fs::write(out.join(format!("{tag}.ftl.deflate")), packed(files.language(tag).as_bytes())?)?;
        locales += &format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{tag}.ftl.deflate\")), ");
    }
    fs::write(out.join("locales.rs"), format!("[{locales}]"))?;
    Ok(())
}
