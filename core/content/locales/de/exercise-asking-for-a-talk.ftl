# Fragen, ob es jetzt passt, und frei antworten.
exercise-asking-for-a-talk = Um ein Gespräch bitten
    .purpose = Ein Gespräch beginnt leichter, wenn jemand vorher gefragt hat. Ihr übt das Fragen und das freie Antworten.
exercise-asking-for-a-talk-arrive = Das ist nur eine Probe, mit winzigen Themen: ein Film, eine Pflanze, der Plan für Sonntag. Es wird nichts besprochen. Ein Ja ist schnell gesagt, darum probiert ihr hier „später“ und „nein“ aus.
exercise-asking-for-a-talk-topic = Denk dir ein winziges Thema aus und einen Satz dafür. Er gibt dem Thema nur einen Namen; die Geschichte dazu kann warten.
exercise-asking-for-a-talk-ask = Sag deinen Satz und frag, ob es jetzt passt.
    .stem = Passt es dir gerade, über …
exercise-asking-for-a-talk-later = Sag das Thema kurz zurück. Dann probier ein „jetzt nicht“ und nenn eine Zeit bis morgen, die dir wirklich passt.
    .stem = Jetzt passt es nicht, aber …
exercise-asking-for-a-talk-again = Frag noch einmal, als wäre es ein anderer Tag.
    .stem = Magst du mit mir reden über …
exercise-asking-for-a-talk-no = Probier diesmal ein Nein, kurz und freundlich, ohne Grund. Es gilt dem Moment, nicht der anderen Person. „Nein, heute nicht. Schön, dass du gefragt hast.“
exercise-asking-for-a-talk-stands = Lass das Nein stehen. „Ist gut“ reicht als Antwort. Niemand hat etwas verloren, und das Thema kann warten.
exercise-asking-for-a-talk-close = Was fiel leichter, das Fragen oder das Nein? Wenn ihr mögt, sucht einen kurzen Satz dafür, den ihr beide gern hören würdet.
    .stem = Leichter fiel mir …
