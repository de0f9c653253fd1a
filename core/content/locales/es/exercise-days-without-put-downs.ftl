# Un acuerdo para un mes amable, con una señal y un segundo intento.
exercise-days-without-put-downs = Un mes amable
    .purpose = Un acuerdo para tratarse con suavidad durante un mes, con una palabra pequeña para cuando algo duela.
exercise-days-without-put-downs-arrive = Se trata de las cuatro semanas que vienen; las pasadas pueden descansar. Cada persona se ocupa de sus propias palabras. De lo difícil se puede seguir hablando, con amabilidad.
exercise-days-without-put-downs-agree = ¿Va bien un mes así ahora mismo? Un sí, un sí más pequeño, quizá por una semana, o un no: cualquier respuesta es buena.
exercise-days-without-put-downs-meaning = Si algo duele, lo sabe la persona a la que le llega, aunque la intención fuera buena. Por eso no hay nada que demostrar, de ningún lado. Puede ser una palabra, un tono, una broma, unos ojos en blanco.
exercise-days-without-put-downs-wish = ¿Cómo te gusta que te hablen, sobre todo en un día de cansancio? Quien escucha lo recibe, sin más.
    .stem = Me ayuda que…
exercise-days-without-put-downs-signal = Se elige una palabra pequeña para «eso me dolió», fácil de decir para las dos personas. Cuando aparece, no se discute: quien habló respira y lo intenta otra vez, con más suavidad. Con eso está bien, y se sigue adelante.
exercise-days-without-put-downs-three = Cada día tiene sitio para lo que se valora de la otra persona, quizá para tres cosas pequeñas y verdaderas. Una también es bonita, y un día puede no tener ninguna. Para probar ahora, una cada persona.
    .stem = Hoy valoro de ti que…
exercise-days-without-put-downs-days = Si apetece, los días amables de este mes se marcan en pareja en un calendario. Un día que salió de otra manera es solo ese día. Todos los demás se quedan, y nada vuelve a empezar de cero.
exercise-days-without-put-downs-close = Cada persona dice en una frase qué le hace ilusión.
    .stem = Este mes me hace ilusión…
