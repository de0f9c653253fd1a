use super::{Tend, TendError};
use crate::{
    content::words::own,
    records::{DeskError, RecordId},
    sync::{Notice, OwnDevice, devices::record_of},
};

/// What the person is to be told once: devices that came or went, the partner's leaving, what was repaired.
#[derive(Debug)]
pub struct Notices<'t>(&'t Tend);

/// A notice as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeView {
    /// For [`Notices::read`].
    pub id: Vec<u8>,
    /// A stable code, for programs.
    pub code: &'static str,
    /// The words.
    pub text: String,
}

impl Tend {
    /// What the person is to be told once.
    pub fn notices(&self) -> Notices<'_> {
        Notices(self)
    }
}

impl Notices<'_> {
    /// All that were not read yet.
    ///
    /// # Errors
    /// `store_…`.
    pub fn unread(&self) -> Result<Vec<NoticeView>, TendError> {
        self.0.read(|room| {
            let name = |device| -> Result<String, DeskError> {
                let found = room.own().find::<OwnDevice>(record_of(device))?;
                Ok(found.map_or_else(|| fingerprint(record_of(device)), |found| found.value.name))
            };
            let (mut views, words) = (Vec::new(), room.words(self.0.language)?);
            for (key, notice) in Notice::unread(room.tx)? {
                let (code, device) = match notice {
                    Notice::DeviceCame { own: true, device } => ("own-device-came", Some(device)),
                    Notice::DeviceCame { own: false, device } => ("partner-device-came", Some(device)),
                    Notice::DeviceWent { own: true, device } => ("own-device-went", Some(device)),
                    Notice::DeviceWent { own: false, device } => ("partner-device-went", Some(device)),
                    Notice::PartnerLeft => ("partner-left", None),
                    Notice::Removed => ("removed", None),
                    Notice::Repaired { .. } => ("repaired", None),
                    Notice::ServerLostSpace => ("server-lost-space", None),
                    Notice::CopiedStore => ("copied-store", None),
                    Notice::ForbiddenRecord => ("forbidden-record", None),
                };
                let device = device.map(name).transpose()?.unwrap_or_default();
                let text = words.with(&format!("notice-{code}"), &[("device", own(&device).into())]);
                views.push(NoticeView { id: key, code, text });
            }
            Ok(views)
        })
    }

    /// The person has read it. One that was read already is no error.
    ///
    /// # Errors
    /// `store_…`.
    pub fn read(&self, id: &[u8]) -> Result<(), TendError> {
        self.0.write(|room| Ok(Notice::read(room.tx, id)?))
    }
}

/// How a device is called whose name is not known: the beginning of its id.
fn fingerprint(id: RecordId) -> String {
    id.to_hex()[..8].to_owned()
}
