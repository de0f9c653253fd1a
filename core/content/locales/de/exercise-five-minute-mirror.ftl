# Die kurze Form, für volle Tage.
exercise-five-minute-mirror = Fünf Minuten für heute
    .purpose = Für volle Tage: Ihr erzählt beide etwas von heute und hört es in anderen Worten wieder.
exercise-five-minute-mirror-arrive = Fünf Minuten, so wie ihr gerade seid. Nehmt beide etwas von heute: schön, seltsam oder anstrengend. Was zwischen euch ist, kommt ein andermal.
exercise-five-minute-mirror-tell = Erzähl es in ein paar Sätzen.
    .stem = Heute war …
exercise-five-minute-mirror-mirror = Gib es in deinen Worten wieder. Frag dann „Hab ich das richtig verstanden?“
    .stem = Wenn ich dich richtig verstanden habe, …
exercise-five-minute-mirror-close = Sagt beide ein Wort, wie es euch geht, und dann zurück in den Tag.
    .stem = Gerade bin ich …
