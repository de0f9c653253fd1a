# Was als Kind immer wieder schwer war: allein, einmal, und behalten.
exercise-childhood-frustrations = Was damals schwer war
    .purpose = Was immer wiederkam, als du klein warst, wie es sich anfühlte und wie du durchgekommen bist.
exercise-childhood-frustrations-consent = Möchtest du das heute machen? Es geht um schwere Momente deiner Kindheit und ist nur für dich. Du kannst jederzeit aufhören.
exercise-childhood-frustrations-arrive = Fang mit etwas Mittelschwerem an, zum Beispiel beim Essen geneckt zu werden. Das Schwerste heb dir auf, bis jemand bei dir ist, dem du vertraust, auch fachlich.
exercise-childhood-frustrations-again = Was hat dich immer wieder gestört? Schreib ein bis vier Dinge in wenigen Worten: geänderte Pläne, verglichen werden.
    .stem = Immer wieder …
exercise-childhood-frustrations-feeling = Nimm eins nach dem anderen: Wie hat es sich angefühlt? Ein Wort reicht: einsam, sauer, ängstlich, überflüssig. Wenn du es nicht mehr weißt, vermute freundlich.
    .stem = Ich war …
exercise-childhood-frustrations-did = Und was hast du getan, um klarzukommen? Manche Kinder werden still, manche laut, lustig oder sehr brav. Manche verschwinden in einem Buch.
    .stem = Also habe ich …
exercise-childhood-frustrations-kindness = Du hast getan, was ein Kind tun kann. Bleib eine Minute bei diesem Kind, so wie bei einem, das du lieb hast.
exercise-childhood-frustrations-close = Vielleicht machst du manches davon noch heute. Du hast es bemerkt, das reicht. Schau dich um, beweg dich und sei gut zu dir.
