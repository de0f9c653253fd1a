# Lo que en la infancia era difícil una y otra vez: a solas, una vez, y guardado.
exercise-childhood-frustrations = Lo que era difícil entonces
    .purpose = Lo que se repetía en tu infancia, cómo se sentía y cómo saliste adelante.
exercise-childhood-frustrations-consent = ¿Quieres hacer esto hoy? Trata de momentos difíciles de tu infancia y es solo para ti. Puedes parar cuando quieras.
exercise-childhood-frustrations-arrive = Empieza con algo no muy grave, como las burlas en la mesa. Lo más pesado déjalo para cuando esté contigo alguien de confianza, o un profesional.
exercise-childhood-frustrations-again = ¿Qué te molestaba una y otra vez? Escribe de una a cuatro cosas en pocas palabras: planes que cambiaban, comparaciones.
    .stem = Una y otra vez …
exercise-childhood-frustrations-feeling = Una por una: ¿cómo se sentía? Una palabra cada una: soledad, rabia, miedo, estorbar. Si no te acuerdas, imagina con cariño.
    .stem = Sentía …
exercise-childhood-frustrations-did = ¿Y qué hacías para arreglártelas? Hay niños que se callan, otros gritan, hacen reír o se portan muy bien. Otros se esconden en un libro.
    .stem = Entonces yo …
exercise-childhood-frustrations-kindness = Hiciste lo que se puede a esa edad. Quédate un minuto con ese niño o esa niña, como con alguien a quien quieres.
exercise-childhood-frustrations-close = Tal vez hoy todavía haces algo de eso. Ya lo notaste, y es bastante. Mira alrededor, muévete y trátate bien.
