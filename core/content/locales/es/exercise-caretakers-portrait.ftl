# Un retrato de quienes me cuidaron: a solas, una vez, y guardado.
exercise-caretakers-portrait = Las personas que me criaron
    .purpose = Una sola imagen de quienes te cuidaron: lo que era cálido, lo que era difícil y lo que esperabas.
exercise-caretakers-portrait-consent = ¿Quieres hacer esto hoy? Trata de tu infancia y es solo para ti. Puedes parar cuando quieras y seguir otro día, o no.
exercise-caretakers-portrait-arrive = Prepárate algo caliente y deja libre una hora después. Puedes dejar fuera a quien quieras.
exercise-caretakers-portrait-people = ¿Quién te cuidó en tu infancia, durante años o un verano? Escribe iniciales o apodos. Con una persona basta.
exercise-caretakers-portrait-warm = ¿Qué tenían de cálido? No separes quién era qué, escribe solo palabras: paciente, graciosa, siempre con tiempo.
    .stem = Había alguien que era …
exercise-caretakers-portrait-hard = ¿Y qué era difícil? Otra vez solo palabras: estricto, lejano, de grito fácil. Deja fuera lo que hoy sea demasiado.
    .stem = También había alguien que era …
exercise-caretakers-portrait-touched = Lee las dos listas otra vez, despacio. ¿Qué tres o cuatro palabras todavía sientes, quizá en la garganta o en el vientre? Anótalas.
    .stem = Lo que más hondo me llegó fue …
exercise-caretakers-portrait-wished = ¿Qué era lo que más esperabas de esas personas? Con palabras de niño: pregúntame, quédate en calma, déjame hacer ruido.
    .stem = Lo que más quería era …
exercise-caretakers-portrait-look = Mira un minuto lo que escribiste, sin hacer nada con eso.
exercise-caretakers-portrait-close = Guarda esta página o bórrala. Luego haz algo cotidiano: abre una ventana, pon música. Si sigue pesando, cuéntaselo a alguien de confianza.
