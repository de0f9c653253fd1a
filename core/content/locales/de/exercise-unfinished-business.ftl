# Der Faden durch die früheren Antworten: allein, und er bleibt bei mir.
exercise-unfinished-business = Wonach ich suche
    .purpose = Ein paar Sätze, die einen Faden durch das ziehen, was du über deine frühen Jahre entdeckt hast.
exercise-unfinished-business-arrive = Du kannst jederzeit aufhören. Mach dir vielleicht erst etwas Warmes zu trinken. Es ist nichts Großes: vier, fünf Sätze, nur für dich, in den Worten, die gerade kommen.
exercise-unfinished-business-gather = Wenn du sie noch hast, lies deine Zeilen über die Menschen deiner Kindheit und über das, was früher schwer war. Sonst erinnere dich einfach. Was taucht mehr als einmal auf?
exercise-unfinished-business-paragraph = Füg es zusammen: Ich wuchs bei Menschen auf, die … Ich hoffte auf … Wenn es ausblieb, fühlte ich … und dann habe ich … Worüber ich mich bis heute freue, ist … Was nicht passt, lass weg.
    .stem = Ich wuchs bei Menschen auf, die …
exercise-unfinished-business-answer = Stell dir vor, jemand, der dich gern hat, hätte das gelesen. Was würde dieser Mensch dir in einem Satz sagen? Schreib es darunter.
    .stem = Ich möchte, dass du weißt …
exercise-unfinished-business-close = Was da steht, ist eine Vermutung über dich, und sie gilt für heute. Du kannst sie ändern, behalten oder löschen. Sie erklärt sonst niemanden, und sie verlangt nichts von dir.
