//! The bindings generator: `tend-bindgen generate --library LIBRARY --language kotlin|swift --no-format --out-dir DIR`.
//!
//! The library must not be stripped: the generator reads the API's description from its symbols.

fn main() {
    uniffi::uniffi_bindgen_main();
}
