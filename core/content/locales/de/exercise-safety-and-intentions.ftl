# Vor dem ersten Schritt: was Reden sicher macht und was sich beide wünschen.
exercise-safety-and-intentions = Was uns das Reden leichter macht
    .purpose = Du findest heraus, was dir das Reden leichter macht und was du dir für diese Wochen wünschst. Dann erzählt ihr es euch.
exercise-safety-and-intentions-begin = Der erste Teil ist für jede Person allein, heute oder in den nächsten Tagen. Du schreibst für dich und entscheidest später, was du davon erzählen magst. Nur in Gedanken geht es genauso gut.
exercise-safety-and-intentions-safe = Was macht es dir leichter, offen zu sprechen? Eine ruhige Stimme, Zeit zum Nachdenken, kein Bildschirm, jederzeit aufhören zu können? Alles, was dir einfällt, darf hier stehen.
    .stem = Reden fällt mir leichter, wenn …
exercise-safety-and-intentions-too-much = Woran merkst du, dass es dir zu viel wird, und was tut dir dann gut? Dieser Teil ist nur für dich.
    .stem = Wenn es mir zu viel wird, …
exercise-safety-and-intentions-wish = Was wünschst du dir für diese Wochen, für dich und für euch zwei? Etwas Kleines ist schon viel.
    .stem = In diesen Wochen wünsche ich mir …
exercise-safety-and-intentions-choose = Geh es noch einmal durch. Was magst du erzählen: alles, einen einzigen Satz, noch gar nichts? Alles davon ist gut. Wenn ihr beide so weit seid, beginnt der zweite Teil.
exercise-safety-and-intentions-meet = Setzt euch zusammen oder telefoniert. Hier wird nichts entschieden. Eine Person erzählt, die andere hört zu, dann tauscht ihr. Ihr könnt beide jederzeit aufhören, ohne Begründung.
exercise-safety-and-intentions-tell = Erzähl, was dir das Reden leichter macht und was du dir wünschst. Sprich von dir, und nur so weit, wie es sich gut anfühlt.
    .stem = Mir würde helfen, wenn …
exercise-safety-and-intentions-say-back = Sag zurück, was du gehört hast. Es braucht keine Antwort und kein Versprechen. Dann frag: „Hab ich das richtig verstanden?“
    .stem = Wenn ich dich richtig verstehe, …
exercise-safety-and-intentions-agree = Gibt es eine Kleinigkeit, die ihr beide gern hättet? Vielleicht ein Wort, das Pause bedeutet, oder eine gute Tageszeit zum Reden. Wenn euch nichts einfällt, ist das auch in Ordnung.
exercise-safety-and-intentions-thanks = Bedankt euch beieinander für das, was ihr gehört habt. Für heute ist das viel.
