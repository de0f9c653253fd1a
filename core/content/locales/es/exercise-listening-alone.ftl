# Práctica de escucha para una persona.
exercise-listening-alone = Escuchar, donde esté
    .purpose = Escuchar se puede practicar con cualquiera, o con la mente. Solo haces falta tú.
exercise-listening-alone-choose = ¿A quién te gustaría escuchar hoy? A una amiga, a un colega, a alguien por teléfono. O vuelve con la mente a una conversación de estos días.
exercise-listening-alone-settle = Baja los hombros y respira despacio. Durante unos minutos, solo escuchas.
exercise-listening-alone-listen = Escucha, o deja correr otra vez la conversación en tu mente. Si quieres contestar, espera. ¿Qué quiere que sepas?
exercise-listening-alone-mirror = Di con tus palabras lo que más importaba, a esa persona o a ti. Su sentido, tus palabras.
    .stem = Si te entendí bien, …
exercise-listening-alone-more = Deja lugar para algo más. Si hay alguien, pregunta «¿Hay más?» En la mente: ¿qué habría añadido?
    .stem = Tal vez también que …
exercise-listening-alone-notice = ¿Cómo fue para ti? A cualquiera se le va la mente; volver ya es la práctica.
