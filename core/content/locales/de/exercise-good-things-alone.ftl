# Drei Dinge, die diese Woche gut waren, für eine Person allein.
exercise-good-things-alone = Drei gute Dinge
    .purpose = Schreib auf, was du diese Woche an jemandem oder an dir geschätzt hast, und was es zeigt.
exercise-good-things-alone-settle = Atme langsam durch und schau auf die Woche zurück, auch auf die schweren Tage.
exercise-good-things-alone-three = Schreib drei Dinge auf, die du geschätzt hast: an jemandem, der dir nahesteht, an Fremden oder an dir. Zwei sind auch gut, und eins ebenso.
    .stem = Ich fand schön, dass …
exercise-good-things-alone-shows = Was zeigt jedes davon über den Menschen: Wärme, Mut, Fürsorge? Ein Wort reicht. Wenn du es warst, sei genauso großzügig.
    .stem = Das zeigt …
exercise-good-things-alone-keep = Bleib einen Moment bei einem davon. Du könntest es diesem Menschen irgendwann sagen oder für dich behalten.
