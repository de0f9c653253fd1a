# Lively, silly fun for two: each alone first, then one list, and one thing of it right away.
exercise-fun-list = Laughing together
    .purpose = You collect what makes the two of you laugh, and try some of it right away.
exercise-fun-list-begin = This first part is just for you. You can start in any mood, and another day is fine too.
exercise-fun-list-remember = When did you two laugh hard, get silly or lose track of time? Write down what you were doing. Early days count.
    .stem = We laughed so hard when we …
exercise-fun-list-ideas = What would you like to try? Dancing in your seats, funny faces, singing off key, a pillow fight, a game where losing is fun too.
    .stem = I’d like us to …
exercise-fun-list-give = Choose what to share; only that is sent. The rest you do together, within a week.
exercise-fun-list-swap = Take turns with one idea each. Your partner says “yes”, “maybe” or “not for me”, without a reason.
exercise-fun-list-merge = Make one list of everything you both said yes or maybe to. One of you writes. Three things are plenty.
exercise-fun-list-pick = Pick one that suits today: where you are, how much time and energy you’ve got.
exercise-fun-list-play = Now do it, or part of it. It may feel silly at first. Stop as soon as one of you has had enough.
exercise-fun-list-close = Each share a moment that made you smile, if there was one. Pick something for another day, if you like.
    .stem = I smiled when …
