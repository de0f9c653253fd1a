# Tres cosas buenas de esta semana, para una persona a solas.
exercise-good-things-alone = Tres cosas buenas
    .purpose = Escribes lo que apreciaste esta semana, en alguien o en ti, y lo que muestra.
exercise-good-things-alone-settle = Respira despacio y repasa la semana por dentro, también los días pesados.
exercise-good-things-alone-three = Escribe tres cosas que apreciaste: en alguien cercano, en un desconocido o en ti. Dos también está bien, y una igual.
    .stem = Aprecié que …
exercise-good-things-alone-shows = ¿Qué muestra cada una de esa persona: calidez, valor, cuidado? Con una palabra basta. Si fuiste tú, con la misma generosidad.
    .stem = Eso muestra …
exercise-good-things-alone-keep = Quédate un momento con una. Podrías decírselo algún día a esa persona, o guardarlo para ti.
