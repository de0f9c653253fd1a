# Dos minutos con las frases en común.
exercise-reading-the-vision = Una frase para hoy
    .purpose = Un momento tranquilo con los deseos en común, y una frase que te acompaña durante el día.
exercise-reading-the-vision-settle = Respira una vez con calma, estés donde estés. Ten cerca las frases en común, o las que recuerdes.
exercise-reading-the-vision-read = Recórrelas despacio, una por una, y quédate un momento con cada una. Si hoy alguna duele, déjala pasar.
exercise-reading-the-vision-choose = Deja que una frase te acompañe hoy. Quizá se te ocurra algo pequeño que vaya con ella. Quizá la lleves en el bolsillo, sin más.
