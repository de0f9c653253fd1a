# Ein frühes Zuhause: allein vorgestellt, und wer darin lebte.
exercise-childhood-home = Ein frühes Zuhause
    .purpose = Ein stiller Besuch in Gedanken: wer da war, was gut war, was schwer war und was du dir gewünscht hast.
exercise-childhood-home-arrive = Du kannst jederzeit aufhören, auch mitten im Satz, und was du bis dahin hast, genügt. Such dir einen Ort, an dem dich niemand stört. Wenn heute schon ein schwerer Tag ist, passt ein anderer besser.
exercise-childhood-home-breathe = Mach es dir bequem. Schließ die Augen oder lass sie irgendwo ruhen. Atme, wie es kommt, und lass mit jedem Ausatmen etwas lockerer werden: den Kiefer, die Schultern, die Hände.
exercise-childhood-home-enter = Lass ein frühes Zuhause auftauchen, das erste, das kommt. Vielleicht die Tür, ein Geruch, ein Geräusch, eine Ecke, die dir gehörte. Wenn keines gut zu dir war, nimm einen Ort, der es war. Du bestimmst, welche Räume du betrittst.
exercise-childhood-home-meet = Wer hat sich dort um dich gekümmert? Ein Elternteil, eine Oma, ein Bruder, jemand von nebenan. Lass sie nacheinander kommen, so nah, wie du magst. Wen du lieber nicht sehen willst, der bleibt draußen.
exercise-childhood-home-liked = Was mochtest du an ihnen? Auch Kleines zählt: eine Stimme, eine Gewohnheit, eine Hand auf deinem Kopf. Ein paar Worte zu jedem Menschen reichen.
    .stem = Schön war mit dir, wenn …
exercise-childhood-home-disliked = Was mochtest du nicht? Schreib es so schlicht, wie ein Kind es sagen würde. Es ist kein Urteil, und niemand sonst liest es. Wenn es dir zu nahe geht, lass es aus oder hör hier auf.
    .stem = Schwer war mit dir, dass …
exercise-childhood-home-wanted = Was hättest du dir von ihnen gewünscht und zu wenig bekommen? Wenn dir etwas einfällt, genügen ein, zwei Worte. Wenn nicht, lass es offen.
    .stem = Ich hätte so gern gehabt, dass …
exercise-childhood-home-return = Komm langsam zurück. Nenn dir drei Dinge um dich herum, spür, was dich trägt, trink einen Schluck Wasser. Geh sanft in die nächste Stunde. Wenn etwas schwer bleibt, erzähl es jemandem, dem du vertraust.
