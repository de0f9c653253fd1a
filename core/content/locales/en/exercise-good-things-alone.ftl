# Three things that were valued this week, for one person alone.
exercise-good-things-alone = Three good things
    .purpose = Write down what you valued this week, in someone or in yourself, and what it shows about that person.
exercise-good-things-alone-settle = Take a slow breath, and let the week pass by once. Heavy days may be among them.
exercise-good-things-alone-three = Write down three things that you valued this week: in someone close, in a friend, in a stranger, or in yourself. Two are fine, and so is one.
    .stem = I valued that …
exercise-good-things-alone-shows = What does each of them show about the person: warmth, courage, care? One word is enough. And if it was you, be as generous.
    .stem = That shows …
exercise-good-things-alone-keep = Stay with one of them a little longer. You may tell the person some day, or keep it as a good thought of your own.
