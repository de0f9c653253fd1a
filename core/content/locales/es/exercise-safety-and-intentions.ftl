# Antes del primer paso: qué da calma al hablar y qué desea cada persona.
exercise-safety-and-intentions = Qué nos ayuda a hablar en calma
    .purpose = Cada persona descubre qué le facilita hablar y qué desea para estas semanas. Después llega el momento de contarlo.
exercise-safety-and-intentions-begin = La primera parte es a solas, hoy o en los próximos días. Escribes para ti, y más tarde decides qué quieres contar. Pensarlo sin escribir vale lo mismo.
exercise-safety-and-intentions-safe = ¿Qué te ayuda a hablar con confianza? ¿Una voz tranquila, tiempo para pensar, nada de pantallas, poder parar? Aquí cabe todo lo que se te ocurra.
    .stem = Me es más fácil hablar cuando…
exercise-safety-and-intentions-too-much = ¿En qué notas que algo empieza a ser demasiado para ti, y qué te sienta bien entonces? Esta parte es solo tuya.
    .stem = Cuando es demasiado para mí, …
exercise-safety-and-intentions-wish = ¿Qué deseas para estas semanas, para ti y para la pareja? Algo pequeño ya es mucho.
    .stem = En estas semanas me gustaría…
exercise-safety-and-intentions-choose = Vuelve a leerlo o a pensarlo. ¿Qué te apetece contar: todo, una sola frase, nada todavía? Cualquier opción está bien. Cuando las dos personas quieran, empieza la segunda parte.
exercise-safety-and-intentions-meet = Llega el momento de sentarse en compañía, o de llamarse. Aquí no se decide nada. Una persona cuenta, la otra escucha, y luego se cambia. Se puede parar en cualquier momento, sin dar razones.
exercise-safety-and-intentions-tell = Cuenta qué te facilita hablar y qué deseas. Habla de ti, y solo hasta donde te sientas a gusto.
    .stem = Me ayudaría que…
exercise-safety-and-intentions-say-back = Di con tus palabras lo que has oído. No hace falta responder ni prometer nada. Después pregunta: «¿Te he entendido bien?».
    .stem = Si te entiendo bien, …
exercise-safety-and-intentions-agree = ¿Hay algo pequeño que apetezca a las dos personas? Quizá una palabra que signifique pausa, o una buena hora para hablar. Si no surge nada, también está bien.
exercise-safety-and-intentions-thanks = Un momento para darse las gracias por lo escuchado. Por hoy es mucho.
