# Was als Kind immer wieder schwer war: allein, und es bleibt bei mir.
exercise-childhood-frustrations = Was früher schwer war
    .purpose = Sieh, was sich wiederholte, als du klein warst, wie es sich anfühlte und wie du da durchgekommen bist.
exercise-childhood-frustrations-arrive = Du kannst jederzeit aufhören, und du wählst, was du dir ansiehst. Fang mit etwas Mittlerem an, etwa dass am Tisch über dich gelacht wurde. Das Allerschwerste ist besser aufgehoben, wenn jemand neben dir sitzt.
exercise-childhood-frustrations-again = Was hat dich wieder und wieder gestört? Notier ein bis vier Dinge, jedes in wenigen Worten: Pläne, die sich änderten, dass niemand fragte, dass du verglichen wurdest.
    .stem = Es kam immer wieder vor, dass …
exercise-childhood-frustrations-feeling = Nimm eins nach dem anderen. Was hast du damals gefühlt? Ein Wort genügt jeweils: einsam, wütend, klein, ängstlich, übrig. Wenn du es nicht mehr weißt, rate freundlich.
    .stem = Innen fühlte ich mich …
exercise-childhood-frustrations-did = Und was hast du getan, damit es auszuhalten war? Manche Kinder werden still, manche laut, manche lustig, manche ganz brav. Manche verschwinden in einem Buch. Schreib auf, was du getan hast.
    .stem = Also habe ich …
exercise-childhood-frustrations-kindness = Was du auch getan hast: Es war das, was ein Kind mit dem tun konnte, was da war. Bleib einen Moment bei diesem Kind wie bei einem, das du gern hast. Oder atme einfach.
exercise-childhood-frustrations-close = Vielleicht kennst du manches davon noch von heute. Das zu bemerken, ist viel, und es braucht nichts daraus zu folgen. Komm wieder im Raum an, beweg dich ein wenig und sei für den Rest des Tages gut zu dir.
