# Eine Abmachung für einen freundlichen Monat, mit einem Signal und einem zweiten Versuch.
exercise-days-without-put-downs = Ein freundlicher Monat
    .purpose = Ihr vereinbart einen Monat, in dem ihr sanft miteinander umgeht, und ein kleines Wort für den Fall, dass etwas wehtut.
exercise-days-without-put-downs-arrive = Es geht um die vier Wochen, die kommen; die vergangenen dürfen ruhen. Jede Person kümmert sich um die eigenen Worte. Über Schwieriges könnt ihr weiter reden, nur eben freundlich.
exercise-days-without-put-downs-agree = Passt so ein Monat gerade zu euch beiden? Ein Ja, ein kleineres Ja, vielleicht für eine Woche, oder ein Nein: Jede Antwort ist gut.
exercise-days-without-put-downs-meaning = Ob etwas wehtut, weiß die Person, bei der es ankommt, auch wenn es gut gemeint war. Darum gibt es nichts zu beweisen, auf keiner Seite. Es kann ein Wort sein, ein Ton, ein Scherz, ein Augenrollen.
exercise-days-without-put-downs-wish = Welcher Ton tut dir gut, vor allem an einem müden Tag? Wer zuhört, nimmt es einfach auf.
    .stem = Mir hilft es, wenn du …
exercise-days-without-put-downs-signal = Sucht euch ein kleines Wort für „Das tat weh“, das ihr beide leicht sagen könnt. Wenn es fällt, wird nicht gestritten: Wer gesprochen hat, holt Luft und versucht es noch einmal, sanfter. Dann ist es gut, und ihr macht weiter.
exercise-days-without-put-downs-three = Jeder Tag hat Platz für das, was ihr aneinander schätzt, vielleicht für drei kleine wahre Dinge. Eines ist auch schön, und ein Tag darf ohne sein. Probiert es gleich aus, mit einem von jeder Person.
    .stem = Heute schätze ich an dir …
exercise-days-without-put-downs-days = Wenn ihr mögt, markiert die freundlichen Tage dieses Monats zusammen in einem Kalender. Ein Tag, der anders war, ist nur dieser eine Tag. Alle anderen bleiben, und nichts fängt wieder bei null an.
exercise-days-without-put-downs-close = Jede Person sagt in einem Satz, worauf sie sich freut.
    .stem = In diesem Monat freue ich mich auf …
