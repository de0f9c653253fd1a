# Ein kurzes stilles Bild, in dem es beiden gut geht, für eine Person.
exercise-picture-of-love = Ein stilles Bild
    .purpose = Stell dir ein paar Minuten lang vor, wie es { partner-dative } und dir gut geht. Zu erreichen gibt es nichts.
exercise-picture-of-love-settle = Sitz oder lieg, wie es bequem ist, die Augen offen oder zu. Lass den Atem kommen und gehen. Wenn etwas unangenehm wird, kannst du jederzeit aufhören, und es war genug.
exercise-picture-of-love-other = Denk an { partner-accusative } in einem Moment, in dem alles leicht ist, vielleicht bei etwas, das Freude macht. Wie ist das Gesicht, die Stimme, wie sind die Hände? Wenn kein Bild kommt, genügt der Gedanke.
exercise-picture-of-love-self = Jetzt du, genauso entspannt. Wo bist du? Was ist leicht geworden, was weich? Hier bist du gut, wie du bist.
exercise-picture-of-love-both = Lass euch beide zur selben Zeit da sein, nah oder mit Abstand, wie es angenehm ist. Niemand will etwas vom anderen. Bleib ein paar Atemzüge lang dabei.
exercise-picture-of-love-back = Lass das Bild verblassen und komm dahin zurück, wo du bist. Etwas von der Ruhe darf bleiben. Wenn es heute schwer war, sei sanft mit dir und lass es dabei.
