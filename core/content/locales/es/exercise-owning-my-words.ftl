# Mis propias palabras duras, dichas o pensadas: a solas, y al final se sueltan.
exercise-owning-my-words = Qué piden mis palabras duras
    .purpose = Mira con cariño tus propias palabras duras y encuentra el deseo que hay dentro de una.
exercise-owning-my-words-arrive = Elige una hora tranquila, unos días después de la última pelea. El papel sirve igual que el teléfono. La lista que hagas aquí es para soltarla después. Puedes parar, y soltarla, en cualquier momento.
exercise-owning-my-words-words = ¿Qué palabras duras tienes para { partner }, dichas o solo pensadas? Anota unas pocas, tan cortas como vengan. Casi todo el mundo tiene alguna; cuentan que algo dolió.
    .stem = Una palabra que uso es…
exercise-owning-my-words-began = Al lado de cada una: ¿qué acababa de pasar cuando llegó? Escribe solo lo que alguien habría visto u oído desde fuera, como «sonó el teléfono y la cena siguió sin mí».
    .stem = Llegó cuando…
exercise-owning-my-words-myself = Ahora, con suavidad: ¿dónde te reconoces un poco en eso? Quizá como tu contrario, o como algo que nunca te permites. Si no viene nada, déjalo; también es una respuesta.
    .stem = Lo reconozco un poco cuando yo…
exercise-owning-my-words-turn = Toma una de las más ligeras y dale la vuelta: algo que aprecias y que está cerca, o lo que deseas en su lugar. «Desastre» puede volverse «me gustan tus ideas» o «me apetece una noche tranquila».
    .stem = Lo que prefiero decir es…
exercise-owning-my-words-keep = Lee la frase nueva una o dos veces, en voz alta si estás a solas. Guárdala en la cabeza. Quizá un día entre en una conversación o en un «gracias», o se quede contigo.
exercise-owning-my-words-let-go = Ahora la lista se puede ir. Borra aquí lo que escribiste, paso a paso, o rompe el papel en trocitos. Suelta el aire despacio. Las palabras hicieron su trabajo: mostraron dónde duele.
exercise-owning-my-words-close = Las palabras duras volverán; le pasa a todo el mundo. Quizá oigas un poco antes el deseo que llevan dentro. Por hoy basta. Haz algo que te siente bien.
