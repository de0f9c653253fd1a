# From one behaviour to the wish behind it and three small requests: alone, and kept.
exercise-from-complaint-to-wish = From a complaint to a wish
    .purpose = Turn one thing that bothers you into a wish, and the wish into three things someone could say yes to.
exercise-from-complaint-to-wish-arrive = Pick something light, a two or three out of ten. If you’re still upset, calm down first and come back later.
exercise-from-complaint-to-wish-one-thing = One thing a camera could have filmed. Not “careless”, but “the door stays open when it’s cold”.
    .stem = It’s hard for me when …
exercise-from-complaint-to-wish-wish = There’s something you want behind that. Say it without “not”: to rest, to feel welcome, to be asked.
    .stem = I’d love to …
exercise-from-complaint-to-wish-requests = Now three requests: what, how much, for how long. “Three evenings in the next two weeks, ten minutes together before the phones come out.”
    .stem = For two weeks, would you …
exercise-from-complaint-to-wish-other-side = Read them as if someone asked you. Is each one small, clear and friendly? Would it be easy to say no?
exercise-from-complaint-to-wish-close = What happens next is up to you. Keep it for a talk, ask for one of them in passing, or delete it.
