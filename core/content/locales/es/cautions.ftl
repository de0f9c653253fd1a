# Lo que se dice antes de un ejercicio que puede remover algo.
caution-memories = Pueden aparecer recuerdos antiguos. Puedes parar en cualquier momento, y nadie pregunta por qué.
caution-touch = Aquí hay cercanía. Cada persona decide cuánta, y puede cambiar de idea cuando quiera.
caution-strong-feelings = Las emociones pueden ser intensas. Elige un rato tranquilo y deja algo de tiempo para después.
caution-not-when-unsafe = Deja este ejercicio si tienes miedo de { partner } o sientes que te vigila o te presiona. La página de seguridad está ahí para ti.
caution-only-for-you = Esto se queda en tus propios dispositivos. Es para ti y nunca llega a { partner }.
caution-not-a-contract = Lo que salga de aquí es un regalo. Nadie debe nada, y nadie lleva la cuenta.
caution-not-when-tired = Si hay cansancio, hambre o nervios, otro día es una buena elección.
caution-not-evidence = Lo que se dice aquí es para escuchar. Por favor, que no se use después como prueba.
