# Veinte minutos después del enojo o en medio: a solas.
exercise-calming-down = Volver a la calma
    .purpose = Veinte minutos para un cuerpo en alerta: respirar, soltar tensión, hacer algo que calme y decidir qué sigue.
exercise-calming-down-arrive = ¿Sientes rabia o mucho revuelo? Está permitido. Si te da miedo hacerle daño a alguien o hacértelo a ti, sal de ahí y pide ayuda.
exercise-calming-down-breathe = Toma aire contando hasta cuatro y suéltalo contando hasta seis. Si contar te molesta, basta con suspirar unas veces.
exercise-calming-down-loosen = Deja caer la mandíbula y los hombros. Cierra un puño y suéltalo; luego el otro; luego los pies.
exercise-calming-down-quiet = Haz algo que te calme: música, algo caliente, unas páginas. Si la discusión vuelve a tu cabeza, dile «luego» y sigue con lo tuyo.
exercise-calming-down-notice = ¿Cómo están ahora el pecho, la cara, las manos? Si siguen en alerta, tómate otros diez o veinte minutos.
exercise-calming-down-choose = Elige lo que va contigo: hablar más tarde, hacer de esto una petición o dejarlo pasar. Si hablar te da miedo, mira la página de seguridad.
exercise-calming-down-close = Lo que elegiste puede esperar. Toma agua y trátate bien hoy.
