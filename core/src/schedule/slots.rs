use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::{
    Availability, LONGEST_MINUTES, Slot, Week,
    availability::zone,
    choice::{Candidate, choose},
    resolve::{Stretch, overlap, stretches},
};

/// Sessions start at a whole quarter of an hour. All zones of today are whole quarters away from UTC, so it is one on every clock.
const QUARTER: i64 = 15 * 60;

/// Up to three times for a session of `minutes` in a week, the earliest first. Without a partner they are for the person alone.
///
/// Each starts at a whole quarter of an hour, at `not_before` or later and in the week by the clock of those who practise together, and is
/// as a whole in a window of both people and in none of `taken`. No two overlap. They are on different days for both people as far as
/// there is room next to those that stay from earlier in the week. There are none when `minutes` is not 1 to [`LONGEST_MINUTES`], or when an availability is not valid.
///
/// It is the same whichever of the two is `mine`. And it hardly depends on the phone's clock: the three are chosen from the whole week,
/// whatever the time is. Then, one after another, a slot whose start is past gives its place to the best of the week that is left after
/// it. So what is offered stays offered until it is past, and what comes in its place comes by the same ranking.
///
/// The ranking: first on a day of its own, then not at the very edge of the time that both have, then far from those before (two days, a
/// day, three hours), then at a full or half hour, then not before 09:00 or after 20:00 by more than necessary, then the earliest.
pub fn slots(
    mine: &Availability,
    partner: Option<&Availability>,
    minutes: u16,
    week: Week,
    not_before: Timestamp,
    taken: &[Slot],
) -> Vec<Slot> {
    if !(1..=LONGEST_MINUTES).contains(&minutes) {
        return Vec::new();
    }
    let Some(time) = SharedTime::new(mine, partner, week) else { return Vec::new() };
    choose(&time.candidates(minutes, taken), not_before)
}

/// The time that two people have around a week, and their zones. For a person alone both are that person: no ranking tells that from
/// one.
struct SharedTime {
    stretches: Vec<Stretch>,
    zones: [TimeZone; 2],
    /// The part of the week that they are in.
    week: Stretch,
}

impl SharedTime {
    /// `None` when an availability is not valid.
    fn new(mine: &Availability, partner: Option<&Availability>, week: Week) -> Option<Self> {
        let (mine, partner) = (mine.validate().ok()?, partner.unwrap_or(mine).validate().ok()?);
        let zones = [zone(&mine.zone)?, zone(&partner.zone)?];
        let both = overlap(&stretches(&mine, &zones[0], week), &stretches(&partner, &zones[1], week));
        let clock = week_zone([&mine, &partner])?;
        Some(Self { stretches: both, zones, week: Stretch { from: week.start(&clock), until: week.end(&clock) } })
    }

    /// Every session that is possible in the week, past or not, in order of time.
    fn candidates(&self, minutes: u16, taken: &[Slot]) -> Vec<Candidate> {
        let mut found = Vec::new();
        for stretch in &self.stretches {
            for at in quarters(*stretch, self.week) {
                let slot = Slot { at, minutes };
                if slot.end() > stretch.until || taken.iter().any(|other| other.overlaps(slot)) {
                    continue;
                }
                let to_the_edge = at.duration_since(stretch.from).min(stretch.until.duration_since(slot.end()));
                let clocks: [DateTime; 2] = [self.zones[0].to_datetime(at), self.zones[1].to_datetime(at)];
                found.push(Candidate::new(slot, clocks, to_the_edge.as_secs() < QUARTER));
            }
        }
        found
    }
}

/// The zone by whose clock the weeks of all these people go: their own or, of two, that whose name comes first. So both phones find the
/// same. `None` when no zone is known.
pub(super) fn week_zone<'a>(people: impl IntoIterator<Item = &'a Availability>) -> Option<TimeZone> {
    let known = people.into_iter().filter_map(|one| Some((one.zone.as_str(), zone(&one.zone)?)));
    known.min_by_key(|(name, _)| *name).map(|(_, zone)| zone)
}

/// The whole quarters of an hour that are in a stretch and in a week.
fn quarters(stretch: Stretch, week: Stretch) -> impl Iterator<Item = Timestamp> {
    let (from, until) = (stretch.from.max(week.from), stretch.until.min(week.until));
    let whole = from.as_second().div_euclid(QUARTER) * QUARTER;
    (0..)
        .map_while(move |number| Timestamp::from_second(whole + number * QUARTER).ok())
        .skip_while(move |at| *at < from)
        .take_while(move |at| *at < until)
}
