# Ein Bild der Menschen, die sich um mich kümmerten: allein, und es bleibt bei mir.
exercise-caretakers-portrait = Die Menschen, bei denen ich groß wurde
    .purpose = Ein gemeinsames Bild aller, die für dich da waren: was warm war, was schwer war und worauf du gehofft hast.
exercise-caretakers-portrait-arrive = Du kannst jederzeit aufhören, es geht nichts verloren. Das hier ist ein Bild und kein Urteil: Menschen, die dich liebten, dürfen darin auch schwierig sein, und schwierige Menschen auch warm.
exercise-caretakers-portrait-people = Wer hat sich um dich gekümmert, als du klein warst, lange oder nur kurz? Notier für jeden Menschen einen Anfangsbuchstaben oder einen Spitznamen. Zwei reichen, einer auch.
exercise-caretakers-portrait-warm = Was war warm an ihnen? Nimm alle zusammen, ohne zu sortieren, wer wie war: geduldig, lustig, gleich mit einer Decke da. Einzelne Wörter genügen.
    .stem = Da war jemand …
exercise-caretakers-portrait-hard = Und was war schwer? Wieder genügen einzelne Wörter: streng, weit weg, schnell laut. Was dir heute zu viel ist, lässt du weg.
    .stem = Da war auch jemand …
exercise-caretakers-portrait-touched = Lies beides noch einmal langsam. Welche Wörter berühren dich bis heute, vielleicht im Hals oder im Bauch? Notier drei oder vier davon, warme oder schwere.
    .stem = Am tiefsten ging mir …
exercise-caretakers-portrait-wished = Was hast du dir von ihnen am meisten gewünscht? Am besten passen Kinderworte: dass jemand fragt, dass es leise ist, dass ich laut sein darf.
    .stem = Am meisten wollte ich …
exercise-caretakers-portrait-look = Lass das Bild einen Moment einfach da sein, ohne daran zu arbeiten. Damit bist du groß geworden. Heute bist auch du da, mit allem, was du seither gelernt hast.
exercise-caretakers-portrait-close = Diese Seite gehört dir. Du kannst sie behalten oder löschen. Mach jetzt etwas ganz Alltägliches: eine Pflanze gießen, ein Fenster öffnen, Musik anmachen. Wenn etwas schwer bleibt, erzähl es jemandem, dem du vertraust.
