# Un acuerdo para un mes amable, con una señal y un segundo intento.
exercise-days-without-put-downs = Un mes más amable
    .purpose = Acuerdas con tu pareja un mes de más amabilidad, y una palabra para «eso dolió».
exercise-days-without-put-downs-arrive = Se trata de las próximas cuatro semanas, no de las pasadas. Cada quien cuida sus propias palabras. Lo difícil se puede seguir hablando.
exercise-days-without-put-downs-agree = ¿Te queda bien un mes así, y a tu pareja? Sí, una semana de prueba, o no: di lo que sea cierto para ti.
exercise-days-without-put-downs-meaning = Si duele, duele, aunque la intención fuera buena. Puede ser una palabra, un tono, un chiste o una mirada al techo.
exercise-days-without-put-downs-wish = ¿Cómo te gusta que te hable tu pareja, sobre todo en un día de cansancio? Si escuchas, solo recíbelo.
    .stem = Me ayuda cuando tú …
exercise-days-without-put-downs-signal = Elige con tu pareja una palabra para «eso dolió». Al oírla, respira y dilo otra vez, con más amabilidad. Luego se sigue.
exercise-days-without-put-downs-not-for = La palabra es para lo que lastima. No cierra un tema, y no sirve contra un no.
exercise-days-without-put-downs-three = Una vez al día, di algo que te gusta de tu pareja. Con una cosa basta, y un día puede no haber. Prueba ahora.
    .stem = Hoy me gusta que tú …
exercise-days-without-put-downs-days = Si quieres, marca en un calendario los días amables. Un mal día es un día; los demás siguen contando.
exercise-days-without-put-downs-close = Di qué te entusiasma de este mes; luego, tu pareja.
    .stem = Me entusiasma …
