# Worte, die der Kern sagt. Warm, schlicht und kurz; niemand ist schuld.

## Fehler: was geschah, und was man tun kann.

error-store-in-use = Tend ist auf diesem Gerät schon anderswo geöffnet. Schließ es dort und versuch es noch einmal.
error-store-shared = Tend kann nichts in einem Ordner aufbewahren, den sich mehrere Apps teilen. Das ist ein Fehler in der App: Sag bitte denen Bescheid, die sie gemacht haben.
error-store-wrong-key = Dieses Gerät kann nicht mehr öffnen, was Tend hier aufbewahrt hat. Du kannst es von einem deiner anderen Geräte neu einrichten.
error-store-newer = Ein neueres Tend hat geschrieben, was auf diesem Gerät liegt. Bitte aktualisiere die App.
error-store-damaged = Etwas in Tends Datei auf diesem Gerät ist beschädigt. Deine anderen Geräte haben noch alles.
error-store-disk = Es ist kein Platz mehr da, oder die Datei lässt sich nicht lesen. Schaff etwas Platz und versuch es noch einmal.
error-store-failed = Tend konnte das gerade nicht speichern. Bitte versuch es noch einmal.
error-space-failed = Beim Absichern passte etwas nicht zusammen. Nichts ging verloren; bitte versuch es noch einmal.
error-internal = In Tend ging etwas schief. Was du vorher geschrieben hast, ist sicher; bitte versuch es noch einmal.
error-not-found = Das ist nicht mehr da.
error-too-large = Das ist ein wenig zu lang. Bitte kürze es.
error-text-empty = Hier stehen noch keine Worte.
error-text-too-long = Das ist ein wenig zu lang. Bitte kürze es.
error-name-empty = Ein Name hilft { partner-dative } zu erkennen, dass du es bist.
error-name-too-long = Bitte wähl einen kürzeren Namen.
error-not-yours = Nur wer das geschrieben hat, kann es ändern.
error-already-thanked = Dafür hast du schon einen Dank bekommen, darum bleibt es, wie es ist. Löschen kannst du es trotzdem.
error-thank-own = Das ist von dir selbst.
error-already-shared = Das ist schon auf der anderen Seite angekommen.
error-changed-meanwhile = Das ist inzwischen anders, vielleicht von deinem anderen Handy aus. Schau noch mal drüber, bevor du es teilst.
error-not-paired = Du bist noch mit niemandem verbunden.
error-already-paired = Du bist schon mit jemandem verbunden.
error-phone-in-use = Auf diesem Gerät liegt schon etwas von dir. Nur ein frisches kann dein nächstes Gerät werden.
error-no-server = Wähl zuerst einen Server.
error-other-server = Das ist ein anderer Server als der, den deine Geräte kennen. Darum wurde nichts dorthin geschickt. Wenn deiner neu aufgesetzt wurde, gib seine Adresse noch einmal ein.
error-device-revoked = Du hast dieses Gerät auf einem anderen entfernt. Es gleicht nichts mehr ab. Was darauf ist, kannst du hier weiter lesen.
error-offline = Der Server ist gerade nicht erreichbar. Alles ist hier gespeichert und geht später hinaus.
error-server-unreadable = Der Server antwortete etwas, das Tend nicht versteht. Bitte versuch es später noch einmal.
error-server-refused = Der Server konnte das gerade nicht tun. Bitte versuch es später noch einmal.
error-server-busy = Der Server bittet um ein wenig Geduld. Bitte versuch es in einer Minute noch einmal.
error-server-full = Auf diesem Server ist kein Platz mehr für dich. Alles ist hier gespeichert.
error-access-code-needed = Dieser Server fragt nach einem Zugangscode. Wer ihn betreibt, kann dir einen geben.
error-bad-access-code = Dieser Zugangscode ist leer oder zu lang. Er ist eine Zeile mit höchstens 128 Zeichen, schau bitte noch einmal nach.
error-bad-server = Mit dieser Adresse kommt Tend nicht weiter. Sie sieht so aus: https://tend.example.org – http:// geht nur für einen Server bei dir zu Hause, etwa http://192.168.1.20:8787
error-invite-newer = Diese Einladung kommt von einem neueren Tend. Bitte aktualisiere die App.
error-invite-unreadable = Das ist keine vollständige Einladung. Lass sie dir noch einmal geben.
error-invite-gone = Diese Einladung gibt es nicht mehr. Lass dir eine neue geben.
error-own-invite = Das ist deine eigene Einladung. Sie ist für das andere Gerät.
error-code-mistyped = In diesem Code steckt ein Tippfehler. Bitte schau noch einmal hin.
error-nothing-to-confirm = Es gibt noch nichts zu bestätigen.
error-this-device = Das ist das Gerät in deiner Hand. Entferne es von einem deiner anderen Geräte aus.
error-opens-later = Das öffnet sich, wenn du ein wenig Zuhören geübt hast. Jede der Übungen zum Zuhören zählt.
error-run-over = Das ist schon zu Ende gegangen. Du kannst jederzeit neu beginnen.
error-run-too-old = Das liegt eine Weile zurück. Was du geschrieben hast, ist noch da; die Übung beginnt neu.
error-not-pausable = Diese Übung geht in einem Zug. Aufhören kannst du jederzeit.
error-no-step = Das ist der erste Schritt.
error-nothing-to-write = In diesem Schritt gibt es nichts zu schreiben.
error-only-yours = Was du hier schreibst, bleibt bei dir. Es ist nicht zum Teilen gemacht.
error-not-on-scale = Bitte wähl eine Zahl von 0 bis 10.
error-out-of-range = Das ist mehr, früher oder später, als Tend planen kann. Bitte wähl etwas, das näher liegt.
error-no-windows = Wähl mindestens eine Zeit, die dir passt.
error-too-many-windows = Das sind mehr Zeiten, als Tend fassen kann. Ein paar genügen.
error-window-backwards = Diese Zeit endet, bevor sie beginnt. Bis Mitternacht heißt bis 00:00; über Mitternacht hinaus sind es höchstens zwölf Stunden.
error-zone-unknown = Tend kennt diese Zeitzone nicht und weiß darum nicht, wann deine Zeiten anderswo sind. Wähle in den Einstellungen deines Telefons eine andere.
error-not-open = Das ist schon geklärt, oder eine andere Zeit ist an seine Stelle getreten.
error-own-proposal = Das ist dein eigener Vorschlag. Die Antwort darauf liegt auf der anderen Seite.
error-slot-past = Diese Zeit ist vorbei. Es lässt sich eine andere vorschlagen.
error-slot-outside-week = So früh oder so spät kann Tend nicht planen. Wähle eine Zeit, die näher liegt.
error-session-length = Eine gemeinsame Zeit dauert zwischen 1 und 240 Minuten. Wähle eine Länge dazwischen.
error-slot-taken = Da läuft schon etwas, das verabredet ist. Wähle eine Zeit davor oder danach.
error-already-agreed = Ihr habt schon eine Zeit verabredet. Sie lässt sich vorher absagen.
error-rule-id = Ein Name dafür hat kleine Buchstaben, Ziffern und Bindestriche.
error-rule-cue = Sag mit wenigen Worten, zu welchem Moment deines Tages es gehört.
error-rule-leads = So viele Erinnerungen vorher sind nicht möglich.
error-rule-hours = Diese Stunden enden, bevor sie beginnen. Bis Mitternacht heißt bis 00:00; über Mitternacht hinaus sind es höchstens zwölf Stunden.
error-rule-weekdays = Wähl mindestens einen Tag der Woche.
error-rule-times = Möglich ist ein- bis siebenmal in der Woche.
error-rule-every-days = Möglich ist alle 2 bis 365 Tage.
error-rule-day-of-month = Ein Monat hat die Tage 1 bis 31.
error-rule-day-of-year = Einen solchen Tag gibt es im Jahr nicht.
error-rule-leads-of-routine = Nur eine Verabredung oder ein Tag zum Erinnern kann vorher gesagt werden.
error-rule-once-of-routine = Nur eine Verabredung oder ein Tag zum Erinnern kann zu einem einzigen Zeitpunkt sein.
error-rule-chance-of-booked = Eine Verabredung oder ein Tag zum Erinnern hat einen eigenen Tag.
error-too-many-rules = Das sind mehr, als Tend auseinanderhalten kann. Nimm zuerst eine weg.

## Nachrichten: was einmal gesagt wird.

notice-own-device-came = Ein weiteres Gerät von dir ist jetzt verbunden: { $device }.
notice-partner-device-came = Auf der anderen Seite ist jetzt ein neues Gerät da.
notice-own-device-went = Ein Gerät von dir wurde entfernt: { $device }.
notice-partner-device-went = Auf der anderen Seite wurde ein Gerät entfernt.
notice-partner-left = Euer gemeinsamer Raum wurde geschlossen. Was du geschrieben hast, bleibt bei dir.
notice-partner-silent = Seit ihr euch verbunden habt, ist von der anderen Seite nichts angekommen. Falls du dort in Tend auch nicht zu sehen bist, schließt euren gemeinsamen Raum auf beiden Geräten und verbindet euch neu. Was du geschrieben hast, bleibt bei dir.
notice-removed = Dieses Gerät wurde von einem anderen deiner Geräte entfernt. Was darauf ist, bleibt hier.
notice-repaired = Tend hat eure sichere Verbindung erneuert. Nichts ging verloren.
notice-server-lost-space = Der Server sagt, dass dieses Gerät nicht mehr zu deinem Raum gehört. Hast du es mit einem anderen Gerät entfernt? Wenn nicht, verbinde es von dort aus neu oder frag bei denen nach, die euren Server betreiben. Alles, was auf diesem Gerät ist, bleibt hier.
notice-server-full = Euer Server hat gerade keinen Platz mehr für dieses Gerät. Was du schreibst, bleibt hier und geht raus, sobald es klappt. Wenn das öfter kommt, frag bei denen nach, die den Server betreiben.
notice-store-put-back = Dieses Gerät ist auf einen früheren Stand seiner Daten zurückgegangen, deshalb hat Tend eure sichere Verbindung erneuert. Was du seitdem geschrieben hast, fehlt hier vielleicht. Auf der anderen Seite oder auf deinen anderen Geräten ist es womöglich noch da.
notice-copied-store = Es sieht so aus, als liefe Tend mit denselben Daten auf zwei Geräten. Zu deinem Schutz teilt dieses hier einen Tag lang nichts und macht dann von selbst weiter. Falls du deine Daten auf ein anderes Gerät übertragen hast, lösch Tend dort. Was du schreibst, ist hier solange sicher.
notice-forbidden-record = Etwas kam an, das nicht in euren gemeinsamen Raum gehört. Es wurde nicht angenommen.
notice-partners-copy = Etwas von dir war auf keinem deiner Geräte mehr und kam vom anderen Gerät zurück. Es ist die Kopie von dort.

kept-back = { $things ->
    [one] Etwas, das du geschrieben hast, geht gerade nicht raus. Es ist sicher auf diesem Gerät.
   *[other] { $things } Sachen, die du geschrieben hast, gehen gerade nicht raus. Sie sind sicher auf diesem Gerät.
}
kept-here = Du hast dieses Gerät von einem anderen aus entfernt, darum bleibt hier, was du hier schreibst. Wenn du es wieder mit den anderen nutzen willst, installier Tend darauf noch mal und verbinde es.

device-unnamed = ein Gerät

## Warum aus einer Einladung nichts wurde, und was jetzt zu tun ist.

invite-ran-out = Sie ist abgelaufen, bevor ihr beide Ja gesagt habt. Mach bitte eine neue.
invite-taken-back = Sie wurde auf einem der Geräte zurückgenommen oder auf einem dritten geöffnet. Du kannst eine neue machen.
invite-phone-in-use = Auf dem neuen Gerät liegt schon etwas, deshalb bleibt es, wie es ist. Nichts darauf ging verloren.
invite-already-paired = Von euch beiden ist schon jemand in Tend verbunden.
invite-newer = Auf dem anderen Gerät läuft ein neueres Tend. Bitte aktualisiere die App hier und mach dann eine neue Einladung.
invite-not-the-same = Die beiden Geräte haben nicht dasselbe gesehen. Zu eurem Schutz hat Tend abgebrochen. Mach eine neue, am besten, wenn ihr zusammen seid.
