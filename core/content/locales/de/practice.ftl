# Was der erste Bildschirm, Übungen, Verabredungen und Erinnerungen sagen.

## Tage und Zeiten

weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
weekdays-1 = montags
weekdays-2 = dienstags
weekdays-3 = mittwochs
weekdays-4 = donnerstags
weekdays-5 = freitags
weekdays-6 = samstags
weekdays-7 = sonntags
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date = { $weekday }, { $day }. { $month }
time = { $hour }:{ $minute } Uhr
date-and-time = { $date }, { $time }
minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}

## Übungen

unknown-exercise = Eine Übung
privacy-spoken = Hier wird nichts aufgeschrieben.
privacy-private = Was du schreibst, bleibt auf deinen eigenen Geräten.
privacy-draft-then-share = Du schreibst zuerst für dich. Bei { partner-dative } kommt nur an, was du freigibst.
practice-listen-first = Das öffnet sich, wenn du ein wenig Zuhören geübt hast.
practice-question = Wenn du magst: Wie wohl ist dir gerade mit dir selbst, von 0 bis 10? Nur du siehst das.
turn-me = Du bist dran
turn-partner = Die andere Person ist dran
turn-both = Für euch beide
turn-alone = Für dich
hand-over-to-partner = Gib das Telefon weiter, wenn du magst.
hand-over-back = Das Telefon kommt zu dir zurück.

## Heute

today-gentle = Ein sanfter Tag
    .text = Heute ist nichts geplant. Sei gut zu dir.
    .reason = weil du diesen Tag als sanften Tag markiert hast
today-welcome-back = Schön, dass du da bist
    .text = Alles ist, wo du es gelassen hast, und du kannst überall anfangen.
    .reason = weil es eine Weile her ist
today-appointment =
    .text = { $when }. Ihr habt beide Ja gesagt.
    .text-alone = { $when }. Das ist deine eigene Zeit.
    .reason-both-chose = weil ihr beide { $days } gewählt habt
    .reason-agreed = weil ihr es beide so verabredet habt
    .reason-alone = weil du { $days } gewählt hast
today-proposal =
    .text = Passt dir { $when }? Ja, ein anderes Mal oder Nein: Jede Antwort ist gut.
    .reason = weil es ein Vorschlag von { partner-dative } ist
today-times = Gelten deine Zeiten noch nach der Uhr von { $place }?
    .text = Hier geht die Uhr anders. Du kannst deine Zeiten lassen, wie sie sind, oder sie nach der Uhr hier gelten lassen.
    .reason = weil du gerade in einer anderen Zeitzone bist
today-resume =
    .text = Du kannst weitermachen, wo du aufgehört hast, oder es gehen lassen.
    .reason = weil du es für später beiseitegelegt hast
today-prompt = Etwas Kleines für heute
    .reason-path = weil es gerade zu deinem Weg passt
    .reason-chosen = weil du ab und zu etwas Kleines magst
today-rehearsal =
    .text = Wenn dir danach ist, nimm das wieder auf.
    .reason = weil Zuhören bleibt, wenn man es ab und zu übt
today-asks = Sollen diese Erinnerungen weiter kommen?
    .text = Sie kommen jetzt seltener. Du kannst es so lassen, sie ändern oder abschalten.
    .reason = weil die letzten zu unpassenden Zeiten kamen

## Verabredungen

schedule-told = Die Zeiten, die du hier angibst, sieht auch die andere Seite, samt deiner Zeitzone und ob du gerade in ihr bist, und sonst nichts von deinen Tagen.
schedule-alone-told = Diese Zeiten bleiben bei dir.
schedule-partner-elsewhere = Die andere Seite ist gerade vielleicht in einer anderen Zeitzone. Darum steht die Uhrzeit dort nicht dabei.
schedule-shorter = Für { $minutes } habt ihr keine gemeinsame Zeit. Etwas Kürzeres würde passen.
schedule-none = Eure Zeiten treffen sich diese Woche nicht. Du kannst welche ergänzen oder etwas Kleines für dich tun.
schedule-quiet = Diese Woche ist nichts geplant, und das ist in Ordnung.

## Erinnerungen: was auf dem Sperrbildschirm stehen darf, sagt nichts.

nudge-public = Ein Moment für dich
nudge-appreciation = Etwas, das du an jemandem schätzt: Wäre jetzt ein guter Moment, es zu sagen?
nudge-caring = Etwas kleines Liebes, wenn der Tag Platz dafür hat.
nudge-fun = Ein wenig Leichtigkeit, wenn dir danach ist.
nudge-surprise = Vielleicht ein guter Tag für eine kleine Überraschung.
nudge-vision = Ein Blick auf das, was du dir wünschst, wenn du magst.
nudge-reflection = Eine ruhige Minute für dich.
nudge-listening = Ein wenig zuhören, wem immer du heute begegnest.
nudge-session = Heute habt ihr etwas Zeit füreinander. Es liegt etwas für euch bereit.
nudge-appointment = { $exercise }: { $when }.
nudge-occasion = Ein Tag, an den du denken wolltest: { $when }.
nudge-cued = { $cue }: { $text }
nudge-asks = { $text } Hilft dir das noch? Du kannst es ändern oder abschalten.
nudge-keep-going = Öffne Tend, wann du magst, dann plant es die nächsten Tage für dich.

reason-chosen-days = weil du { $days } gewählt hast
reason-chosen-times = weil du das ab und zu wolltest
reason-every-day = weil du das an den meisten Tagen wolltest
reason-surprise = weil Überraschungen am schönsten unangekündigt kommen
reason-cue = weil du es an einen Moment deines Tages geknüpft hast
reason-booked = weil es verabredet ist
reason-yearly = weil es einmal im Jahr wiederkommt
reason-monthly = weil du das einmal im Monat wolltest
reason-snoozed = weil du später daran denken wolltest
reason-holds = weil es schon von selbst geht, kommen sie seltener
reason-half-as-often = weil sie eine Weile seltener kommen
