# Ein kurzes Bild, in dem es beiden gut geht, für eine Person.
exercise-picture-of-love = Uns beide entspannt sehen
    .purpose = Stell dir ein paar Minuten lang { partner-accusative } und dich entspannt vor. Es gibt kein Ziel.
exercise-picture-of-love-settle = Setz oder leg dich bequem hin, mit offenen oder geschlossenen Augen. Du kannst jederzeit aufhören.
exercise-picture-of-love-other = Stell dir { partner-accusative } in einem wirklich entspannten Moment vor, vielleicht bei etwas Liebem. Gesicht, Stimme, Hände. Ein Gedanke reicht.
exercise-picture-of-love-self = Und jetzt dich, genauso entspannt. Wo bist du? Was fühlt sich leicht an?
exercise-picture-of-love-both = Stell dir euch beide zugleich vor, so nah oder so weit auseinander, wie es sich gut anfühlt. Bleib ein paar Atemzüge lang dort.
exercise-picture-of-love-back = Lass das Bild verblassen und komm zurück. Wenn es heute schwer war, lass es gut sein und sei freundlich zu dir.
