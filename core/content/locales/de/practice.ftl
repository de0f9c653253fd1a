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
list = { $others } und { $last }
date-and-time = { $date }, { $time }
minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}

## Übungen

unknown-exercise = Eine Übung
privacy-spoken = Hier wird nichts aufgeschrieben.
privacy-private = Was du schreibst, bleibt auf deinen eigenen Handys.
privacy-draft-then-share = Du schreibst zuerst für dich. Bei { partner-dative } kommt nur an, was du teilst.
practice-listen-first = Das öffnet sich, wenn du Zuhören geübt hast.
practice-question = Wenn du magst: Wie wohl fühlst du dich gerade, von 0 bis 10? Nur du siehst das.
turn-me = Du bist dran
turn-partner = { partner-nominative-start } ist dran
turn-both = Für euch beide
turn-alone = Für dich
hand-over-to-partner = Gib das Handy weiter.
hand-over-back = Das Handy kommt zu dir zurück.

## Heute

today-gentle = Ein ruhiger Tag
    .text = Heute ist nichts geplant. Sei gut zu dir.
    .reason = Du hast diesen Tag als ruhigen Tag markiert.
today-welcome-back = Schön, dass du da bist
    .text = Alles ist noch da, und du kannst anfangen, wo du magst.
    .reason = Es ist eine Weile her.
today-appointment =
    .text = { $when }. Ihr habt beide Ja gesagt.
    .text-alone = { $when }. Das ist deine Zeit.
    .reason-both-chose = Es passt euch beiden { $days }.
    .reason-agreed = Ihr habt es beide so verabredet.
    .reason-alone = Es passt dir { $days }.
today-proposal =
    .text = Passt dir diese Zeit: { $when }? Ja, ein andermal oder nein: Jede Antwort ist gut.
    .reason = Der Vorschlag kommt von { partner-dative }.
today-times = Gelten deine Zeiten noch nach der Uhr von { $place }?
    .text = Hier ist es später oder früher. Lass deine Zeiten, wie sie sind, oder stell sie auf die Uhr hier um.
    .reason = Du bist gerade in einer anderen Zeitzone.
today-resume =
    .text = Mach weiter, wo du aufgehört hast, oder lass es gut sein.
    .reason = Du hast es für später aufgehoben.
today-prompt = Etwas für heute
    .reason-path = Es passt zu dieser Woche.
    .reason-chosen = So etwas magst du ab und zu.
today-rehearsal =
    .text = Wenn dir danach ist, üb das noch einmal.
    .reason = Zuhören wird mit jedem Mal leichter.
today-asks = Helfen dir diese Erinnerungen noch?
    .text = Sie kommen jetzt seltener. Lass es so, ändere sie oder schalt sie ab.
    .reason = Die letzten kamen vielleicht ungelegen.

## Verabredungen

schedule-told = Die Zeiten, die du hier angibst, und deine Zeitzone sind auch für { partner-accusative } sichtbar, und ob du gerade dort bist. Sonst nichts aus deinem Alltag.
schedule-alone-told = Diese Zeiten bleiben bei dir.
schedule-partner-elsewhere = { partner-nominative-start } ist gerade vielleicht in einer anderen Zeitzone, darum steht die Uhrzeit dort nicht dabei.
schedule-shorter = Für { $minutes } habt ihr diese Woche keine gemeinsame Zeit. Etwas Kürzeres würde passen.
schedule-shorter-alone = Für { $minutes } hast du diese Woche keine freie Zeit. Etwas Kürzeres würde passen.
schedule-none-alone = Du hast diese Woche keine freie Zeit eingetragen. Trag welche ein oder mach etwas Kleines.
schedule-none = Eure freien Zeiten überschneiden sich diese Woche nicht. Trag weitere ein oder mach etwas Kleines für dich.
schedule-quiet = Diese Woche ist nichts geplant.

## Erinnerungen: was auf dem Sperrbildschirm stehen darf, sagt nichts.

nudge-public = Ein Moment für dich
nudge-appreciation = Ist dir an jemandem etwas Schönes aufgefallen? Jetzt wäre ein guter Moment, es zu sagen.
nudge-caring = Heute jemandem etwas Liebes tun?
nudge-fun = Zeit für ein bisschen Quatsch, wenn du magst.
nudge-surprise = Heute wäre ein guter Tag für eine Überraschung.
nudge-vision = Wie sähe eine gute Woche zu zweit aus? Ein Satz reicht.
nudge-reflection = Eine Minute nur für dich.
nudge-listening = Wenn dir heute jemand etwas erzählt, wiederhol die letzten Worte und warte.
nudge-session = Heute hast du etwas vor. Es liegt bereit.
nudge-appointment = { $exercise }: { $when }.
nudge-occasion = An diesen Tag wolltest du denken: { $when }.
nudge-cued = { $cue } – { $text }
nudge-asks = { $text } Helfen dir diese Erinnerungen noch? Du kannst sie ändern oder abschalten.
nudge-keep-going = Hier ist Ruhe, bis du Tend das nächste Mal öffnest.

reason-chosen-days = Du wünschst es dir { $days }.
reason-chosen-times = Du wolltest das ab und zu.
reason-every-day = Du wolltest das an den meisten Tagen.
reason-surprise = Überraschungen kommen am schönsten unangekündigt.
reason-cue = Es gehört zu einem Moment deines Tages.
reason-booked = Es ist verabredet.
reason-yearly = Es kommt einmal im Jahr.
reason-monthly = Du wolltest das einmal im Monat.
reason-snoozed = Du wolltest später daran erinnert werden.
reason-holds = Es geht schon von selbst, darum kommt es seltener.
reason-half-as-often = Du wirst gerade etwa halb so oft erinnert.
