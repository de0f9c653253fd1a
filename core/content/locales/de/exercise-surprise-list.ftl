# Nebenbei gefallene Hinweise und eine kleine Überraschung daraus. Für eine Person, im Geheimen.
exercise-surprise-list = Eine kleine Überraschung
    .purpose = Sammle, was { partner-nominative } nebenbei erwähnt hat, und mach daraus etwas Kleines, mit dem niemand rechnet.
exercise-surprise-list-begin = Lass die letzten Wochen mit { partner-dative } vorbeiziehen. Was wurde nebenbei erwähnt: ein Essen, ein Lied, ein Ort, etwas, das früher einmal wichtig war?
exercise-surprise-list-clues = Schreib auf, was dir einfällt, so, wie es gesagt wurde. „So eine Tasse hatte ich früher auch“ ist schon ein Hinweis. Wenn nichts kommt, lass es offen; irgendwann findet sich etwas.
exercise-surprise-list-ideas = Und was könnte daraus werden? Ein wenig Zeit oder etwas Selbstgemachtes ist so gut wie etwas Gekauftes. Bleib bei dem, was { partner-nominative } mag, auch wenn du selbst etwas anderes nehmen würdest.
    .stem = Daraus könnte ich …
exercise-surprise-list-choose = Such dir eine Idee aus, eine ganz kleine, und ungefähr wann. Ein Tag ohne Anlass ist schön, zu einer Stunde, die niemand errät.
    .stem = Irgendwann, vielleicht wenn …
exercise-surprise-list-keep = Dann lass es einfach geschehen, ohne auf eine Antwort zu warten. Wenn { partner-nominative } keine Überraschungen mag, sag am Tag davor, dass etwas Schönes kommt. Und wenn fürs Erste nichts daraus wird: Die Idee hält sich.
