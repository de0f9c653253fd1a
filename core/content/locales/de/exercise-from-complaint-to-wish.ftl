# Von einem Verhalten zum Wunsch dahinter und zu drei kleinen Bitten: allein, und es bleibt bei mir.
exercise-from-complaint-to-wish = Vom Ärger zum Wunsch
    .purpose = Mach aus einer Sache, die dich stört, einen Wunsch und daraus drei kleine Bitten, zu denen man gern Ja sagen könnte.
exercise-from-complaint-to-wish-arrive = Nimm etwas Leichtes, eine Zwei oder Drei von zehn. Das Große kann warten, bis dir das hier vertraut ist. Wenn du noch aufgewühlt bist, komm erst zur Ruhe und später wieder.
exercise-from-complaint-to-wish-one-thing = Was geschieht, das für dich schwer ist? Ein Verhalten, das man sehen oder hören könnte, keine Eigenschaft. Statt „rücksichtslos“: „Die Tür bleibt offen, wenn es kalt ist.“
    .stem = Für mich ist es schwer, wenn …
exercise-from-complaint-to-wish-wish = Dahinter ist etwas, wonach du dich sehnst. Sag das, und zwar ohne „nicht“: ausruhen, willkommen sein, gefragt werden. Was wäre da, wenn es gut wäre?
    .stem = Ich hätte so gern …
exercise-from-complaint-to-wish-requests = Nun drei kleine Bitten, die ein wenig davon bringen. In jeder: was, wie viel und wie lange. Etwa: „In den nächsten zwei Wochen an drei Abenden zehn Minuten für uns, bevor die Telefone dran sind.“
    .stem = Würdest du zwei Wochen lang …
exercise-from-complaint-to-wish-other-side = Lies sie von der anderen Seite. Ist jede klein, klar und freundlich? Ließe sich in Frieden Nein dazu sagen? Mach jede noch etwas kleiner, wenn es geht. Würde dich schon eine davon freuen?
exercise-from-complaint-to-wish-close = Von selbst folgt daraus nichts. Du kannst es für ein verabredetes Gespräch aufheben, um eins davon nebenbei bitten oder es löschen. Der Wunsch gehört dir, was auch daraus wird.
