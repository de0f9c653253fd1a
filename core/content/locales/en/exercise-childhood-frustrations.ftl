# What was hard again and again as a child: alone, once, and kept.
exercise-childhood-frustrations = What was hard back then
    .purpose = What kept coming up when you were small, how it felt, and how you got through it.
exercise-childhood-frustrations-consent = Would you like to do this today? It’s about hard moments in your childhood, and it’s only for you. You can stop any time.
exercise-childhood-frustrations-arrive = Start with something medium, like being teased at dinner. Leave the heaviest things for when someone you trust, or a counsellor, is there.
exercise-childhood-frustrations-again = What bothered you again and again? Write one to four things in a few words: plans that changed, being compared.
    .stem = Again and again …
exercise-childhood-frustrations-feeling = Take them one by one: how did it feel? One word each: lonely, cross, scared, in the way. If you don’t remember, make a kind guess.
    .stem = I felt …
exercise-childhood-frustrations-did = And what did you do to get by? Some kids go silent, some get loud, funny or very good. Some hide in a book.
    .stem = So I …
exercise-childhood-frustrations-kindness = You did what a child could do with what was there. Stay with that child for a minute, the way you would with one you love.
exercise-childhood-frustrations-close = Maybe you still do one of these today. You’ve noticed it, and that’s plenty. Look around, move a bit, and be good to yourself.
