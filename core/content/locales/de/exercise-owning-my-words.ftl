# Meine eigenen harten Worte, gesagt oder gedacht: allein, und am Ende losgelassen.
exercise-owning-my-words = Was meine harten Worte wollen
    .purpose = Schau freundlich auf deine eigenen harten Worte und finde in einem davon den Wunsch.
exercise-owning-my-words-arrive = Such dir eine ruhige Stunde, ein paar Tage nach dem letzten Streit. Papier geht so gut wie das Telefon. Die Liste, die hier entsteht, lässt du danach wieder los. Du kannst jederzeit aufhören und sie gleich loslassen.
exercise-owning-my-words-words = Welche harten Worte hast du für { partner-accusative }, laut gesagt oder nur gedacht? Schreib ein paar auf, so kurz, wie sie kommen. Die meisten Menschen haben welche; sie sagen, dass etwas wehgetan hat.
    .stem = Ein Wort von mir ist …
exercise-owning-my-words-began = Daneben: Was war gerade passiert, als es kam? Schreib nur, was jemand gesehen oder gehört hätte, der danebenstand, etwa „das Telefon klingelte, und das Essen ging ohne mich weiter“.
    .stem = Es kam, als …
exercise-owning-my-words-myself = Nun behutsam: Wo kennst du ein wenig davon von dir selbst? Vielleicht als dein Gegenteil oder als etwas, das du dir nie erlaubst. Wenn nichts kommt, lass es; auch das ist eine Antwort.
    .stem = Ein wenig kenne ich es, wenn …
exercise-owning-my-words-turn = Nimm eins der leichteren Worte und dreh es um: zu etwas, das du schätzt und das nahe daran liegt, oder zu dem, was du dir wünschst. Aus „chaotisch“ wird vielleicht „ich mag deine Ideen“ oder „ich wünsche mir einen ruhigen Abend“.
    .stem = Lieber möchte ich sagen …
exercise-owning-my-words-keep = Lies den neuen Satz ein-, zweimal, auch laut, wenn du allein bist. Behalt ihn im Kopf. Vielleicht kommt er einmal in einem Gespräch vor oder in einem Dank, oder er bleibt bei dir.
exercise-owning-my-words-let-go = Jetzt darf die Liste gehen. Lösch hier, was du geschrieben hast, Schritt für Schritt, oder reiß das Papier in kleine Stücke. Atme langsam aus. Die Worte haben ihre Arbeit getan: Sie haben gezeigt, wo es wehtut.
exercise-owning-my-words-close = Harte Worte kommen wieder; das geht allen so. Vielleicht hörst du in einem davon den Wunsch etwas früher. Für heute ist das genug. Mach noch etwas, das dir guttut.
