# My own hard words, said or thought: alone, and let go at the end.
exercise-owning-my-words = What my hard words want
    .purpose = Look kindly at your own hard words, and find the wish that is inside one of them.
exercise-owning-my-words-arrive = Choose a calm hour, some days after the last quarrel. Paper is fine instead of the phone. The list you make here is for letting go of afterwards. You can stop, and let it go, at any moment.
exercise-owning-my-words-words = Which hard words do you have for { partner }, said aloud or only thought? Write down a few, as short as they come. Most people have some; they say that something hurt.
    .stem = A word I use is …
exercise-owning-my-words-began = Beside each: what had just happened when it came? Write only what a bystander would have seen or heard, such as “the phone rang and the meal went on without me”.
    .stem = It came when …
exercise-owning-my-words-myself = Now gently: where do you know a little of this from yourself? Perhaps as your opposite, or something you do not allow yourself. If nothing comes, leave it; that is an answer too.
    .stem = A little of it I know when …
exercise-owning-my-words-turn = Take one word, a lighter one. Turn it round: something you value that lies close to it, or what you wish for instead. “Chaotic” may turn into “I like your ideas” or “I wish for one calm evening”.
    .stem = What I would rather say is …
exercise-owning-my-words-keep = Read the new sentence once or twice, aloud if you can be alone. Keep it in your head. One day it may be part of a talk, or of a thank-you, or stay with you.
exercise-owning-my-words-let-go = Now the list can go. Delete here what you wrote, step by step, or tear the paper into small pieces. Breathe out slowly. The words did their work: they showed where it hurts.
exercise-owning-my-words-close = Hard words will come again; they come to everybody. Perhaps you will hear the wish in one a moment sooner. For tonight that is plenty. Do something that is good to you.
