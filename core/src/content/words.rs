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
    use super::*;

    #[test]
    fn the_english_file_parses() {
        assert!(FluentResource::try_new(ENGLISH.into()).is_ok());
    }

    #[test]
    fn every_error_code_in_the_source_has_words() {
        let source = [include_str!("../tend/error.rs"), include_str!("../tend/rules.rs")].concat();
        let codes = source.split("Self::new(\"").skip(1).chain(source.split("Self::passing(\"").skip(1));
        let codes = codes.chain(source.split("TendError::new(\"").skip(1)).chain(source.split("=> \"").skip(1));
        let mut count = 0;
        for code in codes.filter_map(|rest| rest.split('"').next()) {
            assert_ne!(error(code), format!("error-{}", code.replace('_', "-")), "{code} has no words");
            count += 1;
        }
        assert!(count > 15, "only {count} codes were found");
    }
}
