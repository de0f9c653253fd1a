//! Why a rule refuses: each module has its own enum, and each value a code that never changes its meaning.

/// A reason to refuse. Its code has its words in `core/content/locales`, as `error-…`.
pub trait Refuses {
    /// Never changes its meaning.
    fn code(&self) -> &'static str;
}

/// Declares a module's refusals with their codes.
macro_rules! refusals {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $value:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$inner])* $value),+ }

        impl $name {
            /// Never changes its meaning.
            pub fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }
        }

        impl crate::refusal::Refuses for $name {
            fn code(&self) -> &'static str {
                (*self).code()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::error::Error for $name {}
    };
}

pub(crate) use refusals;
