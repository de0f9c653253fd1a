# Ein kurzes wöchentliches Gespräch über das, was gutgetan hat, und ein Wunsch als Geschenk.
exercise-caring-swap = Was gutgetan hat
    .purpose = Ihr erzählt einander, was euch zuletzt gutgetan hat, und jede Person sucht sich etwas Kleines zum Verschenken aus.
exercise-caring-swap-arrive = Holt, wenn ihr mögt, eure beiden Listen mit dem, was euch guttut. Hier wird nichts ausgewertet und nichts zusammengezählt. Auch eine Woche, von der es nichts zu erzählen gibt, ist willkommen.
exercise-caring-swap-tell = Erzähl von etwas aus den letzten Tagen, das sich nach Fürsorge angefühlt hat. Es darf winzig sein. Fällt dir nichts ein, ist auch etwas Älteres schön.
    .stem = Es hat mir gutgetan, dass du …
exercise-caring-swap-receive = Lass es einen Moment bei dir ankommen. Kleinzureden brauchst du es nicht. Wenn es dir neu war, kannst du es sagen.
    .stem = Gut zu wissen, dass …
exercise-caring-swap-choose = Jetzt geht jede Person für sich die Wünsche der anderen durch. Welchen würdest du in den nächsten Tagen gern verschenken? Wenn gerade keiner passt, dann keinen.
exercise-caring-swap-tell-or-keep = Ihr könnt sagen, welcher es ist, oder ihn als Überraschung behalten. Und wenn sich ein eigener Wunsch verändert hat oder ein neuer da ist, könnt ihr jetzt davon erzählen.
exercise-caring-swap-close = Von jeder Person noch ein warmer Satz, und das war es schon.
    .stem = Ich mag es, dass wir …
