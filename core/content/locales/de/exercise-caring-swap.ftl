# Ein kurzes Gespräch jede Woche: was sich gut angefühlt hat, und ein Wunsch als Geschenk.
exercise-caring-swap = Was diese Woche schön war
    .purpose = Ihr erzählt euch, was sich in letzter Zeit schön angefühlt hat, und sucht euch jeweils etwas Nächstes aus.
exercise-caring-swap-arrive = Habt eure beiden Listen da, wenn ihr mögt. Eine Woche, in der nichts war, ist auch in Ordnung.
exercise-caring-swap-tell = Erzähl von etwas aus den letzten Tagen, das sich liebevoll angefühlt hat. Wenn dir nichts einfällt, nimm etwas Älteres.
    .stem = Ich fand es so schön, als du …
exercise-caring-swap-receive = Nimm es an, ohne es kleinzureden. Wenn es dir neu ist, sag es.
    .stem = Gut zu wissen, dass …
exercise-caring-swap-choose = Schau dir die Wünsche deines Gegenübers an und such dir einen aus, den du bald gern erfüllst. Oder keinen, wenn gerade keiner passt.
exercise-caring-swap-tell-or-keep = Sag, welcher es ist, oder behalt es als Überraschung. Wenn sich einer deiner Wünsche geändert hat, sag es jetzt.
exercise-caring-swap-close = Sagt jeweils einen warmen Satz, dann seid ihr fertig.
    .stem = Ich mag, dass wir …
