# Una casa de la infancia: imaginada a solas, una vez, y quién vivía ahí.
exercise-childhood-home = Una casa de la infancia
    .purpose = Una visita con la mente: quién estaba, qué era bonito, qué era difícil y qué te habría gustado.
exercise-childhood-home-consent = ¿Quieres hacer esto hoy? Trata del lugar donde creciste y es solo para ti. Si hoy ya es un día pesado, elige otro.
exercise-childhood-home-arrive = Busca un lugar sin interrupciones. Puedes parar cuando quieras, incluso a la mitad de una frase.
exercise-childhood-home-breathe = Busca una postura cómoda y cierra los ojos, o deja que descansen en algo. Con cada salida de aire, suelta: mandíbula, hombros, manos.
exercise-childhood-home-enter = Imagina una casa de tu infancia: la puerta, un olor, tu rincón. Si ninguna era buena, elige un lugar que sí. Tú decides a qué cuartos entras.
exercise-childhood-home-meet = ¿Quién te cuidaba ahí? Tu mamá o tu papá, una abuela, alguien de al lado. Imagina a una persona a la vez; cualquiera puede quedarse afuera.
exercise-childhood-home-liked = ¿Qué te gustaba de cada persona? Una voz, una costumbre, una mano en la cabeza. Con pocas palabras basta.
    .stem = Me gustaba cuando tú …
exercise-childhood-home-disliked = ¿Qué no te gustaba? Escríbelo simple, como lo diría un niño. Si se pone muy intenso, sigue adelante o para aquí.
    .stem = Era difícil cuando tú …
exercise-childhood-home-wanted = ¿Qué te habría gustado de cada persona, y recibiste muy poco? Una o dos palabras, o déjalo abierto.
    .stem = Me habría gustado que tú …
exercise-childhood-home-return = Regresa despacio. Nombra tres cosas que ves, siente la silla, toma agua. Si sigue pesando, cuéntaselo a alguien de confianza.
