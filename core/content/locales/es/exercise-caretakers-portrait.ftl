# Un retrato de quienes me cuidaron: a solas, y se queda conmigo.
exercise-caretakers-portrait = Las personas que me criaron
    .purpose = Un solo retrato de quienes te cuidaron: lo cálido, lo difícil y lo que esperabas.
exercise-caretakers-portrait-arrive = Puedes parar en cualquier momento, y no se pierde nada. Esto es un retrato, no una sentencia: quien te quiso puede salir también con su lado difícil, y quien fue difícil, con su lado cálido.
exercise-caretakers-portrait-people = ¿Quién te cuidaba en la infancia, mucho tiempo o solo un poco? Anota una inicial o un apodo de cada persona. Con dos basta, y con una también.
exercise-caretakers-portrait-warm = ¿Qué había de cálido? Júntalo todo, sin separar quién era cómo: paciencia, buen humor, alguien que enseguida traía una manta. Valen palabras sueltas.
    .stem = Allí había alguien con…
exercise-caretakers-portrait-hard = ¿Y qué era difícil? Otra vez, palabras sueltas: mucha dureza, distancia, gritos fáciles. Lo que hoy sea demasiado, déjalo fuera.
    .stem = También había alguien con…
exercise-caretakers-portrait-touched = Lee las dos listas otra vez, despacio. ¿Qué palabras te tocan todavía, quizá en la garganta o en la tripa? Anota tres o cuatro, cálidas o difíciles.
    .stem = Lo que más hondo llegó fue…
exercise-caretakers-portrait-wished = De todo lo que esperabas de esas personas, ¿qué era lo que más? Sirven las palabras de entonces: que alguien pregunte, que haya silencio, que pueda hacer ruido.
    .stem = Lo que más quería era…
exercise-caretakers-portrait-look = Deja el retrato ahí un momento, sin hacer nada con él. Creciste con todo eso. Hoy también estás tú, con lo que has aprendido desde entonces.
exercise-caretakers-portrait-close = Esta página es tuya: puedes guardarla o borrarla. Ahora haz algo muy cotidiano: regar una planta, abrir una ventana, poner música. Si algo sigue pesando, cuéntaselo a alguien de confianza.
