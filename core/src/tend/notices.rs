use super::{Tend, TendError};
use crate::{
    content::words::isolate,
    records::RecordError,
    sync::{Notice, OwnDevice, devices::record_of},
    written,
};

/// What the person is told once: devices that came or went, the partner's leaving, what was repaired.
#[derive(Debug)]
pub struct Notices<'t>(&'t Tend);

/// A notice as a screen shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct NoticeView {
    /// For [`Notices::read`].
    pub id: Vec<u8>,
    /// A stable code, for programs.
    pub code: &'static str,
    /// The words.
    pub text: String,
}

opaque!(NoticeView);

impl Tend {
    /// What the person is told once.
    pub fn notices(&self) -> Notices<'_> {
        Notices(self)
    }
}

impl Notices<'_> {
    /// All that were not read yet.
    pub fn unread(&self) -> Result<Vec<NoticeView>, TendError> {
        self.0.read(|scope| {
            let words = scope.words(self.0.language)?;
            let name = |device| -> Result<String, RecordError> {
                let found = scope.own().find::<OwnDevice>(record_of(device))?;
                Ok(found
                    .map(|found| found.value.name)
                    .filter(|name| !name.is_empty())
                    .unwrap_or(words.text("device-unnamed")))
            };
            let mut views = Vec::new();
            for (id, notice) in Notice::unread(scope.tx)? {
                let (code, device) = (notice.code(), notice.device());
                let device = device.map(name).transpose()?.unwrap_or_default();
                let text = words
                    .with(&format!("notice-{code}"), &[("device", isolate(&written::received_name(&device)).into())]);
                views.push(NoticeView { id, code, text });
            }
            Ok(views)
        })
    }

    /// The person has read it. One that was read already is no error.
    pub fn read(&self, id: &[u8]) -> Result<(), TendError> {
        self.0.write(|scope| Ok(Notice::read(scope.tx, id)?))
    }
}
