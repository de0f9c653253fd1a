//! What the core says, in the person's language.

use std::{borrow::Cow, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::{Gender, Language, unpacked};

/// The words of each complete language, in their order.
const PACKED: [&[u8]; Language::COMPLETE.len()] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

type Bundle = FluentBundle<FluentResource>;

/// One for each language, read when it is first spoken.
static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

fn bundle_of(language: Language) -> Bundle {
    // The pseudo-locale comes after the complete ones, and is English.
    let Some(packed) = PACKED.get(language as usize) else {
        let mut bundle = bundle_of(Language::English);
        bundle.set_transform(Some(stretched));
        return bundle;
    };
    bundle(language.tag(), packed)
}

fn bundle(tag: &str, packed: &[u8]) -> Bundle {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The build script has parsed it: there is nothing to leave out.
    let text = String::from_utf8(unpacked(packed)).unwrap_or_default();
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    // Only what a person wrote can run the other way; see [`isolate`].
    bundle.set_use_isolating(false);
    bundle
}

/// The pseudo-locale's text: every letter still readable, none plain, a third longer, in brackets. What a screen cuts off or has not
/// from here is seen at once.
fn stretched(text: &str) -> Cow<'_, str> {
    let mut stretched = String::from("[");
    for letter in text.chars() {
        let accented = match letter {
            'a' => 'á',
            'e' => 'é',
            'i' => 'í',
            'o' => 'ö',
            'u' => 'ü',
            'n' => 'ñ',
            's' => 'š',
            'A' => 'Å',
            'E' => 'É',
            'I' => 'Î',
            'O' => 'Ø',
            'U' => 'Û',
            other => other,
        };
        stretched.push(accented);
    }
    stretched.extend(std::iter::repeat_n('~', text.chars().count() / 3));
    stretched.push(']');
    Cow::Owned(stretched)
}

/// A person's words: their language, and how it speaks of them and their partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words {
    /// The language.
    pub language: Language,
    /// Of the person.
    pub you: Gender,
    /// Of the partner.
    pub partner: Gender,
}

impl Words {
    /// The message with that id; the id itself when there is none, which a test finds.
    pub fn text(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The name of an exercise. A partner with a later version may have named one that this version does not know.
    pub fn exercise(&self, id: &str) -> String {
        let known = super::catalogue().exercises.contains_key(id);
        if known { self.text(&format!("exercise-{id}")) } else { self.text("unknown-exercise") }
    }

    /// The message with that id, with its arguments filled in.
    pub fn with(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { return id.into() };
        bundle.format_pattern(pattern, Some(&self.args(args)), &mut Vec::new()).into_owned()
    }

    /// Several things, as a person says them: with "and" before the last.
    pub fn list(&self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [one] => one.clone(),
            [others @ .., last] => {
                self.with("list", &[("others", others.join(", ").into()), ("last", last.as_str().into())])
            }
        }
    }

    /// An attribute of a message, if it has it.
    pub fn attribute(&self, id: &str, name: &str) -> Option<String> {
        self.attribute_with(id, name, &[])
    }

    /// An attribute of a message, if it has it, with its arguments filled in.
    pub fn attribute_with(&self, id: &str, name: &str, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let bundle = self.bundle();
        let message = bundle.get_message(id)?;
        let pattern = message.get_attribute(name)?.value();
        Some(bundle.format_pattern(pattern, Some(&self.args(args)), &mut Vec::new()).into_owned())
    }

    fn bundle(&self) -> &'static Bundle {
        BUNDLES[self.language as usize].get_or_init(|| bundle_of(self.language))
    }

    fn args<'a>(&self, args: &[(&'a str, FluentValue<'a>)]) -> FluentArgs<'a> {
        let mut all: FluentArgs<'a> = args.iter().cloned().collect();
        all.set("you", self.you.name());
        all.set("partner", self.partner.name());
        all
    }
}

/// Words of a person's own, to be filled in: kept apart from the text around them, since they may run in another direction (Unicode
/// Standard Annex #9, first strong isolate).
pub(crate) fn isolate(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}
