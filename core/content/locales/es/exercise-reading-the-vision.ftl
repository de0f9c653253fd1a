# Dos minutos con las frases compartidas.
exercise-reading-the-vision = Una frase para hoy
    .purpose = Toma dos minutos para la visión que compartes con { partner } y elige una frase para el día.
exercise-reading-the-vision-settle = Respira despacio, donde estés. Ten la visión compartida contigo, o lo que recuerdes de ella.
exercise-reading-the-vision-read = Lee las frases despacio, una por una. Si alguna duele hoy, déjala pasar.
exercise-reading-the-vision-choose = Elige una para hoy. Tal vez se te ocurra algo que vaya con ella. O solo tenla presente hoy.
