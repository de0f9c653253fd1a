# A short picture of both at ease, for one person.
exercise-picture-of-love = Picturing us at ease
    .purpose = For a few minutes, picture { partner } and yourself at ease. There’s no goal.
exercise-picture-of-love-settle = Sit or lie comfortably, eyes open or closed. You can stop any time.
exercise-picture-of-love-other = Picture { partner } in a moment of real ease, maybe doing something they love. Their face, voice, hands. A thought is enough.
exercise-picture-of-love-self = Now picture yourself just as much at ease. Where are you? What feels light?
exercise-picture-of-love-both = Picture both of you at the same time, as close or as far apart as feels good. Stay for a few breaths.
exercise-picture-of-love-back = Let the picture fade and come back to where you are. If it was hard today, leave it at that and be kind to yourself.
