use jiff::{ToSpan, civil::date};

use super::super::*;
use crate::content::{Audience, Cost, Energy, Place, PromptKind, Season, Stage, catalogue};

fn situation(audience: Audience, season: Season) -> Situation {
    Situation { audience, stage: Stage::Default, children: false, season }
}

/// Each thing that a person can want, by itself.
fn wishes() -> Vec<Filters> {
    let any = Filters::default();
    vec![
        any.clone(),
        Filters { cost: Cost::Free, ..any.clone() },
        Filters { cost: Cost::Little, ..any.clone() },
        Filters { minutes: 5, ..any.clone() },
        Filters { place: Place::Home, ..any.clone() },
        Filters { place: Place::Out, ..any.clone() },
        Filters { energy: Energy::Low, ..any.clone() },
        Filters { energy: Energy::Medium, ..any },
    ]
}

/// A prompt a day, none twice within the rest: that takes one more than the days of the rest.
#[test]
fn each_filter_leaves_enough() {
    for audience in Audience::ALL {
        for season in Season::ALL {
            for filters in wishes() {
                let left = pool(&catalogue().prompts, &filters, situation(*audience, *season)).len();
                assert!(left > REST_DAYS as usize, "{left} are left for {audience:?}, {season:?}, {filters:?}");
            }
        }
    }
}

#[test]
fn every_stage_has_enough() {
    for stage in Stage::ALL {
        let situation = Situation { stage: *stage, ..situation(Audience::Together, Season::Winter) };
        let left = pool(&catalogue().prompts, &Filters::default(), situation).len();
        assert!(left > REST_DAYS as usize, "{left} are left for {stage:?}");
    }
}

#[test]
fn a_year_repeats_no_prompt_within_its_rest() {
    for (audience, kinds) in [
        (Audience::Together, &[PromptKind::Appreciation, PromptKind::Caring][..]),
        (Audience::Alone, PromptKind::ALL),
        (Audience::Apart, &[PromptKind::Vision]),
    ] {
        for (seed, zone) in [(1, "Europe/Berlin"), (2, "Australia/Sydney")] {
            let mut shown = Vec::new();
            for number in 0..366 {
                let day = date(2027, 1, 1).checked_add(number.days()).unwrap();
                let pool = pool(&catalogue().prompts, &Filters::default(), situation(audience, season(day, zone)));
                let prompt = choose(&pool, kinds, &shown, day, seed).unwrap();
                let last = shown.iter().rev().find(|(_, id)| *id == prompt.id);
                let rested = last.is_none_or(|(on, _)| *on <= day.checked_sub(REST_DAYS.days()).unwrap());
                assert!(rested, "{} again on {day}", prompt.id);
                shown.push((day, prompt.id.clone()));
            }
        }
    }
}

#[test]
fn a_day_has_a_kind_that_is_wanted_while_there_is_one() {
    let everything = pool(&catalogue().prompts, &Filters::default(), situation(Audience::Together, Season::Summer));
    let kinds = [PromptKind::Fun, PromptKind::Surprise];
    let mut seen = std::collections::BTreeSet::new();
    for number in 0..20 {
        let day = date(2027, 6, 1).checked_add(number.days()).unwrap();
        seen.insert(choose(&everything, &kinds, &[], day, 3).unwrap().kind);
    }
    assert_eq!(seen, kinds.into_iter().collect());
}

#[test]
fn whoever_asks_for_another_one_gets_another_one() {
    let everything = pool(&catalogue().prompts, &Filters::default(), situation(Audience::Together, Season::Summer));
    let day = date(2027, 6, 1);
    let first = choose(&everything, &[PromptKind::Fun], &[], day, 3).unwrap();
    let second = choose(&everything, &[PromptKind::Fun], &[(day, first.id.clone())], day, 3).unwrap();
    assert_ne!(first.id, second.id);
    assert_eq!(second.kind, PromptKind::Fun);
}

#[test]
fn what_a_clock_showed_that_was_a_year_ahead_comes_when_the_rest_has_come() {
    let pool = pool(&catalogue().prompts, &Filters::default(), situation(Audience::Together, Season::Winter));
    let day = date(2026, 12, 1);
    // All but six were shown on one day, a year ahead.
    let ahead: Vec<_> = pool.iter().skip(6).map(|one| (date(2027, 12, 1), one.id.clone())).collect();
    let (mut shown, mut seen) = (ahead, std::collections::BTreeSet::new());
    for number in 0..40 {
        let day = day.checked_add(number.days()).unwrap();
        let prompt = choose(&pool, PromptKind::ALL, &shown, day, 5).unwrap();
        assert!(seen.insert(&prompt.id), "{} again on {day}", prompt.id);
        shown.push((day, prompt.id.clone()));
    }
}

#[test]
fn who_has_seen_everything_sees_what_is_longest_ago() {
    let few: Vec<_> = catalogue().prompts.iter().take(3).collect();
    let day = date(2027, 6, 10);
    let shown: Vec<_> =
        few.iter().zip([1, 5, 3]).map(|(one, ago)| (day.checked_sub(ago.days()).unwrap(), one.id.clone())).collect();
    assert_eq!(choose(&few, PromptKind::ALL, &shown, day, 0).unwrap().id, few[1].id);
    assert_eq!(choose(&[], PromptKind::ALL, &shown, day, 0), None);
}

#[test]
fn what_is_not_for_somebody_is_not_offered() {
    let prompts = &catalogue().prompts;
    let at = |situation| pool(prompts, &Filters::default(), situation);
    let winter = at(situation(Audience::Together, Season::Winter));
    assert!(winter.iter().all(|one| !one.children && one.season.is_none_or(|season| season == Season::Winter)));
    assert!(winter.iter().all(|one| one.stages.is_empty() || one.stages.contains(&Stage::Default)));
    let alone = at(situation(Audience::Alone, Season::Winter));
    assert!(alone.iter().all(|one| one.audience.contains(&Audience::Alone)));
    let free =
        pool(prompts, &Filters { cost: Cost::Free, ..Filters::default() }, situation(Audience::Apart, Season::Spring));
    assert!(free.iter().all(|one| one.cost == Cost::Free));
}
