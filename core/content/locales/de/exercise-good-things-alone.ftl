# Drei Dinge, die man in dieser Woche geschätzt hat, für eine Person allein.
exercise-good-things-alone = Drei gute Dinge
    .purpose = Schreib auf, was du in dieser Woche geschätzt hast, an jemandem oder an dir, und was es über diesen Menschen sagt.
exercise-good-things-alone-settle = Atme einmal langsam durch und lass die Woche vorbeiziehen. Auch schwere Tage dürfen dabei sein.
exercise-good-things-alone-three = Schreib drei Dinge auf, die du in dieser Woche geschätzt hast: an einem lieben Menschen, in einer Freundschaft, an jemand Fremdem oder an dir. Zwei sind auch gut, und eines genauso.
    .stem = Geschätzt habe ich, dass …
exercise-good-things-alone-shows = Was zeigt jedes davon über den Menschen: Wärme, Mut, Sorgfalt? Ein Wort genügt. Und wenn du es warst, sei genauso großzügig.
    .stem = Das zeigt …
exercise-good-things-alone-keep = Bleib bei einem davon noch ein wenig. Du kannst es irgendwann erzählen oder als guten Gedanken für dich behalten.
