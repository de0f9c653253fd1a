# Von einem Verhalten zu dem Wunsch dahinter und drei kleinen Bitten: allein, und behalten.
exercise-from-complaint-to-wish = Vom Ärger zum Wunsch
    .purpose = Du machst aus etwas, das dich stört, einen Wunsch, und aus dem Wunsch drei Bitten, zu denen man Ja sagen kann.
exercise-from-complaint-to-wish-arrive = Nimm etwas Leichtes, eine Zwei oder Drei von zehn. Wenn du noch aufgewühlt bist, komm erst zur Ruhe und mach später weiter.
exercise-from-complaint-to-wish-one-thing = Etwas, das eine Kamera hätte filmen können. Nicht „rücksichtslos“, sondern „die Tür steht offen, wenn es kalt ist“.
    .stem = Es ist schwer für mich, wenn …
exercise-from-complaint-to-wish-wish = Dahinter ist etwas, das du möchtest. Sag es ohne „nicht“: ausruhen, willkommen sein, gefragt werden.
    .stem = Ich hätte so gern …
exercise-from-complaint-to-wish-requests = Jetzt drei Bitten: was, wie viel, wie lange. „In den nächsten zwei Wochen an drei Abenden zehn Minuten zusammen, bevor das Handy rauskommt.“
    .stem = Würdest du zwei Wochen lang …
exercise-from-complaint-to-wish-other-side = Lies sie, als würde jemand dich darum bitten. Ist jede klein, klar und freundlich? Könnte man leicht Nein sagen?
exercise-from-complaint-to-wish-close = Was jetzt passiert, entscheidest du. Heb es für ein Gespräch auf, bitte nebenbei um eins davon oder lösch es.
