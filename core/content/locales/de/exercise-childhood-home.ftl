# Ein frühes Zuhause: allein vorgestellt, einmal, und wer dort wohnte.
exercise-childhood-home = Ein frühes Zuhause
    .purpose = Ein Besuch in Gedanken: wer da war, was schön war, was schwer war und was du dir gewünscht hast.
exercise-childhood-home-consent = Möchtest du das heute machen? Es geht darum, wo du groß geworden bist, und ist nur für dich. Wenn heute schon schwer ist, nimm einen anderen Tag.
exercise-childhood-home-arrive = Such dir einen Ort, an dem dich niemand stört. Du kannst jederzeit aufhören, auch mitten im Satz.
exercise-childhood-home-breathe = Mach es dir bequem und schließ die Augen oder lass sie irgendwo ruhen. Lass mit jedem Ausatmen etwas los: Kiefer, Schultern, Hände.
exercise-childhood-home-enter = Stell dir ein frühes Zuhause vor: die Tür, ein Geruch, deine Ecke. Wenn keins gut war, nimm einen Ort, der es war. Du bestimmst, in welche Zimmer du gehst.
exercise-childhood-home-meet = Wer hat sich dort um dich gekümmert? Ein Elternteil, die Oma, jemand von nebenan. Stell sie dir einzeln vor; wer nicht hineinsoll, bleibt draußen.
exercise-childhood-home-liked = Was mochtest du an jedem Menschen? Eine Stimme, eine Gewohnheit, eine Hand auf dem Kopf. Ein paar Worte reichen.
    .stem = Schön fand ich, wenn du …
exercise-childhood-home-disliked = Was mochtest du nicht? Schreib es einfach hin, so wie ein Kind es sagt. Wenn es dir zu nah geht, geh weiter oder hör hier auf.
    .stem = Schwer war für mich, wenn du …
exercise-childhood-home-wanted = Was hättest du dir von jedem Menschen gewünscht und zu wenig bekommen? Ein, zwei Worte, oder lass es offen.
    .stem = Ich hätte mir gewünscht, dass du …
exercise-childhood-home-return = Komm langsam zurück. Nenn drei Dinge, die du siehst, spür den Stuhl, trink etwas. Wenn es schwer bleibt, erzähl es jemandem, dem du vertraust.
