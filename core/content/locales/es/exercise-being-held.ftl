# Una persona cuenta un dolor de la infancia, cerca de la otra: en pareja, opcional, también sin contacto.
exercise-being-held = Un rincón suave para un viejo dolor
    .purpose = Una persona cuenta algo que dolió hace mucho, y no está sola mientras lo cuenta.
exercise-being-held-variant-sitting-side-by-side = Lado a lado, sin contacto
exercise-being-held-consent = ¿Te apetece hoy, y con cuánta cercanía? En brazos, de la mano o simplemente al lado. Cada persona puede decir que no, ahora o en cualquier momento, y ahí se para. Nadie pregunta por qué, y nadie le debe nada a nadie.
exercise-being-held-settle = ¿Quién cuenta hoy? El turno de la otra persona puede ser otro día. Quien cuenta elige: apoyando la cabeza, en brazos o de la mano. Se prueba hasta que sea cómodo de verdad. «Un poco menos» siempre es bienvenido.
exercise-being-held-settle-beside = ¿Quién cuenta hoy? El turno de la otra persona puede ser otro día. Cada cual en su asiento, lado a lado, con el espacio que guste y mirando hacia el mismo sitio. Una manta sobre las rodillas puede venir bien.
exercise-being-held-breathe = Respirar con calma, cada persona a su ritmo. Todavía no hace falta decir nada. ¿Sigue siendo bueno el sitio? Si no, se cambia.
exercise-being-held-tell = Cuenta un dolor pequeño o mediano de hace mucho. Pocas frases, pausas largas, también silencio. Tú decides dónde acaba, y puedes callar todo el rato.
    .stem = Algo que entonces me dolió fue…
exercise-being-held-soft-echo = En las pausas, repite en voz baja algunas de esas palabras. Sin consejos, sin preguntas, sin contar lo tuyo. Un «estoy aquí» tranquilo también vale.
    .stem = Tenías tan pocos años, y…
exercise-being-held-rest = Un rato de silencio en compañía. Si llegan lágrimas, pueden venir; si no, está igual de bien. Quien tenga bastante lo dice, y la cercanía se suelta con suavidad.
exercise-being-held-close = Separarse despacio, beber un poco de agua, volver a notar el lugar. Quien contó dice qué le hizo bien. Quien escuchó dice cómo está ahora. Mejor dejar libre la próxima media hora.
