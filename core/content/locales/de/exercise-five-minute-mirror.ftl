# Die kurze Form, für volle Tage.
exercise-five-minute-mirror = Fünf Minuten für heute
    .purpose = Für volle Tage: Jede Person erzählt etwas von heute und hört es in den Worten der anderen wieder.
exercise-five-minute-mirror-arrive = Fünf Minuten, so wie ihr gerade seid. Sucht euch beide eine Sache von heute aus: schön, seltsam oder anstrengend. Was zwischen euch steht, hat ein andermal Zeit.
exercise-five-minute-mirror-tell = Erzähl deine eine Sache, in ein paar Sätzen.
    .stem = Heute war …
exercise-five-minute-mirror-mirror = Sag sie mit deinen Worten zurück. Dann frag: „Hab ich das richtig verstanden?“
    .stem = Wenn ich dich richtig verstehe, …
exercise-five-minute-mirror-close = Ein Wort von jeder Person oder ein stiller Moment, und zurück in den Tag.
    .stem = Gerade bin ich …
