# Ein Bild der Menschen, die für mich gesorgt haben: allein, einmal, und behalten.
exercise-caretakers-portrait = Die Menschen, bei denen ich groß wurde
    .purpose = Ein Bild von allen, die für dich gesorgt haben: was warm war, was schwer war und was du dir erhofft hast.
exercise-caretakers-portrait-consent = Möchtest du das heute machen? Es geht um deine Kindheit und ist nur für dich. Du kannst jederzeit aufhören und später weitermachen, oder auch nicht.
exercise-caretakers-portrait-arrive = Mach dir etwas Warmes zu trinken und halt dir danach eine Stunde frei. Du kannst jeden Menschen weglassen.
exercise-caretakers-portrait-people = Wer hat sich um dich gekümmert, als du klein warst, jahrelang oder einen Sommer lang? Schreib Anfangsbuchstaben oder Spitznamen. Einer reicht.
exercise-caretakers-portrait-warm = Was war warm an ihnen? Sortier nicht, wer was war, schreib nur einzelne Wörter: geduldig, lustig, hatte immer Zeit.
    .stem = Da war jemand …
exercise-caretakers-portrait-hard = Und was war schwer? Wieder nur Wörter: streng, weit weg, schnell laut. Lass weg, was dir heute zu viel ist.
    .stem = Da war auch jemand …
exercise-caretakers-portrait-touched = Lies beide Listen noch einmal, langsam. Welche drei oder vier Wörter spürst du noch, vielleicht im Hals oder im Bauch? Schreib sie auf.
    .stem = Am tiefsten sitzt …
exercise-caretakers-portrait-wished = Was hast du dir am meisten von ihnen erhofft? In Kinderworten: frag mich, sei ruhig, lass mich laut sein.
    .stem = Am liebsten wollte ich …
exercise-caretakers-portrait-look = Schau eine Minute auf das, was du geschrieben hast. Du brauchst nichts damit zu machen.
exercise-caretakers-portrait-close = Behalt diese Seite oder lösch sie. Mach dann etwas Alltägliches: Fenster auf, Musik an. Wenn es schwer bleibt, erzähl es jemandem, dem du vertraust.
