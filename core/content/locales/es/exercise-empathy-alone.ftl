# Entender a alguien un poco mejor, a solas y por escrito.
exercise-empathy-alone = Cómo se verá desde allí
    .purpose = Algo de una persona cercana no te cuadra. Te pones un rato en su lugar y luego vuelves al tuyo.
exercise-empathy-alone-think = Piensa en una persona cercana y en algo pequeño suyo que no acabas de entender. Nada que duela mucho; algo intermedio va muy bien.
exercise-empathy-alone-puzzle = Escribe qué pasó, tal como lo contaría alguien que solo estuviera mirando. Una línea o dos bastan.
    .stem = No acabo de entender…
exercise-empathy-alone-over-there = Cierra los ojos, si te apetece, y ve adonde está esa persona. ¿Cómo fue allí el día? ¿Qué le importa? ¿Qué puede estar costándole ahora?
exercise-empathy-alone-sense = Escribe qué sentido podría tener desde allí. Con una parte basta. Si no viene nada, pues no viene, y aun así puedes adivinar un poco.
    .stem = Desde allí tiene sentido, porque…
exercise-empathy-alone-feeling = Ahora una palabra para lo que quizá siente esa persona. Es una suposición; solo ella lo sabe.
    .stem = Quizá…
exercise-empathy-alone-back = Y ahora, de vuelta a ti. Puedes entender a alguien y aun así verlo de otra manera, y aun así querer que sea distinto. Tu lado cuenta lo mismo.
