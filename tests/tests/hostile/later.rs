//! What another of a person's phones wrote with a later Tend.

use tend_core::records::{Action, Field, State};
use tend_protocol::{decode, encode};
use tend_tests::simulation::evil::{Keys, operation};

use super::{
    couple::{ALEX, Couple},
    evil::in_store,
};

/// Their other phone knows another recurrence, and has it in one that Tend comes with.
#[test]
fn a_nudge_that_only_a_later_version_can_read_does_not_ring_as_it_came() {
    let mut couple = Couple::apart();
    let rules = |couple: &Couple| couple.phones[ALEX].tend().nudges().rules().unwrap();
    let given = rules(&couple).remove(0).rule;
    couple.phones[ALEX].tend().nudges().set_rule(&given, None).unwrap();
    let keys = Keys::of(&couple.phones[ALEX]);
    in_store(&mut couple.phones[ALEX], |tx| {
        let mut stored = tx.live_records(keys.own_space, "nudge_rule")?.remove(0);
        let mut of = (stored.clone(), decode::<State>(&stored.state).unwrap());
        let stamp = of.1.context().next(keys.key.device());
        let versions = [(stamp, ciborium::Value::Text("every_full_moon".into()))].into();
        let field = Field { text: false, list: false, versions };
        let change = operation(keys.key.device(), &of, Action::Set([("recurrence".into(), field)].into()));
        of.1.apply(&change);
        stored.state = encode(&of.1);
        tx.put_record(keys.own_space, &stored)
    });
    assert!(rules(&couple).iter().all(|one| one.rule.id != given.id));
    couple.phones[ALEX].tend().nudges().remove_rule(&given.id).unwrap();
    assert!(rules(&couple).iter().any(|one| one.rule.id == given.id), "it can be had back as it came");
}
