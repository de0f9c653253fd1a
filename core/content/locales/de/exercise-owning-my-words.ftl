# Eigene harte Worte, gesagt oder gedacht: allein, und am Ende losgelassen.
exercise-owning-my-words = Hinter meinen harten Worten
    .purpose = Du schaust freundlich auf deine harten Worte und findest den Wunsch, der in einem davon ist.
exercise-owning-my-words-arrive = Nimm dir eine ruhige Stunde, ein paar Tage nach einem Streit. Papier geht auch. Wer dein Handy entsperren kann, kann das hier lesen.
exercise-owning-my-words-words = Welche harten Worte hast du für { partner-accusative }, laut oder im Kopf? Schreib ein paar auf, so kurz, wie sie kommen.
    .stem = Ein Wort von mir ist …
exercise-owning-my-words-began = Daneben: Was war gerade passiert? Nur was man von außen gesehen hätte, etwa „das Handy hat geklingelt, und das Essen wurde kalt“.
    .stem = Es kam, als …
exercise-owning-my-words-myself = Kennst du etwas davon von dir, oder ist es etwas, das du dir nie erlaubst? Wenn dir nichts einfällt, lass es aus.
    .stem = Ich kenne das, wenn ich …
exercise-owning-my-words-turn = Dreh ein leichteres Wort um: etwas Schönes, das nah dran ist, oder was du möchtest. Aus „chaotisch“ wird vielleicht „ich hätte gern einen ruhigen Abend“.
    .stem = Lieber würde ich sagen: …
exercise-owning-my-words-keep = Lies den neuen Satz noch einmal, laut, wenn du allein bist. Merk ihn dir, vielleicht passt er einmal in ein Gespräch.
exercise-owning-my-words-let-go = Jetzt können die Worte weg. Den Wunsch behältst du. Lösch hier jeden Schritt oder zerreiß das Papier.
exercise-owning-my-words-close = Harte Worte kommen wieder, bei allen Menschen. Vielleicht hörst du den Wunsch darin etwas früher. Mach jetzt etwas Schönes für dich.
