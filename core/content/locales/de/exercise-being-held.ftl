# Von einem frühen Schmerz erzählen, nah beieinander: zu zweit, nur wenn beide wollen, auch ohne Berührung.
exercise-being-held = Gehalten mit einem alten Schmerz
    .purpose = Eine Person erzählt von etwas, das vor langer Zeit wehgetan hat. Die andere bleibt nah und hört zu.
exercise-being-held-variant-sitting-side-by-side = Nebeneinander, ohne Berührung
exercise-being-held-consent = Möchtest du das heute, und wie nah? Im Arm, Hand in Hand oder einfach nebeneinander. Ein Nein gilt sofort, auch mittendrin.
exercise-being-held-settle = Macht aus, wer heute erzählt. Wer erzählt, sucht aus: angelehnt, im Arm oder Hand in Hand. Probiert, bis es für euch beide bequem ist.
exercise-being-held-settle-beside = Macht aus, wer heute erzählt. Setzt euch nebeneinander, mit so viel Abstand, wie ihr beide mögt. Eine Decke kann schön sein.
exercise-being-held-breathe = Atmet, jeweils in eurem Tempo. Ihr braucht noch nichts zu sagen. Wenn es unbequem ist, ändert etwas.
exercise-being-held-tell = Erzähl von etwas, das früher wehgetan hat, nicht vom Schlimmsten. Ein paar Sätze, dann eine Pause. Wer zuhört, spiegelt leise ein paar Worte.
    .stem = Was mir damals wehgetan hat, war …
exercise-being-held-rest = Bleibt so, ohne zu reden. Tränen sind in Ordnung, keine Tränen auch. Wer genug hat, sagt es, und ihr löst euch langsam.
exercise-being-held-close = Trinkt etwas und schaut euch im Raum um. Wer erzählt hat, sagt, was geholfen hat. Wer zugehört hat, sagt, wie es jetzt geht.
