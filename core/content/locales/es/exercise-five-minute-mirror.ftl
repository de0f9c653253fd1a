# La forma breve, para días llenos.
exercise-five-minute-mirror = Cinco minutos de hoy
    .purpose = Para días llenos: cada persona cuenta una cosa de hoy y la oye en palabras de la otra.
exercise-five-minute-mirror-arrive = Cinco minutos, sin preparar nada. Cada persona elige una cosa de hoy: bonita, rara o agotadora. Los asuntos de pareja pueden tener otro momento.
exercise-five-minute-mirror-tell = Cuenta tu cosa en unas frases.
    .stem = Hoy hubo…
exercise-five-minute-mirror-mirror = Repítela con tus palabras. Después pregunta: «¿Te he entendido bien?».
    .stem = Si te entiendo bien, …
exercise-five-minute-mirror-close = Una palabra de cada persona, o un momento de calma, y de vuelta al día.
    .stem = Ahora mismo siento…
