use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Binary))]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// The id as lower-case hexadecimal digits, two a byte.
            pub fn to_hex(&self) -> String {
                self.0.iter().map(|byte| format!("{byte:02x}")).collect()
            }

            /// The id that [`Self::to_hex`] wrote; `None` for anything else.
            pub fn from_hex(text: &str) -> Option<Self> {
                if text.len() != 2 * $len || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
                    return None;
                }
                let mut id = [0; $len];
                for (at, byte) in id.iter_mut().enumerate() {
                    *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
                }
                Some(Self(id))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:02x}{:02x}{:02x}…)", stringify!($name), self.0[0], self.0[1], self.0[2])
            }
        }

        impl TryFrom<&[u8]> for $name {
            type Error = std::array::TryFromSliceError;

            fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
                bytes.try_into().map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_bytes(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let bytes = serde_bytes::ByteBuf::deserialize(deserializer)?;
                Self::try_from(bytes.as_slice()).map_err(|_| D::Error::invalid_length(bytes.len(), &concat!($len, " bytes")))
            }
        }
    };
}

id!(
    /// A device, by its Ed25519 public key (RFC 8032). To the server it is a pseudonym.
    DeviceId, 32
);
id!(
    /// A space: 16 random bytes, chosen by the device that creates it.
    SpaceId, 16
);
id!(
    /// An entry of a log: 16 random bytes, chosen by its author. An id names bytes.
    EntryId, 16
);
id!(
    /// A rendezvous mailbox: 16 bytes that only those who hold the invite know.
    MailboxId, 16
);
id!(
    /// A blob: 16 random bytes, chosen by its author.
    BlobId, 16
);
id!(
    /// A server, by its Ed25519 public key. It stays the same for all of its addresses and incarnations.
    ServerKey, 32
);
id!(
    /// A person, by the Ed25519 public key of their identity, which certifies their devices.
    PersonKey, 32
);
id!(
    /// One life of a server's database: drawn at random when it is created, and again when a backup is put in its place.
    Incarnation, 16
);
id!(
    /// A SHA-256 digest: of an entry's bytes, or of a log up to an entry (its running hash).
    Hash, 32
);
