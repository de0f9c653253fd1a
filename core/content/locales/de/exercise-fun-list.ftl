# Lebendiger, alberner Spaß zu zweit: erst allein, dann eine Liste, und gleich etwas davon.
exercise-fun-list = Zusammen lachen
    .purpose = Ihr sammelt, was euch beide zum Lachen bringt, und probiert gleich etwas davon aus.
exercise-fun-list-begin = Der erste Teil ist nur für dich. Du kannst in jeder Stimmung anfangen, und ein anderer Tag geht auch.
exercise-fun-list-remember = Wann habt ihr richtig gelacht, Quatsch gemacht oder die Zeit vergessen? Schreib auf, was ihr da gemacht habt. Auch ganz am Anfang zählt.
    .stem = Wir haben so gelacht, als wir …
exercise-fun-list-ideas = Was würdest du gern ausprobieren? Im Sitzen tanzen, Grimassen, schief singen, eine Kissenschlacht, ein Spiel, bei dem Verlieren auch Spaß macht.
    .stem = Ich hätte Lust, mit dir …
exercise-fun-list-give = Such aus, was du teilen möchtest; nur das wird gesendet. Den Rest macht ihr zusammen, innerhalb einer Woche.
exercise-fun-list-swap = Nennt abwechselnd eine Idee. Dein Gegenüber sagt „ja“, „vielleicht“ oder „nichts für mich“, ohne Grund.
exercise-fun-list-merge = Macht eine Liste von allem, wozu ihr beide Ja oder Vielleicht gesagt habt. Eine Person schreibt. Drei Dinge sind viel.
exercise-fun-list-pick = Sucht eins aus, das heute passt: zum Ort, zur Zeit und zu eurer Kraft.
exercise-fun-list-play = Und jetzt macht es, oder ein Stück davon. Am Anfang fühlt es sich vielleicht albern an. Hört auf, sobald es für eine Person genug ist.
exercise-fun-list-close = Erzählt beide von einem Moment, in dem ihr gelächelt habt, falls es einen gab. Sucht etwas für ein andermal aus, wenn ihr mögt.
    .stem = Ich habe gelächelt, als …
