/// Declares the languages that Tend speaks whole: all that a new one needs in code. Its words are in `core/content`.
macro_rules! languages {
    ($($(#[$doc:meta])* $name:ident = $tag:literal),+ $(,)?) => {
        /// A language that Tend speaks, each of them whole.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum Language {
            $($(#[$doc])* $name,)+
            /// No language: English with accents, a third longer and in brackets, to see what a screen does with long words.
            Pseudo,
        }

        impl Language {
            /// Those that are complete: each has a folder in `core/content/locales`.
            pub const COMPLETE: &'static [Self] = &[$(Self::$name),+];
            /// Every language.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+ Self::Pseudo];

            /// As in BCP 47; `en-XA` for the pseudo-locale.
            pub const fn tag(self) -> &'static str {
                match self {
                    $(Self::$name => $tag,)+
                    Self::Pseudo => "en-XA",
                }
            }
        }
    };
}

languages! {
    /// English.
    #[default]
    English = "en",
    /// German.
    German = "de",
    /// Spanish.
    Spanish = "es",
}

impl Language {
    /// The first of a person's languages, best first, as BCP 47 tags, that Tend speaks; English when it speaks none. A region is no
    /// matter.
    pub fn choose<'a>(preferred: impl IntoIterator<Item = &'a str>) -> Self {
        let known = |tag: &str| {
            if tag.eq_ignore_ascii_case(Self::Pseudo.tag()) {
                return Some(Self::Pseudo);
            }
            let language = tag.split(['-', '_']).next().unwrap_or_default();
            Self::ALL.iter().copied().find(|one| language.eq_ignore_ascii_case(one.tag()))
        };
        preferred.into_iter().find_map(known).unwrap_or_default()
    }
}

/// How a language bends words for a person, where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gender {
    /// As for she.
    Feminine,
    /// As for he.
    Masculine,
    /// Neither, or not known: words that fit everyone.
    #[default]
    Other,
}

impl Gender {
    /// From the pronouns that a person gave, in any of the languages. A person who gives several is addressed by words that fit everyone.
    pub fn of_pronouns(pronouns: &str) -> Self {
        let all = pronouns.to_lowercase();
        let words: Vec<&str> = all.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let any = |of: &[&str]| words.iter().any(|word| of.contains(word));
        match (any(&["she", "sie", "ella"]), any(&["he", "er", "él", "el"]), any(&["they", "elle", "dey", "xier"])) {
            (true, false, false) => Self::Feminine,
            (false, true, false) => Self::Masculine,
            _ => Self::Other,
        }
    }

    /// As messages choose by it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Feminine => "feminine",
            Self::Masculine => "masculine",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_tend_speaks_is_chosen() {
        let chosen = |tags: &[&str]| Language::choose(tags.iter().copied());
        assert_eq!(chosen(&["fr-FR", "de-AT", "en"]), Language::German);
        assert_eq!(chosen(&["es_MX"]), Language::Spanish);
        assert_eq!(chosen(&["EN-xa"]), Language::Pseudo);
        assert_eq!(chosen(&["ja", ""]), Language::English);
    }

    #[test]
    fn pronouns_say_how_a_person_is_spoken_of() {
        for (pronouns, gender) in [
            ("she/her", Gender::Feminine),
            ("sie/ihr", Gender::Feminine),
            ("Él", Gender::Masculine),
            ("he/him", Gender::Masculine),
            ("she/they", Gender::Other),
            ("they/them", Gender::Other),
            ("", Gender::Other),
            ("hers truly", Gender::Other),
        ] {
            assert_eq!(Gender::of_pronouns(pronouns), gender, "{pronouns}");
        }
    }
}
