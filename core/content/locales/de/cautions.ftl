# Was vor einer Übung gesagt wird, die etwas aufrühren kann.
caution-memories = Alte Erinnerungen können hochkommen. Du kannst jederzeit aufhören.
caution-touch = Hier kommt ihr euch nahe. Wie nah, entscheidest du für dich, und du kannst es dir jederzeit anders überlegen. Das gilt für euch beide.
caution-strong-feelings = Hier können Gefühle hochgehen. Nicht, wenn ihr getrunken habt, und haltet euch danach etwas Zeit frei.
caution-not-when-unsafe = Lass diese Übung aus, wenn du in deiner Beziehung Angst hast oder dich überwacht oder bedrängt fühlst. Hilfe findest du auf der Seite „Sicherheit“.
caution-only-for-you = Das bleibt auf deinen Geräten und geht nie an { partner-accusative }. Wer dein Handy entsperren kann, kann es lesen.
caution-not-a-contract = Was du hier gibst, ist ein Geschenk. Niemand schuldet etwas zurück.
caution-not-when-tired = Müde, hungrig, aufgewühlt oder getrunken? Nehmt einen anderen Tag.
caution-not-evidence = Was hier gesagt wird, ist zum Zuhören da. Bitte benutzt es später nicht im Streit.
