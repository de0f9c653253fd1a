use serde::{Deserialize, Serialize};
use tend_protocol::DeviceId;

use super::Repair;
use crate::store::{Namespace, StoreError, Transaction};

/// Something that a person should be told, in words that the shell gets from the core. It stays until it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// A device is new in a space.
    DeviceCame {
        /// Whether it is the person's own.
        own: bool,
        /// The device.
        device: DeviceId,
    },
    /// A device is gone from a space.
    DeviceWent {
        /// Whether it was the person's own.
        own: bool,
        /// The device.
        device: DeviceId,
    },
    /// The partner left the couple space.
    PartnerLeft,
    /// Nothing has come from the partner since the two paired: one of them may not have learned that it worked.
    PartnerSilent,
    /// This device was removed by another of the person's.
    Removed,
    /// A space went on in a new generation.
    Repaired {
        /// Why.
        why: Repair,
    },
    /// The server does not know a space, and nobody signed a leave: it is the server's fault, and nothing was deleted.
    ServerLostSpace,
    /// The server takes no more of what this device wants to put there.
    ServerFull,
    /// The store of this device was put back to an earlier copy, as it seems: the space went on in a new generation.
    StorePutBack,
    /// The store of this device was copied and is used elsewhere, or the server says so again and again: the space pauses for a day.
    CopiedStore,
    /// Something came in that a private type's rule forbids; it was not taken.
    ForbiddenRecord,
    /// Words of the person came back from the partner's device, since no device of their own had them: they are as the partner kept them.
    PartnersCopy,
}

impl Notice {
    /// Its name for programs, which never changes; `notice-…` is its message.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::DeviceCame { own: true, .. } => "own-device-came",
            Self::DeviceCame { own: false, .. } => "partner-device-came",
            Self::DeviceWent { own: true, .. } => "own-device-went",
            Self::DeviceWent { own: false, .. } => "partner-device-went",
            Self::PartnerLeft => "partner-left",
            Self::PartnerSilent => "partner-silent",
            Self::Removed => "removed",
            Self::Repaired { .. } => "repaired",
            Self::ServerLostSpace => "server-lost-space",
            Self::ServerFull => "server-full",
            Self::StorePutBack => "store-put-back",
            Self::CopiedStore => "copied-store",
            Self::ForbiddenRecord => "forbidden-record",
            Self::PartnersCopy => "partners-copy",
        }
    }

    /// The device that it tells of.
    pub(crate) fn device(&self) -> Option<DeviceId> {
        match self {
            Self::DeviceCame { device, .. } | Self::DeviceWent { device, .. } => Some(*device),
            _ => None,
        }
    }

    /// Notes it: once, though it may show in both spaces.
    pub(crate) fn tell(&self, tx: &Transaction<'_>) -> Result<(), StoreError> {
        let key = tend_protocol::Hash::of(&tend_protocol::encode(self)).0;
        tx.put_value(Namespace::Notice, &key, self)
    }

    /// All that was not read yet, each with the key that [`Self::read`] takes. One that only a later version can say is for that version.
    pub(crate) fn unread(tx: &Transaction<'_>) -> Result<Vec<(Vec<u8>, Self)>, StoreError> {
        tx.known_values(Namespace::Notice, &[])
    }

    /// The person has read it.
    pub(crate) fn read(tx: &Transaction<'_>, key: &[u8]) -> Result<(), StoreError> {
        tx.delete_value(Namespace::Notice, key)
    }
}
