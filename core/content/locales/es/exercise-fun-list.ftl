# Diversión tonta y viva entre dos: primero a solas, luego una lista, y algo de ella enseguida.
exercise-fun-list = Reír en pareja
    .purpose = Junta con tu pareja lo que da risa, y prueba algo enseguida.
exercise-fun-list-begin = La primera parte es solo para ti. Puedes empezar con cualquier ánimo, y otro día también vale la pena.
exercise-fun-list-remember = ¿Cuándo te reíste mucho con tu pareja, entre tonterías o sin mirar la hora? Anota con qué fue. Lo del principio también cuenta.
    .stem = Nos reímos tanto cuando …
exercise-fun-list-ideas = ¿Qué te gustaría probar? Bailar en la silla, hacer caras, cantar desafinando, una guerra de almohadas, un juego en que perder divierta.
    .stem = Me gustaría que tú y yo …
exercise-fun-list-give = Elige qué compartir; solo eso se envía. Lo demás se hace en pareja, dentro de una semana.
exercise-fun-list-swap = Por turnos, una idea a la vez. La respuesta es «sí», «tal vez» o «no es para mí», sin razones.
exercise-fun-list-merge = Haz con tu pareja una lista de todo lo que tuvo un sí o un tal vez de cada lado. Con tres cosas sobra.
exercise-fun-list-pick = Elige una que vaya con hoy: el lugar, el tiempo, la energía.
exercise-fun-list-play = Y ahora a hacerla, o una parte. Al principio puede dar pena. En cuanto alguien quiera parar, se para.
exercise-fun-list-close = Cuenta un momento que te hizo sonreír, si hubo alguno. Si quieres, elige algo para otro día.
    .stem = Sonreí cuando …
