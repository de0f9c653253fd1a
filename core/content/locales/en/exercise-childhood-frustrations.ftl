# What was hard again and again as a child: alone, and kept.
exercise-childhood-frustrations = What was hard back then
    .purpose = See what came up again and again when you were small, how it felt, and how you found your way through.
exercise-childhood-frustrations-arrive = You can stop at any moment, and you choose what you look at. Begin with something middling, such as being teased at the table. The very heaviest things are better kept for somebody who sits beside you.
exercise-childhood-frustrations-again = What bothered you again and again? Note one to four things, each in a few words: plans that changed, nobody asking, being compared.
    .stem = Again and again it happened that …
exercise-childhood-frustrations-feeling = Take them one by one. What did you feel then? One word for each will do: lonely, cross, small, scared, left over. If you no longer know, guess kindly.
    .stem = Inside I felt …
exercise-childhood-frustrations-did = And what did you do, so that it was bearable? Some children grow quiet, some loud, some funny, some very good. Some hide in a book. Note what you did.
    .stem = So what I did was …
exercise-childhood-frustrations-kindness = Whatever you did, it was what a child could do with what was there. Stay a moment with that child, as with one you are fond of. You may also just breathe.
exercise-childhood-frustrations-close = Perhaps you know one of these ways from today. That is worth noticing, and nothing has to follow from it. Take in the room again, move a little, and be good to yourself for the rest of the day.
