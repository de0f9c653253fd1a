# La forma breve, para días llenos.
exercise-five-minute-mirror = Cinco minutos para hoy
    .purpose = Para días llenos: cuentas algo de hoy y lo oyes en palabras de tu pareja. Después, al revés.
exercise-five-minute-mirror-arrive = Cinco minutos, tal como estás. Elige algo de hoy: bonito, raro o cansado. Lo que haya entre tu pareja y tú, otro día.
exercise-five-minute-mirror-tell = Cuenta lo tuyo en unas frases.
    .stem = Hoy hubo …
exercise-five-minute-mirror-mirror = Dilo con tus palabras. Luego pregunta «¿Te entendí bien?»
    .stem = Si te entendí bien, …
exercise-five-minute-mirror-close = Di en una palabra cómo estás; luego, tu pareja. Y de vuelta al día.
    .stem = Ahora mismo estoy …
