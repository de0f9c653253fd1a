# Lo que se dice antes de un ejercicio que puede remover algo.
caution-memories = Pueden aparecer viejos recuerdos. Puedes parar cuando quieras.
caution-touch = Aquí hay cercanía física. Tú decides cuánta, y puedes cambiar de idea en cualquier momento. Tu pareja también.
caution-strong-feelings = Aquí los sentimientos pueden ser intensos. No después de beber, y con un rato libre después.
caution-not-when-unsafe = Deja este ejercicio si te da miedo { partner }, o si sientes vigilancia o presión. La página de seguridad puede ayudarte.
caution-only-for-you = Esto se queda en tus teléfonos y nunca le llega a { partner }. Quien pueda abrir tu teléfono puede leerlo.
caution-not-a-contract = Lo que das aquí es un regalo. Nadie debe nada a cambio.
caution-not-when-tired = ¿Cansancio, hambre, revuelo o alcohol? Mejor otro día.
caution-not-evidence = Lo que se dice aquí es para escuchar. Por favor, no lo uses después en una discusión.
