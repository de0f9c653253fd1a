# Tres cosas que se valoraron esta semana, para una persona a solas.
exercise-good-things-alone = Tres cosas buenas
    .purpose = Escribe lo que valoraste esta semana, en alguien o en ti, y lo que muestra de esa persona.
exercise-good-things-alone-settle = Respira despacio una vez y deja pasar la semana. También caben los días pesados.
exercise-good-things-alone-three = Escribe tres cosas que valoraste esta semana: en alguien a quien quieres, en una amistad, en una persona desconocida o en ti. Dos están bien, y una también.
    .stem = He valorado que…
exercise-good-things-alone-shows = ¿Qué muestra cada una de la persona: calidez, valor, cuidado? Basta una palabra. Y si fuiste tú, con la misma generosidad.
    .stem = Eso muestra…
exercise-good-things-alone-keep = Quédate un poco más con una de ellas. Puedes contársela algún día a esa persona o guardarla como un buen pensamiento tuyo.
