use std::collections::BTreeMap;

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use tend_core::{
    content::{Audience, PromptKind, Stage, catalogue},
    identity::IdentityId,
    nudges::{Done, Fired, History, Kind, Occurrence, Preferences, Rule, Rules, default_rules, plan},
    practice::{Filters, Place, Practised, Situation, again, choose, next_place, pool, rehearsal_due, season},
    records::RecordId,
    schedule::{Answer, Proposal, Reply, Slot, Standing, Week, slots, standing},
    today::{Agreed, Card, Facts, cards},
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
    pub week: Week,
    pub slot: Slot,
    pub exercise: String,
    pub done: bool,
}

/// A person's year.
#[derive(Default)]
pub struct Lived {
    pub rang: Vec<Occurrence>,
    pub fired: Vec<Fired>,
    /// Small things that were shown.
    pub prompts: Vec<(Date, String)>,
    /// Small things that were done.
    pub done: Vec<Done>,
    /// Days on which Tend was opened, each with what it showed.
    pub opened: Vec<(Date, Vec<Card>)>,
}

pub const FIRST: Date = Date::constant(2027, 1, 4);

/// Lives through the 52 weeks from Monday, 4 January 2027.
pub fn lived(life: &Life) -> Year {
    let mut world = World {
        life,
        done: BTreeMap::new(),
        practised: BTreeMap::new(),
        year: Year { people: life.people.iter().map(|_| Lived::default()).collect(), sessions: Vec::new() },
    };
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
    /// Exercises that were done, with the last day.
    done: BTreeMap<String, Date>,
    practised: BTreeMap<String, Practised>,
    year: Year,
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

    fn place(&self) -> Option<Place> {
        let path = &catalogue().paths[self.life.path];
        next_place(catalogue(), path, &self.done, self.life.people.len() == 1)
    }

    fn zone(&self, person: usize) -> TimeZone {
        TimeZone::get(&self.life.people[person].availability.zone).unwrap()
    }

    /// On Monday the first of them looks at the week, and proposes one of the times that are offered.
    fn agree(&mut self, monday: Date) {
        let people = &self.life.people;
        let now = self.zone(0).to_timestamp(monday.at(9, 0, 0, 0)).unwrap();
        // Weeks are counted in UTC: where Monday begins before that, the one that begins is meant.
        let week = Week::of(now + SignedDuration::from_hours(24));
        let (mine, partners) = (&people[0].availability, people.get(1).map(|one| &one.availability));
        let amount = partners.map_or(mine.amount, |partner| mine.amount.shared(partner.amount));
        let last = self.year.sessions.iter().map(|session| session.week).max();
        if !amount.is_due(week, last) || people.iter().any(|one| Self::is_away(one, monday)) {
            return;
        }
        let path = &catalogue().paths[self.life.path];
        let next = self.place().map(|place| place.exercise);
        let next = next.or_else(|| again(catalogue(), path, &self.done, monday, people.len() == 1));
        // Without a path they take what they like: something short.
        let exercise = next.unwrap_or_else(|| "five-minute-mirror".to_owned());
        let minutes = catalogue().exercises[&exercise].minutes.min(u32::from(amount.longest_first()));
        let offered = slots(mine, partners, u16::try_from(minutes).unwrap(), week, now, &[]);
        let Some(slot) = offered.first().filter(|_| self.yes(people[0].agrees, "proposes", 0, monday)) else { return };
        let (me, them) = (IdentityId::from_bytes([1; 32]), IdentityId::from_bytes([2; 32]));
        let mut proposal = Proposal {
            id: RecordId([1; 16]),
            week,
            slot: *slot,
            by: me,
            exercise: exercise.clone(),
            instead_of: None,
            answer: Answer::Open,
            order: Some((0, 1)),
        };
        if people.len() == 2 {
            let reply = if self.yes(people[1].agrees, "accepts", 1, monday) { Reply::Accept } else { Reply::Decline };
            proposal.answer = reply.by(them);
            if !matches!(standing(&[proposal], week, me), Standing::Agreed(_)) {
                return;
            }
        }
        self.year.sessions.push(Session { week, slot: *slot, exercise, done: false });
    }

    /// What was agreed for this day takes place, or not.
    fn meet(&mut self, day: Date) {
        let zone = self.zone(0);
        let all: Vec<bool> = (0..self.life.people.len())
            .map(|person| self.yes(self.life.people[person].comes, "comes", person, day))
            .collect();
        let Some(session) = self.year.sessions.last_mut() else { return };
        if zone.to_datetime(session.slot.at).date() != day || session.done || all.contains(&false) {
            return;
        }
        session.done = true;
        let exercise = session.exercise.clone();
        let again = Practised::again(self.practised.get(&exercise), &exercise, day);
        self.practised.insert(exercise.clone(), again);
        self.done.insert(exercise, day);
    }

    fn rules(&self, session: Option<&Session>) -> Rules {
        let mut rules = default_rules();
        rules.extend(session.map(|session| Rule::appointment(RecordId([1; 16]), session.slot.at, &session.exercise)));
        Rules { preferences: Preferences::default(), rules, device: Some(DeviceId([1; 32])) }
    }

    /// A person's day: nudges ring, Tend is opened or not, and the small thing is done or not.
    fn live(&mut self, person: usize, day: Date) {
        let (habits, zone) = (&self.life.people[person], self.zone(person));
        let at = |hour| zone.to_timestamp(day.at(hour, 0, 0, 0)).unwrap();
        let lived = &self.year.people[person];
        let history = History { fired: lived.fired.clone(), done: lived.done.clone() };
        let rules = self.rules(self.year.sessions.last());
        let midnight = at(0) - SignedDuration::from_secs(1);
        let due: Vec<Occurrence> = plan(&rules, &history, midnight, &zone, self.life.seed + person as u64)
            .take_while(|one| one.local.date() <= day)
            .filter(|one| one.local.date() == day)
            .collect();
        let opens = !Self::is_away(habits, day) && self.yes(habits.opens, "opens", person, day);
        let shown = opens.then(|| self.cards(person, day, at(12)));
        let does = opens && self.yes(habits.does, "does", person, day);
        let lived = &mut self.year.people[person];
        for one in due {
            lived.fired.push(Fired { answered: opens, ..Fired::of(one.clone()) });
            lived.rang.push(one);
        }
        if opens {
            // Whoever opens Tend has seen what rang before.
            lived.fired.iter_mut().rev().take(4).for_each(|fired| fired.answered = true);
        }
        let Some((cards, prompt)) = shown else { return };
        lived.opened.push((day, cards));
        if let Some((id, kind)) = prompt {
            lived.prompts.push((day, id));
            let kind = Kind::from_name(kind.name()).unwrap();
            lived.done.extend(does.then_some(Done { kind, at: at(20), day }));
        }
    }

    /// What the first screen shows, and the small thing of the day.
    #[allow(clippy::type_complexity)]
    fn cards(&self, person: usize, day: Date, now: Timestamp) -> (Vec<Card>, Option<(String, PromptKind)>) {
        let (zone, lived) = (self.zone(person), &self.year.people[person]);
        let path = &catalogue().paths[self.life.path];
        let alone = self.life.people.len() == 1;
        let audience = match (alone, self.life.apart) {
            (true, _) => Audience::Alone,
            (false, true) => Audience::Apart,
            (false, false) => Audience::Together,
        };
        let stage = path.stage;
        let season = season(day, zone.iana_name().unwrap());
        let situation = Situation { audience, stage, children: stage == Stage::Children, season };
        let pool = pool(&catalogue().prompts, &Filters::default(), situation);
        let place = self.place();
        let week = place.as_ref().map(|place| place.week - 1).or(path.weeks.len().checked_sub(1));
        let kinds = week.map_or(PromptKind::ALL, |at| path.weeks[at].daily.as_slice());
        let prompt = choose(&pool, kinds, &lived.prompts, day, self.life.seed + person as u64);
        let local = |at: Timestamp| -> DateTime { zone.to_datetime(at) };
        let session = self.year.sessions.last().filter(|session| !session.done && session.slot.at > now);
        let why = if alone { Agreed::Alone } else { Agreed::OnTheirDay };
        let recent = self.done.values().any(|on| day.duration_since(*on).as_hours() / 24 < 6);
        let practised: Vec<Practised> = self.practised.values().cloned().collect();
        let facts = Facts {
            now: local(now),
            opened_before: lived.opened.last().map(|(day, _)| *day),
            gentle: false,
            off_week: false,
            appointment: session.map(|session| (local(session.slot.at), session.exercise.clone(), why)),
            proposal: None,
            run: None,
            prompt: prompt.map(|prompt| prompt.id.clone()),
            rehearsal: rehearsal_due(catalogue(), &practised, day, alone, stage).map(|one| one.exercise.clone()),
            next: place.filter(|_| !recent),
            asks: None,
        };
        (cards(&facts), prompt.map(|prompt| (prompt.id.clone(), prompt.kind)))
    }
}
