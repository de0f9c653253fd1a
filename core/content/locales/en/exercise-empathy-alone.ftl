# Understanding somebody a little better, alone and in writing.
exercise-empathy-alone = How it might look from over there
    .purpose = Something about a person close to you puzzles you. You go over to their side for a while, and come back.
exercise-empathy-alone-think = Think of somebody close to you, and of one small thing about them that puzzles you. Nothing that hurts a lot; something middling does nicely.
exercise-empathy-alone-puzzle = Write down what happened, as somebody would tell it who only looked on. A line or two is enough.
    .stem = What puzzles me is …
exercise-empathy-alone-over-there = Close your eyes, if you like, and go over to where they stand. What kind of day was it there? What matters to them? What might be hard just now?
exercise-empathy-alone-sense = Write how it could make sense from there. A part of it is enough. If nothing comes, then that is so, and you can still guess a little.
    .stem = From there it makes sense, because …
exercise-empathy-alone-feeling = Now one word for what this person may feel. It is a guess, and only they can know.
    .stem = Perhaps …
exercise-empathy-alone-back = And now back to you. You can understand somebody and still see it differently, and still want it to be different. Your own side counts just as much.
