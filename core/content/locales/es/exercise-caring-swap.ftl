# Una charla breve cada semana: lo que se sintió bien, y un deseo como regalo.
exercise-caring-swap = Lo que se sintió bien esta semana
    .purpose = Te cuentas con tu pareja lo que se sintió bien últimamente, y cada quien elige algo para los próximos días.
exercise-caring-swap-arrive = Ten a la mano las dos listas, si quieres. Una semana sin nada que contar también está bien.
exercise-caring-swap-tell = Cuenta algo de los últimos días que se sintió como cariño. Si no se te ocurre, toma algo de antes.
    .stem = Me encantó cuando …
exercise-caring-swap-receive = Recíbelo sin quitarle valor. Si no lo sabías, dilo.
    .stem = Qué bueno saber que …
exercise-caring-swap-choose = Mira los deseos de tu pareja y elige uno que te gustaría cumplir en estos días. O ninguno, si ahora no va.
exercise-caring-swap-tell-or-keep = Di cuál es, o guárdalo como sorpresa. Si cambió alguno de tus propios deseos, es buen momento para decirlo.
exercise-caring-swap-close = Una frase cálida de cada lado, y listo.
    .stem = Me gusta que tú y yo …
