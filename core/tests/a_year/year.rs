use jiff::{
    SignedDuration, Timestamp, ToSpan, ZonedDateTime,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use tend_core::{
    Card,
    content::{Stage, Words, catalogue},
    identity::IdentityId,
    nudges::{self, Done, Fired, History, LastUsed, NudgeKind, NudgePreferences, NudgeRule, NudgesInput, Rules},
    practice::{self, Outcome, PracticeInput, PracticeSettings, Practised, PromptOfDay, ThisWeek, TogetherDone},
    records::{Found, Origin, Record, RecordId},
    schedule::{self, Appointment, Proposal, Reply, ScheduleInput, Week},
    today,
};
use tend_protocol::DeviceId;

use super::couples::{Habits, Life};

/// A year as it was lived.
pub struct Year {
    pub people: Vec<Lived>,
    pub sessions: Vec<Session>,
}

/// What was agreed for a week.
pub struct Session {
    pub appointment: Appointment,
    pub done: bool,
}

/// A nudge that rang.
pub struct Rang {
    pub kind: NudgeKind,
    pub local: DateTime,
    pub asked: bool,
    pub text: String,
}

/// A person's year.
#[derive(Default)]
pub struct Lived {
    pub rang: Vec<Rang>,
    /// Days on which Tend was opened, each with what it showed.
    pub opened: Vec<(Date, Vec<Card>)>,
    /// What became of the small things.
    pub prompts: Vec<PromptOfDay>,
    settings: PracticeSettings,
    practised: Vec<Practised>,
    fired: Vec<Fired>,
}

pub const FIRST: Date = Date::constant(2027, 1, 4);
const DEVICE: DeviceId = DeviceId([1; 32]);
const WORDS: fn() -> Words = Words::default;

/// Lives through the 52 weeks from Monday, 4 January 2027.
pub fn lived(life: &Life) -> Year {
    let settings = PracticeSettings {
        path: Some(life.path.into()),
        apart: life.apart,
        children: catalogue().paths[life.path].stage == Stage::Children,
        ..PracticeSettings::default()
    };
    let person = |_: &Habits| Lived { settings: settings.clone(), ..Lived::default() };
    let people = life.people.iter().map(person).collect();
    let mut world =
        World { life, proposals: Vec::new(), together: Vec::new(), year: Year { people, sessions: Vec::new() } };
    for number in 0..364_i64 {
        let day = FIRST.checked_add(number.days()).unwrap();
        if number % 7 == 0 {
            world.agree(day);
        }
        world.meet(day);
        for person in 0..life.people.len() {
            world.live(person, day);
        }
    }
    world.year
}

struct World<'l> {
    life: &'l Life,
    /// What both people's phones hold.
    proposals: Vec<Proposal>,
    together: Vec<TogetherDone>,
    year: Year,
}

fn zoned(local: DateTime, zone: TimeZone) -> ZonedDateTime {
    zone.to_timestamp(local).unwrap().to_zoned_datetime(zone)
}

fn id(person: usize) -> IdentityId {
    IdentityId::from_bytes([u8::try_from(person).unwrap() + 1; 32])
}

impl World<'_> {
    /// Whether chance says yes.
    fn yes(&self, percent: u64, what: &str, person: usize, day: Date) -> bool {
        let text = format!("{}/{what}/{person}/{day}", self.life.seed);
        // FNV-1a: the test needs the same years for ever, and no more.
        let hash = text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        (hash ^ (hash >> 31)) % 100 < percent
    }

    fn is_away(habits: &Habits, day: Date) -> bool {
        habits.away.is_some_and(|(from, until)| (from..=until).contains(&day))
    }

    fn zone(&self, person: usize) -> TimeZone {
        TimeZone::get(&self.life.people[person].availability.zone).unwrap()
    }

    fn at(&self, person: usize, day: Date, hour: i8) -> ZonedDateTime {
        zoned(day.at(hour, 0, 0, 0), self.zone(person))
    }

    fn paired(&self) -> bool {
        self.life.people.len() == 2
    }

    fn practice<'a>(&self, person: usize, now: &'a ZonedDateTime, words: &'a Words) -> PracticeInput<'a> {
        let lived = &self.year.people[person];
        let since = now.date().saturating_sub(practice::REST_DAYS.days()).to_string();
        PracticeInput {
            now,
            words,
            paired: self.paired(),
            settings: lived.settings.clone(),
            done: PracticeInput::done(&lived.practised, &self.together, now.date()),
            practised: lived.practised.clone(),
            prompts: lived.prompts.iter().filter(|one| one.day >= since).cloned().collect(),
            seed: self.life.seed + person as u64,
        }
    }

    fn schedule<'a>(&self, person: usize, now: &'a ZonedDateTime, words: &'a Words) -> ScheduleInput<'a> {
        let first = Week::of_date(now.date());
        let lately = self.proposals.iter().filter(|one| first.since(one.week) <= 3);
        ScheduleInput {
            now,
            words,
            me: id(person),
            paired: self.paired(),
            proposals: lately.cloned().collect(),
            mine: Some(self.life.people[person].availability.clone()),
            partners: self
                .life
                .people
                .get(1 - person.min(1))
                .filter(|_| self.paired())
                .map(|one| one.availability.clone()),
            partners_elsewhere: false,
            kept: None,
            next_exercise: self.practice(person, now, words).next_exercise(),
        }
    }

    fn nudges<'a>(&self, person: usize, now: &'a ZonedDateTime, words: &'a Words) -> NudgesInput<'a> {
        let lived = &self.year.people[person];
        let mut rules = nudges::all_rules(nudges::OwnRules::default());
        let agreed = self.schedule(person, now, words).appointments();
        rules.extend(agreed.iter().map(|one| NudgeRule::appointment(one.id, one.slot.at, &one.exercise)));
        let since = nudges::history_begins(now.date());
        NudgesInput {
            now,
            words,
            rules: Rules { preferences: NudgePreferences::default(), rules, device: Some(DEVICE) },
            history: History {
                fired: lived.fired.iter().filter(|one| one.day >= since).cloned().collect(),
                done: completed(&lived.prompts, now).chain(completed(&lived.practised, now)).collect(),
            },
            seed: self.life.seed + person as u64,
            this_device: DEVICE,
        }
    }

    /// On Monday the first of them looks at the week, and proposes the first of the times that are offered.
    fn agree(&mut self, monday: Date) {
        let (people, words) = (&self.life.people, WORDS());
        let (now, theirs) = (self.at(0, monday, 9), id(1));
        let week = Week::of_date(monday);
        if people.iter().any(|one| Self::is_away(one, monday)) || !self.yes(people[0].agrees, "proposes", 0, monday) {
            return;
        }
        let input = self.schedule(0, &now, &words);
        let offered = schedule::weeks(&input).into_iter().filter(|one| one.week == week).flat_map(|one| one.offered);
        let Some(time) = offered.into_iter().next() else { return };
        // Without a path they take what they like: something short.
        let like = Some("five-minute-mirror").filter(|_| input.next_exercise.is_none());
        let record = RecordId::on_day(monday, [0; 12]);
        let proposed = schedule::proposed(&input, time.at, time.minutes, like).unwrap();
        let order = u64::try_from(self.proposals.len()).unwrap();
        self.proposals.push(Proposal { id: record, order: Some((0, order)), ..proposed });
        if self.paired() {
            let reply = if self.yes(people[1].agrees, "accepts", 1, monday) { Reply::Accept } else { Reply::Decline };
            let answered = schedule::answered(&self.proposals, record, theirs, reply, now.timestamp()).unwrap();
            *self.proposals.last_mut().unwrap() = answered;
        }
        let agreed = self.schedule(0, &now, &words).appointments().into_iter().find(|one| one.id == record);
        self.year.sessions.extend(agreed.map(|appointment| Session { appointment, done: false }));
    }

    /// What was agreed for this day takes place, or not.
    fn meet(&mut self, day: Date) {
        let (zone, paired) = (self.zone(0), self.paired());
        let comes = |person: usize| self.yes(self.life.people[person].comes, "comes", person, day);
        let all = (0..self.life.people.len()).all(comes);
        let Some(session) = self.year.sessions.last_mut() else { return };
        if zone.to_datetime(session.appointment.slot.at).date() != day || session.done || !all {
            return;
        }
        session.done = true;
        let exercise = &session.appointment.exercise;
        for person in &mut self.year.people {
            let before = person.practised.iter().position(|one| one.exercise == *exercise);
            let again = Practised::again(before.map(|at| &person.practised[at]), exercise, day);
            match before {
                Some(at) => person.practised[at] = again,
                None => person.practised.push(again),
            }
        }
        if paired {
            self.together.push(TogetherDone { exercise: exercise.clone(), day: day.to_string() });
        }
    }

    /// A person's day: nudges ring, Tend is opened at noon or not, and the small thing is done in the evening or not.
    fn live(&mut self, person: usize, day: Date) {
        let habits = &self.life.people[person];
        let opens = !Self::is_away(habits, day) && self.yes(habits.opens, "opens", person, day);
        let does = opens && self.yes(habits.does, "does", person, day);
        let (noon, evening) = (self.at(person, day, 12), self.at(person, day, 20));
        let midnight = zoned(day.at(0, 0, 0, 0), self.zone(person));
        let next = zoned(day.tomorrow().unwrap().at(0, 0, 0, 0), self.zone(person));
        self.ring(person, midnight.timestamp() - SignedDuration::from_secs(1), noon.timestamp());
        if opens {
            self.open(person, &noon);
        }
        self.ring(person, noon.timestamp(), next.timestamp() - SignedDuration::from_secs(1));
        if does {
            self.note(person, &evening, Outcome::Done);
        }
    }

    /// What rings after one instant and up to another.
    fn ring(&mut self, person: usize, after: Timestamp, until: Timestamp) {
        let (zone, words) = (self.zone(person), WORDS());
        let now = after.to_zoned_datetime(zone.clone());
        let due = nudges::planned(&self.nudges(person, &now, &words), 2).unwrap();
        for one in due.into_iter().take_while(|one| one.at <= until) {
            let then = one.at.to_zoned_datetime(zone.clone());
            let fired = nudges::rang(&self.nudges(person, &then, &words), &one.id);
            let lived = &mut self.year.people[person];
            let Some(fired) = fired else { continue };
            lived.rang.push(Rang { kind: one.kind, local: one.local, asked: fired.asked, text: one.private_text });
            lived.fired.push(fired);
        }
    }

    /// Tend is opened, and shows its first screen.
    fn open(&mut self, person: usize, now: &ZonedDateTime) {
        let words = WORDS();
        let (nudges, schedule) = (self.nudges(person, now, &words), self.schedule(person, now, &words));
        let week = ThisWeek { booked: schedule::is_booked(&schedule), off: nudges::is_off_week(&nudges) };
        let practice = self.practice(person, now, &words);
        let offers = [nudges::offers(&nudges), schedule::offers(&schedule), practice::offers(&practice, week)].concat();
        let opened = practice.settings.opened(now.date());
        self.note(person, now, Outcome::Shown);
        let lived = &mut self.year.people[person];
        lived.opened.push((now.date(), today::cards(offers)));
        lived.settings = opened.unwrap_or(lived.settings.clone());
        let notes = lived.fired.iter().enumerate().map(|(at, fired)| Found {
            id: RecordId([u8::try_from(at % 256).unwrap(); 16]),
            origin: Origin { author: id(person), nonce: [0; 16], number: 0 },
            value: fired.clone(),
            conflicts: Default::default(),
            version: Default::default(),
            revived: false,
        });
        let opening = nudges::opened(notes.collect(), Some(&LastUsed { device: DEVICE }), DEVICE, now.date());
        for answered in opening.answered {
            lived.fired.iter_mut().filter(|fired| fired.id == answered.id).for_each(|fired| *fired = answered.clone());
        }
    }

    fn note(&mut self, person: usize, now: &ZonedDateTime, outcome: Outcome) {
        let noted = practice::note_prompt(&self.practice(person, now, &WORDS()), outcome);
        self.year.people[person].prompts.extend(noted.unwrap());
    }
}

/// What records say that was done, as a plan wants it.
fn completed<'r, R: Record>(records: &'r [R], now: &'r ZonedDateTime) -> impl Iterator<Item = Done> + 'r {
    let done = records.iter().flat_map(Record::completes).filter(|(_, day)| *day <= now.date());
    let at = |day: Date| zoned(day.at(23, 59, 0, 0), now.time_zone().clone()).timestamp();
    done.map(move |(kind, day)| Done { kind, at: at(day), day })
}
