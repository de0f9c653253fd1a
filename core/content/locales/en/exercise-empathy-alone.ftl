# Understanding someone a bit better, alone and in writing.
exercise-empathy-alone = How it might look to them
    .purpose = Someone close to you puzzles you. You look at it from their side for a while, then come back to yours.
exercise-empathy-alone-think = Think of someone close to you and one thing about them that puzzles you. Pick something medium, nothing that hurts a lot.
exercise-empathy-alone-puzzle = Write what happened, the way an onlooker would describe it. A line or two.
    .stem = What puzzles me is …
exercise-empathy-alone-over-there = Picture yourself in their place. What kind of day was it for them? What matters to them, and what might be hard right now?
exercise-empathy-alone-sense = Write how it could make sense from there; part of it is enough. If nothing comes, that’s fine. You can still guess.
    .stem = From there it makes sense, because …
exercise-empathy-alone-feeling = One word for what they might be feeling. It’s a guess; only they know.
    .stem = Maybe …
exercise-empathy-alone-back = Now back to you. You can understand someone and still see it differently, and still want it to change. Your side counts just as much.
