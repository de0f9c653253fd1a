# Contar un dolor antiguo, cerca: entre dos, solo con un sí de cada lado, también sin contacto.
exercise-being-held = En brazos, con un dolor antiguo
    .purpose = Alguien cuenta algo que dolió hace mucho. Su pareja se queda cerca y escucha.
exercise-being-held-variant-sitting-side-by-side = Lado a lado, sin contacto
exercise-being-held-consent = ¿Quieres hacer esto hoy, y qué tan cerca? En brazos, de la mano o solo lado a lado. Un no, ahora o a la mitad, lo termina ahí mismo.
exercise-being-held-settle = Elige con tu pareja quién cuenta hoy. Quien cuenta elige cómo: con la cabeza apoyada, en brazos o de la mano, hasta que sea cómodo de verdad.
exercise-being-held-settle-beside = Elige con tu pareja quién cuenta hoy. Lado a lado, mirando hacia el mismo lado, con tanto espacio en medio como pida cada cual.
exercise-being-held-breathe = Respira a tu ritmo. Todavía no hace falta decir nada. Si la postura no es cómoda, cámbiala.
exercise-being-held-tell = Cuenta algo que te dolió hace mucho, no lo peor. Unas frases y una pausa. Si escuchas, di bajito algunas de sus palabras.
    .stem = Lo que me dolió entonces fue …
exercise-being-held-rest = Quédate así un rato, sin hablar. Si hay lágrimas, está bien; si no, también. Quien quiera parar lo dice, y el contacto termina despacio.
exercise-being-held-close = Toma agua y mira alrededor. Si contaste, di qué te ayudó. Si escuchaste, di cómo estás ahora.
