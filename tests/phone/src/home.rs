//! The phone's folder: its key, and its store.

use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::{ErrorKind, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use tend_core::{
    Tend,
    identity::{Entropy, SystemEntropy},
    store::StoreKey,
    sync::http::Roots,
};

use crate::{args::Options, clock::ChosenClock, failure::Failure};

/// Time between two tries while another command has the phone.
const PAUSE: Duration = Duration::from_millis(20);

/// Opens the phone, or makes a new one; and chooses the server, when the command line gives one.
///
/// # Errors
/// `home_unusable`, `key_damaged`, `certificate_unreadable`; those of [`Tend::open`] and of choosing a server.
pub async fn open(options: &Options) -> Result<Arc<Tend>, Failure> {
    let entropy: Arc<dyn Entropy> = Arc::new(SystemEntropy::default());
    let roots = roots(options.pinned_certificate.as_deref())?;
    DirBuilder::new().recursive(true).mode(0o700).create(&options.home).map_err(|_| unusable())?;
    let bytes = key(&options.home, &*entropy)?;
    let until = Instant::now() + Duration::from_secs(options.patience.into());
    let tend = loop {
        let opened = Tend::open(tend_core::Options {
            folder: options.home.clone(),
            key: StoreKey::new(bytes),
            device_name: device_name(options),
            language: options.language(),
            clock: Arc::new(ChosenClock::new(options)),
            entropy: Arc::clone(&entropy),
            roots: roots.clone(),
        });
        match opened {
            Err(error) if error.code == "store_in_use" && Instant::now() < until => tokio::time::sleep(PAUSE).await,
            opened => break opened?,
        }
    };
    choose_server(&tend, options)?;
    Ok(tend)
}

fn choose_server(tend: &Tend, options: &Options) -> Result<(), Failure> {
    let Some(server) = options.server.as_deref() else { return Ok(()) };
    Ok(tend.pairing().use_server(server, options.access_code.as_deref())?)
}

fn device_name(options: &Options) -> String {
    let folder =
        || Some(fs::canonicalize(&options.home).ok()?.file_name()?.to_string_lossy().chars().take(40).collect());
    options.device_name.clone().or_else(folder).unwrap_or_else(|| "phone".into())
}

/// The store's key: 32 random bytes in a file that only its owner reads, made once. A terminal has no better place for it.
fn key(home: &Path, entropy: &dyn Entropy) -> Result<[u8; 32], Failure> {
    let path = home.join("key");
    match fs::read(&path) {
        Ok(bytes) => return bytes.try_into().map_err(|_| damaged()),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(_) => return Err(unusable()),
    }
    // A new key would not open what an old one has encrypted.
    if home.join("tend.db").exists() {
        return Err(damaged());
    }
    // When two commands are the first at once, one makes the whole key, and both use it.
    let draft = home.join(format!("key.{}", std::process::id()));
    let written = write_key(&draft, &entropy.bytes::<32>());
    let linked = written.and_then(|()| fs::hard_link(&draft, &path));
    let _ = fs::remove_file(&draft);
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(unusable()),
        _ => fs::read(&path).map_err(|_| unusable())?.try_into().map_err(|_| damaged()),
    }
}

fn write_key(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn unusable() -> Failure {
    Failure::new("home_unusable", "The phone's folder cannot be made, read or written.")
}

fn damaged() -> Failure {
    Failure::new("key_damaged", "The phone's key is missing or is no key, so it cannot be opened. Put the file back.")
}

/// The certificates that a server may show: the usual ones, or the pinned authority's alone.
fn roots(file: Option<&Path>) -> Result<Roots, Failure> {
    let Some(file) = file else { return Ok(Roots::Mozilla) };
    let unreadable = || Failure::new("certificate_unreadable", "There is no certificate in this file, in PEM or DER.");
    let bytes = fs::read(file).map_err(|_| unreadable())?;
    let der = match std::str::from_utf8(&bytes) {
        Ok(text) => pem(text).ok_or_else(unreadable)?,
        Err(_) => bytes,
    };
    let pinned = Roots::Pinned(der);
    // Later, a certificate that the transport does not accept would look like a wrong address.
    tend_core::sync::http::Http::new("https://localhost", &pinned).map_err(|_| unreadable())?;
    Ok(pinned)
}

/// The first certificate of a PEM file (RFC 7468).
fn pem(text: &str) -> Option<Vec<u8>> {
    let inside = text.split("-----BEGIN CERTIFICATE-----").nth(1)?.split("-----END CERTIFICATE-----").next()?;
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for byte in inside.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_taken_out_of_its_pem() {
        let text = "words\n-----BEGIN CERTIFICATE-----\nAAEC/v\n+/\n-----END CERTIFICATE-----\n";
        assert_eq!(pem(text).unwrap(), [0, 1, 2, 0xfe, 0xff, 0xbf]);
        assert!(pem("-----BEGIN CERTIFICATE-----\n~~~\n-----END CERTIFICATE-----").is_none());
        assert!(pem("nothing").is_none());
    }
}
