# Veinte minutos tranquilos después de un enfado o en medio de él: a solas.
exercise-calming-down = Volver a la calma
    .purpose = Veinte minutos para un cuerpo en alarma: respirar, aflojar, hacer algo tranquilo y elegir cómo seguir.
exercise-calming-down-arrive = Hay enfado, o mucho revuelo por dentro, y puede estar ahí. Por ahora no se resuelve nada ni se convence a nadie. Si puedes, ve a un sitio tranquilo. Si estás en peligro, tu seguridad va antes que todo esto.
exercise-calming-down-breathe = Toma aire con suavidad contando hasta cuatro y suéltalo contando hasta seis. Más corto también vale; lo que importa es que soltarlo dure más. Sin forzar nada. Si contar te molesta, suspira unas cuantas veces.
exercise-calming-down-loosen = Deja que la mandíbula cuelgue un poco, que bajen los hombros, que se abran las manos. Aprieta un puño un momento y suéltalo; luego el otro; luego los pies. Lo que duela o no quiera moverse, déjalo.
exercise-calming-down-quiet = Haz algo tranquilo: escuchar música, sostener algo caliente, mirar el cielo, ordenar un cajón, leer unas páginas. Si la pelea vuelve a empezar en tu cabeza, el cuerpo sigue en alerta; di «luego» y vuelve a lo que hacías.
exercise-calming-down-notice = ¿Cómo está ahora el pecho, la cara, las manos? Si todavía hay mucho ruido, diez o veinte minutos más son tiempo bien empleado. Cada persona tarda lo que tarda.
exercise-calming-down-choose = Cuando haya más silencio, elige lo que encaje: hablarlo más tarde, a una hora acordada; convertirlo en una petición pequeña; o dejarlo pasar por ahora. Si tienes miedo de { partner }, deja la conversación y mira la página de seguridad.
exercise-calming-down-close = Lo que hayas elegido puede esperar a su hora. Le diste a tu cuerpo lo que pedía. Bebe un poco de agua y trátate hoy con suavidad.
