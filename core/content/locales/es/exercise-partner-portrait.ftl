# Mi imagen de mi pareja junto al retrato de quienes me cuidaron: a solas, una vez, y guardado.
exercise-partner-portrait = Mi imagen de ti
    .purpose = Ves qué te gusta, qué te cuesta y dónde se mezcla tal vez una imagen antigua.
exercise-partner-portrait-consent = ¿Quieres hacer esto hoy? Trata de ti, de { partner } y de quienes te criaron, y es solo para ti.
exercise-partner-portrait-arrive = Elige un momento de cierta paz con { partner }. Puedes parar cuando quieras; después de la primera lista es buen lugar.
exercise-partner-portrait-like = ¿Qué te gusta de { partner }? Rasgos, costumbres, aspecto, su trato con la gente. Sigue un poco más de lo que crees posible.
    .stem = Lo que me gusta de ti es …
exercise-partner-portrait-hard = ¿Y qué se te hace difícil? Escribe lo que te provoca, no cómo es { partner }. Con cinco palabras sobra.
    .stem = Lo que se me hace difícil es …
exercise-partner-portrait-compare = Ponlo junto al retrato de quienes te criaron. ¿Qué se parece, y qué es muy distinto? Cierto parecido es normal.
    .stem = Esto me recuerda a …
exercise-partner-portrait-own = ¿Qué encuentras en { partner } que no tenía nadie de entonces? Escribe una o dos cosas.
    .stem = Esto solo lo conozco de ti: …
exercise-partner-portrait-close = Así lo ves hoy. Borra la página si no quieres guardarla. Algún día podrías decir en voz alta algo de la primera lista.
