# A short quiet picture of both at ease, for one person.
exercise-picture-of-love = A quiet picture
    .purpose = For a few minutes, imagine { partner } and yourself at ease. There is nothing to reach.
exercise-picture-of-love-settle = Sit or lie as is comfortable, eyes open or closed. Let your breath come and go. If anything becomes unpleasant, you can stop at any moment, and it was enough.
exercise-picture-of-love-other = Let { partner } come to mind, in a moment of real ease, perhaps over something they love doing. What is their face like, their voice, their hands? If no picture comes, the thought is enough.
exercise-picture-of-love-self = Now yourself, just as much at ease. Where are you? What has grown light, what has grown soft? Here you are fine as you are.
exercise-picture-of-love-both = Let both of you be there at the same time, close or some way apart, as is pleasant. Nobody wants anything from anybody. Stay for a few breaths.
exercise-picture-of-love-back = Let the picture fade, and come back to where you are. Some of the ease may stay. If it was hard today, be gentle with yourself, and leave it at that.
