# Zwanzig ruhige Minuten nach einem Ärger oder mittendrin: allein.
exercise-calming-down = Zur Ruhe kommen
    .purpose = Zwanzig Minuten für einen Körper im Alarm: atmen, lockern, etwas Ruhiges tun und dann wählen, wie es weitergeht.
exercise-calming-down-arrive = Du bist wütend oder aufgewühlt, und das darf sein. Im Moment gibt es nichts zu lösen und niemanden zu überzeugen. Wenn es geht, such dir einen stillen Ort. Wenn du in Gefahr bist, geht deine Sicherheit all dem vor.
exercise-calming-down-breathe = Atme sanft ein, während du bis vier zählst, und aus, während du bis sechs zählst. Kürzer ist auch gut; es zählt nur, dass das Ausatmen länger dauert. Nichts mit Gewalt. Wenn dich das Zählen stört, seufze einfach ein paarmal.
exercise-calming-down-loosen = Lass den Kiefer ein wenig hängen, die Schultern sinken, die Hände aufgehen. Ball kurz eine Faust und lass los; dann die andere; dann die Füße. Was wehtut oder sich nicht bewegen mag, lässt du aus.
exercise-calming-down-quiet = Tu etwas Ruhiges: Musik hören, etwas Warmes halten, in den Himmel schauen, eine Schublade sortieren, ein paar Seiten lesen. Fängt im Kopf der Streit wieder an, hält das den Körper wach. Sag dann „später“ und kehr zurück zu dem, was du tust.
exercise-calming-down-notice = Wie ist es jetzt, in der Brust, im Gesicht, in den Händen? Wenn es noch laut ist, sind zehn oder zwanzig weitere Minuten gut angelegt. Jeder Mensch braucht so lange, wie er braucht.
exercise-calming-down-choose = Wenn es leiser ist, wähl, was passt: später darüber reden, zu einer verabredeten Zeit; eine kleine Bitte daraus machen; oder es für jetzt gut sein lassen. Wenn du vor { partner-dative } Angst hast, lass das Reden und schau auf die Seite zur Sicherheit.
exercise-calming-down-close = Was du gewählt hast, kann auf seine Stunde warten. Du hast deinem Körper gegeben, worum er gebeten hat. Trink einen Schluck Wasser und geh heute etwas sanft mit dir um.
