# El hilo que une las respuestas anteriores: a solas, y se queda conmigo.
exercise-unfinished-business = Lo que ando buscando
    .purpose = Unas pocas frases que unen con un hilo lo que descubriste de tus primeros años.
exercise-unfinished-business-arrive = Puedes parar en cualquier momento. Quizá te apetezca antes algo caliente para beber. Es poca cosa: cuatro o cinco frases, solo para ti, con las palabras que vengan.
exercise-unfinished-business-gather = Si aún lo tienes, lee lo que escribiste sobre las personas que te criaron y sobre lo que entonces costaba. Si no, simplemente recuerda. ¿Qué aparece más de una vez?
exercise-unfinished-business-paragraph = Júntalo: Crecí con personas que… Yo esperaba… Cuando eso no llegaba, sentía… y entonces… Lo que aún hoy me alegra encontrar es… Lo que no encaje, déjalo fuera.
    .stem = Crecí con personas que…
exercise-unfinished-business-answer = Imagina que alguien que te quiere ha leído esto. ¿Qué te diría en una sola frase? Escríbela debajo.
    .stem = Me gustaría que supieras que…
exercise-unfinished-business-close = Lo que has escrito es una suposición sobre ti, y vale para hoy. Puedes cambiarla, guardarla o borrarla. No explica a nadie más, y no te pide nada.
