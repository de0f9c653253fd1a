/// An invite that cannot be read or made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InviteError {
    /// It is not an invite, or was cut or changed on the way.
    #[error("this is not an invite")]
    Malformed,
    /// It is longer than any message in which an invite is looked for.
    #[error("this is too long to look for an invite in it")]
    TooLong,
    /// A newer version of Tend made it.
    #[error("the invite was made by a newer version")]
    NewerVersion,
    /// Its server has no address that Tend calls ([`BadServer`](crate::sync::http::BadServer)).
    #[error("the invite's server is not an address")]
    BadServer,
    /// Its access code is empty, longer than 128 bytes or more than one line, or comes with a typed code, which has none.
    #[error("the invite's access code is not one")]
    BadAccessCode,
    /// A typed code has a wrong length or a wrong character.
    #[error("the code is mistyped")]
    BadCode,
}
