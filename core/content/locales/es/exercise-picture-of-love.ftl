# Una imagen breve de los dos en calma, para una persona.
exercise-picture-of-love = Imaginarnos en calma
    .purpose = Durante unos minutos, imagina a { partner } y a ti en calma. No hay meta.
exercise-picture-of-love-settle = Siéntate o recuéstate, con los ojos abiertos o cerrados. Puedes parar cuando quieras; con eso basta.
exercise-picture-of-love-other = Imagina a { partner } en un momento de verdadera calma, tal vez con algo que ama hacer. Su cara, su voz, sus manos. Con pensarlo basta.
exercise-picture-of-love-self = Ahora tú, con la misma calma. ¿Dónde estás? ¿Qué se siente ligero?
exercise-picture-of-love-both = Imagina a { partner } y a ti al mismo tiempo, tan cerca o tan lejos como se sienta bien. Quédate unos respiros.
exercise-picture-of-love-back = Deja que la imagen se vaya y regresa. Si hoy fue difícil, déjalo así y trátate con cariño.
