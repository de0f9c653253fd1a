# Preguntar si es buen momento, y responder con libertad.
exercise-asking-for-a-talk = Pedir un rato para hablar
    .purpose = Una conversación empieza mejor si antes se pregunta. Se practica pedirla y responder con libertad.
exercise-asking-for-a-talk-arrive = Es solo un ensayo, con temas diminutos: una película, una planta, el plan del domingo. No se habla a fondo de nada. Un sí se dice pronto; por eso aquí se prueban el «luego» y el «no».
exercise-asking-for-a-talk-topic = Piensa en un tema diminuto y en una frase para él. La frase solo le pone nombre; la historia puede esperar.
exercise-asking-for-a-talk-ask = Di tu frase y pregunta si ahora es buen momento.
    .stem = ¿Te viene bien ahora hablar de…?
exercise-asking-for-a-talk-later = Repite el tema en pocas palabras. Después prueba un «ahora no» y propón una hora, de aquí a mañana, que de verdad te venga bien.
    .stem = Ahora no me viene bien, pero…
exercise-asking-for-a-talk-again = Pregunta otra vez, como si fuera otro día.
    .stem = ¿Te apetece hablar un rato de…?
exercise-asking-for-a-talk-no = Prueba esta vez un no, corto y amable, sin dar razones. Habla del momento, no de la otra persona. «No, hoy no. Me alegra que preguntes».
exercise-asking-for-a-talk-stands = Deja ese «no» tal cual. «Está bien» basta como respuesta. Nadie ha perdido nada, y el tema puede esperar.
exercise-asking-for-a-talk-close = ¿Qué fue más fácil, pedir o decir que no? Si apetece, se puede buscar una frase corta para ello que dé gusto oír.
    .stem = Para mí fue más fácil…
