/// An invite that cannot be read or made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InviteError {
    /// It is not an invite, or was cut or changed on the way.
    #[error("this is not an invite")]
    Malformed,
    /// It is longer than any invite.
    #[error("the invite is too long")]
    TooLong,
    /// A newer version of Tend made it.
    #[error("the invite was made by a newer version")]
    NewerVersion,
    /// Its server is not an `http` or `https` address of at most 200 bytes without query, fragment and user.
    #[error("the invite's server is not an address")]
    BadServer,
    /// Its access code is empty or longer than 128 bytes, or comes with a typed code, which has none.
    #[error("the invite's access code is not one")]
    BadAccessCode,
    /// A typed code has a wrong length or a wrong character.
    #[error("the code is mistyped")]
    BadCode,
}
