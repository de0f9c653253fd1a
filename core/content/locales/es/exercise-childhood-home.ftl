# Una casa de la infancia: imaginada a solas, y quién vivía allí.
exercise-childhood-home = Una casa de la infancia
    .purpose = Una visita tranquila con la imaginación: quién estaba, qué era bueno, qué costaba y qué deseabas.
exercise-childhood-home-arrive = Puedes parar en cualquier momento, también a mitad de una frase, y lo que tengas hasta ahí es suficiente. Busca un sitio donde nadie te interrumpa. Si hoy ya pesa bastante, otro día es buena elección.
exercise-childhood-home-breathe = Ponte a gusto. Cierra los ojos o déjalos descansar en algún sitio. Respira como venga y, cada vez que sueltes el aire, deja que algo se afloje: la mandíbula, los hombros, las manos.
exercise-childhood-home-enter = Deja que aparezca una casa de tu infancia, la primera que venga. Quizá la puerta, un olor, un ruido, un rincón que era tuyo. Si ninguna fue buena contigo, elige un lugar que sí lo fuera. Tú decides en qué habitaciones entras.
exercise-childhood-home-meet = ¿Quién te cuidaba allí? Tu madre, tu padre, una abuela, un hermano, alguien del vecindario. Deja que vengan uno por uno, tan cerca como quieras. La persona a la que prefieras no ver se queda fuera.
exercise-childhood-home-liked = ¿Qué te gustaba de cada persona? También cuenta lo pequeño: una voz, una costumbre, una mano en el pelo. Bastan unas palabras para cada una.
    .stem = Contigo me gustaba cuando…
exercise-childhood-home-disliked = ¿Qué no te gustaba? Escríbelo con la sencillez con que se dice todo a esa edad. No es un juicio, y nadie más lo lee. Si te toca demasiado, pasa a lo siguiente o déjalo aquí.
    .stem = Contigo me costaba que…
exercise-childhood-home-wanted = ¿Qué te habría gustado recibir de cada persona y llegó muy poco? Si te viene algo, una o dos palabras son suficientes. Si no, déjalo abierto.
    .stem = Me habría encantado que…
exercise-childhood-home-return = Vuelve despacio. Nombra tres cosas que tengas cerca, siente lo que te sostiene, bebe un poco de agua. Trátate con suavidad en la próxima hora. Si algo sigue pesando, cuéntaselo a alguien de confianza.
