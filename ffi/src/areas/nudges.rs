use std::sync::Arc;

use tend_core::nudges;

use super::{each, nudge_preferences::NudgePreferences, nudge_rules::NudgeRule};
use crate::{TendError, border::call, mirror::mirror, times};

mirror! {
    /// What a nudge is about.
    NudgeKind = nudges::Kind {
        /// Saying what one values.
        Appreciation,
        /// A small act of care.
        Caring,
        /// Something lively.
        Fun,
        /// Something unexpected.
        Surprise,
        /// The relationship that one wishes for.
        Vision,
        /// A quiet minute for oneself.
        Reflection,
        /// A little listening practice.
        Listening,
        /// The week's exercise.
        Session,
        /// What was agreed.
        Appointment,
        /// A day of the year.
        Occasion,
    }
}
/// What shows nudges for a shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Platform {
    /// iOS, which keeps the soonest 64 notifications only; 16 of them are left for other things.
    Ios,
    /// Android, where each alarm may come within a window, so that none has to be exact. A shell applies the plan anew every day.
    Android,
}

impl From<Platform> for nudges::Platform {
    fn from(platform: Platform) -> Self {
        match platform {
            Platform::Ios => Self::IOS,
            Platform::Android => Self::Android,
        }
    }
}

/// A nudge to come, in words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Nudge {
    /// Stable: the same nudge has the same id in every plan.
    pub id: String,
    /// What it is about.
    pub kind: NudgeKind,
    /// When, in seconds since 1970.
    pub at: i64,
    /// What the person's clock shows then, as `YYYY-MM-DDTHH:MM`.
    pub local: String,
    /// The person's time zone, by its IANA name.
    pub zone: String,
    /// Whether it rings on this device.
    pub rings_here: bool,
    /// The id of the device that it rings on.
    pub device: String,
    /// What a locked screen may show. It says nothing.
    pub public_text: String,
    /// What it says, once the phone is unlocked.
    pub private_text: String,
    /// Why it is there.
    pub reason: String,
}

impl From<tend_core::NudgeView> for Nudge {
    fn from(view: tend_core::NudgeView) -> Self {
        Self {
            id: view.id,
            kind: view.kind.into(),
            at: view.at.as_second(),
            local: times::local(view.local),
            zone: view.zone,
            rings_here: view.rings_here,
            device: view.device.to_hex(),
            public_text: view.public_text,
            private_text: view.private_text,
            reason: view.reason,
        }
    }
}

/// What a platform is to hold.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PendingNudge {
    /// Stable; the platform's own id for it.
    pub id: String,
    /// When, at the earliest, in seconds since 1970.
    pub at: i64,
    /// The minutes from then within which it may come; 0 where the platform is exact by itself.
    pub window_minutes: u32,
    /// What a locked screen may show.
    pub public_text: String,
    /// What it says, once the phone is unlocked.
    pub private_text: String,
}

impl From<tend_core::PendingView> for PendingNudge {
    fn from(view: tend_core::PendingView) -> Self {
        let tend_core::PendingView { id, at, window_minutes, public_text, private_text } = view;
        Self {
            id,
            at: at.as_second(),
            window_minutes: window_minutes.into(),
            public_text,
            private_text,
        }
    }
}

/// A rule, as a screen lists it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ListedRule {
    /// The rule.
    pub rule: NudgeRule,
    /// Whether it is one that Tend comes with, and the person has not changed.
    pub given: bool,
}

impl From<tend_core::RuleView> for ListedRule {
    fn from(view: tend_core::RuleView) -> Self {
        Self { rule: view.rule.into(), given: view.given }
    }
}

/// When to say what: kind and rare.
#[derive(uniffi::Object)]
pub struct Nudges(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Nudges {
    /// The nudges of the next days, in order.
    ///
    /// # Errors
    /// `store_…`.
    pub fn plan(&self, days: u32) -> Result<Vec<Nudge>, TendError> {
        call(|| self.0.nudges().plan(days).map(each))
    }

    /// What this device's platform is to hold: a shell compares it by the ids with what it holds, and applies the difference.
    ///
    /// # Errors
    /// `store_…`.
    pub fn pending(&self, platform: Platform) -> Result<Vec<PendingNudge>, TendError> {
        call(|| self.0.nudges().pending(platform.into()).map(each))
    }

    /// A platform rang this nudge. An unknown id is passed over: what rang may be of an older plan.
    ///
    /// # Errors
    /// `store_…`.
    pub fn rang(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.nudges().rang(&id))
    }

    /// The person wants to be told later: at an instant, in seconds since 1970.
    ///
    /// # Errors
    /// `not_found` when it did not ring; `out_of_range` for an instant that is past or over a week away; `store_…`.
    pub fn snooze(&self, id: String, until: i64) -> Result<(), TendError> {
        call(|| self.0.nudges().snooze(&id, times::instant(until, "out_of_range")?))
    }

    /// The rules, those that Tend comes with among them, by id.
    ///
    /// # Errors
    /// `store_…`.
    pub fn rules(&self) -> Result<Vec<ListedRule>, TendError> {
        call(|| self.0.nudges().rules().map(each))
    }

    /// Sets a rule: a new one, or another in the place of the one with its id. One that Tend comes with is switched off in this way.
    ///
    /// # Errors
    /// `rule_…`, of which `rule_hours` also for what is no time of day, and `rule_every_days` for what is no date; `out_of_range` for what
    /// is no instant; `too_many_rules`; `store_…`.
    pub fn set_rule(&self, rule: NudgeRule) -> Result<(), TendError> {
        call(|| self.0.nudges().set_rule(&rule.try_into()?))
    }

    /// Takes a rule away. Of one that Tend comes with, what the person had changed.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn remove_rule(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.nudges().remove_rule(&id))
    }

    /// What the person wants of nudges as a whole.
    ///
    /// # Errors
    /// `store_…`.
    pub fn preferences(&self) -> Result<NudgePreferences, TendError> {
        call(|| self.0.nudges().preferences().map(NudgePreferences::from))
    }

    /// Changes it.
    ///
    /// # Errors
    /// `out_of_range`, also for what is no time of day, date or instant; `store_…`.
    pub fn set_preferences(&self, preferences: NudgePreferences) -> Result<(), TendError> {
        call(|| self.0.nudges().set_preferences(&preferences.try_into()?))
    }

    /// No nudges from now until an instant, in seconds since 1970, or, without one, until [`Self::resume`].
    ///
    /// # Errors
    /// `out_of_range` for an instant that is past; `store_…`.
    pub fn pause(&self, until: Option<i64>) -> Result<(), TendError> {
        call(|| {
            let until = until.map(|until| times::instant(until, "out_of_range")).transpose()?;
            self.0.nudges().pause(until)
        })
    }

    /// Ends every pause.
    ///
    /// # Errors
    /// `store_…`.
    pub fn resume(&self) -> Result<(), TendError> {
        call(|| self.0.nudges().resume())
    }
}
