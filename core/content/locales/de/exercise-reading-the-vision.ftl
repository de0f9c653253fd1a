# Zwei Minuten mit den gemeinsamen Sätzen.
exercise-reading-the-vision = Ein Satz für heute
    .purpose = Nimm dir zwei Minuten für eure gemeinsame Vision und such dir einen Satz für den Tag aus.
exercise-reading-the-vision-settle = Atme langsam durch, wo du gerade bist. Hab eure gemeinsame Vision vor dir, oder was du davon noch weißt.
exercise-reading-the-vision-read = Lies die Sätze langsam, einen nach dem anderen. Wenn dir einer heute wehtut, lass ihn vorbeiziehen.
exercise-reading-the-vision-choose = Such dir einen für heute aus. Vielleicht fällt dir etwas ein, das dazu passt. Oder behalt ihn heute einfach im Kopf.
