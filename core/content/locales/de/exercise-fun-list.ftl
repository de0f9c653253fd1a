# Lebhafter, alberner Spaß zu zweit: erst allein, dann eine Liste und eines davon gleich.
exercise-fun-list = Zusammen lachen
    .purpose = Ihr sammelt, was euch beide lebendig macht, und probiert gleich ein wenig davon aus.
exercise-fun-list-begin = Der erste Teil gehört dir allein, hier oder auf Papier. Wenn dir gerade nicht nach Spaß ist, vielleicht weil ihr gestritten habt, dann ist das ganz normal. Gute Laune ist keine Bedingung, und ein anderer Tag ist auch gut.
exercise-fun-list-remember = Wann habt ihr herzlich gelacht, herumgealbert oder die Zeit vergessen? Schreib auf, was ihr da gemacht habt. Auch die Anfangszeit zählt, und Unsinn erst recht.
    .stem = So gelacht haben wir, als wir …
exercise-fun-list-ideas = Und was würdest du gern ausprobieren? Im Sitzen tanzen, Grimassen schneiden, falsch singen, eine Kissenschlacht, ein Spiel, bei dem auch Verlieren Spaß macht. Etwas Lebhaftes miteinander, lieber als nebeneinander einen Film.
    .stem = Ich hätte Lust, dass wir …
exercise-fun-list-give = Such aus, was du zeigen möchtest, und gib nur das frei. Ab hier braucht es euch beide. Bis es weitergeht, darf eine Woche vergehen.
exercise-fun-list-swap = Erzählt abwechselnd eine Idee. Die andere Person sagt „ja“, „vielleicht“ oder „nicht meins“. Alle drei sind gute Antworten und brauchen keinen Grund.
exercise-fun-list-merge = Macht eine Liste aus allem, wozu ihr beide Ja oder Vielleicht gesagt habt. Eine Person schreibt, die andere denkt mit. Drei Dinge sind reichlich.
exercise-fun-list-pick = Sucht euch etwas aus, das zu heute passt: zu diesem Ort, dieser Stunde, dieser Kraft. Das Kleinste ist oft ein guter Anfang.
exercise-fun-list-play = Und jetzt tut es, oder ein kleines Stück davon. Am Anfang darf es sich hölzern anfühlen. Sobald es einer Person genug ist, war es genug.
exercise-fun-list-close = Erzählt einander von einem Moment, der euch ein Lächeln entlockt hat, falls es einen gab. Wenn ihr mögt, sucht euch etwas für einen anderen Tag aus.
    .stem = Gelächelt habe ich, als …
