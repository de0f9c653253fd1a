# Practicar la escucha a solas.
exercise-listening-alone = Escuchar, esté donde esté
    .purpose = La escucha se puede practicar con cualquiera, también con el pensamiento. Contigo basta.
exercise-listening-alone-choose = ¿A quién te gustaría escuchar hoy? Una amistad, alguien del trabajo, una voz al teléfono. O vuelve con el pensamiento a una conversación de estos días, una que fuera tranquila.
exercise-listening-alone-settle = Deja caer los hombros y que la respiración se haga lenta. Durante unos minutos solo existe la escucha.
exercise-listening-alone-listen = Escucha, o deja que la conversación pase otra vez por tu mente. Si asoma una respuesta, puede esperar. ¿Qué quiere esa persona que sepas?
exercise-listening-alone-mirror = Di lo esencial con tus palabras, a esa persona o en voz baja para ti. Lo que quiso decir, dicho por ti.
    .stem = Si te entiendo bien, …
exercise-listening-alone-more = Deja sitio para algo más. Si hay alguien contigo, pregunta: «¿Hay algo más?». Con el pensamiento: ¿qué habría añadido quizá esa persona?
    .stem = Quizá también que…
exercise-listening-alone-notice = ¿Cómo ha sido para ti? A todo el mundo se le va la cabeza a otro sitio; volver ya es practicar. No hace falta escribir nada.
