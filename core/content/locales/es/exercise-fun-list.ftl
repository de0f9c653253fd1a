# Diversión con movimiento y tonterías: primero a solas, después una lista, y algo de ella enseguida.
exercise-fun-list = Reír en pareja
    .purpose = Reunir lo que da vida a la pareja y la hace reír, y probar enseguida un poco.
exercise-fun-list-begin = La primera parte es solo para ti, aquí o en papel. Si ahora no tienes ganas de diversión, quizá después de una discusión, es de lo más normal. El buen humor no es condición, y otro día también está bien.
exercise-fun-list-remember = ¿Cuándo hubo risas de verdad, tonterías o una tarde en pareja que pasó volando? Escribe qué pasaba en ese momento. Los primeros tiempos cuentan, y las bobadas más todavía.
    .stem = Nos reímos tanto cuando…
exercise-fun-list-ideas = ¿Y qué te gustaría probar? Bailar sin levantarse, hacer muecas, cantar desafinando, una guerra de almohadas, un juego en el que perder también divierta. Algo con vida y frente a frente, mejor que una película lado a lado.
    .stem = Me encantaría que…
exercise-fun-list-give = Elige lo que te apetece mostrar y comparte solo eso. A partir de aquí hacen falta las dos personas. Hasta seguir puede pasar una semana.
exercise-fun-list-swap = Por turnos, cada persona cuenta una idea. La otra dice «sí», «quizá» o «no es lo mío». Las tres respuestas son buenas y no piden motivos.
exercise-fun-list-merge = Todo lo que tenga un sí o un quizá de las dos personas va a una sola lista. Una persona escribe y la otra acompaña. Con tres cosas hay de sobra.
exercise-fun-list-pick = Ahora se elige algo que vaya bien con hoy: con este lugar, esta hora y estas fuerzas. Lo más pequeño suele ser un buen comienzo.
exercise-fun-list-play = Y ahora, a hacerlo, o a hacer un trocito. Al principio puede salir un poco torpe. En cuanto una persona tenga bastante, fue suficiente.
exercise-fun-list-close = Cada persona cuenta un momento que le sacó una sonrisa, si lo hubo. Si apetece, se elige algo para otro día.
    .stem = Sonreí cuando…
