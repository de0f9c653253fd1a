# Pistas dichas de pasada y una pequeña sorpresa hecha con una de ellas. Para una persona, en secreto.
exercise-surprise-list = Una pequeña sorpresa
    .purpose = Reúne lo que { partner } ha mencionado de pasada y deja que de ahí salga algo pequeño e inesperado.
exercise-surprise-list-begin = Deja pasar por la memoria las últimas semanas con { partner }. ¿Qué se mencionó de pasada: una comida, una canción, un lugar, algo que antes le encantaba?
exercise-surprise-list-clues = Apunta lo que te venga, tal como se dijo. «Yo tenía una taza así» ya es una pista. Si no viene nada, déjalo abierto; algo aparecerá por sí solo.
exercise-surprise-list-ideas = ¿Y qué podría salir de ahí? Un poco de tiempo, o algo hecho a mano, vale tanto como algo comprado. Quédate con lo que le gusta a { partner }, aunque tú elegirías otra cosa.
    .stem = Con esto podría…
exercise-surprise-list-choose = Elige una idea, muy pequeña, y más o menos cuándo. Un día sin motivo es buen día, a una hora que nadie adivinaría.
    .stem = Un día, quizá cuando…
exercise-surprise-list-keep = Y luego, que ocurra sin más, sin esperar respuesta. Si a { partner } no le gustan las sorpresas, dile el día antes que viene algo bonito. Y si por ahora no sale nada, la idea se conserva bien.
