//! What people choose, list and practise: settings, lists and sessions, on whichever phone is at hand.

use jiff::{Timestamp, civil::time};
use rand::RngExt;
use tend_core::{
    content::Phones,
    nudges::GentleDay,
    schedule::{Amount, Reply, TimeWindow, Weekday},
};

use super::{World, faults::counts, phone::Phone};

const DAY: i64 = 24 * 3600;

impl World {
    /// A person chooses something, and it may fail. What cannot be done now is refused, which is well.
    pub(super) fn chooses(&mut self, phone: usize) {
        if !counts(self, &self.phones[phone]) {
            return;
        }
        let (what, number): (u32, u32) = (self.dice.random_range(0..8), self.dice.random_range(0..1000));
        let name = self.phones[phone].name.clone();
        self.note(format!("{name} chooses {what}"));
        match what {
            0 | 1 => self.gentle_day(phone, number),
            2 => self.phones[phone].pauses(number),
            3 => self.phones[phone].has_time(number),
            4 => self.phones[phone].proposes(number),
            5 => self.phones[phone].replies(number),
            6 => self.phones[phone].practises(number),
            _ => self.phones[phone].chooses_a_path(number),
        }
    }

    /// One more day on which nothing reminds. It must be there in the end, whatever another phone chose at the same time.
    fn gentle_day(&mut self, phone: usize, number: u32) {
        let (month, day) = (number % 12 + 1, number % 28 + 1);
        let one = GentleDay { month: month as u8, day: day as u8, year: None };
        let nudges = self.phones[phone].tend().nudges();
        let seen = nudges.preferences().expect("a read");
        if seen.gentle_days.contains(&one) {
            return;
        }
        let mut preferences = seen.clone();
        preferences.gentle_days.push(one);
        if nudges.set_preferences(&seen, &preferences).is_ok() {
            let person = self.phones[phone].person;
            self.gentle[person].insert((one.month, one.day));
        }
    }
}

impl Phone {
    fn pauses(&self, number: u32) {
        let nudges = self.tend().nudges();
        if number.is_multiple_of(2) {
            nudges.pause(None).ok()
        } else {
            nudges.resume().ok()
        };
    }

    fn has_time(&self, number: u32) {
        let days = [Weekday::Monday, Weekday::Wednesday, Weekday::Saturday, Weekday::Sunday];
        let window = |day| TimeWindow { day, from: time(8, 0, 0, 0), until: time(20, 0, 0, 0) };
        let windows = days[..number as usize % 4 + 1].iter().map(|day| window(*day)).collect();
        self.tend().schedule().set_times(windows, Amount::Steady).expect("times");
    }

    fn proposes(&self, number: u32) {
        let at = self.now() / DAY * DAY + DAY * i64::from(number % 10 + 1) + 3600 * i64::from(number % 12 + 8);
        let at = Timestamp::from_second(at).expect("a moment");
        self.tend().schedule().propose(at, 30, Some("good-things-alone")).ok();
    }

    fn replies(&self, number: u32) {
        let weeks = self.tend().schedule().weeks().expect("a read");
        if let Some(proposal) = weeks.into_iter().find_map(|week| week.proposal) {
            let reply = [Reply::Accept, Reply::Decline, Reply::Withdraw][number as usize % 3];
            self.tend().schedule().reply(proposal.id, reply).ok();
        }
    }

    fn practises(&self, number: u32) {
        let runs = self.tend().runs();
        let Some(run) = runs.open_ones().expect("a read").into_iter().next() else {
            runs.begin("good-things-alone", None, Phones::One, true).ok();
            return;
        };
        match number % 4 {
            0 => runs.finish(run.id).ok(),
            1 => runs.let_go(run.id).ok(),
            2 => runs.pause(run.id).ok(),
            _ => runs.next(run.id, &[]).ok().map(|_| ()),
        };
    }

    fn chooses_a_path(&self, number: u32) {
        let paths = self.tend().practice().paths().expect("a read");
        let path = &paths[number as usize % paths.len()];
        self.tend().practice().choose_path(&path.id).expect("a path");
    }
}
