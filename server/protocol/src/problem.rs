use serde::{Deserialize, Serialize};

/// The media type of an error's body (RFC 9457, section 3).
pub const PROBLEM_MEDIA_TYPE: &str = "application/problem+json";

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident, $code:literal, $status:literal, $title:literal;)*) => {
        /// What went wrong, for programs. A code never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum ErrorCode {
            $($(#[$doc])* #[serde(rename = $code)] $name,)*
            /// A code that this version does not know.
            #[serde(other)]
            Unknown,
        }

        impl ErrorCode {
            /// Every code that a server of this version sends.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code as it is in a problem document.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* Self::Unknown => "unknown" }
            }

            /// The HTTP status (RFC 9110, section 15) that it comes with.
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* Self::Unknown => 500 }
            }

            /// A short sentence, the same for every occurrence.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* Self::Unknown => "An error that this version does not know." }
            }
        }
    };
}

codes! {
    /// The body is not what the call expects.
    Malformed, "malformed", 400, "The request is not of the expected form.";
    /// This server has no such path, or not with this method.
    UnknownCall, "unknown_call", 404, "There is no such call.";
    /// The body, or a part of it, is over a limit of `GET /v1/config`.
    TooLarge, "too_large", 413, "The request is over a limit.";
    /// No session, or one that ended: open one and try again.
    Unauthenticated, "unauthenticated", 401, "The call needs a session.";
    /// The challenge is over, was used, or is not of this server: ask for another one.
    ChallengeOver, "challenge_over", 403, "The challenge is over.";
    /// The device is not registered, or was forgotten: register.
    UnknownDevice, "unknown_device", 403, "The device is not registered.";
    /// The person whose device it is had it shut out.
    DeviceRevoked, "device_revoked", 403, "The device was removed by its person.";
    /// The signature does not fit, for this server.
    BadSignature, "bad_signature", 403, "The signature does not fit.";
    /// Registering needs the operator's access code, and this is not it.
    AccessCode, "access_code", 403, "The server asks for an access code.";
    /// The device is not in that space, or there is no such space: both get this answer.
    NotAMember, "not_a_member", 403, "The device is not in that space.";
    /// Somebody left: pull to see their statement.
    SpaceLeft, "space_left", 410, "The space was left.";
    /// The space exists: with another creator or suite, or somebody wrote there already. A device that was in it may come back to it.
    SpaceExists, "space_exists", 409, "The space exists already.";
    /// The entry was made in another epoch than the current one: pull, and make it again.
    WrongEpoch, "wrong_epoch", 409, "The entry was made in another epoch.";
    /// The id, or place, names other bytes already.
    IdReused, "id_reused", 409, "The id names other bytes already.";
    /// The entry's number does not follow the author's last.
    WrongNumber, "wrong_number", 409, "The entry's number does not follow.";
    /// The generation takes no more entries: a later one is open.
    GenerationClosed, "generation_closed", 409, "The generation is closed.";
    /// The generation is not one more than the current one.
    WrongGeneration, "wrong_generation", 409, "The generation does not follow.";
    /// The cursor is before what is kept: ask to be added again.
    BehindRetention, "behind_retention", 410, "The log does not reach back so far.";
    /// The change names devices that it must not: unknown ones, some that are there already, too many, or for removal the author.
    BadChange, "bad_change", 409, "The change of devices is not possible.";
    /// The device has no key package for that suite.
    NoKeyPackage, "no_key_package", 404, "The device has no key package left.";
    /// There is no such blob, or no longer.
    UnknownBlob, "unknown_blob", 404, "There is no such blob.";
    /// There is no such mailbox, or no longer.
    UnknownMailbox, "unknown_mailbox", 404, "There is no such invite.";
    /// The mailbox was there, and its time is over.
    MailboxExpired, "mailbox_expired", 410, "The invite ran out.";
    /// The mailbox was closed for good.
    MailboxBurned, "mailbox_burned", 410, "The invite was closed.";
    /// The server's disk is almost full: it takes nothing but what frees room.
    DiskFull, "disk_full", 503, "The server has no room left.";
    /// The device's quota in that space is used up.
    QuotaExceeded, "quota_exceeded", 507, "The device's quota is used up.";
    /// Too many calls: wait for `retry_after` seconds.
    RateLimited, "rate_limited", 429, "Too many calls.";
    /// The server cannot do it now: try again later.
    Unavailable, "unavailable", 503, "The server is not ready.";
    /// The server failed. Nothing was changed.
    Internal, "internal", 500, "The server failed.";
}

impl ErrorCode {
    /// Whether the same request may succeed later, with nothing changed.
    pub fn retry_helps(self) -> bool {
        matches!(self, Self::RateLimited | Self::DiskFull | Self::Unavailable | Self::Internal | Self::Unknown)
    }
}

/// An error's body (RFC 9457). It holds no id and nothing of the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{title}")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `urn:tend:error:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// [`ErrorCode::title`].
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: ErrorCode,
    /// Seconds to wait before the next try.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// The space's current generation, when the one asked for cannot be read or opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generation: Option<u32>,
}

impl Problem {
    /// A problem that tells the space's current generation.
    pub fn with_generation(code: ErrorCode, generation: u32) -> Self {
        Self { generation: Some(generation), ..code.into() }
    }
}

impl From<ErrorCode> for Problem {
    fn from(code: ErrorCode) -> Self {
        Self {
            kind: format!("urn:tend:error:{}", code.as_str()),
            title: code.title().into(),
            status: code.status(),
            code,
            retry_after: None,
            generation: None,
        }
    }
}
