# Eine Abmachung für einen freundlichen Monat, mit einem Zeichen und einem zweiten Versuch.
exercise-days-without-put-downs = Ein freundlicherer Monat
    .purpose = Ihr vereinbart einen Monat, in dem ihr freundlicher miteinander seid, und ein Wort für „autsch“.
exercise-days-without-put-downs-arrive = Es geht um die nächsten vier Wochen, nicht um die letzten. Ihr achtet beide auf eure eigenen Worte. Schwieriges könnt ihr weiter ansprechen.
exercise-days-without-put-downs-agree = Passt euch beiden so ein Monat? Ja, erst mal eine Woche, oder nein: Sagt, was für euch stimmt.
exercise-days-without-put-downs-meaning = Wenn es wehtut, tut es weh, auch wenn es nett gemeint war. Das kann ein Wort sein, ein Ton, ein Witz oder ein Augenrollen.
exercise-days-without-put-downs-wish = Wie möchtest du angesprochen werden, vor allem an einem müden Tag? Wer zuhört, hört nur zu.
    .stem = Mir hilft es, wenn du …
exercise-days-without-put-downs-signal = Vereinbart ein Wort für „das hat wehgetan“. Wer es hört, atmet durch und sagt es noch einmal, freundlicher. Dann geht es weiter.
exercise-days-without-put-downs-not-for = Das Wort ist für Stiche. Es beendet kein Thema, und gegen ein Nein ist es nicht gedacht.
exercise-days-without-put-downs-three = Sagt einander einmal am Tag, was ihr mögt. Eine Sache reicht, und an manchen Tagen ist es keine. Probiert es jetzt.
    .stem = Heute mag ich an dir, dass …
exercise-days-without-put-downs-days = Wenn ihr mögt, markiert die freundlichen Tage im Kalender. Ein schlechter Tag ist ein Tag; die anderen zählen trotzdem.
exercise-days-without-put-downs-close = Sagt beide, worauf ihr euch in diesem Monat freut.
    .stem = Ich freue mich auf …
