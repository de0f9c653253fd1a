# A portrait of those who looked after me: alone, and kept.
exercise-caretakers-portrait = The people who raised me
    .purpose = One picture of all who looked after you: what was warm, what was hard, and what you hoped for.
exercise-caretakers-portrait-arrive = You can stop at any moment, and nothing is lost by it. This is a portrait, not a verdict: people who loved you may be in it with their hard sides, and hard people with their warm ones.
exercise-caretakers-portrait-people = Who looked after you when you were small, for a long time or a short one? Note initials or a nickname for each. Two are enough, and so is one.
exercise-caretakers-portrait-warm = What was warm in them? Put all of them together, without sorting who was what: patient, funny, always there with a blanket. Single words are fine.
    .stem = Somebody there was …
exercise-caretakers-portrait-hard = And what was hard? Single words again: strict, far away, quick to shout. You leave out whatever is too much to write today.
    .stem = Somebody there was also …
exercise-caretakers-portrait-touched = Read both lists once more, slowly. Which words still touch you, in your throat or your belly perhaps? Note three or four of them, warm or hard.
    .stem = What went deepest was …
exercise-caretakers-portrait-wished = Of all that you hoped for from them, what was it most? A child’s words serve best: that somebody asks, that it is quiet, that I may be loud.
    .stem = Most of all I wanted …
exercise-caretakers-portrait-look = Let the picture be for a moment, without working on it. You grew up with it. Today there is also you, with all that you have learned since.
exercise-caretakers-portrait-close = This page is yours, to keep or to delete. Do something ordinary now: water a plant, open a window, put some music on. If something stays heavy, tell somebody you trust.
