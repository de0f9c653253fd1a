//! What becomes of nudges: they ring, are put off, and are answered.

use jiff::{SignedDuration, Timestamp, ZonedDateTime, civil::Date};
use tend_protocol::DeviceId;

use super::{Fired, History, LastUsed, NudgeKind, NudgeRefusal, NudgesInput, history::forgotten_before};
use crate::records::{Found, RecordId};

/// How late a platform's word that something rang still counts.
const LATE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How far from now something can be put off: a week by the clock on the wall.
const LONGEST_SNOOZE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What opening Tend changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// Notes of what rang that no plan needs any more. They should be deleted for good.
    pub forget: Vec<RecordId>,
    /// Notes of what rang and is answered by this opening, with the answer in them.
    pub answered: Vec<Fired>,
    /// This device, when it is not yet the one that was used last.
    pub used: Option<LastUsed>,
}

/// The note of a nudge that a platform says rang: one that was due in the last seven days and is not noted yet. `None` for any other,
/// which may be of an older plan.
pub fn rang(input: &NudgesInput<'_>, id: &str) -> Option<Fired> {
    let now = input.now.timestamp();
    let since = now.saturating_sub(LATE).unwrap_or(Timestamp::MIN);
    let mut due = input.after(since).take_while(|one| one.at <= now);
    due.find(|one| one.id == id).map(Fired::of)
}

/// The note of a nudge that rang and is wanted again at an instant later than now, within a week: until the same hour of its last
/// day, also when clocks change before.
///
/// # Errors
/// [`NudgeRefusal::OutOfRange`], [`NudgeRefusal::DidNotRing`].
pub fn snoozed(history: &History, id: &str, until: Timestamp, now: &ZonedDateTime) -> Result<Fired, NudgeRefusal> {
    let latest = now.datetime().saturating_add(LONGEST_SNOOZE);
    if until <= now.timestamp() || now.time_zone().to_datetime(until) > latest {
        return Err(NudgeRefusal::OutOfRange);
    }
    let fired = history.fired.iter().find(|one| one.id == id).ok_or(NudgeRefusal::DidNotRing)?;
    // Opening Tend to say so may have answered it.
    Ok(Fired { snoozed_until: Some(until), answered: false, ..fired.clone() })
}

/// Notes of what rang that are kept, however old: a clock that is a year ahead for an hour must not cost what the next plan looks back on.
const NEWEST: usize = 100;

/// Those that no plan needs any more, and the others.
fn forgotten(mut notes: Vec<Found<Fired>>, today: Date) -> (Vec<Found<Fired>>, Vec<Found<Fired>>) {
    notes.sort_by_key(|found| (found.value.day, found.value.at));
    let older = notes.len().saturating_sub(NEWEST);
    let old = notes[..older].partition_point(|found| found.value.day < forgotten_before(today));
    let fresh = notes.split_off(old);
    (notes, fresh)
}

/// What it changes that Tend is opened today on `this_device`, where `notes` are all of what rang and `last` was used last: of each kind,
/// what rang last is answered, unless it was put off: that still comes again.
pub fn opened(notes: Vec<Found<Fired>>, last: Option<&LastUsed>, this_device: DeviceId, today: Date) -> Opening {
    let (old, fresh) = forgotten(notes, today);
    let latest = |kind| {
        let of_kind = fresh.iter().map(|found| &found.value).filter(|one| one.kind == kind && one.was_by(today));
        of_kind.max_by_key(|one| (one.at, &one.id)).filter(|one| !one.answered && one.snoozed_until.is_none())
    };
    let answered = NudgeKind::ALL.into_iter().filter_map(latest);
    let used = LastUsed { device: this_device };
    Opening {
        forget: old.iter().map(|found| found.id).collect(),
        answered: answered.map(|one| Fired { answered: true, ..one.clone() }).collect(),
        used: (last != Some(&used)).then_some(used),
    }
}
