# Pistas dichas de paso, y una sorpresa pequeña hecha de una. Para una persona, en secreto.
exercise-surprise-list = Planear una sorpresa
    .purpose = Juntas lo que { partner } ha dicho de paso y conviertes algo de eso en una sorpresa.
exercise-surprise-list-begin = Piensa en las últimas semanas con { partner }. ¿Qué salió de paso: una comida, una canción, un lugar, algo que le encantaba antes?
exercise-surprise-list-clues = Anota lo que se te ocurra, tal como lo dijo. «Yo tenía una taza así» ya es una pista.
exercise-surprise-list-ideas = ¿Qué podrías hacer con eso? El tiempo cuenta tanto como algo comprado. Guíate por lo que le gusta a { partner }.
    .stem = Podría …
exercise-surprise-list-choose = Elige una idea, una fácil, y más o menos cuándo. Un día sin motivo es lo más bonito.
    .stem = Un día, tal vez cuando …
exercise-surprise-list-keep = Luego deja que pase. Si a { partner } no le gustan las sorpresas, di un día antes que viene algo bueno.
