# Lively, silly fun for two: each alone first, then one list, and one thing of it right away.
exercise-fun-list = Laughing together
    .purpose = You collect what makes the two of you lively, and try a little of it right away.
exercise-fun-list-begin = The first part is for you alone, here or on paper. If you are in no mood for fun, perhaps after a quarrel, that is quite normal. A good mood is no condition, and another day is fine, too.
exercise-fun-list-remember = When did the two of you laugh heartily, be silly together, or lose track of time? Write down what you were doing. Early days count, and nonsense above all.
    .stem = We laughed so much when we …
exercise-fun-list-ideas = And what would you like to try? Dancing in your seats, pulling faces, singing off key, a pillow fight, a game where losing is fun as well. Something lively with each other, rather than a film side by side.
    .stem = I would like us to …
exercise-fun-list-give = Choose what you would like to show, and release only that. From here on it takes both of you. Up to a week may pass before you go on.
exercise-fun-list-swap = Take turns telling one idea. The other says “yes”, “perhaps” or “not for me”. All three are good answers and want no reasons.
exercise-fun-list-merge = Make one list of everything that has a yes or a perhaps from both. One of you writes, the other thinks along. Three things are plenty.
exercise-fun-list-pick = Choose one that suits today: this place, this hour, this much strength. The smallest is often a good start.
exercise-fun-list-play = And now do it, or a small piece of it. It may feel wooden at first. As soon as one of you has had enough, it was enough.
exercise-fun-list-close = Each of you tells of a moment that made you smile, if there was one. If you like, pick something for another day.
    .stem = I smiled when …
