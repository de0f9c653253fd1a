use crate::refusal::refusals;

refusals! {
    /// Why something is not done with nudges.
    NudgeRefusal {
        /// It did not ring.
        DidNotRing = "not_found",
        /// More, earlier or later than can be planned.
        OutOfRange = "out_of_range",
        /// The hours end before they begin, and are too long to go on after midnight.
        Hours = "rule_hours",
        /// There are as many rules of one's own as there may be.
        TooManyRules = "too_many_rules",
    }
}
