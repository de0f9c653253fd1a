# Una imagen breve y tranquila en la que las dos personas están bien, para una persona.
exercise-picture-of-love = Una imagen tranquila
    .purpose = Durante unos minutos, imagina en calma a { partner } y a ti. No se trata de alcanzar nada.
exercise-picture-of-love-settle = Siéntate o túmbate como te resulte cómodo, con los ojos abiertos o cerrados. Deja que el aire entre y salga. Si algo se vuelve desagradable, puedes parar en cualquier momento, y fue suficiente.
exercise-picture-of-love-other = Piensa en { partner } en un momento de verdadera calma, quizá con algo que le encanta hacer. ¿Cómo es su cara, su voz, sus manos? Si no llega ninguna imagen, basta con el pensamiento.
exercise-picture-of-love-self = Ahora tú, con la misma calma. ¿Dónde estás? ¿Qué se ha vuelto ligero, qué se ha vuelto suave? Aquí estás bien tal como eres.
exercise-picture-of-love-both = Deja que las dos personas estén ahí a la vez, cerca o con algo de distancia, como sea agradable. Nadie quiere nada de nadie. Quédate unas respiraciones.
exercise-picture-of-love-back = Deja que la imagen se vaya y vuelve al lugar donde estás. Algo de la calma puede quedarse. Si hoy fue difícil, trátate con suavidad y déjalo ahí.
