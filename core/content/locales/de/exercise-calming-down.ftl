# Zwanzig Minuten, nach dem Ärger oder mittendrin: allein.
exercise-calming-down = Zur Ruhe kommen
    .purpose = Zwanzig Minuten für einen Körper in Alarmbereitschaft: atmen, lockern, etwas Beruhigendes tun, dann weitersehen.
exercise-calming-down-arrive = Bist du wütend oder aufgewühlt? Das ist erlaubt. Wenn du Angst hast, dir oder jemandem etwas anzutun, geh aus dem Raum und hol Hilfe.
exercise-calming-down-breathe = Atme ein und zähl bis vier, atme aus und zähl bis sechs. Wenn dich das Zählen nervt, seufz einfach ein paarmal.
exercise-calming-down-loosen = Lass den Kiefer hängen und die Schultern sinken. Mach kurz eine Faust und lass los; dann die andere Hand, dann die Füße.
exercise-calming-down-quiet = Tu etwas Beruhigendes: Musik, etwas Warmes trinken, ein paar Seiten lesen. Wenn der Streit im Kopf wieder anfängt, sag ihm „später“.
exercise-calming-down-notice = Wie fühlen sich Brust, Gesicht und Hände jetzt an? Wenn sie noch in Aufruhr sind, nimm dir noch einmal zehn oder zwanzig Minuten.
exercise-calming-down-choose = Such dir aus, was passt: später reden, eine Bitte daraus machen oder es gut sein lassen. Wenn dir ein Gespräch Angst macht, schau auf die Seite „Sicherheit“.
exercise-calming-down-close = Was du dir ausgesucht hast, hat Zeit. Trink etwas und schon dich heute.
