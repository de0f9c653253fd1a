# An early home: imagined alone, once, and who lived there.
exercise-childhood-home = An early home
    .purpose = A visit in your mind: who was there, what was good, what was hard, and what you wished for.
exercise-childhood-home-consent = Would you like to do this today? It’s about where you grew up, and it’s only for you. If today is already heavy, pick another day.
exercise-childhood-home-arrive = Find a place where you won’t be interrupted. You can stop any time, even in the middle of a sentence.
exercise-childhood-home-breathe = Get comfortable and close your eyes, or rest them somewhere. With each breath out, let something loosen: jaw, shoulders, hands.
exercise-childhood-home-enter = Picture an early home: the door, a smell, a corner that was yours. If none was kind, pick a place that was. You choose the rooms.
exercise-childhood-home-meet = Who looked after you there? A parent, a grandparent, someone next door. Picture them one at a time; anyone can stay outside.
exercise-childhood-home-liked = What did you like about each of them? A voice, a habit, a hand on your head. A few words are enough.
    .stem = I liked it when you …
exercise-childhood-home-disliked = What didn’t you like? Write it plainly, the way a child would. If it gets too close, move on or stop here.
    .stem = It was hard when you …
exercise-childhood-home-wanted = What would you have liked from each of them, and got too little of? A word or two, or leave it open.
    .stem = I would have loved you to …
exercise-childhood-home-return = Come back slowly. Name three things you can see, feel the chair, drink some water. If it stays heavy, tell someone you trust.
