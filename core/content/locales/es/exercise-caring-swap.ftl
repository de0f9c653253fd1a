# Una charla corta cada semana sobre lo que hizo bien, y un deseo como regalo.
exercise-caring-swap = Lo que hizo bien
    .purpose = Cada persona cuenta qué le hizo bien últimamente y elige algo pequeño que regalar.
exercise-caring-swap-arrive = Si te apetece, ten cerca las dos listas de lo que sabe a cariño. Aquí no se evalúa ni se suma nada. Una semana sin nada que contar también es bienvenida.
exercise-caring-swap-tell = Cuenta algo de los últimos días que te supo a cariño. Puede ser diminuto. Si no se te ocurre nada, también vale algo de hace más tiempo.
    .stem = Me hizo bien que…
exercise-caring-swap-receive = Deja que te llegue un momento. No hace falta quitarle importancia. Si no lo sabías, puedes decirlo.
    .stem = Me gusta saber que…
exercise-caring-swap-choose = Cada persona repasa por su cuenta los deseos de la otra y elige uno que regalaría con gusto en los próximos días. Si ahora no encaja ninguno, pues ninguno.
exercise-caring-swap-tell-or-keep = Se puede decir cuál es o guardarlo como sorpresa. Y si alguno de los propios deseos ha cambiado, o hay uno nuevo, es buen momento para contarlo.
exercise-caring-swap-close = Una frase cálida de cada persona, y eso es todo.
    .stem = Me gusta que tú y yo…
