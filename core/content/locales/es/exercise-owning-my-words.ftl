# Las propias palabras duras, dichas o pensadas: a solas, y al final se dejan ir.
exercise-owning-my-words = Detrás de mis palabras duras
    .purpose = Miras con amabilidad tus palabras duras y encuentras el deseo que hay en una de ellas.
exercise-owning-my-words-arrive = Elige una hora de calma, unos días después de una discusión. También sirve el papel. Quien pueda abrir tu teléfono puede leer esto.
exercise-owning-my-words-words = ¿Qué palabras duras usas con { partner }, en voz alta o en tu cabeza? Escribe unas cuantas, tan cortas como vengan.
    .stem = Una palabra que uso es …
exercise-owning-my-words-began = Al lado: ¿qué acababa de pasar? Solo lo que vería alguien de fuera, como «sonó el teléfono y la cena se enfrió».
    .stem = Vino cuando …
exercise-owning-my-words-myself = ¿Conoces algo de eso en ti, o es algo que nunca te permites? Si no viene nada, déjalo.
    .stem = Algo de eso conozco cuando …
exercise-owning-my-words-turn = Toma una más leve y dale la vuelta: algo que te gusta y está cerca, o lo que quieres. «Caos» puede ser «me encantaría una cena tranquila».
    .stem = Lo que prefiero decir es …
exercise-owning-my-words-keep = Lee otra vez la frase nueva, en voz alta si no hay nadie. Recuérdala; tal vez un día quepa en una conversación.
exercise-owning-my-words-let-go = Ya puedes dejar ir las palabras. El deseo te lo quedas. Borra aquí cada paso, o rompe el papel.
exercise-owning-my-words-close = Las palabras duras van a volver, como a todo el mundo. Tal vez oigas el deseo un momento antes. Ahora haz algo bueno para ti.
