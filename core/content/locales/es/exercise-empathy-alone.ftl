# Entender un poco mejor a alguien, a solas y por escrito.
exercise-empathy-alone = Cómo se verá desde ahí
    .purpose = Alguien cercano te desconcierta. Lo miras un rato desde su lado, y vuelves al tuyo.
exercise-empathy-alone-think = Piensa en alguien cercano y en algo suyo que no entiendes. Algo ni leve ni grave; nada que duela mucho.
exercise-empathy-alone-puzzle = Escribe qué pasó, como lo contaría alguien que solo miraba. Una o dos líneas.
    .stem = Lo que no entiendo es …
exercise-empathy-alone-over-there = Ponte en su lugar. ¿Qué clase de día fue ahí? ¿Qué le importa, y qué puede ser difícil ahora?
exercise-empathy-alone-sense = Escribe cómo podría tener sentido desde ahí; con una parte basta. Si no viene nada, está bien. Igual puedes imaginar.
    .stem = Desde ahí tiene sentido, porque …
exercise-empathy-alone-feeling = Una palabra para lo que esa persona puede sentir. Solo lo imaginas; saberlo, solo ella.
    .stem = Tal vez …
exercise-empathy-alone-back = Y ahora de vuelta a ti. Se puede entender a alguien y verlo distinto, y querer que cambie. Tu lado cuenta igual.
