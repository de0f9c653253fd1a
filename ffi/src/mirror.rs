/// Declares an enum that crosses, value for value one of the core's, and how each becomes the other.
macro_rules! mirror {
    ($(#[$doc:meta])* $name:ident = $core:ty { $($(#[$inner:meta])* $value:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
        pub enum $name { $($(#[$inner])* $value),+ }

        impl From<$core> for $name {
            fn from(core: $core) -> Self {
                match core { $(<$core>::$value => Self::$value),+ }
            }
        }

        impl From<$name> for $core {
            fn from(crossed: $name) -> Self {
                match crossed { $($name::$value => <$core>::$value),+ }
            }
        }
    };
}

pub(crate) use mirror;
