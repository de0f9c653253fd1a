# Hints that were dropped in passing, and a small surprise made of one of them. For one person, in secret.
exercise-surprise-list = A surprise in the making
    .purpose = Gather what { partner } has mentioned in passing, and let something small and unexpected come of it.
exercise-surprise-list-begin = Let the last few weeks with { partner } go by. What was mentioned along the way: a food, a song, a place, something they once loved?
exercise-surprise-list-clues = Write down whatever comes to you, just as it was said. “I used to have a cup like that” is already a hint. If nothing comes, leave it open; something will turn up on its own.
exercise-surprise-list-ideas = And what could come of it? A little time, or something made by hand, is as good as something bought. Stay with what { partner } likes, even where you yourself would choose something else.
    .stem = From this I could make …
exercise-surprise-list-choose = Choose one idea, quite a small one, and roughly when. A day with no occasion is lovely, at an hour nobody would guess.
    .stem = One day, perhaps when …
exercise-surprise-list-keep = Then simply let it happen, without expecting an answer. If { partner } does not care for surprises, say the day before that something nice is coming. And if nothing comes of it for now, the idea will keep.
