use jiff::{Timestamp, ZonedDateTime, civil::Date, tz::TimeZone};

use super::{Tend, TendError, scope::Scope};
use crate::{
    content::Words,
    nudges::{
        self, Done, Fired, HeldNudge, History, LastUsed, ListedRuleView, NudgePreferences, NudgeRefusal, NudgeRule,
        NudgeView, NudgesInput, OwnRules, PendingChanges, PendingNudgeView, Platform, Rules,
    },
    record_types::RECORD_TYPES,
    records::typed::rebased,
    schedule::Appointment,
};

/// When to say what: kind and rare.
#[derive(Debug)]
pub struct Nudges<'t>(&'t Tend);

impl Tend {
    /// When to say what.
    pub fn nudges(&self) -> Nudges<'_> {
        Nudges(self)
    }
}

impl Nudges<'_> {
    /// The nudges of the next days, in order.
    ///
    /// # Errors
    /// `out_of_range` for over 366 days.
    pub fn plan(&self, days: u32) -> Result<Vec<NudgeView>, TendError> {
        self.ask(|input| Ok(nudges::planned(input, days)?))
    }

    /// What this device's platform is to hold: for looking at it. What to change there says [`Self::pending_changes`]; anyone who compares
    /// by themselves must compare id and moment, since an id stays when its hours move.
    pub fn pending(&self, platform: Platform) -> Result<Vec<PendingNudgeView>, TendError> {
        self.ask(|input| Ok(nudges::pending(input, platform)))
    }

    /// What to change on this device's platform, which holds `held`: first to take away, then to put there.
    pub fn pending_changes(&self, platform: Platform, held: Vec<HeldNudge>) -> Result<PendingChanges, TendError> {
        self.ask(|input| Ok(nudges::pending_changes(input, platform, &held)))
    }

    /// A platform rang this nudge. An unknown id is passed over: what rang may be of an older plan.
    pub fn rang(&self, id: &str) -> Result<(), TendError> {
        self.note(|input| Ok(nudges::rang(input, id)))
    }

    /// The person wants to be told later.
    ///
    /// # Errors
    /// `out_of_range` for an instant that is past or over a week away by the calendar; `not_found` when it did not ring.
    pub fn snooze(&self, id: &str, until: Timestamp) -> Result<(), TendError> {
        self.note(|input| nudges::snoozed(&input.history, id, until, input.now).map(Some))
    }

    /// The rules, those that Tend comes with among them, by id.
    pub fn rules(&self) -> Result<Vec<ListedRuleView>, TendError> {
        self.0.read(|scope| Ok(nudges::listed(scope.own_rules()?)))
    }

    /// Sets a rule: a new one, or another in the place of the one with its id. One that Tend comes with is switched off in this way. Of a
    /// rule that the person was shown, `seen` is how: what they left so stays as it is by now.
    ///
    /// # Errors
    /// The codes of [`BadRule`](nudges::BadRule); `too_many_rules` for one more than 200.
    pub fn set_rule(&self, rule: &NudgeRule, seen: Option<NudgeRule>) -> Result<(), TendError> {
        rule.validate()?;
        self.0.write(|scope| {
            let own = scope.own_rules()?;
            nudges::may_set(rule, &own.rules)?;
            let rule = nudges::edited(rule, seen, own);
            Ok(scope.own().put(NudgeRule::record(&rule.id), &rule)?)
        })
    }

    /// Takes a rule away. Of one that Tend comes with, what the person had changed.
    ///
    /// # Errors
    /// `not_found`.
    pub fn remove_rule(&self, id: &str) -> Result<(), TendError> {
        self.0.write(|scope| Ok(scope.own().delete::<NudgeRule>(NudgeRule::record(id))?))
    }

    /// What the person wants of nudges as a whole.
    pub fn preferences(&self) -> Result<NudgePreferences, TendError> {
        self.0.read(|scope| scope.nudge_preferences())
    }

    /// Changes it, where the person was shown `seen`. What they left so stays as it is by now, and of a list only what they added and took
    /// out changes.
    ///
    /// # Errors
    /// `out_of_range`, `rule_hours`; see [`NudgePreferences::bounded`].
    pub fn set_preferences(&self, seen: &NudgePreferences, wanted: &NudgePreferences) -> Result<(), TendError> {
        self.change(|now, _| rebased(&now, seen, wanted))
    }

    /// No nudges from now until then, or until [`Self::resume`].
    ///
    /// # Errors
    /// `out_of_range` for an instant that is past.
    pub fn pause(&self, until: Option<Timestamp>) -> Result<(), TendError> {
        self.change(|preferences, now| preferences.paused(now, until))
    }

    /// Ends every pause.
    pub fn resume(&self) -> Result<(), TendError> {
        self.change(|preferences, _| preferences.resumed())
    }

    fn ask<T>(&self, work: impl FnOnce(&NudgesInput<'_>) -> Result<T, TendError>) -> Result<T, TendError> {
        let now = self.0.zoned();
        self.0.read(|scope| {
            let agreed = scope.appointments(&now)?;
            work(&scope.nudges(&now, &scope.words(self.0.language)?, &agreed)?)
        })
    }

    /// Notes what became of a nudge, if anything did.
    fn note(
        &self,
        decide: impl FnOnce(&NudgesInput<'_>) -> Result<Option<Fired>, NudgeRefusal>,
    ) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|scope| {
            let agreed = scope.appointments(&now)?;
            let fired = decide(&scope.nudges(&now, &scope.words(self.0.language)?, &agreed)?)?;
            fired.map_or(Ok(()), |one| Ok(scope.own().put(one.record(), &one)?))
        })
    }

    fn change(&self, change: impl FnOnce(NudgePreferences, Timestamp) -> NudgePreferences) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|scope| {
            let before = scope.nudge_preferences()?;
            let changed = change(before.clone(), now.timestamp()).bounded(&before, &now)?;
            Ok(scope.own().put(NudgePreferences::record(), &changed)?)
        })
    }
}

impl Scope<'_> {
    /// All that nudges are made of.
    pub(super) fn nudges<'a>(
        &self,
        now: &'a ZonedDateTime,
        words: &'a Words,
        agreed: &[Appointment],
    ) -> Result<NudgesInput<'a>, TendError> {
        let since = nudges::history_begins(now.date());
        let fired = self.own().since::<Fired>(since)?.into_iter().map(|found| found.value).collect();
        let mut rules = nudges::all_rules(self.own_rules()?);
        rules.extend(agreed.iter().map(|one| NudgeRule::appointment(one.id, one.slot.at, &one.exercise)));
        // The first device is noted as used when it begins. One that was just linked and knows nothing yet is not it.
        let device = self.last_used()?.map(|used| used.device);
        Ok(NudgesInput {
            now,
            words,
            rules: Rules { preferences: self.nudge_preferences()?, rules, device },
            history: History::by(now.date(), fired, self.completions(since, now.time_zone())?),
            seed: self.seed(),
            this_device: self.device.id(),
        })
    }

    fn own_rules(&self) -> Result<OwnRules, TendError> {
        let own = self.own();
        let rules: Vec<NudgeRule> = own.all()?.into_iter().map(|found| found.value).collect();
        let mut unread = Vec::new();
        for given in nudges::default_rules() {
            let is_read = rules.iter().any(|rule| rule.id == given.id);
            if !is_read && own.is_there::<NudgeRule>(NudgeRule::record(&given.id))? {
                unread.push(given.id);
            }
        }
        Ok(OwnRules { rules, unread })
    }

    fn nudge_preferences(&self) -> Result<NudgePreferences, TendError> {
        Ok(self.own().find(NudgePreferences::record())?.map(|found| found.value).unwrap_or_default())
    }

    fn last_used(&self) -> Result<Option<LastUsed>, TendError> {
        Ok(self.own().find(LastUsed::record())?.map(|found| found.value))
    }

    /// What was done lately, on any of the person's devices.
    fn completions(&self, since: Date, zone: &TimeZone) -> Result<Vec<Done>, TendError> {
        let mut done = Vec::new();
        for record_type in RECORD_TYPES.all().filter(|one| one.completes_nudges()) {
            let mut shown = self.own().shown_since(record_type, since)?;
            if let Some(couple) = self.couple().filter(|_| record_type.shared) {
                shown.extend(couple.shown_since(record_type, since)?);
            }
            done.extend(nudges::completions(record_type, &shown, self.me(), since, zone));
        }
        Ok(done)
    }

    /// Tend was opened: what rang last is answered, and this device is the one that was used last.
    pub(super) fn note_opening(&self, now: &ZonedDateTime) -> Result<(), TendError> {
        let own = self.own();
        let opening = nudges::opened(own.all()?, self.last_used()?.as_ref(), self.device.id(), now.date());
        opening.used.iter().try_for_each(|used| own.put(LastUsed::record(), used))?;
        opening.answered.iter().try_for_each(|fired| own.put(fired.record(), fired))?;
        Ok(opening.forget.into_iter().try_for_each(|id| own.purge::<Fired>(id))?)
    }
}
