//! Values that hold a person's words, or a secret: what they print for a log or an error tells the type alone.

/// Writes `Debug` for these types, without anything that they hold.
macro_rules! opaque {
    ($($name:ident $(<$parameter:ident>)?),* $(,)?) => {
        $(impl $(<$parameter>)? std::fmt::Debug for $name $(<$parameter>)? {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        })*
    };
}
