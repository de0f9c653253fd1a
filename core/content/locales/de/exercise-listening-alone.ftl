# Zuhören üben, allein.
exercise-listening-alone = Zuhören, wo ich gerade bin
    .purpose = Zuhören lässt sich mit allen Menschen üben, auch in Gedanken. Es braucht nur dich.
exercise-listening-alone-choose = Wem würdest du heute gern zuhören? Jemandem, den du magst, jemandem bei der Arbeit, einer Stimme am Telefon. Oder geh in Gedanken zu einem Gespräch der letzten Tage zurück, einem, das ruhig genug war.
exercise-listening-alone-settle = Lass die Schultern sinken und den Atem langsam werden. Für die nächsten Minuten gibt es nur das Zuhören.
exercise-listening-alone-listen = Hör zu, oder lass das Gespräch in Gedanken noch einmal vorbeiziehen. Wenn sich eine Antwort in dir regt, lass sie warten. Was möchte dieser Mensch dich wissen lassen?
exercise-listening-alone-mirror = Sag das Wesentliche zurück, dem Menschen selbst oder leise für dich. Was gemeint war, in deinen Worten.
    .stem = Wenn ich dich richtig verstehe, …
exercise-listening-alone-more = Lass Platz für noch etwas. Ist jemand da, dann frag: „Gibt es noch mehr?“ In Gedanken: Was hätte dieser Mensch vielleicht noch gesagt?
    .stem = Vielleicht auch, dass …
exercise-listening-alone-notice = Wie war das für dich? Bei allen schweifen die Gedanken ab; das Zurückkommen ist schon die Übung. Aufschreiben brauchst du nichts.
