# Was vor einer Übung steht, die etwas bewegen kann.
caution-memories = Alte Erinnerungen können auftauchen. Du kannst jederzeit aufhören, und niemand fragt, warum.
caution-touch = Hier kommt ihr euch nahe. Wie nah, das bestimmt jeder Mensch selbst und darf es sich jederzeit anders überlegen.
caution-strong-feelings = Hier können Gefühle hochkommen. Sucht euch eine ruhige Stunde und lasst danach etwas Zeit.
caution-not-when-unsafe = Lass diese Übung aus, wenn du vor { partner-dative } Angst hast oder dich überwacht oder bedrängt fühlst. Die Seite zur Sicherheit ist für dich da.
caution-only-for-you = Das bleibt auf deinen eigenen Geräten. Es ist für dich und geht nie an { partner-accusative }.
caution-not-a-contract = Was daraus wird, ist ein Geschenk. Niemand ist etwas schuldig, und niemand zählt mit.
caution-not-when-tired = Wenn eine Person müde, hungrig oder aufgewühlt ist, passt ein anderer Tag besser.
caution-not-evidence = Was hier gesagt wird, ist zum Zuhören da. Bitte haltet es einander später nicht vor.
