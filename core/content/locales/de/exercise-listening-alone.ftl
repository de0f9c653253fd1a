# Zuhören üben, für eine Person.
exercise-listening-alone = Zuhören, wo ich gerade bin
    .purpose = Zuhören kann man mit allen üben, oder im Kopf. Es braucht nur dich.
exercise-listening-alone-choose = Wem möchtest du heute zuhören? Einer Freundin, einem Kollegen, jemandem am Telefon. Oder du denkst an ein Gespräch der letzten Tage.
exercise-listening-alone-settle = Lass die Schultern sinken und atme langsam. In den nächsten Minuten hörst du nur zu.
exercise-listening-alone-listen = Hör zu, oder lass das Gespräch im Kopf noch einmal laufen. Wenn du antworten möchtest, warte. Was soll bei dir ankommen?
exercise-listening-alone-mirror = Gib wieder, was am wichtigsten war, deinem Gegenüber oder dir selbst. Der fremde Sinn, deine Worte.
    .stem = Wenn ich dich richtig verstanden habe, …
exercise-listening-alone-more = Lass Platz für noch etwas. Wenn jemand da ist, frag „Gibt es noch mehr?“ Im Kopf: Was wäre noch dazugekommen?
    .stem = Vielleicht auch, dass …
exercise-listening-alone-notice = Wie war das für dich? Allen schweifen die Gedanken ab; zurückzukommen ist schon die Übung.
