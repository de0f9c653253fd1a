# Jemanden ein wenig besser verstehen, allein und schriftlich.
exercise-empathy-alone = Wie es von drüben aussehen könnte
    .purpose = Etwas an einem Menschen, der dir nahe ist, gibt dir Rätsel auf. Du gehst für eine Weile hinüber und kommst zurück.
exercise-empathy-alone-think = Denk an einen Menschen, der dir nahe ist, und an eine Kleinigkeit, die du an ihm nicht verstehst. Nichts, was sehr wehtut; etwas Mittleres ist genau richtig.
exercise-empathy-alone-puzzle = Schreib auf, was war, so wie es jemand erzählen würde, der nur zugesehen hat. Ein, zwei Zeilen genügen.
    .stem = Rätselhaft ist mir …
exercise-empathy-alone-over-there = Schließ die Augen, wenn du magst, und geh dorthin, wo dieser Mensch steht. Was war das dort für ein Tag? Was ist dort wichtig? Was ist vielleicht gerade schwer?
exercise-empathy-alone-sense = Schreib, wie es von dort aus Sinn ergeben könnte. Ein Teil davon genügt. Wenn nichts kommt, ist das eben so, und ein wenig raten darfst du trotzdem.
    .stem = Von dort ergibt es Sinn, weil …
exercise-empathy-alone-feeling = Und nun ein Wort für das, was dieser Mensch vielleicht fühlt. Es ist geraten; wissen kann es nur der Mensch selbst.
    .stem = Vielleicht …
exercise-empathy-alone-back = Und jetzt zurück zu dir. Du kannst jemanden verstehen und es trotzdem anders sehen, und trotzdem wollen, dass es anders wird. Deine Seite zählt genauso viel.
