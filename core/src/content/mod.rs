//! Words for people. They lie in Fluent files under `core/content/locales`, one folder a language.

pub(crate) mod words;
