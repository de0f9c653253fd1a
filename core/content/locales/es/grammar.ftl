# Palabras que cada lengua declina a su manera: otros mensajes remiten a ellas.
partner = tu pareja
partner-start = Tu pareja
