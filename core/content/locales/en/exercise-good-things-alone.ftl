# Three things that were good this week, for one person alone.
exercise-good-things-alone = Three good things
    .purpose = Write down what you appreciated this week, in someone or in yourself, and what it shows.
exercise-good-things-alone-settle = Take a slow breath and look back over the week, hard days included.
exercise-good-things-alone-three = Write three things you appreciated: about someone close, a friend, a stranger, or yourself. Two is fine, and so is one.
    .stem = I appreciated that …
exercise-good-things-alone-shows = What does each one show about the person: warmth, courage, care? One word is enough. If it was you, be just as generous.
    .stem = That shows …
exercise-good-things-alone-keep = Stay with one of them for a moment. You could tell that person some time, or keep it for yourself.
