# Im Vorbeigehen Erwähntes sammeln und daraus eine kleine Überraschung machen. Für eine Person, heimlich.
exercise-surprise-list = Eine Überraschung planen
    .purpose = Du sammelst, was { partner-nominative } nebenbei erwähnt hat, und machst aus einem davon eine Überraschung.
exercise-surprise-list-begin = Denk an die letzten Wochen mit { partner-dative }. Was kam nebenbei vor: ein Essen, ein Lied, ein Ort, etwas von früher?
exercise-surprise-list-clues = Schreib auf, was dir einfällt, genau so, wie { partner-nominative } es gesagt hat. „So eine Tasse hatte ich mal“ ist ein Hinweis.
exercise-surprise-list-ideas = Was könntest du daraus machen? Zeit zählt genauso wie etwas Gekauftes. Geh danach, was { partner-nominative } mag.
    .stem = Ich könnte …
exercise-surprise-list-choose = Such dir eine Idee aus, eine einfache, und ungefähr, wann. Ein Tag ohne Anlass ist besonders schön.
    .stem = Irgendwann, vielleicht wenn …
exercise-surprise-list-keep = Dann lass es passieren. Wenn { partner-nominative } keine Überraschungen mag, sag am Tag davor, dass etwas Schönes kommt.
