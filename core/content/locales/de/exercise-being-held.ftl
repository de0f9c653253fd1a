# Eine Person erzählt von einem frühen Kummer, nahe bei der anderen: zu zweit, freiwillig, auch ohne Berührung.
exercise-being-held = Ein weicher Platz für alten Kummer
    .purpose = Eine Person erzählt von etwas, das früh wehgetan hat, und ist beim Erzählen nicht allein damit.
exercise-being-held-variant-sitting-side-by-side = Nebeneinander, ohne Berührung
exercise-being-held-consent = Möchtest du das heute, und wie nah? Im Arm, Hand in Hand oder einfach nebeneinander. Ihr dürft beide Nein sagen, jetzt oder in jedem Moment, und dann hört es sofort auf. Niemand fragt nach Gründen, und niemand ist etwas schuldig.
exercise-being-held-settle = Macht aus, wer heute erzählt; die andere Person ist an einem anderen Tag dran, wenn sie mag. Wer erzählt, wählt: angelehnt, im Arm oder Hand in Hand. Probiert, bis es für beide wirklich bequem ist. „Ein bisschen weniger“ ist jederzeit willkommen.
exercise-being-held-settle-beside = Macht aus, wer heute erzählt; die andere Person ist an einem anderen Tag dran, wenn sie mag. Setzt euch nebeneinander, mit so viel Platz dazwischen, wie ihr beide mögt, den Blick in dieselbe Richtung. Eine Decke über den Knien tut vielleicht gut.
exercise-being-held-breathe = Atmet ruhig, jede Person in ihrem Tempo. Noch braucht niemand etwas zu sagen. Spürt, ob der Platz noch gut ist, und ändert ihn, wenn nicht.
exercise-being-held-tell = Erzähl von einem kleinen oder mittleren Kummer aus früher Zeit. Wenige Sätze, lange Pausen, auch Stille. Wo es aufhört, bestimmst du, und du darfst auch die ganze Zeit schweigen.
    .stem = Damals hat mir wehgetan, dass …
exercise-being-held-soft-echo = Sag in den Pausen ein paar der Worte leise zurück. Kein Rat, keine Fragen, keine eigene Geschichte. Ein ruhiges „Ich bin da“ ist auch gut.
    .stem = Du warst so klein, und …
exercise-being-held-rest = Seid zusammen still. Wenn Tränen kommen, dürfen sie; wenn keine kommen, ist das genauso gut. Wer genug hat, sagt es, und ihr löst euch sanft.
exercise-being-held-close = Löst euch langsam, trinkt einen Schluck Wasser, kommt wieder im Raum an. Wer erzählt hat, sagt, was gutgetan hat; wer zugehört hat, wie es jetzt geht. Lasst die nächste halbe Stunde frei.
