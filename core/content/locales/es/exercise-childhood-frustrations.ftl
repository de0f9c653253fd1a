# Lo que costaba una y otra vez en la infancia: a solas, y se queda conmigo.
exercise-childhood-frustrations = Lo que entonces costaba
    .purpose = Mira qué se repetía en tu infancia, qué sentías y cómo encontraste la manera de llevarlo.
exercise-childhood-frustrations-arrive = Puedes parar en cualquier momento, y tú eliges qué mirar. Empieza por algo mediano, por ejemplo, que se rieran de ti en la mesa. Lo más pesado está mejor guardado para cuando alguien se siente a tu lado.
exercise-childhood-frustrations-again = ¿Qué te molestaba una y otra vez? Anota de una a cuatro cosas, cada una en pocas palabras: planes que cambiaban, que nadie preguntara, que te compararan.
    .stem = Una y otra vez pasaba que…
exercise-childhood-frustrations-feeling = Ve una por una. ¿Qué sentías? Basta una palabra para cada una: soledad, rabia, miedo, sentirte de más. Si ya no lo sabes, adivina con cariño.
    .stem = Por dentro sentía…
exercise-childhood-frustrations-did = ¿Y qué hacías para poder llevarlo? A cierta edad hay quien se calla, quien grita, quien hace reír, quien se porta muy bien, quien se esconde en un libro. Anota qué hacías tú.
    .stem = Entonces lo que hacía era…
exercise-childhood-frustrations-kindness = Hicieras lo que hicieras, era lo que se podía hacer a esa edad con lo que había. Quédate un momento con esa criatura, como con alguien a quien quieres. O simplemente respira.
exercise-childhood-frustrations-close = Quizá alguna de esas maneras te suene de hoy. Notarlo ya es mucho, y no hace falta que de ahí salga nada. Vuelve a notar dónde estás, muévete un poco y trátate bien lo que queda del día.
