# Jemanden etwas besser verstehen, allein und schriftlich.
exercise-empathy-alone = Wie es von dort aussehen könnte
    .purpose = Jemand, der dir nahesteht, gibt dir ein Rätsel auf. Du schaust es dir eine Weile aus der anderen Sicht an und kommst zurück.
exercise-empathy-alone-think = Denk an jemanden, der dir nahesteht, und an etwas, das du daran nicht verstehst. Nimm etwas Mittelschweres, nichts, was sehr wehtut.
exercise-empathy-alone-puzzle = Schreib auf, was passiert ist, wie es jemand von außen gesehen hätte. Ein, zwei Zeilen.
    .stem = Ich verstehe nicht, warum …
exercise-empathy-alone-over-there = Versetz dich an diesen Platz. Was für ein Tag war es dort? Was ist diesem Menschen wichtig, und was ist gerade vielleicht schwer?
exercise-empathy-alone-sense = Schreib, wie es von dort aus Sinn ergeben könnte; ein Teil reicht. Wenn dir nichts einfällt, ist das in Ordnung. Vermuten kannst du trotzdem.
    .stem = Von dort aus ergibt es Sinn, weil …
exercise-empathy-alone-feeling = Ein Wort dafür, wie es diesem Menschen vielleicht geht. Du vermutest nur; wissen kann es nur er selbst.
    .stem = Vielleicht …
exercise-empathy-alone-back = Und jetzt zurück zu dir. Du kannst jemanden verstehen und es trotzdem anders sehen und anders haben wollen. Deine Sicht zählt genauso.
