# From one behaviour to the wish behind it and three small requests: alone, and kept.
exercise-from-complaint-to-wish = From a complaint to a wish
    .purpose = Turn one thing that bothers you into a wish, and the wish into three small things one could say yes to.
exercise-from-complaint-to-wish-arrive = Choose something light: a two or three out of ten. The big things can wait until this is familiar. If you are still stirred up, calm down first and come back later.
exercise-from-complaint-to-wish-one-thing = What happens that is hard for you? One behaviour that anybody could see or hear, and no trait. Instead of “careless”: “the door stays open when it is cold”.
    .stem = It is hard for me when …
exercise-from-complaint-to-wish-wish = Behind it is something you long for. Say that, without a “not” in it: to rest, to feel welcome, to be asked. What would be there if it were good?
    .stem = I would love to …
exercise-from-complaint-to-wish-requests = Now three small requests that would bring a little of it. In each: what, how much, and for how long. Such as: “Three evenings in the next two weeks, ten minutes together before the phones come out.”
    .stem = For two weeks, would you …
exercise-from-complaint-to-wish-other-side = Read them from the other side. Is each one small, clear and friendly? Could one say no to it in peace? Make each a little smaller if you can. Would even one of them please you?
exercise-from-complaint-to-wish-close = Nothing follows from this of itself. You can keep it for a talk at an agreed time, ask for one of the three in passing, or delete it. The wish is yours, whatever becomes of it.
