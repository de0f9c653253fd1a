# My own hard words, said or thought: alone, and let go at the end.
exercise-owning-my-words = Behind my harsh words
    .purpose = Look at your own harsh words, kindly, and find the wish inside one of them.
exercise-owning-my-words-arrive = Pick a calm hour, a few days after an argument. Use paper if you’d rather. Anyone who can unlock your phone can read this.
exercise-owning-my-words-words = Which harsh words do you use about { partner }, out loud or in your head? Write a few, as short as they come.
    .stem = A word I use is …
exercise-owning-my-words-began = Next to each: what had just happened? Only what an onlooker would have seen, like “the phone rang and dinner went cold”.
    .stem = It came when …
exercise-owning-my-words-myself = Do you know some of this from yourself, or is it something you don’t allow yourself? If nothing comes, skip it.
    .stem = I know some of it when …
exercise-owning-my-words-turn = Turn a lighter one round: something you like that’s close to it, or what you want. “Chaotic” could be “I’d love one calm evening”.
    .stem = What I’d rather say is …
exercise-owning-my-words-keep = Read the new sentence again, out loud if you’re alone. Keep it in mind; it may fit into a talk one day.
exercise-owning-my-words-let-go = You can let the words go now. The wish is what you keep. Delete each step here, or tear up the paper.
exercise-owning-my-words-close = You’ll use harsh words again; everyone does. Maybe you’ll hear the wish a moment sooner. Now do something nice for yourself.
