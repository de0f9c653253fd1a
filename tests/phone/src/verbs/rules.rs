//! When nudges of a kind are wanted.

use serde_json::{Value, json};
use tend_core::{
    ListedRuleView, Tend,
    nudges::{LeapRule, NudgeRule, RuleSchedule},
};

use super::{
    nudges::{kind, month_and_day},
    schedule::DAYS,
};
use crate::{
    answer::{Answer, numbered},
    args::{RuleArgs, RuleVerb},
    failure::Failure,
};

pub fn run(tend: &Tend, verb: RuleVerb) -> Result<Answer, Failure> {
    match verb {
        RuleVerb::List => {}
        RuleVerb::Add(args) => tend.nudges().set_rule(&rule(*args)?, None)?,
        RuleVerb::Remove { id } => tend.nudges().remove_rule(&id)?,
    }
    let all = tend.nudges().rules()?;
    let text = numbered(all.iter().map(line), "There are no rules.");
    Ok(Answer::new(text, "rules", all.iter().map(rule_json).collect::<Vec<_>>()))
}

fn rule(args: RuleArgs) -> Result<NudgeRule, Failure> {
    let kind = kind(&args.kind)?;
    let recurrence = recurrence(&args)?;
    let (from, until) = (args.from, args.until.unwrap_or(args.from));
    Ok(NudgeRule {
        id: args.id,
        kind,
        on: !args.off,
        recurrence,
        from,
        until,
        cue: args.cue,
        about: None,
        leads: args.lead,
    })
}

fn recurrence(args: &RuleArgs) -> Result<RuleSchedule, Failure> {
    let usage = |text: &'static str| Failure::new("usage", text);
    if !args.weekly.is_empty() {
        let day = |name: &String| DAYS.iter().position(|day| day == name).and_then(|at| u8::try_from(at + 1).ok());
        let days = args.weekly.iter().map(day).collect::<Option<_>>();
        return Ok(RuleSchedule::Weekly { days: days.ok_or(usage("Days look like mon,wed,sun."))? });
    }
    if let (Some(days), Some(from)) = (args.every_days, args.starting) {
        return Ok(RuleSchedule::EveryDays { days, from });
    }
    if let Some(text) = &args.yearly {
        let (month, day) = month_and_day(text)?;
        let leap = match args.leap.as_str() {
            "february28" => LeapRule::February28,
            "march1" => LeapRule::March1,
            "both" => LeapRule::Both,
            _ => return Err(usage("Say february28, march1 or both.")),
        };
        return Ok(RuleSchedule::Yearly { month, day, leap });
    }
    match (args.daily, args.times_a_week, args.monthly, args.once) {
        (true, ..) => Ok(RuleSchedule::Daily),
        (_, Some(times), ..) => Ok(RuleSchedule::TimesAWeek { times }),
        (_, _, Some(day), _) => Ok(RuleSchedule::Monthly { day }),
        (.., Some(at)) => Ok(RuleSchedule::Once { at }),
        _ => Err(usage(
            "Say on which days: --daily, --weekly, --times-a-week, --every-days, --monthly, --yearly or --once.",
        )),
    }
}

fn line(view: &ListedRuleView) -> String {
    let rule = &view.rule;
    let state = if rule.on { "" } else { " (off)" };
    format!("{}: {}{state}", rule.id, rule.kind.name())
}

fn rule_json(view: &ListedRuleView) -> Value {
    let rule = &view.rule;
    json!({
        "id": rule.id,
        "kind": rule.kind.name(),
        "on": rule.on,
        "recurrence": serde_json::to_value(&rule.recurrence).unwrap_or_default(),
        "from": rule.from.strftime("%H:%M").to_string(),
        "until": rule.until.strftime("%H:%M").to_string(),
        "cue": rule.cue,
        "leads": rule.leads,
        "given": view.given,
    })
}
