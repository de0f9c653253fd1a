# De una conducta al deseo que hay detrás y a tres peticiones pequeñas: a solas, y se queda conmigo.
exercise-from-complaint-to-wish = De la queja al deseo
    .purpose = Convierte algo que te molesta en un deseo, y el deseo en tres cosas pequeñas a las que sea fácil decir que sí.
exercise-from-complaint-to-wish-arrive = Elige algo ligero: un dos o un tres sobre diez. Lo grande puede esperar hasta que esto te resulte familiar. Si todavía te dura el enfado, primero la calma, y vuelve más tarde.
exercise-from-complaint-to-wish-one-thing = ¿Qué ocurre que te cuesta? Una conducta que cualquiera podría ver u oír, no un rasgo de carácter. En lugar de «qué falta de cuidado»: «la puerta se queda abierta cuando hace frío».
    .stem = Me cuesta cuando…
exercise-from-complaint-to-wish-wish = Detrás hay algo que anhelas. Dilo sin ningún «no»: descansar, sentir que te acogen, que te pregunten. ¿Qué habría si todo estuviera bien?
    .stem = Me encantaría…
exercise-from-complaint-to-wish-requests = Ahora, tres peticiones pequeñas que traigan un poco de eso. En cada una: qué, cuánto y por cuánto tiempo. Por ejemplo: «En las próximas dos semanas, tres noches, diez minutos en compañía antes de sacar el teléfono».
    .stem = Durante dos semanas, ¿te animarías a…
exercise-from-complaint-to-wish-other-side = Léelas desde el otro lado. ¿Cada una es pequeña, clara y amable? ¿Se podría decir que no y quedar en paz? Si puedes, hazlas aún más pequeñas. ¿Te alegraría aunque solo fuera una?
exercise-from-complaint-to-wish-close = De aquí no sale nada por sí solo. Puedes guardarlo para una conversación acordada, pedir de pasada una de las tres cosas, o borrarlo. El deseo es tuyo, salga lo que salga.
