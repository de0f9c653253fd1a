# Mein Bild von meinem Gegenüber neben dem Bild der Menschen, bei denen ich groß wurde: allein, einmal, und behalten.
exercise-partner-portrait = Mein Bild von dir
    .purpose = Du schaust, was du magst, was dir schwerfällt und wo sich vielleicht ein altes Bild hineinmischt.
exercise-partner-portrait-consent = Möchtest du das heute machen? Es geht um dich, um { partner-accusative } und um die Menschen, bei denen du groß wurdest, und ist nur für dich.
exercise-partner-portrait-arrive = Nimm eine Zeit, in der ihr einigermaßen im Frieden seid. Du kannst jederzeit aufhören; nach der ersten Liste ist ein guter Moment.
exercise-partner-portrait-like = Was magst du an { partner-dative }? Eigenschaften, Gewohnheiten, das Aussehen, wie es mit anderen ist. Schreib etwas länger, als du denkst.
    .stem = Ich mag an dir, dass …
exercise-partner-portrait-hard = Und was fällt dir schwer? Schreib, was es mit dir macht, nicht, wie { partner-nominative } ist. Fünf Wörter sind viel.
    .stem = Schwer ist für mich, dass …
exercise-partner-portrait-compare = Leg es neben dein Bild von den Menschen, bei denen du groß wurdest. Was ist ähnlich, was ganz anders? Etwas Ähnlichkeit ist normal.
    .stem = Das erinnert mich an …
exercise-partner-portrait-own = Was findest du bei { partner-dative }, das niemand von damals hatte? Schreib ein oder zwei Dinge auf.
    .stem = Das kenne ich nur von dir: …
exercise-partner-portrait-close = So siehst du es heute. Lösch die Seite, wenn du sie nicht behalten möchtest. Etwas von der ersten Liste könntest du irgendwann laut sagen.
