use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../../content/locales/en/core.ftl");

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec![LanguageIdentifier::default()]);
    // What does not parse is left out; a test finds it.
    let resource = FluentResource::try_new(ENGLISH.into()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
});

/// The message with that id, with its arguments filled in; the id itself when there is none.
pub(crate) fn message(id: &str, args: &[(&str, &str)]) -> String {
    let Some(pattern) = BUNDLE.get_message(id).and_then(|message| message.value()) else { return id.into() };
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, *value)).collect();
    BUNDLE.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

/// The sentence for an error's code.
pub(crate) fn error(code: &str) -> String {
    message(&format!("error-{}", code.replace('_', "-")), &[])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_english_file_parses() {
        assert!(FluentResource::try_new(ENGLISH.into()).is_ok());
    }

    #[test]
    fn every_error_code_in_the_source_has_words() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tend");
        let files =
            std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let source: String = files.collect();
        let codes: std::collections::BTreeSet<&str> = ["::new(\"", "::passing(\"", "=> \""]
            .iter()
            .flat_map(|before| source.split(before).skip(1))
            .filter_map(|rest| rest.split('"').next())
            .filter(|code| code.bytes().all(|b| b == b'_' || b.is_ascii_lowercase()))
            .collect();
        assert!(codes.len() > 30, "only {} codes were found", codes.len());
        for code in codes {
            assert_ne!(error(code), format!("error-{}", code.replace('_', "-")), "{code} has no words");
        }
    }
}
