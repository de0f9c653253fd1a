//! The bindings generator, and the wrappers of Tend's areas over the bindings:
//!
//! ```text
//! tend-bindgen generate --library LIBRARY --language kotlin|swift --no-format --out-dir FOLDER    UniFFI's own
//! tend-bindgen areas LIBRARY kotlin|swift FILE                                                    the wrappers
//! ```
//!
//! The library must not be stripped: both read the API's description from its symbols.

mod api;
mod kotlin;
mod swift;

use std::{env, error::Error, fs, path::Path};

use api::Api;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let ["areas", library, language, file] = arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] else {
        uniffi::uniffi_bindgen_main();
        return Ok(());
    };
    let (api, file) = (Api::read(Path::new(library))?, Path::new(file));
    let written = match language {
        "kotlin" => kotlin::file(&api),
        "swift" => swift::file(&api),
        other => return Err(format!("there is no wrapper for {other}").into()),
    };
    fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
    Ok(fs::write(file, written)?)
}
