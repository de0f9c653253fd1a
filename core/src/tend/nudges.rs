use jiff::{Timestamp, ZonedDateTime, civil::Date, civil::DateTime};
use tend_protocol::DeviceId;

use super::{
    Tend, TendError,
    nudge_words::{private, reason},
    scope::Scope,
};
use crate::{
    content::Words,
    nudges::{
        Done, Fired, History, Kind, LastUsed, Occurrence, Pause, Pending, Platform, Preferences, Rule, Rules,
        default_rules, plan, window,
    },
    record_kinds::KINDS,
    records::{RecordError, RecordId},
};

/// When to say what: kind and rare.
#[derive(Debug)]
pub struct Nudges<'t>(&'t Tend);

/// A nudge to come, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NudgeView {
    /// Stable: the same nudge has the same id in every plan.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// When.
    pub at: Timestamp,
    /// What the person's clock shows then.
    pub local: DateTime,
    /// The person's time zone, by its IANA name.
    pub zone: String,
    /// Whether it rings on this device.
    pub rings_here: bool,
    /// The device that it rings on; `None` while that is not known.
    pub device: Option<DeviceId>,
    /// What a locked screen may show. It says nothing.
    pub public: String,
    /// What it says, once the phone is unlocked.
    pub private: String,
    /// Why it is there.
    pub reason: String,
}

/// What a platform is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingView {
    /// Stable; the platform's own id for it.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// The minutes by which it may come later.
    pub window_minutes: u8,
    /// What a locked screen may show.
    pub public: String,
    /// What it says, once the phone is unlocked.
    pub private: String,
}

/// A rule as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleView {
    /// The rule.
    pub rule: Rule,
    /// Whether it is one that Tend comes with, and the person has not changed.
    pub given: bool,
}

impl Tend {
    /// When to say what.
    pub fn nudges(&self) -> Nudges<'_> {
        Nudges(self)
    }
}

impl Nudges<'_> {
    /// The nudges of the next days, in order; of a year at most.
    ///
    /// # Errors
    /// `out_of_range` for over 366 days; `store_…`.
    pub fn plan(&self, days: u32) -> Result<Vec<NudgeView>, TendError> {
        if days > 366 {
            return Err(TendError::new("out_of_range"));
        }
        let now = self.0.zoned();
        let end = now.timestamp().saturating_add(jiff::SignedDuration::from_hours(24 * i64::from(days)));
        let end = end.unwrap_or(Timestamp::MAX);
        self.with_plan(&now, |scope, words, rules, plan| {
            plan.take_while(|one| one.at <= end).map(|one| scope.nudge(words, &now, rules, one)).collect()
        })
    }

    /// What this device's platform is to hold: a shell compares it by the ids with what it holds, and applies the difference.
    ///
    /// # Errors
    /// `store_…`.
    pub fn pending(&self, platform: Platform) -> Result<Vec<PendingView>, TendError> {
        let now = self.0.zoned();
        self.with_plan(&now, |scope, words, rules, plan| {
            let device = scope.device.id();
            let pending = window(plan, platform, device, now.timestamp()).into_iter();
            pending.map(|one| held(scope, words, &now, rules, one)).collect()
        })
    }

    /// A platform rang this nudge. An unknown id is passed over: what rang may be of an older plan.
    ///
    /// # Errors
    /// `store_…`.
    pub fn rang(&self, id: &str) -> Result<(), TendError> {
        let now = self.0.zoned();
        let since =
            now.timestamp().saturating_sub(jiff::SignedDuration::from_hours(LATE_HOURS)).unwrap_or(Timestamp::MIN);
        self.0.write(|scope| {
            let (rules, history) = scope.nudge_input(&now)?;
            let mut due = plan(&rules, &history, since, now.time_zone(), scope.seed());
            let rang = due.by_ref().take_while(|one| one.at <= now.timestamp()).find(|one| one.id == id);
            let Some(one) = rang else { return Ok(()) };
            let fired = Fired {
                id: one.id,
                rule: one.rule,
                kind: one.kind,
                at: one.at,
                day: one.day,
                answered: false,
                asked: one.asks,
                snoozed_until: None,
            };
            Ok(scope.own().put(fired.record(), &fired)?)
        })
    }

    /// The person wants to be told later.
    ///
    /// # Errors
    /// `not_found` when it did not ring; `out_of_range` for an instant that is past or over a week away; `store_…`.
    pub fn snooze(&self, id: &str, until: Timestamp) -> Result<(), TendError> {
        let now = self.0.zoned();
        let away = until.duration_since(now.timestamp());
        if away <= jiff::SignedDuration::ZERO || away > jiff::SignedDuration::from_hours(7 * 24) {
            return Err(TendError::new("out_of_range"));
        }
        self.0.write(|scope| {
            let all = scope.fired(now.date())?;
            let fired = all.into_iter().find(|one| one.id == id).ok_or(RecordError::NotFound)?;
            Ok(scope.own().put(fired.record(), &Fired { snoozed_until: Some(until), answered: true, ..fired })?)
        })
    }

    /// The rules, those that Tend comes with among them, by id.
    ///
    /// # Errors
    /// `store_…`.
    pub fn rules(&self) -> Result<Vec<RuleView>, TendError> {
        self.0.read(|scope| {
            let given = default_rules();
            let view = |rule: Rule| RuleView { given: given.contains(&rule), rule };
            Ok(scope.rules()?.into_iter().map(view).collect())
        })
    }

    /// Sets a rule: a new one, or another in the place of the one with its id. One that Tend comes with is switched off in this way.
    ///
    /// # Errors
    /// `rule_…`, `too_many_rules`; `store_…`.
    pub fn set_rule(&self, rule: &Rule) -> Result<(), TendError> {
        rule.validate()?;
        self.0.write(|scope| {
            if scope.own().all::<Rule>()?.len() >= MOST_RULES {
                return Err(TendError::new("too_many_rules"));
            }
            Ok(scope.own().put(Rule::record(&rule.id), rule)?)
        })
    }

    /// Takes a rule away. Of one that Tend comes with, what the person had changed.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn remove_rule(&self, id: &str) -> Result<(), TendError> {
        self.0.write(|scope| Ok(scope.own().delete::<Rule>(Rule::record(id))?))
    }

    /// What the person wants of nudges as a whole.
    ///
    /// # Errors
    /// `store_…`.
    pub fn preferences(&self) -> Result<Preferences, TendError> {
        self.0.read(|scope| scope.preferences())
    }

    /// Changes it.
    ///
    /// # Errors
    /// `out_of_range`; `store_…`.
    pub fn set_preferences(&self, preferences: &Preferences) -> Result<(), TendError> {
        self.change(|own| *own = preferences.clone())
    }

    /// No nudges from now until then, or until [`Self::resume`].
    ///
    /// # Errors
    /// `out_of_range` for an instant that is past; `store_…`.
    pub fn pause(&self, until: Option<Timestamp>) -> Result<(), TendError> {
        let from = self.0.clock.now();
        self.change(|preferences| {
            preferences.pauses.retain(|one| one.until.is_some_and(|until| until > from));
            preferences.pauses.push(Pause { from, until });
        })
    }

    /// Ends every pause.
    ///
    /// # Errors
    /// `store_…`.
    pub fn resume(&self) -> Result<(), TendError> {
        self.change(|preferences| preferences.pauses.clear())
    }

    fn change(&self, change: impl FnOnce(&mut Preferences)) -> Result<(), TendError> {
        self.0.write(|scope| {
            let mut preferences = scope.preferences()?;
            change(&mut preferences);
            if !preferences.is_bounded() {
                return Err(TendError::new("out_of_range"));
            }
            Ok(scope.own().put(Preferences::record(), &preferences)?)
        })
    }

    fn with_plan<T>(
        &self,
        now: &ZonedDateTime,
        work: impl FnOnce(&Scope<'_>, &Words, &[Rule], &mut dyn Iterator<Item = Occurrence>) -> T,
    ) -> Result<T, TendError> {
        self.0.read(|scope| {
            let words = scope.words(self.0.language)?;
            let (rules, history) = scope.nudge_input(now)?;
            let mut plan = plan(&rules, &history, now.timestamp(), now.time_zone(), scope.seed());
            Ok(work(scope, &words, &rules.rules, &mut plan))
        })
    }
}

fn held(scope: &Scope<'_>, words: &Words, now: &ZonedDateTime, rules: &[Rule], one: Pending) -> PendingView {
    match one {
        Pending::Nudge { at, occurrence, window_minutes } => {
            let NudgeView { id, public, private, .. } = scope.nudge(words, now, rules, occurrence);
            PendingView { id, at, window_minutes, public, private }
        }
        Pending::KeepGoing { at } => PendingView {
            id: "keep-going".into(),
            at,
            window_minutes: 0,
            public: words.text("nudge-public"),
            private: words.text("nudge-keep-going"),
        },
    }
}

/// Hours after which a platform's word that something rang is passed over.
const LATE_HOURS: i64 = 7 * 24;
/// Rules of a person's own, at most.
const MOST_RULES: usize = 200;
/// Days of what happened that a plan looks back on.
const HISTORY_DAYS: i32 = 90;

/// What the first screen wants to know of nudges.
pub(super) struct Gentleness {
    pub gentle: bool,
    pub off_week: bool,
    pub asks: Option<Kind>,
}

impl Scope<'_> {
    pub(super) fn gentleness(&self, now: &ZonedDateTime) -> Result<Gentleness, TendError> {
        let preferences = self.preferences()?;
        let asks = crate::nudges::backed_off(&History { fired: self.fired(now.date())?, done: self.things_done(now)? });
        Ok(Gentleness {
            gentle: crate::nudges::is_gentle(&preferences, now.date()),
            off_week: crate::nudges::is_off(&preferences, now.date()),
            asks: asks.into_iter().find(|kind| !preferences.switched_off.contains(kind)),
        })
    }

    /// Tend was opened: what rang last is answered, and this device is the one that was used last.
    pub(super) fn note_opening(&self, now: &ZonedDateTime) -> Result<(), TendError> {
        let used = LastUsed { device: self.device.id() };
        let known = self.own().find::<LastUsed>(LastUsed::record())?.map(|found| found.value);
        if known.as_ref() != Some(&used) {
            self.own().put(LastUsed::record(), &used)?;
        }
        // What is older than any plan looks back is of use to nobody.
        let old = now.date().saturating_sub(jiff::Span::new().days(HISTORY_DAYS + 30));
        let (old, fired): (Vec<_>, Vec<_>) =
            self.own().all::<Fired>()?.into_iter().partition(|found| found.value.day < old);
        for found in old {
            self.own().purge::<Fired>(found.id)?;
        }
        for kind in Kind::ALL {
            let last = fired
                .iter()
                .map(|found| &found.value)
                .filter(|one| one.kind == kind)
                .max_by_key(|one| (one.at, &one.id));
            if let Some(one) = last.filter(|one| !one.answered) {
                self.own().put(one.record(), &Fired { answered: true, ..one.clone() })?;
            }
        }
        Ok(())
    }

    fn preferences(&self) -> Result<Preferences, TendError> {
        Ok(self.own().find(Preferences::record())?.map(|found| found.value).unwrap_or_default())
    }

    /// The person's rules, and of those that Tend comes with what the person has not changed.
    fn rules(&self) -> Result<Vec<Rule>, TendError> {
        let mut rules: Vec<Rule> = self.own().all()?.into_iter().map(|found| found.value).collect();
        let own: Vec<String> = rules.iter().map(|rule| rule.id.clone()).collect();
        rules.extend(default_rules().into_iter().filter(|rule| !own.contains(&rule.id)));
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(rules)
    }

    fn fired(&self, day: Date) -> Result<Vec<Fired>, TendError> {
        let since = day.saturating_sub(jiff::Span::new().days(HISTORY_DAYS));
        Ok(self.own().since::<Fired>(since)?.into_iter().map(|found| found.value).collect())
    }

    /// All that a plan is made of.
    fn nudge_input(&self, now: &ZonedDateTime) -> Result<(Rules, History), TendError> {
        let mut rules = self.rules()?;
        for (slot, exercise) in self.appointments(now.timestamp())? {
            let id = RecordId::derived(exercise.as_bytes(), &slot.at.as_second().to_be_bytes());
            rules.push(Rule::appointment(id, slot.at, &exercise));
        }
        // The first device is noted as used when it begins. One that was just linked and knows nothing yet is not it.
        let device = self.own().find::<LastUsed>(LastUsed::record())?.map(|found| found.value.device);
        let history = History { fired: self.fired(now.date())?, done: self.things_done(now)? };
        Ok((Rules { preferences: self.preferences()?, rules, device }, history))
    }

    /// What was done lately, on any of the person's devices.
    fn things_done(&self, now: &ZonedDateTime) -> Result<Vec<Done>, TendError> {
        let since = now.date().saturating_sub(jiff::Span::new().days(HISTORY_DAYS));
        let mut done = Vec::new();
        for kind in KINDS.all().filter(|kind| kind.completes_nudges()) {
            let mut shown = self.own().shown_since(kind, since)?;
            if let Some(couple) = self.couple().filter(|_| kind.shared) {
                shown.extend(couple.shown_since(kind, since)?);
            }
            for (id, shown) in shown {
                if kind.author(&shown).is_some_and(|author| author != self.device.person()) {
                    continue;
                }
                for (kind, day) in kind.completes(id, &shown) {
                    // The day is known and the hour is not: what was done on a day answers what rang on it.
                    let at = now.time_zone().to_timestamp(day.at(23, 59, 0, 0)).ok();
                    done.extend(at.filter(|_| day >= since).map(|at| Done { kind, at, day }));
                }
            }
        }
        Ok(done)
    }

    fn nudge(&self, words: &Words, now: &ZonedDateTime, rules: &[Rule], one: Occurrence) -> NudgeView {
        let rule = rules.iter().find(|rule| rule.id == one.rule);
        NudgeView {
            public: words.text("nudge-public"),
            private: private(words, now, &one),
            reason: reason(words, &one, rule),
            rings_here: one.device == Some(self.device.id()),
            device: one.device,
            zone: now.time_zone().iana_name().unwrap_or("Etc/UTC").into(),
            id: one.id,
            kind: one.kind,
            at: one.at,
            local: one.local,
        }
    }
}
