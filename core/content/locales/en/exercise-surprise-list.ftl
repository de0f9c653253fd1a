# Hints that were dropped in passing, and a small surprise made of one of them. For one person, in secret.
exercise-surprise-list = Planning a surprise
    .purpose = Collect what { partner } has mentioned in passing, and turn one of those things into a surprise.
exercise-surprise-list-begin = Think back over the last few weeks with { partner }. What came up along the way: a food, a song, a place, something they used to love?
exercise-surprise-list-clues = Write down what comes to mind, just as { partner } said it. “I used to have a cup like that” is a clue.
exercise-surprise-list-ideas = What could you make of it? Time counts as much as something you buy. Go by what { partner } likes.
    .stem = I could …
exercise-surprise-list-choose = Pick one idea, an easy one, and roughly when. A day with no occasion is lovely.
    .stem = One day, maybe when …
exercise-surprise-list-keep = Then let it happen. If { partner } doesn’t like surprises, say the day before that something nice is coming.
