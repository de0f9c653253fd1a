# Worte, die der Kern sagt. Warm, schlicht und kurz; niemand ist schuld.

## Fehler: was passiert ist, und was man tun kann.

error-store-in-use = Tend ist auf diesem Handy schon woanders offen. Schließ es dort und versuch es noch einmal.
error-store-shared = Tend kann nichts in einem Ordner speichern, den auch andere Apps nutzen. Das ist ein Fehler in der App: Sag bitte denen Bescheid, die sie gemacht haben.
error-store-wrong-key = Dieses Handy kann nicht mehr öffnen, was Tend hier gespeichert hat. Du kannst es von einem deiner anderen Handys aus neu einrichten.
error-store-newer = Die Daten auf diesem Handy stammen aus einer neueren Version von Tend. Bitte aktualisiere die App.
error-store-damaged = Die Tend-Datei auf diesem Handy ist beschädigt. Wenn du Tend noch auf einem anderen nutzt, sind deine Worte dort noch da.
error-store-disk = Auf diesem Handy ist kein Platz mehr, oder die Datei lässt sich nicht lesen. Schaff etwas Platz und versuch es noch einmal.
error-store-failed = Tend konnte das gerade nicht speichern. Bitte versuch es noch einmal.
error-space-failed = Beim Verschlüsseln hat etwas nicht geklappt. Was du geschrieben hast, ist noch da. Bitte versuch es noch einmal.
error-internal = In Tend ist etwas schiefgegangen. Was du vorher gespeichert hast, ist sicher. Bitte versuch es noch einmal.
error-not-found = Das ist nicht mehr da.
error-too-large = Das ist zu lang. Bitte kürz es.
error-text-empty = Hier steht noch nichts.
error-text-too-long = Das ist zu lang. Bitte kürz es.
error-name-empty = Mit einem Namen bist du leichter zu erkennen.
error-name-too-long = Bitte wähl einen kürzeren Namen.
error-not-yours = Das kann nur ändern, wer es geschrieben hat.
error-already-thanked = Dafür wurde dir schon gedankt, darum lässt es sich nicht mehr ändern. Löschen kannst du es trotzdem.
error-thank-own = Das ist von dir.
error-already-shared = Das hast du schon geteilt.
error-changed-meanwhile = Das ist inzwischen anders, vielleicht von deinem anderen Handy aus. Schau noch mal drüber, bevor du es teilst.
error-not-paired = Tend ist noch nicht mit { partner-dative } verbunden.
error-already-paired = Tend ist schon mit { partner-dative } verbunden.
error-phone-in-use = Auf diesem Handy hast du in Tend schon etwas. Hinzufügen kannst du nur eins, auf dem Tend noch leer ist.
error-no-server = Wähl zuerst einen Server.
error-other-server = Das ist nicht der Server, den deine Handys kennen, darum wurde nichts dorthin geschickt. Wenn deiner neu aufgesetzt wurde, gib seine Adresse noch einmal ein.
error-device-revoked = Du hast dieses Handy von einem anderen aus entfernt, darum gleicht es nichts mehr ab. Was darauf ist, kannst du hier weiter lesen.
error-offline = Der Server ist gerade nicht erreichbar. Alles ist hier gespeichert und wird später übertragen.
error-server-unreadable = Der Server hat etwas geantwortet, das Tend nicht versteht. Bitte versuch es später noch einmal.
error-server-refused = Der Server konnte das gerade nicht tun. Bitte versuch es später noch einmal.
error-server-busy = Der Server ist gerade ausgelastet. Bitte versuch es in einer Minute noch einmal.
error-server-full = Auf diesem Server ist kein Platz mehr für dich. Alles ist hier gespeichert.
error-access-code-needed = Dieser Server möchte einen Zugangscode. Frag die Person, die ihn betreibt.
error-bad-access-code = Dieser Zugangscode ist leer oder zu lang. Er ist eine Zeile mit höchstens 128 Zeichen, schau bitte noch einmal nach.
error-bad-server = Das ist keine Serveradresse. Serveradressen sehen so aus: https://tend.example.org – http:// geht nur für einen Server bei dir zu Hause, etwa http://192.168.1.20:8787
error-invite-newer = Diese Einladung kommt von einem neueren Tend. Bitte aktualisiere die App.
error-invite-unreadable = Von dieser Einladung fehlt ein Stück. Lass sie dir noch einmal schicken.
error-invite-gone = Diese Einladung gibt es nicht mehr. Lass dir eine neue geben.
error-own-invite = Das ist deine eigene Einladung. Sie ist für das andere Handy.
error-code-mistyped = In diesem Code ist ein Tippfehler. Bitte schau noch einmal hin.
error-nothing-to-confirm = Es gibt noch nichts zu bestätigen.
error-this-device = Das ist das Handy in deiner Hand. Entfern es von einem anderen aus.
error-opens-later = Das öffnet sich, wenn du Zuhören geübt hast. Jede der Übungen zum Zuhören zählt.
error-run-over = Das ist schon fertig. Du kannst jederzeit neu anfangen.
error-run-too-old = Das ist eine Weile her, darum fängt es von vorn an. Was du geschrieben hast, ist noch da.
error-not-pausable = Das macht man am Stück. Aufhören kannst du jederzeit.
error-no-step = Das ist der erste Schritt.
error-nothing-to-write = In diesem Schritt gibt es nichts zu schreiben.
error-only-yours = Was du hier schreibst, bleibt bei dir. Es lässt sich nicht teilen.
error-not-on-scale = Bitte wähl eine Zahl von 0 bis 10.
error-out-of-range = So viel, so früh oder so spät kann Tend nicht planen. Bitte wähl etwas, das näher liegt.
error-no-windows = Wähl mindestens eine Zeit, die dir passt.
error-too-many-windows = Das sind zu viele Zeiten für Tend. Ein paar reichen.
error-window-backwards = Hier liegt das Ende vor dem Anfang. Bis Mitternacht heißt bis 00:00; über Mitternacht hinaus sind es höchstens zwölf Stunden.
error-zone-unknown = Tend kennt diese Zeitzone nicht und weiß darum nicht, wann deine Zeiten anderswo sind. Wähl in den Einstellungen deines Handys eine andere.
error-not-open = Das ist schon geklärt, oder eine andere Zeit gilt stattdessen.
error-own-proposal = Das ist dein eigener Vorschlag, darum kannst du ihn nicht selbst beantworten.
error-slot-past = Diese Zeit ist vorbei. Schlag eine andere vor.
error-slot-outside-week = So früh oder so spät kann Tend nicht planen. Wähl bitte eine Zeit im nächsten Jahr.
error-session-length = Eine gemeinsame Zeit dauert 1 bis 240 Minuten.
error-slot-taken = Da habt ihr schon etwas verabredet. Wähl eine Zeit davor oder danach.
error-already-agreed = Ihr habt schon eine Zeit verabredet. Wenn du eine andere möchtest, sag die erst ab.
error-rule-id = Ein Name dafür hat Kleinbuchstaben, Ziffern und Bindestriche.
error-rule-cue = Sag in ein paar Worten, zu welchem Moment deines Tages es gehört.
error-rule-leads = So viele Erinnerungen vorher gehen nicht.
error-rule-hours = Hier liegt das Ende vor dem Anfang. Bis Mitternacht heißt bis 00:00; über Mitternacht hinaus sind es höchstens zwölf Stunden.
error-rule-weekdays = Wähl mindestens einen Wochentag.
error-rule-times = Möglich ist einmal bis siebenmal in der Woche.
error-rule-every-days = Möglich ist alle 2 bis 365 Tage.
error-rule-day-of-month = Ein Monat hat die Tage 1 bis 31.
error-rule-day-of-year = Diesen Tag gibt es nicht.
error-rule-leads-of-routine = Im Voraus erinnert Tend nur an Verabredungen und besondere Tage.
error-rule-once-of-routine = Einen einzelnen Zeitpunkt gibt es nur für Verabredungen und besondere Tage.
error-rule-chance-of-booked = Verabredungen und besondere Tage haben ein festes Datum, also keine zufällige Zeit.
error-too-many-rules = Das sind zu viele Erinnerungen für Tend. Entfern zuerst eine.

## Hinweise: was einmal gesagt wird.

notice-own-device-came = Noch ein Handy von dir ist jetzt verbunden: { $device }.
notice-partner-device-came = { partner-nominative-start } hat ein neues Handy verbunden.
notice-own-device-went = Eins deiner Handys wurde entfernt: { $device }.
notice-partner-device-went = { partner-nominative-start } hat ein Handy entfernt.
notice-partner-left = Euer gemeinsamer Raum wurde geschlossen. Was du geschrieben hast, hast du noch.
notice-partner-silent = Seit ihr verbunden seid, ist von { partner-dative } nichts gekommen. Wenn Tend dich dort auch nicht zeigt, schließt den gemeinsamen Raum auf beiden Handys und verbindet euch neu. Was du geschrieben hast, behältst du.
notice-removed = Ein anderes deiner Handys hat dieses hier entfernt. Was darauf ist, bleibt hier.
notice-repaired = Tend hat eure sichere Verbindung erneuert. Alles ist noch da.
notice-server-lost-space = Der Server sagt, dass dieses Handy nicht mehr zu deinem Raum gehört. Hast du es von einem anderen aus entfernt? Wenn nicht, verbinde es von dort aus neu, oder frag die Person, die euren Server betreibt. Alles auf diesem Handy bleibt hier.
notice-server-full = Euer Server hat gerade keinen Platz mehr für dieses Handy. Was du schreibst, bleibt hier und geht raus, sobald es klappt. Wenn das öfter kommt, frag die Person, die den Server betreibt.
notice-store-put-back = Dieses Handy ist auf einen früheren Stand seiner Daten zurückgegangen, deshalb hat Tend eure sichere Verbindung erneuert. Was du seitdem geschrieben hast, fehlt hier vielleicht. Bei { partner-dative } oder auf deinen anderen Handys ist es vielleicht noch da.
notice-copied-store = Es sieht so aus, als würden zwei Handys dieselbe Kopie von Tend nutzen. Zu deinem Schutz teilt dieses hier einen Tag lang nichts und macht dann von selbst weiter. Falls du deine Daten auf ein anderes übertragen hast, lösch Tend dort. Was du schreibst, ist hier solange sicher.
notice-forbidden-record = Es ist etwas angekommen, das nicht in euren gemeinsamen Raum gehört. Tend hat es nicht angenommen.
notice-partners-copy = Etwas von dir war auf keinem deiner Handys mehr und kam von { partner-dative } zurück. Es ist die Kopie von dort.

kept-back = { $things ->
    [one] Etwas, das du geschrieben hast, geht gerade nicht raus. Es ist sicher auf diesem Handy.
   *[other] { $things } Sachen, die du geschrieben hast, gehen gerade nicht raus. Sie sind sicher auf diesem Handy.
}
kept-here = Du hast dieses Handy von einem anderen aus entfernt, darum bleibt hier, was du hier schreibst. Wenn du es wieder mit den anderen nutzen willst, installier Tend darauf noch mal und verbinde es.

device-unnamed = ein Handy

## Warum aus einer Einladung nichts wurde, und was jetzt zu tun ist.

invite-ran-out = Sie ist abgelaufen, bevor ihr beide Ja gesagt habt. Mach bitte eine neue.
invite-taken-back = Sie wurde auf einem der Handys zurückgenommen oder auf einem dritten geöffnet. Du kannst eine neue machen.
invite-phone-in-use = Auf dem neuen Handy ist in Tend schon etwas, deshalb bleibt es, wie es ist.
invite-already-paired = Von euch beiden ist schon jemand in Tend verbunden.
invite-newer = Auf dem anderen Handy läuft ein neueres Tend. Bitte aktualisiere die App hier und mach dann eine neue Einladung.
invite-not-the-same = Die beiden Handys haben nicht dasselbe gesehen, darum hat Tend zu eurem Schutz abgebrochen. Mach eine neue, am besten, wenn ihr zusammen seid.
