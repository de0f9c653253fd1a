# Eine Abmachung, wie man einen Streit unterbricht: zu zweit, in einer ruhigen Stunde.
exercise-our-pause = Unsere Pause
    .purpose = Solange ihr ruhig seid, vereinbart ihr, wie ihr aus einem Streit aussteigt und wie ihr zurückkommt.
exercise-our-pause-safe = Wenn du Angst hast, bedroht wirst oder nicht gehen darfst, gilt diese Abmachung nicht. Du kannst sofort gehen, ohne ein Wort.
exercise-our-pause-arrive = Macht das, wenn ihr beide ruhig seid. Eine Pause ist kein Weglaufen: Ihr kommt zum Reden zurück. Ihr könnt sie beide ausrufen, und sie gilt.
exercise-our-pause-signs = Woran merkst du, dass es zu viel wird? Heißes Gesicht, enge Brust, laute Stimme, Verstummen. Sag es einfach; dein Gegenüber hört nur zu.
    .stem = Ich merke es daran, dass …
exercise-our-pause-word = Sucht ein Wort oder Zeichen für eure Pause: kurz, freundlich, vielleicht lustig. Eins, das man auch schreiben kann. Danach hört ihr beide auf.
    .stem = Unser Wort könnte … sein.
exercise-our-pause-time = Wie lange? Ein Körper in Alarmbereitschaft braucht mindestens zwanzig Minuten. Wer sie ausruft, sagt, wann es weitergeht, spätestens morgen.
    .stem = Sagen wir, um … wieder hier.
exercise-our-pause-meanwhile = Den Streit im Kopf durchzugehen hält den Körper in Alarm, also macht etwas anderes. Jemanden anzurufen, der tröstet, ist gut. Was hilft dir?
    .stem = Solange möchte ich …
exercise-our-pause-back = Wie kommt ihr zurück? Ein erster Satz, eine Tasse Tee. Wenn du noch nicht so weit bist, sag es und nenn eine neue Zeit.
    .stem = Wenn ich zurückkomme, …
exercise-our-pause-try = Probiert es einmal, nur zum Spaß. Sagt das Wort und eine Zeit. Dreht euch weg, atmet eine Minute und kommt mit eurem ersten Satz zurück.
