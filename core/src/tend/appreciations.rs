use super::{Room, Tend, TendError, checked_text};
use crate::{
    records::{DeskError, Found, RecordId},
    romance::Appreciation,
};

/// Appreciations: written to the partner, received from them, thanked for once.
#[derive(Debug)]
pub struct Appreciations<'t>(&'t Tend);

/// An appreciation as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppreciationView {
    /// For the verbs.
    pub id: RecordId,
    /// The words.
    pub text: String,
    /// Other versions, when it was edited on two devices at once: nothing is lost, and an edit settles it.
    pub other_versions: Vec<String>,
    /// The local date on which it was written, as `YYYY-MM-DD`.
    pub written_on: String,
    /// Whether this person wrote it.
    pub mine: bool,
    /// Whether the partner gets it. Until two are paired, or after they parted, it is this person's alone.
    pub shared: bool,
    /// Whether the receiver has thanked.
    pub thanked: bool,
    /// Whether it was deleted on one device while it was edited on another, and is back.
    pub came_back: bool,
}

impl Tend {
    /// Appreciations: to the partner, and from them.
    pub fn appreciations(&self) -> Appreciations<'_> {
        Appreciations(self)
    }
}

impl Appreciations<'_> {
    /// All of them, the newest first.
    ///
    /// # Errors
    /// `store_…`.
    pub fn all(&self) -> Result<Vec<AppreciationView>, TendError> {
        self.0.read(|room| {
            let mut all = Vec::new();
            if let Some(couple) = room.couple() {
                all.extend(couple.all()?.into_iter().map(|found| view(room, found, true)));
            }
            all.extend(room.own().all()?.into_iter().map(|found| view(room, found, false)));
            all.sort_by(|a, b| (&b.written_on, b.id).cmp(&(&a.written_on, a.id)));
            Ok(all)
        })
    }

    /// Writes one: to the partner, or, alone, for oneself. Its id comes back.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long` (over 1,000 characters); `store_…`.
    pub fn write(&self, text: &str) -> Result<RecordId, TendError> {
        let (id, text) = (RecordId::on_day(self.0.civil_day(), self.0.entropy.bytes()), checked_text(text)?);
        self.0.write(|room| {
            let value =
                Appreciation { author: room.device.person(), text, written_on: self.0.day_text(), thanked: false };
            room.put(id, &value)?;
            Ok(id)
        })
    }

    /// Gives one that was written alone to the partner. It becomes a new one there, whose id comes back, and leaves here.
    ///
    /// # Errors
    /// `not_found`, `not_paired`, `already_shared`; `store_…`.
    pub fn share(&self, id: RecordId) -> Result<RecordId, TendError> {
        let new = RecordId::on_day(self.0.civil_day(), self.0.entropy.bytes());
        self.0.write(|room| {
            let couple = room.couple().ok_or(TendError::new("not_paired"))?;
            let Some(found) = room.own().find::<Appreciation>(id)? else {
                let shared = couple.find::<Appreciation>(id)?.is_some();
                return Err(TendError::new(if shared { "already_shared" } else { "not_found" }));
            };
            couple.put(new, &found.value)?;
            room.own().delete::<Appreciation>(id)?;
            Ok(new)
        })
    }

    /// Changes the words; of versions that were written at once, these stay. Its author's right, until it was thanked for.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `not_found`, `not_yours`, `already_thanked`; `store_…`.
    pub fn edit(&self, id: RecordId, text: &str) -> Result<(), TendError> {
        let text = checked_text(text)?;
        self.0.write(|room| {
            let (found, shared) = find(room, id)?;
            let value = Appreciation { text, ..mine(room, found)?.value };
            if value.thanked {
                return Err(TendError::new("already_thanked"));
            }
            match room.couple().filter(|_| shared) {
                Some(couple) => couple.put_settled(id, &value)?,
                None => room.own().put_settled(id, &value)?,
            }
            Ok(())
        })
    }

    /// Takes it back, or, once it was thanked for, deletes it: on both phones, for good. Its author's right at any time.
    ///
    /// # Errors
    /// `not_found`, `not_yours`; `store_…`.
    pub fn delete(&self, id: RecordId) -> Result<(), TendError> {
        self.0.write(|room| {
            let (found, shared) = find(room, id)?;
            mine(room, found)?;
            match room.couple().filter(|_| shared) {
                Some(couple) => couple.purge::<Appreciation>(id)?,
                None => room.own().purge::<Appreciation>(id)?,
            }
            Ok(())
        })
    }

    /// Thanks the partner for one: once.
    ///
    /// # Errors
    /// `not_found`, `thank_own`, `already_thanked`; `store_…`.
    pub fn thank(&self, id: RecordId) -> Result<(), TendError> {
        self.0.write(|room| {
            let couple = room.couple().ok_or(TendError::new("not_found"))?;
            let found = couple.find::<Appreciation>(id)?.ok_or(TendError::new("not_found"))?;
            if found.value.author == room.device.person() {
                return Err(TendError::new("thank_own"));
            }
            if found.value.thanked {
                return Err(TendError::new("already_thanked"));
            }
            Ok(couple.put(id, &Appreciation { thanked: true, ..found.value })?)
        })
    }
}

fn find(room: &Room<'_>, id: RecordId) -> Result<(Found<Appreciation>, bool), TendError> {
    if let Some(couple) = room.couple()
        && let Some(found) = couple.find(id)?
    {
        return Ok((found, true));
    }
    let found = room.own().find(id)?.ok_or(DeskError::NotFound)?;
    Ok((found, false))
}

fn mine(room: &Room<'_>, found: Found<Appreciation>) -> Result<Found<Appreciation>, TendError> {
    if found.value.author == room.device.person() { Ok(found) } else { Err(TendError::new("not_yours")) }
}

fn view(room: &Room<'_>, found: Found<Appreciation>, shared: bool) -> AppreciationView {
    let Found { id, value, mut conflicts, revived } = found;
    AppreciationView {
        id,
        mine: value.author == room.device.person(),
        text: value.text,
        other_versions: conflicts.remove("text").unwrap_or_default(),
        written_on: value.written_on,
        shared,
        thanked: value.thanked,
        came_back: revived,
    }
}
