# De una conducta al deseo que hay detrás y a tres peticiones pequeñas: a solas, y guardado.
exercise-from-complaint-to-wish = De la queja al deseo
    .purpose = Conviertes algo que te molesta en un deseo, y el deseo en tres cosas a las que alguien podría decir que sí.
exercise-from-complaint-to-wish-arrive = Elige algo leve, un dos o un tres de diez. Si todavía sientes mucho revuelo, primero vuelve a la calma.
exercise-from-complaint-to-wish-one-thing = Algo que una cámara pudo filmar. No «descuido», sino «la puerta se queda abierta cuando hace frío».
    .stem = Se me hace difícil cuando …
exercise-from-complaint-to-wish-wish = Detrás de eso hay algo que quieres. Dilo sin «no»: descansar, sentir que hay lugar para ti, que te pregunten.
    .stem = Me encantaría …
exercise-from-complaint-to-wish-requests = Ahora tres peticiones: qué, cuánto, por cuánto tiempo. «En las próximas dos semanas, tres veces diez minutos, antes de sacar el teléfono».
    .stem = Durante dos semanas, ¿podrías …
exercise-from-complaint-to-wish-other-side = Léelas como si alguien te las pidiera a ti. ¿Es cada una pequeña, clara y amable? ¿Sería fácil decir que no?
exercise-from-complaint-to-wish-close = Lo que sigue lo decides tú. Guárdalo para una conversación, pide una de las tres de paso, o bórralo.
